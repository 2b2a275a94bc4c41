//! The tables of a poll: the result as its kind gives it, the rounds side by side, the result by group, and who voted how.

use super::super::contents::{Outcome, Poll, PollResult, RollLine};
use super::floor::group;
use crate::room::command::Ballot;
use crate::room::ids::OptionId;
use crate::room::limits::GROUP_BALLOTS_MIN;
use crate::room::polls::breakdown::ByGroup;
use crate::room::polls::kinds::Form;
use crate::room::polls::table::{Table, mean_step, percent};
use std::collections::BTreeMap;

/// The tables of a poll in the order of the document; none where there is no result.
pub(in super::super) fn tables(outcome: &Outcome, poll: &Poll) -> Vec<Table> {
    let Some(result) = &poll.result else { return Vec::new() };
    let of_kind = result.tables.iter().filter(|table| !table.rows.is_empty()).cloned();
    of_kind
        .chain(rounds(outcome, poll))
        .chain(by_group(poll, "By class", &result.by_class))
        .chain(by_group(poll, "By regional group", &result.by_region))
        .chain(roll(poll, result))
        .collect()
}

/// What is said under the tables of the groups that are not told.
pub(in super::super) fn beside_the_groups(poll: &Poll) -> Option<String> {
    let result = poll.result.as_ref().filter(|_| poll.breakdown)?;
    let is_told = !result.by_class.is_empty() || !result.by_region.is_empty();
    Some(if is_told {
        format!(
            "Groups with fewer than {GROUP_BALLOTS_MIN} ballots are not told, nor others where the difference would tell of them."
        )
    } else {
        format!(
            "Not told by class or region: groups with fewer than {GROUP_BALLOTS_MIN} ballots are kept back, and others with them where the \
             difference would tell of them."
        )
    })
}

/// What a round is called: `Second round`, and from the eleventh on `Round 11`.
pub(super) fn round_name(number: u32) -> String {
    let words = [
        "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth",
    ];
    let word = usize::try_from(number)
        .ok()
        .and_then(|number| words.get(number.checked_sub(1)?));
    word.map_or_else(|| format!("Round {number}"), |word| format!("{word} round"))
}

/// The figures of one answer that tell most, of a result or of a group.
struct Figures<'a> {
    tally: &'a BTreeMap<OptionId, u32>,
    spread: &'a BTreeMap<OptionId, Vec<u32>>,
    base: u32,
}

/// What these figures are.
fn headline_name(poll: &Poll) -> String {
    match &poll.axes {
        Some(axes) => format!("Mean step, {} / {}", axes.x, axes.y),
        None => poll.kind.rules().figure().to_owned(),
    }
}

fn headline(poll: &Poll, option: OptionId, figures: &Figures<'_>) -> String {
    let steps = poll.scale.len().max(1);
    let spread = figures.spread.get(&option).map(Vec::as_slice).unwrap_or_default();
    let tally = figures.tally.get(&option).copied().unwrap_or(0);
    match &poll.axes {
        Some(_) => {
            let across: Vec<u32> = (0..steps).map(|at| spread.iter().skip(at).step_by(steps).sum()).collect();
            let upwards: Vec<u32> = spread.chunks(steps).map(|row| row.iter().sum()).collect();
            format!("{} / {}", mean_step(&across), mean_step(&upwards))
        }
        None if poll.kind.rules().has(Form::Scale) => mean_step(spread),
        None if poll.kind.rules().has(Form::Points) => tally.to_string(),
        None => format!("{tally} ({})", percent(tally, figures.base)),
    }
}

/// The answers of a poll with their ids.
fn answers(poll: &Poll) -> impl Iterator<Item = (OptionId, &str)> {
    (1..)
        .map(OptionId)
        .zip(poll.answers.iter().map(|answer| answer.text.as_str()))
}

/// The rounds side by side, with the last of them that has a result: those with the same answers.
fn rounds(outcome: &Outcome, poll: &Poll) -> Option<Table> {
    let first = poll.round.as_ref().map(|round| &round.first)?;
    let is_same = |other: &&Poll| other.kind == poll.kind && other.result.is_some() && answers(other).eq(answers(poll));
    let mut rounds: Vec<&Poll> = outcome
        .polls
        .iter()
        .filter(|other| other.id == *first || other.round.as_ref().is_some_and(|round| round.first == *first))
        .filter(is_same)
        .collect();
    rounds.sort_by_key(|other| number(other));
    if rounds.len() < 2 || poll.answers.is_empty() || rounds.last().is_none_or(|last| last.id != poll.id) {
        return None;
    }
    let columns = rounds.iter().map(|round| {
        let head = round_name(number(round));
        (head, move |option| cell_of_round(round, option))
    });
    Some(side_by_side(poll, "The rounds side by side", columns.collect()))
}

