//! Items placed on two axes: each at the mean of its places, with its number, and faintly behind it how the places are spread.
//! Numbers that would cover each other are moved apart, with a line to where they belong.

use super::canvas::{ACCENT, Anchor, Canvas, GROUND, INK, LABEL, LINE, QUIET, Type, WHITE, WIDTH};
use super::{Drawing, answers, mean_step, number, spread};
use crate::outcome::contents::{Poll, PollResult};
use crate::room::ids::OptionId;

/// Side of the plot, and where its corner is.
const SIZE: f64 = 320.0;
const LEFT: f64 = 28.0;
const TOP: f64 = 26.0;
const RADIUS: f64 = 12.0;
/// A faint dot of all ballots of the fullest cell.
const SPECK_MAX: f64 = 18.0;
const ROW: f64 = 26.0;
/// How often the numbers push each other before they stay.
const PUSHES_MAX: usize = 400;

/// A place on the drawing: across, and downwards.
type Place = (f64, f64);

pub(super) fn draw(poll: &Poll, result: &PollResult) -> Option<Drawing> {
    let (axes, steps) = (poll.axes.as_ref()?, poll.scale.len());
    let places: Vec<Option<Place>> = answers(poll)
        .map(|(item, _)| mean_place(spread(result, item), steps))
        .collect();
    if places.iter().all(Option::is_none) {
        return None;
    }
    let mut canvas = Canvas::default();
    ground(&mut canvas, steps);
    specks(&mut canvas, poll, result, steps);
    let quiet = Type { colour: QUIET, ..LABEL };
    canvas.text((LEFT, 16.0), WIDTH - LEFT, quiet, &format!("↑ {}", axes.y));
    let end = Type {
        anchor: Anchor::End,
        ..quiet
    };
    canvas.text((LEFT + SIZE, TOP + SIZE + 38.0), LEFT + SIZE, end, &format!("{} →", axes.x));
    marks(&mut canvas, &places);
    let legend = TOP + SIZE + 66.0;
    for (at, (_, text)) in answers(poll).enumerate() {
        let y = legend + number(at) * ROW;
        let said = if places.get(at).is_some_and(Option::is_some) {
            ""
        } else {
            " (nobody placed it)"
        };
        badge(&mut canvas, (RADIUS, y - 5.0), at);
        canvas.text(
            (RADIUS * 2.0 + 8.0, y),
            WIDTH - RADIUS * 2.0 - 8.0,
            LABEL,
            &format!("{text}{said}"),
        );
    }
    Some(Drawing {
        svg: canvas.finish(legend + number(places.len()) * ROW - 8.0),
        alt: "A plot of the items on the two axes, each at the mean of its places; means as in the table below.".to_owned(),
    })
}

/// The plot with a line between its steps, and their numbers.
fn ground(canvas: &mut Canvas, steps: usize) {
    canvas.rect((LEFT, TOP), (SIZE, SIZE), GROUND);
    let tick = Type {
        anchor: Anchor::Middle,
        colour: QUIET,
        ..LABEL
    };
    for at in 0..=steps {
        let along = SIZE * number(at) / number(steps);
        canvas.line((LEFT + along, TOP), (LEFT + along, TOP + SIZE), LINE);
        canvas.line((LEFT, TOP + along), (LEFT + SIZE, TOP + along), LINE);
    }
    for at in 0..steps {
        let (x, y) = place(number(at) + 1.0, number(at) + 1.0, steps);
        canvas.text((x, TOP + SIZE + 18.0), SIZE, tick, &(at + 1).to_string());
        canvas.text((LEFT / 2.0, y + 5.0), SIZE, tick, &(at + 1).to_string());
    }
}

/// Where two steps lie, of which each may be between two.
fn place(across: f64, upwards: f64, steps: usize) -> Place {
    let along = |step: f64| (step - 0.5) / number(steps) * SIZE;
    (LEFT + along(across), TOP + SIZE - along(upwards))
}

/// The mean of the places of an item. Cells go from the lowest row, each from the left.
fn mean_place(cells: &[u32], steps: usize) -> Option<Place> {
    let across: Vec<u32> = (0..steps)
        .map(|at| cells.iter().skip(at).step_by(steps.max(1)).sum())
        .collect();
    let upwards: Vec<u32> = cells.chunks(steps.max(1)).map(|row| row.iter().sum()).collect();
    Some(place(mean_step(&across)?, mean_step(&upwards)?, steps))
}

