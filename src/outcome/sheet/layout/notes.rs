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
                if words.is_blank() {
                    return None;
                }
                if point.is_some() {
                    self.points += 1;
                    words.runs.push(reference(self.points));
                }
                Some(paragraph(Role::Body, words))
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

fn reference(number: u32) -> Run {
    Run {
        text: format!(" (point {number})"),
        em: true,
        ..Run::default()
    }
}
