//! Works out what an update would add to the outline, in the order in which the engine will put it in: nothing before
//! what it refers to. Refused is whatever the engine could not put in place at once, would put where the schema has no
//! place for it, or would take long over.

use super::attribute::{Attribute, Suited};
use super::limits::{STRUCTS_NEW_MAX, WORK_MAX};
use super::outline::{Holder, Kind, Outline, Place, Span, find_span, push_span};
use super::reader::Malformed;
use super::schema::Node;
use super::update::{Content, Id, Item, Parent, Section, Struct, Update};
use std::collections::{BTreeMap, BTreeSet};

/// Whose update it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// A client's: everything about it is doubted.
    Client,
    /// Our own record, a document or an update that passed once: it must be readable for ever, whatever the bounds are
    /// and whatever has been forgotten since of what it refers to.
    Record,
}

/// What one client's part of an update adds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grown {
    /// The client.
    pub client: u64,
    /// The clock up to which it is worked out.
    pub reached: u32,
    /// The new spans.
    pub spans: Vec<Span>,
}

/// What an update adds to the outline.
#[derive(Debug, Clone)]
pub struct Growth {
    /// By client, in the order of the update's sections.
    pub grown: Vec<Grown>,
    /// Whether some of what the update holds is known already.
    pub repeats: bool,
    holders: Vec<Holder>,
    pieces: BTreeMap<u32, u32>,
    structs: usize,
    /// Steps that the engine takes at the worst.
    pub work: u64,
}

impl Growth {
    /// Works it out.
    pub fn of(update: &Update, outline: &Outline, source: Source) -> Result<Self, Malformed> {
        let mut walk = Walk::new(update, outline, source)?;
        for section in 0..update.sections.len() {
            walk.complete(section)?;
        }
        Ok(walk.growth)
    }

    /// Whether it adds nothing.
    pub fn is_empty(&self) -> bool {
        self.structs == 0
    }

    /// The clock up to which a client's units would be known.
    pub fn known(&self, outline: &Outline, client: u64) -> u32 {
        let grown = self.grown.iter().find(|grown| grown.client == client);
        grown.map_or_else(|| outline.known(client), |grown| grown.reached)
    }

    /// Makes it part of the outline.
    pub fn join(self, outline: &mut Outline) {
        outline.add_holders(&self.holders);
        for (holder, pieces) in self.pieces {
            outline.add_pieces(holder, pieces);
        }
        for grown in self.grown.iter().filter(|grown| !grown.spans.is_empty()) {
            outline.add_spans(grown.client, &grown.spans);
        }
    }
}

/// A struct has to wait until that section is worked out up to that clock.
struct Wait {
    section: usize,
    until: u32,
}

struct Walk<'a> {
    update: &'a Update,
    outline: &'a Outline,
    source: Source,
    section_of: BTreeMap<u64, usize>,
    next: Vec<usize>,
    origins: BTreeSet<Id>,
    growth: Growth,
}

impl<'a> Walk<'a> {
    fn new(update: &'a Update, outline: &'a Outline, source: Source) -> Result<Self, Malformed> {
        let mut grown = Vec::with_capacity(update.sections.len());
        let mut repeats = false;
        for section in &update.sections {
            let reached = outline.known(section.client);
            if section.start() > reached {
                return Err(Malformed("something that came before it is missing"));
            }
            repeats |= section.start() < reached;
            grown.push(Grown {
                client: section.client,
                reached,
                spans: Vec::new(),
            });
        }
        let section_of = update
            .sections
            .iter()
            .enumerate()
            .map(|(index, section)| (section.client, index))
            .collect();
        let growth = Growth {
            grown,
            repeats,
            holders: Vec::new(),
            pieces: BTreeMap::new(),
            structs: 0,
            work: 0,
        };
        let next = vec![0; update.sections.len()];
        Ok(Self {
            update,
            outline,
            source,
            section_of,
            next,
            origins: BTreeSet::new(),
            growth,
        })
    }

