//! What has happened on the board of contributions.

use super::is_false;
use crate::room::command::{BoardRule, CardKind};
use crate::room::ids::CardId;
use serde::{Deserialize, Serialize};

/// One thing that has happened on the board; the stamp says who did it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum BoardEvent {
    /// Somebody put a card on the board (the stamp says who).
    CardAdded {
        /// The card.
        card: CardId,
        /// What it contributes.
        kind: CardKind,
        /// Its text.
        text: String,
        /// Whether it waits to be let through.
        #[serde(default, skip_serializing_if = "is_false")]
        waits: bool,
    },
    /// It says something else now.
    CardEdited {
        /// The card.
        card: CardId,
        /// What it contributes.
        kind: CardKind,
        /// Its text.
        text: String,
        /// Whether it waits to be let through.
        #[serde(default, skip_serializing_if = "is_false")]
        waits: bool,
    },
    /// It was taken back.
    CardWithdrawn {
        /// The card.
        card: CardId,
    },
    /// A seat supports a card (the stamp says which).
    CardSupported {
        /// The card.
        card: CardId,
    },
    /// It does not any more.
    SupportWithdrawn {
        /// The card.
        card: CardId,
    },
    /// Cards are seen by everybody from now on.
    CardsPassed {
        /// The cards.
        cards: Vec<CardId>,
    },
    /// A card waits again.
    CardHeld {
        /// The card.
        card: CardId,
    },
    /// A card says the same as another.
    CardMerged {
        /// The card.
        card: CardId,
        /// The one that stays.
        into: CardId,
    },
    /// A card is shown large on the screen.
    CardPinned {
        /// The card.
        card: CardId,
    },
    /// None is.
    CardUnpinned,
    /// A card is in the notes.
    CardNoted {
        /// The card.
        card: CardId,
    },
    /// A card was dealt with: the question was answered.
    CardAnswered {
        /// The card.
        card: CardId,
    },
    /// It was not.
    CardUnanswered {
        /// The card.
        card: CardId,
    },
    /// Who sees a new card changed.
    BoardRuleSet {
        /// The rule.
        rule: BoardRule,
    },
}
