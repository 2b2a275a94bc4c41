//! What is wanted of the board and of the comments.

use super::Hand;
use crate::canaries::Kind;
use serde_json::{Value, json};

impl Hand<'_> {
    pub(super) fn contributes(&mut self) -> Option<Value> {
        let about = |what: &str, card: String| json!({ "tool": "board", "do": what, "card": card });
        let own: Vec<String> = self.page.you["cards"]
            .as_object()
            .into_iter()
            .flatten()
            .map(|(id, _)| id.clone())
            .collect();
        match self.chance.below(10) {
            0..5 => {
                let text = format!("We offer help {}", self.canary(Kind::Card));
                Some(json!({ "tool": "board", "do": "add", "kind": "offer", "text": text }))
            }
            5..8 => self.key_of("/board/cards").map(|card| about("support", card)),
            8 => {
                let card = self.pick(&own)?;
                let text = format!("We offer more help {}", self.canary(Kind::Card));
                Some(json!({ "tool": "board", "do": "edit", "card": card, "kind": "need", "text": text }))
            }
            _ => self.pick(&own).map(|card| about("withdraw", card)),
        }
    }

    pub(super) fn keeps_the_board(&mut self) -> Option<Value> {
        let about = |what: &str, card: String| json!({ "tool": "board", "do": what, "card": card });
        match self.chance.below(10) {
            0 => Some(json!({ "tool": "board", "do": "rule", "rule": self.chance.one_of(&["open", "moderated", "moderated"]) })),
            1..4 => {
                let card = self.key_where("/board/cards", |card| card["waits"] == true)?;
                Some(json!({ "tool": "board", "do": "pass", "cards": [card] }))
            }
            4 => Some(json!({ "tool": "board", "do": "pass" })),
            5 => self.key_of("/board/cards").map(|card| about("hold", card)),
            6 => {
                let (card, into) = (self.key_of("/board/cards")?, self.key_of("/board/cards")?);
                Some(json!({ "tool": "board", "do": "merge", "card": card, "into": into }))
            }
            7 => self.key_of("/board/cards").map(|card| about("pin", card)),
            8 => self.key_of("/board/cards").map(|card| about("note", card)),
            _ => Some(json!({ "tool": "board", "do": "unpin" })),
        }
    }

    pub(super) fn comments(&mut self) -> Option<Value> {
        let about = |what: &str, comment: String| json!({ "tool": "comments", "do": what, "comment": comment });
        match self.chance.below(10) {
            0..4 => {
                let anchor = json!({ "start": "AAAA", "end": "AAAB" });
                Some(json!({ "tool": "comments", "do": "add", "anchor": anchor, "quote": "Here", "text": "Is that so?" }))
            }
            4..7 => {
                let comment = self.key_of("/comments/comments")?;
                Some(json!({ "tool": "comments", "do": "reply", "comment": comment, "text": "It is." }))
            }
            7 => self.key_of("/comments/comments").map(|comment| about("resolve", comment)),
            8 => self.key_of("/comments/comments").map(|comment| about("reopen", comment)),
            _ => self.key_of("/comments/comments").map(|comment| about("delete", comment)),
        }
    }
}
