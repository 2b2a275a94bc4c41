//! Giving the floor. The chair may, to a request by its id or ("next") to whoever is next; the speech under way ends first,
//! but a point of order only stops its clock. Refused when nobody waits, when the request is not on the list, and when it
//! has the floor already.
//!
//! "Next" after a point of order goes on to the next point of order, or gives the floor back to whoever was interrupted.
//! Two chairs who press "next" in the same instant make one advance, not two: whoever says whom they expect is refused when
//! somebody else is next; whoever does not is refused while the floor was given only just now by another seat, whose choice
//! the asker cannot have seen. Afterwards everybody sees who speaks, since when, and within which time limit: that of the
//! lane or class or list at this moment, with the seat's private allowance in it. A call out of turn stays on record.

use super::{Decision, Floor, Lane, Override, Request, Scope, Seats, Speech, called, class_of, reason_of, waiting};
use crate::room::event::{Event, Stamp};
use crate::room::ids::{Millis, RequestId};
use crate::room::limits::{NEXT_TOGETHER_MS, SPEECH_S_MAX};
use crate::room::refusal::{Code, Refusal};
use crate::room::{Context, Room};

/// What "next" comes to.
enum Next<'a> {
    /// The floor goes to a request.
    Give(&'a Request),
    /// It goes back to whoever was interrupted.
    Return(&'a Speech),
}

impl Next<'_> {
    fn request(&self) -> &Request {
        match self {
            Self::Give(request) => request,
            Self::Return(speech) => &speech.request,
        }
    }
}

pub(super) fn decide_named(
    room: &Room,
    request: RequestId,
    reason: Option<&str>,
    context: &Context,
) -> Result<Vec<Event>, Refusal> {
    if let Some(speech) = &room.floor.speaking
        && speech.request.id == request
    {
        return Err(already_speaking(room, speech));
    }
    let found = waiting::find(room, request)?;
    let at_once = found.details.lane == Lane::PointOfOrder;
    let speaking = room.floor.speaking.as_ref().filter(|_| !at_once);
    if let Some(speech) = speaking.filter(|speech| is_the_same_press(&room.floor, speech, context)) {
        return Err(already_speaking(room, speech));
    }
    Ok(given(room, found, reason_of(reason)?))
}

pub(super) fn decide_next(room: &Room, expects: Option<RequestId>, context: &Context) -> Result<Vec<Event>, Refusal> {
    let speaking = room.floor.speaking.as_ref();
    match expects {
        None => {
            if let Some(speech) = speaking.filter(|speech| is_the_same_press(&room.floor, speech, context)) {
                return Err(already_speaking(room, speech));
            }
        }
        Some(expected) => {
            if let Some(speech) = speaking.filter(|speech| speech.request.id == expected) {
                return Err(already_speaking(room, speech));
            }
        }
    }
    let next = next(room)?;
    if expects.is_some_and(|expected| expected != next.request().id) {
        let who = called(room, next.request());
        let sentence = format!("The list has changed meanwhile: {who} is next now.");
        return Err(Refusal::new(Code::ListChanged, sentence));
    }
    Ok(match next {
        Next::Give(request) => given(room, request, None),
        Next::Return(_) => vec![Event::InterventionEnded, Event::SpeechResumed],
    })
}

fn next(room: &Room) -> Result<Next<'_>, Refusal> {
    let order = room.floor.order(&room.seats);
    let first = order.first().map(|(request, _)| *request);
    match (&room.floor.interrupted, first) {
        (Some(interrupted), first) if first.is_none_or(|first| first.details.lane != Lane::PointOfOrder) => {
            Ok(Next::Return(interrupted))
        }
        (_, Some(first)) => Ok(Next::Give(first)),
        (_, None) => Err(Refusal::new(Code::NobodyWaiting, "Nobody is on the list of speakers.")),
    }
}

