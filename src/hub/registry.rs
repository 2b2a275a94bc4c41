//! What the server knows beside its rooms: the meetings, the join codes and the keys. All of it is in the journal's
//! stream `server`, so that the data directory needs nothing beside it: one file to back up.

use super::admission::{Admission, Grant, Issue, Seats};
use super::fault::Fault;
use super::guests::Guests;
use crate::journal::{Journal, Stream};
use crate::meeting::{Meeting, codes};
use crate::people::Register;
use crate::room::event::Definition;
use crate::room::ids::SeatId;
use crate::room::seat::{Role, Seat};
use bytes::Bytes;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};
use tokio::sync::Mutex;

/// The journal's stream of the server itself. No room has this name: theirs hold a slash.
const STREAM: &str = "server";
/// Records read at a time.
const PAGE_RECORDS: usize = 1_000;

/// The server's secrets. They never leave the journal and this process.
#[derive(Clone, Serialize, Deserialize)]
pub struct Keys {
    /// Authenticates tokens.
    pub token: [u8; 32],
    /// Signs sealed outcomes (an ed25519 seed).
    pub seal: [u8; 32],
}

/// A record of the server's stream.
#[derive(Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
enum Entry {
    KeysMade { keys: Keys },
    MeetingLoaded { meeting: Box<Meeting> },
    CodesMade { codes: Vec<(Grant, String)> },
    CodeReplaced { link: Grant, code: String, seats: Seats },
    SeatEnded { meeting: String, seat: SeatId },
    Served { base_url: String },
    MeetingForgotten { meeting: String },
}

/// The meetings as they are planned now.
#[derive(Default)]
struct Meetings {
    by_id: BTreeMap<String, Arc<Meeting>>,
    latest: Option<String>,
}

/// Meetings, codes and keys.
#[derive(Default)]
pub struct Registry {
    keys: Option<Keys>,
    meetings: RwLock<Meetings>,
    base_url: Option<String>,
    admission: RwLock<Admission>,
    /// The last record of the stream that is known here. Who writes holds it, so that one writes at a time.
    known_seq: Mutex<u64>,
}

/// Who has to leave by a change.
#[derive(Debug)]
pub(super) enum Leaving {
    /// Whoever came with a link.
    Link(Grant),
    /// A seat of a meeting.
    Seat(String, SeatId),
    /// Everybody who is no organiser of a meeting.
    Everybody(String),
}

impl Entry {
    fn leaving(&self) -> Option<Leaving> {
        match self {
            Self::CodeReplaced {
                link, seats: Seats::End, ..
            } => Some(Leaving::Link(link.clone())),
            Self::SeatEnded { meeting, seat } => Some(Leaving::Seat(meeting.clone(), seat.clone())),
            Self::MeetingForgotten { meeting } => Some(Leaving::Everybody(meeting.clone())),
            _ => None,
        }
    }

    /// What is left of it once a meeting's people are forgotten: the plan without them, and the organiser's link. None where it is as it
    /// was.
    fn without_people(&self, forgotten: &str) -> Option<Self> {
        let stays = |link: &Grant| link.meeting != forgotten || link.role == Role::Organiser;
        let blank = || Some(Self::CodesMade { codes: Vec::new() });
        match self {
            Self::MeetingLoaded { meeting } if meeting.id == forgotten => Some(Self::MeetingLoaded {
                meeting: Box::new(meeting.without_people()),
            }),
            Self::CodesMade { codes } if !codes.iter().all(|(link, _)| stays(link)) => {
                let codes = codes.iter().filter(|(link, _)| stays(link)).cloned().collect();
                Some(Self::CodesMade { codes })
            }
            Self::CodeReplaced { link, .. } if !stays(link) => blank(),
            Self::SeatEnded { meeting, .. } if meeting == forgotten => blank(),
            _ => None,
        }
    }
}

impl Registry {
    /// What the journal has; changes nothing.
    pub async fn read(journal: &dyn Journal) -> Result<Self, Fault> {
        Self::replay(journal).await
    }

