//! What has happened in the matchmaking, in the past tense. Events are for ever: a field is added with a default, none is edited or
//! removed.

use super::agreeing::PairingId;
use super::post::{Details, Kind, PostId};
use super::seating::Sitting;
use super::settings::{Settings, SlotId, Stage};
use super::who::Introduction;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// One thing that has happened. Whose doing it was is in its stamp.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Event {
    /// The organiser said when, at how many tables and for whom.
    SettingsChanged {
        /// What holds now.
        settings: Settings,
    },
    /// The organiser opened or closed it.
    StageSet {
        /// Where it stands now.
        stage: Stage,
    },
    /// Somebody said who they are, for those with whom they agree.
    Introduced {
        /// What they said.
        introduction: Introduction,
    },
    /// Somebody said when they cannot come.
    BusySet {
        /// The slots that they cannot come to.
        busy: BTreeSet<SlotId>,
    },
    /// A need or an offer was posted.
    Posted {
        /// Its id: that of the command.
        post: PostId,
        /// What it is.
        kind: Kind,
        /// What it says.
        details: Details,
    },
    /// One's own was said otherwise.
    PostChanged {
        /// The post.
        post: PostId,
        /// What it says now.
        details: Details,
    },
    /// A post was taken back, and with it what was asked and not answered.
    PostWithdrawn {
        /// The post.
        post: PostId,
    },
    /// Who has a need chose an offer.
    Chosen {
        /// What came of it: the id of the command.
        pairing: PairingId,
        /// The need.
        need: PostId,
        /// The offer.
        offer: PostId,
    },
    /// Who has the offer said yes too: from now on the two know who they are.
    Accepted {
        /// Of which.
        pairing: PairingId,
    },
    /// Who has the offer said "not now".
    Declined {
        /// Of which.
        pairing: PairingId,
    },
    /// One of the two gave it up, or the organiser cancelled it.
    GivenUp {
        /// Of which.
        pairing: PairingId,
    },
    /// One of the two wrote down what they agreed on; whoever had consented to an earlier text has not to this one.
    AgreementWritten {
        /// Of which.
        pairing: PairingId,
        /// What it says.
        text: String,
    },
    /// One of the two lets it into the outcome.
    Consented {
        /// Of which.
        pairing: PairingId,
    },
    /// One of the two took that back.
    ConsentWithdrawn {
        /// Of which.
        pairing: PairingId,
    },
    /// Tables were assigned. Only what is different from before is said.
    TablesAssigned {
        /// Where and when those take place that had no place or another one.
        seated: BTreeMap<PairingId, Sitting>,
        /// Those that had a place and have none any more.
        unseated: BTreeSet<PairingId>,
        /// How many of those that had a place have another one.
        moved: usize,
    },
    /// Meetings that waited got places that were free; nobody was moved for it.
    Seated {
        /// Where and when they take place.
        seated: BTreeMap<PairingId, Sitting>,
    },
}
