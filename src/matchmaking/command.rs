//! What a seat may ask of the matchmaking, in the imperative: `{"do":"choose", …}`.

use super::agreeing::PairingId;
use super::post::{Details, Kind, PostId};
use super::settings::{Settings, SlotId, Stage};
use super::who::{Introduction, Listed};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use utoipa::ToSchema;

/// What is asked, and what is known of who asks it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Order {
    /// What is asked.
    pub command: Command,
    /// What the list of participants says of them; none where they are not on it.
    pub listed: Option<Listed>,
}

/// One thing that is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "do", rename_all = "kebab-case")]
#[schema(as = MatchmakingCommand)]
pub enum Command {
    /// Say when, at how many tables and for whom. For the organiser.
    Settings {
        /// As they were seen.
        seen: Settings,
        /// What is to hold.
        settings: Settings,
    },
    /// Open or close it. For the organiser.
    Stage {
        /// Where it is to stand.
        stage: Stage,
    },
    /// Assign tables and slots to what was agreed. For the organiser.
    Assign,
    /// Say who one is. Shown to nobody but to those with whom one has agreed to meet. Of somebody on the list of participants name and
    /// delegation are those of the list.
    Introduce {
        /// Name, delegation and contact.
        introduction: Introduction,
    },
    /// Say when one cannot come.
    Busy {
        /// All the slots that one cannot come to.
        slots: BTreeSet<SlotId>,
    },
    /// Post a need or an offer.
    Post {
        /// What it is.
        kind: Kind,
        /// What it says.
        details: Details,
    },
    /// Say one's own otherwise, while nobody has been chosen for it and nobody has chosen it.
    Change {
        /// The post.
        post: PostId,
        /// What it is to say.
        details: Details,
    },
    /// Take one's own back.
    Withdraw {
        /// The post.
        post: PostId,
    },
    /// Choose an offer for a need of one's own: the first yes.
    Choose {
        /// The need.
        need: PostId,
        /// The offer.
        offer: PostId,
    },
    /// Say yes to having been chosen: the second yes.
    Accept {
        /// Which.
        pairing: PairingId,
    },
    /// Say "not now" to having been chosen. A yes can still follow.
    Decline {
        /// Which.
        pairing: PairingId,
    },
    /// Give up what one has chosen or agreed; as organiser, cancel a meeting that was agreed.
    GiveUp {
        /// Which.
        pairing: PairingId,
    },
    /// Write down what the two have agreed on. Consent to an earlier text does not count for it.
    Write {
        /// Which.
        pairing: PairingId,
        /// What it is to say; may be empty.
        text: String,
    },
    /// Let it into the outcome of the meeting, with the names of both delegations.
    Consent {
        /// Which.
        pairing: PairingId,
        /// The number of the text that one has read.
        version: u32,
    },
    /// Take that back.
    WithdrawConsent {
        /// Which.
        pairing: PairingId,
    },
}
