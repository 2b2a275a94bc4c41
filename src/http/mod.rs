//! Turns requests into commands and views into answers. It never names the journal and never changes a room but through
//! the hub.

pub mod admission;
pub mod allowance;
pub mod archived;
pub mod assets;
pub mod auth;
pub mod calendar;
pub mod client_address;
mod course;
pub mod desk;
pub mod drafts;
pub mod entity_tag;
pub mod error;
pub mod extract;
pub mod health;
pub mod join;
pub mod keeping;
pub mod landing;
pub mod listening;
pub mod matchmaking;
pub mod meetings;
pub mod named;
pub mod new_meeting;
pub mod news;
pub mod notes_history;
pub mod outcome;
pub mod paced;
pub mod people;
pub mod plan;
pub mod plan_refused;
pub mod plenary;
pub mod ready_made;
pub mod refusals;
pub mod rendering;
pub mod rooms;
pub mod schedule;
pub mod seal_key;
pub mod socket;
pub mod standing;
pub mod token;
pub mod underway;
pub mod whole_meeting;

use crate::hub::Hub;
use crate::network::Network;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use bytes::Bytes;
use error::HttpError;
use metrics_exporter_prometheus::PrometheusHandle;
use std::path::PathBuf;
use std::sync::Arc;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi};
use utoipa_axum::router::{OpenApiRouter, UtoipaMethodRouterExt};
use utoipa_axum::routes;

/// The largest body of a plain request: a poll at its bounds, several times over.
const BODY_BYTES_MAX: usize = 64 * 1_024;

/// What every request needs.
pub struct App {
    /// The rooms.
    pub hub: Arc<Hub>,
    /// Tokens.
    pub tokens: token::Tokens,
    /// What seats and addresses may ask for.
    pub allowances: allowance::Allowances,
    /// The proxies whose word on where a request came from counts.
    pub trusted_proxies: Vec<Network>,
    /// Where people reach the server, if it was told: scheme, host, and a port that is not the scheme's own.
    pub public_url: Option<String>,
    /// What circulated drafts say, as it was sent last.
    pub drafts: drafts::Answers,
    /// What is under way to those who asked.
    pub underway: underway::Underway,
    /// The boards of closing plenaries, as they were put together last.
    pub boards: plenary::Boards,
    /// Turns to make documents.
    pub renderings: rendering::Renderings,
    /// The folder under which the sealed outcomes are.
    pub data: PathBuf,
    /// Figures for `/metrics`.
    pub figures: PrometheusHandle,
}

impl App {
    /// Where people reach the server: as it was told, else as this request did.
    pub fn base_url(&self, headers: &HeaderMap) -> String {
        self.public_url.clone().unwrap_or_else(|| {
            let host = headers
                .get(header::HOST)
                .and_then(|host| host.to_str().ok())
                .unwrap_or("127.0.0.1");
            format!("http://{host}")
        })
    }
}

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Roundtable",
        description = "Rooms for the breakout groups of high-level meetings. The live socket is described in docs/protocol.md."
    ),
    modifiers(&Seats)
)]
struct Description;

/// How somebody who has a seat says so.
struct Seats;

impl Modify for Seats {
    fn modify(&self, description: &mut utoipa::openapi::OpenApi) {
        let mut scheme = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
        scheme.description = Some("The token that joining gives. Browsers send the cookie that they got instead.".into());
        let components = description.components.get_or_insert_default();
        components.add_security_scheme("seat", SecurityScheme::Http(scheme));
    }
}