    /// What the journal has, with `meeting` as its file says it now and where the server is reached, and with keys and codes made where
    /// there were none.
    pub async fn open(journal: &dyn Journal, meeting: Option<Meeting>, base_url: &str) -> Result<Self, Fault> {
        let mut registry = Self::replay(journal).await?;
        let mut news = Vec::new();
        if registry.keys.is_none() {
            news.push(Entry::KeysMade {
                keys: Keys {
                    token: random(),
                    seal: random(),
                },
            });
        }
        if registry.base_url.as_deref() != Some(base_url) {
            news.push(Entry::Served {
                base_url: base_url.to_owned(),
            });
        }
        if let Some(mut meeting) = meeting {
            if registry.is_forgotten(&meeting.id) {
                // The file still has them; the server does not take them in again.
                meeting = meeting.without_people();
            }
            let missing = registry.admission().missing_codes(&meeting);
            if registry.meeting(&meeting.id).as_deref() != Some(&meeting) {
                news.push(Entry::MeetingLoaded {
                    meeting: Box::new(meeting),
                });
            }
            if !missing.is_empty() {
                news.push(Entry::CodesMade { codes: missing });
            }
        }
        if !news.is_empty() {
            let seq = registry.known_seq.get_mut();
            *seq = write(journal, *seq, &news).await?;
        }
        news.into_iter().for_each(|entry| registry.begin(entry));
        Ok(registry)
    }

    /// The server's secrets.
    pub fn keys(&self) -> Result<&Keys, Fault> {
        self.keys
            .as_ref()
            .ok_or_else(|| Fault::Unreadable("the data directory holds no keys yet; start the server once".into()))
    }

    /// Where the server was last reached.
    pub fn base_url(&self) -> Option<&str> {
        self.base_url.as_deref()
    }

    /// The meetings by id.
    pub fn meetings(&self) -> Vec<Arc<Meeting>> {
        self.planned().by_id.values().cloned().collect()
    }

    /// The meeting whose file was loaded last.
    pub fn latest_meeting(&self) -> Option<Arc<Meeting>> {
        let planned = self.planned();
        planned.by_id.get(planned.latest.as_deref()?).cloned()
    }

    /// One meeting.
    pub fn meeting(&self, id: &str) -> Option<Arc<Meeting>> {
        self.planned().by_id.get(id).cloned()
    }

    /// What a room's own journal has to know of it.
    pub fn definition(&self, meeting: &str, room: &str) -> Option<Definition> {
        let join_code = match self.code(meeting, Some(room), Role::Participant) {
            Some(code) => code,
            None if self.is_forgotten(meeting) => String::new(),
            None => return None,
        };
        self.meeting(meeting)?.definition(room, &join_code)
    }

    /// The code that opens a role.
    pub fn code(&self, meeting: &str, room: Option<&str>, role: Role) -> Option<String> {
        let link = Grant {
            meeting: meeting.to_owned(),
            room: room.map(str::to_owned),
            role,
        };
        self.admission().code(&link).map(str::to_owned)
    }

    /// What a code opens, as somebody typed it, and of which issue those are who come with it.
    pub fn grant(&self, code: &str) -> Option<(Grant, Issue)> {
        self.admission().grant(code).map(|(grant, issue)| (grant.clone(), issue))
    }

    /// Whether a seat that was taken with a link may still be used.
    pub fn holds(&self, link: &Grant, issue: Issue, seat: &SeatId) -> bool {
        self.admission().holds(link, issue, seat)
    }

