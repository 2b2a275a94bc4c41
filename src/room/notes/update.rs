//! Reads an update in Yjs's v1 format into what the guard needs to know of it. Only the bytes themselves are judged
//! here; whether they fit the document is for `growth.rs`.

use super::attribute::{Attribute, Suited, Value};
use super::limits::{CLIENTS_PER_UPDATE_MAX, CLOCK_END_MAX, DELETE_RANGES_MAX, NAME_BYTES_MAX, NUMBER_MAX, SERVER_CLIENT};
use super::reader::{Malformed, Reader};
use super::schema::{Mark, Node, ROOT};
use std::collections::BTreeSet;
use std::ops::Range;

const GC: u8 = 0;
const DELETED: u8 = 1;
const STRING: u8 = 4;
const FORMAT: u8 = 6;
const TYPE: u8 = 7;
const ANY: u8 = 8;
const SKIP: u8 = 10;
const HAS_ORIGIN: u8 = 0x80;
const HAS_RIGHT_ORIGIN: u8 = 0x40;
const HAS_ATTRIBUTE: u8 = 0x20;
const KIND: u8 = 0x1f;
const TYPE_ELEMENT: u8 = 3;
const TYPE_TEXT: u8 = 6;
const ANY_INTEGER: u8 = 125;
const ANY_TEXT: u8 = 119;

/// The name of one unit of the document: who made it, and as their how-manieth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Id {
    /// The client that made it.
    pub client: u64,
    /// Its number among that client's.
    pub clock: u32,
}

/// What a struct says of the place it belongs in, when no neighbour says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parent {
    /// The document's root.
    Root,
    /// The element or text with that id.
    Within(Id),
    /// Where its neighbours are.
    OfNeighbours,
}

/// What a struct brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// Something that is deleted already.
    Deleted,
    /// Letters.
    Letters,
    /// The start or end of a mark; its value, as JSON, ends before that byte of the update and has that length.
    Format {
        /// Where the value ends.
        value_end: usize,
        /// Its length.
        value_length: usize,
    },
    /// An element or a text.
    Type(Node),
    /// Values of an attribute, the last of which counts; the attributes that all of them suit.
    Values(Suited),
}

/// An insertion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// What was to its left.
    pub origin: Option<Id>,
    /// What was to its right.
    pub right_origin: Option<Id>,
    /// Where it belongs.
    pub parent: Parent,
    /// The attribute that it sets, where its neighbours do not say so.
    pub attribute: Option<Attribute>,
    /// What it brings.
    pub content: Content,
}

/// One struct of an update.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Struct {
    /// Its first clock.
    pub start: u32,
    /// How many clocks it takes.
    pub length: u32,
    /// What it inserts; nothing if only the memory of something deleted is left.
    pub item: Option<Item>,
}

impl Struct {
    /// The clock after its last.
    pub fn end(&self) -> u32 {
        self.start + self.length
    }
}

/// The structs of one client, one after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The client that made them.
    pub client: u64,
    /// They follow each other without a gap.
    pub structs: Vec<Struct>,
}

impl Section {
    /// Where the first one starts.
    pub fn start(&self) -> u32 {
        self.structs.first().map_or(0, |first| first.start)
    }

    /// Where the last one ends.
    pub fn end(&self) -> u32 {
        self.structs.last().map_or(0, Struct::end)
    }
}

/// The deletions of one client's units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deletions {
    /// Whose units are deleted.
    pub client: u64,
    /// Which; in order, and apart from each other.
    pub ranges: Vec<Range<u32>>,
}

/// An update as it was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Update {
    /// The structs, by client.
    pub sections: Vec<Section>,
    /// The deletions, by client.
    pub deletions: Vec<Deletions>,
}

impl Update {
    /// Reads the bytes; all of them, and nothing that only nearly fits.
    pub fn read(bytes: &[u8]) -> Result<Self, Malformed> {
        let mut reader = Reader::new(bytes);
        let sections = read_sections(&mut reader)?;
        let deletions = read_deletions(&mut reader)?;
        reader.finish()?;
        Ok(Self { sections, deletions })
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.sections.is_empty() && self.deletions.is_empty()
    }
}

fn read_sections(reader: &mut Reader<'_>) -> Result<Vec<Section>, Malformed> {
    let count = reader.count()?;
    if count > CLIENTS_PER_UPDATE_MAX {
        return Err(Malformed("it names too many clients"));
    }
    let mut seen = BTreeSet::new();
    let mut sections = Vec::with_capacity(count);
    for _ in 0..count {
        let section = read_section(reader)?;
        if !seen.insert(section.client) {
            return Err(Malformed("it names a client twice"));
        }
        sections.push(section);
    }
    Ok(sections)
}

fn read_section(reader: &mut Reader<'_>) -> Result<Section, Malformed> {
    let count = reader.count()?;
    if count == 0 {
        return Err(Malformed("it names a client without anything of theirs"));
    }
    let client = read_client(reader)?;
    let mut clock = read_clock(reader)?;
    let mut structs = Vec::new();
    for _ in 0..count {
        let next = read_struct(reader, clock)?;
        clock = next.end();
        structs.push(next);
    }
    Ok(Section { client, structs })
}

fn read_client(reader: &mut Reader<'_>) -> Result<u64, Malformed> {
    let client = reader.number()?;
    if client == SERVER_CLIENT || client > NUMBER_MAX {
        return Err(Malformed("it writes in the server's name"));
    }
    Ok(client)
}

fn read_clock(reader: &mut Reader<'_>) -> Result<u32, Malformed> {
    within_clock(reader.number()?)
}

fn within_clock(clock: u64) -> Result<u32, Malformed> {
    u32::try_from(clock)
        .ok()
        .filter(|_| clock <= CLOCK_END_MAX)
        .ok_or(Malformed("a clock is too far ahead"))
}

