//! Whether every phone ends with what the server has: afterwards somebody comes into each room as each kind of participant, and the
//! notes and the page of every phone must be the same as theirs, by hash. Counts can agree where contents do not.

use super::entrance;
use super::site::Guest;
use super::stage::Stage;
use crate::connection::Buffers;
use crate::fault::Fault;
use crate::ledger::Seen;
use crate::phone::{Listener, Weather};
use crate::report::Report;
use crate::story::{Audience, Diary, Hash, Heard, document, view};
use serde_json::Value;
use std::collections::HashMap;
use std::time::Instant;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio_tungstenite::tungstenite::Message;

/// What a phone ends with.
#[derive(Debug)]
pub struct Page {
    /// The index of its room.
    pub room: usize,
    /// What it heard.
    pub diary: Diary,
    /// What it wrote into the notes itself.
    pub own: Vec<Vec<u8>>,
}

/// Somebody who came afterwards.
#[derive(Debug)]
pub struct Newcomer {
    /// The index of the room.
    pub room: usize,
    /// Edits that were in the notes.
    pub seen: Seen,
    diary: Diary,
}

impl Listener for Newcomer {
    fn take(&mut self, message: &Message, _: Instant) {
        if let Heard::Edits(edits) = self.diary.take(message) {
            edits.iter().for_each(|edit| {
                self.seen.insert(*edit);
            });
        }
    }
}

impl Newcomer {
    /// As what it came in.
    pub fn audience(&self) -> Audience {
        self.diary.audience
    }

    /// How many have voted in the newest poll on its page.
    pub fn turnout(&self) -> Option<u64> {
        let view = self.diary.view().ok()?;
        let newest = view["polls"]["order"].as_array().and_then(|order| order.last()?.as_str());
        view["polls"]["items"][newest?]["turnout"].as_u64()
    }
}

/// Those who came afterwards, while they listen.
#[derive(Debug)]
pub struct Newcomers(JoinSet<Newcomer>);

impl Newcomers {
    /// One of each kind comes into each room; they listen until told to stop, because whoever comes after them changes the page.
    pub async fn enter(stage: &Stage<'_>, audiences: &[Audience], stop: &watch::Receiver<bool>) -> Result<Self, Fault> {
        let kinds = audiences
            .iter()
            .flat_map(|audience| (0..stage.rooms()).map(move |room| (room, *audience)));
        let admitted = kinds.filter(|(room, audience)| stage.site.keeps_notes() && stage.site.admits(*room, *audience));
        let guests = admitted.enumerate().map(|(nth, (room, audience))| Guest {
            room,
            audience,
            number: NEWCOMERS_FROM + u32::try_from(nth).unwrap_or_default(),
            buffers: Buffers::Usual,
        });
        let entered = entrance::let_in(&stage.site, guests.collect(), stage.settings.entering).await?;
        let mut listening = JoinSet::new();
        for (guest, phone) in entered.phones {
            let mut newcomer = Newcomer {
                room: guest.room,
                seen: Seen::default(),
                diary: Diary::new(&stage.stories[guest.room], guest.audience),
            };
            let (stop, (ear, mouth)) = (stop.clone(), phone.split());
            listening.spawn(async move {
                // Whether it was cut off shows in what it has.
                let _ = ear.listen(stop, Weather::fair(), &mut newcomer).await;
                drop(mouth);
                newcomer
            });
        }
        Ok(Self(listening))
    }

    /// All of them, when they have been told to stop.
    pub async fn leave(self) -> Vec<Newcomer> {
        self.0.join_all().await
    }
}

/// Numbers of their own, so that no newcomer is taken for a phone.
const NEWCOMERS_FROM: u32 = 1 << 23;

type Known = HashMap<(usize, Audience), Result<Hash, String>>;

/// Compares every phone with who came afterwards.
pub fn compare(newcomers: &[Newcomer], pages: &[Page], report: &mut Report) {
    let (mut notes, mut views): (Known, Known) = Default::default();
    for newcomer in newcomers {
        let key = (newcomer.room, newcomer.diary.audience);
        notes.insert(key, newcomer.diary.notes(&[]));
        views.insert(key, newcomer.diary.page());
    }
    if newcomers.is_empty() {
        notes = written(pages);
        views = notes.keys().map(|key| (*key, Ok(view::hash(&Value::Null)))).collect();
    }
    let mut merged = HashMap::new();
    for page in pages {
        let key = (page.room, page.diary.audience);
        let view = merged
            .entry((page.room, page.diary.page_place()))
            .or_insert_with(|| page.diary.page());
        let has_notes = is_same(notes.get(&key), &page.diary.notes(&page.own));
        let has_view = is_same(views.get(&key), view);
        report.compared += 1;
        report.other_notes += u64::from(!has_notes);
        report.other_views += u64::from(!has_view);
        report.differing += u64::from(!has_notes || !has_view);
    }
}

/// Of a server that keeps nothing: what all phones of a room wrote together.
fn written(pages: &[Page]) -> Known {
    let mut messages: HashMap<(usize, Audience), Vec<&[u8]>> = HashMap::new();
    for page in pages {
        let of_room = messages.entry((page.room, page.diary.audience)).or_default();
        of_room.extend(page.own.iter().map(Vec::as_slice));
    }
    let hashes = messages
        .into_iter()
        .map(|(key, messages)| (key, document::hash(messages.into_iter())));
    hashes.collect()
}

fn is_same(theirs: Option<&Result<Hash, String>>, own: &Result<Hash, String>) -> bool {
    matches!((theirs, own), (Some(Ok(theirs)), Ok(own)) if theirs == own)
}
