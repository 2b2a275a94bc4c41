//! What a draft says, counted and fixed: its paragraphs have numbers, by which remarks name them, and the whole has a fingerprint.

use crate::room::notes::{Block, Run};
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

/// SHA-256 of the blocks as compact JSON, in hexadecimal digits.
pub fn digest(blocks: &[Block]) -> String {
    digest_of_json(&as_json(blocks))
}

/// The blocks as compact JSON.
pub(super) fn as_json(blocks: &[Block]) -> Vec<u8> {
    // Structs and lists: this cannot fail.
    serde_json::to_vec(blocks).unwrap_or_default()
}

/// The fingerprint of blocks that are JSON already.
pub(super) fn digest_of_json(json: &[u8]) -> String {
    Sha256::digest(json).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::{digest, paragraphs};
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
}
