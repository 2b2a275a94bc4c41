//! What a seat may ask of the board of contributions.

use crate::room::ids::CardId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// What a card contributes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CardKind {
    /// Something that is missing.
    Gap,
    /// Something that is needed.
    Need,
    /// Help that somebody offers.
    Offer,
    /// Something that is under way.
    Initiative,
    /// Something that has worked.
    GoodPractice,
    /// Something that should be done.
    Recommendation,
    /// Something to be answered.
    Question,
}

/// Who sees a new card.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum BoardRule {
    /// Everybody, at once.
    #[default]
    Open,
    /// Chair and rapporteur, until one of them lets it through.
    Moderated,
    /// Nobody: the board takes no cards. Those that are on it stay.
    Closed,
}

/// For the board of contributions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum BoardCommand {
    /// Put a card on the board.
    Add {
        /// What it contributes.
        kind: CardKind,
        /// Its text: a sentence or two.
        text: String,
    },
    /// Say it otherwise: one's own card, while nobody else supports it and it is not in the notes.
    Edit {
        /// The card.
        card: CardId,
        /// What it contributes now.
        kind: CardKind,
        /// Its text now.
        text: String,
    },
    /// Take a card back: one's own, or any as chair or rapporteur. One that is in the notes stays on the board.
    Withdraw {
        /// The card.
        card: CardId,
    },
    /// Support a card of somebody else; once for each seat.
    Support {
        /// The card.
        card: CardId,
    },
    /// Take that back.
    Unsupport {
        /// The card.
        card: CardId,
    },
    /// Let cards be seen by everybody.
    Pass {
        /// The cards; none: all that wait.
        #[serde(default)]
        cards: Vec<CardId>,
    },
    /// Take a card off everybody's page; it waits again.
    Hold {
        /// The card.
        card: CardId,
    },
    /// Say that a card says the same as another: it goes off the board, and its support goes to the other, each seat once.
    Merge {
        /// The card.
        card: CardId,
        /// The one that stays.
        into: CardId,
    },
    /// Show a card large on the screen, in place of another.
    Pin {
        /// The card.
        card: CardId,
    },
    /// Take the pinned card off the screen.
    Unpin,
    /// Say that a card is in the notes now: whoever wrote it there as a point says so.
    Note {
        /// The card.
        card: CardId,
    },
    /// Say that a card was dealt with: the question was answered.
    Answer {
        /// The card.
        card: CardId,
    },
    /// Say that it was not.
    Unanswer {
        /// The card.
        card: CardId,
    },
    /// Say who sees a new card.
    Rule {
        /// The rule from now on.
        rule: BoardRule,
    },
}

impl BoardRule {
    /// Whether it is the rule where nothing is said.
    pub fn is_open(&self) -> bool {
        *self == Self::Open
    }
}
