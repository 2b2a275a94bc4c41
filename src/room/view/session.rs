//! What each audience may see of the course of the session.

use crate::room::command::Shows;
use crate::room::ids::Millis;
use crate::room::seat::Role;
use crate::room::sittings::Extension;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The course of the session.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct SessionView {
    /// What was announced last; it may be over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub announcement: Option<AnnouncementView>,
    /// The countdown; it may be over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub countdown: Option<CountdownView>,
    /// How many minutes the session lasts longer than planned; of several, the one that was given time last.
    #[serde(default, skip_serializing_if = "is_zero")]
    #[ts(optional, as = "Option<u32>")]
    pub extended_min: u32,
    /// Which sessions last longer, where the room meets in several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<Extension>>")]
    pub extended: Vec<Extension>,
    /// What the screen shows.
    pub screen: Shows,
    /// That the room calls for help; only for chair, rapporteur and organiser.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub help: Option<HelpView>,
}

/// Something that everybody is told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct AnnouncementView {
    /// The how manieth of the room it is, from 1: by it a page knows which one its reader has put away.
    pub number: u32,
    /// What.
    pub message: String,
    /// When it was announced.
    pub at: Millis,
    /// Until when it is shown.
    pub until: Millis,
    /// As what the one spoke who announced it: chair or organiser.
    pub role: Role,
}

/// A countdown. Where its time has come, that is over, and nothing else happens by itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct CountdownView {
    /// When it ends.
    pub ends_at: Millis,
    /// To what it counts; missing where nothing was said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(optional, as = "Option<String>")]
    pub label: String,
}

/// A call for help.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct HelpView {
    /// What for; missing where nothing was said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(optional, as = "Option<String>")]
    pub reason: String,
    /// Since when.
    pub at: Millis,
    /// Who calls: the chair or the rapporteur.
    pub role: Role,
    /// Whether help is coming.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub coming: bool,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes it so")]
fn is_zero(value: &u32) -> bool {
    *value == 0
}
