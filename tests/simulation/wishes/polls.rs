//! What is wanted of the polls.

use super::Hand;
use crate::canaries::Kind;
use roundtable::room::seat::Role;
use serde_json::{Value, json};

const KINDS: [&str; 7] = ["single", "single", "multiple", "yes-no", "text", "ideas", "ranking"];
const SECRECIES: [&str; 6] = ["named", "chair", "undisclosed", "secret", "secret", "secret"];

impl Hand<'_> {
    fn poll_that_is(&mut self, state: &str) -> Option<String> {
        self.key_where("/polls/items", |poll| poll["state"] == state)
    }

    /// Where there is a vote, people vote, and where there is none, the chair has one.
    pub(super) fn pressing(&mut self) -> Option<Value> {
        let is_open = self.poll_that_is("open").is_some();
        match self.page.role {
            Role::Participant if is_open && self.chance.percent(50) => self.votes(),
            Role::Chair if !is_open && self.chance.percent(60) => {
                let poll = self.poll_that_is("draft")?;
                Some(json!({ "tool": "polls", "do": "open", "poll": poll }))
            }
            _ => None,
        }
    }

    pub(super) fn votes(&mut self) -> Option<Value> {
        let id = self.poll_that_is("open")?;
        let ballot = self.ballot(&id);
        Some(with(json!({ "tool": "polls", "do": "cast", "poll": id }), ballot))
    }

    pub(super) fn enters_a_ballot(&mut self) -> Option<Value> {
        let id = self.poll_that_is("open")?;
        let ballot = self.ballot(&id);
        let delegation = *self.chance.one_of(&["Chile", "Peru", "Kenya"]);
        self.canaries.entered(&ballot, delegation);
        let voter = json!({ "delegation": delegation });
        let enter = json!({ "tool": "polls", "do": "enter", "poll": id, "voter": voter, "again": self.chance.percent(30) });
        Some(with(enter, ballot))
    }

    fn ballot(&mut self, id: &str) -> Value {
        let poll = &self.page.view["polls"]["items"][id];
        let options: Vec<Value> = poll["option_order"].as_array().cloned().unwrap_or_default();
        let written = match poll["secrecy"] == "secret" {
            true => Kind::SecretBallot,
            false => Kind::Ballot,
        };
        match poll["kind"].as_str().unwrap_or_default() {
            "text" | "ideas" => json!({ "texts": [format!("In my words {}", self.canary(written))] }),
            "ranking" => json!({ "choice": options }),
            "multiple" => {
                let first = usize::try_from(self.chance.below(2)).unwrap();
                json!({ "choice": options.get(first..first + 2) })
            }
            _ => json!({ "choice": self.pick(&options).into_iter().collect::<Vec<_>>() }),
        }
    }

    pub(super) fn keeps_the_polls(&mut self) -> Option<Value> {
        let about = |what: &str, poll: String| json!({ "tool": "polls", "do": what, "poll": poll });
        match self.chance.below(20) {
            0..4 => Some(self.drafts()),
            4 => {
                Some(json!({ "tool": "polls", "do": "template", "template": self.chance.one_of(&["show-of-hands", "one-word"]) }))
            }
            5..10 => self.poll_that_is("draft").map(|poll| about("open", poll)),
            10..12 => self.poll_that_is("open").map(|poll| about("close", poll)),
            12 => self.edits(),
            13 => self.poll_that_is("draft").map(|poll| about("discard", poll)),
            14..16 => self.poll_that_is("closed").map(|poll| about("show", poll)),
            16 => self.poll_that_is("closed").map(|poll| about("hide", poll)),
            17 => self
                .poll_that_is("open")
                .map(|poll| json!({ "tool": "polls", "do": "deadline", "poll": poll, "in_s": 5 })),
            18 => self.lets_texts_through(),
            _ => self.starts_over(),
        }
    }

    fn drafts(&mut self) -> Value {
        with(json!({ "tool": "polls", "do": "draft" }), self.paper())
    }

    fn edits(&mut self) -> Option<Value> {
        let poll = self.poll_that_is("draft")?;
        let paper = self.paper();
        Some(with(json!({ "tool": "polls", "do": "edit", "poll": poll }), paper))
    }

    fn paper(&mut self) -> Value {
        let kind = *self.chance.one_of(&KINDS);
        let question = format!("Which first? {}", self.canary(Kind::Draft));
        let options: &[&str] = match kind {
            "single" | "multiple" | "ranking" => &["One", "Two", "Three"],
            _ => &[],
        };
        json!({
            "question": question,
            "kind": kind,
            "options": options,
            "secrecy": self.chance.one_of(&SECRECIES),
            "results": self.chance.one_of(&["live", "at-close", "when-shown"]),
            "per": self.chance.one_of(&["person", "person", "delegation"]),
            "late": self.chance.percent(30),
            "final": self.chance.percent(30),
            "breakdown": self.chance.percent(10),
        })
    }

    fn lets_texts_through(&mut self) -> Option<Value> {
        let poll = self.key_where("/polls/items", |poll| {
            poll["texts"].as_object().is_some_and(|texts| !texts.is_empty())
        })?;
        let text = self.key_of(&format!("/polls/items/{poll}/texts"))?;
        let what = *self.chance.one_of(&["pass", "pass", "hold"]);
        Some(match self.chance.percent(70) {
            true => json!({ "tool": "polls", "do": what, "poll": poll, "texts": [text] }),
            false => json!({ "tool": "polls", "do": what, "poll": poll }),
        })
    }

    fn starts_over(&mut self) -> Option<Value> {
        match self.chance.percent(60) {
            true => {
                let poll = self.poll_that_is("closed")?;
                Some(json!({ "tool": "polls", "do": "again", "poll": poll }))
            }
            false => {
                let poll = self.poll_that_is("open")?;
                Some(json!({ "tool": "polls", "do": "void", "poll": poll, "reason": "Wrong question" }))
            }
        }
    }
}

/// Both in one object.
fn with(mut command: Value, more: Value) -> Value {
    if let (Some(command), Value::Object(more)) = (command.as_object_mut(), more) {
        command.extend(more);
    }
    command
}
