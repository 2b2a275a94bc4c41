//! Opening and closing the list of speakers. The chair may: at once, or announced for a time, at which it closes by itself.
//! Refused when it is so already, and when the time is outside its bounds. Afterwards everybody sees it, counted down; while
//! it is closed nobody joins it, who is on it keeps their place and speaks, and points of order and replies are still taken.

use super::Floor;
use crate::room::event::Event;
use crate::room::ids::Millis;
use crate::room::limits::{CLOSING_S_MAX, CLOSING_S_MIN};
use crate::room::refusal::{Code, Refusal};
use crate::room::view::ListState;
use crate::room::{Context, Room};

pub(super) fn decide_open(room: &Room, context: &Context) -> Result<Vec<Event>, Refusal> {
    match room.floor.list {
        ListState::Open => Err(Refusal::new(Code::ListOpen, "The list of speakers is open already.")),
        _ if room.floor.closes_at.is_some_and(|at| at <= context.now) => Ok(vec![Event::ListClosed, Event::ListOpened]),
        _ => Ok(vec![Event::ListOpened]),
    }
}

pub(super) fn decide_close(room: &Room, in_s: Option<u32>, context: &Context) -> Result<Vec<Event>, Refusal> {
    let floor = &room.floor;
    if !floor.takes_requests(context.now) {
        return Err(Refusal::new(Code::ListClosed, floor.why_closed()));
    }
    match in_s {
        None => Ok(vec![Event::ListClosed]),
        Some(in_s) if (CLOSING_S_MIN..=CLOSING_S_MAX).contains(&in_s) => Ok(vec![Event::ListClosing {
            at: Millis(context.now.0 + i64::from(in_s) * 1_000),
        }]),
        Some(in_s) => {
            let bounds = format!("from {CLOSING_S_MIN} seconds to {} hours ahead", CLOSING_S_MAX / 3_600);
            let sentence = format!("The closing of the list is announced {bounds}, not {in_s} seconds.");
            Err(Refusal::new(Code::OutOfBounds, sentence))
        }
    }
}

pub(super) fn apply(floor: &mut Floor, event: &Event) {
    (floor.list, floor.closes_at) = match event {
        Event::ListOpened => (ListState::Open, None),
        Event::ListClosing { at } => (ListState::Closing, Some(*at)),
        _ => (ListState::Closed, None),
    };
}

impl Floor {
    /// Whether the list takes requests at that moment: an announced close counts from its time on, heard of or not.
    pub(super) fn takes_requests(&self, now: Millis) -> bool {
        self.list.takes_requests() && self.closes_at.is_none_or(|at| now < at)
    }

    pub(super) fn why_closed(&self) -> String {
        match self.list {
            ListState::NotOpen => "The list of speakers is not open yet; the chair opens it.".to_owned(),
            _ => "The list of speakers is closed.".to_owned(),
        }
    }
}
