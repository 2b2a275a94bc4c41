//! What may be told of the polls. Drafts were never put to the room. A result is told in the final document, and in a draft where
//! the room has been shown it. Who voted how is told where the poll was a named one and the room is on the record, as are the
//! reasons of void polls; texts, where the chair let them through. Groups that are too small are not in the result any more when it comes here.

use super::super::contents::{Answer, Poll, PollResult, PollRound, Quorum, RollLine, Status};
use super::super::wording;
use super::{counted, named, utc};
use crate::room::Room;
use crate::room::command::{Per, Secrecy};
use crate::room::event::Attribution;
use crate::room::floor::Group;
use crate::room::ids::PollId;
use crate::room::polls::base::{self, Numbers};
use crate::room::polls::count::Count;
use crate::room::polls::kinds::{self, Form};
use crate::room::polls::table::Table;
use crate::room::polls::{self, Cast, paper};
use crate::room::view::PollState;

/// The polls that were put to the room.
pub(super) fn told(room: &Room, status: Status) -> Vec<Poll> {
    let put_to_the_room = room.polls.iter().filter(|(_, poll)| poll.state != PollState::Draft);
    put_to_the_room.map(|(id, one)| poll(room, id, one, status)).collect()
}

fn poll(room: &Room, id: PollId, poll: &polls::Poll, status: Status) -> Poll {
    let (min, max) = paper::bounds(&poll.paper);
    let rules = &poll.paper.rules;
    let result = result(room, poll, status);
    // A paper that was stored before papers were rid of what their kind does not use.
    let mut asked = poll.paper.clone();
    kinds::take_out_foreign(&mut asked);
    Poll {
        id: id.to_string(),
        question: poll.paper.question.clone(),
        kind: poll.paper.kind,
        method: poll.paper.kind.rules().method(&poll.paper),
        min,
        max,
        weight: if rules.stamp {
            wording::WEIGHT.to_owned()
        } else {
            String::new()
        },
        opened_at: poll.opened_at.map(utc),
        closed_at: poll.closed_at.map(utc),
        void_reason: poll.void_reason.as_ref().map(|reason| void_reason(room, reason)),
        round: poll.round.as_ref().map(|round| PollRound {
            first: round.first.to_string(),
            number: round.number,
        }),
        not_shown: result.is_some() && !poll.was_shown,
        per: rules.per,
        entitled: wording::polls::entitled(rules, room.definition.attribution),
        secrecy: rules.secrecy,
        secrecy_rule: wording::polls::secrecy(rules.secrecy, room.definition.attribution).to_owned(),
        language: poll.paper.language.clone().unwrap_or_default(),
        translations: poll.paper.translations.keys().cloned().collect(),
        scale: asked.form.scale,
        axes: asked.form.axes,
        points: asked.form.points,
        breakdown: rules.breakdown,
        answers: answers(poll, result.as_ref()),
        result,
    }
}

/// The chair's reason, which is often about somebody: told on the record, else empty.
fn void_reason(room: &Room, reason: &str) -> String {
    match room.definition.attribution.is_on_the_record() {
        true => reason.to_owned(),
        false => String::new(),
    }
}

/// What was fixed at the close, where it may be told.
fn fixed(poll: &polls::Poll, status: Status) -> Option<&polls::PollResult> {
    let result = poll.result.as_ref().filter(|_| poll.state == PollState::Closed);
    result.filter(|_| poll.shown_at.is_some() || status == Status::Final)
}

fn answers(poll: &polls::Poll, told: Option<&PollResult>) -> Vec<Answer> {
    let tally = told.and(poll.result.as_ref()).map(|result| &result.tally);
    let shares_out_points = poll.paper.kind.rules().has(Form::Points);
    let answer = |(option, text): (_, &str)| {
        let figure = tally.map(|tally| tally.get(&option).copied().unwrap_or(0));
        let ballots = figure.filter(|_| !shares_out_points);
        let percent = told
            .zip(ballots)
            .and_then(|(result, ballots)| percent(ballots, result.percent_base_number));
        Answer {
            id: format!("{option}"),
            text: text.to_owned(),
            ballots,
            points: figure.filter(|_| shares_out_points),
            percent,
        }
    };
    paper::options(&poll.paper).map(answer).collect()
}

