//! Each item placed on two axes, as in impact and feasibility. The options are the items, one or more; both axes are named, and
//! measure different things on the same scale of two to eleven steps, "1" to "5" where none are written. A ballot puts an item
//! on a step across and a step upwards, counted from 1, or leaves it out: then it skips it. One that skips all is refused.

use super::needs::{need_options_between, need_scale, unfit};
use super::{Form, KindRules, Part, Picture, figure, invalid, quoted};
use crate::room::command::{Axes, Ballot, PollPaper};
use crate::room::polls::count::Count;
use crate::room::polls::paper;
use crate::room::polls::table::{self, Table};
use crate::room::refusal::Refusal;

pub(super) struct Rules;

impl KindRules for Rules {
    fn takes(&self) -> &'static [Part] {
        &[Part::Places]
    }

    fn form(&self) -> &'static [Form] {
        &[Form::Scale, Form::Axes]
    }

    fn paper(&self, paper: &mut PollPaper) -> Result<(), Refusal> {
        (paper.min, paper.max) = (None, None);
        need_options_between(paper, 1)?;
        let axes = axes(paper).ok_or_else(|| unfit("A matrix has two axes; say what each of them measures."))?;
        if axes.x == axes.y {
            return Err(unfit(format!("Both axes of the matrix measure “{}”.", axes.x)));
        }
        need_scale(paper)
    }

    fn ballot(&self, paper: &PollPaper, ballot: &Ballot) -> Result<Ballot, Refusal> {
        if ballot.places.is_empty() {
            return Err(invalid("The ballot is empty: place at least one item."));
        }
        let steps = figure(paper.form.scale.len());
        for (item, place) in &ballot.places {
            if let Some(step) = place.iter().find(|step| !(1..=steps).contains(*step)) {
                return Err(invalid(format!(
                    "{} is placed on step {step}; both axes have the steps 1 to {steps}.",
                    quoted(paper, *item)
                )));
            }
        }
        Ok(ballot.clone())
    }

    fn count(&self, paper: &PollPaper, ballots: &[&Ballot], count: &mut Count) {
        let steps = paper.form.scale.len();
        count.lay_out(steps * steps);
        for (item, place) in ballots.iter().flat_map(|ballot| &ballot.places) {
            // A kept ballot has no step 0; if it had, it would be in no cell.
            let step = |axis: usize| place[axis].checked_sub(1).and_then(|step| usize::try_from(step).ok());
            if let (Some(across), Some(upwards)) = (step(0), step(1)) {
                count.add_step(*item, upwards * steps + across);
            }
        }
        count.add_up(figure(ballots.len()));
    }

    fn method(&self, paper: &PollPaper) -> String {
        match (axes(paper), paper.form.scale.as_slice()) {
            (Some(axes), [first, .., last]) => {
                let steps = paper.form.scale.len();
                format!(
                    "Each item placed by {} and {}, both on a scale of {steps} steps from “{first}” (1) to “{last}” ({steps}); items could be skipped.",
                    axes.x, axes.y
                )
            }
            _ => "Each item placed on two axes; items could be skipped.".to_owned(),
        }
    }

    fn tables(&self, paper: &PollPaper, count: &Count, _base: u32) -> Vec<Table> {
        let (x, y) = axes(paper).map_or(("Across", "Upwards"), |axes| (&axes.x, &axes.y));
        let steps = paper.form.scale.len();
        let line = |(item, words): (_, &str)| {
            let cells = count.detail.spread.get(&item).map(Vec::as_slice).unwrap_or_default();
            let figure = |of: &std::collections::BTreeMap<_, u32>| of.get(&item).copied().unwrap_or(0).to_string();
            vec![
                words.to_owned(),
                table::mean_step(&columns(cells, steps)),
                table::mean_step(&rows(cells, steps)),
                figure(&count.tally),
                figure(&count.detail.skipped),
            ]
        };
        vec![Table {
            caption: String::new(),
            header: table::row(["Item", &format!("{x}, mean step"), &format!("{y}, mean step"), "Ballots", "Skipped"]),
            rows: paper::options(paper).map(line).collect(),
        }]
    }

    fn picture(&self) -> Picture {
        Picture::Scatter
    }
}

fn axes(paper: &PollPaper) -> Option<&Axes> {
    paper.form.axes.as_ref()
}

/// Ballots by step across.
fn columns(cells: &[u32], steps: usize) -> Vec<u32> {
    let column = |across| cells.iter().skip(across).step_by(steps.max(1)).sum();
    (0..steps).map(column).collect()
}

/// Ballots by step upwards.
fn rows(cells: &[u32], steps: usize) -> Vec<u32> {
    cells.chunks(steps.max(1)).map(|row| row.iter().sum()).collect()
}
