//! `schedule.json`, as frab made it known and pretalx writes it: `schedule` → `conference` → `days` → `rooms` by name → talks.

use super::node::{Node, Report};
use super::said::{Extra, Right, Said};
use super::slot::{Programme, Slot, day, minutes, time};
use super::texts;
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

/// What a talk may have that a meeting has no place for.
const LEFT_OUT: [(&str, Extra); 3] = [
    ("links", Extra::Links),
    ("attachments", Extra::Attachments),
    ("answers", Extra::Answers),
];

/// Reads all days.
pub(super) fn read(file: &Node<'_>, report: &mut Report) -> Programme {
    let mut programme = Programme::default();
    let schedule = file.required("schedule", Right::Everything, report);
    let conference = schedule.and_then(|schedule| schedule.required("conference", Right::Days, report));
    let Some(conference) = conference else { return programme };
    programme.timezone = conference.text_of("time_zone_name");
    let days = conference.required("days", Right::Talks, report);
    for day in days.map(|days| days.items(report)).unwrap_or_default() {
        read_day(&day, &mut programme, report);
    }
    programme
}

fn read_day(node: &Node<'_>, programme: &mut Programme, report: &mut Report) {
    let date = day(&node.text_of("date"));
    let Some(rooms) = node.required("rooms", Right::TalksByRoom, report) else {
        return;
    };
    for (hall, talks) in rooms.fields(report) {
        for talk in talks.items(report) {
            programme.slots.extend(slot(&talk, &hall, date, report));
            let extra = LEFT_OUT.iter().filter(|(field, _)| is_filled(&talk, field));
            for (_, what) in extra {
                if !programme.left_out.contains(what) {
                    programme.left_out.push(*what);
                }
            }
        }
    }
}

fn is_filled(talk: &Node<'_>, field: &str) -> bool {
    let list = talk.field(field);
    list.is_some_and(|list| !list.items(&mut Report::default()).is_empty())
}

fn slot(talk: &Node<'_>, hall: &str, date: Option<Date>, report: &mut Report) -> Option<Slot> {
    let title = talk.required("title", Right::TalkTitle, report);
    let starts = starts(talk, date, report);
    let duration = talk.required("duration", Right::Length, report);
    let length = duration.and_then(|node| {
        let length = node.text().as_deref().and_then(minutes);
        if length.is_none() {
            report.wrong(&node.path, Said::Length);
        }
        length
    });
    let (title, starts, length) = (title?.text().unwrap_or_default(), starts?, length?);
    let about = [talk.text_of("abstract"), talk.text_of("description")];
    Some(Slot {
        path: talk.path.clone(),
        key: key(talk),
        title,
        subtitle: talk.text_of("subtitle"),
        starts,
        ends: starts.checked_add(length.minutes()).unwrap_or(starts),
        kind: talk.text_of("type"),
        is_break: false,
        track: talk.text_of("track"),
        hall: hall.to_owned(),
        about: about.into_iter().find(|text| !text.trim().is_empty()).unwrap_or_default(),
        people: people(talk, report),
    })
}

/// The talk's own day, which is the one after that of its list where it begins past midnight; and its time.
fn starts(talk: &Node<'_>, of_list: Option<Date>, report: &mut Report) -> Option<DateTime> {
    let own = day(&talk.text_of("date"));
    let date = own.or(of_list);
    if date.is_none() {
        report.wrong(&talk.path, Said::NoDate);
    }
    let start = talk.required("start", Right::Time, report)?;
    let time = start.text().as_deref().and_then(time);
    if time.is_none() {
        report.wrong(&start.path, Said::Time);
    }
    Some(date?.to_datetime(time?))
}

/// pretalx has a code that stays; others number their talks.
fn key(talk: &Node<'_>) -> String {
    match (talk.text_of("code"), talk.text_of("id")) {
        (code, _) if !code.is_empty() => code,
        (_, id) if !id.is_empty() => format!("talk-{id}"),
        _ => String::new(),
    }
}

fn people(talk: &Node<'_>, report: &mut Report) -> Vec<String> {
    let Some(persons) = talk.field("persons") else {
        return Vec::new();
    };
    let named = persons.items(report).into_iter().map(|person| {
        let names = [
            person.text_of("public_name"),
            person.text_of("name"),
            person.text_of("full_public_name"),
        ];
        names.into_iter().find(|name| !name.is_empty()).unwrap_or_default()
    });
    named.map(|name| texts::line(&name)).filter(|name| !name.is_empty()).collect()
}
