//! What the notes may be made of: the nodes, the marks, and what may sit in what; `attribute.rs` has the attributes. The same
//! list as in docs/protocol.md; anything else is refused.

use super::limits::{HREF_BYTES_MAX, LINK_TITLE_BYTES_MAX, MARK_BYTES_MAX};
use super::reader::Malformed;
use serde_json::Value;

/// Name of the document's only root.
pub const ROOT: &str = "notes";

/// A kind of place that holds others, or text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Node {
    /// The document.
    Root,
    /// A paragraph.
    Paragraph,
    /// A heading.
    Heading,
    /// A list with bullets.
    BulletList,
    /// A list with numbers.
    OrderedList,
    /// An entry of a list.
    ListItem,
    /// A quotation.
    Blockquote,
    /// A line across.
    HorizontalRule,
    /// A line break within a paragraph.
    HardBreak,
    /// Text with its marks.
    Text,
}

impl Node {
    /// The element of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "paragraph" => Node::Paragraph,
            "heading" => Node::Heading,
            "bullet_list" => Node::BulletList,
            "ordered_list" => Node::OrderedList,
            "list_item" => Node::ListItem,
            "blockquote" => Node::Blockquote,
            "horizontal_rule" => Node::HorizontalRule,
            "hard_break" => Node::HardBreak,
            _ => return None,
        })
    }

    /// Whether a `child` may sit directly in it.
    pub fn may_hold(self, child: Node) -> bool {
        match self {
            Node::Root | Node::Blockquote | Node::ListItem => child.is_block(),
            Node::BulletList | Node::OrderedList => child == Node::ListItem,
            Node::Paragraph | Node::Heading => matches!(child, Node::Text | Node::HardBreak),
            Node::HorizontalRule | Node::HardBreak | Node::Text => false,
        }
    }

    fn is_block(self) -> bool {
        !matches!(self, Node::Root | Node::ListItem | Node::HardBreak | Node::Text)
    }
}

/// A mark on a run of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Important.
    Strong,
    /// Stressed.
    Em,
    /// Leads elsewhere.
    Link,
}

impl Mark {
    /// The mark of that name. Editors add `--` and a hash of eight characters where marks of one kind may overlap.
    pub fn from_name(name: &str) -> Option<Self> {
        let plain = match name.rsplit_once("--") {
            Some((plain, hash)) if is_hash(hash) => plain,
            _ => name,
        };
        match plain {
            "strong" => Some(Mark::Strong),
            "em" => Some(Mark::Em),
            "link" => Some(Mark::Link),
            _ => None,
        }
    }

    /// Says whether the value, as JSON, may stand with it. `null` takes the mark away.
    pub fn check(self, json: &str) -> Result<(), Malformed> {
        if json.len() > MARK_BYTES_MAX {
            return Err(Malformed("a mark's value is too long"));
        }
        let value: Value = serde_json::from_str(json).map_err(|_| Malformed("a mark's value is not JSON"))?;
        let fits = match (self, &value) {
            (_, Value::Null) => true,
            (Mark::Strong | Mark::Em, Value::Bool(on)) => *on,
            (Mark::Strong | Mark::Em, Value::Object(fields)) => fields.is_empty(),
            (Mark::Link, Value::Object(fields)) => is_link(fields),
            _ => false,
        };
        if fits {
            Ok(())
        } else {
            Err(Malformed(
                "a mark's value is not allowed; links go to http, https or mailto addresses",
            ))
        }
    }
}

fn is_hash(text: &str) -> bool {
    text.len() == 8
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte))
}

fn is_link(fields: &serde_json::Map<String, Value>) -> bool {
    let known = fields.iter().all(|(name, value)| match name.as_str() {
        "href" => value.as_str().is_some_and(is_address),
        "title" => value.is_null() || value.as_str().is_some_and(|title| title.len() <= LINK_TITLE_BYTES_MAX),
        _ => false,
    });
    known && fields.contains_key("href")
}

/// Whether a link may lead there: http, https or mailto, and nothing that an address has not.
pub fn is_address(href: &str) -> bool {
    let plain = !href.chars().any(|letter| letter.is_control() || letter.is_whitespace());
    let safe = ["http://", "https://", "mailto:"].iter().any(|scheme| {
        href.get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
            && href.len() > scheme.len()
    });
    href.len() <= HREF_BYTES_MAX && plain && safe
}
