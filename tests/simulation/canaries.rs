//! Words by which what somebody may not see is known wherever it turns up.

use roundtable::room::ids::SeatId;
use serde_json::Value;

/// The sign around a canary's number; in no other text of the simulation.
const SIGN: char = '~';

/// In what a canary was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A poll: the chair's alone until it is opened.
    Draft,
    /// A note beside a request: the chair's alone.
    DeskNote,
    /// A card: may wait to be let through.
    Card,
    /// A text on a ballot: may wait to be let through.
    Ballot,
    /// The same in a secret poll: not even its writer is shown it again.
    SecretBallot,
    /// Somebody's name.
    Name,
}

/// One of them.
#[derive(Debug, Clone)]
pub struct Canary {
    pub kind: Kind,
    /// Who wrote it, or whose name it is.
    pub by: SeatId,
    /// On a ballot that was entered for a delegation: which, since its own people may see it.
    pub entered_for: Option<String>,
}

/// All of them, by their number.
#[derive(Debug, Default)]
pub struct Canaries(Vec<Canary>);

impl Canaries {
    /// A new one, as it is to be written.
    pub fn word(&mut self, kind: Kind, by: &SeatId) -> String {
        self.0.push(Canary {
            kind,
            by: by.clone(),
            entered_for: None,
        });
        format!("{SIGN}{}{SIGN}", self.0.len() - 1)
    }

    /// Whatever is in this ballot was entered for a delegation.
    pub fn entered(&mut self, ballot: &Value, delegation: &str) {
        in_value(ballot, &mut |number| self.0[number].entered_for = Some(delegation.to_owned()));
    }

    pub fn get(&self, number: usize) -> &Canary {
        &self.0[number]
    }
}

/// The numbers of the canaries in a text.
pub fn in_text(text: &str, found: &mut impl FnMut(usize)) {
    if text.contains(SIGN) {
        text.split(SIGN).filter_map(|part| part.parse().ok()).for_each(found);
    }
}

/// The same in everything that JSON holds.
pub fn in_value(value: &Value, found: &mut impl FnMut(usize)) {
    match value {
        Value::String(text) => in_text(text, found),
        Value::Array(items) => items.iter().for_each(|item| in_value(item, found)),
        Value::Object(members) => {
            for (key, value) in members {
                in_text(key, found);
                in_value(value, found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
