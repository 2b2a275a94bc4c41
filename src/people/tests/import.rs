//! Taking over a file.

use super::scene::Scene;
use crate::people::event::Event;
use crate::people::sheet::Field;
use serde_json::{Value, json};

const FIRST: &str = "name,delegation,class,rank,language,room,code\n\
    Ana Lima,Brazil,,minister,pt-BR,Policies,\n\
    Ben Okoro,Nigeria,,,en,talent | South,k7m2 qx4p\n\
    Cleo Roy,ICRC,organization,expert,fr,,\n";

#[test]
fn a_file_puts_people_on_the_list_with_group_and_code() {
    let mut scene = Scene::new();
    let report = scene.import(FIRST).report;
    assert_eq!((report.new, report.changed, report.faulty), (3, 0, 0));
    assert_eq!(scene.register.holder("K7M2QX4P").unwrap().details.name, "Ben Okoro");
    assert_eq!(scene.group("Ben Okoro", "afternoon").as_deref(), Some("south"));
    assert_eq!(scene.group("Ana Lima", "morning").as_deref(), Some("policies"));
    assert_eq!(scene.group("Cleo Roy", "morning"), None);
}

#[test]
fn the_same_file_again_changes_nothing() {
    let mut scene = Scene::new();
    scene.import(FIRST);
    let again = scene.import(FIRST);
    assert_eq!((again.events.as_slice(), again.report.unchanged), (&[][..], 3));
}

#[test]
fn what_the_list_is_written_as_is_what_it_is_read_as() {
    let mut scene = Scene::new();
    scene.import(&FIRST.replace("Cleo Roy", "=Cleo"));
    let written = crate::people::sheet::write(&scene.register, &scene.plan);
    let text = String::from_utf8(written).unwrap();
    assert!(
        text.starts_with('\u{feff}') && text.contains("'=Cleo,ICRC,organization,expert,fr,,"),
        "{text}"
    );
    let again = scene.import(&text);
    assert_eq!((again.events.as_slice(), again.report.unchanged), (&[][..], 3));
}

#[test]
fn a_file_corrects_whom_it_knows_and_leaves_what_it_has_no_column_for() {
    let mut scene = Scene::new();
    scene.import(FIRST);
    let report = scene
        .import("name;rank;code\nBenjamin Okoro;ambassador;K7M2QX4P\nDina;;\n")
        .report;
    assert_eq!((report.new, report.changed, report.unchanged), (1, 1, 0));
    assert_eq!(report.changes[0].fields, [Field::Name, Field::Rank]);
    let ben = scene.register.holder("K7M2QX4P").unwrap();
    assert_eq!(ben.details.delegation.as_deref(), Some("Nigeria"));
    assert_eq!(ben.groups["morning"], "talent");
    let report = scene.import("name,delegation,room\nAna Lima,Brazil,Law\n").report;
    assert_eq!((report.changed, report.moved), (1, 1));
    assert_eq!(scene.group("Ana Lima", "morning").as_deref(), Some("law"));
    assert_eq!(scene.register.people().len(), 4);
}

#[test]
fn with_any_fault_nothing_is_taken_and_every_fault_is_told_by_row_and_field() {
    let mut scene = Scene::new();
    scene.import(FIRST);
    scene.taken.insert("AAAAAA".to_owned());
    let weighed = scene.import(
        "name,delegation,room,code\n\
         Dina,,Nowhere,\n\
         Eli,,Law | Talent,\n\
         Fay,,,aaaaaa\n\
         Gus,,,short\n\
         Hal,,,BBBBBB\n\
         Ida,,,bbb bbb\n\
         Ana Lima,Brazil,,k7m2qx4p\n\
         Jan,,,\n",
    );
    assert_eq!(weighed.events, []);
    let faults: Vec<String> = weighed.report.faults.iter().map(ToString::to_string).collect();
    assert_eq!(
        faults,
        [
            "Row 2, room: The meeting has no room “Nowhere”; it has “Plenary”, “Policies”, “Talent”, “Law”, “North”, “South”.",
            "Row 3, room: Eli cannot be in “Law” and in “Talent”: both meet in the same session. Name one of them.",
            "Row 4, code: This code opens something else on this server; take another one, or leave it empty and one is made.",
            "Row 5, code: A personal code has 6 or 8 letters and digits, as K7M2 QX4P; leave it empty and one is made.",
            "Row 7, code: Row 6 has the same code; no two people can have the same.",
            "Row 8, code: Ben Okoro (Nigeria) has this code on the list, and this row is of Ana Lima (Brazil).",
        ]
    );
    assert_eq!(scene.register.people().len(), 3);
}

