//! What the documents say of the floor, as sentences and tables.

use super::super::contents::{Intervention, NotHeard, OfGroup, Outcome, Ruling, Status};
use super::super::sheet::{Column, Part, Words};
use super::clock::LocalClock;
use super::speakers::{called, decided, for_whom, lane, over, span, who};
use super::{count, duration};
use crate::room::floor::Group;

/// The columns of a table: their heads, and whether they hold figures.
type Columns<const NUMBER: usize> = [(&'static str, bool); NUMBER];

const SPEECHES: Columns<6> = [
    ("No.", true),
    ("Who", false),
    ("For whom", false),
    ("From\u{2013}to", false),
    ("Time used", true),
    ("Over", true),
];
const CLASSES: Columns<3> = [("Class", false), ("Speeches", true), ("Time", true)];
const REGIONS: Columns<3> = [("Regional group", false), ("Speeches", true), ("Time", true)];
const RULINGS: Columns<4> = [
    ("When", false),
    ("Whom it concerned", false),
    ("Decision", false),
    ("Reason", false),
];

fn table<const NUMBER: usize>(caption: String, columns: Columns<NUMBER>, rows: Vec<Vec<Words>>) -> Part {
    let column = |(head, is_number)| Column {
        head: Words::own(head),
        is_number,
    };
    Part::Table {
        caption: Words::own(caption),
        columns: columns.map(column).into(),
        has_row_heads: true,
        rows: rows
            .into_iter()
            .map(|row| row.into_iter().map(Words::on_a_line).collect())
            .collect(),
    }
}

/// The heading over the floor.
pub(in super::super) fn heading(outcome: &Outcome) -> &'static str {
    if outcome.floor.interventions.is_empty() {
        "Interventions"
    } else {
        "Who spoke"
    }
}

/// The floor in figures.
pub(in super::super) fn summary(outcome: &Outcome) -> String {
    let floor = &outcome.floor;
    let mut sentences = vec![match floor.speeches {
        0 => "Nobody took the floor.".to_owned(),
        speeches => format!(
            "{}, {} in all.",
            count(speeches, "intervention", "interventions"),
            duration(floor.speaking_time_s)
        ),
    }];
    let mut say = |number: u32, one: &str, many: &str| {
        if number > 0 {
            sentences.push(count(number, one, many));
        }
    };
    say(
        floor.points_of_order.speeches,
        "was a point of order.",
        "were points of order.",
    );
    say(floor.overruns, "went over its time.", "went over their time.");
    match outcome.status {
        Status::Draft => say(floor.not_heard, "request is on the list.", "requests are on the list."),
        Status::Final => say(
            floor.not_heard,
            "request was open at the close.",
            "requests were open at the close.",
        ),
    }
    say(
        floor.dismissed,
        "request was passed over or taken off the list.",
        "requests were passed over or taken off the list.",
    );
    if floor.rulings_list.is_empty() {
        let one = "decision of the chair concerned an individual speaker.";
        say(floor.rulings, one, "decisions of the chair concerned individual speakers.");
    }
    sentences.join(" ")
}

/// The list of speeches; none where it is not told.
pub(in super::super) fn speeches(outcome: &Outcome) -> Option<Part> {
    let first = outcome.floor.interventions.first()?;
    let clock = LocalClock::of(outcome);
    let (day, _) = clock.day_and_time(&first.started_at);
    let row = |speech: &Intervention| {
        vec![
            Words::own(speech.number.to_string()),
            who(speech),
            for_whom(&speech.delegation, &speech.on_behalf_of),
            Words::own(span(speech, &clock, &day)),
            Words::own(duration(speech.duration_s)),
            Words::own(over(speech.overrun_s)),
        ]
    };
    let caption = format!("In order of beginning. Times of {day}, {}.", clock.said());
    let rows = outcome.floor.interventions.iter().map(row).collect();
    Some(table(caption, SPEECHES, rows))
}

/// What was heard by class and by regional group; the second is left out where it would say the same.
pub(in super::super) fn balance(outcome: &Outcome) -> Vec<Part> {
    let (classes, regions) = (&outcome.floor.by_class, &outcome.floor.by_region);
    let of_groups = |caption: &str, columns: Columns<3>, groups: &[OfGroup], states: &str| {
        let rows = groups.iter().map(|of_group| balance_row(of_group, states)).collect();
        (!groups.is_empty()).then(|| table(caption.to_owned(), columns, rows))
    };
    let by_class = of_groups("By class", CLASSES, classes, "States");
    let by_region = of_groups("By regional group", REGIONS, regions, "Other States");
    by_class.into_iter().chain(by_region.filter(|_| regions != classes)).collect()
}

/// What is left out of the balance.
pub(in super::super) fn beside_the_balance(outcome: &Outcome) -> Option<String> {
    let apart = outcome.floor.points_of_order;
    let points = || count(apart.speeches, "point of order", "points of order");
    (apart.speeches > 0).then(|| format!("Not counted here: {}, {} in all.", points(), duration(apart.seconds)))
}

fn balance_row(of_group: &OfGroup, states: &str) -> Vec<Words> {
    let name = match of_group.group {
        Group::State => states,
        other => group(other),
    };
    let heard = of_group.heard;
    [name.to_owned(), heard.speeches.to_string(), duration(heard.seconds)]
        .map(Words::own)
        .into()
}

/// What a group is called.
pub(super) fn group(group: Group) -> &'static str {
    match group {
        Group::African => "African States",
        Group::AsiaPacific => "Asia-Pacific States",
        Group::EasternEuropean => "Eastern European States",
        Group::LatinAmericanAndCaribbean => "Latin American and Caribbean States",
        Group::WesternEuropeanAndOthers => "Western European and other States",
        Group::State => "States",
        Group::Organization => "Organizations",
        Group::Stakeholder => "Stakeholders",
        Group::Unstated => "Not stated",
    }
}

