//! The notes, whole, as the discussion. A paragraph that is a point says which one, by the number that the outcome gives it.

use super::super::super::contents::{Outcome, OutcomePoint};
use super::super::{Part, Role, Words};
use super::outline::Outline;
use super::{heading, paragraph, section};
use crate::room::report::published::{Block, Run};
use std::collections::BTreeMap;

pub(super) fn parts(outcome: &Outcome) -> Vec<Part> {
    let mut laid_out = Notes {
        outline: Outline::default(),
        numbers: outcome.points.iter().map(number).collect(),
    };
    let parts = laid_out.parts(&outcome.notes);
    if parts.is_empty() {
        return parts;
    }
    std::iter::once(section("Discussion")).chain(parts).collect()
}

fn number(point: &OutcomePoint) -> (&str, u32) {
    (&point.mark.id, point.number)
}

/// How far the notes have come.
struct Notes<'a> {
    outline: Outline,
    /// The numbers of the points by their ids.
    numbers: BTreeMap<&'a str, u32>,
}

impl Notes<'_> {
    fn parts(&mut self, blocks: &[Block]) -> Vec<Part> {
        blocks.iter().filter_map(|block| self.part(block)).collect()
    }

    fn part(&mut self, block: &Block) -> Option<Part> {
        match block {
            Block::Heading { level, runs } => {
                let words = Words::of_runs(runs.clone());
                (!words.is_blank()).then(|| heading(self.outline.level(*level), words))
            }
            Block::Paragraph { runs, point } => {
                let mut words = Words::of_runs(runs.clone());
                let is_blank = words.is_blank();
                let number = point.as_ref().and_then(|point| self.numbers.get(point.id.as_str()));
                words.runs.extend(number.into_iter().flat_map(|number| reference(*number)));
                (!is_blank).then(|| paragraph(Role::Body, words))
            }
            Block::List { ordered, start, items } => Some(Part::List {
                ordered: *ordered,
                start: *start,
                items: items.iter().map(|item| self.parts(item)).collect(),
            }),
            Block::Quote { blocks } => Some(Part::Quote {
                parts: self.parts(blocks),
            }),
            Block::Rule => Some(Part::Rule),
        }
    }
}

/// The blank is a run of its own: at the edge of one that is read the other way it would stand on the wrong side.
fn reference(number: u32) -> [Run; 2] {
    let run = |text: String, em| Run {
        text,
        em,
        ..Run::default()
    };
    [run(" ".to_owned(), false), run(format!("(point {number})"), true)]
}
