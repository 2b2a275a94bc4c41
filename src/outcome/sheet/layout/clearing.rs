//! How the report was cleared with the room: the drafts that went round, what was said to them, and what became of that.

use super::super::super::contents::{ChangedPassage, Clearing, Draft, Outcome, Remark};
use super::super::super::wording::clock::LocalClock;
use super::super::super::wording::report;
use super::super::{Fact, Part, Role, Words};
use super::{BY, columns, heading, paragraph, section, table_with_names};

const DRAFTS: [(&str, bool); 7] = [
    ("Draft", true),
    ("Circulated", false),
    ("Remarks until", false),
    ("Paragraphs", true),
    ("Remarks", true),
    ("Taken", true),
    ("Declined", true),
];
const REMARKS: [(&str, bool); 5] = [
    ("Draft", true),
    ("Paragraph", true),
    ("Remark", false),
    (BY, false),
    ("Answer", false),
];

const PASSAGES: [(&str, bool); 3] = [("Change", false), ("Paragraph", true), ("Text", false)];

/// The section from its heading on; nothing where the report was never circulated.
pub(super) fn parts(outcome: &Outcome) -> Vec<Part> {
    let clearing = &outcome.clearing;
    if clearing.drafts.is_empty() {
        return Vec::new();
    }
    let clock = LocalClock::of(outcome);
    let mut parts = vec![section("How this report was cleared")];
    let sentences = report::clearing(outcome).into_iter();
    parts.extend(sentences.map(|sentence| paragraph(Role::Body, Words::of(sentence).on_a_line())));
    parts.extend(changed(clearing));
    parts.push(drafts(clearing, &clock));
    parts.extend(hashes(clearing));
    let remarks: Vec<Vec<Words>> = clearing
        .drafts
        .iter()
        .flat_map(|draft| draft.remarks.iter().map(|one| remark(draft, one)))
        .collect();
    if !remarks.is_empty() {
        parts.push(heading(3, Words::own("Remarks of the room")));
        parts.push(table_with_names(Words::default(), REMARKS, remarks));
    }
    parts
}

/// What the room did not see in the last draft.
fn changed(clearing: &Clearing) -> Option<Part> {
    let changed = clearing.changed_after.as_ref()?;
    let row = |passage: &ChangedPassage| {
        vec![
            Words::own(report::passage_change(passage.change)),
            Words::own(passage.paragraph.to_string()),
            Words::of(passage.text.as_str()).on_a_line(),
        ]
    };
    let rows: Vec<Vec<Words>> = changed.passages.iter().map(row).collect();
    let caption = format!("What was changed after draft {}, as it begins", changed.draft);
    (!rows.is_empty()).then(|| Part::Table {
        caption: Words::own(caption),
        columns: columns(PASSAGES),
        has_row_heads: true,
        rows,
    })
}

fn drafts(clearing: &Clearing, clock: &LocalClock) -> Part {
    let row = |draft: &Draft| report::draft(draft, clock).map(Words::own).into();
    Part::Table {
        caption: Words::default(),
        columns: columns(DRAFTS),
        has_row_heads: true,
        rows: clearing.drafts.iter().map(row).collect(),
    }
}

fn remark(draft: &Draft, remark: &Remark) -> Vec<Words> {
    vec![
        Words::own(draft.number.to_string()),
        Words::own(remark.paragraph.to_string()),
        Words::of(remark.text.as_str()).on_a_line(),
        Words::of(remark.by.as_str()).on_a_line(),
        Words::of_pieces(report::answer(remark)).on_a_line(),
    ]
}

/// The fingerprints of the drafts and of what became final, by which a copy can be told from another text.
fn hashes(clearing: &Clearing) -> Option<Part> {
    let of_drafts = clearing
        .drafts
        .iter()
        .map(|draft| (format!("SHA-256 of draft {}", draft.number), draft.sha256.clone()));
    let of_final = clearing
        .sha256
        .iter()
        .map(|sha256| ("SHA-256 of what became final".to_owned(), sha256.clone()));
    let facts: Vec<Fact> = of_drafts
        .chain(of_final)
        .filter(|(_, sha256)| !sha256.is_empty())
        .map(|(name, sha256)| Fact {
            name,
            value: Words::own(sha256),
        })
        .collect();
    (!facts.is_empty()).then_some(Part::Facts { facts })
}
