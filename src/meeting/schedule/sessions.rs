//! Sessions and rooms out of slots.

use super::kinds;
use super::node::Report;
use super::said::{Made, Said};
use super::slot::{Programme, Slot};
use super::texts::{cut, line, lines};
use crate::meeting::is_room_id;
use crate::meeting::limits::{
    DESCRIPTION_CHARACTERS_MAX, ID_CHARACTERS_MAX, LINE_CHARACTERS_MAX, PEOPLE_MAX, ROOMS_MAX, SESSIONS_MAX, TITLE_CHARACTERS_MAX,
};
use crate::meeting::plan::{Meeting, RoomPlan, Session, SessionKind};
use crate::room::command::{BoardRule, Writers};
use crate::room::event::Attribution;
use crate::room::floor::OrderRule;
use crate::room::limits::SPEAKING_LIMIT_S_DEFAULT;
use crate::room::place_time;
use crate::room::view::ListState;
use jiff::Timestamp;
use jiff::civil::Time;
use std::collections::{BTreeMap, BTreeSet};

/// A slot that has a place in the programme, with its kind.
struct Placed<'a> {
    slot: &'a Slot,
    kind: SessionKind,
    ends: Time,
}

/// What stands at the same time, in the same track or of the same kind: one session.
type Key = (String, Time, Time, String);

/// The sessions in the order of their times, and their rooms.
pub(super) fn of(read: Programme, into: &Meeting, report: &mut Report) -> (Vec<Session>, Vec<RoomPlan>) {
    for what in &read.left_out {
        report.warn("", Said::LeftOut { what: *what });
    }
    if read.slots.len() > ROOMS_MAX {
        let (count, max) = (read.slots.len(), ROOMS_MAX);
        report.wrong("", Said::TalksMany { count, max });
        return (Vec::new(), Vec::new());
    }
    let placed = placed(&read.slots, report);
    warn_of_other_zone(&read, into, report);
    let mut ids = Ids::default();
    let (mut sessions, mut rooms) = (Vec::new(), Vec::new());
    for together in grouped(placed) {
        let made: Vec<RoomPlan> = together
            .iter()
            .filter(|placed| kinds::has_room(placed.kind))
            .map(|placed| room(placed, &mut ids, report))
            .collect();
        sessions.push(session(&together, &made, &mut ids, report));
        rooms.extend(made);
    }
    sessions.sort_by(|one, other| (&one.date, &one.starts).cmp(&(&other.date, &other.starts)));
    let counts = [
        (Made::Sessions, sessions.len(), SESSIONS_MAX),
        (Made::Rooms, rooms.len(), ROOMS_MAX),
    ];
    for (what, count, max) in counts {
        if count > max {
            report.wrong("", Said::MadeMany { what, count, max });
        }
    }
    (sessions, rooms)
}

/// The slots that have a length and end on the day on which they begin, or are made to.
fn placed<'a>(slots: &'a [Slot], report: &mut Report) -> Vec<Placed<'a>> {
    let mut placed = Vec::new();
    for slot in slots {
        if line(&slot.title).is_empty() {
            report.wrong(&slot.path, Said::TitleEmpty);
            continue;
        }
        if slot.ends <= slot.starts {
            report.warn(&slot.path, Said::NoLength);
            continue;
        }
        let late = slot.ends.date() > slot.starts.date();
        let ends = if late {
            Time::constant(23, 59, 0, 0)
        } else {
            slot.ends.time()
        };
        if ends <= slot.starts.time() {
            report.warn(&slot.path, Said::NotOnItsDay);
            continue;
        }
        if late {
            report.warn(&slot.path, Said::PastMidnight);
        }
        let side_by_side = slots.iter().any(|other| {
            let (here, there) = ((slot.starts, slot.ends), (other.starts, other.ends));
            other.hall != slot.hall && here.0 < there.1 && there.0 < here.1 && !other.is_break
        });
        let kind = kinds::of(slot, side_by_side);
        placed.push(Placed { slot, kind, ends });
    }
    placed
}

fn warn_of_other_zone(read: &Programme, into: &Meeting, report: &mut Report) {
    let (theirs, ours) = (read.timezone.as_str(), into.timezone.as_str());
    let offsets = |name: &str| {
        let zone = place_time::zone(name);
        read.slots
            .iter()
            .map(|slot| zone.to_ambiguous_timestamp(slot.starts).compatible().ok())
            .collect::<Vec<Option<Timestamp>>>()
    };
    if !theirs.is_empty() && theirs != ours && offsets(theirs) != offsets(ours) {
        let (theirs, ours) = (theirs.to_owned(), ours.to_owned());
        report.warn("", Said::OtherZone { theirs, ours });
    }
}

