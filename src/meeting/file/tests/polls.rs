//! Prepared polls: every field of a paper, ready-made polls, and what is said about what is wrong.

use super::{SMALL, error_of, errors};
use crate::meeting::parse;
use crate::room::command::{Axes, Base, Per, PollKind, PollPaper, Results, Secrecy, Translation, Voters};
use crate::room::polls::paper::checked;
use crate::room::polls::templates::Template;
use crate::room::seat::{Class, Role};

/// The one poll of the small meeting.
fn poll(fields: &str) -> PollPaper {
    let meeting = parse(&format!("{SMALL}[[rooms.polls]]\n{fields}\n")).unwrap();
    meeting.rooms[0].polls[0].clone()
}

/// The one error of a poll that asks "Which?"; its fields begin in line 10.
fn error(fields: &str) -> String {
    error_of(&format!("[[rooms.polls]]\nquestion = \"Which?\"\n{fields}\n"))
}

#[test]
fn a_poll_that_a_room_would_refuse_is_refused_here() {
    assert!(error("kind = \"single\"\noptions = [\"a\"]").contains("A poll offers 2 to 20 answers, not 1."));
    assert!(error("kind = \"multiple\"\noptions = [\"a\", \"b\", \"c\"]\nmin = 3\nmax = 2").contains("`min` is at most `max`"));
    assert!(error("kind = \"multiple\"\noptions = [\"a\", \"b\"]\nmax = 3").contains("from 1 to 2"));
    assert!(error("kind = \"single\"\noptions = [\"a\", \"b\"]\nmax = 2").contains("exactly one answer"));
    assert!(error("kind = \"single\"\noptions = [\"a\", \" a\"]").contains("there twice"));
    assert!(error("kind = \"rating\"\noptions = [\"a\", \"b\"]\nmax = 2").contains("none of `single`, `multiple`"));
    assert!(error("options = [\"a\", \"b\"]").contains("`kind` is missing"));
    let many: Vec<String> = (0..21).map(|number| format!("\"{number}\"")).collect();
    assert!(error(&format!("kind = \"single\"\noptions = [{}]", many.join(","))).contains("21 are too many; at most 20"));
}

#[test]
fn every_field_of_a_paper_can_stand_in_the_file() {
    let read = poll(
        r#"question = "Where do these stand?"
kind = "matrix"
options = ["Training", "Exchange"]
abstain = true
axes = { x = "Impact", y = "Feasibility" }
scale = ["low", "middle", "high"]
secrecy = "named"
per = "delegation"
voters = { roles = ["participant", "rapporteur"], classes = ["state"], delegations = ["Kenya", "Fiji"] }
late = true
final = true
results = "at-close"
base = "valid"
quorum_percent = 50
breakdown = true
duration_s = 120
stamp = false
language = "en"
[rooms.polls.translations.fr]
question = "Où les situez-vous ?"
options = ["Formation", "Échange"]
scale = ["bas", "moyen", "haut"]
axes = { x = "Effet", y = "Faisabilité" }"#,
    );
    assert_eq!(
        (read.kind, read.options.len(), read.form.scale.len()),
        (PollKind::Matrix, 2, 3)
    );
    let axes = |x: &str, y: &str| {
        Some(Axes {
            x: x.into(),
            y: y.into(),
        })
    };
    assert_eq!((read.form.abstain, read.form.axes), (true, axes("Impact", "Feasibility")));
    let rules = read.rules;
    assert_eq!(
        (rules.secrecy, rules.per, rules.results, rules.base),
        (Secrecy::Named, Per::Delegation, Results::AtClose, Base::Valid)
    );
    assert_eq!(
        (rules.late, rules.is_final, rules.breakdown, rules.stamp),
        (true, true, true, false)
    );
    assert_eq!((rules.quorum_percent, rules.duration_s), (Some(50), Some(120)));
    let voters = Voters {
        roles: vec![Role::Participant, Role::Rapporteur],
        classes: vec![Class::State],
        delegations: vec!["Kenya".into(), "Fiji".into()],
    };
    assert_eq!(rules.voters, voters);
    let french = Translation {
        question: "Où les situez-vous ?".into(),
        options: vec!["Formation".into(), "Échange".into()],
        scale: vec!["bas".into(), "moyen".into(), "haut".into()],
        axes: axes("Effet", "Faisabilité"),
    };
    assert_eq!(read.language.as_deref(), Some("en"));
    assert_eq!(read.translations, [("fr".to_owned(), french)].into());
}

#[test]
fn every_kind_is_known_by_the_name_that_it_has_everywhere() {
    for kind in PollKind::ALL {
        let name = serde_json::to_value(kind).unwrap();
        // Whatever else such a kind needs: its name is no error.
        let told = parse(&format!(
            "{SMALL}[[rooms.polls]]\nquestion = \"Which?\"\nkind = {name}\noptions = [\"a\", \"b\"]\n"
        ));
        let of_kind = |error: &crate::meeting::FileError| error.field.ends_with(".kind");
        assert!(!told.err().unwrap_or_default().iter().any(of_kind), "{name}");
    }
}

