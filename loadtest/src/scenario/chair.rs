//! The chair of the floor scenario: about sixty wait, and one decision follows another, each of a kind that every phone shows.

use serde_json::{Value, json};

/// How many are put on the list before the decisions begin: the inscribed speakers of an opening plenary.
const INSCRIBED: u32 = 60;

const RULES: [&str; 6] = [
    "protocol",
    "by-class",
    "least-heard",
    "alternate-regions",
    "alternate-classes",
    "first-come",
];

/// What the chair has decided so far, as far as the next decision needs it.
#[derive(Debug, Default)]
pub struct Chair {
    run: u32,
    decisions: u32,
    /// The last two whom the chair put on the list, the newest first.
    queued: [Option<String>; 2],
}

impl Chair {
    /// A chair who has decided nothing; the run is in the names, so that a room can be used again.
    pub fn new(run: u32) -> Self {
        Self { run, ..Self::default() }
    }

    /// The next decision. The first puts the inscribed speakers on the list; in every round of the others one comes and one
    /// goes, so that about as many wait all the time.
    pub fn decide(&mut self) -> Value {
        let nth = self.decisions;
        self.decisions += 1;
        if nth == 0 {
            return self.inscribe();
        }
        // A guest stands behind the inscribed by every rule, so that who is moved next has not had the floor yet.
        match (nth - 1) % 8 {
            0 => json!({ "do": "queue", "name": format!("Guest {} {nth}", self.run), "rank": "expert", "class": "state" }),
            1 => self.change_order(nth),
            2 => json!({ "do": "give" }),
            3 => json!({ "do": "pause" }),
            4 => json!({ "do": "resume" }),
            5 => json!({ "do": "more", "seconds": 10 }),
            6 => json!({ "do": "limit", "seconds": 120 + nth % 60 }),
            _ => json!({ "do": "rule", "rule": RULES[(nth / 8) as usize % RULES.len()] }),
        }
    }

    /// What the last decision made.
    pub fn made(&mut self, request: Option<String>) {
        if request.is_some() {
            self.queued.rotate_right(1);
            self.queued[0] = request;
        }
    }

    /// Whether the decisions that are timed have begun.
    pub fn has_begun(&self) -> bool {
        self.decisions > 0
    }

    fn inscribe(&self) -> Value {
        let ranks = ["minister", "ambassador", "vice-minister", "delegate"];
        let classes = ["state", "organization", "stakeholder"];
        let row = |number: u32| {
            let (rank, class) = (ranks[number as usize % ranks.len()], classes[number as usize % classes.len()]);
            format!("Inscribed {} {number},{rank},{class}\n", self.run)
        };
        let rows: String = (0..INSCRIBED).map(row).collect();
        json!({ "do": "import", "csv": format!("name,rank,class\n{rows}") })
    }

    fn change_order(&self, nth: u32) -> Value {
        match &self.queued {
            [Some(last), Some(before)] => {
                json!({ "do": "move", "request": last, "before": before, "reason": format!("Decision {nth}") })
            }
            [Some(last), None] => json!({ "do": "move", "request": last, "reason": "The first guest" }),
            _ => json!({ "do": "limit", "seconds": 60 }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sixty_are_inscribed_first_and_then_every_kind_of_decision_comes_in_turn() {
        let mut chair = Chair::new(7);
        assert!(!chair.has_begun());
        let first = chair.decide();
        assert_eq!(first["csv"].as_str().map(|csv| csv.lines().count()), Some(61));
        let mut kinds = Vec::new();
        for _ in 0..8 {
            let decision = chair.decide();
            chair.made((decision["do"] == "queue").then(|| "r61".to_owned()));
            kinds.push(decision["do"].as_str().unwrap_or_default().to_owned());
        }
        assert_eq!(kinds, ["queue", "move", "give", "pause", "resume", "more", "limit", "rule"]);
    }

    #[test]
    fn who_came_last_is_moved_in_front_of_who_came_before() {
        let mut chair = Chair::new(7);
        chair.made(Some("r61".to_owned()));
        chair.made(Some("r62".to_owned()));
        chair.made(None);
        let moved = chair.change_order(2);
        assert_eq!((&moved["request"], &moved["before"]), (&json!("r62"), &json!("r61")));
    }
}
