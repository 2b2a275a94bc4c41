//! What the plenary's record has to hold, written down beside the server while the plenary goes on, and the server's own table.

use super::lasted;
use crate::support::door::{Participant, ask};
use reqwest::Method;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What of a speech is compared.
const FIELDS: [&str; 8] = [
    "delegation",
    "lane",
    "rank",
    "on_behalf_of",
    "limit_s",
    "duration_s",
    "overrides",
    "reasons",
];

/// Every speech that has ended, in order, and what the chair has decided about whom.
#[derive(Default)]
pub struct Record {
    pub speeches: Vec<Value>,
    overrides: BTreeMap<String, (Vec<String>, Vec<String>)>,
}

impl Record {
    /// Notes a decision about a request as the table writes it; the reason may be empty.
    pub fn overridden(&mut self, request: &str, decision: &str, reason: &str) {
        let (decisions, reasons) = self.overrides.entry(request.to_owned()).or_default();
        decisions.push(decision.to_owned());
        if !reason.is_empty() {
            let (what, _) = decision.split_once(' ').unwrap();
            reasons.push(format!("{what}: {reason}"));
        }
    }

    /// Notes the speeches that a decision has ended: they were under way and are not any more.
    pub fn heard(&mut self, before: &Value, after: &Value, at: i64) {
        for place in ["speaking", "interrupted"] {
            let speech = &before[place];
            let goes_on = |place: &str| after[place]["request"] == speech["request"];
            if !speech.is_null() && !goes_on("speaking") && !goes_on("interrupted") {
                self.ended(speech, at);
            }
        }
    }

    fn ended(&mut self, speech: &Value, at: i64) {
        let text = |field: &str| speech[field].as_str().unwrap_or_default().to_owned();
        let (decisions, reasons) = self.overrides.get(&text("request")).cloned().unwrap_or_default();
        self.speeches.push(json!({
            "request": text("request"),
            "began": speech["started_at"],
            "delegation": text("delegation"),
            "lane": text("lane"),
            "rank": text("rank"),
            "on_behalf_of": text("on_behalf_of"),
            "limit_s": speech["limit_s"].to_string(),
            "duration_s": (lasted(speech, at) / 1_000).to_string(),
            "overrides": decisions.join("; "),
            "reasons": reasons.join("; "),
        }));
    }

    /// The requests that were heard in a lane, in order.
    pub fn heard_in(&self, lane: &str) -> Vec<&str> {
        let of_lane = self.speeches.iter().filter(|speech| speech["lane"] == lane);
        of_lane.map(|speech| speech["request"].as_str().unwrap()).collect()
    }

    /// The server's table has each of these speeches and no other, in the order in which they began.
    pub async fn is_kept_by_the_server(&self, person: &Participant) {
        let rows = speakers_csv(person).await;
        let mut speeches: Vec<&Value> = self.speeches.iter().collect();
        speeches.sort_by_key(|speech| speech["began"].as_i64());
        assert_eq!(rows.len(), speeches.len());
        for (number, (row, speech)) in (1..).zip(rows.iter().zip(speeches)) {
            assert_eq!(row["number"], number.to_string());
            for field in FIELDS {
                assert_eq!(row[field], speech[field], "{field}: {speech:#} is kept as {row:#}");
            }
        }
    }
}

/// The table of speeches, row by row.
pub async fn speakers_csv(person: &Participant) -> Vec<Value> {
    let answer = ask(person.request(Method::GET, &person.path("/speakers.csv"))).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    let mut reader = csv::Reader::from_reader(answer.body.as_str().unwrap().trim_start_matches('\u{feff}').as_bytes());
    let header = reader.headers().unwrap().clone();
    let row = |record: csv::StringRecord| {
        header
            .iter()
            .zip(record.iter())
            .map(|(name, cell)| (name.to_owned(), json!(cell)))
            .collect::<serde_json::Map<_, _>>()
    };
    reader.records().map(|record| Value::Object(row(record.unwrap()))).collect()
}
