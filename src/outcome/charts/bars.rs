//! A bar for each answer, below its words, with its figure behind it.

use super::canvas::{ACCENT, Canvas, GROUND, LABEL, QUIET, Type, WIDTH};
use super::{Drawing, answers, number};
use crate::outcome::contents::{Poll, PollResult};
use crate::room::polls::table::percent;
use crate::room::polls::texts;

/// Most bars of a drawing; the table after it has all answers.
const BARS_MAX: usize = 15;
const ROW: f64 = 46.0;
/// Room for the figure behind a bar.
const FIGURE: f64 = 96.0;

/// A bar.
struct Bar<'a> {
    text: &'a str,
    value: u32,
    /// What is written beside the value.
    share: String,
    colour: &'static str,
}

/// The first figure of each answer; of a ranking its points, and after the answers those who abstained.
pub(super) fn of_answers(poll: &Poll, result: &PollResult) -> Option<Drawing> {
    let borda = &result.detail.borda;
    let value = |at: usize| {
        poll.answers
            .get(at)
            .and_then(|answer| answer.ballots.or(answer.points))
            .unwrap_or(0)
    };
    let values: Vec<u32> = answers(poll)
        .enumerate()
        .map(|(at, (option, _))| borda.get(&option).copied().unwrap_or_else(|| value(at)))
        .collect();
    let (what, whole) = if !borda.is_empty() {
        ("Borda points", 0)
    } else if poll.points.is_some() {
        ("points", values.iter().fold(0, |sum: u32, one| sum.saturating_add(*one)))
    } else {
        ("ballots", result.percent_base_number)
    };
    let bar = |((_, text), value): ((_, _), &u32)| bar(text, *value, whole, ACCENT);
    let mut bars: Vec<Bar<'_>> = answers(poll).zip(&values).map(bar).collect();
    if result.detail.abstentions > 0 {
        bars.push(bar_of_abstentions(result));
    }
    draw(&bars, what, whole)
}

/// Abstentions are no share of the valid ballots, so that theirs is not told here.
fn bar_of_abstentions(result: &PollResult) -> Bar<'static> {
    Bar {
        share: String::new(),
        ..bar("Abstention", result.detail.abstentions, 0, QUIET)
    }
}

/// How many support each idea, those with most support first.
pub(super) fn of_support(result: &PollResult) -> Option<Drawing> {
    let whole = result.percent_base_number;
    let ideas = texts::ordered(&result.detail.texts).into_iter();
    let bars: Vec<Bar<'_>> = ideas.map(|idea| bar(&idea.text, idea.support, whole, ACCENT)).collect();
    draw(&bars, "ballots in support", whole)
}

fn bar<'a>(text: &'a str, value: u32, whole: u32, colour: &'static str) -> Bar<'a> {
    let share = if whole > 0 {
        format!(" ({})", percent(value, whole))
    } else {
        String::new()
    };
    Bar {
        text,
        value,
        share,
        colour,
    }
}

/// The bars, of which one of the whole would be as long as there is room.
fn draw(bars: &[Bar<'_>], what: &str, whole: u32) -> Option<Drawing> {
    let most = bars.iter().map(|bar| bar.value).max().filter(|most| *most > 0)?;
    let longest = WIDTH - FIGURE;
    let unit = longest / f64::from(most.max(whole));
    let shown = &bars[..bars.len().min(BARS_MAX)];
    let mut canvas = Canvas::default();
    for (at, bar) in shown.iter().enumerate() {
        let top = number(at) * ROW;
        canvas.text((0.0, top + 16.0), WIDTH, LABEL, bar.text);
        canvas.rect((0.0, top + 23.0), (longest, 14.0), GROUND);
        canvas.rect((0.0, top + 23.0), (f64::from(bar.value) * unit, 14.0), bar.colour);
        let strong = Type {
            is_strong: true,
            ..LABEL
        };
        let figure = format!("{}{}", bar.value, bar.share);
        canvas.text((longest + 8.0, top + 35.0), FIGURE, strong, &figure);
    }
    let of_how_many = if shown.len() < bars.len() {
        " for the first of the answers"
    } else {
        " for each answer"
    };
    Some(Drawing {
        svg: canvas.finish(number(shown.len()) * ROW),
        alt: format!("Bars: {what}{of_how_many}, as in the table below."),
    })
}
