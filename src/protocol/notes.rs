//! The binary frames about the notes: the y-protocols messages of every Yjs client, one in a frame. Read strictly and
//! within bounds; what an update or a state vector holds is judged by the notes themselves.

use crate::room::notes::limits::NUMBER_MAX;
pub use crate::room::notes::reader::Malformed;
use crate::room::notes::reader::{Reader, write_bytes, write_number};
use serde_json::Value;

const SYNC: u64 = 0;
const AWARENESS: u64 = 1;
const AUTH: u64 = 2;
const QUERY_AWARENESS: u64 = 3;
const STEP_1: u64 = 0;
const STEP_2: u64 = 1;
const UPDATE: u64 = 2;
const PERMISSION_DENIED: u64 = 0;

/// A Yjs update (version 1) that says nothing.
pub const EMPTY_UPDATE: [u8; 2] = [0, 0];
/// Cursors in one frame. A client sends its own; after a reconnect perhaps those of its other tabs.
pub const AWARENESS_STATES_MAX: usize = 64;

/// Bytes of one cursor's state: a name, a colour and two positions take 300.
pub const AWARENESS_STATE_BYTES_MAX: usize = 4_096;

/// What is known of one client's presence in the notes.
#[derive(Debug, Clone, PartialEq)]
pub struct AwarenessState {
    /// Whose: the client id of a document, not a seat.
    pub client: u64,
    /// The higher, the newer.
    pub clock: u32,
    /// Cursor and the like; nothing if the client is gone.
    pub state: Option<Value>,
}

/// One message.
#[derive(Debug, Clone, PartialEq)]
pub enum NotesMessage<'a> {
    /// What the sender has; it asks for the rest.
    SyncStep1 {
        /// In Yjs's v1 encoding.
        state_vector: &'a [u8],
    },
    /// What the receiver lacks, in answer to step 1.
    SyncStep2 {
        /// In Yjs's v1 encoding.
        update: &'a [u8],
    },
    /// A change.
    Update {
        /// In Yjs's v1 encoding.
        update: &'a [u8],
    },
    /// Presence of some clients.
    Awareness {
        /// Theirs.
        states: Vec<AwarenessState>,
    },
    /// Asks for everybody's presence.
    QueryAwareness,
    /// The sender may not do what it did.
    PermissionDenied {
        /// For the person.
        reason: &'a str,
    },
}

/// Reads the one message of a frame.
pub fn decode(frame: &[u8]) -> Result<NotesMessage<'_>, Malformed> {
    let mut reader = Reader::new(frame);
    let message = match reader.number()? {
        SYNC => decode_sync(&mut reader)?,
        AWARENESS => NotesMessage::Awareness {
            states: decode_awareness(reader.bytes()?)?,
        },
        AUTH if reader.number()? == PERMISSION_DENIED => NotesMessage::PermissionDenied { reason: reader.text()? },
        QUERY_AWARENESS => NotesMessage::QueryAwareness,
        _ => return Err(Malformed("it is no message about the notes")),
    };
    reader.finish()?;
    Ok(message)
}

fn decode_sync<'a>(reader: &mut Reader<'a>) -> Result<NotesMessage<'a>, Malformed> {
    match reader.number()? {
        STEP_1 => Ok(NotesMessage::SyncStep1 {
            state_vector: reader.bytes()?,
        }),
        STEP_2 => Ok(NotesMessage::SyncStep2 { update: reader.bytes()? }),
        UPDATE => Ok(NotesMessage::Update { update: reader.bytes()? }),
        _ => Err(Malformed("it is no message about the notes")),
    }
}

fn decode_awareness(bytes: &[u8]) -> Result<Vec<AwarenessState>, Malformed> {
    let mut reader = Reader::new(bytes);
    let count = reader.count()?;
    if count > AWARENESS_STATES_MAX {
        return Err(Malformed("it tells of too many clients"));
    }
    let mut states = Vec::with_capacity(count);
    for _ in 0..count {
        let client = reader.number()?;
        let clock = u32::try_from(reader.number()?).map_err(|_| Malformed("a clock is too far ahead"))?;
        let json = reader.text()?;
        if json.len() > AWARENESS_STATE_BYTES_MAX {
            return Err(Malformed("a client's state is too long"));
        }
        let state: Value = serde_json::from_str(json).map_err(|_| Malformed("a client's state is not JSON"))?;
        states.push(AwarenessState {
            client,
            clock,
            state: (!state.is_null()).then_some(state),
        });
    }
    reader.finish()?;
    Ok(states)
}

/// Asks for what is missing from what this state vector says.
pub fn step1(state_vector: &[u8]) -> Vec<u8> {
    sync(STEP_1, state_vector)
}

/// Answers a step 1.
pub fn step2(update: &[u8]) -> Vec<u8> {
    sync(STEP_2, update)
}

/// Hands on a change.
pub fn update(update: &[u8]) -> Vec<u8> {
    sync(UPDATE, update)
}

