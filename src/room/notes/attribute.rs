//! The attributes of the notes' elements, and which values each may have: the level of a heading, the first number of a list,
//! and the mark of a paragraph that is an outcome point. Numbers are whole, words come from closed sets, and the only free text
//! is the owner of a point, which is short.

use super::limits::{ORDER_MAX, OWNER_CHARACTERS_MAX};
use super::point::{Component, PointKind, Reach, RegionalGroup, Standing};
use super::schema::Node;
use crate::room::ids::CardId;
use crate::room::text::is_unshowable;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::Error as NotAWord;

/// A value that an element carries by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attribute {
    /// Of a heading: 1 to 3.
    Level,
    /// Of an ordered list: its first number.
    Order,
    /// Of a paragraph: what the point is. Without it the following ones mean nothing.
    Point,
    /// Where the room stands on the point.
    Standing,
    /// The component of capacity that it is about.
    Component,
    /// The level that it is about.
    Reach,
    /// The regional group that it is about.
    Region,
    /// Who will see to it.
    Owner,
    /// The card that it came from.
    Source,
}

/// A value as an update or the document has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value<'a> {
    /// A whole number.
    Number(i64),
    /// A text.
    Text(&'a str),
}

impl Attribute {
    /// Every attribute.
    const ALL: [Self; 9] = [
        Self::Level,
        Self::Order,
        Self::Point,
        Self::Standing,
        Self::Component,
        Self::Reach,
        Self::Region,
        Self::Owner,
        Self::Source,
    ];

    /// The attribute of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|attribute| attribute.name() == name)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::Order => "order",
            Self::Point => "point",
            Self::Standing => "standing",
            Self::Component => "component",
            Self::Reach => "reach",
            Self::Region => "region",
            Self::Owner => "owner",
            Self::Source => "source",
        }
    }

    /// Whether that kind of node has it.
    pub fn belongs_to(self, node: Node) -> bool {
        match self {
            Self::Level => node == Node::Heading,
            Self::Order => node == Node::OrderedList,
            _ => node == Node::Paragraph,
        }
    }

    /// Whether it may have that value.
    pub fn allows(self, value: Value<'_>) -> bool {
        match (self, value) {
            (Self::Level, Value::Number(level)) => (1..=3).contains(&level),
            (Self::Order, Value::Number(first)) => (0..=ORDER_MAX).contains(&first),
            (Self::Point, Value::Text(text)) => word::<PointKind>(text).is_some(),
            (Self::Standing, Value::Text(text)) => word::<Standing>(text).is_some(),
            (Self::Component, Value::Text(text)) => word::<Component>(text).is_some(),
            (Self::Reach, Value::Text(text)) => word::<Reach>(text).is_some(),
            (Self::Region, Value::Text(text)) => word::<RegionalGroup>(text).is_some(),
            (Self::Owner, Value::Text(text)) => is_owner(text),
            (Self::Source, Value::Text(text)) => is_source(text),
            (_, Value::Number(_)) | (Self::Level | Self::Order, Value::Text(_)) => false,
        }
    }
}

/// The member of a closed set that is written so.
pub fn word<'a, T: Deserialize<'a>>(text: &'a str) -> Option<T> {
    T::deserialize(IntoDeserializer::<NotAWord>::into_deserializer(text)).ok()
}

fn is_owner(text: &str) -> bool {
    text.chars().count() <= OWNER_CHARACTERS_MAX && !text.chars().any(is_unshowable)
}

/// Whether it names a card as the board does, in that one spelling.
fn is_source(text: &str) -> bool {
    text.parse().is_ok_and(|card: CardId| card.0 > 0 && card.to_string() == text)
}

/// The attributes that values seen in an update would suit. Which of them is meant is known only when the place in the document
/// is: most values do not repeat the attribute's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Suited(u16);

impl Suited {
    /// Before any value has been seen.
    pub fn all() -> Self {
        Self(u16::MAX)
    }

    /// The attributes that this further value suits, too.
    pub fn and(self, value: Value<'_>) -> Self {
        let suited = Attribute::ALL.into_iter().filter(|attribute| attribute.allows(value));
        Self(self.0 & suited.fold(0, |bits, attribute| bits | bit(attribute)))
    }

    /// Whether the attribute may have the values.
    pub fn suits(self, attribute: Attribute) -> bool {
        self.0 & bit(attribute) != 0
    }
}

fn bit(attribute: Attribute) -> u16 {
    1 << attribute as u16
}
