//! A prepared list put on the list from a CSV text: all of it or nothing, and what is wrong by line and field.

use super::scene::{asked_by, asks, does, given, room, sentence};
use crate::room::Room;
use crate::room::command::{Command, Entry, FloorCommand};
use crate::room::event::Event;
use crate::room::floor::{Lane, prepared};
use crate::room::limits::REQUESTS_MAX;
use crate::room::refusal::Code;
use crate::room::seat::{Class, Profile, Rank};

fn import(csv: &str) -> Command {
    FloorCommand::Import { csv: csv.to_owned() }.into()
}

/// The entries of a list that holds up.
fn read(csv: &str) -> Vec<Entry> {
    let rows = prepared::read(csv).unwrap_or_else(|fault| panic!("{csv:?}: {fault}"));
    rows.into_iter().map(|row| row.entry).collect()
}

/// The delegations of a list that holds up.
fn delegations(csv: &str) -> Vec<String> {
    read(csv).into_iter().filter_map(|entry| entry.profile.delegation).collect()
}

/// What is wrong with a list that does not.
fn fault(csv: &str) -> String {
    prepared::read(csv).unwrap_err()
}

/// Who waits, in order.
fn waiting(room: &Room) -> Vec<String> {
    let order = room.floor.order(&room.seats);
    order
        .into_iter()
        .filter_map(|(request, _)| request.speaker(&room.seats).delegation)
        .collect()
}

#[test]
fn every_field_of_a_row_is_taken() {
    let rows = read(
        "name,delegation,class,rank,on_behalf_of,language,remote,lane,note\n\
        A. Person,Kenya,state,vice-minister,the African Group,fr,yes,precedence,leaves at ten\n",
    );
    let expected = Entry {
        profile: Profile {
            name: Some("A. Person".to_owned()),
            delegation: Some("Kenya".to_owned()),
            class: Some(Class::State),
            rank: Some(Rank::ViceMinister),
        },
        lane: Some(Lane::Precedence),
        on_behalf_of: Some("the African Group".to_owned()),
        language: Some("fr".to_owned()),
        remote: true,
        note: Some("leaves at ten".to_owned()),
    };
    assert_eq!(rows, [expected]);
}

#[test]
fn a_list_is_read_however_a_spreadsheet_writes_it() {
    for text in [
        "delegation,rank\nKenya,minister\nPeru,\n",
        "\u{feff}delegation,rank\r\nKenya,minister\r\nPeru,\r\n",
        "delegation;rank\nKenya;minister\nPeru;",
        "delegation\trank\nKenya\tminister\nPeru\t\n",
        "delegation,rank\rKenya,minister\rPeru,\r",
        "\n\n  \ndelegation,rank\n\nKenya,minister\n,\n   \nPeru,\n\n\n",
        " Delegation , RANK \n Kenya , Minister \n Peru , \n",
        "\"delegation\",\"rank\"\n\"Kenya\",\"minister\"\n\"Peru\",\"\"\n",
        "delegation,rank,,\nKenya,minister,,\nPeru,,,,,\n",
    ] {
        let rows = read(text);
        assert_eq!(delegations(text), ["Kenya", "Peru"], "{text:?}");
        assert_eq!(
            (rows[0].profile.rank, rows[1].profile.rank),
            (Some(Rank::Minister), None),
            "{text:?}"
        );
    }
}

#[test]
fn commas_semicolons_and_quotes_stand_in_quoted_cells() {
    let text = "delegation,note\n\"Korea, Republic of\",\"says \"\"yes\"\"; then leaves\"\n";
    assert_eq!(delegations(text), ["Korea, Republic of"]);
    assert_eq!(read(text)[0].note.as_deref(), Some("says \"yes\"; then leaves"));
    assert_eq!(
        delegations("delegation;on_behalf_of\nKenya;Egypt, Ghana and Kenya\n"),
        ["Kenya"]
    );
}

#[test]
fn words_are_taken_in_capitals_and_with_blanks() {
    let rows = read("Delegation,On behalf of,Rank,Remote,Lane\nKenya,the Group,Vice Minister,NO,List\nPeru,,official,1,REPLY\n");
    assert_eq!(
        (rows[0].profile.rank, rows[0].lane),
        (Some(Rank::ViceMinister), Some(Lane::List))
    );
    assert_eq!(rows[0].on_behalf_of.as_deref(), Some("the Group"));
    assert_eq!(
        (rows[1].profile.rank, rows[1].remote, rows[1].lane),
        (Some(Rank::Delegate), true, Some(Lane::Reply))
    );
}

