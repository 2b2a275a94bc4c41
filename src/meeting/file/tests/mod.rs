//! Reading meeting files: what is right, and what is said about what is wrong.

mod codes;
mod floor;
mod polls;

use super::*;
use crate::meeting::limits::ROOMS_MAX;
use crate::room::command::BoardRule;
use crate::room::tools::Tool;
use crate::room::view::ListState;

const SMALL: &str = r#"id = "small"
title = "A small meeting"
date = "2024-05-10"
timezone = "UTC"
[[rooms]]
id = "one"
title = "Room one"
"#;

/// The errors as people read them.
fn errors(text: &str) -> Vec<String> {
    parse(text).unwrap_err().iter().map(ToString::to_string).collect()
}

/// The one error of the small meeting with this put behind it.
fn error_of(addition: &str) -> String {
    let errors = errors(&format!("{SMALL}{addition}"));
    assert_eq!(errors.len(), 1, "{errors:#?}");
    errors[0].clone()
}

#[test]
fn a_few_lines_make_a_meeting() {
    let meeting = parse(SMALL).unwrap();
    assert_eq!((meeting.rooms.len(), meeting.programme.len()), (1, 0));
    assert_eq!(
        (meeting.rooms[0].speaking_limit_s, meeting.rooms[0].list),
        (180, ListState::Open)
    );
}

#[test]
fn dates_and_times_may_stand_without_quotes() {
    let session =
        "[[programme]]\nid = \"s\"\ntitle = \"S\"\nkind = \"panel\"\ndate = 2024-05-09\nstarts = 09:00\nends = 10:30:00\n";
    let meeting = parse(&format!("{SMALL}{session}")).unwrap();
    let session = &meeting.programme[0];
    assert_eq!(
        [&session.date, &session.starts, &session.ends],
        ["2024-05-09", "09:00", "10:30"]
    );
}

#[test]
fn every_error_is_told_at_once_in_the_order_of_the_file() {
    let text = "id = \"Small Meeting\"\ntitel = \"T\"\ndate = \"2024-02-30\"\ntimezone = \"Berlin\"\nlanguages = [\"en\", \"English\"]\n\
        [[rooms]]\nid = \"one\"\ntitle = 7\nspeaking_limit_s = 5\nwriters = \"everybody\"\n\
        [[rooms]]\nid = \"one\"\nlist = true\nquestions = [\"\", 3]\n";
    let told: Vec<(usize, String)> = parse(text)
        .unwrap_err()
        .into_iter()
        .map(|error| (error.line, error.field))
        .collect();
    let expected = [
        (1, "id"),
        (1, "title"),
        (2, "titel"),
        (3, "date"),
        (4, "timezone"),
        (5, "languages[1]"),
        (8, "rooms[0].title"),
        (9, "rooms[0].speaking_limit_s"),
        (10, "rooms[0].writers"),
        (11, "rooms[1].title"),
        (12, "rooms[1].id"),
        (13, "rooms[1].list"),
        (14, "rooms[1].questions[0]"),
        (14, "rooms[1].questions[1]"),
    ];
    assert_eq!(told, expected.map(|(line, field)| (line, field.to_owned())));
}

#[test]
fn an_unknown_field_is_told_with_the_nearest_known_one() {
    let told = error_of("speaking_limit = 60\n");
    assert_eq!(
        told,
        "line 8, rooms[0].speaking_limit: there is no field `speaking_limit` here; did you mean `speaking_limit_s` or `speaking_limits`?"
    );
    assert!(error_of("[[sessions]]\nid = \"x\"\n").contains("known here: `id`, `title`"));
}

#[test]
fn a_value_of_the_wrong_kind_is_told_with_the_right_one() {
    assert!(error_of("speaking_limit_s = \"180\"\n").contains("this is a text; a whole number from 10 to 3600"));
    assert!(error_of("speaking_limit_s = 1_000_000_000_000\n").contains("out of bounds"));
    assert!(error_of("theme = [1]\n").contains("this is a list; a text in quotes belongs here"));
    assert!(error_of("questions = \"Why?\"\n").contains("a list of texts belongs here"));
    assert!(error_of("polls = 3\n").contains("`[[polls]]`"));
}

#[test]
fn the_programme_names_rooms_that_are_there() {
    let session = |rooms: &str| {
        format!(
            "[[programme]]\nid = \"s\"\ntitle = \"S\"\nkind = \"breakout\"\nstarts = \"09:00\"\nends = \"10:00\"\nrooms = {rooms}\n"
        )
    };
    assert!(parse(&format!("{SMALL}{}", session("[\"one\"]"))).is_ok());
    assert_eq!(
        error_of(&session("[\"one\", \"ome\"]")),
        "line 14, programme[0].rooms[1]: there is no room `ome` in this file; did you mean `one`?"
    );
    assert!(error_of(&session("[\"one\", \"one\"]")).contains("in the session `s` already"));
}

