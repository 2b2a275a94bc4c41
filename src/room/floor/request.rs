//! Asking for the floor. A participant or a rapporteur may: once at a time for each delegation on the list, and once for each
//! further lane. Refused when the delegation waits there already, when it speaks, when the list does not take requests
//! (points of order are taken always, replies as soon as anybody has been heard), when a question has nobody to be put to,
//! when the lane is the chair's to give, and when the list is as long as it may get. Afterwards everybody sees the request
//! at the place that the rule gives it, under the name that the seat has at the time of looking.

use super::{Details, Floor, Lane, Request, Seats, Unit, called};
use crate::room::command::Wish;
use crate::room::event::{Event, Stamp};
use crate::room::ids::{Millis, RequestId, SeatId};
use crate::room::limits::REQUESTS_MAX;
use crate::room::refusal::{Code, Refusal};
use crate::room::seat::Seat;
use crate::room::{Context, Room};

pub(super) fn decide(room: &Room, wish: &Wish, context: &Context) -> Result<Vec<Event>, Refusal> {
    let seat = room.seated(&context.seat)?;
    let lane = wish.lane.unwrap_or_default();
    let unit = Unit::of_seat(&seat.id, &seat.profile);
    let own = seat.profile.delegation.is_none();
    require_silent(room, seat, &unit, lane)?;
    require_not_waiting(room, &unit, lane, own)?;
    require_open(room, lane, context.now)?;
    require_space(&room.floor)?;
    let mut details = Details::of_wish(wish, lane)?;
    if lane == Lane::Question {
        details.about = Some(asked(&room.floor, &unit)?);
    }
    Ok(vec![Event::FloorRequested {
        request: room.floor.next_id(),
        seat: seat.id.clone(),
        details,
    }])
}

/// Whoever has corrected their delegation may still speak for the one before.
fn require_silent(room: &Room, seat: &Seat, unit: &Unit, lane: Lane) -> Result<(), Refusal> {
    let own = |request: &Request| request.seat.as_ref() == Some(&seat.id);
    let floor = &room.floor;
    // Whoever is interrupted may find that point of order out of order.
    let interrupted = floor.interrupted.as_ref().filter(|_| lane != Lane::PointOfOrder);
    let under_way = floor.speaking.iter().chain(interrupted).map(|speech| &speech.request);
    let speaks = { under_way }.find(|request| request.unit == *unit || own(request));
    match speaks {
        // Whoever speaks may ask for a reply to come, at the end.
        None => Ok(()),
        Some(_) if lane == Lane::Reply => Ok(()),
        Some(request) if own(request) => Err(Refusal::new(Code::AlreadySpeaking, "You have the floor already.")),
        Some(request) => {
            let sentence = format!("Your delegation has the floor already: {} speaks.", called(room, request));
            Err(Refusal::new(Code::AlreadySpeaking, sentence))
        }
    }
}

fn require_not_waiting(room: &Room, unit: &Unit, lane: Lane, own: bool) -> Result<(), Refusal> {
    if !room.floor.waits(unit, lane) {
        return Ok(());
    }
    let who = if own { "You are" } else { "Your delegation is" };
    let sentence = if lane.is_of_list() {
        format!("{who} on the list of speakers already.")
    } else {
        format!("{who} among {} already.", lane.called())
    };
    Err(Refusal::new(Code::AlreadyOnList, sentence))
}

fn require_open(room: &Room, lane: Lane, now: Millis) -> Result<(), Refusal> {
    let floor = &room.floor;
    match lane {
        Lane::PointOfOrder => Ok(()),
        Lane::Answer | Lane::Precedence => Err(Refusal::new(
            Code::WrongLane,
            "Precedence is the chair's to give, and an answer follows its question by itself; ask for the list.",
        )),
        Lane::Reply if floor.interventions.is_empty() && floor.speaking.is_none() => Err(Refusal::new(
            Code::NothingToReply,
            "Nobody has spoken yet; there is nothing to reply to.",
        )),
        Lane::Reply => Ok(()),
        Lane::List | Lane::Question if floor.takes_requests(now) => Ok(()),
        Lane::List | Lane::Question => Err(Refusal::new(Code::ListClosed, floor.why_closed())),
    }
}

pub(super) fn require_space(floor: &Floor) -> Result<(), Refusal> {
    if floor.waiting.len() < REQUESTS_MAX {
        return Ok(());
    }
    let sentence = format!("The list of speakers is full: {REQUESTS_MAX} are waiting.");
    Err(Refusal::new(Code::TooMany, sentence))
}

/// The speech that a question is about: the one under way, or the last one given; not a point of order, nor one's own.
fn asked(floor: &Floor, unit: &Unit) -> Result<RequestId, Refusal> {
    let under_way = floor.under_way();
    let given = floor.interventions.iter().rev().map(|speech| &speech.request);
    let is_statement = |request: &&Request| matches!(request.details.lane, Lane::List | Lane::Precedence | Lane::Reply);
    match under_way.chain(given).find(is_statement) {
        Some(request) if request.unit != *unit => Ok(request.id),
        _ => Err(Refusal::new(
            Code::NothingToAsk,
            "A question is put to the speaker, and there is none to ask yet.",
        )),
    }
}

pub(super) fn apply(floor: &mut Floor, stamp: &Stamp, request: RequestId, seat: &SeatId, details: &Details, seats: &Seats) {
    let profile = seats.get(seat).map(|seat| seat.profile.clone()).unwrap_or_default();
    floor.put_on(Request {
        id: request,
        seat: Some(seat.clone()),
        unit: Unit::of_seat(seat, &profile),
        details: details.clone(),
        asked_at: stamp.at,
        placed: None,
        overrides: Vec::new(),
        note: String::new(),
    });
}

/// The answer to a question that has just got the floor: by whoever was asked, in the lane right behind points of order.
pub(super) fn apply_answer(floor: &mut Floor, stamp: &Stamp, request: RequestId, question: RequestId) {
    let Some(asked) = floor.asked_by(question) else { return };
    let answer = Request {
        id: request,
        details: Details {
            lane: Lane::Answer,
            about: Some(question),
            ..asked.details.clone()
        },
        asked_at: stamp.at,
        placed: None,
        overrides: Vec::new(),
        note: String::new(),
        ..asked.clone()
    };
    floor.put_on(answer);
}

impl Floor {
    /// A request that has the floor or had it.
    pub fn heard_request(&self, request: RequestId) -> Option<&Request> {
        let given = self.interventions.iter().rev().map(|speech| &speech.request);
        self.under_way().chain(given).find(|heard| heard.id == request)
    }

    /// The request whose speech a question is about.
    fn asked_by(&self, question: RequestId) -> Option<&Request> {
        self.heard_request(self.heard_request(question)?.details.about?)
    }
}
