//! The polls. Drafts are for the chair alone. While a poll is open everybody sees how many have voted; how, only where its
//! result is live. The result is the chair's once the poll is closed and everybody's while it is shown; who voted how goes
//! with it, as far as the secrecy of the poll lets this audience know. Of what voters wrote the chair sees all, the others what was
//! let through.

use crate::room::Room;
use crate::room::command::{Per, Secrecy, Translation};
use crate::room::floor::Group;
use crate::room::ids::{OptionId, SeatId};
use crate::room::limits::MISSING_MAX;
use crate::room::polls::base::{self, Numbers};
use crate::room::polls::count::Count;
use crate::room::polls::texts::TextCount;
use crate::room::polls::texts::TextId;
use crate::room::polls::{Cast, Poll, paper};
use crate::room::seat::Profile;
use crate::room::view::{Audience, CountView, PollState, PollView, PollsView, RollLine, TextView, TranslationView};
use std::collections::BTreeMap;

pub(super) fn view(room: &Room, audience: Audience) -> PollsView {
    let seen = || room.polls.iter().filter(|(_, poll)| sees(audience, poll));
    PollsView {
        items: seen().map(|(id, poll)| (id, poll_view(room, audience, poll))).collect(),
        order: seen().map(|(id, _)| id).collect(),
    }
}

fn sees(audience: Audience, poll: &Poll) -> bool {
    poll.state != PollState::Draft || audience == Audience::Chair
}

fn poll_view(room: &Room, audience: Audience, poll: &Poll) -> PollView {
    let paper = &poll.paper;
    let (min, max) = paper::bounds(paper);
    let electorate = electorate_of(room, poll);
    let count = poll.count().filter(|_| sees_result(audience, poll));
    let chair = audience == Audience::Chair;
    PollView {
        question: paper.question.clone(),
        kind: paper.kind,
        options: options(&paper.options),
        option_order: paper::options(paper).map(|(id, _)| id).collect(),
        min,
        max,
        form: paper.form.clone(),
        rules: paper.rules.clone(),
        language: paper.language.clone(),
        translations: paper
            .translations
            .iter()
            .map(|(tag, texts)| (tag.clone(), translation(texts)))
            .collect(),
        state: poll.state,
        round: poll.round.clone(),
        opened_at: poll.opened_at,
        closes_at: poll.closes_at,
        void_reason: poll.void_reason.clone(),
        shown: poll.shown_at.is_some(),
        shown_at: poll.shown_at,
        turnout: poll.turnout(),
        electorate,
        quorum: base::quorum(&paper.rules, poll.turnout(), electorate),
        tally: count.as_ref().map(|count| count.tally.clone()),
        count: count.as_ref().map(|count| count_view(poll, count, electorate)),
        roll: count.as_ref().and_then(|_| roll(room, audience, poll)),
        texts: texts(audience, poll),
        passes_all: chair && poll.passed.all,
        missing: if chair { missing(room, poll) } else { None },
    }
}

fn electorate_of(room: &Room, poll: &Poll) -> u32 {
    match (&poll.result, poll.state) {
        (Some(result), _) => result.electorate,
        (None, PollState::Draft) => room.headcount.participants,
        (None, _) => poll.electorate.count(),
    }
}

/// Whether this audience may see the result, or the count under way. A live count that is not there to see is nobody's.
fn sees_result(audience: Audience, poll: &Poll) -> bool {
    match poll.state {
        PollState::Open => true,
        PollState::Closed => audience == Audience::Chair || poll.shown_at.is_some(),
        PollState::Draft | PollState::Void => false,
    }
}

fn options(texts: &[String]) -> BTreeMap<OptionId, String> {
    (1..).map(OptionId).zip(texts.iter().cloned()).collect()
}

fn translation(texts: &Translation) -> TranslationView {
    TranslationView {
        question: texts.question.clone(),
        options: options(&texts.options),
        scale: texts.scale.clone(),
        axes: texts.axes.clone(),
    }
}

