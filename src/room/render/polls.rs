//! The polls. Drafts are for the chair alone. While a poll is open everybody sees how many have voted; how, only where its
//! result is live. The result is the chair's once the poll is closed and everybody's while it is shown; who voted how goes
//! with it, as far as the secrecy of the poll lets this audience know. Of what voters wrote the chair sees all, the others what was
//! let through.

use crate::room::Room;
use crate::room::command::{Per, Results, Secrecy, Translation, Voters, VotingRules};
use crate::room::floor::{Group, Unit};
use crate::room::ids::OptionId;
use crate::room::limits::MISSING_MAX;
use crate::room::polls::attribution::as_told;
use crate::room::polls::base::{self, Numbers};
use crate::room::polls::count::CountDetail;
use crate::room::polls::electorate::{Electorate, Voter};
use crate::room::polls::live::Counted;
use crate::room::polls::texts::TextCount;
use crate::room::polls::texts::TextId;
use crate::room::polls::{Cast, Poll, paper};
use crate::room::seat::Profile;
use crate::room::view::{Audience, CountView, PollState, PollView, PollsView, QuorumView, RollLine, TextView, TranslationView};
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
        quorum: quorum(poll, electorate),
        tally: count.map(|count| count.tally.clone()),
        count: count.map(|count| count_view(poll, count, electorate)),
        roll: count.and_then(|_| roll(room, audience, poll)),
        texts: texts(audience, poll, count.is_some()),
        passes_all: chair && poll.passed.all,
        missing: if chair { missing(room, poll) } else { None },
    }
}

fn electorate_of(room: &Room, poll: &Poll) -> u32 {
    match (&poll.result, poll.state) {
        (Some(result), _) => result.electorate,
        (None, PollState::Draft) => would_vote(room, &poll.paper.rules),
        (None, _) => poll.electorate.count(),
    }
}

/// How many would vote if the draft were opened now. Most drafts are for every participant, who are counted already.
fn would_vote(room: &Room, rules: &VotingRules) -> u32 {
    if rules.per == Per::Person && rules.voters == Voters::default() {
        return room.headcount.participants;
    }
    Electorate::count_of(rules, room.seats.values())
}

/// A void poll has no result that could be valid or not.
fn quorum(poll: &Poll, electorate: u32) -> Option<QuorumView> {
    let counts = poll.state != PollState::Void;
    base::quorum(&poll.paper.rules, poll.turnout(), electorate).filter(|_| counts)
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

fn count_view(poll: &Poll, count: Counted<'_>, electorate: u32) -> CountView {
    let result = poll.result.as_ref();
    let ballots = count.ballots;
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
        detail: figures(count.detail),
        classes: result.map(|result| result.classes.clone()).unwrap_or_default(),
        regions: result.map(|result| result.regions.clone()).unwrap_or_default(),
    }
}

/// The figures without the texts: those are told one by one, as the chair lets them through.
fn figures(detail: &CountDetail) -> CountDetail {
    CountDetail {
        abstentions: detail.abstentions,
        spread: detail.spread.clone(),
        skipped: detail.skipped.clone(),
        borda: detail.borda.clone(),
        runoff: detail.runoff.clone(),
        texts: BTreeMap::new(),
    }
}

/// Who voted how, for those who may know; in a room that is not on the record, nobody.
fn roll(room: &Room, audience: Audience, poll: &Poll) -> Option<BTreeMap<String, RollLine>> {
    let may_know = match as_told(room.definition.attribution, poll.paper.rules.secrecy) {
        Secrecy::Named => true,
        Secrecy::Chair => audience == Audience::Chair,
        Secrecy::Undisclosed | Secrecy::Secret => false,
    };
    let known = poll.texts();
    let line = |(voter, cast): (&Unit, &Cast)| (voter.as_str().to_owned(), roll_line(audience, poll, cast, known));
    may_know.then(|| poll.ballots.iter().map(line).collect())
}

fn roll_line(audience: Audience, poll: &Poll, cast: &Cast, known: &BTreeMap<TextId, TextCount>) -> RollLine {
    RollLine {
        voter: called(&cast.profile),
        group: Group::of_region(&cast.profile),
        entered: cast.seat.is_none(),
        ballot: match audience {
            Audience::Chair => cast.ballot.clone(),
            _ => poll.seen_of(&cast.ballot, known),
        },
    }
}

/// The delegation, with the name of who votes for themselves.
fn called(profile: &Profile) -> String {
    match (&profile.delegation, &profile.name) {
        (Some(delegation), _) => delegation.clone(),
        (None, Some(name)) => name.clone(),
        (None, None) => String::new(),
    }
}

/// What voters wrote. How many stand behind a text is part of the result: where that is hidden, it is 0 for all but the chair, who
/// needs it to choose. A reason tells how its writer voted, so it comes with the result, to the chair as well.
fn texts(audience: Audience, poll: &Poll, counted: bool) -> Option<BTreeMap<TextId, TextView>> {
    if !poll.paper.kind.rules().is_written() || matches!(poll.state, PollState::Draft | PollState::Void) {
        return None;
    }
    let chair = audience == Audience::Chair;
    let seen = |(id, text): &(&TextId, &TextCount)| (chair || poll.passed.has(id)) && (counted || text.about.is_none());
    let figure = |figure: u32| if counted || chair { figure } else { 0 };
    let view = |(id, text): (&TextId, &TextCount)| {
        let view = TextView {
            text: text.text.clone(),
            written: figure(text.written),
            support: figure(text.support),
            about: text.about,
            passed: poll.passed.has(id),
        };
        (id.clone(), view)
    };
    Some(poll.texts().iter().filter(seen).map(view).collect())
}

/// Whether the chair may know who has not voted yet. Where it is not disclosed who voted how, not beside a live count, nor beside
/// texts as they are written: name after name goes while figure after figure comes.
fn names_missing(room: &Room, poll: &Poll) -> bool {
    let is_followed = poll.paper.rules.results == Results::Live || poll.paper.kind.rules().is_written();
    match as_told(room.definition.attribution, poll.paper.rules.secrecy) {
        Secrecy::Named | Secrecy::Chair => true,
        Secrecy::Undisclosed => !is_followed,
        Secrecy::Secret => false,
    }
}

/// Who has not voted yet. Two sorted lists are gone through side by side, because a hall has ten thousand voters.
fn missing(room: &Room, poll: &Poll) -> Option<Vec<String>> {
    if poll.state != PollState::Open || !names_missing(room, poll) {
        return None;
    }
    let left = poll.electorate.count().saturating_sub(poll.turnout());
    if usize::try_from(left).is_ok_and(|left| left > MISSING_MAX) {
        return None;
    }
    let mut voted = poll.ballots.keys().peekable();
    let mut names = Vec::new();
    for (voter, who) in poll.electorate.voters() {
        while voted.next_if(|other| *other < voter).is_some() {}
        if voted.next_if_eq(&voter).is_none() {
            names.push(missing_name(room, poll, who));
        }
    }
    names.sort();
    Some(names)
}

fn missing_name(room: &Room, poll: &Poll, who: &Voter) -> String {
    let own = who
        .seats
        .first()
        .and_then(|seat| room.seats.get(seat))
        .map(|seat| &seat.profile);
    match (poll.paper.rules.per, own) {
        (Per::Person, Some(own)) => own.name.clone().unwrap_or_else(|| called(own)),
        _ => called(&who.profile),
    }
}
