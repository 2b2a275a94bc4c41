//! What the server knows beside its rooms: the meetings, the join codes and the keys. All of it is in the journal's
//! stream `server`, so that the data directory needs nothing beside it: one file to back up.

mod compacting;
mod entry;
mod forgetting;
mod listed;

pub use entry::Keys;
pub(super) use entry::Leaving;

use super::admission::{Admission, Grant, Issue, Seats};
use super::fault::Fault;
use super::plans::{Origin, Plans};
use crate::journal::Journal;
use crate::meeting::{Meeting, RoomPlan, codes};
use crate::room::event::Definition;
use crate::room::ids::SeatId;
use crate::room::seat::Role;
use compacting::PlansInStream;
use entry::{Entry, each_after, write};
use std::collections::HashSet;
use std::convert::Infallible;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};
use tokio::sync::Mutex;

/// Meetings, codes and keys.
#[derive(Default)]
pub struct Registry {
    keys: Option<Keys>,
    plans: RwLock<Plans>,
    base_url: Option<String>,
    admission: RwLock<Admission>,
    /// What is known here of the stream. Who writes holds it, so that one writes at a time.
    known: Mutex<Stretch>,
}

/// What is known of the stream.
#[derive(Default)]
struct Stretch {
    /// Its last record.
    seq: u64,
    /// Where the plans are in it.
    plans: PlansInStream,
}

impl Stretch {
    fn take(&mut self, entry: &Entry, bytes: usize) {
        self.seq += 1;
        self.plans.take(self.seq, entry, bytes);
    }
}

impl Registry {
    /// What the journal has; changes nothing.
    pub async fn read(journal: &dyn Journal) -> Result<Self, Fault> {
        Self::replay(journal).await
    }

    /// What the journal has, with `meeting` as its file says it now (where that is news) and where the server is reached, and with keys
    /// and codes made where there were none.
    pub async fn open(journal: &dyn Journal, meeting: Option<(Meeting, Origin)>, base_url: &str) -> Result<Self, Fault> {
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
        let meeting = meeting.map(|(meeting, origin)| (registry.as_remembered(meeting), origin));
        if let Some((meeting, _)) = meeting.filter(|(meeting, origin)| registry.planned().take(meeting, *origin)) {
            let missing = registry.admission().missing_codes(&meeting);
            news.push(Entry::MeetingLoaded {
                meeting: Box::new(meeting),
            });
            if !missing.is_empty() {
                news.push(Entry::CodesMade { codes: missing });
            }
        }
        if !news.is_empty() {
            let known = registry.known.get_mut();
            let sizes = write(journal, known.seq, &news).await?;
            news.iter().zip(sizes).for_each(|(entry, bytes)| known.take(entry, bytes));
        }
        news.into_iter().for_each(|entry| registry.begin(entry));
        let mut known = registry.known.lock().await;
        if known.plans.are_many_at_start() {
            registry.try_to_compact(journal, &mut known).await;
        }
        drop(known);
        Ok(registry)
    }

    /// What was replaced costs space, and time at the next start; nobody is to be refused anything because it stays a while longer.
    async fn try_to_compact(&self, journal: &dyn Journal, known: &mut Stretch) {
        if let Err(fault) = self.compact(journal, &mut known.plans).await {
            tracing::warn!(%fault, "plans that later ones have replaced could not be cleared away; it is tried again");
        }
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
        self.planned().all()
    }

    /// The meeting whose file was loaded last.
    pub fn latest_meeting(&self) -> Option<Arc<Meeting>> {
        self.planned().latest()
    }

    /// One meeting.
    pub fn meeting(&self, id: &str) -> Option<Arc<Meeting>> {
        self.planned().get(id)
    }

    /// How often the plan of a meeting was changed.
    pub fn plan_changes(&self, meeting: &str) -> u32 {
        self.planned().changes(meeting)
    }

    /// The rooms that have left a plan: what was in them is in their journals.
    pub fn removed_rooms(&self, meeting: &str) -> Vec<RoomPlan> {
        self.planned().removed(meeting)
    }

