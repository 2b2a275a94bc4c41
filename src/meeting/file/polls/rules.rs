//! Who votes in a poll, and who learns what of it.

use super::super::field::{Field, Text};
use super::super::report::Report;
use super::super::speakers::CLASSES;
use super::super::table::Table;
use crate::meeting::wrong::{OfPoll, Wanted};
use crate::room::command::{Base, Per, Results, Secrecy, Voters, VotingRules};
use crate::room::limits::{DELEGATION_CHARACTERS_MAX, POLL_S_MAX, POLL_S_MIN, VOTING_DELEGATIONS_MAX};
use crate::room::seat::Role;

pub(super) const FIELDS: [&str; 11] = [
    "secrecy",
    "per",
    "voters",
    "late",
    "final",
    "results",
    "base",
    "quorum_percent",
    "breakdown",
    "duration_s",
    "stamp",
];

const SECRECIES: [(&str, Secrecy); 4] = [
    ("named", Secrecy::Named),
    ("chair", Secrecy::Chair),
    ("undisclosed", Secrecy::Undisclosed),
    ("secret", Secrecy::Secret),
];
const PER: [(&str, Per); 2] = [("person", Per::Person), ("delegation", Per::Delegation)];
const RESULTS: [(&str, Results); 3] = [
    ("live", Results::Live),
    ("at-close", Results::AtClose),
    ("when-shown", Results::WhenShown),
];
const BASES: [(&str, Base); 4] = [
    ("cast", Base::Cast),
    ("valid", Base::Valid),
    ("entitled", Base::Entitled),
    ("present", Base::Present),
];
/// The roles that can vote; the projector and the secretariat cannot.
const ROLES: [(&str, Role); 3] = [
    ("participant", Role::Participant),
    ("chair", Role::Chair),
    ("rapporteur", Role::Rapporteur),
];

/// Reads these fields into the rules; what is left out stays as it is there.
pub(super) fn read(table: &Table<'_>, rules: &mut VotingRules, report: &mut Report) {
    chosen(table, "secrecy", &SECRECIES, &mut rules.secrecy, report);
    chosen(table, "per", &PER, &mut rules.per, report);
    chosen(table, "results", &RESULTS, &mut rules.results, report);
    chosen(table, "base", &BASES, &mut rules.base, report);
    decided(table, "late", &mut rules.late, report);
    decided(table, "final", &mut rules.is_final, report);
    decided(table, "breakdown", &mut rules.breakdown, report);
    decided(table, "stamp", &mut rules.stamp, report);
    if let Some(field) = table.field("quorum_percent") {
        rules.quorum_percent = field.number(&(1..=100), report);
    }
    if let Some(field) = table.field("duration_s") {
        rules.duration_s = field.number(&(POLL_S_MIN..=POLL_S_MAX), report);
    }
    if let Some(field) = table.field("voters") {
        rules.voters = voters(field, report);
    }
}

fn chosen<T: Copy>(table: &Table<'_>, name: &str, words: &[(&str, T)], rule: &mut T, report: &mut Report) {
    if let Some(found) = table.field(name).and_then(|field| field.choice(words, report)) {
        *rule = found;
    }
}

fn decided(table: &Table<'_>, name: &str, rule: &mut bool, report: &mut Report) {
    if let Some(found) = table.field(name).and_then(|field| field.yes_or_no(report)) {
        *rule = found;
    }
}

fn voters(field: Field<'_>, report: &mut Report) -> Voters {
    let Some(table) = field.table(Wanted::Voters, report) else {
        return Voters::default();
    };
    table.only(&["roles", "classes", "delegations"], report);
    let delegation = Text::filled(DELEGATION_CHARACTERS_MAX);
    Voters {
        roles: several(&table, "roles", &ROLES, report),
        classes: several(&table, "classes", &CLASSES, report),
        delegations: table
            .field("delegations")
            .map(|field| field.texts(VOTING_DELEGATIONS_MAX, delegation, report))
            .unwrap_or_default(),
    }
}

/// Some of a few words, as a list. An empty one would not limit, which nobody means who writes it.
fn several<T: Copy>(table: &Table<'_>, name: &str, words: &[(&str, T)], report: &mut Report) -> Vec<T> {
    let Some(field) = table.field(name) else { return Vec::new() };
    let example = words.first().map_or("", |(word, _)| word);
    let example = (*example).to_owned();
    let items = field.items(words.len(), Wanted::List { example }, report);
    if items.is_empty() && field.value.is_array() {
        let name = name.to_owned();
        field.wrong(OfPoll::PollVotersNobody { name }, report);
    }
    items.iter().filter_map(|item| item.choice(words, report)).collect()
}
