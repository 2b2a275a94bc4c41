//! The board of contributions: short cards of the participants, which others support, and which chair and rapporteur let through,
//! unite, show and take into the notes.
//!
//! Each rule has its file. What they share: a card is seen by everybody, or waits and is seen by its author, chair and rapporteur
//! alone; to anybody else it is as if it were not there. A card that was merged is one with another from then on: no rule finds it by
//! its own id but for `note`. Who wrote a card is known here and told by no rule: the view decides that.

mod add;
mod keep;
mod merge;
mod of_seats;
mod support;
mod withdraw;

use super::access::{self, Right};
use super::command::{BoardCommand, BoardRule, CardKind};
use super::event::{Attribution, BoardEvent, Event, Stamp};
use super::ids::{CardId, Millis, SeatId};
use super::refusal::{Code, Refusal};
use super::seat::Role;
use super::{Context, Room};
use of_seats::OfSeats;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The board.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Board {
    /// Who sees a new card.
    pub rule: BoardRule,
    /// The card that the screen shows large.
    pub pinned: Option<CardId>,
    cards: BTreeMap<CardId, Card>,
    last: u32,
    /// How many cards each seat has put on the board, withdrawn ones among them.
    added: BTreeMap<SeatId, usize>,
    /// What each seat has to do with: follows from the cards.
    #[serde(skip)]
    of_seats: OfSeats,
}

/// A card that was not withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// What it contributes.
    pub kind: CardKind,
    /// Its text.
    pub text: String,
    /// Who put it on the board.
    pub by: Option<SeatId>,
    /// When.
    pub at: Millis,
    /// Where it stands.
    pub place: Place,
    /// The seats that support it, never its author; of a merged one none, because they support the other.
    pub supporters: BTreeSet<SeatId>,
    /// Whether it, or one that was merged with it, is in the notes.
    pub noted: bool,
    /// Whether it was dealt with: the question was answered.
    #[serde(default)]
    pub answered: bool,
    /// The cards that are one with it.
    pub merged: BTreeSet<CardId>,
}

/// Where a card stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// On everybody's page.
    Shown,
    /// On the pages of its author, chair and rapporteur.
    Waiting,
    /// On none: it is one with that card.
    Merged(CardId),
}

/// What a command makes happen.
pub(super) fn decide(room: &Room, command: &BoardCommand, context: &Context) -> Result<Vec<Event>, Refusal> {
    let board = &room.board;
    let event = match command {
        BoardCommand::Add { kind, text } => add::decide(room, *kind, text, context)?,
        BoardCommand::Edit { card, kind, text } => add::decide_edit(board, *card, *kind, text, context)?,
        BoardCommand::Withdraw { card } => withdraw::decide(board, *card, context)?,
        BoardCommand::Support { card } => support::decide(room, *card, context)?,
        BoardCommand::Unsupport { card } => support::decide_unsupport(board, *card, context)?,
        BoardCommand::Merge { card, into } => merge::decide(board, *card, *into)?,
        BoardCommand::Pass { cards } => keep::decide_pass(board, cards)?,
        BoardCommand::Hold { card } => keep::decide_hold(board, *card)?,
        BoardCommand::Pin { card } => keep::decide_pin(board, *card)?,
        BoardCommand::Unpin => BoardEvent::CardUnpinned,
        BoardCommand::Note { card } => keep::decide_note(board, *card)?,
        BoardCommand::Answer { card } => keep::decide_answer(board, *card)?,
        BoardCommand::Unanswer { card } => keep::decide_unanswer(board, *card)?,
        BoardCommand::Rule { rule } => BoardEvent::BoardRuleSet { rule: *rule },
    };
    Ok(vec![Event::Board(event)])
}

/// Whether the role keeps the board: then it sees the cards that wait.
fn keeps(role: Role) -> bool {
    access::may(role, Right::KeepBoard)
}

fn unknown(card: CardId) -> Refusal {
    Refusal::new(Code::UnknownCard, format!("There is no card {card} on the board."))
}

impl Board {
    /// The cards in the order of adding, merged ones among them.
    pub fn cards(&self) -> impl Iterator<Item = (CardId, &Card)> {
        self.cards.iter().map(|(id, card)| (*id, card))
    }

