//! A record without names names nobody, whatever happened: every kind of event has a fixture, so a new one is held to this too.

use super::scene::bytes_of;
use crate::room::record::Record;
use crate::room::veil::Veil;
use serde_json::Value;
use std::collections::BTreeSet;

const RECORDS: &str = include_str!("../../../tests/fixtures/events/v1.jsonl");
const NOTES_EDITS: &str = include_str!("../../../tests/fixtures/events/v1-notes.hex");
/// Fields whose text says who somebody is, wherever they stand.
const NAMING: [&str; 7] = ["by", "seat", "delegation", "on_behalf_of", "voter", "join_code", "request"];

fn records() -> Vec<Record> {
    let stored = RECORDS.lines().map(|line| line.as_bytes().to_vec());
    let stored = stored.chain(NOTES_EDITS.lines().map(bytes_of));
    stored.map(|bytes| Record::decode(&bytes).unwrap()).collect()
}

/// Every text below a field that names somebody, and what persons are called.
fn names(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (field, inner) in fields {
                let is_person = field == "name"
                    && fields
                        .keys()
                        .any(|other| matches!(other.as_str(), "delegation" | "class" | "rank"));
                // A seat names itself, and so does a point, whose id tells nobody anything.
                let is_seat = field == "id" && fields.contains_key("profile");
                if let Value::String(text) = inner
                    && (NAMING.contains(&field.as_str()) || is_person || is_seat)
                {
                    found.insert(text.clone());
                }
                names(inner, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| names(item, found)),
        _ => {}
    }
}

fn json(record: &Record) -> Value {
    serde_json::from_slice(&record.to_json()).unwrap()
}

#[test]
fn no_seat_no_name_and_no_delegation_of_any_event_is_left() {
    let mut veil = Veil::default();
    for record in records() {
        let (mut before, mut after) = (BTreeSet::new(), BTreeSet::new());
        names(&json(&record), &mut before);
        names(&json(&veil.over(&record)), &mut after);
        // Ids of requests are counted up by the room and say nothing, as does what was left out.
        let is_number =
            |text: &&String| text.is_empty() || text.strip_prefix('r').is_some_and(|digits| digits.parse::<u32>().is_ok());
        let left: Vec<&String> = before.intersection(&after).filter(|text| !is_number(text)).collect();
        assert!(left.is_empty(), "{left:?} is left of {record:?}");
    }
}

#[test]
fn the_same_person_has_another_pseudonym_on_the_list_than_in_the_notes() {
    let mut veil = Veil::default();
    let veiled: Vec<Record> = records().iter().map(|record| veil.over(record)).collect();
    let pseudonyms: BTreeSet<String> = veiled
        .iter()
        .filter_map(|record| record.by.as_ref())
        .map(|seat| seat.as_str().split('-').next().unwrap_or_default().to_owned())
        .collect();
    assert!(pseudonyms.contains("notes") && pseudonyms.contains("seat"), "{pseudonyms:?}");
}

#[test]
fn a_veiled_record_can_be_stored_and_read_like_any_other() {
    let mut veil = Veil::default();
    for record in records() {
        let veiled = veil.over(&record);
        assert_eq!(Record::decode(&veiled.encode()).unwrap(), veiled);
    }
}
