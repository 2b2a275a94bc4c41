//! The report of a whole meeting: all rooms by kind of point, each room's attribution respected.

use crate::fixture::rich::{cleared, sealed};
use crate::fixture::{busy, text, unpacked};
use roundtable::outcome::combined::{
    BesideRooms, Combined, FloorQuestion, Partnership, PlenaryList, PlenaryPoint, PlenaryTheme, ReportDocument, combine, lay_out,
};
use roundtable::outcome::{Document, Intervention, Outcome, Status};
use roundtable::room::event::{Attribution, Gathering};
use roundtable::room::floor::Lane;
use roundtable::room::notes::point::{Component, PointKind, Reach, RegionalGroup, Standing};

fn in_room(id: &str, title: &str, mut outcome: Outcome) -> Outcome {
    (outcome.room.id, outcome.room.title) = (id.to_owned(), title.to_owned());
    outcome
}

/// A room of each rule.
fn rooms() -> [Outcome; 3] {
    [
        in_room("group-1", "Group I: Governance", sealed(Attribution::OnTheRecord).outcome()),
        in_room("group-2", "Group II: Technology", sealed(Attribution::ChathamHouse).outcome()),
        in_room("group-3", "Group III: Behind doors", sealed(Attribution::Closed).outcome()),
    ]
}

fn report() -> Combined {
    combine(&rooms()).unwrap()
}

fn written(document: ReportDocument, report: &Combined) -> String {
    let bytes = document.render(report).unwrap();
    match document {
        ReportDocument::Docx => unpacked(bytes),
        ReportDocument::Pdf => serde_json::to_string(&lay_out(report)).unwrap(),
        _ => String::from_utf8(bytes).unwrap(),
    }
}

#[test]
fn the_report_is_as_it_was_in_every_format() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/outcome/meeting");
    let is_text = |document: &ReportDocument| !matches!(document, ReportDocument::Docx | ReportDocument::Pdf);
    let report = report().with(beside_rooms());
    for document in ReportDocument::ALL.into_iter().filter(is_text) {
        let (path, rendered) = (folder.join(document.file_name()), written(document, &report));
        if std::env::var_os("ROUNDTABLE_REWRITE_FIXTURES").is_some() {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&path, &rendered).unwrap();
        }
        assert_eq!(
            rendered,
            std::fs::read_to_string(&path).unwrap(),
            "{} differs",
            path.display()
        );
    }
}

#[test]
fn all_points_of_a_kind_stand_together_room_by_room_and_messages_come_first() {
    let report = report();
    let kinds: Vec<PointKind> = report.points.iter().map(|of_kind| of_kind.kind).collect();
    assert_eq!((kinds.len(), kinds[0]), (10, PointKind::PlenaryMessage));
    let gaps = report.points.iter().find(|of_kind| of_kind.kind == PointKind::Gap).unwrap();
    let rooms: Vec<&str> = gaps.points.iter().map(|point| point.room.as_str()).collect();
    assert_eq!(rooms, ["group-1", "group-1", "group-2", "group-2"]);
    let markdown = written(ReportDocument::Markdown, &report);
    let places = ["Messages for the plenary", "## Gaps", "## Recommendations"].map(|heading| markdown.find(heading).unwrap());
    assert!(places.is_sorted());
}

#[test]
fn of_a_closed_room_there_are_figures_alone() {
    let alone = combine(&rooms()[2..]).unwrap();
    assert!(alone.points.is_empty() && alone.rooms[0].polls.is_empty() && alone.rooms[0].chairs.is_empty());
    assert_eq!((alone.rooms[0].points_marked, alone.rooms[0].polls_held), (13, 3));
    for document in ReportDocument::ALL {
        let text = written(document, &alone);
        for secret in ["Strategies without", "Diallo", "Mensah", "register"] {
            assert!(!text.contains(secret), "{secret} in {}", document.file_name());
        }
    }
}

#[test]
fn under_chatham_house_nobody_of_the_panel_or_the_floor_is_named() {
    let outcome = &rooms()[1];
    for document in Document::ALL {
        let text = text(document, outcome);
        for name in ["Lovrić", "O'Neill", "Ireland", "الأردن"] {
            assert!(!text.contains(name), "{name} in {}", document.file_name());
        }
    }
    let report = combine(&rooms()[1..2]).unwrap();
    assert!(!written(ReportDocument::Json, &report).contains("Ireland"));
}

#[test]
fn what_the_closing_plenary_made_of_the_points_stands_in_front_of_them() {
    let point = PlenaryPoint {
        id: "group-1/0123456789abcdef".into(),
        kind: PointKind::PlenaryMessage,
        standing: Some(Standing::Convergence),
        support: 12,
        from: vec!["Group I".into(), "Group II".into()],
        text: "Fund *response* teams.".into(),
        doubles: vec!["Teams need money.".into()],
    };
    let theme = PlenaryTheme {
        code: "group-1".into(),
        title: "Governance".into(),
        points: vec![point],
    };
    let mut report = report();
    report.plenary = Some(PlenaryList { themes: vec![theme] });
    let markdown = written(ReportDocument::Markdown, &report);
    let said = [
        "## Closing plenary",
        "### Governance",
        "supported by 12 seats · Group I · Group II",
        "Fund \\*response\\* teams.",
        "Also said: Teams need money.",
        "## Messages for the plenary",
    ];
    let places = said.map(|words| markdown.find(words).unwrap_or_else(|| panic!("{words} in {markdown}")));
    assert!(places.is_sorted());
    let objection = crate::schema::of_report_objection(&report);
    assert_eq!(objection, None);
}

