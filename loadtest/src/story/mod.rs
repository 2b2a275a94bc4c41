//! What the phones of a room heard, and what it comes to: the content that each of them ends with, so that all of it can be
//! compared with the server's. Nothing is merged while the test runs; that is each phone's own work, and this program has not a
//! processor for each. `steps` keeps what came, once for all who heard the same; `diary` is one phone's place in it; `document` and
//! `view` make the notes and the page of it, and a hash of either.

mod diary;
pub mod document;
mod steps;
pub mod view;

pub use diary::{Audience, Diary, Heard};

use crate::marker;
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use steps::{Place, Steps};

/// A SHA-256.
pub type Hash = [u8; 32];

/// One room's story, shared by all its phones.
#[derive(Debug)]
pub struct Story {
    run: u32,
    notes: Steps<Arc<[u32]>>,
    views: Steps<u64>,
    /// Frames that all phones together have heard; tells when it is quiet.
    heard: AtomicU64,
    /// Notes by the places that they were folded from, since many phones share one.
    folded: Mutex<HashMap<Place, Result<Hash, String>>>,
}

impl Story {
    /// Of a run whose edits have this mark.
    pub fn new(run: u32) -> Arc<Self> {
        Arc::new(Self {
            run,
            notes: Steps::default(),
            views: Steps::default(),
            heard: AtomicU64::new(0),
            folded: Mutex::default(),
        })
    }

    /// How many frames all phones together have heard.
    pub fn heard(&self) -> u64 {
        self.heard.load(Ordering::Relaxed)
    }

    fn note_heard(&self) {
        self.heard.fetch_add(1, Ordering::Relaxed);
    }

    /// The next frame of the notes: where that leads, and the edits whose markers are in it, read once for all phones.
    fn read_notes(&self, from: Place, message: &[u8]) -> (Place, Arc<[u32]>) {
        self.notes.go(from, message, |bytes| {
            let mut edits = Vec::new();
            marker::scan(bytes, self.run, |edit| edits.push(edit));
            edits.into()
        })
    }

    /// The notes of a phone that heard this and wrote `own` itself.
    fn notes_at(&self, place: Place, own: &[Vec<u8>]) -> Result<Hash, String> {
        if !own.is_empty() {
            let heard = self.notes.path(place);
            return document::hash(heard.iter().map(|frame| &**frame).chain(own.iter().map(Vec::as_slice)));
        }
        let lock = || self.folded.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(known) = lock().get(&place) {
            return known.clone();
        }
        let hash = document::hash(self.notes.path(place).iter().map(|frame| &**frame));
        lock().insert(place, hash.clone());
        hash
    }
}