    /// Works a section out to its end, and of the others what it refers to.
    fn complete(&mut self, section: usize) -> Result<(), Malformed> {
        let mut stack = vec![Wait {
            section,
            until: self.update.sections[section].end(),
        }];
        let mut waiting = BTreeSet::from([section]);
        while let Some(top) = stack.last() {
            match self.advance(top.section, top.until)? {
                None => {
                    waiting.remove(&top.section);
                    stack.pop();
                }
                Some(wait) if waiting.insert(wait.section) => stack.push(wait),
                Some(_) => return Err(Malformed("its parts refer to each other in a circle")),
            }
        }
        Ok(())
    }

    /// Works a section out up to a clock, or until a struct has to wait.
    fn advance(&mut self, index: usize, until: u32) -> Result<Option<Wait>, Malformed> {
        let section: &'a Section = &self.update.sections[index];
        while self.growth.grown[index].reached < until {
            let Some(next) = section.structs.get(self.next[index]) else {
                break;
            };
            if next.end() > self.growth.grown[index].reached {
                if let Some(wait) = self.wait_for(next)? {
                    return Ok(Some(wait));
                }
                self.put(index, section.client, next)?;
            }
            self.next[index] += 1;
        }
        Ok(None)
    }

    /// What a struct refers to that is in the update but not worked out yet.
    fn wait_for(&self, next: &Struct) -> Result<Option<Wait>, Malformed> {
        let Some(item) = &next.item else { return Ok(None) };
        let parent = if let Parent::Within(id) = item.parent {
            Some(id)
        } else {
            None
        };
        for id in [item.origin, item.right_origin, parent].into_iter().flatten() {
            if id.clock < self.outline.known(id.client) {
                continue;
            }
            let section = self.section_of.get(&id.client).copied();
            let holds = |index: &usize| id.clock < self.update.sections[*index].end();
            let index = section
                .filter(holds)
                .ok_or(Malformed("it refers to something that is missing"))?;
            if id.clock >= self.growth.grown[index].reached {
                return Ok(Some(Wait {
                    section: index,
                    until: id.clock + 1,
                }));
            }
        }
        Ok(None)
    }

    fn span_at(&self, id: Id) -> Result<&Span, Malformed> {
        let known = find_span(self.outline.spans_of(id.client), id.clock);
        let new = || find_span(&self.growth.grown[*self.section_of.get(&id.client)?].spans, id.clock);
        known.or_else(new).ok_or(Malformed("it refers to something that is missing"))
    }

    fn holder(&self, number: u32) -> Result<Holder, Malformed> {
        let known = self.outline.holder(number);
        let new = || self.growth.holders.get((number - self.outline.holders()) as usize);
        known
            .or_else(new)
            .copied()
            .ok_or(Malformed("it refers to something that is missing"))
    }

    /// Puts a struct, or the part of it that is not known yet, in its place.
    fn put(&mut self, index: usize, client: u64, next: &Struct) -> Result<(), Malformed> {
        let start = self.growth.grown[index].reached;
        // What is left of a struct that is known in part has the known part to its left.
        let before = (next.start < start).then(|| Id {
            client,
            clock: start - 1,
        });
        let first = Id {
            client,
            clock: next.start,
        };
        let (place, kind) = match &next.item {
            None => (Place::Gone, Kind::Gone),
            Some(item) => self.settle(item, first, before)?,
        };
        let origin = before.or(next.item.and_then(|item| item.origin));
        let right_origin = next.item.and_then(|item| item.right_origin);
        self.count_work(client, origin, place)?;
        let span = Span {
            start,
            end: next.end(),
            place,
            kind,
            origin,
            right_origin,
        };
        let cuts = self.cuts(&span);
        let last_known = self.outline.spans_of(client).last();
        let grown = &mut self.growth.grown[index];
        let own = if grown.spans.is_empty() {
            grown.spans.push(span);
            last_known.is_none_or(|last| !last.continues_with(&span, client))
        } else {
            push_span(&mut grown.spans, span, client)
        };
        grown.reached = next.end();
        if let Place::In { holder, .. } = place {
            *self.growth.pieces.entry(holder).or_default() += u32::from(own) + cuts;
        }
        Ok(())
    }

