//! Single choice: a ballot names exactly one answer, and that one counts. Bounds written beside it are overruled.

use super::needs::need_options;
use super::{KindRules, Part, invalid};
use crate::room::command::{Ballot, PollPaper};
use crate::room::polls::count::Count;
use crate::room::polls::table::{self, Table};
use crate::room::refusal::Refusal;

pub(super) struct Rules;

impl KindRules for Rules {
    fn takes(&self) -> &'static [Part] {
        &[Part::Choice]
    }

    fn paper(&self, paper: &mut PollPaper) -> Result<(), Refusal> {
        (paper.min, paper.max) = (Some(1), Some(1));
        need_options(paper)
    }

    fn ballot(&self, _paper: &PollPaper, ballot: &Ballot) -> Result<Ballot, Refusal> {
        match ballot.choice.len() {
            1 => Ok(ballot.clone()),
            named => Err(invalid(format!(
                "This poll takes exactly one answer; the ballot names {named}."
            ))),
        }
    }

    fn count(&self, _paper: &PollPaper, ballots: &[&Ballot], count: &mut Count) {
        ballots.iter().for_each(|ballot| count.add_choice(&ballot.choice));
    }

    fn method(&self, _paper: &PollPaper) -> String {
        "Single choice.".to_owned()
    }

    fn tables(&self, paper: &PollPaper, count: &Count, base: u32) -> Vec<Table> {
        vec![table::of_tally(paper, count, base)]
    }
}
