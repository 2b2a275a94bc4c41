//! Putting people on the list by hand, and taking them off.

use super::scene::Scene;
use crate::room::ids::SeatId;
use crate::room::refusal::Code;
use crate::room::seat::{Class, Role};
use serde_json::json;

#[test]
fn whoever_is_put_on_the_list_has_a_seat_a_code_and_the_class_of_their_state() {
    let mut scene = Scene::new();
    scene.order(json!({ "do": "add", "name": " Ana Lima ", "delegation": "brazil", "rooms": ["Talent", "north"] }));
    let person = &scene.register.people()[&scene.id("Ana Lima")];
    assert_eq!(person.details.class, Some(Class::State));
    assert_eq!((person.id.as_str().len(), person.code.len()), (16, 8));
    assert_eq!(scene.group("Ana Lima", "morning").as_deref(), Some("talent"));
    assert_eq!(scene.group("Ana Lima", "afternoon").as_deref(), Some("north"));
    assert_eq!(scene.register.holder(&person.code).unwrap().id, person.id);
}

#[test]
fn a_person_in_two_groups_of_one_session_is_refused_naming_both() {
    let mut scene = Scene::new();
    let (code, said) = scene.refused(json!({ "do": "add", "name": "Ana", "rooms": ["Talent", "law"] }));
    assert_eq!(code, Code::InAnotherGroup);
    assert_eq!(
        said,
        "Ana cannot be in “Talent” and in “Law”: both meet in the same session. Name one of them."
    );
    assert!(scene.register.people().is_empty());
}

#[test]
fn the_same_person_is_listed_once_however_the_name_is_written() {
    let mut scene = Scene::new();
    scene.order(json!({ "do": "add", "name": "Ana Lima", "delegation": "Brazil" }));
    let (code, said) = scene.refused(json!({ "do": "add", "name": "ANA  LIMA", "delegation": "BRA" }));
    assert_eq!(
        (code, said.as_str()),
        (Code::AlreadyListed, "Ana Lima (Brazil) is on the list already.")
    );
    scene.order(json!({ "do": "add", "name": "Ana Lima", "delegation": "Portugal" }));
    let ana = scene
        .register
        .people()
        .values()
        .find(|person| person.details.delegation.as_deref() == Some("Portugal"));
    let id = ana.unwrap().id.clone();
    let change = json!({ "do": "change", "person": id, "name": "Ana Lima", "delegation": "Brazil" });
    assert_eq!(scene.refused(change).0, Code::AlreadyListed);
}

#[test]
fn a_correction_keeps_code_and_group_and_frees_the_name_for_another() {
    let mut scene = Scene::new();
    scene.order(json!({ "do": "add", "name": "Ana", "rooms": ["law"] }));
    let (id, code) = (scene.id("Ana"), scene.register.people()[&scene.id("Ana")].code.clone());
    scene.order(json!({ "do": "change", "person": id, "name": "Anna", "rank": "minister" }));
    let person = &scene.register.people()[&id];
    assert_eq!((person.code.as_str(), person.issue), (code.as_str(), 0));
    assert_eq!(person.groups["morning"], "law");
    assert_eq!(scene.order(json!({ "do": "add", "name": "Ana" })).len(), 1);
    assert_eq!(
        scene.order(json!({ "do": "change", "person": id, "name": "Anna", "rank": "minister" })),
        []
    );
}

#[test]
fn of_two_who_change_the_same_person_the_second_is_told_and_may_save_over_it_knowingly() {
    let mut scene = Scene::new();
    scene.order(json!({ "do": "add", "name": "Ana", "delegation": "Brazil" }));
    let id = scene.id("Ana");
    let seen = json!({ "name": "Ana", "delegation": "Brazil", "class": "state" });
    let first =
        json!({ "do": "change", "person": id, "name": "Ana Lima", "delegation": "Brazil", "class": "state", "seen": seen });
    scene.order(first.clone());
    let mut second = json!({ "do": "change", "person": id, "name": "Ana", "delegation": "Brazil", "class": "state", "rank": "minister", "seen": seen });
    let (code, said) = scene.refused(second.clone());
    assert_eq!(code, Code::ChangedMeanwhile);
    assert!(
        said.starts_with("Somebody else has changed Ana Lima (Brazil) since you opened it"),
        "{said}"
    );
    assert_eq!(scene.order(first), [], "what is there already is done");
    second["seen"]["name"] = json!("Ana Lima");
    assert_eq!(scene.order(second).len(), 1);
    let anyhow = json!({ "do": "change", "person": id, "name": "Anna" });
    assert_eq!(
        scene.order(anyhow).len(),
        1,
        "who does not say what they saw writes over whatever is there"
    );
}

#[test]
fn of_two_who_change_the_network_the_second_is_told() {
    let mut scene = Scene::new();
    let none = json!({ "name": "", "password": "" });
    scene.order(json!({ "do": "network", "name": "guests", "password": "one", "seen": none }));
    let second = json!({ "do": "network", "name": "guests", "password": "two", "seen": none });
    assert_eq!(scene.refused(second).0, Code::ChangedMeanwhile);
    let now = json!({ "name": "guests", "password": "one" });
    scene.order(json!({ "do": "network", "name": "guests", "password": "two", "seen": now }));
    assert_eq!(scene.register.network().password, "two");
}

