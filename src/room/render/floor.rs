//! The list of speakers: the same for all, under the names that the seats have now. In a closed room the list reads closed,
//! whatever it was; who waits then was not heard.

use crate::room::Room;
use crate::room::floor::{Request, Speech};
use crate::room::view::{FloorView, ListState, RequestView, RoomState, SpeakingView};

pub(super) fn view(room: &Room) -> FloorView {
    let floor = &room.floor;
    FloorView {
        list: if room.state == RoomState::Closed {
            ListState::Closed
        } else {
            floor.list
        },
        limit_s: floor.limit_s,
        speaking: floor.speaking.as_ref().map(|speech| speaking_view(room, speech)),
        requests: floor
            .waiting
            .iter()
            .map(|request| (request.id, request_view(room, request)))
            .collect(),
        order: floor.waiting.iter().map(|request| request.id).collect(),
        spoken: u32::try_from(floor.interventions.len()).unwrap_or(u32::MAX),
    }
}

fn speaking_view(room: &Room, speech: &Speech) -> SpeakingView {
    SpeakingView {
        request: speech.request.id,
        who: request_view(room, &speech.request),
        started_at: speech.started_at,
        limit_s: speech.limit_s,
    }
}

fn request_view(room: &Room, request: &Request) -> RequestView {
    let profile = room
        .seats
        .get(&request.seat)
        .map(|seat| seat.profile.clone())
        .unwrap_or_default();
    RequestView {
        seat: request.seat.clone(),
        name: profile.name,
        delegation: profile.delegation,
        class: profile.class,
        rank: profile.rank,
        asked_at: request.asked_at,
    }
}
