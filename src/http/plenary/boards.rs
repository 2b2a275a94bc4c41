//! The boards as they were put together last. A hall of phones asks for one in the same second; what its rooms tell is taken from them
//! once then, and put together once.

use crate::http::App;
use crate::http::error::HttpError;
use crate::hub::fault::Fault;
use crate::hub::news::POINTS;
use crate::plenary::gather::gather;
use crate::plenary::rooms::RoomPoints;
use crate::plenary::view::{BoardPoint, PlenaryView};
use crate::plenary::{PlenaryBoard, PointRef};
use crate::room::ids::{Millis, SeatId, Seq};
use crate::room::seat::Role;
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::time::Instant;

/// How old what the rooms tell may be for those who are not told at once that a room has changed, milliseconds.
const RECENT_MS: i64 = 1_000;
/// While rooms write, it is looked this often at most whether that changes the board: looking is for all who have it open at once.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// How new what the rooms tell has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Age {
    /// As it is now.
    Now,
    /// A second old at most.
    Recent,
}

/// A board as it was at a moment, for everybody.
pub struct Board {
    /// The position of its record.
    pub seq: u64,
    whole: PlenaryView,
    for_everybody: PlenaryView,
    raw: [Raw; 2],
    /// Every point that there is, also what is left out.
    known: BTreeSet<PointRef>,
    /// The points that stand on the board, by those that their folds are kept under.
    heads: BTreeMap<PointRef, PointRef>,
}

/// A part of an answer that is written already.
#[derive(Clone)]
pub struct Raw(Arc<Box<RawValue>>);

/// What is kept of a meeting's board.
#[derive(Default)]
struct Kept {
    rooms: Vec<Known>,
    /// When the rooms were last looked at.
    looked_at: Millis,
    /// The same, by a clock that never jumps; none before.
    looked: Option<Instant>,
    /// Grows with every change of what they tell.
    changes: u64,
    /// Of how many of them those who see the board were told; none before anybody has looked.
    told: Option<u64>,
    board: Option<(u64, Arc<Board>)>,
}

/// A room as it was last seen.
#[derive(Clone)]
struct Known {
    /// Its run and its position; none before anybody has opened it.
    at: Option<(String, Seq)>,
    points: Arc<RoomPoints>,
}

/// The boards of all meetings.
#[derive(Default)]
pub struct Boards(Mutex<BTreeMap<String, Arc<tokio::sync::Mutex<Kept>>>>);

impl Boards {
    /// The board of a meeting, and the points on it that a seat supports.
    pub async fn of(
        &self,
        app: &App,
        meeting: &str,
        age: Age,
        seat: Option<&SeatId>,
    ) -> Result<(Arc<Board>, Vec<PointRef>), HttpError> {
        let kept = self.kept(meeting);
        let mut kept = kept.lock().await;
        let now = app.hub.now();
        if age == Age::Now || kept.rooms.is_empty() || now.0 - kept.looked_at.0 > RECENT_MS {
            kept.look(app, meeting).await?;
            kept.tell(app, meeting).await?;
        }
        let ledger = app.hub.book::<PlenaryBoard>(meeting);
        let found = ledger.read(|book, seq| {
            let board = kept.board(book, seq);
            let own = seat.map(|seat| book.supported_by(seat)).unwrap_or_default();
            let own = own.into_iter().filter_map(|root| board.heads.get(root).cloned()).collect();
            (board, own)
        });
        Ok(found.await?)
    }

    /// A room has changed at that moment: looks whether the board is another by it, and tells those who see it, unless somebody has looked
    /// since. Before the board is shown nobody is to be told. Answers from when on it can be looked again, where it was only just done.
    pub async fn follow(&self, app: &App, meeting: &str, changed: Instant) -> Result<Option<Instant>, HttpError> {
        if !app.hub.book::<PlenaryBoard>(meeting).read(|book, _| book.is_seen()).await? {
            return Ok(None);
        }
        let kept = self.kept(meeting);
        let mut kept = kept.lock().await;
        match kept.looked {
            Some(looked) if looked >= changed => Ok(None),
            Some(looked) if looked.elapsed() < LOOK_AGAIN => Ok(Some(looked + LOOK_AGAIN)),
            _ => {
                kept.look(app, meeting).await?;
                kept.tell(app, meeting).await?;
                Ok(None)
            }
        }
    }

    fn kept(&self, meeting: &str) -> Arc<tokio::sync::Mutex<Kept>> {
        let mut boards = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        boards.entry(meeting.to_owned()).or_default().clone()
    }
}

