//! The notes, whole, as the discussion. A paragraph that is a point says which one.

use super::super::super::passages::{Block, Run};
use super::super::{Part, Role, Words};
use super::outline::Outline;
use super::{heading, paragraph, section};

pub(super) fn parts(notes: &[Block]) -> Vec<Part> {
    let mut laid_out = Notes::default();
    let parts = laid_out.parts(notes);
    if parts.is_empty() {
        return parts;
    }
    std::iter::once(section("Discussion")).chain(parts).collect()
}

/// How far the notes have come.
#[derive(Default)]
struct Notes {
    outline: Outline,
    /// Points that have been met, which are numbered in this order.
    points: u32,
}

impl Notes {
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
                self.points += u32::from(point.is_some());
                let is_blank = words.is_blank();
                words.runs.extend(point.iter().flat_map(|_| reference(self.points)));
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
