//! The outline of the document: of every unit, where it sits and of what kind it is, without any text. The guard
//! judges an update by it before the engine sees the update; asking the engine would mean walking its lists.

use super::attribute::Attribute;
use super::limits::{DEPTH_MAX, RUNS_MOVED_PER_STEP};
use super::schema::Node;
use super::update::Id;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Where a unit sits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In something that is deleted and forgotten.
    Gone,
    /// In a node.
    In {
        /// Number of the node in the outline.
        holder: u32,
        /// The attribute that it is a value of; none for a child.
        attribute: Option<Attribute>,
    },
}

/// What a span consists of, as far as later updates may refer to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Letters.
    Letters,
    /// One start or end of a mark, or values of an attribute.
    Single,
    /// The node with that number.
    Holder(u32),
    /// Only the memory of something deleted.
    Gone,
}

/// A run of one client's units that sit in the same place and are of the same kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// Its first clock.
    pub start: u32,
    /// The clock after its last.
    pub end: u32,
    /// Where it sits.
    pub place: Place,
    /// What it is.
    pub kind: Kind,
    /// What was to the left of its first unit when that was written. Each further unit followed the one before it.
    pub origin: Option<Id>,
    /// What was to its right when it was written.
    pub right_origin: Option<Id>,
}

impl Span {
    /// Whether the engine makes one piece of this span and the `next` of the same client.
    pub fn continues_with(&self, next: &Span, client: u64) -> bool {
        let follows = next
            .origin
            .is_some_and(|id| id.client == client && id.clock + 1 == next.start);
        let alike = self.end == next.start && self.place == next.place && self.kind == next.kind;
        alike
            && match next.kind {
                Kind::Letters => follows && self.right_origin == next.right_origin,
                Kind::Gone => next.place == Place::Gone || follows && self.right_origin == next.right_origin,
                Kind::Single | Kind::Holder(_) => false,
            }
    }
}

/// Adds a span behind a client's others; as part of the last one where the engine, too, makes one piece of them.
/// Answers whether it became one of its own.
pub fn push_span(spans: &mut Vec<Span>, span: Span, client: u64) -> bool {
    match spans.last_mut() {
        Some(last) if last.continues_with(&span, client) => {
            last.end = span.end;
            false
        }
        _ => {
            spans.push(span);
            true
        }
    }
}

/// The span that covers a clock.
pub fn find_span(spans: &[Span], clock: u32) -> Option<&Span> {
    let after = spans.partition_point(|span| span.start <= clock);
    spans[..after].last().filter(|span| clock < span.end)
}

/// A node of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holder {
    /// What it is.
    pub node: Node,
    /// How deep it sits; the root at 0.
    pub depth: u8,
    /// At most how many pieces the engine keeps directly in it.
    pub pieces: u32,
}

impl Holder {
    /// A new node in this one, unless that is too deep.
    pub fn child(&self, node: Node) -> Option<Holder> {
        (self.depth < DEPTH_MAX).then(|| Holder {
            node,
            depth: self.depth + 1,
            pieces: 0,
        })
    }
}

/// The outline of a whole document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    clients: BTreeMap<u64, Vec<Span>>,
    holders: Vec<Holder>,
    taken: BTreeSet<Id>,
    spans: usize,
}

impl Outline {
    /// Number of the root.
    pub const ROOT: u32 = 0;

    /// The outline of an empty document.
    pub fn new() -> Self {
        let root = Holder {
            node: Node::Root,
            depth: 0,
            pieces: 0,
        };
        Self {
            clients: BTreeMap::new(),
            holders: vec![root],
            taken: BTreeSet::new(),
            spans: 0,
        }
    }

    /// The clock up to which a client's units are known.
    pub fn known(&self, client: u64) -> u32 {
        self.spans_of(client).last().map_or(0, |last| last.end)
    }

    /// A client's spans.
    pub fn spans_of(&self, client: u64) -> &[Span] {
        self.clients.get(&client).map_or(&[], Vec::as_slice)
    }

    /// The clients in it.
    pub fn clients(&self) -> impl Iterator<Item = u64> {
        self.clients.keys().copied()
    }

    /// How many nodes it has, the root included.
    pub fn holders(&self) -> u32 {
        self.holders.len() as u32
    }

    /// A node by its number.
    pub fn holder(&self, number: u32) -> Option<&Holder> {
        self.holders.get(number as usize)
    }

    /// Whether something was written right behind that unit, other than its own client's next.
    pub fn is_taken(&self, id: Id) -> bool {
        self.taken.contains(&id)
    }

    /// How many spans it has.
    pub fn span_count(&self) -> usize {
        self.spans
    }

    /// Steps that it takes to put something between one client's pieces.
    pub fn steps_to_split(&self, client: u64) -> u64 {
        1 + (self.spans_of(client).len() / RUNS_MOVED_PER_STEP) as u64
    }

    /// Takes new nodes over.
    pub fn add_holders(&mut self, holders: &[Holder]) {
        self.holders.extend_from_slice(holders);
    }

    /// Counts pieces that a node has more.
    pub fn add_pieces(&mut self, holder: u32, pieces: u32) {
        if let Some(holder) = self.holders.get_mut(holder as usize) {
            holder.pieces = holder.pieces.saturating_add(pieces);
        }
    }

    /// Takes a client's new spans over. The first may continue the last known one.
    pub fn add_spans(&mut self, client: u64, spans: &[Span]) {
        let known = self.clients.entry(client).or_default();
        let before = known.len();
        for (index, span) in spans.iter().enumerate() {
            // Only the first can continue what was there: the others were kept apart from it when they were gathered.
            if index == 0 {
                push_span(known, *span, client);
            } else {
                known.push(*span);
            }
        }
        self.spans += known.len() - before;
        self.taken.extend(spans.iter().filter_map(|span| span.origin));
    }

    /// Counts the pieces into which a deletion cuts what it hits.
    pub fn note_cut(&mut self, client: u64, range: &Range<u32>) {
        if let Some(Place::In { holder, .. }) = find_span(self.spans_of(client), range.start).map(|span| span.place) {
            self.add_pieces(holder, 2);
        }
    }
}