/// All routes.
pub fn router(app: Arc<App>) -> Router {
    let (api, description) = OpenApiRouter::with_openapi(Description::openapi())
        .routes(routes!(join::invitation))
        .routes(routes!(join::qr))
        .routes(routes!(join::join))
        .routes(routes!(join::delegations))
        .routes(routes!(admission::replace_link))
        .routes(routes!(admission::end_seat))
        .merge(of_meetings())
        .routes(routes!(rooms::view))
        .routes(routes!(rooms::command))
        .routes(routes!(socket::live))
        .routes(routes!(socket::notes))
        .routes(routes!(notes_history::steps))
        .routes(routes!(notes_history::past))
        .routes(routes!(drafts::draft))
        .routes(routes!(outcome::document))
        .routes(routes!(named::named))
        .routes(routes!(seal_key::seal_key))
        .routes(routes!(health::alive))
        .routes(routes!(health::ready))
        .routes(routes!(health::figures))
        .split_for_parts();
    // Made once: whoever asks for it needs no seat. It is plain data, which can always be written down.
    let description = Bytes::from(serde_json::to_vec(&description).unwrap_or_default());
    api.route(
        "/openapi.json",
        get(move || async move { ([(header::CONTENT_TYPE, "application/json")], description) }),
    )
    .route("/outcome.schema.json", get(outcome::schema))
    .route("/report.schema.json", get(outcome::report_schema))
    .route("/mapping.schema.json", get(plenary::mapping::schema))
    .route("/", get(assets::page))
    .route("/j/{code}", get(assets::page))
    .route("/m/{meeting}", get(assets::page))
    .route("/m/{meeting}/{room}", get(assets::page))
    .route("/m/{meeting}/{room}/screen", get(assets::page))
    .route("/o/{meeting}", get(assets::page))
    .route("/o/{meeting}/{part}", get(assets::page))
    .route("/p/{meeting}/{part}", get(assets::page))
    .route("/assets/{*path}", get(assets::asset))
    .route("/favicon.svg", get(assets::icon))
    .fallback(nothing_here)
    .method_not_allowed_fallback(wrong_method)
    .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
    .layer(middleware::from_fn_with_state(app.clone(), underway::bound_answers))
    .layer(middleware::from_fn(guard_answers))
    .with_state(app)
}

/// What is asked of a meeting as a whole.
fn of_meetings() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(new_meeting::own))
        .routes(routes!(new_meeting::make).layer(DefaultBodyLimit::max(new_meeting::BODY_BYTES_MAX)))
        .routes(routes!(meetings::meeting))
        .routes(routes!(plan::plan))
        .routes(routes!(plan::command).layer(DefaultBodyLimit::max(plan::COMMAND_BYTES_MAX)))
        .routes(routes!(plan::file))
        .routes(routes!(ready_made::polls))
        .routes(routes!(news::news))
        .routes(routes!(course::course))
        .routes(routes!(desk::desk))
        .routes(routes!(desk::command))
        .routes(routes!(people::people))
        .routes(routes!(people::command))
        .routes(routes!(people::file))
        .routes(routes!(people::day))
        .merge(people::import::routes())
        .routes(routes!(plenary::view))
        .routes(routes!(plenary::command))
        .routes(routes!(plenary::mapping::json))
        .routes(routes!(plenary::mapping::csv))
        .routes(routes!(matchmaking::view))
        .routes(routes!(matchmaking::command))
        .routes(routes!(matchmaking::outcome))
        .routes(routes!(whole_meeting::file))
        .routes(routes!(archived::archive))
        .routes(routes!(calendar::programme))
        .routes(routes!(keeping::keeping))
        .routes(routes!(keeping::command))
        .routes(routes!(schedule::take).layer(DefaultBodyLimit::max(schedule::BODY_BYTES_MAX)))
}

/// For programs an error, for people the client's own page that says so.
async fn nothing_here(uri: Uri, mut headers: HeaderMap) -> Response {
    let wants_page = headers
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|accept| accept.contains("text/html"));
    if wants_page && !uri.path().starts_with("/api/") {
        // A browser that has the page under another address is sent it all the same: this answer is no 304.
        headers.remove(header::IF_NONE_MATCH);
        let mut response = assets::page(headers).await;
        *response.status_mut() = StatusCode::NOT_FOUND;
        return response;
    }
    HttpError::not_found().into_response()
}

async fn wrong_method(method: Method) -> HttpError {
    let message = format!("{method} is not understood here; see /openapi.json for what is.");
    HttpError::new(StatusCode::METHOD_NOT_ALLOWED, "wrong-method", message)
}

/// Headers that every answer carries, unless it says something stricter itself.
async fn guard_answers(request: Request, next: Next) -> Response {
    const HEADERS: [(HeaderName, &str); 6] = [
        (header::CONTENT_SECURITY_POLICY, assets::CONTENT_SECURITY_POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (HeaderName::from_static("x-robots-tag"), "noindex"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ];
    let mut response = next.run(request).await;
    for (name, value) in HEADERS {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}
