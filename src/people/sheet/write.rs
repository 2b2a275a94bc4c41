//! The list as CSV, in the form in which it is read: with a byte order mark, by which spreadsheet programs know UTF-8. A cell that they
//! would calculate gets an apostrophe in front, which reading takes away again.

use super::Field;
use crate::meeting::codes;
use crate::outcome::neutral;
use crate::people::Register;
use crate::people::person::Person;
use crate::people::plan::Plan;

/// The whole list, in the order of the names.
pub fn write(register: &Register, plan: &Plan) -> Vec<u8> {
    let mut people: Vec<&Person> = register.people().values().collect();
    people.sort_by_cached_key(|person| (person.details.key(), person.id.clone()));
    let mut writer = csv::Writer::from_writer(b"\xef\xbb\xbf".to_vec());
    let header = Field::ALL.map(Field::name);
    // Writing into memory does not fail, and every row has as many cells as the header.
    let _ = writer.write_record(header);
    for person in people {
        let _ = writer.write_record(Field::ALL.map(|field| neutral(&cell(field, person, plan))));
    }
    writer.into_inner().unwrap_or_default()
}

fn cell(field: Field, person: &Person, plan: &Plan) -> String {
    let details = &person.details;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    match field {
        Field::Name => details.name.clone(),
        Field::Delegation => text(&details.delegation),
        Field::Class => details.class.map(word).unwrap_or_default(),
        Field::Rank => details.rank.map(word).unwrap_or_default(),
        Field::Language => text(&details.language),
        // By their ids, because titles may be alike; those that are not there any more are left out.
        Field::Room => plan.written(&person.groups).join(" | "),
        Field::Code => codes::grouped(&person.code),
    }
}

/// A value as it is written everywhere.
fn word<T: serde::Serialize>(value: T) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}
