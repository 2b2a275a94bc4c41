//! What is wanted of the list of speakers.

use super::Hand;
use crate::canaries::Kind;
use serde_json::{Value, json};

const LANES: [&str; 7] = ["list", "list", "list", "point-of-order", "question", "reply", "precedence"];
const RULES: [&str; 6] = [
    "first-come",
    "protocol",
    "by-class",
    "least-heard",
    "alternate-regions",
    "alternate-classes",
];

impl Hand<'_> {
    pub(super) fn asks_for_the_floor(&mut self) -> Option<Value> {
        Some(match self.chance.below(10) {
            0..7 => {
                json!({ "tool": "floor", "do": "request", "lane": self.chance.one_of(&LANES), "remote": self.chance.percent(20) })
            }
            7 => json!({ "tool": "floor", "do": "change", "language": "fr" }),
            _ => json!({ "tool": "floor", "do": "withdraw" }),
        })
    }

    pub(super) fn keeps_the_floor(&mut self) -> Option<Value> {
        match self.chance.below(20) {
            0..4 => Some(self.gives_to_the_next()),
            4 => self.about_a_request("give"),
            5..7 => Some(json!({ "tool": "floor", "do": "end" })),
            7 => Some(json!({ "tool": "floor", "do": "pause" })),
            8 => Some(json!({ "tool": "floor", "do": "resume" })),
            9 => Some(json!({ "tool": "floor", "do": "more", "seconds": 10 + self.chance.below(50) })),
            10 => self.about_a_request("skip"),
            11 => self.moves(),
            12 => self.about_a_request("withdraw"),
            13 => Some(self.opens_or_closes_the_list()),
            14 => Some(json!({ "tool": "floor", "do": "rule", "rule": self.chance.one_of(&RULES) })),
            15 => Some(self.limits()),
            16 => Some(json!({ "tool": "floor", "do": "allowance", "seat": self.seat(), "seconds": self.chance.below(300) })),
            17 => self.notes_beside_a_request(),
            18 => Some(self.queues_somebody()),
            _ => self.takes_a_step_back(),
        }
    }

    fn gives_to_the_next(&mut self) -> Value {
        let order = self.page.view["floor"]["order"].as_array();
        let first = order.and_then(|order| order.first()).cloned();
        match first.filter(|_| self.chance.percent(70)) {
            Some(first) => json!({ "tool": "floor", "do": "give", "expects": first }),
            None => json!({ "tool": "floor", "do": "give" }),
        }
    }

    fn about_a_request(&mut self, what: &str) -> Option<Value> {
        let request = self.key_of("/floor/requests")?;
        Some(json!({ "tool": "floor", "do": what, "request": request }))
    }

    fn moves(&mut self) -> Option<Value> {
        let (request, before) = (self.key_of("/floor/requests")?, self.key_of("/floor/requests")?);
        Some(match self.chance.below(3) {
            0 => json!({ "tool": "floor", "do": "move", "request": request }),
            1 => json!({ "tool": "floor", "do": "lane", "request": request, "lane": self.chance.one_of(&LANES) }),
            _ => {
                json!({ "tool": "floor", "do": "move", "request": request, "before": before, "reason": "They have a plane to catch" })
            }
        })
    }

    fn opens_or_closes_the_list(&mut self) -> Value {
        match self.chance.below(4) {
            0 => json!({ "tool": "floor", "do": "close" }),
            1 => json!({ "tool": "floor", "do": "close", "in_s": 10 }),
            _ => json!({ "tool": "floor", "do": "open" }),
        }
    }

    fn limits(&mut self) -> Value {
        let seconds = 10 + self.chance.below(100);
        match self.chance.percent(50) {
            true => json!({ "tool": "floor", "do": "limit", "seconds": seconds }),
            false => json!({ "tool": "floor", "do": "limit", "seconds": seconds, "scope": "point-of-order" }),
        }
    }

    fn notes_beside_a_request(&mut self) -> Option<Value> {
        let request = self.key_of("/floor/requests")?;
        let note = format!("Owes us an answer {}", self.canary(Kind::DeskNote));
        Some(json!({ "tool": "floor", "do": "note", "request": request, "note": note }))
    }

    fn queues_somebody(&mut self) -> Value {
        let note = format!("No device {}", self.canary(Kind::DeskNote));
        let delegation = *self.chance.one_of(&["Chile", "Ghana", "Nauru", "ITU"]);
        json!({ "tool": "floor", "do": "queue", "delegation": delegation, "note": note })
    }

    fn takes_a_step_back(&mut self) -> Option<Value> {
        let desk = &self.page.view["floor"]["desk"];
        let step = desk["undo"]["step"].clone();
        if step.is_null() || self.chance.percent(40) {
            let request = self.key_of("/floor/desk/dismissed")?;
            return Some(json!({ "tool": "floor", "do": "restore", "request": request }));
        }
        Some(json!({ "tool": "floor", "do": "undo", "step": step }))
    }
}
