//! Points shared out among the answers. The paper says how many, 1 to 1,000, a hundred where it says nothing; a ballot gives
//! exactly so many, all of them to one answer if it likes. An answer that gets none is left out of the kept ballot.

use super::needs::{need_options, unfit};
use super::{Form, KindRules, Part, invalid};
use crate::room::command::{Ballot, PollPaper};
use crate::room::polls::count::Count;
use crate::room::limits::POINTS_MAX;
use crate::room::polls::paper;
use crate::room::polls::table::{self, Table};
use crate::room::refusal::Refusal;

pub(super) struct Rules;

/// How many points a ballot shares out where the paper does not say.
const USUAL: u32 = 100;

impl KindRules for Rules {
    fn takes(&self) -> &'static [Part] {
        &[Part::Marks]
    }

    fn form(&self) -> &'static [Form] {
        &[Form::Points]
    }

    fn paper(&self, paper: &mut PollPaper) -> Result<(), Refusal> {
        (paper.min, paper.max) = (None, None);
        need_options(paper)?;
        let points = points(paper);
        if !(1..=POINTS_MAX).contains(&points) {
            return Err(unfit(format!("A ballot shares out 1 to {POINTS_MAX} points, not {points}.")));
        }
        paper.form.points = Some(points);
        Ok(())
    }

    fn ballot(&self, paper: &PollPaper, ballot: &Ballot) -> Result<Ballot, Refusal> {
        let mut kept = ballot.clone();
        kept.marks.retain(|_, given| *given > 0);
        let points = u64::from(points(paper));
        let given: u64 = kept.marks.values().copied().map(u64::from).sum();
        if kept.marks.is_empty() {
            Err(invalid(format!("The ballot is empty: share out {points} points.")))
        } else if given < points {
            let missing = points - given;
            Err(invalid(format!("{given} of {points} points are given; give {missing} more.")))
        } else if given > points {
            let excess = given - points;
            Err(invalid(format!("{given} points are given, but there are {points}; take {excess} back.")))
        } else {
            Ok(kept)
        }
    }

    fn count(&self, _paper: &PollPaper, ballots: &[&Ballot], count: &mut Count) {
        for (option, given) in ballots.iter().flat_map(|ballot| &ballot.marks) {
            count.tally.entry(*option).and_modify(|sum| *sum = sum.saturating_add(*given));
        }
    }

    fn figure(&self) -> &'static str {
        "Points"
    }

    fn method(&self, paper: &PollPaper) -> String {
        format!("Each ballot shares out {} points among the answers.", points(paper))
    }

    fn tables(&self, paper: &PollPaper, count: &Count, _base: u32) -> Vec<Table> {
        let all = count.tally.values().fold(0u32, |all, sum| all.saturating_add(*sum));
        // Every ballot gives all of its points, so that their sum tells how many there are.
        let ballots = all / points(paper).max(1);
        let line = |(option, words): (_, &str)| {
            let sum = count.tally.get(&option).copied().unwrap_or(0);
            vec![
                words.to_owned(),
                sum.to_string(),
                table::percent(sum, all),
                table::mean(u64::from(sum), ballots),
            ]
        };
        vec![Table {
            caption: String::new(),
            header: table::row(["Answer", "Points", "Share of all points", "Mean of a ballot"]),
            rows: paper::options(paper).map(line).collect(),
        }]
    }
}

fn points(paper: &PollPaper) -> u32 {
    paper.form.points.unwrap_or(USUAL)
}
