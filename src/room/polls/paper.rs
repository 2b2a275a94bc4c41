//! The wording of a poll and the rules of its vote: what must hold before it becomes a draft. A question, options that differ
//! and whatever its kind asks for, rules that fit each other, and translations of the same shape. Texts lose the blanks around
//! them. The meeting file's prepared polls pass the same check.

use super::kinds;
use crate::room::command::{Axes, PollKind, PollPaper, Results, Secrecy, Translation, VotingRules};
use crate::room::ids::OptionId;
use crate::room::limits::{
    DELEGATION_CHARACTERS_MAX, LABEL_CHARACTERS_MAX, LANGUAGE_CHARACTERS_MAX, OPTION_CHARACTERS_MAX, OPTIONS_MAX, POLL_S_MAX,
    POLL_S_MIN, QUESTION_CHARACTERS_MAX, SCALE_STEPS_MAX, TRANSLATIONS_MAX, VOTING_DELEGATIONS_MAX,
};
use crate::room::refusal::{Code, Refusal};
use crate::room::seat::Role;
use crate::room::text;
use std::collections::{BTreeMap, BTreeSet};

/// The paper as it is kept, with everything written out that was left to its kind, or the refusal that says what is wrong.
pub fn checked(paper: &PollPaper) -> Result<PollPaper, Refusal> {
    let mut kept = paper.clone();
    kinds::take_out_foreign(&mut kept);
    kept.question = text("The question", &paper.question, QUESTION_CHARACTERS_MAX)?;
    kept.options = texts("answer", &paper.options, OPTIONS_MAX, OPTION_CHARACTERS_MAX)?;
    kept.form.scale = texts("step", &kept.form.scale, SCALE_STEPS_MAX, LABEL_CHARACTERS_MAX)?;
    kept.form.axes = kept.form.axes.as_ref().map(checked_axes).transpose()?;
    kept.rules = checked_rules(&paper.rules)?;
    kept.kind.rules().paper(&mut kept)?;
    fits_secrecy(&kept)?;
    kept.language = paper.language.as_deref().map(checked_language).transpose()?;
    kept.translations = checked_translations(&kept)?;
    Ok(kept)
}

fn texts(what: &str, given: &[String], texts_max: usize, characters_max: usize) -> Result<Vec<String>, Refusal> {
    if given.len() > texts_max {
        return Err(match what {
            "answer" => invalid(format!("A poll offers 2 to {texts_max} answers, not {}.", given.len())),
            _ => invalid(format!("A scale has at most {texts_max} steps, not {}.", given.len())),
        });
    }
    let mut seen = BTreeSet::new();
    let mut kept = Vec::new();
    for (place, given) in given.iter().enumerate() {
        let mut called = format!("{what} {}", place + 1);
        called[..1].make_ascii_uppercase();
        let text = text(&called, given, characters_max)?;
        if !seen.insert(text.clone()) {
            return Err(invalid(format!("The {what} “{text}” is there twice.")));
        }
        kept.push(text);
    }
    Ok(kept)
}

fn checked_axes(axes: &Axes) -> Result<Axes, Refusal> {
    Ok(Axes {
        x: text("The axis across", &axes.x, LABEL_CHARACTERS_MAX)?,
        y: text("The axis upwards", &axes.y, LABEL_CHARACTERS_MAX)?,
    })
}

fn checked_rules(rules: &VotingRules) -> Result<VotingRules, Refusal> {
    let mut kept = rules.clone();
    kept.is_final |= rules.secrecy == Secrecy::Secret;
    if rules
        .voters
        .roles
        .iter()
        .any(|role| matches!(role, Role::Screen | Role::Organiser))
    {
        return Err(invalid("Those who vote are participants, chairs or rapporteurs."));
    }
    let named = rules.voters.delegations.len();
    if named > VOTING_DELEGATIONS_MAX {
        return Err(invalid(format!(
            "A poll names at most {VOTING_DELEGATIONS_MAX} delegations as its voters, not {named}."
        )));
    }
    for delegation in &mut kept.voters.delegations {
        *delegation = text("The delegation", delegation, DELEGATION_CHARACTERS_MAX)?;
    }
    within("The quorum", "percent", rules.quorum_percent, 1, 100)?;
    within("The time for voting", "seconds", rules.duration_s, POLL_S_MIN, POLL_S_MAX)?;
    Ok(kept)
}

