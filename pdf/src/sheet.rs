//! The document as it comes in, and with what [`tidy`](crate::tidy) adds for the template. The form is that of the server's
//! `outcome::sheet`, where the fields are explained; here stands only what differs.

use serde::{Deserialize, Serialize};

/// A document.
#[derive(Debug, Deserialize)]
pub struct Sheet {
    pub title: String,
    pub subject: String,
    pub author: String,
    pub as_of: String,
    pub foot: String,
    pub language: String,
    pub parts: Vec<Part>,
}

/// A stretch of text in one language.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
pub struct Words {
    pub runs: Vec<Run>,
    pub language: String,
}

/// A stretch of text that looks the same throughout.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
pub struct Run {
    pub text: String,
    #[serde(default)]
    pub strong: bool,
    #[serde(default)]
    pub em: bool,
    #[serde(default)]
    pub link: Option<String>,
}

/// What a paragraph is.
#[derive(Debug, Clone, Copy, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    Body,
    Warning,
    Nature,
    Note,
}

/// One part of a document.
#[derive(Debug, Deserialize, Serialize)]
#[serde(tag = "part", rename_all = "kebab-case")]
pub enum Part {
    Heading {
        level: u8,
        words: Words,
    },
    Paragraph {
        role: Role,
        words: Words,
    },
    #[serde(skip_serializing)]
    Point(Point),
    /// Points that follow each other and are read in the same direction, as one list.
    #[serde(skip_deserializing)]
    Points {
        points: Vec<Point>,
        language: String,
    },
    Facts {
        facts: Vec<Fact>,
    },
    List {
        ordered: bool,
        start: u32,
        items: Vec<Vec<Part>>,
        /// The language in which it begins: on which side its markers stand.
        #[serde(skip_deserializing)]
        language: String,
    },
    Quote {
        parts: Vec<Part>,
        /// The language in which it begins: on which side its line stands.
        #[serde(skip_deserializing)]
        language: String,
    },
    #[serde(rename_all(serialize = "kebab-case"))]
    Table {
        caption: Words,
        columns: Vec<Column>,
        has_row_heads: bool,
        rows: Vec<Vec<Words>>,
    },
    Drawing {
        svg: String,
        alt: String,
    },
    Rule,
}

/// An outcome point.
#[derive(Debug, Deserialize, Serialize)]
pub struct Point {
    pub number: u32,
    pub labels: Vec<String>,
    pub words: Words,
}

/// A name with its value.
#[derive(Debug, Deserialize, Serialize)]
pub struct Fact {
    pub name: String,
    pub value: Words,
}

/// A column of a table.
#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all(serialize = "kebab-case"))]
pub struct Column {
    pub head: Words,
    pub is_number: bool,
    /// Its share of the width that is left; 0 where it is as wide as what it holds.
    #[serde(skip_deserializing)]
    pub share: usize,
}
