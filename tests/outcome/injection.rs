//! People write whatever they like; documents keep their structure. The Markdown is read back with a CommonMark reader, and
//! what comes out must be the text that went in, inside the structure that was meant.

use crate::fixture::report::reported;
use crate::fixture::{Story, chosen, person, plain};
use proptest::prelude::*;
use pulldown_cmark::{Event as Part, Options, Parser, Tag};
use roundtable::outcome::{
    Answer, Block, Decided, Decision, Document, Floor, Intervention, NotHeard, Outcome, Poll, PollResult, RollLine, Ruling, Run,
};
use roundtable::room::command::{Axes, Ballot};
use roundtable::room::event::Attribution;
use roundtable::room::floor::{Group, Lane};
use roundtable::room::polls::breakdown::GroupResult;
use roundtable::room::polls::table::Table;
use roundtable::room::seat::Role;

const HOSTILE: &[&str] = &[
    "# Forged heading",
    "Forged\n===",
    "- item\n- item",
    "1. one\n2) two",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "```\ncode\n```",
    "~~~\ncode",
    "    indented",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</main></body>",
    "&lt;b&gt; &#60;",
    "[click](javascript:alert(1))",
    "![x](https://evil.example/p.png)",
    "[ref]: https://evil.example",
    "<https://evil.example>",
    "> quote",
    "***",
    "---",
    "___",
    "* * *",
    "a\\",
    "\\",
    "**bold** __bold__ *em* _em_ `code` ~~gone~~ $x$",
    "\"><svg onload=alert(1)>",
    "' onmouseover='alert(1)",
    "\u{202e}gnorw",
    "[^1] [^1]: note",
    "+ plus",
    "12) twelve",
    ": definition",
    "a  \nb",
    "\t- tab",
    "]](x) [",
    "a|b\\|c",
];

/// An outcome where this text stands wherever people can write.
fn outcome_with(text: &str) -> Outcome {
    let mut story = Story::begin(Attribution::OnTheRecord);
    story.join("chair", Role::Chair, person(text, text, None));
    story.join("a", Role::Participant, person(text, text, None));
    story.speak(1, "a", 5);
    let mut outcome = story.outcome();
    outcome.floor = floor_with(text);
    let Outcome {
        points, board, clearing, ..
    } = reported();
    (outcome.points, outcome.board, outcome.clearing) = (points, board, clearing);
    let run = Run {
        text: text.into(),
        link: Some(format!("javascript:{text}")),
        ..Run::default()
    };
    let paragraph = || Block::Paragraph {
        runs: vec![plain(text)],
        point: None,
    };
    outcome.room.questions = vec![text.into()];
    outcome.room.title = text.into();
    outcome.notes = vec![
        Block::Heading {
            level: 1,
            runs: vec![plain(text)],
        },
        paragraph(),
        Block::Paragraph {
            point: None,
            runs: vec![run, plain("\n"), plain(text)],
        },
        Block::List {
            ordered: false,
            start: 1,
            items: vec![vec![paragraph(), paragraph()]],
        },
        Block::Quote {
            blocks: vec![paragraph()],
        },
    ];
    outcome.polls = vec![closed_poll_with(text), void_poll_with(text)];
    outcome.moderators = vec![text.into()];
    outcome.panellists = vec![text.into()];
    report_with(&mut outcome, text);
    outcome
}

/// Points, a board and the clearing of a report that say it everywhere.
fn report_with(outcome: &mut Outcome, text: &str) {
    for point in &mut outcome.points {
        point.runs = vec![plain(text)];
        point.heading = text.into();
        point.mark.owner = Some(text.into());
    }
    for card in &mut outcome.board.cards {
        (card.text, card.by) = (text.into(), text.into());
    }
    outcome.clearing.resumed_because = text.into();
    for remark in outcome.clearing.drafts.iter_mut().flat_map(|draft| &mut draft.remarks) {
        (remark.text, remark.by, remark.word) = (text.into(), text.into(), text.into());
    }
}

