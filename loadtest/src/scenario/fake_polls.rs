//! The fake server's one poll: it counts what comes and tells everybody of each ballot.

use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The poll so far.
#[derive(Debug, Default)]
pub struct FakePoll {
    turnout: u64,
    tally: BTreeMap<String, u64>,
}

impl FakePoll {
    /// What a command changes for everybody. A ballot that is `forgotten` is not in the tally.
    pub fn take(&mut self, command: &Value, forgotten: bool) -> Value {
        let changed = match command["do"].as_str() {
            Some("open") => {
                self.tally = (1..=4).map(|option| (format!("o{option}"), 0)).collect();
                json!({"state": "open", "turnout": 0})
            }
            Some("cast") => {
                self.turnout += 1;
                let choice = command["choice"][0].as_str().unwrap_or_default();
                *self.tally.entry(choice.to_owned()).or_default() += u64::from(!forgotten);
                json!({"turnout": self.turnout, "tally": self.tally, "count": {"ballots": self.turnout}})
            }
            Some("close") => json!({"state": "closed"}),
            _ => json!({}),
        };
        json!({"polls": {"items": {"p1": changed}}})
    }
}