    /// How many of a room's seats may still be used.
    pub fn count_held<'a>(&self, meeting: &str, room: &str, seats: impl Iterator<Item = &'a Seat>) -> usize {
        let admission = self.admission();
        let held = seats.filter(|seat| {
            let link = Grant {
                meeting: meeting.to_owned(),
                room: Some(room.to_owned()),
                role: seat.role,
            };
            let is_on_the_list = || admission.guests(meeting)?.seat(&seat.id);
            admission.holds(&link, Issue(seat.issue), &seat.id) || is_on_the_list().is_some()
        });
        held.count()
    }

    /// Whom a personal code belongs to, as somebody typed it: what it opens, the issue of the code and the seat.
    pub fn guest(&self, code: &str) -> Option<(Grant, Issue, Seat)> {
        let admission = self.admission();
        let (meeting, issue, seat) = admission.guest(code)?;
        let grant = Grant {
            meeting: meeting.to_owned(),
            room: None,
            role: Role::Participant,
        };
        Some((grant, issue, seat))
    }

    /// The seat that somebody on the list takes in a room.
    pub fn guest_seat(&self, meeting: &str, seat: &SeatId) -> Option<Seat> {
        let admission = self.admission();
        let (_, seat) = admission.guests(meeting)?.seat(seat)?;
        Some(seat)
    }

    /// Whether somebody on the list may be in a room.
    pub fn may_enter(&self, meeting: &str, seat: &SeatId, room: &str) -> bool {
        let Some(plan) = self.meeting(meeting) else { return false };
        let admission = self.admission();
        let guests = admission.guests(meeting);
        guests.is_some_and(|guests| guests.may_enter(seat, room, &plan))
    }

    /// Whether those who are not on the list may join a room with its own code.
    pub fn is_open(&self, meeting: &str, room: &str) -> bool {
        self.admission().guests(meeting).is_none_or(|guests| guests.is_open(room))
    }

    /// Whether a code, in its normal form, opens something.
    pub fn is_taken(&self, code: &str) -> bool {
        self.admission().is_taken(code)
    }

    pub(super) fn look_at_guests(&self, meeting: &str, look: impl FnOnce(&Guests)) {
        if let Some(guests) = self.admission().guests(meeting) {
            look(guests);
        }
    }

    /// The list of a meeting is so now. Answers with those who are out by it.
    pub(super) fn set_guests(&self, meeting: &str, register: &Register) -> HashSet<SeatId> {
        let mut admission = self.admission.write().unwrap_or_else(PoisonError::into_inner);
        admission.set_guests(meeting, register)
    }

    /// One person of it is so now; nobody is out by it.
    pub(super) fn renew_guest(&self, meeting: &str, register: &Register, seat: &SeatId) -> HashSet<SeatId> {
        let mut admission = self.admission.write().unwrap_or_else(PoisonError::into_inner);
        admission.renew_guest(meeting, register, seat);
        HashSet::new()
    }

    /// Whether a seat was ended.
    pub fn is_ended(&self, meeting: &str, seat: &SeatId) -> bool {
        self.admission().is_ended(meeting, seat)
    }

    /// Gives a link another code; none where there is no such link. Says who is to leave by it, and by what was only found out now.
    pub(super) async fn replace_code(
        &self,
        journal: &dyn Journal,
        link: &Grant,
        seats: Seats,
    ) -> Result<Option<(String, Vec<Leaving>)>, Fault> {
        if self.admission().code(link).is_none() {
            return Ok(None);
        }
        let code = self.admission().fresh_code(link.role, &HashSet::new());
        let replaced = Entry::CodeReplaced {
            link: link.clone(),
            code: code.clone(),
            seats,
        };
        let leaving = self.change(journal, vec![replaced]).await?;
        Ok(Some((code, leaving)))
    }

    /// Lets a seat in no more. Says who is to leave by it, and by what was only found out now.
    pub(super) async fn end_seat(&self, journal: &dyn Journal, meeting: &str, seat: &SeatId) -> Result<Vec<Leaving>, Fault> {
        if self.is_ended(meeting, seat) {
            return Ok(Vec::new());
        }
        let ended = Entry::SeatEnded {
            meeting: meeting.to_owned(),
            seat: seat.clone(),
        };
        self.change(journal, vec![ended]).await
    }

    /// Whether the people of a meeting are forgotten: then nobody comes in any more but the organiser.
    pub fn is_forgotten(&self, meeting: &str) -> bool {
        self.admission().is_forgotten(meeting)
    }

    /// Forgets who takes part in a meeting, in its plan and among its links, also in what was written before. May be done again.
    pub(super) async fn forget(&self, journal: &dyn Journal, meeting: &str) -> Result<Vec<Leaving>, Fault> {
        let mut leaving = Vec::new();
        if !self.is_forgotten(meeting) {
            let forgotten = Entry::MeetingForgotten {
                meeting: meeting.to_owned(),
            };
            leaving = self.change(journal, vec![forgotten]).await?;
        }
        // Held, so that nobody writes meanwhile.
        let _seq = self.known_seq.lock().await;
        let (mut records, mut changed) = (Vec::new(), false);
        loop {
            let page = journal.read(&Stream::new(STREAM), records.len() as u64, PAGE_RECORDS).await?;
            let is_last = page.len() < PAGE_RECORDS;
            for record in page {
                let rewritten = read(&record.payload)?.without_people(meeting);
                changed |= rewritten.is_some();
                records.push(rewritten.map_or(Ok(record.payload), |entry| written(&entry))?);
            }
            if is_last {
                break;
            }
        }
        if changed {
            journal.replace_records(&Stream::new(STREAM), records).await?;
        }
        Ok(leaving)
    }

    /// Plans a meeting so, and makes the codes that it lacks.
    pub(super) async fn put_meeting(&self, journal: &dyn Journal, meeting: Meeting) -> Result<Vec<Leaving>, Fault> {
        let meeting = if self.is_forgotten(&meeting.id) {
            meeting.without_people()
        } else {
            meeting
        };
        let missing = self.admission().missing_codes(&meeting);
        let mut news = vec![Entry::MeetingLoaded {
            meeting: Box::new(meeting),
        }];
        if !missing.is_empty() {
            news.push(Entry::CodesMade { codes: missing });
        }
        self.change(journal, news).await
    }

    /// Writes entries, and then goes by them. What an earlier change left unknown is read first: whether it is on disk.
    async fn change(&self, journal: &dyn Journal, news: Vec<Entry>) -> Result<Vec<Leaving>, Fault> {
        let mut seq = self.known_seq.lock().await;
        let mut leaving = Vec::new();
        for (position, missed) in entries_after(journal, *seq).await? {
            leaving.extend(missed.leaving());
            self.apply(missed);
            *seq = position;
        }
        *seq = write(journal, *seq, &news).await?;
        for entry in news {
            leaving.extend(entry.leaving());
            self.apply(entry);
        }
        Ok(leaving)
    }

    async fn replay(journal: &dyn Journal) -> Result<Self, Fault> {
        let mut registry = Self::default();
        let entries = entries_after(journal, 0).await?;
        *registry.known_seq.get_mut() = entries.last().map_or(0, |(seq, _)| *seq);
        entries.into_iter().for_each(|(_, entry)| registry.begin(entry));
        Ok(registry)
    }

    /// Takes what is fixed once the server runs, and goes by the rest.
    fn begin(&mut self, entry: Entry) {
        match entry {
            Entry::KeysMade { keys } => self.keys = Some(keys),
            Entry::Served { base_url } => self.base_url = Some(base_url),
            entry => self.apply(entry),
        }
    }

    fn apply(&self, entry: Entry) {
        match entry {
            Entry::MeetingLoaded { meeting } => {
                let mut planned = self.meetings.write().unwrap_or_else(PoisonError::into_inner);
                planned.latest = Some(meeting.id.clone());
                planned.by_id.insert(meeting.id.clone(), Arc::new(*meeting));
            }
            entry => {
                if let Entry::MeetingForgotten { meeting } = &entry {
                    let mut planned = self.meetings.write().unwrap_or_else(PoisonError::into_inner);
                    if let Some(plan) = planned.by_id.get_mut(meeting) {
                        *plan = Arc::new(plan.without_people());
                    }
                }
                self.admit(entry);
            }
        }
    }

    fn planned(&self) -> RwLockReadGuard<'_, Meetings> {
        self.meetings.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Goes by an entry that says who is let in.
    fn admit(&self, entry: Entry) {
        let mut admission = self.admission.write().unwrap_or_else(PoisonError::into_inner);
        match entry {
            Entry::CodesMade { codes } => {
                for (grant, code) in codes {
                    admission.set_code(grant, code, Seats::Keep);
                }
            }
            Entry::CodeReplaced { link, code, seats } => admission.set_code(link, code, seats),
            Entry::SeatEnded { meeting, seat } => admission.end_seat(meeting, seat),
            Entry::MeetingForgotten { meeting } => admission.forget(&meeting),
            Entry::KeysMade { .. } | Entry::MeetingLoaded { .. } | Entry::Served { .. } => {}
        }
    }

    fn admission(&self) -> RwLockReadGuard<'_, Admission> {
        self.admission.read().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The entries behind a position, each with its own.
