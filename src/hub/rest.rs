//! What a socket has not taken yet. The bytes are shared with everybody who gets the same; a reader that takes nothing holds them, and
//! no more than were gathered for it at once.

use super::outlet::Outlet;
use bytes::{Buf, Bytes};
use std::collections::VecDeque;
use std::io::{ErrorKind, IoSlice};

/// Pieces handed to the socket at a time.
const SLICES_MAX: usize = 16;

/// How the writing went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// All of it.
    Whole,
    /// The socket takes no more for now.
    Stuck,
    /// The socket is broken.
    Broken,
}

/// Pieces in the order in which they are to be written.
#[derive(Debug, Default)]
pub struct Rest {
    pieces: VecDeque<Bytes>,
    bytes: usize,
}

impl Rest {
    /// Whether there is nothing left.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// How many bytes are left.
    pub fn len(&self) -> usize {
        self.bytes
    }

    /// Adds a piece at the end.
    pub fn push(&mut self, piece: Bytes) {
        if !piece.is_empty() {
            self.bytes += piece.len();
            self.pieces.push_back(piece);
        }
    }

    /// Writes as much as the socket takes.
    pub fn write(&mut self, outlet: &dyn Outlet) -> Written {
        while !self.pieces.is_empty() {
            match outlet.take(&self.slices()) {
                Ok(0) => return Written::Broken,
                Ok(taken) => self.advance(taken),
                Err(error) if error.kind() == ErrorKind::WouldBlock => return Written::Stuck,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(_) => return Written::Broken,
            }
        }
        if self.pieces.capacity() > SLICES_MAX {
            // An idle connection holds no memory for a burst that is over.
            self.pieces = VecDeque::new();
        }
        Written::Whole
    }

    fn slices(&self) -> Vec<IoSlice<'_>> {
        self.pieces.iter().take(SLICES_MAX).map(|piece| IoSlice::new(piece)).collect()
    }

    fn advance(&mut self, mut taken: usize) {
        self.bytes = self.bytes.saturating_sub(taken);
        while let Some(first) = self.pieces.front_mut() {
            if taken < first.len() {
                return first.advance(taken);
            }
            taken -= first.len();
            self.pieces.pop_front();
        }
    }
}
