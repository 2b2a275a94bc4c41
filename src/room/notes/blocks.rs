//! The notes as plain blocks, free of any format, for the outcome document. The tree is read child by child with a
//! budget, never through the engine's own printing, which does not end on some documents.

use super::Point;
use super::attribute::{Attribute, Value, word};
use super::limits::{DEPTH_MAX, NODES_READ_MAX};
use super::schema::{Mark, Node, ROOT, is_address};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use yrs::branch::{Branch, BranchID};
use yrs::types::Attrs;
use yrs::types::text::YChange;
use yrs::{Any, Number, Out, ReadTxn, Text, Xml, XmlElementRef, XmlFragment, XmlFragmentRef, XmlOut, XmlTextRef};

/// One block of the notes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Block {
    /// A heading.
    Heading {
        /// 1 to 3, from the highest.
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
        point: Option<Box<Point>>,
    },
    /// A list.
    List {
        /// Whether its items have numbers.
        ordered: bool,
        /// The first number.
        start: u32,
        /// What each item holds.
        items: Vec<Vec<Block>>,
    },
    /// A quotation.
    Quote {
        /// What is quoted.
        blocks: Vec<Block>,
    },
    /// A line across.
    Rule,
}

/// A piece of text with the same marks throughout. A line break is a run whose text is `"\n"`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The text, without control characters.
    pub text: String,
    /// Whether it is important.
    #[serde(default)]
    pub strong: bool,
    /// Whether it is stressed.
    #[serde(default)]
    pub em: bool,
    /// Where it leads: an http, https or mailto address.
    #[serde(default)]
    pub link: Option<String>,
}

impl Run {
    fn line_break() -> Self {
        Self {
            text: "\n".into(),
            ..Self::default()
        }
    }

    fn is_line_break(&self) -> bool {
        self.text == "\n"
    }

    fn marked_like(&self, other: &Run) -> bool {
        (self.strong, self.em, &self.link) == (other.strong, other.em, &other.link)
    }
}

/// Reads all blocks of the document.
pub fn read_blocks<T: ReadTxn>(transaction: &T, root: &XmlFragmentRef, place: &str) -> Vec<Block> {
    Reading {
        place,
        transaction,
        nodes_left: NODES_READ_MAX,
    }
    .blocks(root, 0)
}

/// The text of the last block that has any, on one line; where it is longer, its end. Headings do not count: notes that a template has prepared end
/// with one.
pub fn read_last_words<T: ReadTxn>(transaction: &T, root: &XmlFragmentRef, characters_max: usize) -> String {
    let mut reading = Reading {
        place: "",
        transaction,
        nodes_left: NODES_READ_MAX,
    };
    let elements = reading.elements(root);
    let blocks = elements
        .iter()
        .rev()
        .filter_map(|(node, element)| reading.block(*node, element, 1));
    let said = blocks.filter(|block| !matches!(block, Block::Heading { .. }));
    let mut texts = said.map(|block| block.text()).filter(|text| !text.trim().is_empty());
    let text = texts.next().unwrap_or_default();
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let skipped = words.chars().count().saturating_sub(characters_max);
    words.chars().skip(skipped).collect()
}

impl Block {
    /// What it says without marks, the parts of a list or a quotation one after the other.
    fn text(&self) -> String {
        match self {
            Self::Heading { runs, .. } | Self::Paragraph { runs, .. } => runs.iter().map(|run| run.text.as_str()).collect(),
            Self::List { items, .. } => joined(items.iter().flatten()),
            Self::Quote { blocks } => joined(blocks.iter()),
            Self::Rule => String::new(),
        }
    }
}

fn joined<'a>(blocks: impl Iterator<Item = &'a Block>) -> String {
    blocks.map(Block::text).collect::<Vec<_>>().join(" ")
}

/// A reading that ends: every node visited is one less to visit, and every level one less to descend.
struct Reading<'a, T> {
    /// Whose notes they are: see [`point_id`].
    place: &'a str,
    transaction: &'a T,
    nodes_left: usize,
}

