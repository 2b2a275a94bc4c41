//! Single choice: a ballot names exactly one answer, and that one counts.

use super::invalid;
use crate::room::ids::OptionId;
use crate::room::refusal::Refusal;

pub(super) fn check(choice: &[OptionId]) -> Result<(), Refusal> {
    match choice.len() {
        1 => Ok(()),
        named => Err(invalid(format!(
            "This poll takes exactly one answer; the ballot names {named}."
        ))),
    }
}

pub(super) fn counted(ballot: &[OptionId]) -> &[OptionId] {
    &ballot[..ballot.len().min(1)]
}
