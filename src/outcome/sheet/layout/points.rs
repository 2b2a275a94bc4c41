//! The outcome points by what they are: each stands in one section, with its number and its labels. Where views converged or
//! diverged is said by these numbers.

use super::super::super::passages::Block;
use super::super::super::wording::labels::{self, listed_points};
use super::super::{Fact, Part, Role, Words};
use super::{heading, paragraph, section};
use crate::room::notes::point::{Component, Point, PointKind, Standing};

/// A marked paragraph with its number.
pub(super) struct Marked {
    number: u32,
    point: Point,
    words: Words,
}

/// The points of the notes, numbered in their order.
pub(super) fn of(notes: &[Block]) -> Vec<Marked> {
    let mut marked = Vec::new();
    collect(notes, &mut marked);
    marked
}

fn collect(blocks: &[Block], marked: &mut Vec<Marked>) {
    for block in blocks {
        match block {
            Block::Paragraph {
                runs,
                point: Some(point),
            } => {
                let words = Words::of_runs(runs.clone());
                if !words.is_blank() {
                    let number = u32::try_from(marked.len()).unwrap_or(u32::MAX).saturating_add(1);
                    let point = point.clone();
                    marked.push(Marked { number, point, words });
                }
            }
            Block::List { items, .. } => items.iter().for_each(|item| collect(item, marked)),
            Block::Quote { blocks } => collect(blocks, marked),
            Block::Heading { .. } | Block::Paragraph { .. } | Block::Rule => {}
        }
    }
}

/// What is read out in the plenary, and how long that takes.
pub(super) fn messages(marked: &[Marked]) -> Vec<Part> {
    let kinds = [PointKind::PlenaryMessage];
    let texts: Vec<String> = of_kinds(marked, &kinds).map(|message| message.words.text()).collect();
    let mut parts = section_of("Messages for the plenary", marked, &kinds);
    if !parts.is_empty() {
        let time = labels::time_to_read_out(&texts.join(" "));
        parts.insert(1, paragraph(Role::Note, Words::own(time)));
    }
    parts
}

/// The sections of the other kinds.
pub(super) fn parts(marked: &[Marked]) -> Vec<Part> {
    use PointKind::{Barrier, GoodPractice, Initiative, KeyIssue, NextStep, OpenQuestion, Recommendation};
    [
        section_of("Key issues", marked, &[KeyIssue]),
        section_of("Initiatives and good practices", marked, &[Initiative, GoodPractice]),
        needs_and_gaps(marked),
        section_of("Barriers", marked, &[Barrier]),
        standings(marked),
        section_of("Recommendations and next steps", marked, &[Recommendation, NextStep]),
        section_of("Open questions", marked, &[OpenQuestion]),
    ]
    .concat()
}

fn of_kinds<'a>(marked: &'a [Marked], kinds: &'a [PointKind]) -> impl Iterator<Item = &'a Marked> {
    marked.iter().filter(|one| kinds.contains(&one.point.kind))
}

/// The points of some kinds below their heading; nothing where there are none.
fn section_of(title: &str, marked: &[Marked], kinds: &[PointKind]) -> Vec<Part> {
    titled(section(title), of_kinds(marked, kinds).map(part).collect())
}

fn titled(title: Part, parts: Vec<Part>) -> Vec<Part> {
    if parts.is_empty() {
        return parts;
    }
    std::iter::once(title).chain(parts).collect()
}

fn part(marked: &Marked) -> Part {
    Part::Point {
        number: marked.number,
        labels: labels::of(&marked.point),
        words: marked.words.clone(),
    }
}

/// Needs and gaps by component, and within one from the national level to the global; those without a level come last, those
/// without a component below no heading of their own, first.
fn needs_and_gaps(marked: &[Marked]) -> Vec<Part> {
    use Component::{Partnerships, People, Policies, Processes, Technology};
    let components = [Policies, Processes, Partnerships, People, Technology].map(Some);
    let below = |component: Option<Component>| {
        let is_of_it = |one: &&Marked| one.point.component == component;
        let mut points: Vec<&Marked> = of_kinds(marked, &[PointKind::Need, PointKind::Gap])
            .filter(is_of_it)
            .collect();
        points.sort_by_key(|one| (one.point.reach.is_none(), one.point.reach));
        let points = points.into_iter().map(part).collect();
        match component {
            Some(component) => titled(heading(3, Words::own(labels::component(component))), points),
            None => points,
        }
    };
    let parts: Vec<Part> = std::iter::once(None).chain(components).flat_map(below).collect();
    titled(section("Needs and gaps"), parts)
}

/// Which points are how far agreed, by their numbers.
fn standings(marked: &[Marked]) -> Vec<Part> {
    use Standing::{Convergence, Divergence, Parked, Raised};
    let fact = |standing| {
        let numbers: Vec<u32> = marked
            .iter()
            .filter(|one| one.point.standing == Some(standing))
            .map(|one| one.number)
            .collect();
        (!numbers.is_empty()).then(|| Fact {
            name: labels::standing(standing).to_owned(),
            value: Words::own(listed_points(&numbers)),
        })
    };
    let facts: Vec<Fact> = [Convergence, Divergence, Raised, Parked]
        .into_iter()
        .filter_map(fact)
        .collect();
    if facts.is_empty() {
        return Vec::new();
    }
    vec![section("Where views converged and diverged"), Part::Facts { facts }]
}