/// Groups side by side are one session: the same time and track, or, where neither has one, the same words for their kind. Whatever else
/// there is is a session each.
fn grouped(placed: Vec<Placed<'_>>) -> Vec<Vec<Placed<'_>>> {
    let mut groups: BTreeMap<(Key, usize), Vec<Placed<'_>>> = BTreeMap::new();
    for (at, placed) in placed.into_iter().enumerate() {
        let slot = placed.slot;
        let called = if slot.track.is_empty() { &slot.kind } else { &slot.track };
        let joins = placed.kind == SessionKind::Breakout && !called.is_empty();
        let alone = if joins { 0 } else { at + 1 };
        let key = (
            slot.starts.date().to_string(),
            slot.starts.time(),
            placed.ends,
            called.clone(),
        );
        groups.entry((key, alone)).or_default().push(placed);
    }
    groups.into_values().collect()
}

fn session(together: &[Placed<'_>], rooms: &[RoomPlan], ids: &mut Ids, report: &mut Report) -> Session {
    let Placed { slot, kind, ends } = &together[0];
    let alone = together.len() == 1;
    let (title, description) = if alone {
        (slot.title.as_str(), [slot.hall.as_str(), slot.about.as_str()].join("\n"))
    } else {
        let called = if slot.track.is_empty() { &slot.kind } else { &slot.track };
        let halls = together
            .iter()
            .map(|placed| format!("{}: {}", placed.slot.hall, placed.slot.title));
        (called.as_str(), halls.collect::<Vec<_>>().join("\n"))
    };
    let wanted = if alone { &slot.key } else { "" };
    let (title, whole) = cut(&line(title), TITLE_CHARACTERS_MAX);
    if !whole {
        let max = TITLE_CHARACTERS_MAX;
        report.warn(&slot.path, Said::TitleCut { max });
    }
    let (description, whole) = cut(&lines(&description), DESCRIPTION_CHARACTERS_MAX);
    if !whole {
        let max = DESCRIPTION_CHARACTERS_MAX;
        report.warn(&slot.path, Said::TextCut { max });
    }
    Session {
        id: ids.sessions.given(wanted, &title, "session"),
        date: slot.starts.date().to_string(),
        starts: shown(slot.starts.time()),
        ends: shown(*ends),
        title,
        kind: *kind,
        description,
        rooms: rooms.iter().map(|room| room.id.clone()).collect(),
    }
}

/// A room for a talk. Where people work in groups everybody writes; in front of a plenary those whom the chair chooses.
fn room(placed: &Placed<'_>, ids: &mut Ids, report: &mut Report) -> RoomPlan {
    let slot = placed.slot;
    let title = cut(&line(&slot.title), TITLE_CHARACTERS_MAX).0;
    let people = slot
        .people
        .iter()
        .take(PEOPLE_MAX)
        .map(|name| cut(name, TITLE_CHARACTERS_MAX).0);
    if slot.people.len() > PEOPLE_MAX {
        let (max, count) = (PEOPLE_MAX, slot.people.len());
        report.warn(&slot.path, Said::PeopleCut { max, count });
    }
    RoomPlan {
        id: ids.rooms.given(&slot.key, &title, "room"),
        title,
        theme: cut(&line(&slot.subtitle), LINE_CHARACTERS_MAX).0,
        questions: Vec::new(),
        attribution: Attribution::default(),
        writers: if placed.kind == SessionKind::Breakout {
            Writers::Everyone
        } else {
            Writers::Chosen
        },
        speaking_limit_s: SPEAKING_LIMIT_S_DEFAULT,
        speaking_limits: BTreeMap::new(),
        list: ListState::Open,
        order: OrderRule::default(),
        speakers: Vec::new(),
        polls: Vec::new(),
        sections: Vec::new(),
        board: BoardRule::default(),
        without: BTreeSet::new(),
        moderators: Vec::new(),
        panellists: people.collect(),
    }
}

fn shown(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// The ids given so far.
#[derive(Default)]
struct Ids {
    sessions: Given,
    rooms: Given,
}

#[derive(Default)]
struct Given {
    ids: BTreeSet<String>,
    /// With which number to go on where an id is taken: a file may call all of its talks the same.
    next: BTreeMap<String, u32>,
}

impl Given {
    /// An id that is not taken: made of the other tool's own, so that the same file read again means the same session; else of the title.
    fn given(&mut self, key: &str, title: &str, otherwise: &str) -> String {
        let made = [slug(key), slug(title)].into_iter().find(|id| is_room_id(id));
        let base = made.unwrap_or_else(|| otherwise.to_owned());
        let mut id = base.clone();
        while !self.ids.insert(id.clone()) {
            let number = self.next.entry(base.clone()).or_insert(2);
            id = numbered(&base, *number);
            *number += 1;
        }
        id
    }
}

/// The id with a number behind it, no longer than ids are.
fn numbered(base: &str, number: u32) -> String {
    let number = format!("-{number}");
    let start: String = base.chars().take(ID_CHARACTERS_MAX - number.len()).collect();
    format!("{}{number}", start.trim_end_matches('-'))
}

/// Small letters, digits and single hyphens of a text, as many as an id may have.
fn slug(text: &str) -> String {
    let plain = text.to_lowercase();
    let parts: Vec<&str> = plain
        .split(|letter: char| !letter.is_ascii_lowercase() && !letter.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect();
    let whole = parts.join("-");
    let start: String = whole.chars().take(ID_CHARACTERS_MAX).collect();
    start.trim_end_matches('-').to_owned()
}
