//! Multiple choice: a ballot names from `min` to `max` answers, and each of them counts once.

use super::invalid;
use crate::room::ids::OptionId;
use crate::room::refusal::Refusal;

pub(super) fn check((min, max): (u32, u32), choice: &[OptionId]) -> Result<(), Refusal> {
    let named = choice.len();
    let fits = u32::try_from(named).is_ok_and(|named| (min..=max).contains(&named));
    if fits {
        Ok(())
    } else {
        Err(invalid(format!(
            "This poll takes {min} to {max} answers; the ballot names {named}."
        )))
    }
}

pub(super) fn counted(ballot: &[OptionId]) -> &[OptionId] {
    ballot
}