fn count_view(poll: &Poll, count: &Count, electorate: u32) -> CountView {
    let result = poll.result.as_ref();
    let ballots = poll.counted();
    let numbers = Numbers {
        ballots,
        valid: ballots.saturating_sub(count.detail.abstentions),
        entitled: electorate,
        present: result.and_then(|result| result.present),
    };
    CountView {
        ballots,
        valid: numbers.valid,
        base_number: base::of(&poll.paper.rules, numbers).1,
        present: numbers.present,
        entered: result.map_or(0, |result| result.entered),
        detail: count.detail.clone(),
        classes: result.map(|result| result.classes.clone()).unwrap_or_default(),
        regions: result.map(|result| result.regions.clone()).unwrap_or_default(),
    }
}

/// Who voted how, for those who may know.
fn roll(room: &Room, audience: Audience, poll: &Poll) -> Option<BTreeMap<String, RollLine>> {
    let may_know = match poll.paper.rules.secrecy {
        Secrecy::Named => true,
        Secrecy::Chair => audience == Audience::Chair,
        Secrecy::Undisclosed | Secrecy::Secret => false,
    };
    let lines = poll
        .ballots
        .iter()
        .map(|(voter, cast)| (voter.as_str().to_owned(), roll_line(room, cast)));
    may_know.then(|| lines.collect())
}

fn roll_line(room: &Room, cast: &Cast) -> RollLine {
    let profile = cast.seat.as_ref().map_or(Some(&cast.profile), |seat| profile_of(room, seat));
    RollLine {
        voter: profile.map(called).unwrap_or_default(),
        group: profile.map_or(Group::Unstated, Group::of_region),
        entered: cast.seat.is_none(),
        ballot: cast.ballot.clone(),
    }
}

fn profile_of<'a>(room: &'a Room, seat: &SeatId) -> Option<&'a Profile> {
    room.seats.get(seat).map(|seat| &seat.profile)
}

/// The delegation, with the name of who votes for themselves.
fn called(profile: &Profile) -> String {
    match (&profile.delegation, &profile.name) {
        (Some(delegation), _) => delegation.clone(),
        (None, Some(name)) => name.clone(),
        (None, None) => String::new(),
    }
}

fn texts(audience: Audience, poll: &Poll) -> Option<BTreeMap<TextId, TextView>> {
    if !poll.paper.kind.rules().is_written() || matches!(poll.state, PollState::Draft | PollState::Void) {
        return None;
    }
    let view = |(id, text): (TextId, TextCount)| {
        let passed = poll.passed.has(&id);
        let view = TextView {
            text: text.text,
            written: text.written,
            support: text.support,
            about: text.about,
            passed,
        };
        (passed || audience == Audience::Chair).then_some((id, view))
    };
    Some(poll.texts().into_iter().filter_map(view).collect())
}

/// Who has not voted yet.
fn missing(room: &Room, poll: &Poll) -> Option<Vec<String>> {
    if poll.state != PollState::Open || poll.is_secret() {
        return None;
    }
    let left = poll.electorate.count().saturating_sub(poll.turnout());
    if usize::try_from(left).is_ok_and(|left| left > MISSING_MAX) {
        return None;
    }
    let mut names: BTreeMap<&str, String> = BTreeMap::new();
    for seat in room.seats.values() {
        let voter = poll.electorate.known(&seat.id).filter(|voter| !poll.has_voted(voter));
        let name = || match poll.paper.rules.per {
            Per::Delegation => called(&seat.profile),
            Per::Person => seat.profile.name.clone().unwrap_or_else(|| called(&seat.profile)),
        };
        if let Some(voter) = voter {
            names.entry(voter.as_str()).or_insert_with(name);
        }
    }
    let mut names: Vec<String> = names.into_values().collect();
    names.sort();
    Some(names)
}