fn partnership() -> Partnership {
    Partnership {
        pairing: uuid::Uuid::from_u128(1),
        component: Component::People,
        level: Reach::National,
        regions: [RegionalGroup::African].into(),
        needed_by: "Côte d'Ivoire".into(),
        need: "Train *ten* analysts.".into(),
        offered_by: "الأردن".into(),
        offer: "Courses in French.".into(),
        offer_component: Component::People,
        offer_level: Reach::Regional,
        offer_regions: [RegionalGroup::African, RegionalGroup::AsiaPacific].into(),
        agreed: "A course in June.\nA second one in autumn.".into(),
    }
}

fn beside_rooms() -> BesideRooms {
    BesideRooms {
        partnerships: vec![partnership()],
        ..BesideRooms::default()
    }
}

#[test]
fn partnerships_have_a_chapter_after_the_points_in_every_format() {
    let report = report().with(beside_rooms());
    for document in ReportDocument::ALL
        .into_iter()
        .filter(|document| *document != ReportDocument::Points)
    {
        let text = written(document, &report);
        for words in ["Côte d", "الأردن", "Courses in French", "A course in June."] {
            assert!(text.contains(words), "{words} in {}", document.file_name());
        }
    }
    let markdown = written(ReportDocument::Markdown, &report);
    let said = [
        "## Open questions",
        "## Partnerships",
        "### Côte d'Ivoire (need), ",
        "People and skills · national · African States",
        "Train \\*ten\\* analysts.",
        "A course in June. A second one in autumn.",
        "## Participation",
    ];
    let places = said.map(|words| markdown.find(words).unwrap_or_else(|| panic!("{words} in {markdown}")));
    assert!(places.is_sorted(), "{places:?}");
    assert_eq!(crate::schema::of_report_objection(&report), None);
}

#[test]
fn where_nobody_let_a_partnership_be_known_there_is_no_chapter() {
    assert!(!written(ReportDocument::Markdown, &report()).contains("Partnerships"));
    assert!(!written(ReportDocument::Json, &report()).contains("\"partnerships\": ["));
}

#[test]
fn the_report_is_final_when_every_room_is() {
    assert_eq!(report().status, Status::Final);
    let [first, ..] = rooms();
    let open = in_room("group-4", "Group IV", cleared(Attribution::OnTheRecord).outcome());
    let report = combine(&[first, open]).unwrap();
    assert_eq!(report.status, Status::Draft);
    assert!(written(ReportDocument::Markdown, &report).contains("Of 2 rooms 1 can still change"));
}

#[test]
fn rooms_without_points_are_in_it_and_no_rooms_make_no_report() {
    let report = combine(&[busy(Attribution::OnTheRecord).outcome()]).unwrap();
    assert_eq!((report.points.len(), report.rooms.len()), (0, 1));
    assert!(combine(&[]).is_none());
}

#[test]
fn of_a_plenary_it_tells_who_spoke_and_which_questions_were_supported_or_answered() {
    let mut plenary = in_room("plenary", "Opening plenary", cleared(Attribution::OnTheRecord).outcome());
    plenary.gathering = Gathering::Plenary;
    let spoke = |number, speaker: &str, lane| Intervention {
        number,
        speaker: speaker.to_owned(),
        delegation: "Kenya".to_owned(),
        lane,
        ..Intervention::default()
    };
    plenary.floor.speeches = 3;
    plenary.floor.interventions = vec![
        spoke(1, "Ana", Lane::List),
        spoke(2, "Ben", Lane::PointOfOrder),
        spoke(3, "Ana", Lane::Reply),
    ];
    for (card, answered) in plenary.board.cards.iter_mut().zip([true, false, false]) {
        card.answered = answered;
    }
    let report = combine(&[plenary.clone()]).unwrap();
    let room = &report.rooms[0];
    assert_eq!(room.speakers, ["Ana, Kenya"]);
    let asked = |question: &FloorQuestion| question.support > 0 || question.answered;
    assert!(!room.questions.is_empty() && room.questions.iter().all(asked));
    let markdown = written(ReportDocument::Markdown, &report);
    for told in [
        "## Plenaries and panels",
        "1. Ana, Kenya",
        "#### Questions from the floor",
        "answered)",
    ] {
        assert!(markdown.contains(told), "{told} in {markdown}");
    }
    assert_eq!(crate::schema::of_report_objection(&report), None);
    let own = String::from_utf8(Document::Markdown.render(&plenary).unwrap()).unwrap();
    assert!(
        own.contains("## Questions from the floor") && own.contains("| Answered |"),
        "{own}"
    );
    plenary.gathering = Gathering::Group;
    let group = combine(&[plenary]).unwrap();
    assert!(group.rooms[0].speakers.is_empty() && !written(ReportDocument::Markdown, &group).contains("Plenaries and panels"));
}