#[test]
fn a_wrong_word_is_told_with_its_line_its_field_and_the_right_ones() {
    let with = |field: &str, cell: &str| fault(&format!("delegation,{field}\nKenya,\nPeru,{cell}\n"));
    assert_eq!(
        with("rank", "boss"),
        "Line 3, rank: “boss” is none of minister, vice-minister, ambassador, delegate or expert."
    );
    assert_eq!(
        with("class", "country"),
        "Line 3, class: “country” is none of state, organization or stakeholder."
    );
    assert_eq!(
        with("lane", "first"),
        "Line 3, lane: “first” is none of list, precedence or reply."
    );
    assert_eq!(with("remote", "maybe"), "Line 3, remote: “maybe” is neither yes nor no.");
    for lane in ["point-of-order", "question", "answer"] {
        assert_eq!(
            with("lane", lane),
            "Line 3, lane: A prepared speaker is on the list, has precedence, or replies."
        );
    }
    assert_eq!(
        with("language", "en glish"),
        "Line 3, language: The language is to be a tag such as en, fr or zh-Hant."
    );
    assert_eq!(
        with("language", "English"),
        "Line 3, language: The language is to be a tag such as en, fr or zh-Hant."
    );
}

#[test]
fn a_text_that_a_room_would_refuse_is_told_with_its_line_and_field() {
    let long = "x".repeat(501);
    for (field, begins) in [
        ("name", "The name is too long"),
        ("on_behalf_of", "The group spoken for is too long"),
        ("language", "The language is too long"),
        ("note", "The note is too long"),
    ] {
        let told = fault(&format!("delegation,{field}\nKenya,{long}\n"));
        assert!(told.starts_with(&format!("Line 2, {field}: {begins}")), "{told}");
    }
    assert!(fault(&format!("name,delegation\nA. Person,{long}\n")).starts_with("Line 2, delegation: The delegation is too long"));
    assert!(fault("delegation\nKe\u{202e}nya\n").starts_with("Line 2, delegation: The delegation has a character"));
    assert!(fault("delegation\n\"Ke\nnya\"\n").starts_with("Line 2, delegation: The delegation has a character"));
}

#[test]
fn lines_are_counted_where_they_are_whatever_is_empty_between_them() {
    for ending in ["\n", "\r\n", "\r"] {
        let text = ["", "delegation,rank", "", "Kenya,", ",", "", "", "Peru,boss", ""].join(ending);
        assert!(fault(&text).starts_with("Line 8, rank"), "{ending:?}: {}", fault(&text));
    }
    let quoted = "delegation,note,rank\nKenya,\"one\",\n\nPeru,,boss\n";
    assert!(fault(quoted).starts_with("Line 4, rank"));
}

#[test]
fn a_header_that_cannot_be_is_told_by_its_field() {
    let unknown = fault("delegation,country\nKenya,x\n");
    assert_eq!(
        unknown,
        "Line 1, country: This is no field of a list of speakers; those are name, delegation, class, rank, on_behalf_of, \
        language, remote, lane, note."
    );
    assert_eq!(
        fault("delegation,rank,Delegation\nKenya,,\n"),
        "Line 1, delegation: The header names it twice."
    );
    let nobody = "Line 1: The header has to name a column name or a column delegation.";
    assert_eq!(fault("rank,class\nminister,state\n"), nobody);
    assert_eq!(fault(""), nobody);
    assert_eq!(fault("\u{feff}\r\n \r\n"), nobody);
    assert!(
        fault("Kenya,minister\nPeru,delegate\n").starts_with("Line 1, Kenya: "),
        "a list without a header"
    );
    assert!(fault("\n\nland\nKenya\n").starts_with("Line 3, land: "));
}

#[test]
fn a_header_alone_is_an_empty_list() {
    for text in ["delegation,rank\n", "name", "delegation;rank\r\n;\r\n\r\n"] {
        assert!(fault(text).starts_with("The list is empty"), "{text:?}");
    }
}

#[test]
fn cells_that_are_missing_or_have_no_heading_are_told() {
    let header = "delegation,rank,note\nKenya,minister,\n";
    assert_eq!(
        fault(&format!("{header}Peru,delegate\n")),
        "Line 3, note: The line ends before it; its cell is missing."
    );
    assert_eq!(
        fault(&format!("{header}Peru\n")),
        "Line 3, rank: The line ends before it; its cell is missing."
    );
    assert_eq!(
        fault(&format!("{header}Korea, Republic of,minister,\n")),
        "Line 3, rank: “Republic of” is none of minister, vice-minister, ambassador, delegate or expert."
    );
    let beyond = fault(&format!("{header}Peru,delegate,speaks first, then leaves\n"));
    assert!(
        beyond.starts_with("Line 3, column 4: Above “then leaves” the header names no field."),
        "{beyond}"
    );
    assert!(fault("delegation,,rank\nKenya,x,\n").starts_with("Line 2, column 2: "));
}

#[test]
fn a_row_that_names_nobody_is_told() {
    assert_eq!(
        fault("name,delegation,rank\n,,minister\n"),
        "Line 2, name: Say who wants to speak: a name, a delegation, or both."
    );
}

#[test]
fn what_looks_like_a_formula_is_the_text_that_it_is() {
    let text = "name,note\n=1+1,@home\n\"=HYPERLINK(\"\"http://x\"\")\",+4\n-,'quoted\n";
    let names: Vec<String> = read(text).into_iter().filter_map(|entry| entry.profile.name).collect();
    assert_eq!(names, ["=1+1", "=HYPERLINK(\"http://x\")", "-"]);
}

