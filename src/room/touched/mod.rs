//! What a batch of events changed for the viewers, so that only that is rendered again.

mod contributions;

use super::Room;
use super::command::Per;
use super::event::{Event, ReportEvent, SessionEvent, Stamp};
use super::floor::{Concerned, Unit};
use super::ids::{CommentId, PollId, SeatId};
use super::polls::Poll;
use super::polls::electorate::fits_role;
use super::seat::{Role, Seat};
use super::view::PollState;
use std::collections::BTreeSet;

/// A part of the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// What the room is.
    Room,
    /// Who is in it.
    People,
    /// The list of speakers.
    Floor,
    /// The polls.
    Polls,
    /// Who may write the notes.
    Notes,
    /// The comments on the notes.
    Comments,
    /// The board.
    Board,
    /// The clearing of the report.
    Report,
    /// The course of the session.
    Session,
}

impl Section {
    /// Every section, in the order of the view.
    pub const ALL: [Section; 9] = [
        Section::Room,
        Section::People,
        Section::Floor,
        Section::Polls,
        Section::Notes,
        Section::Comments,
        Section::Board,
        Section::Report,
        Section::Session,
    ];

    /// Its key in the view.
    pub fn key(self) -> &'static str {
        match self {
            Self::Room => "room",
            Self::People => "people",
            Self::Floor => "floor",
            Self::Polls => "polls",
            Self::Notes => "notes",
            Self::Comments => "comments",
            Self::Board => "board",
            Self::Report => "report",
            Self::Session => "session",
        }
    }
}

/// What changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Touched {
    /// Sections to render whole.
    pub sections: BTreeSet<Section>,
    /// Seats whose own page (`You`) changed.
    pub seats: BTreeSet<SeatId>,
    /// Of those, the seats that also look different to others: what `Room::render_people_patch` is to be asked for. A ballot
    /// is not among them, or the chair's frames would tell who has just voted.
    pub people: BTreeSet<SeatId>,
    /// Comments on the notes that came, changed or went: what `Room::render_comment` is to be asked for.
    pub comments: BTreeSet<CommentId>,
    /// Whether every seat's own page changed.
    pub everyone: bool,
    /// Whether ballots have come in, or an electorate has grown, or voters have other names: section polls is to be rendered, but a moment later will do, so
    /// that ten thousand who vote at once make few frames.
    pub ballots: bool,
    /// Whether everybody has voted with these ballots: then there is no moment to wait for.
    pub complete: bool,
    /// Whether the electorate of a draft changed: section polls is to be rendered for the chair, who alone sees drafts.
    pub drafts: bool,
    /// Whether something was announced: then everybody is told so beside the view.
    pub announced: bool,
    /// Whether the notes' document changed.
    pub notes: bool,
}

impl Touched {
    /// Whether no view is another: nothing happened, or only in the notes' document or on somebody's own page.
    pub fn leaves_views_alone(&self) -> bool {
        let nothing_listed = self.sections.is_empty() && self.people.is_empty() && self.comments.is_empty();
        nothing_listed && !self.ballots && !self.drafts
    }

    /// Whether nobody has anything new to see.
    pub fn is_empty(&self) -> bool {
        let nobody = self.seats.is_empty() && !self.everyone;
        nobody && self.sections.is_empty() && self.comments.is_empty() && !self.notes && !self.ballots && !self.drafts
    }

    /// Takes what cannot wait. Ballots stay, unless a section is told anyway and they with it; and with them who has joined or changed
    /// meanwhile, or every newcomer to a hall that votes would make a frame of ballots for all.
    pub(super) fn take_urgent(&mut self) -> Self {
        let mut urgent = std::mem::take(self);
        if urgent.ballots && urgent.sections.is_empty() && urgent.comments.is_empty() {
            self.ballots = std::mem::take(&mut urgent.ballots);
            self.complete = std::mem::take(&mut urgent.complete);
            self.drafts = std::mem::take(&mut urgent.drafts);
            self.people = std::mem::take(&mut urgent.people);
        }
        urgent
    }

    /// Adds what the event, just applied, changed.
    pub(super) fn mark(&mut self, room: &Room, event: &Event) {
        match event {
            Event::RoomOpened { .. } => self.all(),
            // The attribution rule may be another now, and with it who is named where.
            Event::RoomConfigured { .. } => self.sections.extend(Section::ALL),
            Event::SeatTaken { seat } => self.mark_joined(room, &seat.id, seat.role),
            Event::SeatUpdated { seat, .. } => self.mark_updated(room, seat),
            Event::BallotCast { poll, seat, .. } => {
                self.mark_ballot(room, *poll);
                self.mark_voter(room, *poll, seat);
            }
            Event::SecretBallotCast { poll, secret } => {
                self.mark_ballot(room, *poll);
                secret
                    .iter()
                    .for_each(|secret| self.mark_voter(room, *poll, &secret.mark.seat));
            }
            Event::BallotEntered { poll, voter, .. } => {
                self.mark_ballot(room, *poll);
                self.mark_seats_of(room, *poll, voter);
            }
            Event::PollOpened { poll, .. } => {
                self.sections.insert(Section::Polls);
                self.mark_barred(room, *poll);
            }
            Event::PollVoided { .. } => {
                self.sections.insert(Section::Polls);
                self.everyone = true;
            }
            Event::WritersSet { .. } => {
                self.sections.extend([Section::People, Section::Notes]);
                self.everyone = true;
            }
            Event::WriterAllowed { seat } | Event::WriterDisallowed { seat } => self.mark_seat(seat),
            Event::NotesEdited { .. } => self.notes = true,
            Event::Session(SessionEvent::Announced { .. }) => {
                self.sections.insert(Section::Session);
                self.announced = true;
            }
            // Before it happened: `mark_comment`.
            Event::Comment(_) => {}
            Event::RoomClosed { .. } | Event::RoomReopened => {
                self.sections
                    .extend([Section::Room, Section::People, Section::Floor, Section::Session]);
                self.everyone = true;
            }
            Event::Report(ReportEvent::ReportFinished { .. } | ReportEvent::ReportResumed { .. }) => {
                self.sections.extend([Section::People, Section::Report]);
                self.everyone = true;
            }
            _ => {
                self.sections.insert(section_of(event));
            }
        }
    }

