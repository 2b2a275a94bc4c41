//! A scale of agreement as one bar that leans to the side that has more: what is below the middle stands to its left, what is
//! above to its right, and the middle step, if there is one, half on each. Each part has the number of its step.

use super::canvas::{ACCENT, Anchor, Canvas, GROUND, INK, LABEL, OTHER, QUIET, Type, WHITE, WIDTH};
use super::{Drawing, number};
use crate::outcome::contents::Poll;

const TOP: f64 = 6.0;
const BAR: f64 = 36.0;
/// A part that is narrower has no room for its number.
const NUMBERED_MIN: f64 = 26.0;
const ROW: f64 = 22.0;

pub(super) fn draw(poll: &Poll) -> Option<Drawing> {
    let counts: Vec<f64> = poll
        .answers
        .iter()
        .map(|answer| f64::from(answer.ballots.unwrap_or(0)))
        .collect();
    let all: f64 = counts.iter().sum();
    if all <= 0.0 {
        return None;
    }
    let below: f64 = counts
        .iter()
        .enumerate()
        .map(|(at, count)| count * below(at, counts.len()))
        .sum();
    let unit = WIDTH / 2.0 / below.max(all - below);
    let mut canvas = Canvas::default();
    canvas.rect((0.0, TOP), (WIDTH, BAR), GROUND);
    let mut start = WIDTH / 2.0 - below * unit;
    for (at, count) in counts.iter().enumerate() {
        let width = count * unit;
        part(&mut canvas, (at, counts.len()), (start, width));
        start += width;
    }
    canvas.rect((WIDTH / 2.0 - 1.0, 0.0), (2.0, TOP * 2.0 + BAR), INK);
    let legend = TOP * 2.0 + BAR + 20.0;
    for (at, answer) in poll.answers.iter().enumerate() {
        let text = format!("{}  {}: {}", at + 1, answer.text, answer.ballots.unwrap_or(0));
        canvas.text((20.0, legend + number(at) * ROW), WIDTH - 20.0, LABEL, &text);
        canvas.rect(
            (0.0, legend + number(at) * ROW - 11.0),
            (12.0, 12.0),
            colour(at, counts.len()),
        );
    }
    Some(Drawing {
        svg: canvas.finish(legend + number(counts.len()) * ROW - 10.0),
        alt: "A bar of the steps, those below the middle of the scale to the left and those above it to the right; ballots as in the table below."
            .to_owned(),
    })
}

/// A step's part of the bar, with a gap to the next.
fn part(canvas: &mut Canvas, (at, steps): (usize, usize), (start, width): (f64, f64)) {
    if width <= 0.0 {
        return;
    }
    canvas.rect((start, TOP), ((width - 2.0).max(1.0), BAR), colour(at, steps));
    if width >= NUMBERED_MIN {
        let look = Type {
            colour: WHITE,
            anchor: Anchor::Middle,
            is_strong: true,
            ..LABEL
        };
        canvas.text(
            (start + width / 2.0, TOP + BAR / 2.0 + 5.0),
            width,
            look,
            &(at + 1).to_string(),
        );
    }
}

/// Which part of a step lies below the middle.
fn below(at: usize, steps: usize) -> f64 {
    match (at * 2 + 1).cmp(&steps) {
        std::cmp::Ordering::Less => 1.0,
        std::cmp::Ordering::Equal => 0.5,
        std::cmp::Ordering::Greater => 0.0,
    }
}

/// Dark enough for a white number on it.
fn colour(at: usize, steps: usize) -> &'static str {
    let is_end = at == 0 || at + 1 == steps;
    match (at * 2 + 1).cmp(&steps) {
        std::cmp::Ordering::Less if is_end => "#8f4700",
        std::cmp::Ordering::Less => OTHER,
        std::cmp::Ordering::Equal => QUIET,
        std::cmp::Ordering::Greater if is_end => ACCENT,
        std::cmp::Ordering::Greater => "#3579b5",
    }
}
