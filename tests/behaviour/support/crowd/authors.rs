//! Those who write the notes while the server is killed, and one who reads along.

use crate::support::author::Author;
use crate::support::door::{Door, Participant};
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use yrs::Doc;

/// Time until somebody comes back.
const PAUSE: Duration = Duration::from_millis(5);

/// Edits under way at once.
const UNDER_WAY: u64 = 4;

/// An author with a document that outlives the server, as a page's does.
pub struct Pen {
    person: Participant,
    client: u64,
    doc: Doc,
    /// Everything that was ever typed.
    typed: Vec<String>,
    /// How many of them were said to be saved: those from the first on.
    saved: usize,
}

impl Pen {
    pub fn new(person: Participant, client: u64) -> Self {
        Self {
            person,
            client,
            doc: Author::document(client),
            typed: Vec::new(),
            saved: 0,
        }
    }

    pub fn at(self, door: &Door) -> Self {
        Self {
            person: self.person.at(door),
            ..self
        }
    }

    pub fn saved(&self) -> usize {
        self.saved
    }

    /// Writes, over one connection after the other, until the server is gone.
    pub async fn write(mut self, is_over: Arc<AtomicBool>) -> Self {
        loop {
            if let Some(author) = Author::try_open(&self.person, self.doc.clone()).await {
                self.write_over(author).await;
            }
            if is_over.load(Ordering::Acquire) {
                return self;
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    async fn write_over(&mut self, mut author: Author) {
        // What the server has not got yet was sent as one update; if it lacked nothing, it has all.
        let brought = author.sent;
        let before = self.typed.len();
        if brought == 0 {
            self.saved = before;
        }
        while author.closed.is_none() {
            if author.sent < author.answered + UNDER_WAY {
                let text = format!("edit {}-{};", self.client, self.typed.len());
                author.try_write(&text).await;
                self.typed.push(text);
            }
            let answered = author.answered;
            author
                .wait_until(|author| author.answered > answered || author.closed.is_some())
                .await;
            if author.answered >= brought && author.answered > 0 {
                self.saved = before + usize::try_from(author.answered - brought).unwrap();
            }
        }
    }

    /// Whatever was said to be saved is there once; whatever else was typed is not there twice.
    pub fn check(&self, text: &Paragraphs) {
        for (index, typed) in self.typed.iter().enumerate() {
            let count = text.counts.get(typed.as_str()).copied().unwrap_or(0);
            assert!(count <= 1, "“{typed}” is there {count} times");
            assert!(count == 1 || index >= self.saved, "“{typed}” was saved and is lost");
        }
    }
}

/// The notes, paragraph by paragraph.
pub struct Paragraphs {
    in_order: Vec<String>,
    counts: HashMap<String, usize>,
}

impl Paragraphs {
    fn of(text: &str) -> Self {
        let in_order: Vec<String> = text
            .split("<paragraph>")
            .map(|paragraph| paragraph.trim_end_matches("</paragraph>").to_owned())
            .filter(|paragraph| !paragraph.is_empty())
            .collect();
        let mut counts = HashMap::new();
        for paragraph in &in_order {
            *counts.entry(paragraph.clone()).or_default() += 1;
        }
        Self { in_order, counts }
    }
}

/// Reads along.
pub struct Reader {
    person: Participant,
    /// What the notes were whenever its connection ended.
    shown: Vec<Paragraphs>,
}

impl Reader {
    pub fn new(person: Participant) -> Self {
        Self {
            person,
            shown: Vec::new(),
        }
    }

    pub fn at(&self, door: &Door) -> Self {
        Self::new(self.person.at(door))
    }

    /// Reads, over one connection after the other, until the server is gone.
    pub async fn read(mut self, is_over: Arc<AtomicBool>) -> Self {
        loop {
            if let Some(mut author) = Author::try_open(&self.person, Author::document(99)).await {
                author.wait_until(|author| author.closed.is_some()).await;
                self.shown.push(Paragraphs::of(&author.text()));
            }
            if is_over.load(Ordering::Acquire) {
                return self;
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// The notes as whoever comes now gets them.
    pub async fn fresh_text(&self, door: &Door) -> Paragraphs {
        Paragraphs::of(&Author::live(&self.person.at(door), 98).await.text())
    }

    /// Whatever was shown is there, in the same order.
    pub fn check(&self, now: &Paragraphs) {
        for shown in &self.shown {
            let mut there = now.in_order.iter();
            for paragraph in &shown.in_order {
                assert!(
                    there.any(|other| other == paragraph),
                    "“{paragraph}” was shown and is not there, or elsewhere"
                );
            }
        }
    }
}