fn result(room: &Room, poll: &polls::Poll, status: Status) -> Option<PollResult> {
    let fixed = fixed(poll, status)?;
    let rules = &poll.paper.rules;
    let count = Count {
        tally: fixed.tally.clone(),
        detail: seen(poll, fixed),
    };
    let numbers = Numbers {
        ballots: fixed.ballots,
        valid: fixed.ballots.saturating_sub(fixed.detail.abstentions),
        entitled: fixed.electorate,
        present: fixed.present,
    };
    let (percent_base, percent_base_number) = base::of(rules, numbers);
    let tables = poll.paper.kind.rules().tables(&poll.paper, &count, percent_base_number);
    let percent_of = wording::polls::percent_of(percent_base, percent_base_number);
    Some(PollResult {
        electorate: fixed.electorate,
        ballots: fixed.ballots,
        base: wording::polls::base(fixed.ballots, fixed.electorate, rules),
        valid: numbers.valid,
        present: fixed.present,
        entered: fixed.entered,
        percent_base,
        percent_base_number,
        percent_of: if has_percentages(&tables) { percent_of } else { String::new() },
        quorum: base::quorum(rules, fixed.ballots, fixed.electorate).map(|quorum| Quorum {
            needed: quorum.needed,
            reached: quorum.reached,
        }),
        texts_held: counted(fixed.detail.texts.len() - count.detail.texts.len()),
        detail: count.detail,
        tables,
        by_class: fixed.classes.clone(),
        by_region: fixed.regions.clone(),
        roll: roll(room, poll),
    })
}

/// The figures beside the tally, with the texts that the chair let through.
fn seen(poll: &polls::Poll, fixed: &polls::PollResult) -> polls::count::CountDetail {
    let mut detail = fixed.detail.clone();
    detail.texts.retain(|id, _| poll.passed.has(id));
    detail
}

/// Whether a column has shares of the base; a share of something else says so in its head.
fn has_percentages(tables: &[Table]) -> bool {
    tables.iter().flat_map(|table| &table.header).any(|head| head == "Share")
}

/// Who voted how, by name.
fn roll(room: &Room, poll: &polls::Poll) -> Vec<RollLine> {
    if poll.paper.rules.secrecy != Secrecy::Named || room.definition.attribution != Attribution::OnTheRecord {
        return Vec::new();
    }
    let known = poll.texts();
    let line = |cast: &Cast| {
        let delegation = cast
            .profile
            .delegation
            .clone()
            .filter(|_| poll.paper.rules.per == Per::Delegation);
        RollLine {
            voter: delegation.unwrap_or_else(|| named(&cast.profile)),
            group: Group::of_region(&cast.profile),
            entered: cast.seat.is_none(),
            ballot: poll.seen_of(&cast.ballot, known),
        }
    };
    let mut lines: Vec<RollLine> = poll.ballots.values().map(line).collect();
    lines.sort_by(|one, other| (&one.voter, &one.ballot).cmp(&(&other.voter, &other.ballot)));
    lines
}

/// The share in whole percent, halves rounded up.
fn percent(part: u32, whole: u32) -> Option<u32> {
    let doubled = (u64::from(part) * 200 + u64::from(whole)).checked_div(u64::from(whole) * 2)?;
    u32::try_from(doubled).ok()
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn shares_are_rounded_to_whole_percent() {
        assert_eq!(
            [percent(1, 3), percent(2, 3), percent(1, 8), percent(3, 3)],
            [Some(33), Some(67), Some(13), Some(100)]
        );
        assert_eq!(percent(0, 0), None);
        assert_eq!(percent(u32::MAX, u32::MAX), Some(100));
    }
}
