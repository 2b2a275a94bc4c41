//! The report of a meeting as a document without a format: first what is read out in the plenary, room by room; then the points of
//! all rooms by what they are; then who spoke in plenaries and panels and what was asked there, the partnerships, who took part, the
//! polls, and what each room is.

use super::{Combined, OfKind, PlenaryPoint, RoomPoint, RoomSummary, partnerships, together};
use crate::outcome::contents::Status;
use crate::outcome::sheet::{Column, Fact, Language, Part, Role, Sheet, Words};
use crate::outcome::wording::clock::LocalClock;
use crate::outcome::wording::{self, labels, points, report as words_of_report};
use crate::room::notes::point::PointKind;

/// The report laid out.
pub fn lay_out(report: &Combined) -> Sheet {
    let mut number = 0;
    let of_kinds = report.points.iter().flat_map(|of_kind| kind(report, of_kind, &mut number));
    let of_kinds: Vec<Part> = of_kinds.collect();
    let sections = [
        head(report),
        plenary(report),
        of_kinds,
        together::parts(report),
        partnerships::chapter(&report.partnerships),
        participation(report),
        polls(report),
        rooms(report),
    ];
    Sheet {
        title: title(report).on_a_line().text(),
        subject: Words::of(report.meeting.title.as_str()).on_a_line().text(),
        author: String::new(),
        as_of: report.as_of.clone(),
        foot: format!("{} · {}", report.nature, status(report)),
        language: Language::English,
        parts: sections.concat(),
    }
}

fn title(report: &Combined) -> Words {
    Words::of_pieces([report.meeting.title.as_str(), ": report of the rooms"])
}

fn status(report: &Combined) -> &'static str {
    match report.status {
        Status::Draft => "Draft",
        Status::Final => "Sealed",
    }
}

fn head(report: &Combined) -> Vec<Part> {
    let moment = LocalClock::in_zone(&report.meeting.timezone).moment(&report.as_of);
    let open = report.rooms.iter().filter(|room| room.status == Status::Draft).count();
    let draft = (open > 0).then(|| {
        let text = format!(
            "Draft. Of {} rooms {open} can still change. It tells of {moment}.",
            report.rooms.len()
        );
        paragraph(Role::Warning, Words::own(text))
    });
    let facts = [
        ("Rooms", report.rooms.len().to_string()),
        ("Status", status(report).to_owned()),
        ("As of", moment),
    ];
    let facts = facts.into_iter().map(|(name, value)| fact(name, Words::own(value))).collect();
    let mut parts = vec![heading(1, title(report))];
    parts.extend(draft);
    parts.extend([
        paragraph(Role::Nature, Words::own(report.nature.as_str())),
        Part::Facts { facts },
    ]);
    parts
}

/// What the closing plenary made of the points. The numbers are those of its own list.
fn plenary(report: &Combined) -> Vec<Part> {
    let Some(list) = &report.plenary else { return Vec::new() };
    let mut parts = vec![
        section("Closing plenary"),
        paragraph(Role::Note, Words::own(words_of_report::PLENARY)),
    ];
    let mut number = 0;
    for theme in &list.themes {
        parts.push(heading(3, Words::of(theme.title.as_str())));
        for point in &theme.points {
            number += 1;
            parts.push(of_plenary(point, number));
            let also = |text: &String| paragraph(Role::Note, Words::of_pieces(["Also said: ", text.as_str()]));
            parts.extend(point.doubles.iter().map(also));
        }
    }
    parts
}

fn of_plenary(point: &PlenaryPoint, number: u32) -> Part {
    let standing = point.standing.map(|standing| labels::standing(standing).to_lowercase());
    let support = match point.support {
        0 => None,
        1 => Some("supported by one seat".to_owned()),
        seats => Some(format!("supported by {seats} seats")),
    };
    let kind = labels::kind(point.kind).to_owned();
    let told = std::iter::once(kind).chain(standing).chain(support);
    Part::Point {
        number,
        labels: told.chain(point.from.iter().cloned()).collect(),
        words: Words::of(point.text.as_str()),
    }
}

/// The section of a kind. The messages for the plenary stand below the title of their room, because they are read out so.
fn kind(report: &Combined, of_kind: &OfKind, number: &mut u32) -> Vec<Part> {
    let mut parts = vec![section(points::kinds(of_kind.kind))];
    if of_kind.kind != PointKind::PlenaryMessage {
        parts.extend(of_kind.points.iter().map(|point| numbered(report, point, number)));
        return parts;
    }
    for room in &report.rooms {
        let mut messages = of_kind.points.iter().filter(|point| point.room == room.room.id).peekable();
        if messages.peek().is_some() {
            parts.push(heading(3, Words::of(room.room.title.as_str())));
            let time = labels::time_to_read_out(u64::from(room.read_aloud.seconds));
            let notice = [time.as_str(), room.read_aloud.notice.as_str()].join(" ");
            parts.push(paragraph(Role::Note, Words::own(notice.trim_end())));
            parts.extend(messages.map(|point| numbered(report, point, number)));
        }
    }
    parts
}

