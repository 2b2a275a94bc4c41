//! How a room's list of speakers is run: the rule that orders it, and the speaking times of classes and lanes.

use super::report::Report;
use super::table::Table;
use crate::meeting::wrong::Wanted;
use crate::room::floor::{OrderRule, Scope};
use crate::room::limits::{SPEAKING_LIMIT_S_MAX, SPEAKING_LIMIT_S_MIN};
use std::collections::BTreeMap;

/// The rules by the words of the protocol.
pub(super) const ORDERS: [(&str, OrderRule); 6] = [
    ("first-come", OrderRule::FirstCome),
    ("protocol", OrderRule::Protocol),
    ("by-class", OrderRule::ByClass),
    ("least-heard", OrderRule::LeastHeard),
    ("alternate-regions", OrderRule::AlternateRegions),
    ("alternate-classes", OrderRule::AlternateClasses),
];

/// The classes and lanes that may have a speaking time of their own, by the words of the protocol.
pub(super) const SCOPES: [(&str, Scope); 8] = [
    ("state", Scope::State),
    ("organization", Scope::Organization),
    ("stakeholder", Scope::Stakeholder),
    ("point-of-order", Scope::PointOfOrder),
    ("answer", Scope::Answer),
    ("question", Scope::Question),
    ("precedence", Scope::Precedence),
    ("reply", Scope::Reply),
];

/// The rule of the list; none where nothing is said about it.
pub(super) fn order(table: &Table<'_>, report: &mut Report) -> Option<OrderRule> {
    table.field("order")?.choice(&ORDERS, report)
}

/// The speaking times that differ from that of the list; none where nothing is said about them.
pub(super) fn speaking_limits(table: &Table<'_>, report: &mut Report) -> Option<BTreeMap<Scope, u32>> {
    let limits = table.field("speaking_limits")?.table(Wanted::SpeakingLimits, report)?;
    limits.only(&SCOPES.map(|(word, _)| word), report);
    let read = SCOPES.into_iter().filter_map(|(word, scope)| {
        let field = limits.field(word)?;
        let seconds = field.number(&(SPEAKING_LIMIT_S_MIN..=SPEAKING_LIMIT_S_MAX), report)?;
        Some((scope, seconds))
    });
    Some(read.collect())
}
