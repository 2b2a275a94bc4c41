//! The lanes of the list: who is heard before whom, whatever rule orders the list itself. After the practice of conferences:
//! a point of order at once (Rules of Procedure of the General Assembly, rule 71), a right of reply at the end (rule 73).

use crate::room::seat::Class;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where a request stands, from the first heard to the last.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Lane {
    /// A point of order: heard at once, while the speech under way waits and its clock stands.
    PointOfOrder,
    /// The answer to a question, by the one who was asked.
    Answer,
    /// A question to the speaker.
    Question,
    /// A rapporteur, a panellist, whomever the chair gives precedence.
    Precedence,
    /// The list itself, ordered by its rule.
    #[default]
    List,
    /// A right of reply.
    Reply,
}

impl Lane {
    /// Whether a request in it stands on the list of speakers: a delegation has one request on the list.
    pub fn is_of_list(self) -> bool {
        matches!(self, Self::Precedence | Self::List)
    }

    /// How the lane is called in a sentence.
    pub fn called(self) -> &'static str {
        match self {
            Self::PointOfOrder => "the points of order",
            Self::Answer => "the answers",
            Self::Question => "the questions",
            Self::Precedence => "those who were given precedence",
            Self::List => "the list",
            Self::Reply => "the rights of reply",
        }
    }
}

/// What a time limit of its own can be set for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// Those who speak for a State.
    State,
    /// Those who speak for an organization.
    Organization,
    /// Those who speak for a stakeholder.
    Stakeholder,
    /// Points of order.
    PointOfOrder,
    /// Answers.
    Answer,
    /// Questions.
    Question,
    /// Those who were given precedence.
    Precedence,
    /// Rights of reply.
    Reply,
}

impl Scope {
    /// Of a class.
    pub fn of_class(class: Class) -> Self {
        match class {
            Class::State => Self::State,
            Class::Organization => Self::Organization,
            Class::Stakeholder => Self::Stakeholder,
        }
    }

    /// Of a lane; the list itself has none but its own.
    pub fn of_lane(lane: Lane) -> Option<Self> {
        match lane {
            Lane::PointOfOrder => Some(Self::PointOfOrder),
            Lane::Answer => Some(Self::Answer),
            Lane::Question => Some(Self::Question),
            Lane::Precedence => Some(Self::Precedence),
            Lane::List => None,
            Lane::Reply => Some(Self::Reply),
        }
    }
}