/// A point with its number in the report, and where it stands in its room's own document.
fn numbered(report: &Combined, point: &RoomPoint, number: &mut u32) -> Part {
    *number += 1;
    let room = report.rooms.iter().find(|room| room.room.id == point.room);
    let title = room.map_or(point.room.as_str(), |room| room.room.title.as_str());
    let mut labels = labels::of(&point.point.mark);
    labels.push(format!("{title}, point {}", point.point.number));
    Part::Point {
        number: *number,
        labels,
        words: Words::of_runs(point.point.runs.clone()),
    }
}

fn participation(report: &Combined) -> Vec<Part> {
    let row = |room: &RoomSummary| {
        let of = &room.participation;
        let figures = [
            of.participants,
            of.states,
            of.organizations,
            of.stakeholders,
            of.not_stated,
            room.speeches,
            room.points_marked,
            room.polls_held,
        ];
        let figures = figures.iter().map(|figure| Words::own(figure.to_string()));
        std::iter::once(title_of(room)).chain(figures).collect()
    };
    let heads = [
        "Joined with a device",
        "For States",
        "For organizations",
        "For stakeholders",
        "Not stated",
        "Speeches",
        "Points",
        "Polls",
    ];
    let columns = std::iter::once(column("Room", false)).chain(heads.map(|head| column(head, true)));
    let table = Part::Table {
        caption: Words::own("By room. Whoever joined several rooms is counted in each."),
        columns: columns.collect(),
        has_row_heads: true,
        rows: report.rooms.iter().map(row).collect(),
    };
    vec![section("Participation"), table]
}

fn polls(report: &Combined) -> Vec<Part> {
    let of_room = |room: &RoomSummary| -> Vec<Vec<Words>> {
        let row = |poll: &super::PollOverview| {
            vec![
                title_of(room),
                Words::of(poll.question.as_str()).on_a_line(),
                Words::of(poll.leading.join("; ")).on_a_line(),
                Words::own(if poll.base.is_empty() { "No result" } else { &poll.base }),
            ]
        };
        room.polls.iter().map(row).collect()
    };
    let rows: Vec<Vec<Words>> = report.rooms.iter().flat_map(of_room).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let table = Part::Table {
        caption: Words::own(format!(
            "{}. The whole results are in the documents of the rooms.",
            wording::WEIGHT
        )),
        columns: ["Room", "Question", "Named most", "Base"]
            .map(|head| column(head, false))
            .into(),
        has_row_heads: true,
        rows,
    };
    vec![section("Polls"), table]
}

fn rooms(report: &Combined) -> Vec<Part> {
    let of_room = |room: &RoomSummary| [heading(3, title_of(room)), Part::Facts { facts: facts(room) }];
    std::iter::once(section("Rooms"))
        .chain(report.rooms.iter().flat_map(of_room))
        .collect()
}

fn facts(room: &RoomSummary) -> Vec<Fact> {
    let state = match room.status {
        Status::Draft => "Draft of revision",
        Status::Final => "Sealed, revision",
    };
    let facts = [
        ("Theme", room.room.theme.clone()),
        ("Attribution", room.attribution_rule.clone()),
        (
            if room.chairs.len() == 1 { "Chair" } else { "Chairs" },
            room.chairs.join("; "),
        ),
        (
            if room.rapporteurs.len() == 1 {
                "Rapporteur"
            } else {
                "Rapporteurs"
            },
            room.rapporteurs.join("; "),
        ),
        ("Report", words_of_report::state(room).to_owned()),
        ("Status", format!("{state} {} (record {})", room.revision, room.seq)),
    ];
    let told = facts.into_iter().filter(|(_, value)| !value.is_empty());
    told.map(|(name, value)| fact(name, Words::of(value).on_a_line())).collect()
}

pub(super) fn title_of(room: &RoomSummary) -> Words {
    Words::of(room.room.title.as_str()).on_a_line()
}

pub(super) fn fact(name: &str, value: Words) -> Fact {
    Fact {
        name: name.to_owned(),
        value,
    }
}

pub(super) fn heading(level: u8, words: Words) -> Part {
    let words = words.on_a_line();
    Part::Heading { level, words }
}

pub(super) fn section(text: &str) -> Part {
    heading(2, Words::own(text))
}

pub(super) fn paragraph(role: Role, words: Words) -> Part {
    Part::Paragraph { role, words }
}

fn column(head: &str, is_number: bool) -> Column {
    Column {
        head: Words::own(head),
        is_number,
    }
}
