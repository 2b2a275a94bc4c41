//! Multiple choice: a ballot names from `min` to `max` answers, and each of them counts once. Kept in the paper's order.

use super::needs::{bound, need_options};
use super::{KindRules, Part, invalid};
use crate::room::command::{Ballot, PollPaper};
use crate::room::polls::count::Count;
use crate::room::polls::paper;
use crate::room::polls::table::{self, Table};
use crate::room::refusal::Refusal;

pub(super) struct Rules;

impl KindRules for Rules {
    fn takes(&self) -> &'static [Part] {
        &[Part::Choice]
    }

    fn paper(&self, paper: &mut PollPaper) -> Result<(), Refusal> {
        need_options(paper)?;
        bound(paper, paper.options.len(), 1)
    }

    fn ballot(&self, paper: &PollPaper, ballot: &Ballot) -> Result<Ballot, Refusal> {
        let (min, max) = paper::bounds(paper);
        let named = ballot.choice.len();
        let fits = u32::try_from(named).is_ok_and(|named| (min..=max).contains(&named));
        if !fits {
            return Err(invalid(format!(
                "This poll takes {min} to {max} answers; the ballot names {named}."
            )));
        }
        let mut kept = ballot.clone();
        kept.choice.sort_unstable();
        Ok(kept)
    }

    fn count(&self, _paper: &PollPaper, ballots: &[&Ballot], count: &mut Count) {
        ballots.iter().for_each(|ballot| count.add_choice(&ballot.choice));
    }

    fn method(&self, paper: &PollPaper) -> String {
        match paper::bounds(paper) {
            (min, max) if min == max => format!("Multiple choice, {max} answers each."),
            (min, max) => format!(
                "Multiple choice, {min} to {max} answers each; shares can add up to more than 100 %."
            ),
        }
    }

    fn tables(&self, paper: &PollPaper, count: &Count, base: u32) -> Vec<Table> {
        vec![table::of_tally(paper, count, base)]
    }
}
