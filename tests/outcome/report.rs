//! What the documents for reading make of an outcome: the order of a rapporteur's report, each point once by its kind, and the
//! drawings of polls.

use crate::fixture::polls::polled_and_closed;
use crate::fixture::report::reported;
use crate::fixture::rich::{cleared, sealed};
use crate::fixture::typed::{self, Typed};
use crate::fixture::{busy, closed, seat, text};
use roundtable::outcome::sheet::{Part, Sheet, lay_out};
use roundtable::outcome::{Document, Outcome};
use roundtable::room::event::{Attribution, BoardEvent, Event};
use roundtable::room::ids::CardId;

fn sections(sheet: &Sheet) -> Vec<String> {
    let sections = sheet.parts.iter().filter_map(|part| match part {
        Part::Heading { level: 2, words } => Some(words.text()),
        _ => None,
    });
    sections.collect()
}

/// The drawings of a document, each with the part after it.
fn drawings(sheet: &Sheet) -> Vec<(&str, &Part)> {
    let pairs = sheet.parts.windows(2).filter_map(|pair| match pair {
        [Part::Drawing { svg, .. }, next] => Some((svg.as_str(), next)),
        _ => None,
    });
    pairs.collect()
}

#[test]
fn a_report_goes_from_the_messages_to_how_it_was_cleared() {
    let expected = [
        "Guiding questions",
        "Messages for the plenary",
        "Participation",
        "Key issues",
        "Initiatives and good practices",
        "Needs and gaps",
        "Barriers",
        "Where views converged and diverged",
        "Recommendations and next steps",
        "Open questions",
        "Discussion",
        "Polls",
        "Contributions",
        "Who spoke",
        "How this report was cleared",
    ];
    assert_eq!(sections(&lay_out(&reported())), expected);
}

#[test]
fn a_room_without_points_board_and_drafts_has_no_sections_of_them() {
    let bare = lay_out(&closed(Attribution::OnTheRecord).outcome());
    let expected = ["Guiding questions", "Participation", "Discussion", "Polls", "Who spoke"];
    assert_eq!(sections(&bare), expected);
}

#[test]
fn every_point_stands_in_one_section_and_the_discussion_says_its_number() {
    let outcome = reported();
    let sheet = lay_out(&outcome);
    let mut numbers: Vec<u32> = sheet
        .parts
        .iter()
        .filter_map(|part| match part {
            Part::Point { number, .. } => Some(*number),
            _ => None,
        })
        .collect();
    assert_eq!(numbers[..2], [12, 13], "messages for the plenary come first");
    numbers.sort_unstable();
    let all: Vec<u32> = outcome.points.iter().map(|point| point.number).collect();
    assert_eq!(numbers, all);
    let told = text(Document::Markdown, &outcome);
    assert!(told.contains("\n\nWho keeps the roster? *(point 11)*\n"), "{told}");
}

#[test]
fn a_marked_paragraph_without_text_takes_no_number_from_those_after_it() {
    const EMPTY: Typed = Typed::Point(&[("point", "gap")], " ");
    let mut story = busy(Attribution::OnTheRecord);
    let update = typed::update(&[
        Typed::Point(&[("point", "gap")], "No laboratories."),
        EMPTY,
        Typed::Point(&[("point", "need")], "Trainers."),
    ]);
    story.by(Some(seat("rapporteur")), Event::NotesEdited { update });
    let outcome = story.outcome();
    assert_eq!(outcome.points.len(), 2);
    let told = text(Document::Markdown, &outcome);
    assert!(
        told.contains("No laboratories. *(point 1)*") && told.contains("Trainers. *(point 2)*"),
        "{told}"
    );
    assert!(told.contains("**2. Need.** Trainers."), "{told}");
}

#[test]
fn needs_and_gaps_stand_by_component_and_within_one_from_the_national_level_to_the_global() {
    let told = text(Document::Markdown, &reported());
    let section = told.split("## Needs and gaps").nth(1).unwrap().split("\n## ").next().unwrap();
    let begin = |line: &&str| line.starts_with("###") || line.starts_with("**");
    let order: Vec<&str> = section
        .lines()
        .filter(begin)
        .map(|line| line.split('.').next().unwrap())
        .collect();
    let expected = [
        "**5",
        "### Policies and regulations",
        "**4",
        "### People and skills",
        "**3",
        "**2",
    ];
    assert_eq!(order, expected);
}

#[test]
fn no_level_of_headings_is_skipped_on_the_way_down() {
    for outcome in [reported(), polled_and_closed(Attribution::OnTheRecord).outcome()] {
        let mut above = 0;
        for part in lay_out(&outcome).parts {
            if let Part::Heading { level, words } = part {
                assert!(level <= above + 1, "{} is of level {level} below {above}", words.text());
                above = level;
            }
        }
    }
}

#[test]
fn every_row_of_a_table_has_a_cell_for_each_column() {
    for part in lay_out(&reported()).parts {
        if let Part::Table { columns, rows, .. } = part {
            assert!(rows.iter().all(|row| row.len() == columns.len()), "{columns:?}");
        }
    }
}

#[test]
fn polls_of_every_kind_are_drawn_before_their_table_and_void_ones_are_not() {
    let outcome = polled_and_closed(Attribution::OnTheRecord).outcome();
    let sheet = lay_out(&outcome);
    let drawings = drawings(&sheet);
    assert_eq!(drawings.len(), 11, "twelve polls, one of them void");
    for (svg, next) in drawings {
        assert!(matches!(next, Part::Table { .. }), "{next:?}");
        assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 "));
        for word in ["<style", "<script", "href", " id=", "url("] {
            assert!(!svg.contains(word), "{word} in {svg}");
        }
    }
}

#[test]
fn a_poll_without_a_ballot_is_not_drawn() {
    let outcome = closed(Attribution::OnTheRecord).outcome();
    let told = |outcome: &Outcome| drawings(&lay_out(outcome)).len();
    assert_eq!(told(&outcome), 2, "three polls, in one of which nobody voted");
}

#[test]
fn a_card_is_taken_up_only_while_a_point_that_came_from_it_stands_in_the_notes() {
    let mut story = cleared(Attribution::OnTheRecord);
    let card = CardId(3);
    story.by(Some(seat("rapporteur")), Event::Board(BoardEvent::CardNoted { card }));
    let outcome = story.outcome();
    let of = |id: &str| outcome.board.cards.iter().find(|card| card.id == id).unwrap();
    assert!(of("c1").noted && !of("c1").points.is_empty());
    assert!(
        !of("c3").noted && of("c3").points.is_empty(),
        "what was put in was taken out again"
    );
    assert!(!text(Document::Markdown, &outcome).contains("In the notes"));
}

#[test]
fn where_nobody_is_named_there_is_no_column_for_names() {
    let heads = |rule| text(Document::Markdown, &sealed(rule).outcome()).matches("| By |").count();
    assert_eq!((heads(Attribution::OnTheRecord), heads(Attribution::ChathamHouse)), (2, 0));
}

#[test]
fn of_points_in_a_closed_room_the_number_alone_is_told() {
    let mut outcome = closed(Attribution::Closed).outcome();
    outcome.points_marked = 3;
    let told = text(Document::Markdown, &outcome);
    assert!(
        told.contains("## Outcome points\n\n3 points were marked in the notes."),
        "{told}"
    );
}