#[test]
fn a_wrong_cell_is_shown_by_its_beginning_however_long_it_is() {
    let told = fault(&format!("delegation,rank\nKenya,{}\n", "é".repeat(10_000)));
    assert!(told.chars().count() < 200, "{told}");
    assert!(told.contains("é…"));
    assert!(fault(&"x".repeat(100_000)).chars().count() < 300);
}

#[test]
fn no_text_makes_the_reader_panic() {
    for text in [
        "\"",
        "delegation\n\"Kenya",
        "delegation,\"\nKenya\n",
        ",,,\n,,,",
        "\0",
        "delegation\n\0\n",
        "\u{feff}",
        ";;;\n\"\"\"",
        "\r\r\r",
        "\n\n\n\n",
    ] {
        let _ = prepared::read(text);
    }
    let whole = "name;delegation;rank\r\n\"A. \"\"Person\"\"\";Kenya;minister\r\n;Péru;expert\r\n";
    for cut in (0..whole.len()).filter(|cut| whole.is_char_boundary(*cut)) {
        let _ = prepared::read(&whole[..cut]);
        let _ = prepared::read(&whole[cut..]);
    }
}

#[test]
fn an_imported_list_stands_on_the_list_in_its_order_though_that_is_closed() {
    let room = given([
        ("chair", FloorCommand::Close { in_s: None }.into()),
        ("chair", import("delegation\nPeru\nKenya\nFiji\n")),
    ]);
    assert_eq!(waiting(&room), ["Peru", "Kenya", "Fiji"]);
}

#[test]
fn only_who_runs_the_list_imports() {
    for (name, may) in [
        ("chair", true),
        ("organiser", true),
        ("rapporteur", false),
        ("ana", false),
        ("screen", false),
    ] {
        let answer = asks(&room(), name, import("delegation\nKenya\n"));
        assert_eq!(answer.is_ok(), may, "{name}: {answer:?}");
    }
}

#[test]
fn a_delegation_is_imported_once_however_it_is_written() {
    let told = |csv: &str| sentence(room().decide(&import(csv), &asked_by("chair", 1)));
    assert_eq!(
        told("delegation\nKenya\nPeru\n\nken\n"),
        "Line 5, delegation: ken is in line 2 already. Nothing was imported."
    );
    assert_eq!(
        told("delegation,lane\nKenya,list\nKenya,precedence\n"),
        "Line 3, delegation: Kenya is in line 2 already. Nothing was imported."
    );
    assert_eq!(
        told("name\nAn Expert\nan  expert\n"),
        "Line 3, name: an  expert is in line 2 already. Nothing was imported."
    );
    let replies = asks(&room(), "chair", import("delegation,lane\nKenya,list\nKenya,reply\n")).unwrap();
    let queued = |event: &&Event| matches!(event, Event::SpeakerQueued { .. });
    assert_eq!(replies.iter().filter(queued).count(), 2);
}

#[test]
fn one_row_that_does_not_fit_keeps_the_whole_list_out() {
    let mut room = given([("chair", import("delegation\nKenya\n"))]);
    let answer = room.decide(&import("delegation\nPeru\nKENYA\n"), &asked_by("chair", 2));
    assert_eq!(answer.as_ref().unwrap_err().code, Code::ImportInvalid);
    assert_eq!(
        sentence(answer),
        "Line 3, delegation: KENYA is on the list of speakers already. Nothing was imported."
    );
    assert_eq!(waiting(&room), ["Kenya"]);
    does(&mut room, "chair", 3, &import("delegation\nPeru\n"));
    assert_eq!(waiting(&room), ["Kenya", "Peru"]);
}

#[test]
fn a_delegation_that_speaks_is_not_imported() {
    let mut room = given([("chair", import("delegation\nKenya\n"))]);
    let next = FloorCommand::Give {
        request: None,
        expects: None,
        reason: None,
    };
    does(&mut room, "chair", 2, &next.into());
    let told = sentence(room.decide(&import("delegation\nkenya\n"), &asked_by("chair", 3)));
    assert_eq!(told, "Line 2, delegation: kenya has the floor already. Nothing was imported.");
}

#[test]
fn a_list_longer_than_a_list_may_get_is_refused_as_a_whole() {
    let list = |rows: usize| {
        let rows: String = (0..rows).map(|number| format!("Body {number}\n")).collect();
        import(&format!("delegation\n{rows}"))
    };
    assert_eq!(asks(&room(), "chair", list(REQUESTS_MAX + 1)), Err(Code::TooMany));
    let mut room = room();
    does(&mut room, "chair", 1, &list(REQUESTS_MAX));
    assert_eq!(room.floor.waiting.len(), REQUESTS_MAX);
    let told = sentence(room.decide(&import("delegation\nKenya\n"), &asked_by("chair", 2)));
    assert_eq!(
        told,
        "The text holds 1 speakers and 2000 are waiting; the list has room for 2000. Nothing was imported."
    );
}