async fn entries_after(journal: &dyn Journal, mut seq: u64) -> Result<Vec<(u64, Entry)>, Fault> {
    let mut entries = Vec::new();
    loop {
        let page = journal.read(&Stream::new(STREAM), seq, PAGE_RECORDS).await?;
        for record in &page {
            entries.push((record.seq, read(&record.payload)?));
            seq = record.seq;
        }
        if page.len() < PAGE_RECORDS {
            return Ok(entries);
        }
    }
}

fn read(record: &[u8]) -> Result<Entry, Fault> {
    serde_json::from_slice(record).map_err(|error| Fault::Unreadable(error.to_string()))
}

fn written(entry: &Entry) -> Result<Bytes, Fault> {
    let record = serde_json::to_vec(entry).map_err(|error| Fault::Unreadable(error.to_string()))?;
    Ok(Bytes::from(record))
}

/// Writes entries behind a position; answers with the new one.
async fn write(journal: &dyn Journal, seq: u64, entries: &[Entry]) -> Result<u64, Fault> {
    let records = entries.iter().map(written).collect::<Result<_, _>>()?;
    Ok(journal.append(&Stream::new(STREAM), seq, records).await?)
}

/// Bytes that nobody can foresee. A machine that can't give them can't run a server.
pub fn random<const LENGTH: usize>() -> [u8; LENGTH] {
    let mut bytes = [0; LENGTH];
    #[allow(
        clippy::expect_used,
        reason = "without chance there are no secrets; better no server than a guessable one"
    )]
    getrandom::fill(&mut bytes).expect("the system gives random bytes");
    bytes
}

/// Random characters of the join codes' alphabet.
pub fn random_text(length: usize) -> String {
    loop {
        if let Some(text) = codes::from_random(&random::<64>(), length) {
            return text;
        }
    }
}