#[test]
fn a_session_ends_after_it_starts_and_may_overlap_another() {
    let session = |id: &str, starts: &str, ends: &str| {
        format!("[[programme]]\nid = \"{id}\"\ntitle = \"S\"\nkind = \"panel\"\nstarts = \"{starts}\"\nends = \"{ends}\"\n")
    };
    assert!(error_of(&session("a", "10:00", "09:00")).contains("ends at 09:00 but starts at 10:00"));
    assert!(error_of(&session("a", "10:00", "10:00")).starts_with("line 13, programme[0].ends"));
    assert!(error_of(&session("a", "25:00", "26:00").replace("26:00", "09:00")).contains("no time of day"));
    let both = format!("{SMALL}{}{}", session("a", "09:00", "10:00"), session("b", "09:30", "10:30"));
    assert!(parse(&both).is_ok());
    let twice = format!("{}{}", session("a", "09:00", "10:00"), session("a", "09:30", "10:30"));
    assert!(error_of(&twice).contains("another session has the id `a`"));
}

#[test]
fn a_template_has_to_be_there_and_says_nothing_that_only_a_room_can_say() {
    assert!(error_of("template = \"breakout\"\n").contains("no template `breakout` in this file; there are none"));
    let templates = "[templates.breakout]\ntitle = \"T\"\n";
    assert!(error_of(templates).contains("there is no field `title` here"));
    assert!(error_of("[templates]\nbreakout = 3\n").contains("under a heading with its name"));
}

#[test]
fn a_room_overrides_its_template_field_by_field() {
    let text = format!(
        "{SMALL}template = \"t\"\nspeaking_limit_s = 60\nquestions = []\n[templates.t]\nspeaking_limit_s = 90\nlist = \"closed\"\nquestions = [\"Why?\"]\n"
    );
    let room = parse(&text).unwrap().rooms.remove(0);
    assert_eq!(
        (room.speaking_limit_s, room.list, room.questions.len()),
        (60, ListState::Closed, 0)
    );
}

#[test]
fn texts_are_bounded_single_lines_without_control_characters() {
    assert!(error_of(&format!("theme = \"{}\"\n", "x".repeat(501))).contains("501 characters; at most 500 fit"));
    assert!(error_of("theme = \"a\\nb\"\n").contains("more than one line"));
    assert!(error_of("theme = \"a\\u0007b\"\n").contains("control characters"));
    assert!(error_of("theme = \"a\\u202eb\"\n").contains("turns of direction"));
    assert!(error_of("questions = [\"  \"]\n").contains("it is empty"));
    assert!(error_of("theme = \"\\u200b\"\n").contains("it has no character that can be seen"));
    assert!(error_of(&format!("theme = \"Z{}\"\n", "\u{301}".repeat(9))).contains("more than 8 marks on one letter"));
}

#[test]
fn a_room_is_not_called_as_a_device_of_windows_where_no_folder_can_have_that_name() {
    for id in ["con", "nul", "aux", "com1", "lpt9"] {
        assert!(error_of(&format!("[[rooms]]\nid = \"{id}\"\ntitle = \"T\"\n")).contains("Windows keeps for itself"));
    }
    for id in ["com", "com10", "con-1", "console"] {
        assert!(
            parse(&format!("{SMALL}[[rooms]]\nid = \"{id}\"\ntitle = \"T\"\n")).is_ok(),
            "{id}"
        );
    }
}

#[test]
fn an_empty_file_and_one_without_rooms_say_what_is_needed() {
    assert!(errors(" \n")[0].contains("the file is empty"));
    let without = SMALL.split("[[rooms]]").next().unwrap();
    assert_eq!(
        errors(without),
        ["line 1, rooms: a meeting has at least one room; write it under the heading `[[rooms]]`"]
    );
    assert_eq!(errors("# nothing\n").len(), 5);
}

#[test]
fn what_is_not_utf_8_is_told_with_its_line() {
    let told = parse_bytes(b"id = \"a\"\ntitle = \"caf\xe9\"\n").unwrap_err();
    assert_eq!((told.len(), told[0].line), (1, 2));
    assert!(told[0].message.contains("UTF-8"));
    assert!(parse_bytes(SMALL.as_bytes()).is_ok());
    assert!(parse_bytes(format!("\u{feff}{SMALL}").as_bytes()).is_ok());
}

