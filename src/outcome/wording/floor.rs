//! What the documents say of the floor, as sentences and tables that every format writes in its own way. Texts of people go
//! through the format's `mark`, which makes them harmless there; the words of this file are so already.

use super::super::contents::{Decided, Decision, Intervention, NotHeard, OfGroup, Outcome, Ruling, Status};
use super::{count, duration, moment};
use crate::room::floor::{Group, Lane};

/// How a format writes a text of people.
type Mark = fn(&str) -> String;

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
        Status::Final => say(floor.not_heard, "request was not heard.", "requests were not heard."),
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
        Group::African => "African States",
        Group::AsiaPacific => "Asia-Pacific States",
        Group::EasternEuropean => "Eastern European States",
        Group::LatinAmericanAndCaribbean => "Latin American and Caribbean States",
        Group::WesternEuropeanAndOthers => "Western European and other States",
        Group::State => states,
        Group::Organization => "Organizations",
        Group::Stakeholder => "Stakeholders",
        Group::Unstated => "Not stated",
    };
    let heard = of_group.heard;
    vec![name.to_owned(), heard.speeches.to_string(), duration(heard.seconds)]
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
        Status::Draft => "Who has not been heard yet",
        Status::Final => "Who was not heard",
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
    format!("{said} ({lane}{what_became})")
}

fn who(speech: &Intervention, mark: Mark) -> String {
    let elsewhere = speech.remote.then_some("from elsewhere");
    let beside: Vec<&str> = lane(speech.lane).into_iter().chain(elsewhere).collect();
    let name = if speech.speaker.is_empty() {
        "Not named".to_owned()
    } else {
        mark(&speech.speaker)
    };
    if beside.is_empty() {
        name
    } else {
        format!("{name} ({})", beside.join(", "))
    }
}

fn for_whom(delegation: &str, on_behalf_of: &str, mark: Mark) -> String {
    match (delegation, on_behalf_of) {
        (delegation, "") => mark(delegation),
        ("", group) => format!("on behalf of {}", mark(group)),
        (delegation, group) => format!("{}, on behalf of {}", mark(delegation), mark(group)),
    }
}

fn called(speaker: &str, delegation: &str, mark: Mark) -> String {
    let said: Vec<String> = [speaker, delegation]
        .into_iter()
        .filter(|part| !part.is_empty())
        .map(mark)
        .collect();
    if said.is_empty() {
        "Not named".to_owned()
    } else {
        said.join(", ")
    }
}

fn lane(lane: Lane) -> Option<&'static str> {
    match lane {
        Lane::PointOfOrder => Some("point of order"),
        Lane::Answer => Some("answer"),
        Lane::Question => Some("question"),
        Lane::Precedence => Some("with precedence"),
        Lane::List => None,
        Lane::Reply => Some("right of reply"),
    }
}

/// A decision in words.
fn decided(decision: &Decision) -> String {
    match decision.decided {
        Decided::Moved(place) => format!("Moved to place {place}"),
        Decided::LaneChanged(Lane::Precedence) => "Given precedence".to_owned(),
        Decided::LaneChanged(to) => match lane(to) {
            Some(kind) => format!("Taken as a {kind}"),
            None => "Put on the list itself".to_owned(),
        },
        Decided::CalledOutOfTurn(ahead) => format!("Called ahead of {}", count(ahead, "other", "others")),
        Decided::TimeGiven(seconds) => format!("Given {} more", duration(u64::from(seconds))),
        Decided::Skipped => "Called and passed over".to_owned(),
        Decided::TakenOff => "Taken off the list".to_owned(),
    }
}

fn lower(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters
        .next()
        .map(|first| first.to_lowercase().chain(letters).collect())
        .unwrap_or_default()
}

fn over(seconds: u64) -> String {
    if seconds == 0 {
        "\u{2013}".to_owned()
    } else {
        duration(seconds)
    }
}

/// From when to when. A document of the first form does not say until when.
fn span(speech: &Intervention, day: &str) -> String {
    let from = clock(&speech.started_at, day);
    if speech.ended_at.is_empty() {
        from
    } else {
        let (of_beginning, _) = parts(&speech.started_at);
        format!("{from}\u{2013}{}", clock(&speech.ended_at, of_beginning))
    }
}

/// The time of day; with the day where it is another one than told already.
fn clock(utc: &str, day: &str) -> String {
    match parts(utc) {
        (of_moment, time) if of_moment == day => time.to_owned(),
        _ => moment(utc).trim_end_matches(" UTC").to_owned(),
    }
}

/// Day and time of a moment such as `2024-05-10T19:00:00Z`.
fn parts(utc: &str) -> (&str, &str) {
    utc.trim_end_matches('Z').split_once('T').unwrap_or((utc, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_another_day_says_so() {
        let over_midnight = Intervention {
            started_at: "2024-05-10T23:59:50Z".into(),
            ended_at: "2024-05-11T00:02:00Z".into(),
            ..Intervention::default()
        };
        assert_eq!(span(&over_midnight, "2024-05-10"), "23:59:50\u{2013}2024-05-11 00:02:00");
        assert_eq!(
            span(&over_midnight, "2024-05-09"),
            "2024-05-10 23:59:50\u{2013}2024-05-11 00:02:00"
        );
    }

    #[test]
    fn a_speech_whose_end_is_not_known_has_its_beginning() {
        let early = Intervention {
            started_at: "2024-05-10T19:00:00Z".into(),
            ..Intervention::default()
        };
        assert_eq!(span(&early, "2024-05-10"), "19:00:00");
    }

    #[test]
    fn whoever_gave_no_name_is_not_a_blank() {
        let mark: Mark = |text| text.to_owned();
        assert_eq!(called("", "", mark), "Not named");
        assert_eq!(called("", "Ireland", mark), "Ireland");
        assert_eq!(for_whom("", "the European Union", mark), "on behalf of the European Union");
    }
}