    /// Whether the meeting was made in the browser from this organiser's seat of another one, and nobody had to leave it since: who has made
    /// it asks again where the answer was lost, and not to come back in.
    pub fn may_repeat(&self, meeting: &str, seat: &SeatId) -> bool {
        let code = self.code(meeting, None, Role::Organiser);
        let issue = code.and_then(|code| self.grant(&code)).map(|(_, issue)| issue);
        self.planned().is_maker(meeting, seat) && issue.is_some_and(|issue| issue.is_first())
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

    /// Plans a meeting as `change` makes of its plan, or says why not, and makes the codes that it lacks. Nobody else changes anything
    /// meanwhile. With the plan that there was, who is to leave by what was only found out now, and what `change` says beside the plan.
    pub(super) async fn change_plan<T, E>(
        &self,
        journal: &dyn Journal,
        id: &str,
        made_by: Option<SeatId>,
        change: impl FnOnce(Option<&Meeting>) -> Result<(Meeting, T), E>,
    ) -> Result<(Option<Arc<Meeting>>, Vec<Leaving>, Result<T, E>), Fault> {
        let mut before = None;
        let (leaving, changed) = self
            .change_by(journal, |registry| {
                before = registry.meeting(id);
                let (meeting, said) = change(before.as_deref())?;
                let meeting = registry.as_remembered(meeting);
                if before.as_deref() == Some(&meeting) {
                    return Ok((Vec::new(), said));
                }
                let missing = registry.admission().missing_codes(&meeting);
                let meeting = Box::new(meeting);
                let mut news = vec![Entry::PlanChanged { meeting, made_by }];
                if !missing.is_empty() {
                    news.push(Entry::CodesMade { codes: missing });
                }
                Ok((news, said))
            })
            .await?;
        Ok((before, leaving, changed))
    }

    /// Writes entries, and then goes by them.
    async fn change(&self, journal: &dyn Journal, news: Vec<Entry>) -> Result<Vec<Leaving>, Fault> {
        let (leaving, Ok(())) = self.change_by(journal, |_| Ok::<_, Infallible>((news, ()))).await?;
        Ok(leaving)
    }

    /// Writes entries, and then goes by them. What an earlier change left unknown is read first: whether it is on disk.
    async fn change_by<T, E>(
        &self,
        journal: &dyn Journal,
        make: impl FnOnce(&Self) -> Result<(Vec<Entry>, T), E>,
    ) -> Result<(Vec<Leaving>, Result<T, E>), Fault> {
        let mut known = self.known.lock().await;
        let mut leaving = Vec::new();
        let after = known.seq;
        let missed = each_after(journal, after, |bytes, missed| {
            leaving.extend(missed.leaving());
            known.take(&missed, bytes);
            self.apply(missed);
        });
        missed.await?;
        let (news, said) = match make(self) {
            Ok(made) => made,
            Err(reason) => return Ok((leaving, Err(reason))),
        };
        let sizes = match news.is_empty() {
            true => Vec::new(),
            false => write(journal, known.seq, &news).await?,
        };
        for (entry, bytes) in news.into_iter().zip(sizes) {
            leaving.extend(entry.leaving());
            known.take(&entry, bytes);
            self.apply(entry);
        }
        if known.plans.are_many() {
            self.try_to_compact(journal, &mut known).await;
        }
        Ok((leaving, Ok(said)))
    }

    /// A plan as it may be kept: where the people of the meeting are forgotten, a file or a page that still has them does not bring them back.
    fn as_remembered(&self, meeting: Meeting) -> Meeting {
        if self.is_forgotten(&meeting.id) {
            meeting.without_people()
        } else {
            meeting
        }
    }

    async fn replay(journal: &dyn Journal) -> Result<Self, Fault> {
        let mut registry = Self::default();
        let mut known = Stretch::default();
        let reading = each_after(journal, 0, |bytes, entry| {
            known.take(&entry, bytes);
            registry.begin(entry);
        });
        reading.await?;
        *registry.known.get_mut() = known;
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
        let plans = || self.plans.write().unwrap_or_else(PoisonError::into_inner);
        match entry {
            Entry::MeetingLoaded { meeting } => plans().loaded(*meeting),
            Entry::PlanChanged { meeting, made_by } => plans().changed(*meeting, made_by),
            Entry::PlansKept { standing } => plans().stands(*standing),
            entry => {
                if let Entry::MeetingForgotten { meeting } = &entry {
                    plans().forget(meeting);
                }
                self.admit(entry);
            }
        }
    }

    fn planned(&self) -> RwLockReadGuard<'_, Plans> {
        self.plans.read().unwrap_or_else(PoisonError::into_inner)
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
            Entry::KeysMade { .. }
            | Entry::MeetingLoaded { .. }
            | Entry::PlanChanged { .. }
            | Entry::PlansKept { .. }
            | Entry::PlanReplaced
            | Entry::Served { .. } => {}
        }
    }

    fn admission(&self) -> RwLockReadGuard<'_, Admission> {
        self.admission.read().unwrap_or_else(PoisonError::into_inner)
    }
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