#[test]
fn whoever_is_taken_off_has_no_code_and_no_place_any_more() {
    let mut scene = Scene::new();
    scene.order(json!({ "do": "add", "name": "Ana", "rooms": ["law"], "code": "k7m2qx" }));
    assert!(scene.register.holder("K7M2QX").is_some());
    assert_eq!(scene.register.heads("morning", "law"), 1);
    let id = scene.id("Ana");
    scene.order(json!({ "do": "remove", "people": [id, id] }));
    assert!(scene.register.holder("K7M2QX").is_none());
    assert_eq!(scene.register.heads("morning", "law"), 0);
    assert_eq!(
        scene.refused(json!({ "do": "remove", "people": [id] })).0,
        Code::UnknownPerson
    );
}

#[test]
fn of_two_who_give_somebody_a_new_code_at_once_the_second_is_told_and_the_first_code_stands() {
    let mut scene = Scene::with(&["Ana"]);
    let ana = scene.id("Ana");
    let old = scene.register.people()[&ana].code.clone();
    scene.order(json!({ "do": "code", "person": ana, "code": "ABC123", "seen": old }));
    let (code, said) = scene.refused(json!({ "do": "code", "person": ana, "seen": old }));
    assert_eq!(code, Code::ChangedMeanwhile);
    assert!(said.starts_with("Somebody else has changed the code of Ana since"), "{said}");
    scene.order(json!({ "do": "code", "person": ana, "code": "abc 123", "seen": old }));
    assert_eq!(scene.register.people()[&ana].code, "ABC123", "both want the same");
    scene.order(json!({ "do": "code", "person": ana, "code": "DEF456", "seen": "abc 123" }));
    assert_eq!(scene.register.people()[&ana].code, "DEF456");
}

#[test]
fn a_replaced_code_opens_nothing_and_counts_who_came_with_it_out() {
    let mut scene = Scene::with(&["Ana", "Ben"]);
    let (ana, ben) = (scene.id("Ana"), scene.id("Ben"));
    let old = scene.register.people()[&ana].code.clone();
    scene.order(json!({ "do": "code", "person": ana }));
    assert!(scene.register.holder(&old).is_none());
    assert_eq!(scene.register.people()[&ana].issue, 1);
    scene.order(json!({ "do": "code", "person": ana, "code": "ABC 123" }));
    assert_eq!(scene.register.holder("ABC123").unwrap().id, ana);
    let (code, said) = scene.refused(json!({ "do": "code", "person": ben, "code": "abc123" }));
    assert_eq!(
        (code, said.as_str()),
        (Code::CodeTaken, "Ana has this code already; no two people can have the same.")
    );
    scene.taken.insert("ZZZZZZ".to_owned());
    assert_eq!(
        scene.refused(json!({ "do": "code", "person": ben, "code": "zzzzzz" })).0,
        Code::CodeTaken
    );
    assert_eq!(
        scene.refused(json!({ "do": "code", "person": ben, "code": "A-1" })).0,
        Code::TextInvalid
    );
}

#[test]
fn the_list_is_the_organisers_alone() {
    let mut scene = Scene::with(&["Ana"]);
    let ana = scene.id("Ana");
    for role in [Role::Participant, Role::Chair, Role::Rapporteur, Role::Screen] {
        let refusal = scene
            .ask_as(&ana, role, json!({ "do": "remove", "people": [ana] }))
            .unwrap_err();
        assert_eq!(refusal.code, Code::NotAllowed);
    }
    let stranger = SeatId::new("stranger").unwrap();
    let refusal = scene.ask_as(&stranger, Role::Participant, json!({ "do": "choose", "session": "morning" }));
    assert_eq!(refusal.unwrap_err().code, Code::UnknownPerson);
}

#[test]
fn names_that_cannot_be_shown_and_languages_that_are_none_are_refused() {
    let mut scene = Scene::new();
    for wrong in [
        json!({ "do": "add", "name": " " }),
        json!({ "do": "add", "name": "a\u{202e}b" }),
        json!({ "do": "add", "name": "Ana", "delegation": "a\nb" }),
        json!({ "do": "add", "name": "Ana", "language": "English" }),
        json!({ "do": "network", "name": "a\nb" }),
    ] {
        assert_eq!(scene.refused(wrong.clone()).0, Code::TextInvalid, "{wrong}");
    }
}

#[test]
fn doors_are_closed_one_by_one_or_all_together() {
    let mut scene = Scene::new();
    scene.order(json!({ "do": "doors", "room": "law", "open": false }));
    assert!(!scene.register.is_open("law") && scene.register.is_open("talent"));
    scene.order(json!({ "do": "doors", "open": false }));
    assert!(!scene.register.is_open("talent"));
    scene.order(json!({ "do": "doors", "open": true }));
    assert!(!scene.register.is_open("law") && scene.register.is_open("talent"));
    assert_eq!(scene.order(json!({ "do": "doors", "open": true })), []);
    assert_eq!(
        scene.refused(json!({ "do": "doors", "room": "none", "open": false })).0,
        Code::UnknownGroup
    );
}
