//! The answers in order of preference. The paper says how many a ballot ranks, all where it says nothing; with a lower `min` a
//! ballot may leave answers out. A ballot names them from the first to the last, or gives each its place; then places begin
//! with 1, and a gap or two answers at one place are refused. It is counted in two ways, and both are shown.
//!
//! **Borda** (Jean-Charles de Borda, 1781): of n answers the first of a ballot gets n-1 points, the second n-2, and so on; the last
//! of n gets none, nor does an answer that the ballot leaves out.
//!
//! **Instant run-off** (the single transferable vote for one winner; William Robert Ware, about 1870): a ballot counts for the
//! first of its answers that is still in. An absolute majority of the ballots that are not exhausted (those that still name an
//! answer that is in) decides. Else the answer with fewest ballots is out, one in each round, and the next round begins.
//!
//! **Ties** for the fewest: out is the one with fewer ballots in the round before, or in the latest round in which they differ, as
//! the rules of the Scottish local elections of 2007 have it. Where lots are drawn there, the same ballots have to give the same
//! result here at any time: out is the one with fewer Borda points, and after that the one that stands later on the paper. A round
//! in which several had the fewest says that it was `tied`.

use super::needs::{bound, need_options};
use super::{KindRules, Part, figure, invalid, quoted};
use crate::room::command::{Ballot, PollPaper};
use crate::room::ids::OptionId;
use crate::room::polls::count::{Count, RunoffRound};
use crate::room::polls::paper;
use crate::room::polls::table::{self, Table};
use crate::room::refusal::Refusal;
use std::cmp::Reverse;
use std::collections::BTreeMap;

pub(super) struct Rules;

/// Rounds side by side in one table: what fits a page.
const ROUNDS_OF_A_TABLE: usize = 6;

impl KindRules for Rules {
    fn takes(&self) -> &'static [Part] {
        &[Part::Choice, Part::Marks]
    }

    fn paper(&self, paper: &mut PollPaper) -> Result<(), Refusal> {
        need_options(paper)?;
        let offered = paper.options.len();
        let least = paper.max.unwrap_or(figure(offered));
        bound(paper, offered, least)
    }

    fn ballot(&self, paper: &PollPaper, ballot: &Ballot) -> Result<Ballot, Refusal> {
        let choice = match (ballot.choice.is_empty(), ballot.marks.is_empty()) {
            (false, false) => Err(invalid("Say the order in one way: either a list or places, not both.")),
            (true, true) => Err(invalid("The ballot is empty: put the answers in order.")),
            (false, true) => Ok(ballot.choice.clone()),
            (true, false) => by_place(paper, &ballot.marks),
        }?;
        let (min, max) = paper::bounds(paper);
        let ranked = figure(choice.len());
        if !(min..=max).contains(&ranked) {
            let bounds = if min == max { min.to_string() } else { format!("{min} to {max}") };
            return Err(invalid(format!("This poll ranks {bounds} answers; the ballot ranks {ranked}.")));
        }
        Ok(Ballot {
            choice,
            ..Ballot::default()
        })
    }

    fn count(&self, _paper: &PollPaper, ballots: &[&Ballot], count: &mut Count) {
        let rankings: Vec<&[OptionId]> = ballots.iter().map(|ballot| ballot.choice.as_slice()).collect();
        for first in rankings.iter().filter_map(|ranking| ranking.first()) {
            count.add_choice(&[*first]);
        }
        count.detail.borda = borda(count.tally.keys().copied(), &rankings);
        count.detail.runoff = runoff(&count.detail.borda, &rankings);
    }

    fn figure(&self) -> &'static str {
        "First places"
    }

    fn method(&self, paper: &PollPaper) -> String {
        let offered = paper.options.len();
        let ranked = match paper::bounds(paper) {
            (min, max) if min == max && max == figure(offered) => format!("all {offered}"),
            (min, max) if min == max => format!("{max} of {offered}"),
            (min, max) => format!("{min} to {max} of {offered}"),
        };
        format!("Ranking of {ranked} answers, counted in two ways: by Borda points and by instant run-off.")
    }

    fn tables(&self, paper: &PollPaper, count: &Count, _base: u32) -> Vec<Table> {
        let mut tables = vec![borda_table(paper, count)];
        tables.extend(runoff_tables(paper, &count.detail.runoff));
        tables
    }
}

/// The order that places say.
fn by_place(paper: &PollPaper, places: &BTreeMap<OptionId, u32>) -> Result<Vec<OptionId>, Refusal> {
    let mut sorted: Vec<(u32, OptionId)> = places.iter().map(|(option, place)| (*place, *option)).collect();
    sorted.sort_unstable();
    let mut order: Vec<OptionId> = Vec::new();
    for (next, (place, option)) in (1..).zip(sorted) {
        let words = quoted(paper, option);
        match order.last() {
            _ if place == next => order.push(option),
            _ if place > next => return Err(invalid(format!("The ranking has a gap: nobody is at place {next}."))),
            Some(other) => {
                let other = quoted(paper, *other);
                return Err(invalid(format!("The ranking has a tie: {other} and {words} are both at place {place}.")));
            }
            None => return Err(invalid(format!("Places begin with 1; {words} is at place {place}."))),
        }
    }
    Ok(order)
}

fn borda(options: impl Iterator<Item = OptionId>, rankings: &[&[OptionId]]) -> BTreeMap<OptionId, u32> {
    let mut points: BTreeMap<OptionId, u32> = options.map(|option| (option, 0)).collect();
    let best = figure(points.len()).saturating_sub(1);
    for ranking in rankings {
        for (place, option) in (0..).zip(*ranking) {
            let given = best.saturating_sub(place);
            points.entry(*option).and_modify(|sum| *sum = sum.saturating_add(given));
        }
    }
    points
}

