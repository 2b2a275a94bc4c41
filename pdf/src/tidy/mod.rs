//! Makes of a document what the typesetter never refuses and the template finds easy: characters that can be shown, levels of
//! headings without gaps, points in lists, columns with widths. It takes nothing away that can be read.

mod drawings;
mod headings;
mod letters;
mod nesting;
mod tables;

use crate::sheet::{Part, Point, Role, Run, Sheet, Words};
use headings::Levels;
use letters::Letters;
use nesting::Nesting;
use serde::Serialize;

/// Letters of the title that stand at the top of later pages, and of the line at their foot.
const RUNNING_MAX: usize = 95;
const FOOT_MAX: usize = 220;
/// Letters of what stands in the file's properties. A string in a PDF has a limit, and a longer title is of no use in a list.
const PROPERTY_MAX: usize = 1000;
/// What a document without a title is called: one has to stand in the file's properties.
const UNTITLED: &str = "Untitled";
/// Below a document with characters that no font here draws.
const BOXES: &str = "An empty box (\u{25a1}) stands for a character that the fonts of this document do not draw. The character itself \
    is kept: it can be searched for and copied.";

/// A document as the template reads it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Tidied {
    title: String,
    running_title: Line,
    subject: String,
    author: String,
    foot: Line,
    language: String,
    parts: Vec<Part>,
}

/// A short text in one language.
#[derive(Debug, Serialize)]
struct Line {
    text: String,
    language: String,
}

/// The same document, tidied.
pub fn tidied(sheet: Sheet) -> Tidied {
    let mut letters = Letters::default();
    let language = language(&sheet.language);
    let title = match letters.line(&sheet.title).trim() {
        "" => UNTITLED.to_owned(),
        title => title.to_owned(),
    };
    let mut tidying = Tidying {
        letters: &mut letters,
        levels: Levels::default(),
        nesting: Nesting::default(),
    };
    let mut parts = tidying.parts(sheet.parts);
    if tidying.levels.is_fresh() {
        parts.insert(0, heading_of(&title, &language));
    }
    let running_title = Line {
        text: letters::cut(&title, RUNNING_MAX),
        language: first_language(&parts, &language),
    };
    let foot = Line {
        text: letters::cut(&letters.line(&sheet.foot), FOOT_MAX),
        language: language.clone(),
    };
    let subject = letters::cut(&letters.line(&sheet.subject), PROPERTY_MAX);
    let author = letters::cut(&letters.line(&sheet.author), PROPERTY_MAX);
    if letters.had_undrawn() {
        parts.push(note(BOXES));
    }
    Tidied {
        title: letters::cut(&title, PROPERTY_MAX),
        running_title,
        subject,
        author,
        foot,
        language,
        parts,
    }
}

/// What goes along while the parts are tidied from the top.
struct Tidying<'a> {
    letters: &'a mut Letters,
    levels: Levels,
    nesting: Nesting,
}

