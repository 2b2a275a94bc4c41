//! Lists. Word knows a list as a definition with nine levels and as uses of it; a numbered list that begins anew is a new use
//! with a number to start from.

use super::xml::{HEAD, NAMESPACES};

/// As many as Word knows; what is nested deeper stays at the last.
const LEVELS: usize = 9;

/// How far each level is set in, in twentieths of a point.
const INDENT: usize = 397;

/// The definition of lists with bullets, and their only use: without numbers there is nothing to begin anew.
const BULLETS: usize = 1;

/// The numbered lists of the document.
#[derive(Default)]
pub(super) struct Numbering {
    /// Each by its depth, from 0, and the number of its first item.
    ordered: Vec<(usize, u32)>,
}

/// What makes a paragraph the beginning of an item.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    /// Whether its list is numbered.
    pub(super) is_ordered: bool,
    list: usize,
    level: usize,
}

impl Mark {
    /// As an element of the paragraph's properties.
    pub(super) fn element(self) -> String {
        format!(
            "<w:numPr><w:ilvl w:val=\"{}\"/><w:numId w:val=\"{}\"/></w:numPr>",
            self.level, self.list
        )
    }
}

/// How far text is set in that belongs to an item of a list at this depth, from 1; 0 outside of lists.
pub(super) fn indent(depth: usize) -> usize {
    depth.min(LEVELS) * INDENT
}

impl Numbering {
    /// A new list at this depth, from 0. Every item of it begins with this mark.
    pub(super) fn list(&mut self, ordered: Option<u32>, depth: usize) -> Mark {
        let list = match ordered {
            Some(start) => {
                self.ordered.push((depth, start));
                BULLETS + self.ordered.len()
            }
            None => BULLETS,
        };
        Mark {
            is_ordered: ordered.is_some(),
            list,
            level: level(depth),
        }
    }

    /// `numbering.xml`.
    pub(super) fn part(&self) -> String {
        let mut xml = format!("{HEAD}<w:numbering {NAMESPACES}>");
        xml += &definition(BULLETS, "bullet");
        let most = self.ordered.iter().map(|(depth, _)| definition_of(*depth)).max();
        for number in BULLETS + 1..=most.unwrap_or(BULLETS) {
            xml += &definition(number, "decimal");
        }
        xml += &format!("<w:num w:numId=\"{BULLETS}\"><w:abstractNumId w:val=\"{BULLETS}\"/></w:num>");
        for (place, (depth, start)) in self.ordered.iter().enumerate() {
            xml += &format!(
                "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"{}\"/>\
                 <w:lvlOverride w:ilvl=\"{}\"><w:startOverride w:val=\"{}\"/></w:lvlOverride></w:num>",
                BULLETS + 1 + place,
                definition_of(*depth),
                level(*depth),
                // Word reads this number as a signed one.
                (*start).min(i32::MAX.unsigned_abs())
            );
        }
        xml + "</w:numbering>"
    }
}

fn level(depth: usize) -> usize {
    depth.min(LEVELS - 1)
}

/// Lists that share a definition share the count of each level. All that are deeper than the ninth share that level, so each depth
/// of these gets a definition of its own, or a list inside of another would move the other's numbers on.
fn definition_of(depth: usize) -> usize {
    BULLETS + 1 + depth.saturating_sub(LEVELS - 1)
}

fn definition(number: usize, format: &str) -> String {
    let mut xml = format!(
        "<w:abstractNum w:abstractNumId=\"{number}\"><w:nsid w:val=\"{:08X}\"/><w:multiLevelType w:val=\"multilevel\"/>",
        0x0052_5400 + number
    );
    for level in 0..LEVELS {
        let text = match format {
            "bullet" if level % 2 == 0 => "•".to_owned(),
            "bullet" => "–".to_owned(),
            _ => format!("%{}.", level + 1),
        };
        xml += &format!(
            "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/>\
             <w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"{}\" w:hanging=\"{INDENT}\"/></w:pPr></w:lvl>",
            indent(level + 1)
        );
    }
    xml + "</w:abstractNum>"
}
