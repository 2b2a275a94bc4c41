//! Yes, no or abstention: a show of hands. The paper has two answers, "Yes" and "No" where none are written, and always takes
//! abstentions; a ballot names one of the answers or abstains. Bounds written beside it are overruled.

use super::needs::unfit;
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
        if paper.options.is_empty() {
            paper.options = table::row(["Yes", "No"]);
        }
        if paper.options.len() != 2 {
            return Err(unfit(format!(
                "A poll of yes and no has two answers, not {}; abstention is always there.",
                paper.options.len()
            )));
        }
        paper.form.abstain = true;
        (paper.min, paper.max) = (Some(1), Some(1));
        Ok(())
    }

    fn ballot(&self, _paper: &PollPaper, ballot: &Ballot) -> Result<Ballot, Refusal> {
        match ballot.choice.len() {
            1 => Ok(ballot.clone()),
            0 => Err(invalid("The ballot is empty: choose an answer, or abstain.")),
            named => Err(invalid(format!(
                "This poll takes one answer or an abstention; the ballot names {named}."
            ))),
        }
    }

    fn count(&self, _paper: &PollPaper, ballots: &[&Ballot], count: &mut Count) {
        ballots.iter().for_each(|ballot| count.add_choice(&ballot.choice));
    }

    fn judges_any_answers(&self) -> bool {
        false
    }

    fn method(&self, paper: &PollPaper) -> String {
        let answers = paper.options.join(", ");
        format!("Show of hands: {answers} or abstention.")
    }

    fn tables(&self, paper: &PollPaper, count: &Count, base: u32) -> Vec<Table> {
        let mut table = table::of_tally(paper, count, base);
        let abstentions = count.detail.abstentions;
        table.rows.push(vec![
            "Abstention".to_owned(),
            abstentions.to_string(),
            table::percent(abstentions, base),
        ]);
        vec![table]
    }
}