/// A poll in whose every text it stands.
fn closed_poll_with(text: &str) -> Poll {
    let answer = |id: &str| Answer {
        id: id.into(),
        text: text.into(),
        ballots: Some(1),
        percent: Some(50),
        ..Answer::default()
    };
    let line = |choice: &[u32]| RollLine {
        voter: text.into(),
        group: Group::Unstated,
        entered: false,
        ballot: Ballot {
            texts: vec![text.into()],
            ..chosen(choice)
        },
    };
    let row = || vec![text.to_owned(), "1".to_owned(), text.to_owned()];
    let table = Table {
        caption: text.into(),
        header: vec![text.into(), "Ballots".into(), text.into()],
        rows: vec![row(), row()],
    };
    Poll {
        id: "p1".into(),
        question: text.into(),
        method: text.into(),
        entitled: text.into(),
        language: text.into(),
        translations: vec![text.into()],
        scale: vec![text.into()],
        axes: Some(Axes {
            x: text.into(),
            y: text.into(),
        }),
        breakdown: true,
        weight: "An indication, not a vote".into(),
        closed_at: Some("2024-05-10T19:00:00Z".into()),
        answers: vec![answer("o1"), answer("o2")],
        result: Some(PollResult {
            electorate: 2,
            ballots: 2,
            base: "2 of 2 participants answered".into(),
            tables: vec![table],
            by_class: [(Group::State, GroupResult::default())].into(),
            roll: vec![line(&[1]), line(&[2])],
            ..PollResult::default()
        }),
        ..Poll::default()
    }
}

fn void_poll_with(text: &str) -> Poll {
    Poll {
        void_reason: Some(text.into()),
        ..Poll {
            result: None,
            ..closed_poll_with(text)
        }
    }
}

/// A floor where everybody says it: as name, group, language and reason.
fn floor_with(text: &str) -> Floor {
    let decision = Decision {
        at: "2024-05-10T19:00:00Z".into(),
        by: text.into(),
        decided: Decided::Moved(1),
        reason: text.into(),
    };
    let speech = Intervention {
        number: 1,
        speaker: text.into(),
        delegation: text.into(),
        on_behalf_of: text.into(),
        language: text.into(),
        started_at: "2024-05-10T19:00:00Z".into(),
        overrides: vec![decision.clone()],
        ..Intervention::default()
    };
    let unheard = NotHeard {
        speaker: text.into(),
        delegation: text.into(),
        on_behalf_of: text.into(),
        lane: Lane::Reply,
        heard_later: false,
        heard_before: false,
        overrides: vec![decision.clone()],
    };
    Floor {
        speeches: 1,
        interventions: vec![speech],
        not_heard_list: vec![unheard.clone()],
        dismissed_list: vec![unheard],
        rulings_list: vec![Ruling {
            speaker: text.into(),
            delegation: text.into(),
            decision,
        }],
        ..Floor::default()
    }
}

/// What a CommonMark reader makes of a document: its structure without any text.
fn structure(markdown: &str) -> Vec<String> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES | Options::ENABLE_TASKLISTS;
    Parser::new_ext(markdown, options)
        .filter_map(|part| match part {
            Part::Start(Tag::Heading { level, .. }) => Some(format!("{level}")),
            Part::Start(tag) => Some(
                format!("{tag:?}")
                    .split(['(', ' ', '{'])
                    .next()
                    .unwrap_or_default()
                    .to_owned(),
            ),
            Part::Html(_) | Part::InlineHtml(_) => Some("Html".into()),
            Part::Code(_) => Some("Code".into()),
            Part::Rule => Some("Rule".into()),
            Part::FootnoteReference(_) | Part::TaskListMarker(_) => Some("Other".into()),
            _ => None,
        })
        .collect()
}

