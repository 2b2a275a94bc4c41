//! Drawings of what came out of polls, beside the tables that have the figures: bars, a scale of agreement, a grid of items and
//! steps, items on two axes, a cloud of words. Each is one `svg` element on a white ground of its own, for screens in the dark
//! too, and told apart by more than colour. The same poll gives the same drawing.

mod bars;
mod canvas;
mod cloud;
mod heat;
mod scale;
mod scatter;

use super::contents::{Poll, PollResult};
use super::sheet::Part;
use crate::room::ids::OptionId;
use crate::room::polls::kinds::Picture;

/// A drawing with what it shows, in words.
struct Drawing {
    svg: String,
    alt: String,
}

/// The drawing of a poll's result; none where there is nothing to draw.
pub(super) fn of(poll: &Poll) -> Option<Part> {
    let result = poll.result.as_ref().filter(|result| result.ballots > 0)?;
    let drawing = match poll.kind.rules().picture() {
        Picture::Bars => bars::of_answers(poll, result),
        Picture::Scale => scale::draw(poll),
        Picture::Heat => heat::draw(poll, result),
        Picture::Scatter => scatter::draw(poll, result),
        Picture::Words => cloud::draw(result),
        Picture::Support => bars::of_support(result),
    }?;
    Some(Part::Drawing {
        svg: drawing.svg,
        alt: drawing.alt,
    })
}

/// The answers with their ids.
fn answers(poll: &Poll) -> impl Iterator<Item = (OptionId, &str)> {
    let texts = poll.answers.iter().map(|answer| answer.text.as_str());
    (1..).map(OptionId).zip(texts)
}

/// How many ballots put an item on each step or cell.
fn spread(result: &PollResult, item: OptionId) -> &[u32] {
    result.detail.spread.get(&item).map(Vec::as_slice).unwrap_or_default()
}

/// The mean of steps that count from 1; none where there is no ballot.
fn mean_step(ballots: &[u32]) -> Option<f64> {
    let all: u32 = ballots.iter().sum();
    let sum: f64 = (1..)
        .zip(ballots)
        .map(|(step, number): (u32, _)| f64::from(step) * f64::from(*number))
        .sum();
    (all > 0).then(|| sum / f64::from(all))
}

/// A number of things that are in memory, to reckon with.
fn number(of: usize) -> f64 {
    u32::try_from(of).map_or(f64::MAX, f64::from)
}
