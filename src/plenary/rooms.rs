//! What the board takes from a room: its points and who reports, as its attribution rule lets them be told.

use crate::outcome::{OutcomePoint, told_points, told_rapporteurs};
use crate::room::Room;
use crate::room::event::Attribution;
use crate::room::view::RoomState;

/// A room as the board knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomPoints {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its theme in a sentence; may be empty.
    pub theme: String,
    /// Whether its outcome is sealed or can still change.
    pub state: RoomState,
    /// What may be told of it outside.
    pub attribution: Attribution,
    /// Who reports, as `name, delegation`; empty where the room is closed to the outside.
    pub rapporteurs: Vec<String>,
    /// Its points in the order of the notes; empty where the room is closed to the outside.
    pub points: Vec<OutcomePoint>,
}

impl RoomPoints {
    /// A room that nobody has opened yet, of which nothing but its plan is known.
    pub fn planned(id: &str, title: &str, theme: &str, attribution: Attribution) -> Self {
        Self {
            id: id.to_owned(),
            title: title.to_owned(),
            theme: theme.to_owned(),
            state: RoomState::Open,
            attribution,
            rapporteurs: Vec::new(),
            points: Vec::new(),
        }
    }

    /// What a room tells. Off the record nobody is named, so who will see to a point is not told either: it may be a person.
    pub fn of(room: &Room) -> Self {
        let definition = &room.definition;
        let mut points = told_points(room);
        if definition.attribution != Attribution::OnTheRecord {
            points.iter_mut().for_each(|point| point.mark.owner = None);
        }
        Self {
            id: definition.room.clone(),
            title: definition.title.clone(),
            theme: definition.theme.clone(),
            state: room.state,
            attribution: definition.attribution,
            rapporteurs: told_rapporteurs(room),
            points,
        }
    }
}
