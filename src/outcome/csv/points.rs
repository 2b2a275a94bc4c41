//! `points.csv`: one line for each outcome point, so that points of many rooms can be put under each other and fed to a database.
//! Kinds and the other marks are the codes of `outcome.json`.

use super::coded;
use crate::outcome::contents::OutcomePoint;
use serde::Serialize;

/// What a point is found by, what it is, and what it says.
pub(super) const HEADER: [&str; 13] = [
    "meeting",
    "room",
    "number",
    "id",
    "kind",
    "standing",
    "component",
    "reach",
    "region",
    "owner",
    "source",
    "text",
    "heading",
];

/// The line of a point of that room.
pub(super) fn row(meeting: &str, room: &str, point: &OutcomePoint) -> Vec<String> {
    let mark = &point.mark;
    vec![
        meeting.to_owned(),
        room.to_owned(),
        point.number.to_string(),
        mark.id.clone(),
        coded(&mark.kind),
        code_or_nothing(mark.standing.as_ref()),
        code_or_nothing(mark.component.as_ref()),
        code_or_nothing(mark.reach.as_ref()),
        code_or_nothing(mark.region.as_ref()),
        mark.owner.clone().unwrap_or_default(),
        mark.source.clone().unwrap_or_default(),
        point.text(),
        point.heading.clone(),
    ]
}

fn code_or_nothing(value: Option<&impl Serialize>) -> String {
    value.map(coded).unwrap_or_default()
}