    /// Where an item goes and what it becomes there. `first` is its first unit, `before` the last one that is known of it.
    fn settle(&mut self, item: &Item, first: Id, before: Option<Id>) -> Result<(Place, Kind), Malformed> {
        let place = self.place_of(item)?;
        let whole = before.is_none();
        if let (Some(right), Source::Client) = (item.right_origin, self.source)
            && !(whole && closes_empty_mark(item, first) && self.is_single(right)?)
        {
            self.check_order(before.or(item.origin), right)?;
        }
        let known = before.map(|id| self.span_at(id)).transpose()?;
        let split = known.is_some_and(|known| known.place != place);
        if split && self.source == Source::Client {
            return Err(Malformed("it tells of a known part differently"));
        }
        let Place::In { holder, attribute } = place else {
            return Ok((Place::Gone, Kind::Gone));
        };
        let node = self.holder(holder)?;
        if attribute.is_some_and(|attribute| !attribute.belongs_to(node.node)) {
            return Err(Malformed("it sets an attribute that the node does not have"));
        }
        let kind = match (item.content, attribute) {
            (Content::Deleted, _) => Kind::Gone,
            (Content::Values(suited), Some(attribute)) if self.takes(suited, attribute) => Kind::Single,
            (Content::Letters, None) if node.node == Node::Text => Kind::Letters,
            (Content::Format { .. }, None) if node.node == Node::Text => Kind::Single,
            (Content::Type(child), None) if node.node.may_hold(child) => {
                let child = node.child(child).ok_or(Malformed("nodes sit too deep in each other"))?;
                self.growth.holders.push(child);
                Kind::Holder(self.outline.holders() + self.growth.holders.len() as u32 - 1)
            }
            _ => return Err(Malformed("it puts something where it does not belong")),
        };
        Ok((place, kind))
    }

    /// Whether the unit stands alone: inside of a text, or of several that were deleted at once, being behind it and before it are two places.
    fn is_single(&self, id: Id) -> Result<bool, Malformed> {
        let span = self.span_at(id)?;
        Ok(match span.kind {
            Kind::Letters => false,
            Kind::Gone => span.place == Place::Gone || span.end - span.start == 1,
            Kind::Single | Kind::Holder(_) => true,
        })
    }

    /// Whether the attribute may have the values. What our own record has passed once, by the rules of its time.
    fn takes(&self, suited: Suited, attribute: Attribute) -> bool {
        suited.suits(attribute) || self.source == Source::Record
    }

    fn place_of(&self, item: &Item) -> Result<Place, Malformed> {
        let left = item.origin.map(|id| self.span_at(id)).transpose()?.map(|span| span.place);
        let right = item
            .right_origin
            .map(|id| self.span_at(id))
            .transpose()?
            .map(|span| span.place);
        match (left, right) {
            (Some(left), Some(right)) if left != right => self.between_unlike(left, right),
            (Some(place), _) | (None, Some(place)) => Ok(place),
            (None, None) => self.place_in(item),
        }
    }

    /// Neighbours that sit in different places would weave two lists into one. In our own record it only
    /// means that one of them is forgotten.
    fn between_unlike(&self, left: Place, right: Place) -> Result<Place, Malformed> {
        match (self.source, left, right) {
            (Source::Record, Place::Gone, place) | (Source::Record, place, Place::Gone) => Ok(place),
            _ => Err(Malformed("its neighbours are not in one place")),
        }
    }

    /// Whether the right neighbour may have stood right behind the left one: what it was written behind must be the left
    /// neighbour, or something that this was written behind in turn. Nobody's editor ever showed them so otherwise, and
    /// the engines of different readers would put the item in different places.
    fn check_order(&mut self, left: Option<Id>, right: Id) -> Result<(), Malformed> {
        let behind = self.origin_of(right)?;
        let (mut at, mut steps) = (left, 0);
        let ordered = loop {
            steps += 1;
            let Some(id) = at else { break behind.is_none() };
            let span = self.span_at(id)?;
            let covers = |other: Id| other.client == id.client && (span.start..=id.clock).contains(&other.clock);
            if span.place == Place::Gone || behind.is_some_and(covers) {
                break !covers(right);
            }
            if covers(right) {
                break false;
            }
            if span.origin == behind {
                let first = Id {
                    client: id.client,
                    clock: span.start,
                };
                break self.may_precede(first, span.right_origin, right)?;
            }
            at = span.origin;
        };
        self.growth.work += steps;
        if ordered {
            Ok(())
        } else {
            Err(Malformed("its neighbours never stood so"))
        }
    }

