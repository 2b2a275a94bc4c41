//! The list of speakers as the tests look at it, in a view that anybody got.

use super::live::Live;
use serde_json::{Value, json};

/// A command for the list of speakers.
pub fn floor(what: &str) -> Value {
    json!({ "tool": "floor", "do": what })
}

/// The same about a request.
pub fn about(what: &str, request: &str) -> Value {
    json!({ "tool": "floor", "do": what, "request": request })
}

/// Asks for the floor in a lane.
pub fn asks_in(lane: &str) -> Value {
    json!({ "tool": "floor", "do": "request", "lane": lane })
}

/// The ids of those who wait, in order.
pub fn order(view: &Value) -> Vec<String> {
    let order = view["floor"]["order"].as_array().unwrap();
    order.iter().map(|id| id.as_str().unwrap().to_owned()).collect()
}

/// Who is next.
pub fn first(view: &Value) -> String {
    order(view)[0].clone()
}

/// What the request under way is.
pub fn speaking(view: &Value) -> &Value {
    &view["floor"]["speaking"]
}

/// The request of that delegation in that lane.
pub fn request_of(view: &Value, delegation: &str, lane: &str) -> String {
    let requests = view["floor"]["requests"].as_object().unwrap();
    let found = requests
        .iter()
        .find(|(_, request)| request["delegation"] == delegation && request["lane"] == lane);
    found
        .unwrap_or_else(|| panic!("{delegation} does not wait in {lane}: {requests:#?}"))
        .0
        .clone()
}

/// Decides something and waits until the chair's own page shows it.
pub async fn decides(chair: &mut Live, command: Value) -> Value {
    let done = chair.order(command).await;
    chair.wait_for_seq(done["seq"].as_u64().unwrap()).await;
    done
}

/// Gives the floor to whoever the page shows as the next.
pub async fn next(chair: &mut Live) -> Value {
    let expects = first(&chair.view);
    decides(chair, json!({ "tool": "floor", "do": "give", "expects": expects })).await
}