impl Kept {
    /// Takes from each room what it tells, where that may have changed. Whoever asked may go away in the middle of it: then nobody has looked.
    async fn look(&mut self, app: &App, meeting: &str) -> Result<(), HttpError> {
        let plan = app.hub.registry.meeting(meeting).ok_or_else(HttpError::not_found)?;
        let (now, begun) = (app.hub.now(), Instant::now());
        let known = self.rooms.iter().map(|known| (known.points.id.clone(), known.clone()));
        let mut before: BTreeMap<String, Known> = known.collect();
        let (were, mut changes) = (before.len(), 0);
        let mut rooms = Vec::with_capacity(plan.rooms.len());
        for room in &plan.rooms {
            let known = before.remove(&room.id);
            let blank = || RoomPoints::planned(&room.id, &room.title, &room.theme, room.attribution);
            let seen = match seen(app, meeting, &room.id, &known, &blank).await {
                Ok(seen) => seen,
                Err(fault) => {
                    tracing::warn!(room.id = %format_args!("{meeting}/{}", room.id), %fault, "board shown without this room's latest");
                    let points = known.as_ref().map_or_else(|| Arc::new(blank()), |known| known.points.clone());
                    Known { at: None, points }
                }
            };
            if known.as_ref().is_none_or(|known| known.points != seen.points) {
                changes += 1;
            }
            rooms.push(seen);
        }
        changes += u64::from(rooms.len() != were);
        self.changes += changes;
        (self.rooms, self.looked_at, self.looked) = (rooms, now, Some(begun));
        Ok(())
    }

    /// Tells those who see the board where it has changed since they were told. Whoever comes later sees it as it is.
    async fn tell(&mut self, app: &App, meeting: &str) -> Result<(), HttpError> {
        let is_seen = app.hub.book::<PlenaryBoard>(meeting).read(|book, _| book.is_seen()).await?;
        let before = self.told.replace(self.changes);
        if is_seen && before.is_some_and(|before| before != self.changes) {
            app.hub.tell(meeting, POINTS);
        }
        Ok(())
    }

    /// The board at this position, put together where it is not yet.
    fn board(&mut self, book: &PlenaryBoard, seq: u64) -> Arc<Board> {
        if let Some((changes, board)) = &self.board
            && *changes == self.changes
            && board.seq == seq
        {
            return board.clone();
        }
        let rooms: Vec<Arc<RoomPoints>> = self.rooms.iter().map(|known| known.points.clone()).collect();
        let board = Arc::new(Board::of(gather(&rooms, book), seq));
        self.board = Some((self.changes, board.clone()));
        board
    }
}

/// A room as it is; what is known already is not asked for again.
async fn seen(
    app: &App,
    meeting: &str,
    room: &str,
    known: &Option<Known>,
    blank: &impl Fn() -> RoomPoints,
) -> Result<Known, Fault> {
    let Some(handle) = app.hub.open_begun(meeting, room).await? else {
        return Ok(Known {
            at: None,
            points: Arc::new(blank()),
        });
    };
    let now = (handle.shared.epoch.clone(), Seq(handle.shared.seq.load(Ordering::Acquire)));
    if let Some(known) = known
        && known.at.as_ref() == Some(&now)
    {
        return Ok(Known {
            at: Some(now),
            points: known.points.clone(),
        });
    }
    let looked = handle
        .inspect(|inspected| (inspected.seq, RoomPoints::of(inspected.room)))
        .await?;
    let (seq, points) = looked;
    Ok(Known {
        at: Some((now.0, seq)),
        points: Arc::new(points),
    })
}

impl Board {
    fn of(whole: PlenaryView, seq: u64) -> Self {
        let for_everybody = whole.clone().for_everybody();
        let shown = whole
            .points()
            .flat_map(|point| std::iter::once(&point.said).chain(&point.folded));
        let hidden = whole
            .hidden
            .iter()
            .flat_map(|point| std::iter::once(&point.said).chain(&point.folded));
        let head = |point: &BoardPoint| (point.root.clone(), point.said.id.clone());
        Self {
            seq,
            known: shown.chain(hidden).map(|said| said.id.clone()).collect(),
            heads: whole.points().map(head).collect(),
            raw: [Raw::of(&whole), Raw::of(&for_everybody)],
            whole,
            for_everybody,
        }
    }

    /// As somebody in this role may see it.
    pub fn of_role(&self, role: Role) -> &PlenaryView {
        if role == Role::Organiser {
            &self.whole
        } else {
            &self.for_everybody
        }
    }

    /// The same, written already.
    pub fn raw(&self, role: Role) -> Raw {
        self.raw[usize::from(role != Role::Organiser)].clone()
    }

    /// Whether there is such a point for somebody in this role.
    pub fn has(&self, role: Role, point: &PointRef) -> bool {
        if role == Role::Organiser {
            return self.known.contains(point);
        }
        let mut shown = self.for_everybody.points();
        shown.any(|head| head.said.id == *point || head.folded.iter().any(|said| said.id == *point))
    }
}

impl Raw {
    /// Plain data, which can always be written down.
    fn of(view: &PlenaryView) -> Self {
        let written = serde_json::value::to_raw_value(view);
        Self(Arc::new(written.unwrap_or_else(|_| RawValue::NULL.to_owned())))
    }
}

impl Serialize for Raw {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.as_ref().serialize(serializer)
    }
}
