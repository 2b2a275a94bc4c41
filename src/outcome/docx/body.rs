//! `document.xml`: the parts of the sheet, each as paragraphs of its style.

use super::link::{FOOTER, Links};
use super::numbering::{Mark, Numbering, indent};
use super::run::{language_element, runs, styled};
use super::table;
use super::xml::{HEAD, NAMESPACES};
use crate::outcome::sheet::{Fact, Language, Part, Role, Sheet, Words};

/// How far a quotation is set in, in twentieths of a point.
const QUOTE_INDENT: usize = 567;

/// Quotations in quotations are set in up to here, so that lines stay long enough to be read.
const QUOTES_MAX: usize = 4;

/// Width of the page without its margins, in twentieths of a point: of A4 with 20 mm on each side.
pub(super) const TEXT_WIDTH: usize = 9_638;

/// The body while it is written, and what it refers to.
pub(super) struct Body {
    xml: String,
    /// The addresses that texts lead to.
    pub(super) links: Links,
    /// The lists.
    pub(super) numbering: Numbering,
    language: Language,
}

/// Where in lists and quotations the next paragraph stands.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    lists: usize,
    quotes: usize,
    /// Of the item that begins here; taken by its first paragraph.
    mark: Option<Mark>,
}

impl Place {
    /// How far the paragraph is set in, where neither the mark of its list nor the style of quotations says it already.
    fn indent(self) -> Option<String> {
        let is_said_already = match self.mark {
            Some(_) => self.quotes == 0,
            None => self.lists == 0 && self.quotes <= 1,
        };
        let left = indent(self.lists) + self.quotes.min(QUOTES_MAX) * QUOTE_INDENT;
        let hanging = if self.mark.is_some() { indent(1) } else { 0 };
        (!is_said_already).then(|| format!("<w:ind w:left=\"{left}\" w:hanging=\"{hanging}\"/>"))
    }

    fn body_style(self) -> &'static str {
        match self.mark {
            Some(mark) if mark.is_ordered => "ListNumber",
            Some(_) => "ListBullet",
            None if self.quotes > 0 => "Quote",
            None if self.lists > 0 => "ListContinue",
            None => "Normal",
        }
    }
}

impl Body {
    /// The parts of the sheet.
    pub(super) fn of(sheet: &Sheet) -> Self {
        let mut body = Self {
            xml: String::new(),
            links: Links::default(),
            numbering: Numbering::default(),
            language: sheet.language,
        };
        let mut parts = sheet.parts.as_slice();
        if let [Part::Heading { level: 1, words }, rest @ ..] = parts {
            body.paragraph(&mut Place::default(), "Title", words);
            parts = rest;
        }
        body.parts(parts, &mut Place::default());
        body
    }

    /// `document.xml`.
    pub(super) fn document(&self) -> String {
        let direction = if self.language.is_right_to_left() { "<w:bidi/>" } else { "" };
        format!(
            "{HEAD}<w:document {NAMESPACES}><w:body>{}<w:sectPr><w:footerReference w:type=\"default\" r:id=\"{FOOTER}\"/>\
             <w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" \
             w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>{direction}</w:sectPr></w:body></w:document>",
            self.xml
        )
    }

    fn parts(&mut self, parts: &[Part], place: &mut Place) {
        for part in parts {
            self.part(part, place);
        }
    }

    fn part(&mut self, part: &Part, place: &mut Place) {
        match part {
            // The title is none of Word's headings, so that those begin below it.
            Part::Heading { level, words } => {
                let style = format!("Heading{}", level.saturating_sub(1).clamp(1, 6));
                self.paragraph(place, &style, words);
            }
            Part::Paragraph { role, words } => {
                let style = match role {
                    Role::Body => place.body_style(),
                    Role::Warning => "Warning",
                    Role::Nature => "Nature",
                    Role::Note => "Note",
                };
                self.paragraph(place, style, words);
            }
            Part::Point { number, labels, words } => self.point(place, *number, labels, words),
            Part::Facts { facts } => {
                for fact in facts {
                    self.fact(place, fact);
                }
            }
            Part::List { ordered, start, items } => self.list(place, ordered.then_some(*start), items),
            Part::Quote { parts } => {
                place.quotes += 1;
                self.parts(parts, place);
                place.quotes -= 1;
            }
            Part::Table {
                caption,
                columns,
                has_row_heads,
                rows,
            } => {
                self.begin_item(place);
                let table = table::Table {
                    caption,
                    columns,
                    has_row_heads: *has_row_heads,
                    rows,
                };
                self.xml += &table.element(self.language, &mut self.links);
            }
            Part::Drawing { .. } => {}
            Part::Rule => self.paragraph(
                place,
                "Rule",
                &Words {
                    language: self.language,
                    ..Words::default()
                },
            ),
        }
    }

    fn point(&mut self, place: &mut Place, number: u32, labels: &[String], words: &Words) {
        let mut line = styled(&format!("{number}"), self.language, "PointNumber");
        for (position, label) in labels.iter().enumerate() {
            line += &styled(if position == 0 { "  " } else { " · " }, self.language, "");
            let style = if position == 0 { "PointKind" } else { "" };
            line += &styled(label, Language::of(label), style);
        }
        self.push_paragraph(place, "PointLabels", self.language, &line);
        self.paragraph(place, "Point", words);
    }

    /// In the direction of the value: a name that is read from the left stands well before one that is read from the right, and
    /// not the other way round.
    fn fact(&mut self, place: &mut Place, fact: &Fact) {
        let name = styled(&format!("{}:", fact.name), self.language, "FactName");
        let blank = styled(" ", fact.value.language, "");
        let value = runs(&fact.value, &mut self.links);
        self.push_paragraph(place, "Fact", fact.value.language, &(name + &blank + &value));
    }

    fn list(&mut self, place: &mut Place, ordered: Option<u32>, items: &[Vec<Part>]) {
        self.begin_item(place);
        let mark = self.numbering.list(ordered, place.lists);
        for item in items {
            let mut inside = Place {
                lists: place.lists + 1,
                mark: Some(mark),
                ..*place
            };
            self.parts(item, &mut inside);
            self.begin_item(&mut inside);
        }
    }

    /// The mark of an item before what is no paragraph and cannot bear it, or of an item that holds nothing.
    fn begin_item(&mut self, place: &mut Place) {
        if place.mark.is_some() {
            let style = place.body_style();
            self.push_paragraph(place, style, self.language, "");
        }
    }

    fn paragraph(&mut self, place: &mut Place, style: &str, words: &Words) {
        let runs = runs(words, &mut self.links);
        self.push_paragraph(place, style, words.language, &runs);
    }

    fn push_paragraph(&mut self, place: &mut Place, style: &str, language: Language, runs: &str) {
        let numbering = place.mark.map(Mark::element).unwrap_or_default();
        let indent = place.indent().unwrap_or_default();
        self.xml += &paragraph(style, &numbering, language, &indent, runs);
        place.mark = None;
    }
}

/// A paragraph with its style, direction and language. `before` and `after` are properties that Word wants before and after its
/// direction.
pub(super) fn paragraph(style: &str, before: &str, language: Language, after: &str, runs: &str) -> String {
    let direction = if language.is_right_to_left() { "<w:bidi/>" } else { "" };
    let right_to_left = if language.is_right_to_left() { "<w:rtl/>" } else { "" };
    let language = language_element(language);
    format!(
        "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{before}{direction}{after}\
         <w:rPr>{right_to_left}{language}</w:rPr></w:pPr>{runs}</w:p>\n"
    )
}