fn within(what: &str, unit: &str, given: Option<u32>, min: u32, max: u32) -> Result<(), Refusal> {
    match given {
        Some(number) if !(min..=max).contains(&number) => Err(invalid(format!("{what} is {min} to {max} {unit}, not {number}."))),
        _ => Ok(()),
    }
}

/// What cannot be kept secret is not promised.
fn fits_secrecy(paper: &PollPaper) -> Result<(), Refusal> {
    if paper.rules.secrecy != Secrecy::Secret {
        return Ok(());
    }
    if paper.kind.rules().is_supported() {
        return Err(invalid(
            "Ideas cannot be secret: a secret ballot is final, and support comes after the ideas. Choose another secrecy.",
        ));
    }
    if paper.rules.breakdown {
        return Err(invalid(
            "A secret poll is not told by class or group: the ballots do not carry it. Leave the breakdown out.",
        ));
    }
    if paper.rules.late && paper.rules.results == Results::Live {
        return Err(invalid(
            "A secret poll with live results takes in nobody who joins later: the last to come could be told from the last ballots. \
             Show the result at the close, or leave those who join later out.",
        ));
    }
    Ok(())
}

fn checked_language(tag: &str) -> Result<String, Refusal> {
    if tag.len() <= LANGUAGE_CHARACTERS_MAX && text::is_language(tag) {
        return Ok(tag.to_owned());
    }
    Err(invalid(format!(
        "A language is named by its tag, as in “en” or “pt-BR”, not “{}”.",
        tag.chars().take(LANGUAGE_CHARACTERS_MAX).collect::<String>()
    )))
}

fn checked_translations(paper: &PollPaper) -> Result<BTreeMap<String, Translation>, Refusal> {
    if paper.translations.len() > TRANSLATIONS_MAX {
        return Err(invalid(format!("A poll has at most {TRANSLATIONS_MAX} translations.")));
    }
    let translated = paper.translations.iter().map(|(tag, translation)| {
        let tag = checked_language(tag)?;
        if paper.language.as_deref() == Some(tag.as_str()) {
            return Err(invalid(format!(
                "The translation “{tag}” is in the language of the original."
            )));
        }
        Ok((tag.clone(), checked_translation(paper, &tag, translation)?))
    });
    translated.collect()
}

fn checked_translation(paper: &PollPaper, tag: &str, translation: &Translation) -> Result<Translation, Refusal> {
    let same = |given: &[String], original: &[String], what: &str| {
        if given.is_empty() || given.len() == original.len() {
            return Ok(());
        }
        Err(invalid(format!(
            "The translation “{tag}” has {} {what}, the original {}.",
            given.len(),
            original.len()
        )))
    };
    same(&translation.options, &paper.options, "answers")?;
    same(&translation.scale, &paper.form.scale, "steps")?;
    Ok(Translation {
        question: text("The translated question", &translation.question, QUESTION_CHARACTERS_MAX)?,
        options: texts("answer", &translation.options, OPTIONS_MAX, OPTION_CHARACTERS_MAX)?,
        scale: texts("step", &translation.scale, SCALE_STEPS_MAX, LABEL_CHARACTERS_MAX)?,
        axes: translation.axes.as_ref().map(checked_axes).transpose()?,
    })
}

fn text(what: &str, given: &str, characters_max: usize) -> Result<String, Refusal> {
    let text = text::checked(what, given, characters_max).map_err(invalid)?;
    if text.is_empty() {
        Err(invalid(format!("{what} is empty.")))
    } else {
        Ok(text)
    }
}

fn invalid(sentence: impl Into<String>) -> Refusal {
    Refusal::new(Code::PollInvalid, sentence)
}

/// Fewest and most answers of a ballot.
pub fn bounds(paper: &PollPaper) -> (u32, u32) {
    let offered = u32::try_from(paper.options.len()).unwrap_or(u32::MAX);
    match paper.kind {
        PollKind::Single => (1, 1),
        _ => (paper.min.unwrap_or(1), paper.max.unwrap_or(offered)),
    }
}

/// The answers offered, with their ids, in the paper's order.
pub fn options(paper: &PollPaper) -> impl Iterator<Item = (OptionId, &str)> {
    (1..).map(OptionId).zip(paper.options.iter().map(String::as_str))
}
