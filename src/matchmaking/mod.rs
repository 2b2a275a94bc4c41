//! Matchmaking: those who need help post it, those who offer help post that, and the server proposes partners with its reasons. Who
//! needs chooses; with the second yes the two learn who they are, and tables are assigned for as many of them to meet as can.
//! Pure: no I/O, no clock, no chance.
//!
//! Each rule has its file: `settings`, `who`, `post`, `proposal`, `agreeing`, `outcome`, `seating`. What is true and who may see it are
//! two questions: a name, a delegation, a contact and a seat are told by `view` alone, and by it only of those with whom the reader
//! agreed. Participants, chairs and rapporteurs take part alike; an organiser sets it up and assigns tables; a screen does nothing.

pub mod agreeing;
pub mod command;
pub mod event;
pub mod limits;
pub mod outcome;
pub mod post;
pub mod proposal;
pub mod seating;
pub mod settings;
#[cfg(test)]
mod tests;
pub mod view;
pub mod who;

pub use command::{Command, Order};
pub use event::Event;
pub use outcome::consented;
pub use seating::Sitting;

use crate::book::{Book, Context};
use crate::room::event::Stamp;
use crate::room::ids::{Millis, SeatId};
use crate::room::refusal::{Code, Refusal};
use crate::room::seat::Role;
use agreeing::{Pairing, PairingId, Side, Standing};
use post::{Details, Kind, Post, PostId};
use settings::{Settings, Stage};
use std::collections::BTreeMap;
use who::{Directory, Introduction, Listed, Person};

/// Everything that is true in the matchmaking of a meeting.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Matchmaking {
    /// When, at how many tables, for whom.
    pub settings: Settings,
    /// Whether it takes something new.
    pub stage: Stage,
    /// Who takes part.
    pub people: BTreeMap<SeatId, Person>,
    /// The posts, those taken back among them.
    pub posts: BTreeMap<PostId, Post>,
    /// What was chosen, with whatever became of it.
    pub pairings: BTreeMap<PairingId, Pairing>,
    /// The last time that tables were assigned, if ever.
    pub assigned: Option<Assigned>,
}

/// An assignment of tables, as the organiser is told of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assigned {
    /// When.
    pub at: Millis,
    /// How many got a table that had none.
    pub added: usize,
    /// How many have another place than before.
    pub moved: usize,
    /// How many lost theirs.
    pub unseated: usize,
}

impl Book for Matchmaking {
    const NAME: &'static str = "matchmaking";
    type Command = Order;
    type Event = Event;

    fn decide(&self, order: &Order, context: &Context) -> Result<Vec<Event>, Refusal> {
        let Order { command, listed } = order;
        let listed = listed.as_ref();
        require(command, context.role)?;
        let seat = &context.seat;
        let event = match command {
            Command::Settings { seen, settings } => return settings::decide(self, seen, settings),
            Command::Stage { stage } => Event::StageSet { stage: *stage },
            Command::Assign => seating::decide(self, context.now)?,
            Command::Introduce { introduction } => who::decide_introduce(introduction, listed)?,
            Command::Busy { slots } => who::decide_busy(self, slots)?,
            Command::Post { kind, details } => return self.decide_post(*kind, details, listed, context),
            Command::Change { post, details } => post::decide_change(self, *post, details, seat)?,
            Command::Withdraw { post } => post::decide_withdraw(self, *post, seat)?,
            Command::Choose { need, offer } => agreeing::decide_choose(self, PairingId(context.request), *need, *offer, seat)?,
            Command::Accept { pairing } => agreeing::decide_accept(self, *pairing, seat)?,
            Command::Decline { pairing } => agreeing::decide_decline(self, *pairing, seat)?,
            Command::GiveUp { pairing } => agreeing::decide_give_up(self, *pairing, seat, context.role)?,
            Command::Write { pairing, text } => outcome::decide_write(self, *pairing, text, seat)?,
            Command::Consent { pairing, version } => outcome::decide_consent(self, *pairing, *version, seat)?,
            Command::WithdrawConsent { pairing } => outcome::decide_withdraw(self, *pairing, seat)?,
        };
        let seated = seating::late::decide(self, &event, context);
        Ok(std::iter::once(event).chain(seated).collect())
    }

