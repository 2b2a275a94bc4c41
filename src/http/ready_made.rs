//! The ready-made polls, for forms in which polls are prepared. They are the same for everybody, and need no seat.

use super::extract::Json;
use crate::room::command::PollPaper;
use crate::room::polls::templates::Template;
use axum::http::header;
use std::collections::BTreeMap;

/// The ready-made polls by their names.
#[utoipa::path(get, path = "/api/polls/ready-made", responses((status = 200, body = BTreeMap<String, PollPaper>)))]
pub async fn polls() -> ([(header::HeaderName, &'static str); 1], Json<BTreeMap<String, PollPaper>>) {
    let named = |template: &Template| {
        let name = serde_json::to_value(template).ok()?.as_str()?.to_owned();
        Some((name, template.paper()))
    };
    let polls = Template::ALL.iter().filter_map(named).collect();
    ([(header::CACHE_CONTROL, "public, max-age=86400")], Json(polls))
}
