//! The list of speakers: the same for all, under the names that the seats have now, and what is the chair's alone beside it.
//! In a closed room the list reads closed, whatever it was; who waits then was not heard.

use crate::room::Room;
use crate::room::floor::{Group, Request, Speech, Why};
use crate::room::ids::RequestId;
use crate::room::view::{Audience, DeskView, FloorView, ListState, RequestView, RoomState, SpeakingView, UndoView};

pub(super) fn view(room: &Room, audience: Audience) -> FloorView {
    let floor = &room.floor;
    let order = floor.order(&room.seats);
    let list = list_state(room);
    FloorView {
        list,
        closes_at: floor.closes_at.filter(|_| list == ListState::Closing),
        rule: floor.rule,
        limit_s: floor.limit_s,
        limits: floor.limits.clone(),
        speaking: floor.speaking.as_ref().map(|speech| speaking_view(room, speech)),
        interrupted: floor.interrupted.as_ref().map(|speech| speaking_view(room, speech)),
        order: order.iter().map(|(request, _)| request.id).collect(),
        requests: order
            .into_iter()
            .map(|(request, why)| (request.id, request_view(room, request, Some(why))))
            .collect(),
        spoken: u32::try_from(floor.statements().count()).unwrap_or(u32::MAX),
        pace: floor.pace(),
        desk: (audience == Audience::Chair).then(|| desk_view(room)),
    }
}

fn list_state(room: &Room) -> ListState {
    let floor = &room.floor;
    let takes_none = room.state == RoomState::Closed || floor.list == ListState::Closed;
    match floor.list {
        _ if room.state == RoomState::Closed => ListState::Closed,
        _ if takes_none && floor.waiting.is_empty() && floor.speaking.is_none() => ListState::Exhausted,
        list => list,
    }
}

fn speaking_view(room: &Room, speech: &Speech) -> SpeakingView {
    SpeakingView {
        request: speech.request.id,
        who: request_view(room, &speech.request, None),
        started_at: speech.started_at,
        paused_at: speech.paused_at,
        paused_ms: speech.paused_ms,
        limit_s: speech.limit_s,
    }
}

fn request_view(room: &Room, request: &Request, why: Option<Why>) -> RequestView {
    let profile = request.speaker(&room.seats);
    RequestView {
        seat: request.seat.clone(),
        group: Group::of_region(&profile),
        profile,
        on_behalf_of: request.details.on_behalf_of.clone(),
        language: request.details.language.clone(),
        remote: request.details.remote,
        lane: request.details.lane,
        about: request.details.about.and_then(|about| called(room, about)),
        asked_at: request.asked_at,
        time_s: why.is_some().then(|| room.floor.public_limit_of(request, &room.seats)),
        why,
    }
}

/// Who gave the speech that a question is about, or asked the question that an answer is to.
fn called(room: &Room, request: RequestId) -> Option<String> {
    let heard = room.floor.heard_request(request)?;
    Some(heard.speaker(&room.seats).called())
}

fn desk_view(room: &Room) -> DeskView {
    let floor = &room.floor;
    let noted = floor
        .waiting
        .iter()
        .chain(floor.under_way())
        .filter(|request| !request.note.is_empty());
    DeskView {
        notes: noted.map(|request| (request.id, request.note.clone())).collect(),
        allowances: floor.allowances.clone(),
        dismissed: floor
            .dismissed
            .iter()
            .map(|request| (request.id, request_view(room, request, None)))
            .collect(),
        undo: floor.undo.as_ref().map(|undo| UndoView {
            step: undo.step,
            what: undo.what,
            until: undo.until(),
        }),
        classes: floor.balance(&room.seats, Group::of_class),
        regions: floor.balance(&room.seats, Group::of_region),
    }
}
