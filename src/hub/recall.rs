//! The ring of recent frames with their positions. A connection is a position in it, not a queue of its own: a phone that
//! cannot keep up costs nothing, and one that returns gets what it missed or, where that cannot be proved, a fresh view.

use crate::room::ids::Seq;
use bytes::Bytes;
use std::collections::VecDeque;
use std::sync::{Arc, RwLock, RwLockReadGuard};

/// Frames that the ring keeps: several seconds of a busy room, and a bound on its memory.
pub const FRAMES_MAX: usize = 256;
/// Bytes that the ring keeps; a reader further behind than this is served better by a fresh view.
pub const BYTES_MAX: usize = 1 << 20;

/// What one batch told the room, encoded once and shared by all connections.
#[derive(Debug, Default)]
pub struct Frame {
    /// The room's position after it.
    pub seq: Seq,
    /// The `change` frame of each audience, by `Audience` as index; none where nothing changed for it.
    pub changes: [Option<Bytes>; 4],
    /// The merged notes update, as a y-protocols message.
    pub notes: Option<Bytes>,
    /// Cursors, as a y-protocols message.
    pub awareness: Option<Bytes>,
    /// The `presence` frame of each audience.
    pub presence: [Option<Bytes>; 4],
}

impl Frame {
    /// Whether there is nothing in it to send.
    pub fn is_empty(&self) -> bool {
        self.changes.iter().chain(&self.presence).all(Option::is_none) && self.notes.is_none() && self.awareness.is_none()
    }

    fn tells_of_the_view(&self) -> bool {
        self.changes.iter().any(Option::is_some)
    }

    fn bytes(&self) -> usize {
        let shared = self.changes.iter().chain(&self.presence).flatten();
        let single = self.notes.iter().chain(&self.awareness);
        shared.chain(single).map(Bytes::len).sum()
    }
}

/// A place in the ring: the number of frames that were published before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position(u64);

/// The reader's place is not in the ring any more; it needs a fresh view.
#[derive(Debug, PartialEq, Eq)]
pub struct Behind;

#[derive(Debug, Default)]
struct Ring {
    first: u64,
    /// The position of the last frame that told of the view and has been forgotten.
    forgotten: Seq,
    bytes: usize,
    frames: VecDeque<Arc<Frame>>,
}

/// The ring, written by the room's task and read by its connections.
#[derive(Debug, Default)]
pub struct Recall(RwLock<Ring>);

impl Recall {
    /// Adds a frame and forgets the oldest ones beyond the bounds.
    pub fn publish(&self, frame: Frame) {
        let mut ring = self.0.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        ring.bytes += frame.bytes();
        ring.frames.push_back(Arc::new(frame));
        while ring.frames.len() > FRAMES_MAX || (ring.bytes > BYTES_MAX && ring.frames.len() > 1) {
            if let Some(oldest) = ring.frames.pop_front() {
                ring.bytes -= oldest.bytes();
                if oldest.tells_of_the_view() {
                    ring.forgotten = oldest.seq;
                }
                ring.first += 1;
            }
        }
    }

    /// The place behind the newest frame.
    pub fn head(&self) -> Position {
        let ring = self.read();
        Position(ring.first + ring.frames.len() as u64)
    }

    /// The frames from a place on, and the place behind them. `into` is cleared first and reused.
    pub fn since(&self, position: Position, into: &mut Vec<Arc<Frame>>) -> Result<Position, Behind> {
        into.clear();
        let ring = self.read();
        let skip = position.0.checked_sub(ring.first).ok_or(Behind)?;
        let skip = usize::try_from(skip).map_err(|_| Behind)?;
        into.extend(ring.frames.iter().skip(skip).cloned());
        Ok(Position(ring.first + ring.frames.len() as u64))
    }

    /// The place from which a reader that has seen the view of `seq` misses nothing of it; none where that can't be proved.
    /// A view is what a welcome or a `change` made it: between two of those, ballots may be on disk that nobody has been told of,
    /// and no frame that tells of one's own page gives out their position.
    /// Frames that told of the notes alone may be gone: a reader asks for the notes anew.
    pub fn resume(&self, seq: Seq, head_seq: Seq) -> Option<Position> {
        let ring = self.read();
        if seq > head_seq || seq < ring.forgotten {
            return None;
        }
        let seen = ring.frames.iter().take_while(|frame| frame.seq <= seq).count();
        Some(Position(ring.first + seen as u64))
    }

    fn read(&self) -> RwLockReadGuard<'_, Ring> {
        self.0.read().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(seq: u64) -> Frame {
        let changes = [const { Some(Bytes::from_static(b"x")) }; 4];
        Frame {
            seq: Seq(seq),
            changes,
            ..Frame::default()
        }
    }

    fn frame_of_notes(seq: u64) -> Frame {
        Frame {
            seq: Seq(seq),
            notes: Some(Bytes::from_static(b"x")),
            ..Frame::default()
        }
    }

    #[test]
    fn a_reader_gets_each_frame_once_and_in_order() {
        let recall = Recall::default();
        let mut frames = Vec::new();
        let start = recall.head();
        recall.publish(frame(2));
        recall.publish(frame(3));
        let position = recall.since(start, &mut frames).unwrap();
        assert_eq!(frames.iter().map(|frame| frame.seq.0).collect::<Vec<_>>(), [2, 3]);
        assert_eq!(recall.since(position, &mut frames), Ok(position));
        assert!(frames.is_empty());
    }

    #[test]
    fn a_reader_too_far_behind_is_told_so() {
        let recall = Recall::default();
        let start = recall.head();
        for seq in 0..=FRAMES_MAX as u64 {
            recall.publish(frame(seq + 1));
        }
        assert_eq!(recall.since(start, &mut Vec::new()), Err(Behind));
    }

    #[test]
    fn resuming_is_granted_only_where_nothing_can_be_missing() {
        let recall = Recall::default();
        for seq in 10..10 + FRAMES_MAX as u64 + 5 {
            recall.publish(frame(seq + 1));
        }
        let head = Seq(10 + FRAMES_MAX as u64 + 5);
        assert_eq!(recall.resume(head, head), Some(recall.head()));
        assert!(recall.resume(Seq(15), head).is_some(), "all after 15 is in the ring");
        assert_eq!(recall.resume(Seq(14), head), None);
        assert_eq!(
            recall.resume(Seq(head.0 + 1), head),
            None,
            "a position of the future was never given out"
        );
    }

    #[test]
    fn busy_notes_do_not_keep_a_reader_from_resuming() {
        let recall = Recall::default();
        recall.publish(frame(1));
        for seq in 1..=2 * FRAMES_MAX as u64 {
            recall.publish(frame_of_notes(seq + 1));
        }
        let head = Seq(2 * FRAMES_MAX as u64 + 1);
        assert!(recall.resume(Seq(1), head).is_some());
        assert_eq!(recall.resume(Seq(0), head), None, "it has not seen the view of 1");
    }
}
