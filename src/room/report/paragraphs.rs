//! What a draft says, counted and fixed: its paragraphs have numbers, by which remarks name them, and the whole has a fingerprint.
//!
//! The fingerprint is the SHA-256 of the blocks in the form in which everybody gets them ([`published`](super::published)), as JSON
//! without blanks, so that whoever has the draft, or the sealed outcome, can reckon it anew.

use super::published::block;
use crate::room::notes::{Block, Run};
use serde::Serialize;
use sha2::{Digest, Sha256};

/// The paragraphs of a draft with their numbers from 1, in reading order: every heading and paragraph that has text, also those in
/// lists and quotations.
pub fn paragraphs(blocks: &[Block]) -> Vec<(u32, &Block)> {
    let mut leaves = Vec::new();
    add_leaves(blocks, &mut leaves);
    (1..).zip(leaves).collect()
}

/// Nesting ends, because the notes are read to a bounded depth.
fn add_leaves<'a>(blocks: &'a [Block], leaves: &mut Vec<&'a Block>) {
    for block in blocks {
        match block {
            Block::Heading { runs, .. } | Block::Paragraph { runs, .. } if has_text(runs) => leaves.push(block),
            Block::Heading { .. } | Block::Paragraph { .. } | Block::Rule => {}
            Block::List { items, .. } => items.iter().for_each(|item| add_leaves(item, leaves)),
            Block::Quote { blocks } => add_leaves(blocks, leaves),
        }
    }
}

fn has_text(runs: &[Run]) -> bool {
    runs.iter().any(|run| !run.text.trim().is_empty())
}

/// The fingerprint of the blocks: SHA-256 of them as everybody gets them, as compact JSON, in hexadecimal digits.
pub fn digest(blocks: &[Block]) -> String {
    digest_of_json(&as_json(blocks))
}

/// Whether a fingerprint in a record is that of the blocks. Old records have it of the form in which the journal keeps blocks, which
/// nobody else has.
pub fn is_fingerprint_of(sha256: &str, blocks: &[Block]) -> bool {
    sha256 == digest(blocks) || sha256 == digest_of_json(&json_of(blocks))
}

/// The blocks as everybody gets them, as compact JSON.
pub(super) fn as_json(blocks: &[Block]) -> Vec<u8> {
    json_of(&blocks.iter().cloned().map(block).collect::<Vec<_>>())
}

fn json_of<T: Serialize>(blocks: &[T]) -> Vec<u8> {
    // Structs and lists: this cannot fail.
    serde_json::to_vec(blocks).unwrap_or_default()
}

/// The fingerprint of blocks that are JSON already.
pub(super) fn digest_of_json(json: &[u8]) -> String {
    Sha256::digest(json).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::{digest, digest_of_json, is_fingerprint_of, json_of, paragraphs};
    use crate::room::notes::{Block, Run};

    fn runs(text: &str) -> Vec<Run> {
        vec![Run {
            text: text.to_owned(),
            ..Run::default()
        }]
    }

    fn paragraph(text: &str) -> Block {
        Block::Paragraph {
            runs: runs(text),
            point: None,
        }
    }

    #[test]
    fn whatever_has_text_is_counted_in_reading_order_also_in_lists_and_quotations() {
        let nested = Block::List {
            ordered: false,
            start: 1,
            items: vec![vec![paragraph("three")]],
        };
        let blocks = [
            Block::Heading {
                level: 1,
                runs: runs("one"),
            },
            paragraph(" "),
            Block::Rule,
            Block::List {
                ordered: true,
                start: 5,
                items: vec![vec![paragraph("two"), nested], Vec::new()],
            },
            Block::Quote {
                blocks: vec![paragraph("four")],
            },
            paragraph("five"),
        ];
        let texts = ["one", "two", "three", "four", "five"];
        let counted = paragraphs(&blocks);
        assert_eq!(counted.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
        for ((_, block), text) in counted.iter().zip(texts) {
            assert!(matches!(block, Block::Heading { runs, .. } | Block::Paragraph { runs, .. } if runs[0].text == text));
        }
    }

    #[test]
    fn the_fingerprint_is_of_every_word_and_the_same_for_the_same_words() {
        let fingerprint = digest(&[paragraph("Agreed.")]);
        assert_eq!(fingerprint.len(), 64);
        assert_eq!(fingerprint, digest(&[paragraph("Agreed.")]));
        assert_ne!(fingerprint, digest(&[paragraph("Agreed!")]));
    }

    #[test]
    fn the_fingerprint_is_of_the_form_that_everybody_gets() {
        // printf '[{"type":"paragraph","runs":[{"text":"Agreed."}]}]' | sha256sum
        let fingerprint = "6d074f800925f9bd8f3b95d1bfd041537e21170f772b9f44f9947f82a6099dbf";
        assert_eq!(digest(&[paragraph("Agreed.")]), fingerprint);
    }

    #[test]
    fn a_fingerprint_of_an_old_record_is_still_known() {
        let blocks = [paragraph("Agreed.")];
        let of_before = digest_of_json(&json_of(&blocks));
        assert_ne!(of_before, digest(&blocks));
        assert!(is_fingerprint_of(&of_before, &blocks) && is_fingerprint_of(&digest(&blocks), &blocks));
        assert!(!is_fingerprint_of(&of_before, &[paragraph("Agreed!")]));
    }
}