#[test]
fn what_is_not_toml_is_told_with_every_line_that_is_wrong() {
    let told = parse("id = \ntitle = \"T\"\ndate = 2024-05-10\nplace = here\n").unwrap_err();
    let lines: Vec<usize> = told.iter().map(|error| error.line).collect();
    assert_eq!(lines, [1, 4], "{told:#?}");
    assert!(told[0].message.starts_with("this is not TOML"));
    assert_eq!(errors("id = \"a\"\nid = \"b\"\n").len(), 1);
}

#[test]
fn thousands_of_rooms_are_read_and_too_many_refused() {
    let rooms = |count: usize| -> String {
        (0..count)
            .map(|n| format!("[[rooms]]\nid = \"r-{n}\"\ntitle = \"Room {n}\"\n"))
            .collect()
    };
    let head = SMALL.split("[[rooms]]").next().unwrap();
    assert_eq!(parse(&format!("{head}{}", rooms(ROOMS_MAX))).unwrap().rooms.len(), ROOMS_MAX);
    let told = errors(&format!("{head}{}", rooms(ROOMS_MAX + 1)));
    assert_eq!(told.len(), 1);
    assert!(told[0].contains("5001 are too many; at most 5000 fit"), "{told:?}");
}

#[test]
fn no_input_makes_the_reader_panic() {
    let example = crate::meeting::EXAMPLE;
    for cut in (0..example.len()).step_by(61).filter(|cut| example.is_char_boundary(*cut)) {
        let _ = parse(&example[..cut]);
        let _ = parse(&format!("{}= [[{}", &example[..cut], &example[cut..]));
    }
    let _ = parse(&format!("a = {}{}", "[".repeat(5_000), "]".repeat(5_000)));
}

#[test]
fn the_notes_headings_and_the_boards_rule_come_from_the_room_or_its_template() {
    let meeting = parse(&format!(
        "{SMALL}template = \"t\"\nboard = \"moderated\"\n[templates.t]\nboard = \"closed\"\nsections = [\"Key issues\", \" Next steps \"]\n"
    ))
    .unwrap();
    let room = &meeting.rooms[0];
    assert_eq!(room.sections, ["Key issues", "Next steps"]);
    assert_eq!(room.board, BoardRule::Moderated);
    let definition = meeting.definition("one", "").unwrap();
    assert_eq!((definition.sections, definition.board), (room.sections.clone(), room.board));
    let plain = parse(SMALL).unwrap();
    assert!(plain.rooms[0].sections.is_empty() && plain.rooms[0].board == BoardRule::Open);
}

#[test]
fn a_room_says_which_tools_it_goes_without_or_its_template_does() {
    let meeting = parse(&format!(
        "{SMALL}template = \"t\"\n[templates.t]\nwithout = [\"polls\", \"board\", \"polls\"]\n"
    ))
    .unwrap();
    let without = &meeting.rooms[0].without;
    assert_eq!(without.iter().copied().collect::<Vec<_>>(), [Tool::Polls, Tool::Board]);
    assert_eq!(&meeting.definition("one", "").unwrap().without, without);
    let unknown = parse(&format!("{SMALL}without = [\"polls\", \"notes\"]\n")).unwrap_err();
    assert!(
        unknown[0]
            .to_string()
            .starts_with("line 8, rooms[0].without[1]: `notes` is none of")
    );
    let poll = "[[rooms.polls]]\nkind = \"yes-no\"\nquestion = \"Now?\"\n";
    let prepared = parse(&format!("{SMALL}without = [\"polls\"]\n{poll}")).unwrap_err();
    assert_eq!(
        prepared[0].to_string(),
        "line 8, rooms[0].without: polls are prepared, and the room goes without polls; take out one or the other"
    );
}

#[test]
fn what_is_wrong_with_headings_and_board_is_told_with_its_line() {
    let many = format!("sections = [{}]\n", "\"Heading\", ".repeat(31));
    for (addition, line, field, told) in [
        (
            "sections = \"Key issues\"\n",
            8,
            "rooms[0].sections",
            "a list of texts belongs here",
        ),
        (
            "theme = \"T\"\nsections = [\"Key issues\", 7]\n",
            9,
            "rooms[0].sections[1]",
            "",
        ),
        ("sections = [\"  \"]\n", 8, "rooms[0].sections[0]", "it is empty"),
        (many.as_str(), 8, "rooms[0].sections", "30"),
        ("board = true\n", 8, "rooms[0].board", ""),
        ("board = \"moderate\"\n", 8, "rooms[0].board", "moderated"),
    ] {
        let errors = parse(&format!("{SMALL}{addition}")).unwrap_err();
        assert_eq!(errors.len(), 1, "{errors:#?}");
        assert_eq!((errors[0].line, errors[0].field.as_str()), (line, field), "{}", errors[0]);
        assert!(errors[0].to_string().contains(told), "{}", errors[0]);
    }
}
