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
    /// Number of the first of the inscribed; the others follow it, because they came in one command.
    first_inscribed: Option<u32>,
    /// How many of them have had the floor.
    heard: u32,
    /// The last one whom the chair put on the list.
    guest: Option<String>,
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
        match (nth - 1) % 8 {
            0 => json!({ "do": "queue", "name": format!("Guest {} {nth}", self.run), "rank": "expert", "class": "state" }),
            1 => self.change_order(nth),
            2 => self.give(),
            3 => json!({ "do": "pause" }),
            4 => json!({ "do": "resume" }),
            5 => json!({ "do": "more", "seconds": 10 }),
            6 => json!({ "do": "limit", "seconds": 120 + nth % 60 }),
            _ => json!({ "do": "rule", "rule": RULES[(nth / 8) as usize % RULES.len()] }),
        }
    }

    /// What the last decision made.
    pub fn made(&mut self, request: Option<String>) {
        match (self.first_inscribed, request) {
            (None, Some(first)) => self.first_inscribed = first.trim_start_matches('r').parse().ok(),
            (Some(_), Some(guest)) => self.guest = Some(guest),
            (_, None) => {}
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

    /// The floor goes to the inscribed alone, so that nobody who is moved or withdraws has had it meanwhile.
    fn give(&mut self) -> Value {
        let next = self
            .first_inscribed
            .filter(|_| self.heard < INSCRIBED)
            .map(|first| first + self.heard);
        self.heard += 1;
        match next {
            Some(number) => json!({ "do": "give", "request": format!("r{number}") }),
            None => json!({ "do": "limit", "seconds": 90 }),
        }
    }

    fn change_order(&self, nth: u32) -> Value {
        match &self.guest {
            Some(guest) => json!({ "do": "move", "request": guest, "reason": format!("Decision {nth}") }),
            None => json!({ "do": "limit", "seconds": 60 }),
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
        chair.made(Some("r5".to_owned()));
        let mut kinds = Vec::new();
        for _ in 0..8 {
            let decision = chair.decide();
            chair.made((decision["do"] == "queue").then(|| "r99".to_owned()));
            kinds.push(decision["do"].as_str().unwrap_or_default().to_owned());
        }
        assert_eq!(kinds, ["queue", "move", "give", "pause", "resume", "more", "limit", "rule"]);
    }

    #[test]
    fn the_inscribed_get_the_floor_in_their_order_and_the_last_guest_is_moved() {
        let mut chair = Chair::new(7);
        chair.made(Some("r5".to_owned()));
        chair.made(Some("r65".to_owned()));
        chair.made(None);
        assert_eq!(
            [chair.give()["request"].clone(), chair.give()["request"].clone()],
            [json!("r5"), json!("r6")]
        );
        assert_eq!(chair.change_order(2)["request"], json!("r65"));
    }
}
