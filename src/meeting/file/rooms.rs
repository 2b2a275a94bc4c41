//! `[[rooms]]` and `[templates.…]`: a room takes from its template what it does not say itself.

use super::field::{Text, is_id};
use super::polls::Prepared;
use super::report::Report;
use super::table::Table;
use super::{floor, polls, speakers, suggest};
use crate::meeting::limits::{LINE_CHARACTERS_MAX, PEOPLE_MAX, QUESTIONS_MAX, ROOMS_MAX, TEMPLATES_MAX, TITLE_CHARACTERS_MAX};
use crate::meeting::plan::RoomPlan;
use crate::meeting::wrong::{OfPart, UnknownName};
use crate::room::command::{BoardRule, Entry, Writers};
use crate::room::event::Attribution;
use crate::room::floor::{OrderRule, Scope};
use crate::room::limits::{
    QUESTION_CHARACTERS_MAX, SECTIONS_MAX, SPEAKING_LIMIT_S_DEFAULT, SPEAKING_LIMIT_S_MAX, SPEAKING_LIMIT_S_MIN,
};
use crate::room::tools::Tool;
use crate::room::view::ListState;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// What rooms and templates may both say.
const SHARED: [&str; 15] = [
    "theme",
    "questions",
    "attribution",
    "writers",
    "speaking_limit_s",
    "speaking_limits",
    "list",
    "order",
    "speakers",
    "polls",
    "sections",
    "board",
    "without",
    "moderators",
    "panellists",
];
/// What a room alone says.
const OWN: [&str; 3] = ["id", "title", "template"];

const ATTRIBUTIONS: [(&str, Attribution); 3] = [
    ("on-the-record", Attribution::OnTheRecord),
    ("chatham-house", Attribution::ChathamHouse),
    ("closed", Attribution::Closed),
];
const WRITERS: [(&str, Writers); 2] = [("everyone", Writers::Everyone), ("chosen", Writers::Chosen)];
const BOARDS: [(&str, BoardRule); 3] = [
    ("open", BoardRule::Open),
    ("moderated", BoardRule::Moderated),
    ("closed", BoardRule::Closed),
];
const TOOLS: [(&str, Tool); 4] = [
    ("floor", Tool::Floor),
    ("polls", Tool::Polls),
    ("board", Tool::Board),
    ("comments", Tool::Comments),
];
const LISTS: [(&str, ListState); 2] = [("open", ListState::Open), ("closed", ListState::Closed)];

/// What a room or a template says, of what both may say.
#[derive(Clone, Default)]
struct Settings {
    theme: Option<String>,
    questions: Option<Vec<String>>,
    attribution: Option<Attribution>,
    writers: Option<Writers>,
    speaking_limit_s: Option<u32>,
    speaking_limits: Option<BTreeMap<Scope, u32>>,
    list: Option<ListState>,
    order: Option<OrderRule>,
    speakers: Option<Vec<Entry>>,
    polls: Option<Vec<Prepared>>,
    sections: Option<Vec<String>>,
    board: Option<BoardRule>,
    without: Option<BTreeSet<Tool>>,
    moderators: Option<Vec<String>>,
    panellists: Option<Vec<String>>,
}

impl Settings {
    fn read(table: &Table<'_>, report: &mut Report) -> Self {
        let question = Text::filled(QUESTION_CHARACTERS_MAX);
        Self {
            theme: table
                .field("theme")
                .and_then(|field| field.text(Text::line(LINE_CHARACTERS_MAX), report)),
            questions: table
                .field("questions")
                .map(|field| field.texts(QUESTIONS_MAX, question, report)),
            attribution: table
                .field("attribution")
                .and_then(|field| field.choice(&ATTRIBUTIONS, report)),
            writers: table.field("writers").and_then(|field| field.choice(&WRITERS, report)),
            speaking_limit_s: table
                .field("speaking_limit_s")
                .and_then(|field| field.number(&(SPEAKING_LIMIT_S_MIN..=SPEAKING_LIMIT_S_MAX), report)),
            speaking_limits: floor::speaking_limits(table, report),
            list: table.field("list").and_then(|field| field.choice(&LISTS, report)),
            order: floor::order(table, report),
            speakers: speakers::read(table, report),
            polls: polls::read(table, report),
            sections: table
                .field("sections")
                .map(|field| field.texts(SECTIONS_MAX, Text::filled(QUESTION_CHARACTERS_MAX), report)),
            board: table.field("board").and_then(|field| field.choice(&BOARDS, report)),
            without: table
                .field("without")
                .map(|field| field.choices(&TOOLS, report).into_iter().collect()),
            moderators: named(table, "moderators", report),
            panellists: named(table, "panellists", report),
        }
    }

    fn or(self, template: Self) -> Self {
        Self {
            theme: self.theme.or(template.theme),
            questions: self.questions.or(template.questions),
            attribution: self.attribution.or(template.attribution),
            writers: self.writers.or(template.writers),
            speaking_limit_s: self.speaking_limit_s.or(template.speaking_limit_s),
            speaking_limits: self.speaking_limits.or(template.speaking_limits),
            list: self.list.or(template.list),
            order: self.order.or(template.order),
            speakers: self.speakers.or(template.speakers),
            polls: self.polls.or(template.polls),
            sections: self.sections.or(template.sections),
            board: self.board.or(template.board),
            without: self.without.or(template.without),
            moderators: self.moderators.or(template.moderators),
            panellists: self.panellists.or(template.panellists),
        }
    }
}

