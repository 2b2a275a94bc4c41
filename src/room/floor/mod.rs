//! The list of speakers and the speech under way. One file per rule; here is what they share: the state, and which
//! rule a command or an event belongs to. Never looks at who may ask (`access.rs`) nor at whether the room is open.

mod end;
mod give;
mod limit;
mod list;
mod place;
mod request;
mod skip;
mod withdraw;

use super::command::FloorCommand;
use super::event::{Event, Stamp};
use super::ids::{Millis, RequestId, SeatId};
use super::limits::SPEAKING_LIMIT_S_DEFAULT;
use super::refusal::{Code, Refusal};
use super::view::ListState;
use super::{Context, Room};
use serde::{Deserialize, Serialize};

/// The list of speakers, the speech under way and the speeches given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Floor {
    /// Whether it takes requests.
    pub list: ListState,
    /// Time limit of the speeches to come, seconds.
    pub limit_s: u32,
    /// Who waits, in order. After the close: who was not heard.
    pub waiting: Vec<Request>,
    /// Who has the floor.
    pub speaking: Option<Speech>,
    /// The speeches given, in order.
    pub interventions: Vec<Intervention>,
    /// The number of the last request made.
    requests_made: u32,
}

/// Somebody's wish to speak.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Its id.
    pub id: RequestId,
    /// Whose it is.
    pub seat: SeatId,
    /// When it was made.
    pub asked_at: Millis,
}

/// The speech under way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speech {
    /// The request it came from.
    pub request: Request,
    /// When it began.
    pub started_at: Millis,
    /// Its time limit, seconds.
    pub limit_s: u32,
    /// Who gave the floor.
    pub given_by: Option<SeatId>,
}

/// A speech given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intervention {
    /// The request it came from.
    pub request: RequestId,
    /// Who spoke.
    pub seat: SeatId,
    /// When it began.
    pub started_at: Millis,
    /// When it ended; never before it began.
    pub ended_at: Millis,
    /// Its time limit, seconds.
    pub limit_s: u32,
}

/// Decides a command by its rule.
pub fn decide(room: &Room, command: &FloorCommand, context: &Context) -> Result<Vec<Event>, Refusal> {
    match command {
        FloorCommand::Request => request::decide(room, context),
        FloorCommand::Withdraw { request } => withdraw::decide(room, *request, context),
        FloorCommand::Give { request } => give::decide(room, *request, context),
        FloorCommand::End => end::decide(room),
        FloorCommand::Skip { request } => skip::decide(room, *request),
        FloorCommand::Move { request, before } => place::decide(room, *request, *before),
        FloorCommand::Open => list::decide_open(room),
        FloorCommand::Close => list::decide_close(room),
        FloorCommand::Limit { seconds } => limit::decide(*seconds),
    }
}

impl Floor {
    /// A closed list with nobody on it.
    pub fn new() -> Self {
        Self {
            list: ListState::Closed,
            limit_s: SPEAKING_LIMIT_S_DEFAULT,
            waiting: Vec::new(),
            speaking: None,
            interventions: Vec::new(),
            requests_made: 0,
        }
    }

    /// Makes an event so; one that is not of the floor changes nothing.
    pub(super) fn apply(&mut self, stamp: &Stamp, event: &Event) {
        match event {
            Event::FloorRequested { request, seat } => request::apply(self, stamp, *request, seat),
            Event::RequestWithdrawn { request } | Event::RequestSkipped { request } => {
                self.take_off(*request);
            }
            Event::RequestMoved { request, before } => place::apply(self, *request, *before),
            Event::FloorGiven { request, limit_s } => give::apply(self, stamp, *request, *limit_s),
            Event::InterventionEnded => end::apply(self, stamp),
            Event::ListOpened => self.list = ListState::Open,
            Event::ListClosed => self.list = ListState::Closed,
            Event::LimitSet { seconds } => self.limit_s = *seconds,
            _ => {}
        }
    }

    /// Whether the seat waits or speaks, so that its name is on everybody's page.
    pub fn mentions(&self, seat: &SeatId) -> bool {
        self.is_waiting(seat) || self.is_speaking(seat)
    }

    fn is_waiting(&self, seat: &SeatId) -> bool {
        self.waiting.iter().any(|request| request.seat == *seat)
    }

    fn is_speaking(&self, seat: &SeatId) -> bool {
        self.speaking.as_ref().is_some_and(|speech| speech.request.seat == *seat)
    }

    fn place_of(&self, request: RequestId) -> Option<usize> {
        self.waiting.iter().position(|waiting| waiting.id == request)
    }

    /// The waiting request, or the refusal that says there is none of that id.
    fn find(&self, request: RequestId) -> Result<&Request, Refusal> {
        self.waiting.iter().find(|waiting| waiting.id == request).ok_or_else(|| {
            Refusal::new(
                Code::UnknownRequest,
                format!("There is no request {request} on the list of speakers."),
            )
        })
    }

    fn take_off(&mut self, request: RequestId) -> Option<Request> {
        self.place_of(request).map(|place| self.waiting.remove(place))
    }
}

impl Default for Floor {
    fn default() -> Self {
        Self::new()
    }
}
