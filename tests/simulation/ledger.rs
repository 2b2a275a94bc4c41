//! What everybody asked and was told, kept to be compared with what is stored. What cannot be right, whatever is stored, is found here.

use crate::canaries::{self, Canaries, Kind};
use roundtable::room::ids::SeatId;
use roundtable::room::seat::Role;
use roundtable::room::view::Audience;
use serde_json::Value;
use std::cell::RefCell;
use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt::Write;
use std::hash::Hasher;
use uuid::Uuid;

/// Events that are shown where a run fails.
const LAST_EVENTS: usize = 60;

/// A command that somebody asked.
#[derive(Debug, Clone)]
pub struct Asked {
    pub seat: SeatId,
    pub command: Value,
    /// The secret poll in which it votes.
    pub secret_poll: Option<String>,
}

/// How a command was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    Done { seq: u64, made: Option<String> },
    Refused { code: String, epoch: String },
}

/// One's own page as it was shown, while the journal stood so far.
#[derive(Debug, Clone)]
pub struct Page {
    pub seat: SeatId,
    pub role: Role,
    pub seq: u64,
    pub stored_seq: u64,
    pub you: Value,
}

/// A canary in a section of an audience's view.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sighting {
    pub seq: u64,
    pub audience: Audience,
    pub section: String,
    pub canary: usize,
}

/// All of it.
#[derive(Default)]
pub struct Ledger {
    pub canaries: Canaries,
    pub asked: BTreeMap<Uuid, Asked>,
    pub answers: BTreeMap<Uuid, Answer>,
    /// Commands of which the last answer was that nothing is done.
    pub undone: BTreeSet<Uuid>,
    pub views: BTreeMap<(u64, Audience), Value>,
    pub pages: Vec<Page>,
    pub sightings: BTreeSet<Sighting>,
    /// The room itself, by position.
    pub states: BTreeMap<u64, Vec<u8>>,
    /// Paragraphs of the notes that are said to be stored.
    pub saved: BTreeSet<String>,
    /// Those that somebody took out again.
    pub taken_out: BTreeSet<String>,
    /// Delegations by seat.
    pub delegations: BTreeMap<SeatId, Option<String>>,
    pub frames: u64,
    transcript: DefaultHasher,
}

thread_local! {
    /// The last events of the run on this thread.
    static EVENTS: RefCell<VecDeque<String>> = const { RefCell::new(VecDeque::new()) };
}

/// What happened last on this thread, one event on a line.
pub fn last_events() -> String {
    EVENTS.with_borrow(|events| {
        events.iter().fold(String::new(), |mut lines, event| {
            let _ = writeln!(lines, "  {event}");
            lines
        })
    })
}

impl Ledger {
    /// Nothing yet.
    pub fn new() -> Self {
        EVENTS.with_borrow_mut(VecDeque::clear);
        Self::default()
    }

    /// Something happened.
    pub fn event(&mut self, event: String) {
        self.transcript.write(event.as_bytes());
        EVENTS.with_borrow_mut(|events| {
            if events.len() == LAST_EVENTS {
                events.pop_front();
            }
            events.push_back(event);
        });
    }

    /// Something that need not be shown, but must come again with the same seed.
    pub fn transcribe(&mut self, bytes: &[u8]) {
        self.transcript.write(bytes);
    }

    /// The same for two runs in which the same happened.
    pub fn fingerprint(&self) -> u64 {
        self.transcript.finish()
    }

    /// A view was shown at a position: whoever is there sees the same.
    pub fn shown(&mut self, seq: u64, audience: Audience, view: &Value) {
        refuse_disclosure(audience, view);
        let view = comparable(view.clone());
        if let Some(known) = self.views.get(&(seq, audience)) {
            assert_eq!(*known, view, "two of the {audience:?}s saw another view at position {seq}");
        } else {
            self.views.insert((seq, audience), view);
        }
    }

    /// Sections of a view, or of a change of it, were shown.
    pub fn sighted(&mut self, seq: u64, audience: Audience, sections: &Value) {
        for (section, value) in sections.as_object().into_iter().flatten() {
            canaries::in_value(value, &mut |canary| {
                self.sightings.insert(Sighting {
                    seq,
                    audience,
                    section: section.clone(),
                    canary,
                });
            });
        }
    }

