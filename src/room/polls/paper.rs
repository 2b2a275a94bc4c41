//! The wording of a poll: what must hold before it becomes a draft. A question, two to twenty answers that differ, and, for
//! multiple choice, bounds that a ballot can meet; a single choice is exactly one, whatever bounds were written beside it.
//! Texts lose the blanks around them. The meeting file's prepared polls pass the same check.

use crate::room::command::{PollKind, PollPaper};
use crate::room::ids::OptionId;
use crate::room::limits::{OPTION_CHARACTERS_MAX, OPTIONS_MAX, OPTIONS_MIN, QUESTION_CHARACTERS_MAX};
use crate::room::refusal::{Code, Refusal};
use crate::room::text;
use std::collections::BTreeSet;

/// The paper as it is kept, with its bounds written out, or the refusal that says what is wrong with it.
pub fn checked(paper: &PollPaper) -> Result<PollPaper, Refusal> {
    let question = text("The question", &paper.question, QUESTION_CHARACTERS_MAX)?;
    let options = checked_options(&paper.options)?;
    let (min, max) = match paper.kind {
        PollKind::Single => (1, 1),
        PollKind::Multiple => checked_bounds(paper, options.len())?,
    };
    Ok(PollPaper {
        question,
        kind: paper.kind,
        options,
        min: Some(min),
        max: Some(max),
    })
}

fn checked_options(options: &[String]) -> Result<Vec<String>, Refusal> {
    if !(OPTIONS_MIN..=OPTIONS_MAX).contains(&options.len()) {
        return Err(invalid(format!(
            "A poll offers {OPTIONS_MIN} to {OPTIONS_MAX} answers, not {}.",
            options.len()
        )));
    }
    let mut seen = BTreeSet::new();
    for (place, option) in options.iter().enumerate() {
        let option = text(&format!("Answer {}", place + 1), option, OPTION_CHARACTERS_MAX)?;
        if !seen.insert(option.clone()) {
            return Err(invalid(format!("The answer “{option}” is there twice.")));
        }
    }
    Ok(options.iter().map(|option| option.trim().to_owned()).collect())
}

fn checked_bounds(paper: &PollPaper, offered: usize) -> Result<(u32, u32), Refusal> {
    let offered = u32::try_from(offered).unwrap_or(u32::MAX);
    let (min, max) = (paper.min.unwrap_or(1), paper.max.unwrap_or(offered));
    if 1 <= min && min <= max && max <= offered {
        return Ok((min, max));
    }
    Err(invalid(format!("A ballot cannot hold {min} to {max} of {offered} answers.")))
}

fn text(what: &str, given: &str, characters_max: usize) -> Result<String, Refusal> {
    let text = text::checked(what, given, characters_max).map_err(invalid)?;
    if text.is_empty() {
        Err(invalid(format!("{what} is empty.")))
    } else {
        Ok(text)
    }
}

fn invalid(sentence: String) -> Refusal {
    Refusal::new(Code::PollInvalid, sentence)
}

/// Fewest and most answers of a ballot.
pub fn bounds(paper: &PollPaper) -> (u32, u32) {
    let offered = u32::try_from(paper.options.len()).unwrap_or(u32::MAX);
    match paper.kind {
        PollKind::Single => (1, 1),
        PollKind::Multiple => (paper.min.unwrap_or(1), paper.max.unwrap_or(offered)),
    }
}

/// The answers offered, with their ids, in the paper's order.
pub fn options(paper: &PollPaper) -> impl Iterator<Item = (OptionId, &str)> {
    (1..).map(OptionId).zip(paper.options.iter().map(String::as_str))
}