/// What the chair decided about individual speakers; none where that is not told.
pub(in super::super) fn rulings(outcome: &Outcome) -> Option<Part> {
    let first = outcome.floor.rulings_list.first()?;
    let clock = LocalClock::of(outcome);
    let (day, _) = clock.day_and_time(&first.decision.at);
    let row = |ruling: &Ruling| {
        let reason = ruling.decision.reason.as_str();
        vec![
            Words::own(clock.time(&ruling.decision.at, &day)),
            Words::of_pieces(called(&ruling.speaker, &ruling.delegation)),
            Words::own(decided(&ruling.decision)),
            Words::of(if reason.is_empty() { "None given" } else { reason }),
        ]
    };
    let caption = format!(
        "What the chair decided about individual speakers, and why. Times of {day}, {}.",
        clock.said()
    );
    let rows = outcome.floor.rulings_list.iter().map(row).collect();
    Some(table(caption, RULINGS, rows))
}

/// The heading over those who have not spoken.
pub(in super::super) fn not_heard_heading(outcome: &Outcome) -> &'static str {
    match outcome.status {
        Status::Draft => "Requests that have not got the floor yet",
        Status::Final => "Requests that did not get the floor",
    }
}

/// Who has not spoken, and what became of the request. Whoever spoke later with another one is not among them.
pub(in super::super) fn not_heard(outcome: &Outcome) -> Vec<Words> {
    let floor = &outcome.floor;
    let waiting = match outcome.status {
        Status::Draft => "on the list",
        Status::Final => "on the list until the end",
    };
    let left_over = floor.not_heard_list.iter().map(|one| unheard(one, waiting));
    let dismissed = floor.dismissed_list.iter().filter(|one| !one.heard_later).map(|one| {
        let last = one.overrides.last().map(decided).unwrap_or_default();
        unheard(one, &lower(&last))
    });
    left_over.chain(dismissed).collect()
}

fn unheard(one: &NotHeard, what_became: &str) -> Words {
    let mut said = called(&one.speaker, &one.delegation);
    if !one.on_behalf_of.is_empty() {
        said.extend([", on behalf of ", one.on_behalf_of.as_str()]);
    }
    let lane = lane(one.lane).map(|lane| format!("{lane}, ")).unwrap_or_default();
    let before = if one.heard_before { "; has spoken before" } else { "" };
    let beside = format!(" ({lane}{what_became}{before})");
    Words::of_pieces(said.into_iter().chain([beside.as_str()]))
}

fn lower(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters
        .next()
        .map(|first| first.to_lowercase().chain(letters).collect())
        .unwrap_or_default()
}