    /// Somebody saw their own page.
    pub fn page(&mut self, page: Page) {
        let mut found = Vec::new();
        canaries::in_value(&page.you, &mut |canary| found.push(canary));
        for canary in found {
            let known = self.canaries.get(canary);
            let delegation = |seat: &SeatId| self.delegations.get(seat).cloned().flatten();
            let is_own = known.by == page.seat;
            let own = delegation(&page.seat);
            let is_of_delegation = own.is_some() && (delegation(&known.by) == own || known.entered_for == own);
            let is_allowed = match known.kind {
                Kind::Name | Kind::Card => is_own,
                Kind::Ballot => is_own || is_of_delegation,
                Kind::Draft | Kind::DeskNote | Kind::SecretBallot => false,
            };
            assert!(is_allowed, "the page of {} shows {known:?}: {}", page.seat, page.you);
        }
        self.pages.push(page);
    }

    /// A command was answered in such a run of the room, where that is known; a repeat gets the first answer.
    pub fn answered(&mut self, id: Uuid, answer: Answer, run: &str) {
        let asked = self
            .asked
            .get(&id)
            .unwrap_or_else(|| panic!("an answer to nothing: {answer:?}"));
        if matches!(&answer, Answer::Refused { code, .. } if code == "storage-fault") {
            self.undone.insert(id);
            return;
        }
        self.undone.remove(&id);
        if let Some(known) = self.answers.get(&id) {
            let is_same = match (known, &answer) {
                // Its position is that of now.
                (Answer::Done { .. }, Answer::Done { made, .. }) if asked.secret_poll.is_some() => made.is_none(),
                (Answer::Done { .. }, _) => *known == answer,
                // Refusals are remembered as long as the room is in memory.
                (Answer::Refused { code, epoch }, _) => *known == answer || epoch.is_empty() || epoch != run || may_change(code),
            };
            assert!(is_same, "{asked:?} was answered {known:?}, then {answer:?}");
        }
        self.answers.insert(id, answer);
    }
}

/// A view without the counts under way of secret polls: they follow from when somebody looked, not from the records alone.
pub fn comparable(mut view: Value) -> Value {
    let polls = view.pointer_mut("/polls/items").and_then(Value::as_object_mut);
    for poll in polls.into_iter().flat_map(|polls| polls.values_mut()) {
        if poll["state"] == "open" && poll["secrecy"] == "secret" {
            let poll = poll.as_object_mut().expect("a poll is an object");
            poll.remove("tally");
            poll.remove("count");
        }
    }
    view
}

/// Whether a refusal may become something else when the disk is mended.
fn may_change(code: &str) -> bool {
    matches!(code, "outcome-not-written" | "outcome-not-made")
}

/// Who voted how, and who has not voted, is told as far as the poll's secrecy goes, and in a room that is not on the record to nobody.
fn refuse_disclosure(audience: Audience, view: &Value) {
    let is_on_the_record = view["room"]["attribution"] == "on-the-record";
    for (id, poll) in view["polls"]["items"].as_object().into_iter().flatten() {
        let secrecy = poll["secrecy"].as_str().unwrap_or("undisclosed");
        let chair = audience == Audience::Chair;
        if poll.get("roll").is_some() {
            let may = is_on_the_record && (secrecy == "named" || (secrecy == "chair" && chair));
            assert!(may, "{audience:?} sees who voted how in {id}: {poll}");
        }
        if poll.get("missing").is_some() {
            assert!(
                chair && secrecy != "secret",
                "{audience:?} sees who has not voted in {id}: {poll}"
            );
        }
        assert!(poll["state"] != "draft" || chair, "{audience:?} sees the draft {id}: {poll}");
        let is_hidden = poll["state"] == "closed" && poll["shown"] == false && !chair;
        assert!(
            !is_hidden || poll.get("tally").is_none(),
            "{audience:?} sees a result that is not shown: {poll}"
        );
    }
    assert!(
        audience == Audience::Chair || view["floor"].get("desk").is_none(),
        "{audience:?} sees the chair's desk"
    );
}