fn markdown(outcome: &Outcome) -> String {
    String::from_utf8(Document::Markdown.render(outcome).unwrap()).unwrap()
}

fn html(outcome: &Outcome) -> String {
    String::from_utf8(Document::Html.render(outcome).unwrap()).unwrap()
}

/// The names of all tags of a page, in order.
fn tags(html: &str) -> Vec<&str> {
    html.split('<')
        .skip(1)
        .map(|tag| tag.split([' ', '>', '\n']).next().unwrap_or_default())
        .collect()
}

/// Line breaks inside paragraphs are the one thing that a text may bring.
fn without_breaks(tags: Vec<&str>) -> Vec<&str> {
    tags.into_iter().filter(|tag| *tag != "br").collect()
}

#[test]
fn hostile_texts_leave_the_markdown_structure_as_it_is() {
    let harmless = structure(&markdown(&outcome_with("harmless")));
    for text in HOSTILE {
        let document = markdown(&outcome_with(text));
        assert_eq!(structure(&document), harmless, "{text:?} forged structure in\n{document}");
    }
}

#[test]
fn hostile_texts_leave_the_html_structure_as_it_is() {
    let page = html(&outcome_with("harmless"));
    let harmless = without_breaks(tags(&page));
    for text in HOSTILE {
        let page = html(&outcome_with(text));
        assert_eq!(without_breaks(tags(&page)), harmless, "{text:?} forged structure in\n{page}");
        assert!(!page.contains("href="), "{text:?} made a link");
    }
}

#[test]
fn a_csv_reader_gets_every_cell_and_no_formula() {
    for text in HOSTILE.iter().chain(&["=1+1", "+1", "-1", "@x", "\"quoted\", \"cells\""]) {
        for (document, rows) in [(Document::Speakers, 1), (Document::Polls, 4)] {
            let bytes = document.render(&outcome_with(text)).unwrap();
            let mut reader = csv::Reader::from_reader(bytes.as_slice());
            let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
            assert_eq!(records.len(), rows, "{text:?}");
            let formula = |cell: &str| cell.trim_start().starts_with(['=', '+', '-', '@']) || cell.starts_with(['\t', '\r']);
            assert!(!records.iter().flatten().any(formula), "{text:?}");
        }
    }
}

#[test]
fn every_text_says_its_language_and_direction_in_the_page() {
    let page = html(&outcome_with("نص"));
    for (at, _) in page.match_indices(">نص<") {
        let tag = page[..at].rsplit('<').next().unwrap();
        // A title has no direction, and a drawing is told by its words.
        let is_told = tag.contains("lang=\"ar\" dir=\"rtl\"");
        assert!(is_told || tag == "title" || tag.starts_with("text "), "<{tag}> holds Arabic");
    }
    assert!(page.contains("<p lang=\"ar\" dir=\"rtl\">نص</p>") && page.contains("<li lang=\"ar\" dir=\"rtl\">نص"));
}

#[test]
fn the_page_has_no_script_and_loads_nothing() {
    let page = html(&outcome_with("harmless"));
    assert!(page.contains("default-src 'none'") && page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
    for word in ["<script", "src=", "@import", "url("] {
        assert!(!page.contains(word), "{word}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_text_changes_the_structure_of_a_document(text in "[-a1 .)(\\]\\[*_`<>#|~&$=+!:\\\\\n\t\"'^/{}@é]{1,24}") {
        // A blank text is left out altogether, which is structure too.
        prop_assume!(text.chars().any(|letter| !letter.is_whitespace()));
        let (outcome, harmless) = (outcome_with(&text), outcome_with("harmless"));
        prop_assert_eq!(structure(&markdown(&outcome)), structure(&markdown(&harmless)));
        let (page, harmless) = (html(&outcome), html(&harmless));
        prop_assert_eq!(without_breaks(tags(&page)), without_breaks(tags(&harmless)));
    }
}
