//! The envelope of a frame on a WebSocket (RFC 6455, section 5.2), so that what goes to a whole room is put into it once and not
//! for each connection. A server's frames are whole and not masked.

use bytes::Bytes;
use tungstenite::protocol::frame::FrameHeader;
use tungstenite::protocol::frame::coding::{Control, Data, OpCode};

/// JSON, as a text frame.
pub fn text(json: &[u8]) -> Bytes {
    joined(OpCode::Data(Data::Text), json)
}

/// A y-protocols message, as a binary frame.
pub fn binary(message: &[u8]) -> Bytes {
    joined(OpCode::Data(Data::Binary), message)
}

/// Asks the other side whether it is there.
pub fn ping() -> Bytes {
    joined(OpCode::Control(Control::Ping), &[])
}

/// The last frame of a connection: a close code and a word.
pub fn close(code: u16, reason: &str) -> Bytes {
    joined(
        OpCode::Control(Control::Close),
        &[&code.to_be_bytes(), reason.as_bytes()].concat(),
    )
}

/// Whether a frame in its envelope is the last of a connection.
pub fn is_close(frame: &[u8]) -> bool {
    const OPCODE: u8 = 0b1111;
    frame
        .first()
        .is_some_and(|first| first & OPCODE == u8::from(OpCode::Control(Control::Close)))
}

fn joined(opcode: OpCode, payload: &[u8]) -> Bytes {
    let header = FrameHeader {
        opcode,
        ..FrameHeader::default()
    };
    let length = payload.len() as u64;
    let mut frame = Vec::with_capacity(header.len(length) + payload.len());
    // A vector takes all that is written to it.
    let _ = header.format(length, &mut frame);
    frame.extend_from_slice(payload);
    frame.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_length_has_its_shortest_spelling() {
        assert_eq!(&text(b"{}")[..], [0x81, 2, b'{', b'}']);
        assert_eq!(binary(&[7; 125])[..2], [0x82, 125]);
        assert_eq!(binary(&[7; 126])[..4], [0x82, 126, 0, 126]);
        assert_eq!(binary(&[7; 65_535])[..4], [0x82, 126, 0xff, 0xff]);
        assert_eq!(binary(&[7; 65_536])[..10], [0x82, 127, 0, 0, 0, 0, 0, 1, 0, 0]);
    }

    #[test]
    fn a_goodbye_is_a_code_and_a_word() {
        assert_eq!(&close(1012, "restart")[..], b"\x88\x09\x03\xf4restart");
        assert_eq!(&ping()[..], [0x89, 0]);
        assert!(is_close(&close(1012, "restart")) && !is_close(&ping()) && !is_close(&[]));
    }
}