    /// Whether of two units written behind the same one, `first` may stand before `second`: between the same neighbours
    /// the lower client comes first, and of one client's the newer.
    fn may_precede(&self, first: Id, first_right: Option<Id>, second: Id) -> Result<bool, Malformed> {
        let alike = self.span_at(second)?.right_origin == first_right;
        let in_order = first.client < second.client || first.client == second.client && first.clock > second.clock;
        Ok(!alike || in_order)
    }

    /// What a unit was written behind.
    fn origin_of(&self, id: Id) -> Result<Option<Id>, Malformed> {
        let span = self.span_at(id)?;
        let inside = id.clock > span.start;
        Ok(if inside {
            Some(Id {
                clock: id.clock - 1,
                ..id
            })
        } else {
            span.origin
        })
    }

    fn place_in(&self, item: &Item) -> Result<Place, Malformed> {
        let attribute = item.attribute;
        match item.parent {
            Parent::Root => Ok(Place::In {
                holder: Outline::ROOT,
                attribute,
            }),
            Parent::OfNeighbours => Err(Malformed("it has no place")),
            Parent::Within(id) => match self.span_at(id)?.kind {
                Kind::Holder(holder) => Ok(Place::In { holder, attribute }),
                Kind::Gone => Ok(Place::Gone),
                Kind::Letters | Kind::Single => Err(Malformed("it writes into something that holds nothing")),
            },
        }
    }

    /// Counts what the engine may have to do: pass all other pieces in the same place that could contend for it.
    /// Nothing contends for the place right behind the end of a piece when nothing was ever written behind that.
    fn count_work(&mut self, client: u64, origin: Option<Id>, place: Place) -> Result<(), Malformed> {
        let first_behind = |id: Id| !self.outline.is_taken(id) && self.origins.insert(id);
        let fresh = origin.is_some_and(first_behind) && origin.is_some_and(|id| self.ends_at(id));
        let mut steps = 1;
        if !fresh && let Place::In { holder, .. } = place {
            let pieces = self.holder(holder)?.pieces + self.growth.pieces.get(&holder).copied().unwrap_or(0);
            let owner = origin.map_or(client, |id| id.client);
            steps += u64::from(pieces) + self.outline.steps_to_split(owner);
        }
        self.growth.structs += 1;
        self.growth.work += steps;
        let over = self.growth.structs > STRUCTS_NEW_MAX || self.growth.work > WORK_MAX;
        if over && self.source == Source::Client {
            return Err(Malformed("it holds too much at once; write it in smaller parts"));
        }
        Ok(())
    }

    /// How many pieces the engine has to cut to put that span in its place.
    fn cuts(&self, span: &Span) -> u32 {
        let left = span.origin.is_some_and(|id| !self.ends_at(id));
        let right = span
            .right_origin
            .is_some_and(|id| self.span_at(id).is_ok_and(|right| right.start < id.clock));
        u32::from(left) + u32::from(right)
    }

    /// Whether a piece of this update ends right there.
    fn ends_at(&self, id: Id) -> bool {
        self.span_at(id).is_ok_and(|span| span.end == id.clock + 1)
    }
}

/// Whether the item is the end of a mark right behind its start: editors that mark an empty text name the start on both
/// sides of the end.
fn closes_empty_mark(item: &Item, first: Id) -> bool {
    let before = first.clock.checked_sub(1).map(|clock| Id { clock, ..first });
    let is_mark = matches!(item.content, Content::Format { .. } | Content::Deleted);
    is_mark && before.is_some() && item.origin == before && item.right_origin == before
}