fn read_id(reader: &mut Reader<'_>) -> Result<Id, Malformed> {
    Ok(Id {
        client: read_client(reader)?,
        clock: read_clock(reader)?,
    })
}

fn read_struct(reader: &mut Reader<'_>, start: u32) -> Result<Struct, Malformed> {
    let info = reader.byte()?;
    let (length, item) = match info {
        SKIP => return Err(Malformed("it has a gap")),
        GC => (reader.number()?, None),
        _ => {
            let (length, item) = read_item(reader, info)?;
            (length, Some(item))
        }
    };
    if length == 0 {
        return Err(Malformed("it has a struct of no length"));
    }
    let end = within_clock(u64::from(start).saturating_add(length))?;
    Ok(Struct {
        start,
        length: end - start,
        item,
    })
}

fn read_item(reader: &mut Reader<'_>, info: u8) -> Result<(u64, Item), Malformed> {
    let origin = if info & HAS_ORIGIN == 0 {
        None
    } else {
        Some(read_id(reader)?)
    };
    let right_origin = if info & HAS_RIGHT_ORIGIN == 0 {
        None
    } else {
        Some(read_id(reader)?)
    };
    let alone = origin.is_none() && right_origin.is_none();
    let parent = if alone { read_parent(reader)? } else { Parent::OfNeighbours };
    let attribute = if alone && info & HAS_ATTRIBUTE != 0 {
        Some(read_attribute(reader)?)
    } else {
        None
    };
    let (length, content) = read_content(reader, info & KIND)?;
    Ok((
        length,
        Item {
            origin,
            right_origin,
            parent,
            attribute,
            content,
        },
    ))
}

fn read_parent(reader: &mut Reader<'_>) -> Result<Parent, Malformed> {
    match reader.number()? {
        0 => Ok(Parent::Within(read_id(reader)?)),
        1 if read_name(reader)? == ROOT => Ok(Parent::Root),
        1 => Err(Malformed("it writes elsewhere than in the notes")),
        _ => Err(Malformed("a parent is neither a name nor an id")),
    }
}

fn read_name<'a>(reader: &mut Reader<'a>) -> Result<&'a str, Malformed> {
    let name = reader.text()?;
    if name.len() > NAME_BYTES_MAX {
        Err(Malformed("a name is too long"))
    } else {
        Ok(name)
    }
}

fn read_attribute(reader: &mut Reader<'_>) -> Result<Attribute, Malformed> {
    Attribute::from_name(read_name(reader)?).ok_or(Malformed("it sets an attribute that the notes do not have"))
}

fn read_content(reader: &mut Reader<'_>, kind: u8) -> Result<(u64, Content), Malformed> {
    match kind {
        DELETED => Ok((reader.number()?, Content::Deleted)),
        STRING => Ok((reader.text()?.encode_utf16().count() as u64, Content::Letters)),
        FORMAT => {
            let mark = Mark::from_name(read_name(reader)?).ok_or(Malformed("it has a mark that the notes do not have"))?;
            let value = reader.text()?;
            mark.check(value)?;
            Ok((
                1,
                Content::Format {
                    value_end: reader.position(),
                    value_length: value.len(),
                },
            ))
        }
        TYPE => Ok((1, Content::Type(read_type(reader)?))),
        ANY => read_values(reader),
        _ => Err(Malformed("it has content that the notes do not have")),
    }
}

fn read_type(reader: &mut Reader<'_>) -> Result<Node, Malformed> {
    match reader.byte()? {
        TYPE_TEXT => Ok(Node::Text),
        TYPE_ELEMENT => Node::from_name(read_name(reader)?).ok_or(Malformed("it has a node that the notes do not have")),
        _ => Err(Malformed("it has a shared type that the notes do not have")),
    }
}

/// One value or more: editors that keep what may be undone join values that were replaced one after the other.
fn read_values(reader: &mut Reader<'_>) -> Result<(u64, Content), Malformed> {
    let count = reader.count()?;
    let mut suited = Suited::all();
    for _ in 0..count {
        suited = suited.and(match reader.byte()? {
            ANY_INTEGER => Value::Number(reader.signed()?),
            ANY_TEXT => Value::Text(reader.text()?),
            _ => return Err(Malformed("an attribute is neither a whole number nor a text")),
        });
    }
    Ok((count as u64, Content::Values(suited)))
}

fn read_deletions(reader: &mut Reader<'_>) -> Result<Vec<Deletions>, Malformed> {
    let mut seen = BTreeSet::new();
    let mut ranges_left = DELETE_RANGES_MAX;
    let mut all = Vec::new();
    for _ in 0..reader.count()? {
        let client = read_client(reader)?;
        let count = reader.count()?;
        ranges_left = ranges_left
            .checked_sub(count)
            .ok_or(Malformed("it deletes in too many places"))?;
        if !seen.insert(client) || count == 0 {
            return Err(Malformed("its deletions name a client twice or for nothing"));
        }
        all.push(Deletions {
            client,
            ranges: read_ranges(reader, count)?,
        });
    }
    Ok(all)
}

fn read_ranges(reader: &mut Reader<'_>, count: usize) -> Result<Vec<Range<u32>>, Malformed> {
    let mut ranges: Vec<Range<u32>> = Vec::new();
    for _ in 0..count {
        let start = read_clock(reader)?;
        let length = reader.number()?;
        let end = within_clock(u64::from(start).saturating_add(length))?;
        let after = ranges.last().is_none_or(|last| last.end <= start);
        if length == 0 || !after {
            return Err(Malformed("its deletions are out of order"));
        }
        ranges.push(start..end);
    }
    Ok(ranges)
}
