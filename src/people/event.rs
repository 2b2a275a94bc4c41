//! What has happened in the register. Kept for ever.

use super::limits::NETWORK_CHARACTERS_MAX;
use super::person::Details;
use crate::room::ids::SeatId;
use crate::room::refusal::{Code, Refusal};
use crate::room::text;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Something that has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Event {
    /// People were put on the list, or corrected.
    Entered {
        /// Who, each as a whole.
        people: Vec<Entered>,
    },
    /// People were taken off the list.
    Removed {
        /// Who.
        people: Vec<SeatId>,
    },
    /// Somebody got another code, because the old one had got into wrong hands.
    CodeReplaced {
        /// Who.
        person: SeatId,
        /// The new one.
        code: String,
    },
    /// People came into a group, or out of it.
    Placed {
        /// In which session.
        session: String,
        /// Into which room; none: into none.
        room: Option<String>,
        /// Who.
        people: Vec<SeatId>,
    },
    /// People may choose their groups of a session.
    ChoiceOpened {
        /// Which.
        session: String,
    },
    /// They may not any more.
    ChoiceClosed {
        /// Which.
        session: String,
    },
    /// It was said how many people fit into a room.
    Capped {
        /// Which.
        room: String,
        /// How many; none: as many as there are.
        cap: Option<u32>,
    },
    /// It was said whether a room, or any, can be joined with its own code.
    DoorsSet {
        /// Which; none: any.
        room: Option<String>,
        /// Whether it can.
        open: bool,
    },
    /// It was said which wireless network there is.
    NetworkSet(Network),
}

/// Somebody as they stand on the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entered {
    /// Their id.
    pub id: SeatId,
    /// What is known of them.
    #[serde(flatten)]
    pub details: Details,
    /// Their code.
    pub code: String,
}

/// A wireless network, as it is printed for people to use. Both may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Network {
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// Its password; empty: it needs none.
    #[serde(default)]
    pub password: String,
}

/// The network with its texts trimmed, or why it cannot be printed.
pub(super) fn checked_network(network: &Network) -> Result<Network, Refusal> {
    let checked = |what, given: &str| {
        text::checked(what, given, NETWORK_CHARACTERS_MAX).map_err(|said| Refusal::new(Code::TextInvalid, said))
    };
    Ok(Network {
        name: checked("The name of the network", &network.name)?,
        password: checked("The password of the network", &network.password)?,
    })
}