/// Everything that happens when a request gets the floor.
fn given(room: &Room, request: &Request, reason: Option<String>) -> Vec<Event> {
    let floor = &room.floor;
    let ends = |lane: Lane| match (&floor.speaking, &floor.interrupted) {
        (None, _) => vec![],
        (Some(speech), _) if lane == Lane::PointOfOrder && speech.request.details.lane != Lane::PointOfOrder => {
            let runs = speech.paused_at.is_none();
            runs.then_some(Event::SpeechPaused).into_iter().collect()
        }
        (Some(_), Some(_)) if lane != Lane::PointOfOrder => vec![Event::InterventionEnded, Event::InterventionEnded],
        (Some(_), _) => vec![Event::InterventionEnded],
    };
    let mut events = ends(request.details.lane);
    let place = floor.ids_in_order(&room.seats).iter().position(|&id| id == request.id);
    events.push(Event::FloorGiven {
        request: request.id,
        limit_s: floor.limit_of(request, &room.seats),
        allowance_s: floor.allowance_of(request),
        ahead: place.and_then(|place| u32::try_from(place).ok()).unwrap_or(0),
        reason,
    });
    if request.details.lane == Lane::Question {
        events.push(Event::AnswerQueued {
            request: floor.next_id(),
            question: request.id,
        });
    }
    events
}

fn is_the_same_press(floor: &Floor, speech: &Speech, context: &Context) -> bool {
    let just_now = |at: Millis| (0..NEXT_TOGETHER_MS).contains(&context.now.0.saturating_sub(at.0));
    let given_by_another = speech.given_by.as_ref().is_some_and(|giver| *giver != context.seat);
    // After a point of order "next" gives the floor back to a speech that began long ago.
    let given_back = floor
        .undo
        .as_ref()
        .is_some_and(|undo| undo.is_giving_by_another(&context.seat) && just_now(undo.at));
    (given_by_another && just_now(speech.started_at)) || given_back
}

fn already_speaking(room: &Room, speech: &Speech) -> Refusal {
    let who = called(room, &speech.request);
    Refusal::new(Code::AlreadySpeaking, format!("The floor has just been given to {who}."))
}

impl Floor {
    /// The time limit that a request has when it gets the floor, seconds: that of all, and the seat's private allowance.
    fn limit_of(&self, request: &Request, seats: &Seats) -> u32 {
        (self.public_limit_of(request, seats) + self.allowance_of(request)).min(SPEECH_S_MAX)
    }

    /// Without the allowance: of its lane, else of its class, else of the list.
    pub fn public_limit_of(&self, request: &Request, seats: &Seats) -> u32 {
        let of_lane = Scope::of_lane(request.details.lane).and_then(|scope| self.limits.get(&scope));
        let class = class_of(&request.speaker(seats)).map(Scope::of_class);
        let own = of_lane.or_else(|| class.and_then(|scope| self.limits.get(&scope)));
        own.copied().unwrap_or(self.limit_s)
    }

    fn allowance_of(&self, request: &Request) -> u32 {
        let seat = request.seat.as_ref();
        seat.and_then(|seat| self.allowances.get(seat)).copied().unwrap_or(0)
    }
}

pub(super) fn apply(floor: &mut Floor, stamp: &Stamp, event: &Event, seats: &Seats) {
    let Event::FloorGiven {
        request,
        limit_s,
        allowance_s,
        ahead,
        reason,
    } = event
    else {
        return;
    };
    let Some(mut request) = floor.take_off(*request, seats) else {
        return;
    };
    if *ahead > 0 {
        request.decided(Override::of(stamp, Decision::CalledOutOfTurn(*ahead), reason.as_deref()));
    }
    let interrupts = request.details.lane == Lane::PointOfOrder;
    match floor
        .speaking
        .take_if(|speech| interrupts && speech.request.details.lane != Lane::PointOfOrder)
    {
        Some(mut speech) => {
            speech.pause(stamp.at);
            floor.interrupted = Some(speech);
        }
        None => super::end::apply(floor, stamp),
    }
    floor.speaking = Some(Speech {
        request,
        started_at: stamp.at,
        limit_s: *limit_s,
        allowance_s: *allowance_s,
        paused_at: None,
        paused_ms: 0,
        given_by: stamp.by.clone(),
    });
}

impl Override {
    pub(super) fn of(stamp: &Stamp, what: Decision, reason: Option<&str>) -> Self {
        Self {
            at: stamp.at,
            by: stamp.by.clone(),
            what,
            reason: reason.map(str::to_owned),
        }
    }
}
