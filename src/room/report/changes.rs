//! What was written after the room saw the last draft. The room saw a paragraph where the draft has it with the same words, look and
//! labels, in the same order; everything else was changed, added or taken out since. The id of a point and where paragraphs are set
//! (in a list, in a quotation) do not count: they change nothing of what is said.
//!
//! What stands between two paragraphs that are the same is told one by one: the first of the draft became the first of the text, and
//! so on; what is left over was added or taken out.

use super::paragraphs;
use crate::room::notes::{Block, Point};

/// Most comparisons of one paragraph with another; a text beyond it is told as changed from its first to its last difference.
const COMPARISONS_MAX: usize = 4_000_000;

/// What became of a paragraph after the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change<'a> {
    /// It says something else: its number in the text, and what it says there.
    Changed(u32, &'a Block),
    /// It was not in the draft: its number in the text, and what it says.
    Added(u32, &'a Block),
    /// It is not in the text: its number in the draft, and what it said there.
    TakenOut(u32, &'a Block),
}

type Numbered<'a> = (u32, &'a Block);

/// Where the text differs from the draft, in reading order; nothing where the room saw every paragraph of it.
pub fn changes<'a>(draft: &'a [Block], text: &'a [Block]) -> Vec<Change<'a>> {
    let (draft, text) = (paragraphs(draft), paragraphs(text));
    let same = |(before, after): &(&Numbered, &Numbered)| is_same(before.1, after.1);
    let head = draft.iter().zip(&text).take_while(same).count();
    let (draft, text) = (draft.get(head..).unwrap_or_default(), text.get(head..).unwrap_or_default());
    let tail = draft.iter().rev().zip(text.iter().rev()).take_while(same).count();
    let draft = draft.get(..draft.len() - tail).unwrap_or_default();
    let text = text.get(..text.len() - tail).unwrap_or_default();
    let mut found = Vec::new();
    let (mut from, mut to) = (0, 0);
    for (before, after) in kept(draft, text).into_iter().chain([(draft.len(), text.len())]) {
        tell(
            draft.get(from..before).unwrap_or_default(),
            text.get(to..after).unwrap_or_default(),
            &mut found,
        );
        (from, to) = (before + 1, after + 1);
    }
    found
}

/// What stood between two paragraphs that are the same, and what stands there now.
fn tell<'a>(before: &[Numbered<'a>], after: &[Numbered<'a>], found: &mut Vec<Change<'a>>) {
    let both = before.len().min(after.len());
    let (changed, added) = after.split_at(both);
    found.extend(changed.iter().map(|(number, block)| Change::Changed(*number, block)));
    found.extend(added.iter().map(|(number, block)| Change::Added(*number, block)));
    let taken_out = before.iter().skip(both);
    found.extend(taken_out.map(|(number, block)| Change::TakenOut(*number, block)));
}

/// The places of the paragraphs that both have, in the same order, as many as can be: a longest common subsequence.
fn kept(draft: &[Numbered], text: &[Numbered]) -> Vec<(usize, usize)> {
    if draft.len().saturating_mul(text.len()) > COMPARISONS_MAX {
        return Vec::new();
    }
    // How many the rests from these places on have in common.
    let width = text.len() + 1;
    let mut common = vec![0_u32; (draft.len() + 1) * width];
    let at = |before: usize, after: usize| before * width + after;
    for (before, (_, old)) in draft.iter().enumerate().rev() {
        for (after, (_, new)) in text.iter().enumerate().rev() {
            common[at(before, after)] = if is_same(old, new) {
                common[at(before + 1, after + 1)] + 1
            } else {
                common[at(before + 1, after)].max(common[at(before, after + 1)])
            };
        }
    }
    let (mut before, mut after) = (0, 0);
    let mut kept = Vec::new();
    while let (Some((_, old)), Some((_, new))) = (draft.get(before), text.get(after)) {
        if is_same(old, new) {
            kept.push((before, after));
            (before, after) = (before + 1, after + 1);
        } else if common[at(before + 1, after)] >= common[at(before, after + 1)] {
            before += 1;
        } else {
            after += 1;
        }
    }
    kept
}

fn is_same(before: &Block, after: &Block) -> bool {
    match (before, after) {
        (
            Block::Paragraph { runs, point },
            Block::Paragraph {
                runs: runs_after,
                point: point_after,
            },
        ) => runs == runs_after && has_same_labels(point.as_deref(), point_after.as_deref()),
        _ => before == after,
    }
}

fn has_same_labels(before: Option<&Point>, after: Option<&Point>) -> bool {
    match (before, after) {
        (Some(before), Some(after)) => {
            let id = after.id.clone();
            Point { id, ..before.clone() } == *after
        }
        (None, None) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::room::notes::Run;

    fn notes(texts: &str) -> Vec<Block> {
        let block = |text: &str| Block::Paragraph {
            runs: vec![Run {
                text: text.to_owned(),
                ..Run::default()
            }],
            point: None,
        };
        texts.split_whitespace().map(block).collect()
    }

    /// As in `~2` for a paragraph that changed, `+3` for one that was added, `-1` for one that was taken out.
    fn told(draft: &str, text: &str) -> String {
        let (draft, text) = (notes(draft), notes(text));
        let found = changes(&draft, &text);
        let told = found.iter().map(|change| match change {
            Change::Changed(number, _) => format!("~{number}"),
            Change::Added(number, _) => format!("+{number}"),
            Change::TakenOut(number, _) => format!("-{number}"),
        });
        told.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_text_that_the_room_saw_has_no_changes() {
        assert_eq!(told("a b c", "a b c"), "");
        assert_eq!(told("", ""), "");
    }

    #[test]
    fn what_was_changed_added_and_taken_out_is_told_by_its_number() {
        assert_eq!(told("a b c", "a x c"), "~2");
        assert_eq!(told("a b", "a b new"), "+3");
        assert_eq!(told("a b c", "b c"), "-1");
        assert_eq!(told("a b c d e", "b c x e y"), "-1 ~3 +5");
        assert_eq!(told("a a", "a"), "-2");
    }

    #[test]
    fn a_paragraph_that_moved_was_added_in_one_place_and_taken_out_in_another() {
        assert_eq!(told("a b c", "c a b"), "+1 -3");
    }

    #[test]
    fn a_text_too_long_to_compare_is_told_as_changed_between_its_first_and_its_last_difference() {
        let long = |first: &str, last: &str| format!("same {first} {} {last} same", "x ".repeat(2_500));
        assert_eq!(told(&long("a", "b"), &long("c", "d")).split(' ').count(), 2_502);
    }
}