    /// Adds the seats of those delegations whose requests the event changed.
    pub(super) fn mark_concerned(&mut self, room: &Room, concerned: &Concerned) {
        self.everyone |= concerned.everyone;
        let seats = concerned.units.iter().flat_map(|unit| room.members.seats_of(unit));
        self.seats.extend(seats.cloned());
    }

    fn all(&mut self) {
        self.sections.extend(Section::ALL);
        self.everyone = true;
    }

    fn mark_seat(&mut self, seat: &SeatId) {
        self.seats.insert(seat.clone());
        self.people.insert(seat.clone());
    }

    /// The pages of the seat that voted, and of the others of its delegation where that is the voter.
    fn mark_voter(&mut self, room: &Room, poll: PollId, seat: &SeatId) {
        self.seats.insert(seat.clone());
        let found = room.polls.get(poll).filter(|poll| poll.paper.rules.per == Per::Delegation);
        let voter = found.and_then(|poll| poll.voter_of(room.seats.get(seat)?));
        voter.iter().for_each(|voter| self.mark_seats_of(room, poll, voter));
    }

    /// The pages of those who vote as one: by the electorate, and by what seats that came later say of themselves.
    fn mark_seats_of(&mut self, room: &Room, poll: PollId, voter: &Unit) {
        let of_electorate = room.polls.get(poll).and_then(|poll| poll.electorate.voter(voter));
        let seats = of_electorate.iter().flat_map(|voter| &voter.seats);
        self.seats.extend(seats.chain(room.members.seats_of(voter)).cloned());
    }

    /// What the event is about to change, where it cannot be told any more when it has.
    pub(super) fn mark_before(&mut self, room: &Room, stamp: &Stamp, event: &Event) {
        match event {
            Event::PollClosed { poll, .. } => self.mark_barred(room, *poll),
            Event::Board(event) => self.mark_board(room, stamp, event),
            Event::Comment(event) => self.mark_comment(room, stamp, event),
            Event::Report(event) => self.mark_report(room, stamp, event),
            _ => {}
        }
    }

    /// The pages of those who may not vote although their role may: the others see from the view that they do.
    fn mark_barred(&mut self, room: &Room, poll: PollId) {
        let Some(poll) = room.polls.get(poll) else { return };
        let barred = |seat: &&Seat| fits_role(&poll.paper.rules, seat.role) && poll.voter_of(seat).is_none();
        let barred = room.seats.values().filter(barred);
        self.seats.extend(barred.map(|seat| seat.id.clone()));
    }

    fn mark_joined(&mut self, room: &Room, seat: &SeatId, role: Role) {
        self.seats.insert(seat.clone());
        if !role.is_person_in_room() {
            return;
        }
        self.people.insert(seat.clone());
        self.drafts |= has_drafts(room);
        self.ballots |= room.polls.open().any(|(_, poll)| poll.electorate.known(seat).is_some());
    }

    fn mark_ballot(&mut self, room: &Room, poll: PollId) {
        self.ballots = true;
        let has_all = |poll: &Poll| poll.turnout() >= poll.electorate.count();
        self.complete |= room.polls.get(poll).is_some_and(has_all);
    }

    fn mark_updated(&mut self, room: &Room, seat: &SeatId) {
        self.mark_seat(seat);
        if room.floor.mentions(seat) {
            self.sections.insert(Section::Floor);
        }
        self.mark_written(room, seat);
        self.drafts |= has_drafts(room);
        // Names are told of those who have not voted, and who says something else of themselves may be taken into an electorate.
        self.ballots |= room.polls.open().next().is_some();
    }
}

fn has_drafts(room: &Room) -> bool {
    room.polls.iter().any(|(_, poll)| poll.state == PollState::Draft)
}

/// The one section that an event changes which changes nothing else.
fn section_of(event: &Event) -> Section {
    match event {
        Event::VersionNamed { .. } | Event::VersionUnnamed { .. } => Section::Notes,
        Event::Board(_) => Section::Board,
        Event::Report(_) => Section::Report,
        Event::Session(_) => Section::Session,
        _ if is_of_polls(event) => Section::Polls,
        _ => Section::Floor,
    }
}

fn is_of_polls(event: &Event) -> bool {
    matches!(
        event,
        Event::PollDrafted { .. }
            | Event::PollEdited { .. }
            | Event::PollDiscarded { .. }
            | Event::DeadlineSet { .. }
            | Event::TextsPassed { .. }
            | Event::TextsHeld { .. }
            | Event::PollClosed { .. }
            | Event::ResultShown { .. }
            | Event::ResultHidden { .. }
    )
}