#[test]
fn a_row_that_does_not_hold_up_by_itself_is_told_what_else_is_wrong_with_it_too() {
    let mut scene = Scene::new();
    scene.import(FIRST);
    let faults = scene.faults(
        "name,delegation,class,language,room,code\n\
         Dina,Chad,stat,Englisch,Nowhere,ABC\n\
         Dina,Chad,,,,k7m2qx4p\n\
         ,Chad,,,Nowhere,\n\
         ,Chad,,,,\n\
         Eli,Chad,,,,,more\n",
    );
    assert_eq!(
        faults,
        [
            "Row 2, class: “stat” is none of state, organization or stakeholder.",
            "Row 2, language: A language is said by its tag, such as en, fr or pt-BR.",
            "Row 2, room: The meeting has no room “Nowhere”; it has “Plenary”, “Policies”, “Talent”, “Law”, “North”, “South”.",
            "Row 2, code: A personal code has 6 or 8 letters and digits, as K7M2 QX4P; leave it empty and one is made.",
            "Row 3, room: Dina (Chad) is in row 2 already, in “Nowhere”, and here in no group: leave one of the two rows out. Groups of \
             several sessions stand in one row, parted by |.",
            "Row 4, name: The name is empty.",
            "Row 4, room: The meeting has no room “Nowhere”; it has “Plenary”, “Policies”, “Talent”, “Law”, “North”, “South”.",
            "Row 5, name: The name is empty.",
            "Row 6: This row has more cells than the header: “more”. A text with a comma or semicolon in it stands in quotes.",
        ]
    );
}

#[test]
fn a_row_with_a_fault_of_its_own_is_never_taken_over() {
    let mut scene = Scene::new();
    let read = crate::people::sheet::read(b"name,class\nAna,stat\nBen,\n").unwrap();
    let weighed = scene.weigh(&read.rows);
    assert_eq!((read.faulty, weighed.report.new), (1, 1));
}

#[test]
fn every_fault_has_a_code_and_what_it_tells_of_so_that_a_page_can_say_it_in_its_own_language() {
    let mut scene = Scene::new();
    scene.import(FIRST);
    let weighed = scene.import("name,room,code\nDina,Nowhere,\nEli,Law | Talent,\nGus,,short\nGUS,Law,\n");
    let told: Vec<Value> = weighed
        .report
        .faults
        .iter()
        .map(|fault| serde_json::to_value(fault).unwrap())
        .collect();
    let told: Vec<(&Value, &Value, Option<&Value>)> = told
        .iter()
        .map(|fault| (&fault["field"], &fault["code"], fault.get("args")))
        .collect();
    let rooms = "“Plenary”, “Policies”, “Talent”, “Law”, “North”, “South”";
    assert_eq!(
        told,
        [
            (
                &json!("room"),
                &json!("room-unknown"),
                Some(&json!({ "written": "Nowhere", "rooms": rooms, "more": "0" }))
            ),
            (
                &json!("room"),
                &json!("two-groups"),
                Some(&json!({ "who": "Eli", "one": "Law", "other": "Talent" }))
            ),
            (&json!("code"), &json!("code-shape"), None),
            (
                &json!("room"),
                &json!("person-in-two"),
                Some(&json!({ "who": "GUS", "row": "4", "there": "", "here": "Law" }))
            ),
        ]
    );
}

#[test]
fn a_person_in_two_groups_of_a_file_is_told_with_both() {
    let mut scene = Scene::new();
    let weighed = scene.import("name,delegation,room\nAna,Chad,Law\nBen,Chad,Law\nANA,chad,Talent\nBen,Chad,Law\n");
    let faults: Vec<String> = weighed.report.faults.iter().map(ToString::to_string).collect();
    assert_eq!(
        faults,
        [
            "Row 4, room: ANA (chad) is in row 2 already, in “Law”, and here in “Talent”: leave one of the two rows out. Groups of several \
             sessions stand in one row, parted by |.",
            "Row 5, name: Ben (Chad) is in row 3 already; leave one of the two out.",
        ]
    );
    assert_eq!(weighed.events, []);
}

#[test]
fn ids_come_of_the_request_so_that_a_repeat_means_the_same_people() {
    let ids = |_| {
        let mut scene = Scene::new();
        let weighed = scene.import(FIRST);
        let Event::Entered { people } = &weighed.events[0] else {
            panic!("{weighed:?}")
        };
        people.iter().map(|person| person.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(ids(1), ids(2));
}

#[test]
fn ten_thousand_people_are_taken_over_at_once_and_more_than_the_list_holds_are_not() {
    let mut scene = Scene::new();
    let rows = |from: usize, to: usize| {
        let rows: String = (from..to)
            .map(|number| format!("Person {number},Delegation {}\n", number % 300))
            .collect();
        format!("name,delegation\n{rows}")
    };
    assert_eq!(scene.import(&rows(0, 10_000)).report.new, 10_000);
    assert_eq!(scene.import(&rows(10_000, 20_000)).report.new, 10_000);
    let codes: std::collections::BTreeSet<&str> = scene.register.people().values().map(|person| person.code.as_str()).collect();
    assert_eq!(codes.len(), 20_000);
    let weighed = scene.import(&rows(19_999, 20_001));
    assert_eq!(
        weighed.report.faults[0].wrong.message,
        "The list is full: it has room for 20000 people."
    );
    assert_eq!(weighed.events, []);
    assert_eq!(scene.order(json!({ "do": "spread", "session": "morning" })).len(), 3);
}
