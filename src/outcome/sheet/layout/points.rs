//! The outcome points by what they are: each stands in one section, with its number and its labels. Where views converged or
//! diverged is said by these numbers.

use super::super::super::contents::{Outcome, OutcomePoint, ReadAloud};
use super::super::super::wording::labels::{self, listed_points};
use super::super::super::wording::report;
use super::super::{Fact, Part, Role, Words};
use super::{heading, paragraph, section};
use crate::room::notes::point::{Component, PointKind, Standing};

/// What is read out in the plenary, and how long that takes.
pub(super) fn messages(outcome: &Outcome) -> Vec<Part> {
    let mut parts = section_of("Messages for the plenary", outcome, &[PointKind::PlenaryMessage]);
    let ReadAloud { seconds, notice, .. } = &outcome.read_aloud;
    if !parts.is_empty() {
        let time = labels::time_to_read_out(u64::from(*seconds));
        let sentences = [time.as_str(), notice].join(" ");
        parts.insert(1, paragraph(Role::Note, Words::own(sentences.trim_end())));
    }
    parts
}

/// The sections of the other kinds.
pub(super) fn parts(outcome: &Outcome) -> Vec<Part> {
    use PointKind::{Barrier, GoodPractice, Initiative, KeyIssue, NextStep, OpenQuestion, Recommendation};
    [
        kept_back(outcome),
        section_of("Key issues", outcome, &[KeyIssue]),
        section_of("Initiatives and good practices", outcome, &[Initiative, GoodPractice]),
        needs_and_gaps(outcome),
        section_of("Barriers", outcome, &[Barrier]),
        standings(outcome),
        section_of("Recommendations and next steps", outcome, &[Recommendation, NextStep]),
        section_of("Open questions", outcome, &[OpenQuestion]),
    ]
    .concat()
}

/// How many there are where they are not told.
fn kept_back(outcome: &Outcome) -> Vec<Part> {
    let sentence = report::points_kept_back(outcome).map(|sentence| paragraph(Role::Body, Words::own(sentence)));
    titled(section("Outcome points"), sentence.into_iter().collect())
}

fn of_kinds<'a>(outcome: &'a Outcome, kinds: &'a [PointKind]) -> impl Iterator<Item = &'a OutcomePoint> {
    told(outcome).filter(|point| kinds.contains(&point.mark.kind))
}

/// The points that have a text.
fn told(outcome: &Outcome) -> impl Iterator<Item = &OutcomePoint> {
    outcome.points.iter().filter(|point| !words(point).is_blank())
}

fn words(point: &OutcomePoint) -> Words {
    Words::of_runs(point.runs.clone())
}

/// The points of some kinds below their heading; nothing where there are none.
fn section_of(title: &str, outcome: &Outcome, kinds: &[PointKind]) -> Vec<Part> {
    titled(section(title), of_kinds(outcome, kinds).map(part).collect())
}

fn titled(title: Part, parts: Vec<Part>) -> Vec<Part> {
    if parts.is_empty() {
        return parts;
    }
    std::iter::once(title).chain(parts).collect()
}

fn part(point: &OutcomePoint) -> Part {
    Part::Point {
        number: point.number,
        labels: labels::of(&point.mark),
        words: words(point),
    }
}

/// Needs and gaps by component, and within one from the national level to the global; those without a level come last, those
/// without a component first, below no heading of their own.
fn needs_and_gaps(outcome: &Outcome) -> Vec<Part> {
    use Component::{Partnerships, People, Policies, Processes, Technology};
    let components = [Policies, Processes, Partnerships, People, Technology].map(Some);
    let below = |component: Option<Component>| {
        let needs_and_gaps = of_kinds(outcome, &[PointKind::Need, PointKind::Gap]);
        let mut points: Vec<&OutcomePoint> = needs_and_gaps.filter(|point| point.mark.component == component).collect();
        points.sort_by_key(|point| (point.mark.reach.is_none(), point.mark.reach));
        let points = points.into_iter().map(part).collect();
        match component {
            Some(component) => titled(heading(3, Words::own(labels::component(component))), points),
            None => points,
        }
    };
    let parts: Vec<Part> = std::iter::once(None).chain(components).flat_map(below).collect();
    titled(section("Needs and gaps"), parts)
}

/// How far views came together, by the numbers of the points.
fn standings(outcome: &Outcome) -> Vec<Part> {
    use Standing::{Convergence, Divergence, Parked, Raised};
    let fact = |standing| {
        let of_it = told(outcome).filter(|point| point.mark.standing == Some(standing));
        let numbers: Vec<u32> = of_it.map(|point| point.number).collect();
        (!numbers.is_empty()).then(|| Fact {
            name: labels::standing(standing).to_owned(),
            value: Words::own(listed_points(&numbers)),
        })
    };
    let standings = [Convergence, Divergence, Raised, Parked];
    let facts: Vec<Fact> = standings.into_iter().filter_map(fact).collect();
    let facts = (!facts.is_empty()).then_some(Part::Facts { facts });
    titled(section("Where views converged and diverged"), facts.into_iter().collect())
}
