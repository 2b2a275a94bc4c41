//! Who sits in the room: role, name, delegation, and what each role may do.

use super::ids::SeatId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// What somebody is in a room. The role decides what they may ask (`access.rs`) and what they see (`view.rs`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// A delegate of a State, an organization or a stakeholder.
    Participant,
    /// Runs the room: gives the floor, opens polls, closes.
    Chair,
    /// Writes the notes and takes the outcome home.
    Rapporteur,
    /// The projector: sees, never asks.
    Screen,
    /// The secretariat: may do in every room what the chair may, and reopen it.
    Organiser,
}

impl Role {
    /// Every role, in the order of the table of access.
    pub const ALL: [Role; 5] = [
        Role::Participant,
        Role::Chair,
        Role::Rapporteur,
        Role::Screen,
        Role::Organiser,
    ];
}

/// The kind of body somebody speaks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// A Member State or an observer State.
    State,
    /// An intergovernmental or regional organization, or an entity of the United Nations.
    Organization,
    /// Private sector, civil society, academia, technical community.
    Stakeholder,
}

/// How high somebody speaks for their delegation, from the highest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Rank {
    /// Head of State or Government, or minister.
    Minister,
    /// Vice-minister, deputy minister, State secretary.
    ViceMinister,
    /// Ambassador, permanent representative, head of an organization.
    Ambassador,
    /// Delegate or official.
    #[serde(alias = "official")]
    Delegate,
    /// Expert.
    Expert,
}

/// What a person says about themselves when they join. All of it optional but bounded (`limits.rs`).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct Profile {
    /// The name as it is shown to the room.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub name: Option<String>,
    /// The State, organization or stakeholder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub delegation: Option<String>,
    /// The kind of body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub class: Option<Class>,
    /// The rank of the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub rank: Option<Rank>,
}

/// A place in the room and who has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// Its id.
    pub id: SeatId,
    /// What it may do.
    pub role: Role,
    /// Who has it.
    pub profile: Profile,
    /// How often those who had come with its link had to leave before; 0 where that never was.
    #[serde(default, skip_serializing_if = "is_first")]
    pub issue: u32,
}

fn is_first(issue: &u32) -> bool {
    *issue == 0
}
