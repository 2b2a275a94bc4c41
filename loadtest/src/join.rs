//! Getting in: a code becomes a token.

use crate::codes::Links;
use crate::fault::Fault;
use serde::Deserialize;
use serde_json::json;

/// The server's HTTP side.
#[derive(Debug, Clone)]
pub struct Door {
    client: reqwest::Client,
    url: String,
}

/// A seat.
#[derive(Debug, Clone, Deserialize)]
pub struct Joined {
    /// Goes with every later call.
    pub token: String,
    /// The meeting's id.
    pub meeting: String,
}

/// The caller's page of the meeting, as far as it is used here.
#[derive(Debug, Deserialize)]
struct MeetingPage {
    links: Links,
}

impl Door {
    /// For a server at this address.
    pub fn new(url: &str) -> Self {
        Self {
            client: reqwest::Client::new(),
            url: url.trim_end_matches('/').to_owned(),
        }
    }

    /// Takes a seat with a code.
    pub async fn join(&self, code: &str, name: &str) -> Result<Joined, Fault> {
        let url = format!("{}/api/join", self.url);
        let request = self.client.post(url).json(&json!({"code": code, "name": name}));
        answer(request, "joining").await
    }

    /// The rooms' codes, as an organiser sees them.
    pub async fn links(&self, organiser_code: &str) -> Result<Links, Fault> {
        let seat = self.join(organiser_code, "Load test").await?;
        let url = format!("{}/api/meetings/{}", self.url, seat.meeting);
        let page: MeetingPage = answer(self.client.get(url).bearer_auth(seat.token), "asking for the rooms").await?;
        Ok(page.links)
    }
}

async fn answer<T: serde::de::DeserializeOwned>(request: reqwest::RequestBuilder, what: &str) -> Result<T, Fault> {
    let failed = |error: reqwest::Error| Fault::Connection {
        what: what.to_owned(),
        why: error.to_string(),
    };
    let response = request.send().await.map_err(failed)?;
    let status = response.status();
    if !status.is_success() {
        let told = response.text().await.unwrap_or_default();
        return Err(Fault::Refused {
            what: what.to_owned(),
            why: format!("{status} {told}"),
        });
    }
    response.json().await.map_err(failed)
}
