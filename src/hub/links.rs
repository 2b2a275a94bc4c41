//! The join links of a meeting: what `roundtable links` prints, and what an organiser sees.

use crate::hub::registry::Registry;
use crate::meeting::Meeting;
use crate::room::seat::Role;
use serde_json::{Map, Value, json};

/// The roles that a room has a link for, with their names on the surface.
pub const ROOM_ROLES: [(&str, Role); 4] = [
    ("participant", Role::Participant),
    ("chair", Role::Chair),
    ("rapporteur", Role::Rapporteur),
    ("screen", Role::Screen),
];

/// `{"meeting":ID,"organiser":{"code","url"},"rooms":[{"room":ID,"participant":{"code","url"},…}]}`
pub fn of_meeting(registry: &Registry, meeting: &Meeting, base_url: &str) -> Value {
    let link = |room: Option<&str>, role| {
        let code = registry.code(&meeting.id, room, role).unwrap_or_default();
        json!({ "code": code, "url": url(base_url, &code) })
    };
    let rooms: Vec<Value> = meeting
        .rooms
        .iter()
        .map(|room| {
            let mut entry = Map::from_iter([("room".to_owned(), json!(room.id)), ("title".to_owned(), json!(room.title))]);
            entry.extend(ROOM_ROLES.map(|(name, role)| (name.to_owned(), link(Some(&room.id), role))));
            Value::Object(entry)
        })
        .collect();
    json!({ "meeting": meeting.id, "title": meeting.title, "organiser": link(None, Role::Organiser), "rooms": rooms })
}

/// The address that a code is joined at.
pub fn url(base_url: &str, code: &str) -> String {
    format!("{}/j/{code}", base_url.trim_end_matches('/'))
}