    fn apply(&mut self, stamp: &Stamp, event: &Event) {
        let by = stamp.by.as_ref();
        match event {
            Event::SettingsChanged { settings } => settings::apply(self, settings),
            Event::StageSet { stage } => self.stage = *stage,
            Event::Introduced { introduction } => {
                self.person_mut(by, |person| person.introduction = Some(introduction.clone()));
                // Both have let into the outcome what was said by whom; whoever is somebody else now has to be asked about again.
                let of_theirs = self
                    .pairings
                    .values_mut()
                    .filter(|pairing| by.is_some_and(|by| pairing.side_of(by).is_some()));
                of_theirs.for_each(Pairing::ask_again);
            }
            Event::BusySet { busy } => self.person_mut(by, |person| person.busy.clone_from(busy)),
            Event::Posted { post, kind, details } => {
                let owner = by.cloned().map(|owner| Post {
                    kind: *kind,
                    owner,
                    at: stamp.at,
                    details: details.clone(),
                    withdrawn: false,
                });
                self.posts.extend(owner.map(|made| (*post, made)));
            }
            Event::PostChanged { post, details } => self.post_mut(*post, |post| post.details = details.clone()),
            Event::PostWithdrawn { post } => {
                self.post_mut(*post, |post| post.withdrawn = true);
                agreeing::apply_post_withdrawn(self, stamp.at, *post);
            }
            Event::Chosen { pairing, need, offer } => agreeing::apply_chosen(self, stamp.at, *pairing, *need, *offer),
            Event::Accepted { pairing } => agreeing::apply_standing(self, stamp.at, *pairing, Standing::Agreed),
            Event::Declined { pairing } => agreeing::apply_standing(self, stamp.at, *pairing, Standing::Declined),
            Event::GivenUp { pairing } => agreeing::apply_standing(self, stamp.at, *pairing, Standing::GivenUp),
            Event::AgreementWritten { pairing, text } => outcome::apply_written(self, *pairing, text),
            Event::Consented { pairing } => outcome::apply_consent(self, *pairing, by, true),
            Event::ConsentWithdrawn { pairing } => outcome::apply_consent(self, *pairing, by, false),
            Event::TablesAssigned { seated, unseated, moved } => seating::apply(self, stamp.at, seated, unseated, *moved),
            Event::Seated { seated } => seating::apply_seated(self, seated),
        }
    }
}

/// Refuses what is not the role's to ask.
fn require(command: &Command, role: Role) -> Result<(), Refusal> {
    let is_for_organiser = matches!(command, Command::Settings { .. } | Command::Stage { .. } | Command::Assign);
    let may = match role {
        Role::Organiser => is_for_organiser || matches!(command, Command::GiveUp { .. }),
        Role::Participant | Role::Chair | Role::Rapporteur => !is_for_organiser,
        Role::Screen => false,
    };
    if may {
        return Ok(());
    }
    let message = if is_for_organiser {
        "Only an organiser may set up the matchmaking and assign tables."
    } else {
        "Only those who take part post, choose and answer."
    };
    Err(Refusal::new(Code::NotAllowed, message))
}

impl Matchmaking {
    /// A post; and before it who its owner is, where the list of participants says that and it is not on record so.
    fn decide_post(
        &self,
        kind: Kind,
        details: &Details,
        listed: Option<&Listed>,
        context: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        let said = self.introduction(&context.seat);
        let known = who::known(said, listed);
        let posted = post::decide_post(self, PostId(context.request), kind, details, &context.seat, known.as_ref())?;
        let introduced = known.filter(|known| said != Some(known));
        let introduced = introduced.map(|introduction| Event::Introduced { introduction });
        Ok(introduced.into_iter().chain([posted]).collect())
    }

    /// Who a seat says they are.
    pub fn introduction(&self, seat: &SeatId) -> Option<&Introduction> {
        self.people.get(seat)?.introduction.as_ref()
    }

    /// The same, with what was put right on the list of participants since.
    fn called(&self, seat: &SeatId, directory: &Directory) -> Option<Introduction> {
        who::known(Some(self.introduction(seat)?), directory(seat).as_ref())
    }

    /// The seat's posts that stand.
    fn standing_posts(&self, seat: &SeatId) -> Vec<&Post> {
        let own = self.posts.values().filter(|post| post.owner == *seat && !post.withdrawn);
        own.collect()
    }

    fn own_post(&self, id: PostId, seat: &SeatId) -> Result<&Post, Refusal> {
        let own = self.posts.get(&id).filter(|post| post.owner == *seat && !post.withdrawn);
        own.ok_or_else(|| Refusal::new(Code::UnknownPost, "There is no such post of yours."))
    }

    fn own_pairing(&self, id: PairingId, seat: &SeatId) -> Result<(&Pairing, Side), Refusal> {
        let pairing = self.pairings.get(&id).ok_or_else(agreeing::unknown)?;
        let side = pairing.side_of(seat).ok_or_else(agreeing::unknown)?;
        Ok((pairing, side))
    }

    fn pairings_of(&self, post: PostId) -> impl Iterator<Item = &Pairing> {
        let with_it = move |pairing: &&Pairing| pairing.need == post || pairing.offer == post;
        self.pairings.values().filter(with_it)
    }

    fn person_mut(&mut self, seat: Option<&SeatId>, change: impl FnOnce(&mut Person)) {
        if let Some(seat) = seat {
            change(self.people.entry(seat.clone()).or_default());
        }
    }

    fn post_mut(&mut self, post: PostId, change: impl FnOnce(&mut Post)) {
        if let Some(post) = self.posts.get_mut(&post) {
            change(post);
        }
    }
}
