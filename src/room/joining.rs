//! Taking a seat, and correcting who has it.
//!
//! Anybody whom the shell lets in may join, also a closed room (to read). Refused when the room or its history is full (seats that were ended take no place), a text is too long
//! or cannot be shown, or the id is already a seat in another role; the same id in the same role is the same seat again.
//! Afterwards chair and rapporteur see the person; the others see only the number, and who chairs and reports.
//! A seat may correct itself while the room is open; what it leaves out is taken away, and what it said so far (requests,
//! speeches) is shown under the corrected name.

use super::command::SeatCommand;
use super::event::Event;
use super::floor::Unit;
use super::history_size::Addition;
use super::limits::{DELEGATION_CHARACTERS_MAX, NAME_CHARACTERS_MAX, SEATS_EVER_MAX, SEATS_MAX};
use super::refusal::{Code, Refusal};
use super::seat::{Profile, Role, Seat};
use super::{Context, Room, text};

/// How many have joined, kept beside the seats so that a view of ten thousand does not count them anew.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Headcount {
    /// Participants, chairs and rapporteurs.
    pub seats_taken: u32,
    /// Participants: those who may vote in a draft that says nothing else.
    pub participants: u32,
}

impl Headcount {
    /// Counts the seats.
    pub fn of<'a>(seats: impl Iterator<Item = &'a Seat>) -> Self {
        let mut headcount = Self::default();
        seats.for_each(|seat| headcount.add(seat.role));
        headcount
    }

    fn add(&mut self, role: Role) {
        self.seats_taken += u32::from(role.is_person_in_room());
        self.participants += u32::from(role == Role::Participant);
    }
}

/// A new seat, in a room of which so many may still be used.
pub fn decide(room: &Room, seat: Seat, seats_held: usize) -> Result<Option<Event>, Refusal> {
    if seat.role == Role::Organiser {
        return Ok(None);
    }
    match room.seats.get(&seat.id) {
        Some(taken) if taken.role == seat.role => return Ok(None),
        Some(_) => {
            return Err(Refusal::new(
                Code::NotAllowed,
                "This seat is taken in another role; join with a new one.",
            ));
        }
        None => {}
    }
    if seats_held >= SEATS_MAX || room.seats.len() >= SEATS_EVER_MAX {
        return Err(Refusal::new(
            Code::TooMany,
            format!("The room is full: it has {SEATS_MAX} seats. The organiser can make place by giving the room another link."),
        ));
    }
    room.history.require_space(Addition::Seat)?;
    let profile = checked(seat.profile)?;
    Ok(Some(Event::SeatTaken {
        seat: Seat { profile, ..seat },
    }))
}

/// A correction.
pub fn decide_update(room: &Room, command: &SeatCommand, context: &Context) -> Result<Vec<Event>, Refusal> {
    let SeatCommand::Update { profile } = command;
    room.seated(&context.seat)?;
    let profile = checked(profile.clone())?;
    Ok(vec![Event::SeatUpdated {
        seat: context.seat.clone(),
        profile,
    }])
}

/// Makes both so.
pub fn apply(room: &mut Room, event: &Event) {
    match event {
        Event::SeatTaken { seat } if !room.seats.contains_key(&seat.id) => {
            room.headcount.add(seat.role);
            room.members.add(&seat.id, &seat.profile);
            room.polls.admit(seat);
            room.seats.insert(seat.id.clone(), seat.clone());
        }
        Event::SeatUpdated { seat, profile } => {
            if let Some(found) = room.seats.get_mut(seat) {
                room.members.remove(seat, &found.profile);
                room.members.add(seat, profile);
                room.floor.follow(seat, &Unit::of_seat(seat, profile));
                found.profile = profile.clone();
                room.polls.admit(found);
            }
        }
        _ => {}
    }
}

/// The profile with its texts trimmed; an empty text counts as left out.
pub(super) fn checked(profile: Profile) -> Result<Profile, Refusal> {
    Ok(Profile {
        name: checked_text("The name", profile.name, NAME_CHARACTERS_MAX)?,
        delegation: checked_text("The delegation", profile.delegation, DELEGATION_CHARACTERS_MAX)?,
        ..profile
    })
}

fn checked_text(what: &str, given: Option<String>, characters_max: usize) -> Result<Option<String>, Refusal> {
    let Some(given) = given else { return Ok(None) };
    let text = text::checked(what, &given, characters_max).map_err(|sentence| Refusal::new(Code::TextInvalid, sentence))?;
    Ok((!text.is_empty()).then_some(text))
}

impl Role {
    /// Whether a seat of this role counts among the people of the room: screens do not, organisers have none.
    pub(super) fn is_person_in_room(self) -> bool {
        matches!(self, Self::Participant | Self::Chair | Self::Rapporteur)
    }
}

impl Profile {
    /// How the person is called in a sentence.
    pub(super) fn called(&self) -> String {
        match (&self.delegation, &self.name) {
            (Some(delegation), Some(name)) => format!("{delegation} ({name})"),
            (Some(one), None) | (None, Some(one)) => one.clone(),
            (None, None) => "a participant".to_owned(),
        }
    }
}
