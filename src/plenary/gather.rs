//! Puts the points of all rooms together with what the plenary made of them. Every point of a room is in the answer exactly once: it
//! stands for itself, under another one, or among those that are left out.

use super::rooms::RoomPoints;
use super::view::{BoardPoint, HiddenPoint, PlenaryView, ReadOutView, RoomLine, SaidPoint, Theme};
use super::{PlenaryBoard, PointRef};
use crate::outcome::OutcomePoint;
use crate::room::ids::SeatId;
use crate::room::notes::point::PointKind;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The board of these rooms, in this order, as an organiser sees it.
pub fn gather(rooms: &[Arc<RoomPoints>], board: &PlenaryBoard) -> PlenaryView {
    let mut themes = themes(rooms);
    let mut hidden = Vec::new();
    let support = support_of_groups(board);
    for (root, members) in groups(rooms, board) {
        let Some(mut group) = group(board, root, members, &mut hidden) else {
            continue;
        };
        group.support = counted(support.get(&group.root).map_or(0, BTreeSet::len));
        let of_room = |theme: &&mut Theme| theme.rooms.contains(&group.said.room);
        if let Some(theme) = themes.iter_mut().find(of_room) {
            theme.points.push(group);
        }
    }
    for theme in &mut themes {
        let places = theme.rooms.clone();
        theme.points.sort_by_cached_key(|point| place(board, &places, point));
    }
    PlenaryView {
        phase: board.phase,
        changes: board.changes(),
        supporting: board.supporting,
        themes,
        rooms: rooms.iter().map(|room| (room.id.clone(), line(room, board))).collect(),
        read_out: read_out(rooms, board),
        hidden,
    }
}

/// The point as the board says it.
pub(super) fn said(room: &RoomPoints, point: &OutcomePoint) -> SaidPoint {
    let mark = &point.mark;
    SaidPoint {
        id: PointRef::new(&room.id, &mark.id),
        room: room.id.clone(),
        number: point.number,
        kind: mark.kind,
        standing: mark.standing,
        component: mark.component,
        reach: mark.reach,
        region: mark.region,
        owner: mark.owner.clone(),
        text: point.text(),
    }
}

/// One for each theme that the rooms have; rooms without one stand for themselves.
fn themes(rooms: &[Arc<RoomPoints>]) -> Vec<Theme> {
    let mut themes: Vec<(String, Theme)> = Vec::new();
    for room in rooms {
        let key = room.theme.trim().to_lowercase();
        match themes.iter_mut().find(|(known, _)| !key.is_empty() && *known == key) {
            Some((_, theme)) => {
                theme.title.clone_from(&room.theme);
                theme.rooms.push(room.id.clone());
            }
            None => themes.push((key, theme(room))),
        }
    }
    themes.into_iter().map(|(_, theme)| theme).collect()
}

fn theme(room: &RoomPoints) -> Theme {
    Theme {
        code: room.id.clone(),
        title: room.title.clone(),
        rooms: vec![room.id.clone()],
        points: Vec::new(),
    }
}

/// What stands together, by the point that it is kept under, in the order of the rooms and their notes.
fn groups(rooms: &[Arc<RoomPoints>], board: &PlenaryBoard) -> BTreeMap<PointRef, Vec<SaidPoint>> {
    let mut groups: BTreeMap<PointRef, Vec<SaidPoint>> = BTreeMap::new();
    let all = rooms
        .iter()
        .flat_map(|room| room.points.iter().map(|point| said(room, point)));
    for point in all {
        groups.entry(board.root(&point.id).clone()).or_default().push(point);
    }
    groups
}

/// The group as it stands on the board; none where all of it is left out. Where the point that it is kept under is gone from its notes,
/// the first of the others stands for them.
fn group(board: &PlenaryBoard, root: PointRef, members: Vec<SaidPoint>, hidden: &mut Vec<HiddenPoint>) -> Option<BoardPoint> {
    if let Some(reason) = board.hidden(&root) {
        let (said, folded) = headed(&root, members)?;
        let reason = reason.to_owned();
        hidden.push(HiddenPoint { said, reason, folded });
        return None;
    }
    let mut shown = Vec::new();
    for said in members {
        match board.hidden(&said.id).map(str::to_owned) {
            Some(reason) => hidden.push(HiddenPoint {
                said,
                reason,
                folded: Vec::new(),
            }),
            None => shown.push(said),
        }
    }
    let (said, folded) = headed(&root, shown)?;
    Some(BoardPoint {
        pinned: board.pinned(&said.id).is_some(),
        said,
        support: 0,
        folded,
        root,
    })
}

/// The one that stands for all, and the others.
fn headed(root: &PointRef, mut members: Vec<SaidPoint>) -> Option<(SaidPoint, Vec<SaidPoint>)> {
    if members.is_empty() {
        return None;
    }
    let at = members.iter().position(|member| member.id == *root).unwrap_or(0);
    Some((members.remove(at), members))
}

/// Where a point stands in its theme.
fn place(board: &PlenaryBoard, rooms: &[String], point: &BoardPoint) -> (usize, bool, PointKind, usize, u32) {
    let pinned = board.pinned(&point.said.id).unwrap_or(usize::MAX);
    let room = rooms.iter().position(|room| *room == point.said.room).unwrap_or(usize::MAX);
    let is_other = point.said.kind != PointKind::PlenaryMessage;
    (pinned, is_other, point.said.kind, room, point.said.number)
}

fn line(room: &RoomPoints, board: &PlenaryBoard) -> RoomLine {
    RoomLine {
        title: room.title.clone(),
        state: room.state,
        attribution: room.attribution,
        rapporteurs: room.rapporteurs.clone(),
        messages: counted(messages(room, board).count()),
    }
}

/// What is read out: the messages of the room, but those that are left out.
fn messages<'a>(room: &'a RoomPoints, board: &'a PlenaryBoard) -> impl Iterator<Item = SaidPoint> + 'a {
    let told = room
        .points
        .iter()
        .filter(|point| point.mark.kind == PointKind::PlenaryMessage);
    told.map(|point| said(room, point))
        .filter(|message| board.hidden(&message.id).is_none())
}

fn read_out(rooms: &[Arc<RoomPoints>], board: &PlenaryBoard) -> Option<ReadOutView> {
    let now = board.read_out.as_ref()?;
    let room = rooms.iter().find(|room| room.id == now.room)?;
    let messages: Vec<SaidPoint> = messages(room, board).collect();
    Some(ReadOutView {
        room: room.id.clone(),
        title: room.title.clone(),
        rapporteurs: room.rapporteurs.clone(),
        message: now.message.min(counted(messages.len())),
        messages,
        for_s: now.for_s,
        started_at: now.started_at,
    })
}

/// Who supports what stands together, each seat once.
fn support_of_groups(board: &PlenaryBoard) -> BTreeMap<&PointRef, BTreeSet<&SeatId>> {
    let mut groups: BTreeMap<&PointRef, BTreeSet<&SeatId>> = BTreeMap::new();
    for (point, seats) in &board.support {
        groups.entry(board.root(point)).or_default().extend(seats);
    }
    groups
}

fn counted(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
