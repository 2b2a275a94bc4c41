//! What the documents say of the floor, as sentences and tables that every format writes in its own way. Texts of people go
//! through the format's `mark`, which makes them harmless there; the words of this file are so already.

use super::super::contents::{Intervention, NotHeard, OfGroup, Outcome, Ruling, Status};
use super::speakers::{Mark, called, clock, decided, for_whom, lane, over, parts, span, who};
use super::{count, duration};
use crate::room::floor::Group;

/// A table of the floor, its cells written for the format already.
pub(in super::super) struct Table {
    /// What it shows.
    pub caption: String,
    /// Its columns.
    pub columns: &'static [Column],
    /// Which column names the row.
    pub named_by: usize,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// A column of a table.
pub(in super::super) struct Column {
    /// Its heading.
    pub label: &'static str,
    /// What its cells hold.
    pub holds: Holds,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Holds {
    /// Words.
    Text,
    /// A figure.
    Figure,
    /// A time of day, which is not to be broken over lines.
    Time,
}

const fn text(label: &'static str) -> Column {
    let holds = Holds::Text;
    Column { label, holds }
}

const fn figure(label: &'static str) -> Column {
    let holds = Holds::Figure;
    Column { label, holds }
}

const fn time(label: &'static str) -> Column {
    let holds = Holds::Time;
    Column { label, holds }
}

const SPEECHES: [Column; 6] = [
    figure("No."),
    text("Who"),
    text("For whom"),
    time("From\u{2013}to"),
    figure("Time used"),
    figure("Over"),
];
const CLASSES: [Column; 3] = [text("Class"), figure("Speeches"), figure("Time")];
const REGIONS: [Column; 3] = [text("Regional group"), figure("Speeches"), figure("Time")];
const RULINGS: [Column; 4] = [time("When"), text("Whom it concerned"), text("Decision"), text("Reason")];

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
pub(in super::super) fn speeches(outcome: &Outcome, mark: Mark) -> Option<Table> {
    let first = outcome.floor.interventions.first()?;
    let (day, _) = parts(&first.started_at);
    let row = |speech: &Intervention| {
        vec![
            speech.number.to_string(),
            who(speech, mark),
            for_whom(&speech.delegation, &speech.on_behalf_of, mark),
            span(speech, day),
            duration(speech.duration_s),
            over(speech.overrun_s),
        ]
    };
    Some(Table {
        caption: format!("In order of beginning. Times of {day}, in UTC."),
        columns: &SPEECHES,
        named_by: 1,
        rows: outcome.floor.interventions.iter().map(row).collect(),
    })
}

/// What was heard by class and by regional group; the second is left out where it would say the same.
pub(in super::super) fn balance(outcome: &Outcome) -> Vec<Table> {
    let (classes, regions) = (&outcome.floor.by_class, &outcome.floor.by_region);
    let table = |caption: &str, columns: &'static [Column], groups: &[OfGroup], states: &str| Table {
        caption: caption.to_owned(),
        columns,
        named_by: 0,
        rows: groups.iter().map(|of_group| balance_row(of_group, states)).collect(),
    };
    let by_class = table("By class", &CLASSES, classes, "States");
    let by_region = table("By regional group", &REGIONS, regions, "Other States");
    let mut tables = Vec::new();
    if !classes.is_empty() {
        tables.push(by_class);
    }
    if regions != classes && !regions.is_empty() {
        tables.push(by_region);
    }
    tables
}

/// What is left out of the balance.
pub(in super::super) fn beside_the_balance(outcome: &Outcome) -> Option<String> {
    let apart = outcome.floor.points_of_order;
    let points = || count(apart.speeches, "point of order", "points of order");
    (apart.speeches > 0).then(|| format!("Not counted here: {}, {} in all.", points(), duration(apart.seconds)))
}

fn balance_row(of_group: &OfGroup, states: &str) -> Vec<String> {
    let name = match of_group.group {
        Group::State => states,
        other => group(other),
    };
    let heard = of_group.heard;
    vec![name.to_owned(), heard.speeches.to_string(), duration(heard.seconds)]
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
pub(in super::super) fn rulings(outcome: &Outcome, mark: Mark) -> Option<Table> {
    let first = outcome.floor.rulings_list.first()?;
    let (day, _) = parts(&first.decision.at);
    let row = |ruling: &Ruling| {
        let reason = ruling.decision.reason.as_str();
        vec![
            clock(&ruling.decision.at, day),
            called(&ruling.speaker, &ruling.delegation, mark),
            decided(&ruling.decision),
            if reason.is_empty() {
                "None given".to_owned()
            } else {
                mark(reason)
            },
        ]
    };
    Some(Table {
        caption: format!("What the chair decided about individual speakers, and why. Times of {day}, in UTC."),
        columns: &RULINGS,
        named_by: 1,
        rows: outcome.floor.rulings_list.iter().map(row).collect(),
    })
}

/// The heading over those who have not spoken.
pub(in super::super) fn not_heard_heading(outcome: &Outcome) -> &'static str {
    match outcome.status {
        Status::Draft => "Requests that have not got the floor yet",
        Status::Final => "Requests that did not get the floor",
    }
}

/// Who has not spoken, and what became of the request. Whoever spoke later with another one is not among them.
pub(in super::super) fn not_heard(outcome: &Outcome, mark: Mark) -> Vec<String> {
    let floor = &outcome.floor;
    let waiting = match outcome.status {
        Status::Draft => "on the list",
        Status::Final => "on the list until the end",
    };
    let left_over = floor.not_heard_list.iter().map(|one| unheard(one, waiting, mark));
    let dismissed = floor.dismissed_list.iter().filter(|one| !one.heard_later).map(|one| {
        let last = one.overrides.last().map(decided).unwrap_or_default();
        unheard(one, &lower(&last), mark)
    });
    left_over.chain(dismissed).collect()
}

fn unheard(one: &NotHeard, what_became: &str, mark: Mark) -> String {
    let mut said = called(&one.speaker, &one.delegation, mark);
    if !one.on_behalf_of.is_empty() {
        said += &format!(", on behalf of {}", mark(&one.on_behalf_of));
    }
    let lane = lane(one.lane).map(|lane| format!("{lane}, ")).unwrap_or_default();
    let before = if one.heard_before { "; has spoken before" } else { "" };
    format!("{said} ({lane}{what_became}{before})")
}

fn lower(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters
        .next()
        .map(|first| first.to_lowercase().chain(letters).collect())
        .unwrap_or_default()
}
