//! A prepared list: all of it in its order, or nothing and the line and field that do not hold up.

use super::session::{Session, asks_in};
use crate::room::command::FloorCommand;
use crate::room::floor::Lane;
use crate::room::refusal::Code;
use crate::room::seat::{Class, Rank};

fn import(csv: &str) -> FloorCommand {
    FloorCommand::Import { csv: csv.to_owned() }
}

#[test]
fn the_rows_stand_on_the_list_in_their_order_with_all_that_they_say() {
    let mut session = Session::with(["kenya"]);
    let csv = "\u{feff}Rank;NAME;delegation;On behalf of;language;remote;lane;note;class\r\n\
        Vice-Minister;Ada;Ghana;African Group;fr;yes;precedence;comes late;\r\n\
        ;;ITU;;;no;;;organization\r\n";
    session.does("chair", import(csv));
    let floor = session.floor();
    let names: Vec<_> = floor
        .order
        .iter()
        .map(|id| floor.requests[id].profile.delegation.as_deref())
        .collect();
    assert_eq!(names, [Some("Ghana"), Some("Kenya"), Some("ITU")]);
    let ada = &floor.requests[&floor.order[0]];
    assert_eq!(
        (ada.profile.rank, ada.lane, ada.remote),
        (Some(Rank::ViceMinister), Lane::Precedence, true)
    );
    assert_eq!(
        (ada.on_behalf_of.as_deref(), ada.language.as_deref()),
        (Some("African Group"), Some("fr"))
    );
    assert_eq!(floor.requests[&floor.order[2]].profile.class, Some(Class::Organization));
    assert_eq!(floor.desk.unwrap().notes[&floor.order[0]], "comes late");
}

#[test]
fn a_row_that_does_not_hold_up_is_named_with_its_field_and_nothing_is_imported() {
    let long = format!("name\n{}\n", "x".repeat(121));
    for (csv, beginning) in [
        ("name,rank\nAda,minister\nBen,king\n", "Line 3, rank: “king” is none of"),
        ("name,class\nAda,planet\n", "Line 2, class: “planet” is none of"),
        ("name,remote\nAda,perhaps\n", "Line 2, remote: “perhaps” is neither"),
        ("name,lane\nAda,answer\n", "Line 2, lane: A prepared speaker"),
        ("name,lane\nAda,point-of-order\n", "Line 2, lane: A prepared speaker"),
        (
            "name,language\nAda,in French\n",
            "Line 2, language: The language is to be a tag",
        ),
        ("name,rank\n,minister\n", "Line 2, name: Say who wants to speak"),
        (
            "name,delegation\nAda,Kenya\n",
            "Line 2, delegation: Kenya (Ada) is on the list",
        ),
        (
            "delegation\nGhana\nFrance\ngha\n",
            "Line 4, delegation: gha is in line 2 already.",
        ),
        (
            "delegation,lane\nGhana,list\nGhana,precedence\n",
            "Line 3, delegation: Ghana is in line 2 already.",
        ),
        ("name,name\nAda,Ada\n", "Line 1, name: The header names it twice."),
        ("colour\nred\n", "Line 1, colour: This is no field"),
        ("rank\nminister\n", "Line 1: The header has to name"),
        ("name\n", "The list is empty"),
        ("", "Line 1"),
        ("name,rank\nAda\n", "Line 2: It has 1 cells where the header has 2."),
        (
            "name,rank\r\nAda,expert\r\n\r\nBen\r\n",
            "Line 4: It has 1 cells where the header has 2.",
        ),
        (long.as_str(), "Line 2, name: The name"),
    ] {
        let mut session = Session::with(["kenya"]);
        assert_eq!(session.refusal("chair", import(csv)), Code::ImportInvalid, "{csv}");
        let told = session.told("chair", import(csv));
        assert!(told.starts_with(beginning), "{csv:?}: {told}");
        assert!(told.ends_with("Nothing was imported."), "{told}");
        session.does("japan", asks_in(Lane::List));
        assert_eq!(session.order(), ["kenya", "japan"]);
    }
}

#[test]
fn a_list_longer_than_the_room_can_hold_is_refused_as_a_whole() {
    let rows: Vec<String> = (0..2_000).map(|number| format!("Speaker {number}\n")).collect();
    let session = Session::with(["kenya"]);
    assert_eq!(
        session.refusal("chair", import(&format!("name\n{}", rows.concat()))),
        Code::TooMany
    );
    let fits = format!("name\n{}", rows[1..].concat());
    assert_eq!(session.decide("chair", import(&fits)).map(|events| events.len()), Ok(2_000));
}
