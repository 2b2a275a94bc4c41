//! An opening plenary: sixty ministers, ambassadors and officials inscribed on a prepared list. `story` tells it from the first
//! speech to the last reply against a server that is killed in the middle; `clock` what takes minutes, on a clock of its own.

mod clock;
mod crash;
mod hall;
mod record;
mod story;

use crate::support::door::{Door, Participant};
use crate::support::floor::order;
use roundtable::room::delegations;
use serde_json::{Value, json};
use std::fmt::Write;

/// How many are on the prepared list.
const INSCRIBED: usize = 60;
/// From the highest, as the rule `protocol` hears them.
const RANKS: [&str; 4] = ["minister", "vice-minister", "ambassador", "delegate"];
const CLASSES: [&str; 3] = ["state", "organization", "stakeholder"];

/// The rank of the delegation of that number: every fourth sends its minister.
fn rank_of(number: usize) -> &'static str {
    ["delegate", "ambassador", "minister", "vice-minister"][number % RANKS.len()]
}

/// The State of that number.
fn state(number: usize) -> &'static str {
    delegations::all()[number].name
}

/// The prepared list of the secretariat: the first delegations of the alphabet.
fn prepared(inscribed: usize) -> String {
    let mut csv = String::from("name;delegation;class;rank;on_behalf_of;language;remote;note\n");
    for number in 0..inscribed {
        let (state, rank) = (state(number), rank_of(number));
        let group = if number == 3 { "African Group" } else { "" };
        writeln!(csv, "Speaker {number};{state};state;{rank};{group};en;no;arrives late").unwrap();
    }
    csv
}

/// A delegate of the State of that number.
async fn delegate(door: &Door, code: &str, number: usize) -> Participant {
    let (name, state, rank) = (format!("Delegate {number}"), state(number), rank_of(number));
    door.join_as(&json!({ "code": code, "name": name, "delegation": state, "class": "state", "rank": rank }))
        .await
}

/// What everybody sees of the list: all but the chair's desk.
fn shown(view: &Value) -> Value {
    let mut list = view["floor"].clone();
    list.as_object_mut().unwrap().remove("desk");
    list
}

/// The same in the view of somebody who is not the chair, which has no desk in it.
fn shown_of(view: &Value) -> Value {
    assert!(view["floor"].get("desk").is_none(), "the desk is the chair's alone");
    view["floor"].clone()
}

/// How long a speech has lasted at that moment, milliseconds.
fn lasted(speech: &Value, now: i64) -> i64 {
    moment(speech, "paused_at").unwrap_or(now) - moment(speech, "started_at").unwrap() - moment(speech, "paused_ms").unwrap()
}

fn moment(speech: &Value, field: &str) -> Option<i64> {
    speech[field].as_i64()
}

/// Those who wait on the list itself where the rule has put them, not the chair: who they are by the rule `protocol`, in order.
fn by_protocol(view: &Value) -> Vec<String> {
    let requests = &view["floor"]["requests"];
    let place = |words: &[&str], word: &Value| words.iter().position(|known| word == known).unwrap_or(words.len());
    let mut ids = by_the_rule(view);
    ids.sort_by_key(|id| {
        let request = &requests[id];
        let asked: u32 = id[1..].parse().unwrap();
        (place(&RANKS, &request["rank"]), place(&CLASSES, &request["class"]), asked)
    });
    ids
}

/// The same as they stand.
fn by_the_rule(view: &Value) -> Vec<String> {
    let requests = &view["floor"]["requests"];
    let free = |id: &String| requests[id]["lane"] == "list" && requests[id]["why"]["by"] != "moved";
    order(view).into_iter().filter(free).collect()
}
