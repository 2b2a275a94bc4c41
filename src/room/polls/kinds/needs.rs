//! What the papers of several kinds need alike: options or none, a scale, bounds of a ballot.

use super::figure;
use crate::room::command::PollPaper;
use crate::room::limits::{OPTIONS_MAX, OPTIONS_MIN, SCALE_STEPS_MAX};
use crate::room::refusal::{Code, Refusal};

/// A paper does not hold up.
pub(super) fn unfit(sentence: impl Into<String>) -> Refusal {
    Refusal::new(Code::PollInvalid, sentence)
}

/// Two to twenty options, as the kinds need that let people choose among them.
pub(super) fn need_options(paper: &PollPaper) -> Result<(), Refusal> {
    need_options_between(paper, OPTIONS_MIN)
}

/// The same with another least number.
pub(super) fn need_options_between(paper: &PollPaper, least: usize) -> Result<(), Refusal> {
    if (least..=OPTIONS_MAX).contains(&paper.options.len()) {
        return Ok(());
    }
    Err(unfit(format!(
        "A poll offers {least} to {OPTIONS_MAX} answers, not {}.",
        paper.options.len()
    )))
}

/// No options, as the kinds need in which voters write them.
pub(super) fn need_no_options(paper: &PollPaper) -> Result<(), Refusal> {
    match paper.options.len() {
        0 => Ok(()),
        offered => Err(unfit(format!(
            "Voters write the answers of this poll; take out the {offered} that it offers."
        ))),
    }
}

/// A scale of two steps or more; left out, it is 1 to 5.
pub(super) fn need_scale(paper: &mut PollPaper) -> Result<(), Refusal> {
    if paper.form.scale.is_empty() {
        paper.form.scale = (1..=5).map(|step: u32| step.to_string()).collect();
    }
    match paper.form.scale.len() {
        1 => Err(unfit(format!("A scale has 2 to {SCALE_STEPS_MAX} steps, not 1."))),
        _ => Ok(()),
    }
}

/// Most texts of a ballot; what is left out is `usual`.
pub(super) fn bound_texts(paper: &mut PollPaper, usual: u32, most: u32) -> Result<(), Refusal> {
    let max = paper.max.unwrap_or(usual);
    if !(1..=most).contains(&max) {
        return Err(unfit(format!("A ballot of this poll can hold 1 to {most} texts, not {max}.")));
    }
    (paper.min, paper.max) = (Some(1), Some(max));
    Ok(())
}

/// Bounds of a ballot that `offered` answers can meet; what is left out is `least` and all.
pub(super) fn bound(paper: &mut PollPaper, offered: usize, least: u32) -> Result<(), Refusal> {
    let offered = figure(offered);
    let (min, max) = (paper.min.unwrap_or(least), paper.max.unwrap_or(offered));
    if 1 <= min && min <= max && max <= offered {
        (paper.min, paper.max) = (Some(min), Some(max));
        return Ok(());
    }
    Err(unfit(format!("A ballot cannot hold {min} to {max} of {offered} answers.")))
}
