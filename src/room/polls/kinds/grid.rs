//! Each item on a scale. The options are the items, one or more; the scale has two to eleven labels, "1" to "5" where none are
//! written. A ballot puts an item on a step, counted from 1, or leaves it out: then it skips it. One that skips all is refused.

use super::needs::{need_options_between, need_scale};
use super::{Form, KindRules, Part, Picture, figure, invalid, quoted};
use crate::room::command::{Ballot, PollPaper};
use crate::room::polls::count::Count;
use crate::room::polls::paper;
use crate::room::polls::table::{self, Table};
use crate::room::refusal::Refusal;

pub(super) struct Rules;

impl KindRules for Rules {
    fn takes(&self) -> &'static [Part] {
        &[Part::Marks]
    }

    fn form(&self) -> &'static [Form] {
        &[Form::Scale]
    }

    fn paper(&self, paper: &mut PollPaper) -> Result<(), Refusal> {
        (paper.min, paper.max) = (None, None);
        need_options_between(paper, 1)?;
        need_scale(paper)
    }

    fn ballot(&self, paper: &PollPaper, ballot: &Ballot) -> Result<Ballot, Refusal> {
        if ballot.marks.is_empty() {
            return Err(invalid("The ballot is empty: rate at least one item."));
        }
        let steps = figure(paper.form.scale.len());
        match ballot.marks.iter().find(|(_, step)| !(1..=steps).contains(*step)) {
            Some((item, step)) => Err(invalid(format!(
                "{} is put on step {step}; the scale has the steps 1 to {steps}.",
                quoted(paper, *item)
            ))),
            None => Ok(ballot.clone()),
        }
    }

    fn count(&self, paper: &PollPaper, ballots: &[&Ballot], count: &mut Count) {
        count.lay_out(paper.form.scale.len());
        for (item, step) in ballots.iter().flat_map(|ballot| &ballot.marks) {
            // A kept ballot has no step 0; if it had, it would be of no step.
            let step = step.checked_sub(1).and_then(|step| usize::try_from(step).ok());
            step.into_iter().for_each(|step| count.add_step(*item, step));
        }
        count.add_up(figure(ballots.len()));
    }

    fn figure(&self) -> &'static str {
        "Mean step"
    }

    fn method(&self, paper: &PollPaper) -> String {
        match paper.form.scale.as_slice() {
            [first, .., last] => {
                let steps = paper.form.scale.len();
                format!("Each item rated on a scale of {steps} steps from “{first}” (1) to “{last}” ({steps}); items could be skipped.")
            }
            _ => "Each item rated on a scale; items could be skipped.".to_owned(),
        }
    }

    fn tables(&self, paper: &PollPaper, count: &Count, _base: u32) -> Vec<Table> {
        let mut header = vec!["Item".to_owned()];
        header.extend(paper.form.scale.iter().cloned());
        header.extend(table::row(["Mean step", "Skipped"]));
        let steps = paper.form.scale.len();
        let line = |(item, words): (_, &str)| {
            let mut spread = count.detail.spread.get(&item).cloned().unwrap_or_default();
            spread.resize(steps, 0);
            let skipped = count.detail.skipped.get(&item).copied().unwrap_or(0);
            let mut row = vec![words.to_owned()];
            row.extend(spread.iter().map(u32::to_string));
            row.extend([table::mean_step(&spread), skipped.to_string()]);
            row
        };
        vec![Table {
            caption: String::new(),
            header,
            rows: paper::options(paper).map(line).collect(),
        }]
    }

    fn picture(&self) -> Picture {
        Picture::Heat
    }
}