impl<T: ReadTxn> Reading<'_, T> {
    fn elements(&mut self, parent: &impl XmlFragment) -> Vec<(Node, XmlElementRef)> {
        let mut elements = Vec::new();
        for child in parent.children(self.transaction).take(self.nodes_left) {
            self.nodes_left -= 1;
            if let XmlOut::Element(element) = child
                && let Some(node) = element.try_tag().and_then(|tag| Node::from_name(tag))
            {
                elements.push((node, element));
            }
        }
        elements
    }

    fn blocks(&mut self, parent: &impl XmlFragment, depth: u8) -> Vec<Block> {
        if depth > DEPTH_MAX {
            return Vec::new();
        }
        self.elements(parent)
            .iter()
            .filter_map(|(node, element)| self.block(*node, element, depth + 1))
            .collect()
    }

    fn block(&mut self, node: Node, element: &XmlElementRef, depth: u8) -> Option<Block> {
        Some(match node {
            Node::Paragraph => Block::Paragraph {
                runs: self.runs(element),
                point: self.point(element).map(Box::new),
            },
            Node::Heading => {
                let level = self.number(element, Attribute::Level).unwrap_or(1).clamp(1, 3) as u8;
                Block::Heading {
                    level,
                    runs: self.runs(element),
                }
            }
            Node::BulletList => Block::List {
                ordered: false,
                start: 1,
                items: self.items(element, depth),
            },
            Node::OrderedList => {
                let start = self
                    .number(element, Attribute::Order)
                    .and_then(|order| u32::try_from(order).ok())
                    .unwrap_or(1);
                Block::List {
                    ordered: true,
                    start,
                    items: self.items(element, depth),
                }
            }
            Node::Blockquote => Block::Quote {
                blocks: self.blocks(element, depth),
            },
            Node::HorizontalRule => Block::Rule,
            Node::Root | Node::ListItem | Node::HardBreak | Node::Text => return None,
        })
    }

    fn items(&mut self, list: &XmlElementRef, depth: u8) -> Vec<Vec<Block>> {
        let items = self.elements(list);
        items
            .iter()
            .filter(|(node, _)| *node == Node::ListItem)
            .map(|(_, item)| self.blocks(item, depth + 1))
            .collect()
    }

    fn runs(&mut self, parent: &XmlElementRef) -> Vec<Run> {
        let mut runs = Vec::new();
        for child in parent.children(self.transaction).take(self.nodes_left) {
            self.nodes_left -= 1;
            match child {
                XmlOut::Text(text) => self.add_text(&mut runs, &text),
                XmlOut::Element(element) if element.try_tag().is_some_and(|tag| &**tag == "hard_break") => {
                    runs.push(Run::line_break());
                }
                _ => {}
            }
        }
        runs
    }

    fn add_text(&self, runs: &mut Vec<Run>, text: &XmlTextRef) {
        for piece in text.diff(self.transaction, YChange::identity) {
            let Out::Any(Any::String(letters)) = piece.insert else {
                continue;
            };
            let run = marked(plain(&letters), piece.attributes.as_deref());
            match runs.last_mut() {
                _ if run.text.is_empty() => {}
                Some(last) if last.marked_like(&run) && !last.is_line_break() => last.text.push_str(&run.text),
                _ => runs.push(run),
            }
        }
    }

    /// The paragraph's mark. A value that is in none of the sets, as from an older record, is passed over.
    fn point(&self, paragraph: &XmlElementRef) -> Option<Point> {
        let text = |attribute| self.text(paragraph, attribute);
        let kind = word(&text(Attribute::Point)?)?;
        Some(Point {
            id: point_id(self.place, paragraph),
            kind,
            standing: text(Attribute::Standing).and_then(|name| word(&name)),
            component: text(Attribute::Component).and_then(|name| word(&name)),
            reach: text(Attribute::Reach).and_then(|name| word(&name)),
            region: text(Attribute::Region).and_then(|name| word(&name)),
            owner: text(Attribute::Owner)
                .map(|owner| owner.trim().to_owned())
                .filter(|owner| !owner.is_empty()),
            source: text(Attribute::Source).map(|source| source.to_string()),
        })
    }

    fn number(&self, element: &XmlElementRef, attribute: Attribute) -> Option<i64> {
        match element.get_attribute(self.transaction, attribute.name())? {
            Out::Any(Any::Number(Number::Int(number))) => Some(number),
            _ => None,
        }
    }

    fn text(&self, element: &XmlElementRef, attribute: Attribute) -> Option<Arc<str>> {
        match element.get_attribute(self.transaction, attribute.name())? {
            Out::Any(Any::String(text)) if attribute.allows(Value::Text(&text)) => Some(text),
            _ => None,
        }
    }
}

/// The name of a point: a hash of the room, and of the id that its paragraph has in the document, which it keeps as long as it lives.
/// Without the room, the paragraphs of a template would have the same name in every room that begins with it.
fn point_id(room: &str, paragraph: &XmlElementRef) -> String {
    let place = match AsRef::<Branch>::as_ref(paragraph).id() {
        BranchID::Nested(id) => format!("{}:{}", id.client.get(), id.clock),
        BranchID::Root(name) => name.to_string(),
    };
    let whose = if room.is_empty() {
        format!("point of {ROOT}")
    } else {
        format!("point of {ROOT} of {room}")
    };
    let hash = Sha256::digest(format!("{whose}\n{place}"));
    hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Text without characters that cannot be shown; what would break the line is a space.
fn plain(letters: &str) -> String {
    let spaced = letters
        .chars()
        .map(|letter| if matches!(letter, '\t' | '\n' | '\r') { ' ' } else { letter });
    spaced.filter(|letter| !letter.is_control()).collect()
}

fn marked(text: String, marks: Option<&Attrs>) -> Run {
    let mut run = Run { text, ..Run::default() };
    for (name, value) in marks.into_iter().flatten() {
        match Mark::from_name(name) {
            _ if matches!(value, Any::Null) => {}
            Some(Mark::Strong) => run.strong = true,
            Some(Mark::Em) => run.em = true,
            // Of several links on the same letters the first by spelling, so that it is always the same one.
            Some(Mark::Link) => run.link = address(value).into_iter().chain(run.link).min(),
            None => {}
        }
    }
    run
}

fn address(value: &Any) -> Option<String> {
    let Any::Map(fields) = value else { return None };
    match fields.get("href") {
        Some(Any::String(href)) if is_address(href) => Some(href.to_string()),
        _ => None,
    }
}
