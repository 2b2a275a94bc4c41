//! Books without what they say. Registers of people, needs and offers with their contacts, who supported what: a book is about people
//! unless it is named here, so one that is added later is forgotten as well. Its records stay in their places, with nothing in them, so that
//! a book that is asked afterwards is an empty one at the same position.

use super::super::Hub;
use super::super::fault::Fault;
use super::super::ledger::{Books, emptied, stream_of};
use super::NotForgotten;
use crate::book::Book;
use crate::journal::{Journal, Stream};
use crate::keeping::Keeping;
use std::future::Future;
use std::pin::Pin;

/// Books that tell of no person.
const STAYING: [&str; 1] = [Keeping::NAME];

/// Whether a book of this name tells of no person, and stays.
pub(in crate::hub) fn tells_of_nobody(book: &str) -> bool {
    STAYING.contains(&book)
}

/// A book that can be emptied, whichever it is.
pub(in crate::hub) trait Emptied: std::any::Any + Send + Sync {
    /// Empties it, and lets nobody write into it meanwhile.
    fn empty(&self) -> Pin<Box<dyn Future<Output = Result<(), Fault>> + Send + '_>>;
}

impl Hub {
    /// Empties all books of the meeting but those that tell of no person; how many.
    pub(super) async fn empty_books(&self, meeting: &str) -> Result<u32, NotForgotten> {
        let mut count = 0;
        for (stream, _) in self.services.journal.streams().await? {
            let name = stream.as_str().strip_prefix("book:").and_then(|rest| rest.split_once(':'));
            let is_meant = |(book, of): &(&str, &str)| *of == meeting && !tells_of_nobody(book);
            let Some((book, _)) = name.filter(is_meant) else {
                continue;
            };
            empty(&*self.services.journal, &self.books, &stream_of(book, meeting)).await?;
            count += 1;
        }
        Ok(count)
    }
}

/// On disk, then as it is known here, also where somebody opens it at this very moment.
async fn empty(journal: &dyn Journal, books: &Books, stream: &Stream) -> Result<(), Fault> {
    emptied(journal, stream).await?;
    // In a statement of its own, so that no guard of the map lives across a wait.
    let known = books.get(stream).map(|book| book.clone());
    match known {
        Some(book) => book.empty().await,
        None => Ok(()),
    }
}
