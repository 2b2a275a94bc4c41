//! The matchmaking of a meeting: what the caller may see of it, and one command at a time. Whoever has a seat in the meeting takes part;
//! a screen has nothing to see here.

use super::App;
use super::allowance::Kind;
use super::auth;
use super::error::HttpError;
use super::extract::{Bytes, Json, MeetingReader, MeetingWriter};
use super::refusals::{Bringing, Reading};
use crate::annexes::{Partnerships, partnerships_file};
use crate::archive::Named;
use crate::hub::fault::Fault;
use crate::hub::registry::Registry;
use crate::matchmaking::view::View;
use crate::matchmaking::view::organiser::OrganiserView;
use crate::matchmaking::who::Listed;
use crate::matchmaking::{Command, Matchmaking, Order, consented};
use crate::outcome::combined::Partnership;
use crate::room::ids::{Millis, SeatId};
use crate::room::refusal::{Code, Refusal};
use crate::room::seat::Role;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use utoipa::ToSchema;
use uuid::Uuid;

/// What `GET …/matchmaking` says.
#[derive(Serialize, ToSchema)]
#[schema(as = MatchmakingSeen)]
pub struct Seen {
    /// The position in its journal.
    seq: u64,
    /// The server's clock.
    now: Millis,
    /// What the caller may see.
    view: Sight,
}

/// The one or the other, by the caller's role.
#[derive(Serialize, ToSchema)]
#[serde(tag = "for", rename_all = "kebab-case")]
enum Sight {
    /// For those who take part.
    Participant(Box<View>),
    /// For an organiser.
    Organiser(Box<OrganiserView>),
}

/// A command and its id, by which a repeat is known.
#[derive(Deserialize, ToSchema)]
#[schema(as = MatchmakingAsked)]
pub struct Asked {
    id: Uuid,
    #[serde(flatten)]
    command: Command,
}

/// What was asked is done.
#[derive(Serialize, ToSchema)]
pub struct Done {
    /// Its position in the journal.
    seq: u64,
}

/// What the caller may see: as one who takes part, or as an organiser.
#[utoipa::path(get, path = "/api/meetings/{meeting}/matchmaking", params(("meeting" = String, Path), ("as" = Option<Role>, Query)),
    security(("seat" = [])),
    responses((status = 200, body = Seen), Reading))]
pub async fn view(State(app): State<Arc<App>>, MeetingReader { meeting, claims }: MeetingReader) -> Result<Response, HttpError> {
    if claims.role == Role::Screen {
        return Err(HttpError::not_found());
    }
    let now = app.hub.now();
    let book = app.hub.book::<Matchmaking>(&meeting);
    let seen = if claims.role == Role::Organiser {
        // How many could meet at most is reckoned anew each time.
        let (registry, of) = (app.hub.registry.clone(), meeting.clone());
        let look = move |book: &Matchmaking, seq| {
            let directory = |seat: &SeatId| on_list(&registry, &of, seat);
            (seq, Sight::Organiser(Box::new(book.organiser_view(now, &directory))))
        };
        book.read_apart(look).await?
    } else {
        let directory = |seat: &SeatId| on_list(&app.hub.registry, &meeting, seat);
        let look = |book: &Matchmaking, seq| (seq, Sight::Participant(Box::new(book.view(&claims.seat, &directory))));
        book.read(look).await?
    };
    let (seq, view) = seen;
    let seen = Seen { seq, now, view };
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(seen)).into_response())
}

/// One command.
#[utoipa::path(post, path = "/api/meetings/{meeting}/matchmaking/commands", params(("meeting" = String, Path)),
    request_body = Asked,
    security(("seat" = [])),
    responses((status = 200, body = Done), Reading, Bringing))]
pub async fn command(State(app): State<Arc<App>>, writer: MeetingWriter, Bytes(body): Bytes) -> Result<Json<Done>, HttpError> {
    if writer.claims.role == Role::Screen {
        return Err(HttpError::not_found());
    }
    auth::take(&app, &writer.claims, Kind::Command)?;
    let Asked { id, command } = parse(&body)?;
    let context = writer.context(&app, id);
    let order = Order {
        command,
        listed: on_list(&app.hub.registry, &writer.meeting, &writer.claims.seat),
    };
    let seq = app.hub.book::<Matchmaking>(&writer.meeting).command(order, context).await?;
    Ok(Json(Done { seq }))
}

/// What goes into the outcome of the meeting: partnerships that both sides let into it, without names of people. For the organiser.
#[utoipa::path(get, path = "/api/meetings/{meeting}/matchmaking/outcome.json", params(("meeting" = String, Path)),
    security(("seat" = [])),
    responses((status = 200, body = Partnerships), Reading))]
pub async fn outcome(State(app): State<Arc<App>>, reader: MeetingReader) -> Result<Response, HttpError> {
    let meeting = reader.organiser()?.meeting;
    let partnerships = partnerships(&app, &meeting).await?;
    let name = format!("attachment; filename=\"{meeting}-partnerships.json\"");
    let headers = [
        (header::CACHE_CONTROL, "no-store"),
        (header::CONTENT_DISPOSITION, name.as_str()),
    ];
    Ok((headers, Json(Partnerships { partnerships })).into_response())
}

/// The partnerships that both sides let be known.
pub async fn partnerships(app: &App, meeting: &str) -> Result<Vec<Partnership>, Fault> {
    let directory = |seat: &SeatId| on_list(&app.hub.registry, meeting, seat);
    let ledger = app.hub.book::<Matchmaking>(meeting);
    ledger.read(|book, _| consented(book, &directory)).await
}

/// They as a file beside the report; none where there are none.
pub fn file(partnerships: &[Partnership]) -> Option<Named> {
    partnerships_file(partnerships)
}

/// What the list of participants says of whoever came in with a code of their own.
fn on_list(registry: &Registry, meeting: &str, seat: &SeatId) -> Option<Listed> {
    let profile = registry.guest_seat(meeting, seat)?.profile;
    Some(Listed {
        name: profile.name?,
        delegation: profile.delegation,
    })
}

fn parse(body: &[u8]) -> Result<Asked, Refusal> {
    serde_json::from_slice(body).map_err(|error| {
        let message = format!(
            "This is not a command of the matchmaking: {error}. A command looks like {{\"id\":\"<uuid>\",\"do\":\"accept\",\"pairing\":\"<uuid>\"}}."
        );
        Refusal::new(Code::BadCommand, message)
    })
}
