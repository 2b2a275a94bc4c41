//! Asking again. The chair may take a poll that is closed or void to its next round: a draft of the same wording and rules, to be
//! changed and opened like any other; results of the rounds are shown side by side. And of a closed poll of ideas the chair may
//! make a shortlist: a draft whose answers are the ideas with most support among those let through (ties: more writers, then
//! the alphabet). Refused in other states, when the room has as many polls as it may, and when there are not two ideas.

use super::kinds::Form;
use super::templates::impact_and_feasibility;
use super::{Poll, Round, draft};
use crate::room::Room;
use crate::room::command::{PaperForm, PollKind, PollPaper, Translation};
use crate::room::event::Event;
use crate::room::ids::PollId;
use crate::room::limits::{OPTIONS_MAX, OPTIONS_MIN};
use crate::room::refusal::{Code, Refusal};
use crate::room::view::PollState;
use std::cmp::Reverse;

pub(super) fn decide(room: &Room, poll: PollId) -> Result<Vec<Event>, Refusal> {
    let found = find(room, poll, &[PollState::Closed, PollState::Void])?;
    draft::refuse_too_many(room)?;
    let first = found.round.as_ref().map_or(poll, |round| round.first);
    let rounds = room.polls.iter().filter_map(|(_, poll)| poll.round.as_ref());
    let last = rounds.filter(|round| round.first == first).map(|round| round.number).max();
    Ok(vec![Event::PollDrafted {
        poll: room.polls.next_id(),
        paper: found.paper.clone(),
        round: Some(Round {
            first,
            number: last.unwrap_or(1) + 1,
        }),
    }])
}

pub(super) fn decide_shortlist(room: &Room, poll: PollId, ideas: u32, kind: PollKind) -> Result<Vec<Event>, Refusal> {
    let found = find(room, poll, &[PollState::Closed])?;
    let ideas = usize::try_from(ideas).unwrap_or(usize::MAX);
    if !found.paper.kind.rules().is_supported() {
        return Err(Refusal::new(Code::PollInvalid, format!("Poll {poll} is not one of ideas.")));
    }
    if !(OPTIONS_MIN..=OPTIONS_MAX).contains(&ideas) {
        return Err(Refusal::new(
            Code::OutOfBounds,
            format!("A shortlist has {OPTIONS_MIN} to {OPTIONS_MAX} ideas."),
        ));
    }
    if !kind.rules().judges_any_answers() {
        return Err(Refusal::new(
            Code::PollInvalid,
            "A shortlist is voted on as single or multiple choice, ranking, points, grid or matrix.",
        ));
    }
    let options = best(found, ideas);
    if options.len() < OPTIONS_MIN {
        let sentence = match options.len() {
            0 => "No idea has been let through; a shortlist needs two.",
            _ => "Only one idea has been let through; a shortlist needs two.",
        };
        return Err(Refusal::new(Code::PollInvalid, sentence));
    }
    draft::decide(room, &shortlist(&found.paper, kind, options))
}

/// The question as it was asked, in all its languages; the ideas are in the language of those who wrote them. A matrix has the
/// axes that proposals are usually weighed by, until the chair writes others.
fn shortlist(ideas: &PollPaper, kind: PollKind, options: Vec<String>) -> PollPaper {
    let axes = |tag: &str| impact_and_feasibility(tag).filter(|_| kind.rules().has(Form::Axes));
    let question = |tag: &str, translation: &Translation| Translation {
        question: translation.question.clone(),
        axes: axes(tag),
        ..Translation::default()
    };
    let original = ideas.language.as_deref().and_then(axes).or_else(|| axes("en"));
    let translations = ideas.translations.iter();
    PollPaper {
        question: ideas.question.clone(),
        kind,
        options,
        form: PaperForm {
            axes: original,
            ..PaperForm::default()
        },
        rules: ideas.rules.clone(),
        language: ideas.language.clone(),
        translations: translations.map(|(tag, texts)| (tag.clone(), question(tag, texts))).collect(),
        ..PollPaper::default()
    }
}

fn best(poll: &Poll, ideas: usize) -> Vec<String> {
    let texts = poll.result.iter().flat_map(|result| &result.detail.texts);
    let mut seen: Vec<_> = texts.filter(|(id, _)| poll.passed.has(id)).map(|(_, text)| text).collect();
    seen.sort_by_key(|text| (Reverse(text.support), Reverse(text.written), text.text.clone()));
    seen.into_iter().take(ideas).map(|text| text.text.clone()).collect()
}

fn find<'a>(room: &'a Room, poll: PollId, states: &[PollState]) -> Result<&'a Poll, Refusal> {
    let found = room.polls.find(poll)?;
    if states.contains(&found.state) {
        return Ok(found);
    }
    Err(Refusal::new(Code::PollNotClosed, format!("Close poll {poll} first.")))
}