/// The places of all items together, cell by cell.
fn specks(canvas: &mut Canvas, poll: &Poll, result: &PollResult, steps: usize) {
    let all = |cell: usize| -> u32 {
        let of_item = |(item, _): (OptionId, _)| spread(result, item).get(cell).copied().unwrap_or(0);
        answers(poll).map(of_item).sum()
    };
    let cells: Vec<u32> = (0..steps * steps).map(all).collect();
    let fullest = cells.iter().copied().max().unwrap_or(0).max(1);
    for (cell, count) in cells.iter().enumerate().filter(|(_, count)| **count > 0) {
        let at = place(number(cell % steps) + 1.0, number(cell / steps) + 1.0, steps);
        let radius = SPECK_MAX * (f64::from(*count) / f64::from(fullest)).sqrt();
        canvas.circle(at, radius, LINE);
    }
}

fn marks(canvas: &mut Canvas, places: &[Option<Place>]) {
    let placed: Vec<(usize, Place)> = places
        .iter()
        .enumerate()
        .filter_map(|(at, place)| Some((at, (*place)?)))
        .collect();
    let moved = apart(placed.iter().map(|(_, place)| *place).collect());
    for ((_, from), to) in placed.iter().zip(&moved) {
        if distance(*from, *to) > RADIUS / 2.0 {
            canvas.line(*from, *to, INK);
            canvas.circle(*from, 3.0, INK);
        }
    }
    for ((at, _), to) in placed.iter().zip(&moved) {
        badge(canvas, *to, *at);
    }
}

/// The number of an item.
fn badge(canvas: &mut Canvas, at: Place, item: usize) {
    canvas.circle(at, RADIUS, WHITE);
    canvas.circle(at, RADIUS - 1.0, ACCENT);
    let look = Type {
        anchor: Anchor::Middle,
        colour: WHITE,
        is_strong: true,
        ..LABEL
    };
    canvas.text((at.0, at.1 + 5.0), SIZE, look, &(item + 1).to_string());
}

fn distance(one: Place, other: Place) -> f64 {
    let (x, y) = (other.0 - one.0, other.1 - one.1);
    (x * x + y * y).sqrt()
}

/// The places moved until none covers another, within the plot. The same places give the same result.
fn apart(mut places: Vec<Place>) -> Vec<Place> {
    for _ in 0..PUSHES_MAX {
        if !push_all(&mut places) {
            break;
        }
        for place in &mut places {
            place.0 = place.0.clamp(LEFT + RADIUS, LEFT + SIZE - RADIUS);
            place.1 = place.1.clamp(TOP + RADIUS, TOP + SIZE - RADIUS);
        }
    }
    places
}

fn push_all(places: &mut [Place]) -> bool {
    const GAP: f64 = RADIUS * 2.1;
    let mut pushed = false;
    for one in 0..places.len() {
        for other in one + 1..places.len() {
            let between = distance(places[one], places[other]);
            if between < GAP {
                // A little more than needed, so that they come to rest.
                push(places, (one, other), (GAP - between) / 2.0 + GAP * 0.01);
                pushed = true;
            }
        }
    }
    pushed
}

/// Moves two places away from each other; two that lie on each other go apart in a direction of their own.
fn push(places: &mut [Place], (one, other): (usize, usize), by: f64) {
    const DIRECTIONS: [Place; 5] = [(1.0, 0.0), (0.31, 0.95), (-0.81, 0.59), (-0.81, -0.59), (0.31, -0.95)];
    let between = distance(places[one], places[other]);
    let (x, y) = if between > 1e-6 {
        (
            (places[other].0 - places[one].0) / between,
            (places[other].1 - places[one].1) / between,
        )
    } else {
        DIRECTIONS[(one + other) % DIRECTIONS.len()]
    };
    places[one] = (places[one].0 - x * by, places[one].1 - y * by);
    places[other] = (places[other].0 + x * by, places[other].1 + y * by);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_on_each_other_are_moved_apart_within_the_plot() {
        let corner = (LEFT + 4.0, TOP + 4.0);
        let moved = apart(vec![corner; 4]);
        for (at, one) in moved.iter().enumerate() {
            assert!(one.0 >= LEFT + RADIUS - 0.01 && one.1 >= TOP + RADIUS - 0.01);
            assert!(
                moved[at + 1..].iter().all(|other| distance(*one, *other) > RADIUS * 2.0),
                "{moved:?}"
            );
        }
        assert_eq!(apart(vec![corner; 4]), moved);
    }

    #[test]
    fn an_item_is_at_the_mean_of_its_places() {
        // All on the lowest row, one on its first and one on its third step.
        assert_eq!(mean_place(&[1, 0, 1, 0, 0, 0, 0, 0, 0], 3), Some(place(2.0, 1.0, 3)));
        assert_eq!(mean_place(&[0; 9], 3), None);
    }
}