    /// The cards that a seat has put on the board, merged ones among them, in the order of adding.
    pub fn cards_of(&self, seat: &SeatId) -> impl Iterator<Item = (CardId, &Card)> {
        let own = self.of_seats.own(seat);
        own.filter_map(|id| Some((id, self.cards.get(&id)?)))
    }

    /// The cards that a seat supports, in the order of adding.
    pub fn supported_by(&self, seat: &SeatId) -> impl Iterator<Item = (CardId, &Card)> {
        let supported = self.of_seats.supported(seat);
        supported.filter_map(|id| Some((id, self.cards.get(&id)?)))
    }

    /// The board as it was saved, with what follows from its cards.
    pub(super) fn restored(mut self) -> Self {
        self.of_seats = OfSeats::of(&self.cards);
        self
    }

    /// How many cards were withdrawn.
    pub fn withdrawn(&self) -> usize {
        usize::try_from(self.last)
            .unwrap_or(usize::MAX)
            .saturating_sub(self.cards.len())
    }

    /// A card; none where there never was one, or it was withdrawn.
    pub fn card(&self, card: CardId) -> Option<&Card> {
        self.cards.get(&card)
    }

    /// The card as which it stands on the board: itself, or the one that it was merged with.
    pub fn standing_for(&self, card: CardId) -> Option<(CardId, &Card)> {
        match self.cards.get(&card)?.place {
            Place::Merged(into) => Some((into, self.cards.get(&into)?)),
            Place::Shown | Place::Waiting => Some((card, self.cards.get(&card)?)),
        }
    }

    /// The card, where it stands on the board under its own id.
    fn find(&self, card: CardId) -> Result<&Card, Refusal> {
        let found = self.cards.get(&card).ok_or_else(|| unknown(card))?;
        match found.place {
            Place::Merged(into) => Err(Refusal::new(
                Code::UnknownCard,
                format!("Card {card} is one with {into} now."),
            )),
            Place::Shown | Place::Waiting => Ok(found),
        }
    }

    /// The same for a rule that is about cards which everybody sees.
    fn find_shown(&self, card: CardId, role: Role) -> Result<&Card, Refusal> {
        let found = self.find(card)?;
        match found.place {
            Place::Waiting if keeps(role) => Err(Refusal::new(
                Code::UnknownCard,
                format!("Card {card} waits; let it through first."),
            )),
            Place::Waiting => Err(unknown(card)),
            Place::Shown | Place::Merged(_) => Ok(found),
        }
    }

    /// The card, for its author.
    fn find_own(&self, card: CardId, seat: &SeatId) -> Result<&Card, Refusal> {
        let own = self.cards.get(&card).filter(|found| found.by.as_ref() == Some(seat));
        own.ok_or_else(|| Refusal::new(Code::UnknownCard, format!("There is no card {card} of yours on the board.")))?;
        self.find(card)
    }

    /// Makes an event so, in a room where authors are told or not.
    pub(super) fn apply(&mut self, stamp: &Stamp, event: &BoardEvent, told: Attribution) {
        match event {
            BoardEvent::CardAdded { .. } | BoardEvent::CardEdited { .. } => add::apply(self, stamp, event),
            BoardEvent::CardWithdrawn { card } => withdraw::apply(self, *card),
            BoardEvent::CardSupported { .. } | BoardEvent::SupportWithdrawn { .. } => support::apply(self, stamp, event),
            BoardEvent::CardMerged { card, into } => merge::apply(self, *card, *into, told),
            BoardEvent::CardsPassed { .. }
            | BoardEvent::CardHeld { .. }
            | BoardEvent::CardPinned { .. }
            | BoardEvent::CardUnpinned
            | BoardEvent::CardNoted { .. }
            | BoardEvent::CardAnswered { .. }
            | BoardEvent::CardUnanswered { .. }
            | BoardEvent::BoardRuleSet { .. } => keep::apply(self, event),
        }
    }

    /// The screen shows only what everybody sees.
    fn take_off_the_screen(&mut self, card: CardId) {
        if self.pinned == Some(card) {
            self.pinned = None;
        }
    }
}

impl Card {
    /// Whether it waits to be let through.
    pub fn waits(&self) -> bool {
        self.place == Place::Waiting
    }

    /// Whether it stands on the board for that role.
    pub fn is_seen_by(&self, role_keeps_board: bool) -> bool {
        match self.place {
            Place::Shown => true,
            Place::Waiting => role_keeps_board,
            Place::Merged(_) => false,
        }
    }
}
