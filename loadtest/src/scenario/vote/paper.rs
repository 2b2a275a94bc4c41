//! What is voted on, what each phone casts, and what the count must come to.

use crate::settings::{PollKind, Settings};
use serde_json::{Map, Value, json};

/// Answers on the ballot.
const OPTIONS: u32 = 4;

/// A poll and its ballots.
#[derive(Debug, Clone, Copy)]
pub struct Paper<'a> {
    settings: &'a Settings,
}

impl<'a> Paper<'a> {
    /// As the settings say.
    pub fn new(settings: &'a Settings) -> Self {
        Self { settings }
    }

    /// The chair's command that drafts it.
    pub fn draft(&self) -> Value {
        let options: Vec<String> = (1..=OPTIONS).map(|number| format!("Answer {number}")).collect();
        let settings = self.settings;
        let mut draft = json!({
            "tool": "polls", "do": "draft", "question": "Which of these comes first?", "kind": settings.kind.word(),
            "secrecy": settings.secrecy.word(), "results": settings.results.word(),
        });
        if settings.kind != PollKind::YesNo {
            draft["options"] = json!(options);
        }
        draft
    }

    /// The ballot of the `nth` phone.
    pub fn choice(&self, nth: usize) -> Vec<String> {
        let first = u32::try_from(nth).unwrap_or_default() % self.options();
        let places = match self.settings.kind {
            PollKind::Single | PollKind::YesNo => 1,
            PollKind::Multiple => 2,
            PollKind::Ranking => OPTIONS,
        };
        (0..places)
            .map(|place| format!("o{}", (first + place) % self.options() + 1))
            .collect()
    }

    /// What so many ballots come to: the first figure of each answer.
    pub fn tally(&self, ballots: usize) -> Value {
        let mut tally: Map<String, Value> = (1..=self.options()).map(|option| (format!("o{option}"), json!(0))).collect();
        // Of a ranking the first figure is that of first places.
        let counted = if self.settings.kind == PollKind::Ranking {
            1
        } else {
            usize::MAX
        };
        for nth in 0..ballots {
            for option in self.choice(nth).into_iter().take(counted) {
                let before = tally[&option].as_u64().unwrap_or_default();
                tally.insert(option, json!(before + 1));
            }
        }
        Value::Object(tally)
    }

    fn options(&self) -> u32 {
        if self.settings.kind == PollKind::YesNo { 2 } else { OPTIONS }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    fn settings(kind: &str) -> Settings {
        Settings::parse_from(["loadtest", "--organiser", "CODE", "--scenario", "vote", "--kind", kind])
    }

    #[test]
    fn the_tally_is_that_of_the_ballots() {
        let single = settings("single");
        assert_eq!(Paper::new(&single).tally(10), json!({"o1": 3, "o2": 3, "o3": 2, "o4": 2}));
        let multiple = settings("multiple");
        assert_eq!(Paper::new(&multiple).choice(3), ["o4", "o1"]);
        assert_eq!(Paper::new(&multiple).tally(4), json!({"o1": 2, "o2": 2, "o3": 2, "o4": 2}));
        let ranking = settings("ranking");
        assert_eq!(Paper::new(&ranking).choice(1), ["o2", "o3", "o4", "o1"]);
        assert_eq!(Paper::new(&ranking).tally(5), json!({"o1": 2, "o2": 1, "o3": 1, "o4": 1}));
        let yes_no = settings("yes-no");
        assert_eq!(Paper::new(&yes_no).tally(3), json!({"o1": 2, "o2": 1}));
        assert!(Paper::new(&yes_no).draft().get("options").is_none());
    }
}