fn number(poll: &Poll) -> u32 {
    poll.round.as_ref().map_or(1, |round| round.number)
}

/// The figures of an answer in a round, by its place on the paper.
fn cell_of_round(poll: &Poll, option: OptionId) -> String {
    let Some(result) = &poll.result else { return String::new() };
    let figure = |answer: &super::super::contents::Answer| answer.ballots.or(answer.points).unwrap_or(0);
    let tally = (1..).map(OptionId).zip(poll.answers.iter().map(figure)).collect();
    headline(
        poll,
        option,
        &Figures {
            tally: &tally,
            spread: &result.detail.spread,
            base: result.percent_base_number,
        },
    )
}

/// The result by group; shares are of the group's own ballots.
fn by_group(poll: &Poll, caption: &str, groups: &ByGroup) -> Option<Table> {
    if groups.is_empty() || poll.answers.is_empty() {
        return None;
    }
    let columns = groups.iter().map(|(name, of_group)| {
        let head = format!("{} ({})", group(*name), of_group.ballots);
        let figures = Figures {
            tally: &of_group.tally,
            spread: &of_group.spread,
            base: of_group.ballots,
        };
        (head, move |option| headline(poll, option, &figures))
    });
    Some(side_by_side(poll, caption, columns.collect()))
}

fn side_by_side(poll: &Poll, caption: &str, columns: Vec<(String, impl Fn(OptionId) -> String)>) -> Table {
    let heads = columns.iter().map(|(head, _)| head.clone());
    let row = |(option, text): (OptionId, &str)| {
        let cells = columns.iter().map(|(_, cell)| cell(option));
        std::iter::once(text.to_owned()).chain(cells).collect()
    };
    Table {
        caption: format!("{caption}: {}", lower(&headline_name(poll))),
        header: std::iter::once("Answer".to_owned()).chain(heads).collect(),
        rows: answers(poll).map(row).collect(),
    }
}

fn lower(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(char::to_lowercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// Who voted how: those together whose ballots are the same, in the order of the ballot paper, abstentions last.
fn roll(poll: &Poll, result: &PollResult) -> Option<Table> {
    let mut alike: BTreeMap<(bool, &Ballot), Vec<String>> = BTreeMap::new();
    for line in &result.roll {
        let key = (line.ballot.abstain, &line.ballot);
        alike.entry(key).or_default().push(voter(line));
    }
    let row = |((_, ballot), voters): (_, Vec<String>)| vec![in_words(poll, ballot), voters.len().to_string(), voters.join("; ")];
    (!alike.is_empty()).then(|| Table {
        caption: "Who voted how".to_owned(),
        header: ["Ballot", "Number", "Of whom"].map(str::to_owned).into(),
        rows: alike.into_iter().map(row).collect(),
    })
}

fn voter(line: &RollLine) -> String {
    let name = if line.voter.is_empty() { "Not named" } else { &line.voter };
    if line.entered {
        format!("{name} (entered by the secretariat)")
    } else {
        name.to_owned()
    }
}

/// A ballot in words.
fn in_words(poll: &Poll, ballot: &Ballot) -> String {
    if ballot.abstain {
        return "Abstention".to_owned();
    }
    let step = |step: u32| {
        let label = usize::try_from(step)
            .ok()
            .and_then(|step| poll.scale.get(step.checked_sub(1)?));
        label.cloned().unwrap_or_else(|| step.to_string())
    };
    let choice = ballot.choice.iter().map(|option| text_of(poll, *option).to_owned());
    let marks = ballot
        .marks
        .iter()
        .map(|(option, mark)| format!("{}: {}", text_of(poll, *option), step(*mark)));
    let places = ballot
        .places
        .iter()
        .map(|(option, [x, y])| format!("{}: {} / {}", text_of(poll, *option), step(*x), step(*y)));
    let texts = ballot.texts.iter().map(|text| format!("“{text}”"));
    let parts: Vec<String> = choice.chain(marks).chain(places).chain(texts).collect();
    if parts.is_empty() {
        "A ballot whose words are not told".to_owned()
    } else {
        parts.join("; ")
    }
}

fn text_of(poll: &Poll, option: OptionId) -> &str {
    let at = usize::try_from(option.0).ok().and_then(|number| number.checked_sub(1));
    at.and_then(|at| poll.answers.get(at)).map_or("", |answer| &answer.text)
}

/// Whether a column holds figures, which stand under each other.
pub(in super::super) fn is_of_figures(table: &Table, column: usize) -> bool {
    let is_figure = |cell: &String| {
        let mut letters = cell.chars();
        letters.all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | '%' | '\u{2013}' | '(' | ')' | '/' | ' '))
    };
    column > 0 && table.rows.iter().filter_map(|row| row.get(column)).all(is_figure)
}
