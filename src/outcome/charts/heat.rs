//! Items on a scale as a grid of items and steps: a cell is the darker the more of the item's ballots it has.

use super::canvas::{Anchor, Canvas, INK, LABEL, QUIET, Type, WHITE, WIDTH, shade};
use super::{Drawing, answers, mean_step, number, spread};
use crate::outcome::contents::{Poll, PollResult};
use crate::room::polls::table;

const HEAD: f64 = 24.0;
const ROW: f64 = 54.0;
const CELL: f64 = 26.0;
/// Room for the mean behind the cells.
const MEAN: f64 = 76.0;
/// From this part on the colour is so strong that the number on it has to be light.
const STRONG: f64 = 0.5;

pub(super) fn draw(poll: &Poll, result: &PollResult) -> Option<Drawing> {
    let steps = poll.scale.len();
    let rated: Vec<_> = answers(poll).map(|(item, text)| (text, spread(result, item))).collect();
    if steps == 0 || rated.iter().all(|(_, cells)| mean_step(cells).is_none()) {
        return None;
    }
    let width = (WIDTH - MEAN) / number(steps);
    let mut canvas = Canvas::default();
    let head = Type {
        anchor: Anchor::Middle,
        colour: QUIET,
        ..LABEL
    };
    for at in 0..steps {
        canvas.text((width * (number(at) + 0.5), 16.0), width, head, &(at + 1).to_string());
    }
    canvas.text(
        (WIDTH, 16.0),
        MEAN,
        Type {
            anchor: Anchor::End,
            ..head
        },
        "Mean",
    );
    for (at, (text, cells)) in rated.iter().enumerate() {
        let top = HEAD + number(at) * ROW;
        canvas.text((0.0, top + 15.0), WIDTH, LABEL, text);
        row(&mut canvas, top + 21.0, width, steps, cells);
    }
    let (Some(lowest), Some(highest)) = (poll.scale.first(), poll.scale.last()) else {
        return None;
    };
    let bottom = HEAD + number(rated.len()) * ROW + 14.0;
    let ends = format!("1 = {lowest}, {steps} = {highest}");
    canvas.text((0.0, bottom), WIDTH, Type { colour: QUIET, ..LABEL }, &ends);
    Some(Drawing {
        svg: canvas.finish(bottom + 8.0),
        alt: "A grid of items and steps, darker where an item has more ballots; figures as in the table below.".to_owned(),
    })
}

fn row(canvas: &mut Canvas, top: f64, width: f64, steps: usize, cells: &[u32]) {
    let all: u32 = cells.iter().sum();
    for at in 0..steps {
        let count = cells.get(at).copied().unwrap_or(0);
        let part = f64::from(count) / f64::from(all.max(1));
        // Weak colours stay below, strong ones above what a number of either colour is legible on.
        let strength = if part < STRONG { part * 0.7 } else { 0.7 + part * 0.3 };
        let left = width * number(at);
        canvas.rect((left, top), (width - 3.0, CELL), &shade(strength));
        let look = Type {
            anchor: Anchor::Middle,
            colour: if part < STRONG { INK } else { WHITE },
            is_strong: part >= STRONG,
            ..LABEL
        };
        canvas.text((left + width / 2.0, top + 18.0), width, look, &count.to_string());
    }
    let look = Type {
        anchor: Anchor::End,
        is_strong: true,
        ..LABEL
    };
    canvas.text((WIDTH, top + 18.0), MEAN, look, &table::mean_step(cells));
}
