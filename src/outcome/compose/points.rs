//! The points of the notes in order, and how long the messages for the plenary take when they are read out. What may be told of
//! the notes has been decided before: these are the notes of the outcome.

use super::counted;
use crate::outcome::contents::{OutcomePoint, ReadAloud};
use crate::outcome::wording::labels::seconds_to_read_out;
use crate::outcome::wording::points::read_aloud_notice;
use crate::room::notes::point::PointKind;
use crate::room::report::published::{Block, Run};

/// The points in the order of the notes.
pub(super) fn of_notes(notes: &[Block]) -> Vec<OutcomePoint> {
    let mut found = Vec::new();
    collect(notes, &mut String::new(), &mut found);
    found
}

fn collect(blocks: &[Block], heading: &mut String, found: &mut Vec<OutcomePoint>) {
    for block in blocks {
        match block {
            Block::Heading { runs, .. } => *heading = text_of(runs).replace('\n', " "),
            Block::Paragraph { runs, point: Some(mark) } if !text_of(runs).trim().is_empty() => found.push(OutcomePoint {
                number: counted(found.len() + 1),
                mark: mark.clone(),
                heading: heading.clone(),
                runs: runs.clone(),
            }),
            Block::List { items, .. } => items.iter().for_each(|item| collect(item, heading, found)),
            Block::Quote { blocks } => collect(blocks, heading, found),
            Block::Paragraph { .. } | Block::Rule => {}
        }
    }
}

fn text_of(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// How long the messages for the plenary among these points take.
pub(super) fn read_aloud(points: &[OutcomePoint]) -> ReadAloud {
    let messages: Vec<String> = points
        .iter()
        .filter(|point| point.mark.kind == PointKind::PlenaryMessage)
        .map(OutcomePoint::text)
        .collect();
    let seconds = u32::try_from(seconds_to_read_out(&messages.join(" "))).unwrap_or(u32::MAX);
    let messages = counted(messages.len());
    ReadAloud {
        messages,
        seconds,
        notice: read_aloud_notice(messages, seconds),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::room::notes::Point;

    fn paragraph(text: &str, kind: Option<PointKind>) -> Block {
        let run = Run {
            text: text.to_owned(),
            ..Run::default()
        };
        Block::Paragraph {
            runs: vec![run],
            point: kind.map(|kind| Point {
                id: text.chars().take(16).collect(),
                kind,
                standing: None,
                component: None,
                reach: None,
                region: None,
                owner: None,
                source: None,
            }),
        }
    }

    fn heading(text: &str) -> Block {
        let run = Run {
            text: text.to_owned(),
            ..Run::default()
        };
        Block::Heading {
            level: 1,
            runs: vec![run],
        }
    }

    #[test]
    fn points_are_numbered_in_the_order_of_the_notes_wherever_they_stand() {
        let list = Block::List {
            ordered: false,
            start: 1,
            items: vec![
                vec![paragraph("two", Some(PointKind::Need))],
                vec![paragraph("no point", None)],
            ],
        };
        let quote = Block::Quote {
            blocks: vec![paragraph("three", Some(PointKind::Barrier))],
        };
        let notes = [
            paragraph("one", Some(PointKind::Gap)),
            heading("Needs"),
            list,
            heading("Barriers"),
            quote,
        ];
        let told: Vec<(u32, String, String)> = of_notes(&notes)
            .into_iter()
            .map(|point| (point.number, point.text(), point.heading))
            .collect();
        let expected = [(1, "one", ""), (2, "two", "Needs"), (3, "three", "Barriers")];
        assert_eq!(
            told,
            expected.map(|(number, text, heading)| (number, text.to_owned(), heading.to_owned()))
        );
    }

    #[test]
    fn three_messages_of_two_minutes_have_no_notice_and_more_have_one() {
        let message = |words: usize| paragraph(&"word ".repeat(words), Some(PointKind::PlenaryMessage));
        let of = |notes: &[Block]| read_aloud(&of_notes(notes));
        let fitting = of(&[message(100), message(100), message(60)]);
        assert_eq!((fitting.messages, fitting.seconds, fitting.notice.as_str()), (3, 120, ""));
        assert!(of(&[message(261)]).notice.contains("longer than"));
        assert!(
            of(&[message(1), message(1), message(1), message(1)])
                .notice
                .contains("4 messages")
        );
        assert_eq!(of(&[paragraph("word", Some(PointKind::Gap))]), ReadAloud::default());
    }
}