/// A list of people, each in a line.
fn named(table: &Table<'_>, key: &str, report: &mut Report) -> Option<Vec<String>> {
    let name = Text::filled(TITLE_CHARACTERS_MAX);
    table.field(key).map(|field| field.texts(PEOPLE_MAX, name, report))
}

/// Reads the rooms, each with its template filled in.
pub(super) fn read(file: &Table<'_>, report: &mut Report) -> Vec<RoomPlan> {
    let templates = templates(file, report);
    let tables = file.tables("rooms", ROOMS_MAX, report);
    if tables.is_empty() && file.field("rooms").is_none_or(|field| field.value.is_array()) {
        let span = file.field("rooms").map_or(file.span.clone(), |field| field.span);
        report.add(&span, "rooms", OfPart::NoRooms);
    }
    let mut seen = HashSet::new();
    let rooms = tables.iter().map(|table| {
        let room = room(table, &templates, report);
        if !room.id.is_empty() && !seen.insert(room.id.clone()) {
            let span = table.field("id").map_or(table.span.clone(), |field| field.span);
            let id = room.id.clone();
            report.add(&span, &table.path_of("id"), OfPart::RoomIdTwice { id });
        }
        room
    });
    rooms.collect()
}

fn templates<'a>(file: &Table<'a>, report: &mut Report) -> BTreeMap<&'a str, Settings> {
    let tables = file.named_tables("templates", "breakout", TEMPLATES_MAX, report);
    let read = tables.into_iter().map(|(name, table)| {
        if !is_id(name) {
            let written = name.to_owned();
            report.add(&table.span, &table.path, OfPart::TemplateName { written });
        }
        table.only(&SHARED, report);
        (name, Settings::read(&table, report))
    });
    read.collect()
}

fn room(table: &Table<'_>, templates: &BTreeMap<&str, Settings>, report: &mut Report) -> RoomPlan {
    table.only(&[OWN.as_slice(), SHARED.as_slice()].concat(), report);
    let id = table.required("id", "\"group-1\"", report).and_then(|field| field.id(report));
    let template = template(table, templates, report);
    let settings = Settings::read(table, report).or(template.unwrap_or_default());
    let attribution = settings.attribution.unwrap_or_default();
    let polls = settings.polls.unwrap_or_default();
    for poll in &polls {
        poll.check(attribution, id.as_deref().unwrap_or_default(), report);
    }
    let plan = RoomPlan {
        id: id.unwrap_or_default(),
        title: table.required_text(
            "title",
            Text::filled(TITLE_CHARACTERS_MAX),
            "\"Technology and talent\"",
            report,
        ),
        theme: settings.theme.unwrap_or_default(),
        questions: settings.questions.unwrap_or_default(),
        attribution,
        writers: settings.writers.unwrap_or(Writers::Everyone),
        speaking_limit_s: settings.speaking_limit_s.unwrap_or(SPEAKING_LIMIT_S_DEFAULT),
        list: settings.list.unwrap_or(ListState::Open),
        order: settings.order.unwrap_or_default(),
        speaking_limits: settings.speaking_limits.unwrap_or_default(),
        speakers: settings.speakers.unwrap_or_default(),
        polls: polls.into_iter().map(|poll| poll.paper).collect(),
        sections: settings.sections.unwrap_or_default(),
        board: settings.board.unwrap_or_default(),
        without: settings.without.unwrap_or_default(),
        moderators: settings.moderators.unwrap_or_default(),
        panellists: settings.panellists.unwrap_or_default(),
    };
    require_no_use_of_missing(&plan, table, report);
    plan
}

/// What is prepared for a tool that the room goes without would wait where nobody can reach it.
fn require_no_use_of_missing(plan: &RoomPlan, table: &Table<'_>, report: &mut Report) {
    let prepared = [
        (Tool::Floor, !plan.speakers.is_empty(), OfPart::SpeakersWithoutFloor),
        (Tool::Polls, !plan.polls.is_empty(), OfPart::PollsWithoutPolls),
    ];
    for (tool, is_prepared, wrong) in prepared {
        if is_prepared && plan.without.contains(&tool) {
            let span = table.field("without").map_or(table.span.clone(), |field| field.span);
            report.add(&span, &table.path_of("without"), wrong);
        }
    }
}

fn template(table: &Table<'_>, templates: &BTreeMap<&str, Settings>, report: &mut Report) -> Option<Settings> {
    let field = table.field("template")?;
    let name = field.text(Text::filled(TITLE_CHARACTERS_MAX), report)?;
    let found = templates.get(name.as_str()).cloned();
    if found.is_none() {
        let known: Vec<&str> = templates.keys().copied().collect();
        let hint = suggest::hint(&name, &known);
        field.wrong(OfPart::TemplateUnknown(UnknownName { written: name, hint }), report);
    }
    found
}