fn sync(kind: u64, bytes: &[u8]) -> Vec<u8> {
    let mut frame = Vec::with_capacity(bytes.len() + 8);
    write_number(&mut frame, SYNC);
    write_number(&mut frame, kind);
    write_bytes(&mut frame, bytes);
    frame
}

/// Hands on presence. Client ids beyond what JavaScript can count are left out.
pub fn awareness(states: &[AwarenessState]) -> Vec<u8> {
    let told: Vec<&AwarenessState> = states.iter().filter(|state| state.client <= NUMBER_MAX).collect();
    let mut inner = Vec::new();
    write_number(&mut inner, told.len() as u64);
    for state in told {
        write_number(&mut inner, state.client);
        write_number(&mut inner, u64::from(state.clock));
        let json = state.state.as_ref().map_or_else(|| "null".to_string(), Value::to_string);
        write_bytes(&mut inner, json.as_bytes());
    }
    let mut frame = Vec::with_capacity(inner.len() + 4);
    write_number(&mut frame, AWARENESS);
    write_bytes(&mut frame, &inner);
    frame
}

/// Tells a client that it may not write.
pub fn permission_denied(reason: &str) -> Vec<u8> {
    let mut frame = Vec::with_capacity(reason.len() + 4);
    write_number(&mut frame, AUTH);
    write_number(&mut frame, PERMISSION_DENIED);
    write_bytes(&mut frame, reason.as_bytes());
    frame
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    fn cursor(client: u64) -> AwarenessState {
        AwarenessState {
            client,
            clock: 7,
            state: Some(json!({"user": {"name": "Tuvalu"}, "cursor": null})),
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        assert_eq!(decode(&step1(&[0])), Ok(NotesMessage::SyncStep1 { state_vector: &[0] }));
        assert_eq!(decode(&step2(&[0, 0])), Ok(NotesMessage::SyncStep2 { update: &[0, 0] }));
        assert_eq!(decode(&update(&[1, 2, 3])), Ok(NotesMessage::Update { update: &[1, 2, 3] }));
        assert_eq!(
            decode(&permission_denied("No.")),
            Ok(NotesMessage::PermissionDenied { reason: "No." })
        );
        assert_eq!(decode(&[3]), Ok(NotesMessage::QueryAwareness));
        let states = vec![
            cursor(5),
            AwarenessState {
                client: NUMBER_MAX,
                clock: u32::MAX,
                state: None,
            },
        ];
        assert_eq!(decode(&awareness(&states)), Ok(NotesMessage::Awareness { states }));
    }

    #[test]
    fn frames_are_the_bytes_of_y_protocols() {
        assert_eq!(step2(&[0, 0]), [0, 1, 2, 0, 0]);
        let gone = AwarenessState {
            client: 300,
            clock: 1,
            state: None,
        };
        assert_eq!(awareness(&[gone]), [1, 9, 1, 0xac, 2, 1, 4, b'n', b'u', b'l', b'l']);
        assert_eq!(permission_denied("a"), [2, 0, 1, b'a']);
    }

    #[test]
    fn truncated_and_trailing_bytes_are_refused() {
        for frame in [
            step1(&[0]),
            update(&[1, 2, 3]),
            awareness(&[cursor(1)]),
            permission_denied("No."),
        ] {
            for length in 0..frame.len() {
                assert!(decode(&frame[..length]).is_err(), "{length} bytes of {frame:?}");
            }
            assert!(decode(&[frame.as_slice(), &[0]].concat()).is_err());
        }
    }

    #[test]
    fn a_number_has_one_spelling_only() {
        assert!(decode(&[0x80, 0, 2, 0]).is_err());
        assert!(decode(&[0, 2, 0x81, 0, 9]).is_err());
    }

    #[test]
    fn awareness_is_bounded() {
        let many: Vec<_> = (0..=AWARENESS_STATES_MAX as u64).map(cursor).collect();
        assert!(decode(&awareness(&many)).is_err());
        assert!(decode(&awareness(&many[1..])).is_ok());
        let long = AwarenessState {
            state: Some(json!("x".repeat(AWARENESS_STATE_BYTES_MAX))),
            ..cursor(1)
        };
        assert!(decode(&awareness(&[long])).is_err());
        let nested = [vec![b'['; 2_000], vec![b']'; 2_000]].concat();
        let inner = [vec![1, 1, 1], vec![0xa0, 0x1f], nested].concat();
        let frame = [vec![1], vec![0xa5, 0x1f], inner].concat();
        assert_eq!(decode(&frame), Err(Malformed("a client's state is not JSON")));
    }

    #[test]
    fn the_thirteen_byte_frame_is_only_an_envelope() {
        let frame = [0x00, 0x02, 0x0a, 0xff, 0xff, 0xff, 0x7f, 0x86, 0x05, 0x01, 0x29, 0x72, 0x01];
        assert_eq!(decode(&frame), Ok(NotesMessage::Update { update: &frame[3..] }));
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = decode(&bytes);
        }
    }
}
