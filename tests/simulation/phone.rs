//! The other end of a connection: a phone that takes everything, nothing, or a bite now and then, and keeps what came.

use bytes::{Buf, Bytes, BytesMut};
use roundtable::hub::outlet::Outlet;
use std::io::{self, Cursor, IoSlice};
use std::sync::{Arc, Mutex};
use tungstenite::protocol::frame::FrameHeader;
use tungstenite::protocol::frame::coding::{Control, Data, OpCode};

/// How much it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Appetite {
    /// Whatever there is.
    All,
    /// Nothing: its network is stuck.
    Nothing,
    /// So many bytes each time that it is looked after.
    Bites(usize),
}

/// What came over the connection.
#[derive(Debug, Clone)]
pub enum Came {
    Text(Bytes),
    Binary(Bytes),
    Close,
}

#[derive(Debug)]
struct Held {
    written: BytesMut,
    appetite: Appetite,
    left: usize,
}

/// The phone. A clone is the same one.
#[derive(Debug, Clone)]
pub struct Phone(Arc<Mutex<Held>>);

impl Phone {
    /// With such an appetite.
    pub fn with(appetite: Appetite) -> Self {
        let phone = Self(Arc::new(Mutex::new(Held {
            written: BytesMut::new(),
            appetite,
            left: 0,
        })));
        phone.breathe();
        phone
    }

    /// From now on it takes so much.
    pub fn turn(&self, appetite: Appetite) {
        self.0.lock().unwrap().appetite = appetite;
        self.breathe();
    }

    /// It can take something again.
    pub fn breathe(&self) {
        let held = &mut *self.0.lock().unwrap();
        held.left = match held.appetite {
            Appetite::All => usize::MAX,
            Appetite::Nothing => 0,
            Appetite::Bites(bytes) => bytes,
        };
    }

    /// The whole frames that came since this was last asked.
    pub fn frames(&self) -> Vec<Came> {
        let written = &mut self.0.lock().unwrap().written;
        let mut frames = Vec::new();
        while let Some(frame) = next_frame(written) {
            frames.extend(frame);
        }
        frames
    }
}

/// The first frame, if all of it is there; nothing in it where it is one that pages do not see.
fn next_frame(written: &mut BytesMut) -> Option<Option<Came>> {
    let mut cursor = Cursor::new(&written[..]);
    let (header, length) = FrameHeader::parse(&mut cursor).unwrap()?;
    let begin = usize::try_from(cursor.position()).unwrap();
    let length = usize::try_from(length).unwrap();
    if written.len() < begin + length {
        return None;
    }
    written.advance(begin);
    let payload = written.split_to(length).freeze();
    Some(match header.opcode {
        OpCode::Data(Data::Text) => Some(Came::Text(payload)),
        OpCode::Data(Data::Binary) => Some(Came::Binary(payload)),
        OpCode::Control(Control::Close) => Some(Came::Close),
        _ => None,
    })
}

impl Outlet for Phone {
    fn take(&self, slices: &[IoSlice<'_>]) -> io::Result<usize> {
        let held = &mut *self.0.lock().unwrap();
        let offered: usize = slices.iter().map(|slice| slice.len()).sum();
        let now = offered.min(held.left);
        if now == 0 && offered > 0 {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        held.left -= now;
        let mut rest = now;
        for slice in slices {
            let part = rest.min(slice.len());
            held.written.extend_from_slice(&slice[..part]);
            rest -= part;
        }
        Ok(now)
    }
}
