//! `polls.csv`. First the line of each answer, as it always was; then, line by line, every other figure of the poll, so that a
//! spreadsheet can filter by `figure` and pivot over `value`. Only an answer's own line has `ballots` and `percent`, so that their
//! sums stay right; what is known of the poll as a whole stands in every line.

use super::{coded, number};
use crate::outcome::contents::{Answer, Poll};
use crate::room::floor::Group;
use crate::room::ids::OptionId;
use crate::room::polls::breakdown::{ByGroup, GroupResult};
use crate::room::polls::kinds::Form;
use std::collections::BTreeMap;

/// The first ten are those of the first form of this table, and stay in front.
pub(super) const HEADER: [&str; 28] = [
    "poll",
    "question",
    "kind",
    "state",
    "electorate",
    "ballots_cast",
    "option",
    "answer",
    "ballots",
    "percent",
    "secrecy",
    "per",
    "base",
    "base_number",
    "abstentions",
    "valid",
    "present",
    "entered",
    "quorum",
    "quorum_reached",
    "round",
    "first_round",
    "figure",
    "group",
    "step",
    "step_label",
    "value",
    "shown",
];

/// What a line says beside what it says of the poll.
#[derive(Default)]
struct Line {
    option: String,
    answer: String,
    ballots: Option<u32>,
    percent: Option<u32>,
    figure: &'static str,
    group: String,
    step: String,
    step_label: String,
    value: Option<u32>,
}

/// The lines of a poll.
pub(super) fn rows(poll: &Poll) -> Vec<Vec<String>> {
    let mut lines: Vec<Line> = poll.answers.iter().map(|answer| own(poll, answer)).collect();
    if lines.is_empty() {
        // A poll without answers of its own is in the table all the same.
        lines.push(Line::default());
    }
    lines.extend(spread(poll));
    lines.extend(skipped(poll));
    lines.extend(ranked(poll));
    lines.extend(texts(poll));
    lines.extend(groups(poll));
    lines.into_iter().map(|line| row(poll, line)).collect()
}

fn row(poll: &Poll, line: Line) -> Vec<String> {
    let result = poll.result.as_ref();
    let quorum = result.and_then(|result| result.quorum);
    let yes_or_no = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
    vec![
        poll.id.clone(),
        poll.question.clone(),
        coded(&poll.kind),
        state(poll).to_owned(),
        number(result.map(|result| result.electorate)),
        number(result.map(|result| result.ballots)),
        line.option,
        line.answer,
        number(line.ballots),
        number(line.percent),
        coded(&poll.secrecy),
        coded(&poll.per),
        result.map(|result| coded(&result.percent_base)).unwrap_or_default(),
        number(result.map(|result| result.percent_base_number)),
        number(result.map(|result| result.detail.abstentions)),
        number(result.map(|result| result.valid)),
        number(result.and_then(|result| result.present)),
        number(result.map(|result| result.entered)),
        number(quorum.map(|quorum| quorum.needed)),
        quorum.map(|quorum| yes_or_no(quorum.reached)).unwrap_or_default(),
        poll.round.as_ref().map_or(1, |round| round.number).to_string(),
        poll.round.as_ref().map(|round| round.first.clone()).unwrap_or_default(),
        line.figure.to_owned(),
        line.group,
        line.step,
        line.step_label,
        number(line.value),
        result.map(|_| yes_or_no(!poll.not_shown)).unwrap_or_default(),
    ]
}

fn state(poll: &Poll) -> &'static str {
    match (&poll.void_reason, &poll.closed_at) {
        (Some(_), _) => "void",
        (None, Some(_)) => "closed",
        (None, None) => "open",
    }
}

/// The answer's own line.
fn own(poll: &Poll, answer: &Answer) -> Line {
    let figure = if poll.kind.rules().has(Form::Points) {
        "points"
    } else {
        "ballots"
    };
    let value = answer.ballots.or(answer.points);
    Line {
        ballots: answer.ballots,
        percent: answer.percent,
        figure: if value.is_some() { figure } else { "" },
        value,
        ..of(answer)
    }
}

fn of(answer: &Answer) -> Line {
    Line {
        option: answer.id.clone(),
        answer: answer.text.clone(),
        ..Line::default()
    }
}