/// The ballots of each answer that is still in, as piles: of each ballot, what it names after that answer.
struct Piles<'a> {
    piles: BTreeMap<OptionId, Vec<&'a [OptionId]>>,
    exhausted: u32,
}

impl<'a> Piles<'a> {
    /// Puts a ballot on the pile of the first of its answers that is still in.
    fn put(&mut self, ballot: &'a [OptionId]) {
        for (place, option) in (1..).zip(ballot) {
            if let Some(pile) = self.piles.get_mut(option) {
                pile.push(ballot.get(place..).unwrap_or_default());
                return;
            }
        }
        self.exhausted += 1;
    }

    fn votes(&self) -> BTreeMap<OptionId, u32> {
        self.piles.iter().map(|(option, pile)| (*option, figure(pile.len()))).collect()
    }
}

/// The rounds until an absolute majority; none where there is no ballot.
fn runoff(borda: &BTreeMap<OptionId, u32>, rankings: &[&[OptionId]]) -> Vec<RunoffRound> {
    let mut piles = Piles {
        piles: borda.keys().map(|option| (*option, Vec::new())).collect(),
        exhausted: 0,
    };
    rankings.iter().for_each(|ballot| piles.put(ballot));
    let mut rounds: Vec<RunoffRound> = Vec::new();
    while !rankings.is_empty() {
        let votes = piles.votes();
        let decided = majority(&votes).is_some() || votes.len() < 2;
        rounds.push(RunoffRound {
            votes,
            exhausted: piles.exhausted,
            ..RunoffRound::default()
        });
        if decided {
            break;
        }
        let Some(out) = exclude(&mut rounds, borda) else { break };
        for ballot in piles.piles.remove(&out).unwrap_or_default() {
            piles.put(ballot);
        }
    }
    rounds
}

/// Who has more than half of the ballots that are not exhausted.
fn majority(votes: &BTreeMap<OptionId, u32>) -> Option<OptionId> {
    let all: u64 = votes.values().copied().map(u64::from).sum();
    let wins = |(_, votes): &(&OptionId, &u32)| u64::from(**votes) * 2 > all;
    votes.iter().find(wins).map(|(option, _)| *option)
}

/// Writes into the last round who is out after it.
fn exclude(rounds: &mut [RunoffRound], borda: &BTreeMap<OptionId, u32>) -> Option<OptionId> {
    let last = rounds.last()?;
    let fewest = last.votes.values().min().copied()?;
    let tied: Vec<OptionId> = last.votes.iter().filter(|(_, votes)| **votes == fewest).map(|(option, _)| *option).collect();
    let before = |option: &OptionId| -> Vec<u32> {
        let votes = rounds.iter().rev().map(|round| round.votes.get(option).copied());
        votes.map(Option::unwrap_or_default).collect()
    };
    let points = |option: &OptionId| borda.get(option).copied().unwrap_or(0);
    let out = tied.iter().copied().min_by_key(|option| (before(option), points(option), Reverse(*option)))?;
    let last = rounds.last_mut()?;
    (last.out, last.tied) = (Some(out), tied.len() > 1);
    Some(out)
}

/// From most points to fewest.
fn borda_table(paper: &PollPaper, count: &Count) -> Table {
    let mut answers: Vec<_> = paper::options(paper).collect();
    let points = |option: &OptionId| count.detail.borda.get(option).copied().unwrap_or(0);
    answers.sort_by_key(|(option, _)| Reverse(points(option)));
    let line = |(option, words): (OptionId, &str)| {
        let first = count.tally.get(&option).copied().unwrap_or(0);
        vec![words.to_owned(), points(&option).to_string(), first.to_string()]
    };
    Table {
        caption: format!(
            "Borda count: {} points for a first place, one fewer for each place after it, none for an answer left out",
            paper.options.len().saturating_sub(1)
        ),
        header: table::row(["Answer", "Points", "First places"]),
        rows: answers.into_iter().map(line).collect(),
    }
}

/// The rounds side by side, as many tables as they need.
fn runoff_tables(paper: &PollPaper, rounds: &[RunoffRound]) -> Vec<Table> {
    let chunks = (1..).step_by(ROUNDS_OF_A_TABLE).zip(rounds.chunks(ROUNDS_OF_A_TABLE));
    chunks.map(|(first, rounds)| runoff_table(paper, first, rounds)).collect()
}

fn runoff_table(paper: &PollPaper, first: usize, rounds: &[RunoffRound]) -> Table {
    let mut header = vec!["Answer".to_owned()];
    header.extend((first..).zip(rounds).map(|(number, _)| format!("Round {number}")));
    let line = |(option, words): (OptionId, &str)| {
        let mut row = vec![words.to_owned()];
        row.extend(rounds.iter().map(|round| cell(round, option)));
        row
    };
    let mut exhausted = vec!["Exhausted ballots".to_owned()];
    exhausted.extend(rounds.iter().map(|round| round.exhausted.to_string()));
    let mut rows: Vec<_> = paper::options(paper).map(line).collect();
    rows.push(exhausted);
    Table {
        caption: "Instant run-off: ballots for each answer still in".to_owned(),
        header,
        rows,
    }
}

fn cell(round: &RunoffRound, option: OptionId) -> String {
    let Some(votes) = round.votes.get(&option) else {
        return "–".to_owned();
    };
    match round.out {
        Some(out) if out == option && round.tied => format!("{votes} (out by the rule for ties)"),
        Some(out) if out == option => format!("{votes} (out)"),
        None if majority(&round.votes) == Some(option) => format!("{votes} (majority)"),
        _ => votes.to_string(),
    }
}
