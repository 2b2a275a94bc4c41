//! What is wrong with a file is told to programs too: by a code, with what the sentence says by name.

use super::SMALL;
use crate::meeting::file::parse;
use serde_json::{Value, json};

/// Each error's field, with its code and what it tells of, as they go out.
fn told(text: &str) -> Vec<(String, Value)> {
    let errors = parse(text).unwrap_err();
    let told = errors.iter().map(|error| {
        let mut out = serde_json::to_value(error).unwrap();
        let fields = out.as_object_mut().unwrap();
        assert_eq!(fields["message"].as_str(), Some(error.wrong.to_string().as_str()));
        assert_eq!(fields["line"].as_u64(), u64::try_from(error.line).ok());
        for name in ["line", "field", "message"] {
            fields.remove(name);
        }
        (error.field.clone(), out)
    });
    told.collect()
}

/// The one error of the small meeting with this put behind it.
fn one(addition: &str) -> Value {
    let mut told = told(&format!("{SMALL}{addition}"));
    assert_eq!(told.len(), 1, "{told:#?}");
    told.remove(0).1
}

#[test]
fn every_error_of_a_file_carries_its_code_and_what_it_tells_of() {
    let text = "id = \"Small Meeting\"\ntitel = \"T\"\ndate = \"2024-02-30\"\ntimezone = \"Berlin\"\nlanguages = [\"English\"]\n\
        [[rooms]]\nid = \"one\"\ntitle = 7\nspeaking_limit_s = 5\nwriters = \"everybody\"\n\
        [[rooms]]\nid = \"one\"\ntitle = \"Two\"\nquestions = [\"\"]\n";
    let expected = [
        (
            "id",
            json!({ "code": "id", "args": { "written": "Small Meeting", "max": 40 } }),
        ),
        (
            "title",
            json!({ "code": "missing", "args": { "name": "title", "example": "\"Global Roundtable\"" } }),
        ),
        (
            "titel",
            json!({ "code": "unknown-field", "args": { "written": "titel", "hint": "near", "names": "`title`" } }),
        ),
        ("date", json!({ "code": "date" })),
        ("timezone", json!({ "code": "time-zone", "args": { "written": "Berlin" } })),
        (
            "languages[0]",
            json!({ "code": "language", "args": { "written": "English" } }),
        ),
        (
            "rooms[0].title",
            json!({ "code": "other-kind", "args": { "found": "whole-number", "wanted": "text" } }),
        ),
        (
            "rooms[0].speaking_limit_s",
            json!({ "code": "out-of-bounds", "args": { "written": "5", "min": 10, "max": 3600 } }),
        ),
        (
            "rooms[0].writers",
            json!({ "code": "unknown-word", "args": {
                "written": "everybody", "words": "`everyone`, `chosen`", "hint": "near", "names": "`everyone`",
            } }),
        ),
        ("rooms[1].id", json!({ "code": "room-id-twice", "args": { "id": "one" } })),
        ("rooms[1].questions[0]", json!({ "code": "empty" })),
    ];
    assert_eq!(told(text), expected.map(|(field, out)| (field.to_owned(), out)));
}

#[test]
fn a_value_of_another_kind_is_told_with_what_belongs_there() {
    let number = json!({ "found": "text", "wanted": "number", "min": 10, "max": 3600 });
    assert_eq!(one("speaking_limit_s = \"180\"\n")["args"], number);
    let tables = json!({ "found": "whole-number", "wanted": "tables", "heading": "[[polls]]" });
    assert_eq!(one("polls = 3\n")["args"], tables);
    let words = json!({ "found": "text", "wanted": "words", "words": "`floor`, `polls`, `board`, `comments`" });
    assert_eq!(one("without = \"polls\"\n")["args"], words);
}

#[test]
fn a_long_list_of_names_is_cut_without_a_word_of_any_language() {
    let known: Vec<String> = (0..25)
        .map(|at| format!("[[rooms]]\nid = \"room-{at}\"\ntitle = \"R\"\n"))
        .collect();
    let session = "[[programme]]\nid = \"s\"\ntitle = \"S\"\nkind = \"panel\"\nstarts = \"09:00\"\nends = \"10:00\"\n";
    let out = one(&format!("{}{session}rooms = [\"elsewhere-entirely\"]\n", known.concat()));
    assert_eq!(
        (&out["code"], &out["args"]["hint"]),
        (&json!("room-unknown"), &json!("known"))
    );
    let names = out["args"]["names"].as_str().unwrap();
    assert!(names.ends_with("`room-18`, …"), "{names}");
}

#[test]
fn what_does_not_fit_together_has_codes_of_its_own() {
    let session = |ends: &str| {
        one(&format!(
            "[[programme]]\nid = \"s\"\ntitle = \"S\"\nkind = \"panel\"\nstarts = \"09:00\"\nends = \"{ends}\"\n"
        ))
    };
    let ends = json!({ "code": "ends-before-start", "args": { "starts": "09:00", "ends": "08:30" } });
    assert_eq!(session("8:30"), ends);
    assert_eq!(session("25:00"), json!({ "code": "time" }));
    let twice = "[[rooms.polls]]\nquestion = \"Q?\"\nkind = \"single\"\noptions = [\"a\", \"a\"]\n";
    let expected = json!({ "code": "poll-text-twice", "args": { "what": "option", "written": "a" } });
    assert_eq!(one(twice), expected);
    let few = one("[[rooms.polls]]\nquestion = \"Q?\"\nkind = \"single\"\noptions = [\"a\"]\n");
    assert_eq!(few["code"], "poll-invalid");
    assert!(few["args"]["said"].as_str().unwrap().contains("2 to 20 answers"));
}

#[test]
fn a_text_that_cannot_be_shown_says_by_its_code_why() {
    let codes = [
        ("a\\u0007", "text-unshowable"),
        ("\\u200b", "text-unseen"),
        ("\\u0301a", "text-mark-in-front"),
    ];
    for (text, code) in codes {
        assert_eq!(one(&format!("theme = \"{text}\"\n")), json!({ "code": code }), "{text}");
    }
    let tower = format!("theme = \"a{}\"\n", "\\u0301".repeat(20));
    assert_eq!(one(&tower), json!({ "code": "text-marks", "args": { "max": 8 } }));
}

#[test]
fn a_file_that_cannot_be_read_at_all_has_a_code() {
    assert_eq!(told("")[0].1, json!({ "code": "file-empty" }));
    let syntax = told("id = \n")[0].1.clone();
    assert_eq!(syntax["code"], "syntax");
    assert!(!syntax["args"]["said"].as_str().unwrap().is_empty());
}