/// The answers with what a count holds of each.
fn answers<'a, T>(poll: &'a Poll, figures: &'a BTreeMap<OptionId, T>) -> impl Iterator<Item = (&'a Answer, &'a T)> {
    let answers = (1..).map(OptionId).zip(&poll.answers);
    answers.filter_map(|(option, answer)| Some((answer, figures.get(&option)?)))
}

/// How many ballots put each item on each step, or on each cell of two axes.
fn spread(poll: &Poll) -> Vec<Line> {
    let Some(result) = &poll.result else { return Vec::new() };
    let on_steps = |(answer, steps): (&Answer, &Vec<u32>)| {
        let on_step = |(at, ballots): (usize, &u32)| {
            let (step, step_label) = step(poll, at);
            Line {
                figure: if poll.kind.rules().has(Form::Axes) { "cell" } else { "step" },
                step,
                step_label,
                value: Some(*ballots),
                ..of(answer)
            }
        };
        steps.iter().enumerate().map(on_step).collect::<Vec<_>>()
    };
    answers(poll, &result.detail.spread).flat_map(on_steps).collect()
}

/// How many ballots skip each item.
fn skipped(poll: &Poll) -> Vec<Line> {
    let Some(result) = &poll.result else { return Vec::new() };
    let line = |(answer, ballots): (&Answer, &u32)| Line {
        figure: "skipped",
        value: Some(*ballots),
        ..of(answer)
    };
    answers(poll, &result.detail.skipped).map(line).collect()
}

/// A step by its number, and in words; a cell by both of its numbers.
fn step(poll: &Poll, at: usize) -> (String, String) {
    let steps = poll.scale.len().max(1);
    let label = |at: usize| poll.scale.get(at).cloned().unwrap_or_default();
    match &poll.axes {
        None => ((at + 1).to_string(), label(at)),
        Some(axes) => {
            let (x, y) = (at % steps, at / steps);
            let words = format!("{}: {}; {}: {}", axes.x, label(x), axes.y, label(y));
            (format!("x{} y{}", x + 1, y + 1), words)
        }
    }
}

/// What a ranking counts: Borda points, and the rounds of the run-off, where no figure means that the answer is out.
fn ranked(poll: &Poll) -> Vec<Line> {
    let Some(result) = &poll.result else { return Vec::new() };
    let borda = answers(poll, &result.detail.borda).map(|(answer, points)| Line {
        figure: "borda",
        value: Some(*points),
        ..of(answer)
    });
    let rounds = (1..).zip(&result.detail.runoff).flat_map(|(number, round): (u32, _)| {
        let votes = answers(poll, &round.votes).map(move |(answer, votes)| Line {
            figure: "runoff",
            step: number.to_string(),
            value: Some(*votes),
            ..of(answer)
        });
        let exhausted = Line {
            figure: "runoff-exhausted",
            step: number.to_string(),
            value: Some(round.exhausted),
            ..Line::default()
        };
        votes.chain([exhausted]).collect::<Vec<_>>()
    });
    borda.chain(rounds).collect()
}

/// The texts that the chair let through; a reason has the answer that it is about.
fn texts(poll: &Poll) -> Vec<Line> {
    let Some(result) = &poll.result else { return Vec::new() };
    let mut texts: Vec<_> = result.detail.texts.values().collect();
    texts.sort_by(|one, other| (other.support, &one.text).cmp(&(one.support, &other.text)));
    let figures = texts.into_iter().flat_map(|text| {
        let line = |figure, value| Line {
            option: text.about.map(|option| option.to_string()).unwrap_or_default(),
            answer: text.text.clone(),
            figure,
            value: Some(value),
            ..Line::default()
        };
        let support = (text.support != text.written).then(|| line("support", text.support));
        std::iter::once(line("written", text.written)).chain(support)
    });
    figures.collect()
}

/// The first figure of each answer by class and by regional group.
fn groups(poll: &Poll) -> Vec<Line> {
    let Some(result) = &poll.result else { return Vec::new() };
    let of_groups = |figure: &'static str, groups: &ByGroup| -> Vec<Line> {
        let of_group = |(group, of_group): (&Group, &GroupResult)| {
            let line = |(answer, value): (&Answer, &u32)| Line {
                figure,
                group: coded(group),
                value: Some(*value),
                ..of(answer)
            };
            answers(poll, &of_group.tally).map(line).collect::<Vec<_>>()
        };
        groups.iter().flat_map(of_group).collect()
    };
    let mut lines = of_groups("class", &result.by_class);
    lines.extend(of_groups("region", &result.by_region));
    lines
}
