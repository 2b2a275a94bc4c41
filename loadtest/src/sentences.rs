//! What went wrong, counted, with the first few of the sentences that said so.

/// How many sentences are kept; the count goes on.
const SENTENCES_MAX: usize = 3;

/// A count, and the first few of what was counted.
#[derive(Debug, Default)]
pub struct Sentences {
    /// How many there were.
    pub count: u64,
    /// The first of them that are not the same.
    pub first: Vec<String>,
}

impl Sentences {
    /// Counts one.
    pub fn note(&mut self, sentence: String) {
        self.count += 1;
        if self.first.len() < SENTENCES_MAX && !self.first.contains(&sentence) {
            self.first.push(sentence);
        }
    }

    /// Takes another count in.
    pub fn merge(&mut self, other: Self) {
        let unsaid = other.count.saturating_sub(other.first.len() as u64);
        other.first.into_iter().for_each(|sentence| self.note(sentence));
        self.count += unsaid;
    }
}