impl Tidying<'_> {
    fn parts(&mut self, parts: Vec<Part>) -> Vec<Part> {
        let mut tidied = Vec::with_capacity(parts.len());
        for part in parts {
            match part {
                Part::Point(point) => {
                    let point = self.point(point);
                    append_point(&mut tidied, point);
                }
                Part::List { items, .. } if self.nesting.is_full_for_lists() => {
                    tidied.extend(items.into_iter().flat_map(|item| self.parts(item)));
                }
                Part::Quote { parts, .. } if self.nesting.is_full_for_quotes() => tidied.extend(self.parts(parts)),
                part => tidied.extend(self.part(part)),
            }
        }
        tidied
    }

    /// The part, or nothing where nothing in it can be seen.
    fn part(&mut self, part: Part) -> Option<Part> {
        Some(match part {
            Part::Heading { level, words } => {
                let words = self.words(on_one_line(words), letters::LONGEST);
                is_seen(&words).then(|| Part::Heading {
                    level: self.levels.next(level),
                    words,
                })?
            }
            Part::Paragraph { role, words } => {
                let words = self.words(words, letters::LONGEST);
                is_seen(&words).then_some(Part::Paragraph { role, words })?
            }
            Part::Facts { facts } if facts.is_empty() => return None,
            Part::Facts { mut facts } => {
                for fact in &mut facts {
                    fact.name = self.letters.broken(&fact.name, letters::LONGEST_IN_CELL);
                    fact.value = self.words(std::mem::take(&mut fact.value), letters::LONGEST);
                }
                Part::Facts { facts }
            }
            Part::List { items, .. } if items.is_empty() => return None,
            Part::List {
                ordered, start, items, ..
            } => {
                self.nesting.enter_list();
                let items: Vec<_> = items.into_iter().map(|item| self.parts(item)).collect();
                self.nesting.leave_list();
                let language = items.first().map_or_else(fallback, |item| first_language(item, ""));
                Part::List {
                    ordered,
                    start,
                    items,
                    language,
                }
            }
            Part::Quote { parts, .. } => {
                self.nesting.enter_quote();
                let parts = self.parts(parts);
                self.nesting.leave_quote();
                let language = first_language(&parts, "");
                (!parts.is_empty()).then_some(Part::Quote { parts, language })?
            }
            Part::Table { columns, .. } if columns.is_empty() => return None,
            Part::Table {
                caption,
                columns,
                has_row_heads,
                rows,
            } => self.table(caption, columns, has_row_heads, rows),
            Part::Drawing { svg, alt } => Part::Drawing {
                svg: drawings::labelled(&svg),
                alt: self.alt(&alt),
            },
            other => other,
        })
    }

    fn point(&mut self, point: Point) -> Point {
        let labels = point.labels.iter().map(|label| self.letters.broken(label, letters::LONGEST));
        Point {
            number: point.number,
            labels: labels.filter(|label| !label.trim().is_empty()).collect(),
            words: self.words(point.words, letters::LONGEST),
        }
    }

    fn words(&mut self, words: Words, longest: usize) -> Words {
        let runs = words.runs.into_iter().map(|run| Run {
            text: self.letters.broken(&run.text, longest),
            link: run.link.as_deref().and_then(letters::address),
            ..run
        });
        Words {
            runs: runs.filter(|run| !run.text.is_empty()).collect(),
            language: language(&words.language),
        }
    }

    /// A drawing without a description would be refused.
    fn alt(&mut self, alt: &str) -> String {
        match self.letters.line(alt).trim() {
            "" => "Drawing".to_owned(),
            alt => alt.to_owned(),
        }
    }
}

/// To the points before it, where they are read in the same direction.
fn append_point(parts: &mut Vec<Part>, point: Point) {
    if let Some(Part::Points { points, language }) = parts.last_mut()
        && is_right_to_left(language) == is_right_to_left(&point.words.language)
    {
        points.push(point);
        return;
    }
    let language = point.words.language.clone();
    parts.push(Part::Points {
        points: vec![point],
        language,
    });
}

/// A tag such as `ar` or `zh`; anything else counts as English.
fn language(tag: &str) -> String {
    let is_tag = (2..=3).contains(&tag.len()) && tag.bytes().all(|letter| letter.is_ascii_lowercase());
    if is_tag { tag.to_owned() } else { fallback() }
}

/// Of the languages that documents are written in, those read from right to left; the template has the same list.
fn is_right_to_left(language: &str) -> bool {
    matches!(language, "ar" | "fa" | "he" | "ur")
}

fn fallback() -> String {
    "en".to_owned()
}

/// The language of the first words in the parts.
fn first_language(parts: &[Part], otherwise: &str) -> String {
    let found = parts.iter().find_map(|part| match part {
        Part::Heading { words, .. } | Part::Paragraph { words, .. } => Some(words.language.clone()),
        Part::Points { language, .. } | Part::List { language, .. } | Part::Quote { language, .. } => Some(language.clone()),
        _ => None,
    });
    found.unwrap_or_else(|| language(otherwise))
}

fn is_seen(words: &Words) -> bool {
    words.runs.iter().any(|run| run.text.chars().any(letters::is_seen))
}

fn on_one_line(mut words: Words) -> Words {
    for run in &mut words.runs {
        run.text = run.text.replace(['\n', '\r'], " ");
    }
    words
}

fn heading_of(title: &str, language: &str) -> Part {
    Part::Heading {
        level: 1,
        words: plain(title, language),
    }
}

fn note(text: &str) -> Part {
    Part::Paragraph {
        role: Role::Note,
        words: plain(text, "en"),
    }
}

fn plain(text: &str, language: &str) -> Words {
    let run = Run {
        text: text.to_owned(),
        ..Run::default()
    };
    Words {
        runs: vec![run],
        language: language.to_owned(),
    }
}
