//! How far one agrees with a statement. The options are the steps of the scale from the lowest, two to eleven; where none are
//! written they are the usual five. A ballot names one step and may give one reason, which is a text about that step and, like
//! all texts, seen when the chair lets it through.

use super::needs::unfit;
use super::{KindRules, Part, Picture, invalid};
use crate::room::command::{Ballot, PollPaper};
use crate::room::polls::count::Count;
use crate::room::limits::{OPTIONS_MIN, SCALE_STEPS_MAX};
use crate::room::polls::paper;
use crate::room::polls::table::{self, Table};
use crate::room::polls::texts;
use crate::room::refusal::Refusal;

pub(super) struct Rules;

impl KindRules for Rules {
    fn takes(&self) -> &'static [Part] {
        &[Part::Choice, Part::Texts]
    }

    fn paper(&self, paper: &mut PollPaper) -> Result<(), Refusal> {
        if paper.options.is_empty() {
            paper.options = table::row(["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"]);
        }
        if !(OPTIONS_MIN..=SCALE_STEPS_MAX).contains(&paper.options.len()) {
            return Err(unfit(format!(
                "A scale of agreement has {OPTIONS_MIN} to {SCALE_STEPS_MAX} steps, not {}.",
                paper.options.len()
            )));
        }
        (paper.min, paper.max) = (Some(1), Some(1));
        Ok(())
    }

    fn ballot(&self, _paper: &PollPaper, ballot: &Ballot) -> Result<Ballot, Refusal> {
        match (ballot.choice.len(), ballot.texts.len()) {
            (1, 0 | 1) => Ok(ballot.clone()),
            (1, reasons) => Err(invalid(format!("A ballot gives one reason at most, not {reasons}."))),
            (0, 0) => Err(invalid("The ballot is empty: choose a step of the scale.")),
            (0, _) => Err(invalid("The ballot gives a reason without an answer: choose a step of the scale.")),
            (named, _) => Err(invalid(format!(
                "This poll takes exactly one step of the scale; the ballot names {named}."
            ))),
        }
    }

    fn count(&self, _paper: &PollPaper, ballots: &[&Ballot], count: &mut Count) {
        ballots.iter().for_each(|ballot| count.add_choice(&ballot.choice));
        let reasons = ballots.iter().flat_map(|ballot| {
            let step = ballot.choice.first().copied();
            ballot.texts.iter().map(move |reason| (reason.as_str(), step))
        });
        count.detail.texts = texts::counted(reasons);
    }

    fn method(&self, paper: &PollPaper) -> String {
        match paper.options.as_slice() {
            [first, .., last] => {
                let steps = paper.options.len();
                format!("Agreement on a scale of {steps} steps from “{first}” (1) to “{last}” ({steps}), with a reason where one was given.")
            }
            _ => "Agreement on a scale, with a reason where one was given.".to_owned(),
        }
    }

    fn tables(&self, paper: &PollPaper, count: &Count, base: u32) -> Vec<Table> {
        let mut steps = table::of_tally(paper, count, base);
        let ballots: Vec<u32> = count.tally.values().copied().collect();
        let mean = format!("Mean step, from 1 to {}", ballots.len());
        steps.rows.push(vec![mean, table::mean_step(&ballots), String::new()]);
        let mut tables = vec![steps];
        if !count.detail.texts.is_empty() {
            tables.push(reasons(paper, count));
        }
        tables
    }

    fn picture(&self) -> Picture {
        Picture::Scale
    }
}

/// The reasons, from the lowest step to the highest.
fn reasons(paper: &PollPaper, count: &Count) -> Table {
    let of_step = |(step, label): (_, &str)| {
        let reasons = texts::ordered(&count.detail.texts).into_iter();
        let of_step = reasons.filter(move |reason| reason.about == Some(step));
        let label = label.to_owned();
        of_step.map(move |reason| vec![label.clone(), reason.text.clone(), reason.written.to_string()])
    };
    Table {
        caption: "Reasons".to_owned(),
        header: table::row(["Answer", "Reason", "Ballots"]),
        rows: paper::options(paper).flat_map(of_step).collect(),
    }
}
