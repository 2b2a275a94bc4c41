//! What happened on the floor: who spoke, the balance, what the chair decided, and who was not heard.

use super::super::super::contents::Outcome;
use super::super::super::wording::floor;
use super::super::{Part, Role, Words};
use super::{heading, list, paragraph, section};

pub(super) fn parts(outcome: &Outcome) -> Vec<Part> {
    let mut parts = vec![
        section(floor::heading(outcome)),
        paragraph(Role::Body, Words::own(floor::summary(outcome))),
    ];
    parts.extend(floor::speeches(outcome));
    let balance = floor::balance(outcome);
    if !balance.is_empty() {
        parts.push(heading(3, Words::own("Balance")));
        parts.extend(balance);
        parts.extend(floor::beside_the_balance(outcome).map(|sentence| paragraph(Role::Note, Words::own(sentence))));
    }
    if let Some(rulings) = floor::rulings(outcome) {
        parts.push(heading(3, Words::own("Decisions of the chair")));
        parts.push(rulings);
    }
    let not_heard = floor::not_heard(outcome);
    if !not_heard.is_empty() {
        parts.push(heading(3, Words::own(floor::not_heard_heading(outcome))));
        parts.push(list(false, not_heard.into_iter().map(Words::on_a_line)));
    }
    parts
}
