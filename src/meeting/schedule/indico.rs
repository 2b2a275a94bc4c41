//! The timetable that Indico exports (`/export/timetable/ID.json`): `results` by event → days → entries. An entry is a session block with
//! entries of its own, a contribution or a break; both its ends are said, each with its time zone.

use super::node::{Node, Report};
use super::said::{Right, Said};
use super::slot::{Programme, Slot, day, time};
use super::texts;
use jiff::civil::DateTime;

/// Reads all days of all events of the file.
pub(super) fn read(file: &Node<'_>, report: &mut Report) -> Programme {
    let mut programme = Programme::default();
    let results = file.required("results", Right::Timetable, report);
    for (_, event) in results.map(|results| results.fields(report)).unwrap_or_default() {
        for (_, day) in event.fields(report) {
            for (_, entry) in day.fields(report) {
                programme.slots.extend(slot(&entry, &mut programme.timezone, report));
            }
        }
    }
    programme
}

fn slot(entry: &Node<'_>, timezone: &mut String, report: &mut Report) -> Option<Slot> {
    let title = entry.required("title", Right::EntryTitle, report);
    let starts = moment(entry, "startDate", timezone, report);
    let ends = moment(entry, "endDate", timezone, report);
    let (title, starts, ends) = (title?.text().unwrap_or_default(), starts?, ends?);
    let kind = entry.text_of("entryType");
    let inside = Inside::of(entry, report);
    let halls = [entry.text_of("room"), entry.text_of("location")];
    Some(Slot {
        path: entry.path.clone(),
        key: entry.text_of("id"),
        title,
        subtitle: entry.text_of("slotTitle"),
        starts,
        ends,
        is_break: kind == "Break",
        // What every block and contribution is called says nothing of its kind.
        kind: String::new(),
        track: String::new(),
        hall: halls.into_iter().find(|hall| !hall.is_empty()).unwrap_or_default(),
        about: [texts::without_tags(&entry.text_of("description")), inside.lines].join("\n"),
        people: inside.people,
    })
}

fn moment(entry: &Node<'_>, name: &'static str, timezone: &mut String, report: &mut Report) -> Option<DateTime> {
    let node = entry.required(name, Right::Moment, report)?;
    let (date, hour) = (day(&node.text_of("date")), time(&node.text_of("time")));
    if date.is_none() || hour.is_none() {
        report.wrong(&node.path, Said::Moment);
    }
    if timezone.is_empty() {
        *timezone = node.text_of("tz");
    }
    Some(date?.to_datetime(hour?))
}

/// What a session block has in it: its contributions in the order of their times, and everybody who convenes or presents.
struct Inside {
    lines: String,
    people: Vec<String>,
}

impl Inside {
    fn of(entry: &Node<'_>, report: &mut Report) -> Self {
        let mut people = named(entry, "conveners", report);
        people.extend(named(entry, "presenters", report));
        let mut lines = Vec::new();
        for (_, part) in entry.field("entries").map(|parts| parts.fields(report)).unwrap_or_default() {
            let starts = part.field("startDate").map(|date| date.text_of("time")).unwrap_or_default();
            let presenters = named(&part, "presenters", report);
            let by = if presenters.is_empty() {
                String::new()
            } else {
                format!(" ({})", presenters.join(", "))
            };
            lines.push(format!(
                "{} {}{by}",
                starts.get(..5).unwrap_or_default(),
                part.text_of("title")
            ));
            people.extend(presenters);
        }
        lines.sort();
        let mut seen = Vec::new();
        for name in people {
            if !seen.contains(&name) {
                seen.push(name);
            }
        }
        Self {
            lines: lines.join("\n"),
            people: seen,
        }
    }
}

fn named(entry: &Node<'_>, field: &str, report: &mut Report) -> Vec<String> {
    let Some(people) = entry.field(field) else { return Vec::new() };
    let names = people.items(report).into_iter().map(|person| match person.text_of("name") {
        name if !name.is_empty() => name,
        _ => format!("{} {}", person.text_of("firstName"), person.text_of("familyName")),
    });
    names.map(|name| texts::line(&name)).filter(|name| !name.is_empty()).collect()
}