#[test]
fn a_ready_made_poll_needs_nothing_else_and_takes_every_field() {
    for template in Template::ALL {
        let name = serde_json::to_value(template).unwrap();
        assert_eq!(
            poll(&format!("template = {name}")),
            checked(&template.paper()).unwrap(),
            "{name}"
        );
    }
    let changed = poll("template = \"agreement\"\nquestion = \"The text is ready.\"\nresults = \"live\"");
    let ready_made = Template::Agreement.paper();
    assert_eq!(
        (changed.question.as_str(), changed.kind, changed.rules.results),
        ("The text is ready.", ready_made.kind, Results::Live)
    );
    assert!(changed.translations.is_empty(), "those would be of another question");
    assert_eq!(changed.language, None);
    assert!(error_of("[[rooms.polls]]\ntemplate = \"redyness\"\nmax = 2\n").contains("did you mean `readiness`?"));
}

#[test]
fn each_field_is_told_with_its_line_and_what_would_be_right() {
    let single = "kind = \"single\"\noptions = [\"a\", \"b\"]\n";
    for (fields, told) in [
        (
            "secrecy = \"hidden\"",
            "`hidden` is none of `named`, `chair`, `undisclosed`, `secret`",
        ),
        ("per = 1", "one of `person`, `delegation` belongs here"),
        ("results = \"at close\"", "did you mean `at-close`?"),
        ("base = \"present\"\nlate = \"yes\"", "true or false belongs here"),
        ("quorum_percent = 0", "a whole number from 1 to 100"),
        ("duration_s = 4", "a whole number from 5 to 86400"),
        ("points = 0", "a whole number from 1 to 1000"),
        ("voters = [\"state\"]", "as in `voters = { classes = [\"state\"] }`"),
        ("voters = { clases = [\"state\"] }", "did you mean `classes`?"),
        ("voters = { classes = [\"states\"] }", "did you mean `state`?"),
        (
            "voters = { roles = [\"screen\"] }",
            "none of `participant`, `chair`, `rapporteur`",
        ),
        ("voters = { roles = [] }", "leave `roles` out"),
        ("axes = { x = \"Impact\" }", "`y` is missing"),
        ("scale = [\"low\", \"low\"]", "the step `low` is there twice"),
        ("language = \"English\"", "no language tag"),
        (
            "translations = { french = { question = \"Q\" } }",
            "`french` is no language tag",
        ),
        (
            "translations = { fr = { options = [\"a\", \"b\"] } }",
            "`question` is missing",
        ),
        ("secret = true", "there is no field `secret` here"),
    ] {
        let error = error(&format!("{single}{fields}"));
        assert!(error.contains(told), "{fields}: {error}");
        let line = 12 + fields.matches('\n').count();
        assert!(
            error.starts_with(&format!("line {line}, rooms[0].polls[0].")),
            "{fields}: {error}"
        );
    }
}

#[test]
fn what_only_the_whole_paper_shows_is_told_at_the_poll() {
    let single = "kind = \"single\"\noptions = [\"a\", \"b\"]\n";
    assert_eq!(
        error(&format!("{single}secrecy = \"secret\"\nbreakdown = true")),
        "line 8, rooms[0].polls[0]: A secret poll is not told by class or group: the ballots do not carry it. Leave the breakdown out."
    );
    assert!(error(&format!("{single}secrecy = \"secret\"\nresults = \"live\"\nlate = true")).contains(
        "A secret poll with live results takes in nobody who joins later: the last to come could be told from the last ballots."
    ));
    for fits in [
        "secrecy = \"secret\"\nlate = true",
        "secrecy = \"secret\"\nresults = \"live\"",
        "results = \"live\"\nlate = true",
    ] {
        poll(&format!("question = \"Q?\"\n{single}{fits}"));
    }
    let short = "language = \"en\"\ntranslations = { fr = { question = \"Q\", options = [\"a\"] } }";
    assert!(error(&format!("{single}{short}")).contains("The translation “fr” has 1 answers, the original 2."));
    // Beside an error of a field it would say nothing that helps.
    let told = errors(&format!(
        "{SMALL}[[rooms.polls]]\nquestion = \"Which?\"\nkind = \"single\"\noptions = [\"a\", 3]\n"
    ));
    assert_eq!(told.len(), 1, "{told:#?}");
}

#[test]
fn a_room_that_is_not_on_the_record_prepares_no_poll_that_names_its_voters() {
    let poll = |said: &str| format!("attribution = \"chatham-house\"\n[[rooms.polls]]\nquestion = \"Q?\"\n{said}\n");
    let named = error_of(&poll("kind = \"yes-no\"\nsecrecy = \"named\""));
    assert!(
        named.contains("line 12") && named.contains("rooms[0].polls[0].secrecy"),
        "{named}"
    );
    assert!(named.contains("room `one` is not on the record"), "{named}");
    let ready_made = error_of(&poll("template = \"show-of-hands\""));
    assert!(
        ready_made.contains("line 11") && ready_made.contains("rooms[0].polls[0].secrecy"),
        "{ready_made}"
    );
    let undisclosed = poll("template = \"show-of-hands\"\nsecrecy = \"undisclosed\"");
    assert!(parse(&format!("{SMALL}{undisclosed}")).is_ok());
}
