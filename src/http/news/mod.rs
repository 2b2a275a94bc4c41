//! What has changed in a meeting, told as it happens: server-sent events, each the numbers of all parts that have changed since the page
//! began to listen. What the parts say now the page asks for itself, so that everybody gets what is theirs to see and nothing else.

mod pace;

use super::App;
use super::auth;
use super::error::HttpError;
use super::extract::MeetingReader;
use super::refusals::Reading;
use super::token::Claims;
use crate::book::Book;
use crate::hub::news::{Numbers, POINTS, ROOMS};
use crate::hub::registry::random;
use crate::people::Register;
use crate::room::seat::Role;
use axum::extract::State;
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use pace::Pace;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::{Instant, sleep, timeout};

/// How often it is looked whether the listener's seat still holds.
const LOOK: Duration = Duration::from_secs(1);
/// How often something is sent though nothing is new, so that a listener that is gone is noticed.
const SIGN_OF_LIFE: Duration = Duration::from_secs(20);

/// One listener.
struct Listener {
    app: Arc<App>,
    claims: Claims,
    news: watch::Receiver<Numbers>,
    told: Numbers,
    pace: Pace,
    spoke_at: Instant,
    /// The number of the rooms' changes that the listener knows, without being told it.
    rooms: u64,
    owed: Option<Owed>,
}

/// A look at the board that a change in a room asks for.
#[derive(Clone, Copy)]
struct Owed {
    /// The last such change.
    changed: Instant,
    /// When to look.
    due: Instant,
}

/// Which parts of the meeting have changed, as server-sent events with the data `{"part":number,…}`. The first one comes at once. Parts: `plan`; `course`, what
/// the rooms are told; `rooms` for an organiser; `points` for others, while the closing plenary's board is shown; and the meeting's books by their names, of which `people` is
/// told to the organiser and to those on the list.
#[utoipa::path(get, path = "/api/meetings/{meeting}/news", params(("meeting" = String, Path), ("as" = Option<Role>, Query)),
    security(("seat" = [])),
    responses((status = 200, body = String, content_type = "text/event-stream"), Reading))]
pub async fn news(State(app): State<Arc<App>>, MeetingReader { meeting, claims }: MeetingReader) -> Result<Response, HttpError> {
    let news = app.hub.listen(&meeting).ok_or(crate::hub::fault::Fault::Unavailable)?;
    let [share] = random();
    let now = Instant::now();
    // What its page has asked for meanwhile may be a second old.
    let owed = (claims.role != Role::Organiser).then_some(Owed {
        changed: now,
        due: now + LOOK,
    });
    let listener = Listener {
        pace: Pace::new(share, app.hub.registry.changes_of_day(&meeting, &claims.seat)),
        app,
        claims,
        news,
        told: Numbers::new(),
        spoke_at: now,
        rooms: 0,
        owed,
    };
    let first = stream::once(async { Ok::<_, Infallible>(event(&Numbers::new())) });
    let events = stream::unfold(listener, |mut listener| async {
        let event = listener.next().await?;
        Some((Ok(event), listener))
    });
    let events = futures_util::StreamExt::chain(first, events);
    let headers = [
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        // Proxies that hold answers back until they are whole would hold this one for ever.
        (HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no")),
    ];
    Ok((headers, Sse::new(events)).into_response())
}

impl Listener {
    /// What is told next; none where nothing more is to be told to this listener.
    async fn next(&mut self) -> Option<Event> {
        loop {
            match timeout(self.wait(), self.news.changed()).await {
                Ok(Err(_)) => return None,
                Ok(Ok(())) => sleep(self.pace.gap(self.listeners())).await,
                Err(_) => {}
            }
            if !auth::still_holds(&self.app, &self.claims) {
                return None;
            }
            self.look_at_board().await;
            if let Some(event) = self.news_of_theirs() {
                return Some(event);
            }
        }
    }

    fn listeners(&self) -> usize {
        self.app.hub.listeners(&self.claims.meeting)
    }

    /// How long nothing is to be done but to listen.
    fn wait(&self) -> Duration {
        let now = Instant::now();
        let board = self.owed.map(|owed| owed.due.saturating_duration_since(now));
        let due_in = self.pace.due_in(now).into_iter().chain(board).min();
        due_in.map_or(LOOK, |due_in| due_in.min(LOOK))
    }

    /// Where rooms have changed: looks whether the board has, which is then news for all who listen.
    async fn look_at_board(&mut self) {
        let Some(owed) = self.owed.take_if(|owed| owed.due <= Instant::now()) else {
            return;
        };
        // Where it could not be looked, the page asks again in a while.
        let later = self.app.boards.follow(&self.app, &self.claims.meeting, owed.changed).await;
        self.owed = later.ok().flatten().map(|due| Owed { due, ..owed });
    }

    /// What is new for this listener, or a sign of life; none where what is new is not for them, or not yet. An organiser hears of every
    /// change in the rooms, others of those that are on the board.
    fn news_of_theirs(&mut self) -> Option<Event> {
        let mut numbers = self.news.borrow_and_update().clone();
        if self.claims.role == Role::Organiser {
            numbers.remove(POINTS);
        } else {
            let rooms = numbers.remove(ROOMS).unwrap_or_default();
            if rooms != std::mem::replace(&mut self.rooms, rooms) {
                let changed = Instant::now();
                let due = self.owed.map_or(changed, |owed| owed.due);
                self.owed = Some(Owed { changed, due });
            }
            self.hold_list_back(&mut numbers);
        }
        if numbers == self.told && self.spoke_at.elapsed() < SIGN_OF_LIFE {
            return None;
        }
        self.spoke_at = Instant::now();
        self.told = numbers;
        Some(event(&self.told))
    }

    /// Of the list of participants whoever is not on it learns nothing, and whoever is on it what is news to them.
    fn hold_list_back(&mut self, numbers: &mut Numbers) {
        let told = self.told.get(Register::NAME).copied();
        let is_news = self.claims.is_personal() && numbers.get(Register::NAME).copied() != told;
        let changes = || self.app.hub.registry.changes_of_day(&self.claims.meeting, &self.claims.seat);
        if is_news && self.pace.tells_of_list(changes(), self.listeners(), Instant::now()) {
            return;
        }
        match told {
            Some(told) => numbers.insert(Register::NAME, told),
            None => numbers.remove(Register::NAME),
        };
    }
}

/// Plain data, which can always be written down.
fn event(numbers: &Numbers) -> Event {
    Event::default().data(serde_json::to_string(numbers).unwrap_or_default())
}
