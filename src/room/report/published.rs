//! The form in which notes and drafts leave the room: blocks of runs, in outcomes, in what is told of a draft, and below the
//! fingerprint of a draft. Apart from the room's own type for notes, because this form is written into sealed files, and reckoned
//! into fingerprints, and has to stay as it is: the order of the fields, too.

use crate::room::notes::{self, Point};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A block of the notes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Block {
    /// A heading.
    Heading {
        /// From 1, the highest, to 3.
        level: u8,
        /// Its text.
        runs: Vec<Run>,
    },
    /// A paragraph.
    Paragraph {
        /// Its text.
        runs: Vec<Run>,
        /// Its mark, where it is an outcome point.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        point: Option<Point>,
    },
    /// A list.
    List {
        /// Whether its items are numbered.
        ordered: bool,
        /// Number of the first item.
        start: u32,
        /// The blocks of each item.
        #[schema(no_recursion)]
        items: Vec<Vec<Block>>,
    },
    /// A quotation.
    Quote {
        /// What is quoted.
        #[schema(no_recursion)]
        blocks: Vec<Block>,
    },
    /// A line across.
    Rule,
}

/// A stretch of text that looks the same throughout. A line break inside a paragraph is `\n`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Run {
    /// The text.
    pub text: String,
    /// Whether it is strong.
    #[serde(default, skip_serializing_if = "is_false")]
    pub strong: bool,
    /// Whether it is emphasised.
    #[serde(default, skip_serializing_if = "is_false")]
    pub em: bool,
    /// Where it leads to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

fn is_false(flag: &bool) -> bool {
    !flag
}

/// A block of the notes in this form.
pub fn block(of_room: notes::Block) -> Block {
    match of_room {
        notes::Block::Heading { level, runs } => Block::Heading {
            level,
            runs: runs.into_iter().map(run).collect(),
        },
        notes::Block::Paragraph { runs, point } => Block::Paragraph {
            runs: runs.into_iter().map(run).collect(),
            point: point.map(|point| *point),
        },
        notes::Block::List { ordered, start, items } => {
            let items = items.into_iter().map(|item| item.into_iter().map(block).collect()).collect();
            Block::List { ordered, start, items }
        }
        notes::Block::Quote { blocks } => Block::Quote {
            blocks: blocks.into_iter().map(block).collect(),
        },
        notes::Block::Rule => Block::Rule,
    }
}

fn run(of_room: notes::Run) -> Run {
    Run {
        text: of_room.text,
        strong: of_room.strong,
        em: of_room.em,
        link: of_room.link,
    }
}
