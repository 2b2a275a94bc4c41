//! For those who run the server: is it alive, is it ready, how is it doing.

use super::App;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use std::sync::Arc;

/// The process answers.
#[utoipa::path(get, path = "/healthz", responses((status = 200, body = String, content_type = "text/plain")))]
pub async fn alive() -> &'static str {
    "alive\n"
}

/// The journal can be read and written, and the server is not stopping.
#[utoipa::path(get, path = "/readyz",
    responses((status = 200, body = String, content_type = "text/plain"), (status = 503, body = String, content_type = "text/plain")))]
pub async fn ready(State(app): State<Arc<App>>) -> (StatusCode, String) {
    match app.hub.readiness().await {
        Ok(()) => (StatusCode::OK, "ready\n".to_owned()),
        Err(reason) => (StatusCode::SERVICE_UNAVAILABLE, format!("not ready: {reason}\n")),
    }
}

/// Figures in Prometheus' text format: counts and durations, never a name, a text or a ballot.
#[utoipa::path(get, path = "/metrics", responses((status = 200, body = String, content_type = "text/plain")))]
pub async fn figures(State(app): State<Arc<App>>) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], app.figures.render())
}
