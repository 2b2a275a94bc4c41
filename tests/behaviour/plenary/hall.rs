//! Those who sit in the hall of the plenary, each with a socket of their own: the chair, phones of some delegations, a screen.

use super::record::Record;
use super::{INSCRIBED, delegate, prepared, shown, shown_of};
use crate::support::child::ChildServer;
use crate::support::door::{Participant, with_id};
use crate::support::floor::{floor, order, speaking};
use crate::support::live::Live;
use crate::support::server::MEETING_FILE;
use roundtable::room::limits::UNDO_MS;
use serde_json::{Value, json};
use std::path::Path;

/// The delegations of the prepared list that have a phone in the hall.
pub const INSCRIBED_WITH_PHONE: [usize; 4] = [0, 1, 3, 4];
/// How many States ask that are not on the prepared list; an organization and an expert ask as well.
const STATES_ASKING: usize = 8;
/// How many stand on the list when everybody has asked.
pub const ALL: usize = INSCRIBED + STATES_ASKING + 2;

/// Somebody and what their page shows.
pub struct Page {
    pub who: Participant,
    pub live: Live,
}

impl Page {
    async fn of(who: Participant) -> Self {
        let live = who.live().await;
        Self { who, live }
    }
}

/// The hall, and what the chair has decided in it so far.
pub struct Hall {
    pub server: ChildServer,
    pub chair: Page,
    /// First those of the inscribed, then of those who ask: States, the organization, the expert.
    pub phones: Vec<Page>,
    pub screen: Page,
    pub record: Record,
    /// The chair's last command and its answer.
    pub last: (Value, Value),
}

/// The meeting of the tests, with a list that is ordered by protocol from the start.
fn meeting() -> String {
    MEETING_FILE.replacen("writers = \"everyone\"", "writers = \"everyone\"\norder = \"protocol\"", 1)
}

pub fn start(data: &Path) -> ChildServer {
    ChildServer::start_meeting(data, &meeting(), &["--listen", "127.0.0.1:0"])
}

/// Those who have a phone: some of the inscribed and those who are to ask.
async fn phones(server: &ChildServer) -> Vec<Page> {
    let code = server.code("participant");
    let mut phones = Vec::new();
    for number in INSCRIBED_WITH_PHONE.into_iter().chain(INSCRIBED..INSCRIBED + STATES_ASKING) {
        phones.push(Page::of(delegate(&server.door, &code, number).await).await);
    }
    for body in [
        json!({ "code": code, "name": "Secretary-General", "delegation": "Regional Forum", "class": "organization", "rank": "minister" }),
        json!({ "code": code, "name": "Expert" }),
    ] {
        phones.push(Page::of(server.door.join_as(&body).await).await);
    }
    phones
}

impl Hall {
    /// Sixty are imported, and those who are not on the prepared list ask.
    pub async fn convened(data: &Path) -> Self {
        let server = start(data);
        let chair = server.door.join(&server.code("chair"), "Chair").await;
        let screen = server.door.join(&server.code("screen"), "Screen").await;
        let mut hall = Self {
            chair: Page::of(chair).await,
            phones: phones(&server).await,
            screen: Page::of(screen).await,
            record: Record::default(),
            last: (Value::Null, Value::Null),
            server,
        };
        hall.decides(json!({ "tool": "floor", "do": "import", "csv": prepared(INSCRIBED) }))
            .await;
        for phone in INSCRIBED_WITH_PHONE.len()..hall.phones.len() {
            hall.asks(phone, floor("request")).await;
        }
        assert_eq!(order(hall.view()).len(), ALL);
        hall
    }

    /// What the screen shows: what everybody sees.
    pub fn view(&self) -> &Value {
        &self.screen.live.view
    }

    /// The chair's desk.
    pub fn desk(&self) -> &Value {
        &self.chair.live.view["floor"]["desk"]
    }

    /// Whose request has the floor.
    pub fn speaks(&self) -> String {
        speaking(self.view())["request"].as_str().unwrap().to_owned()
    }

    /// When the server took the chair's last step, by its own account.
    pub fn step_at(&self) -> i64 {
        self.desk()["undo"]["until"].as_i64().unwrap() - UNDO_MS
    }

    /// The server's clock.
    pub async fn now(&mut self) -> i64 {
        self.chair.live.ping().await["now"].as_i64().unwrap()
    }

    /// Waits until the server's clock has gone on by some milliseconds: a time that was lost then differs from none.
    pub async fn time_passes(&mut self) {
        let begin = self.now().await;
        while self.now().await < begin + 5 {}
    }

    /// The chair decides; everybody sees it before anything else happens, and who was heard by it goes on record.
    pub async fn decides(&mut self, command: Value) {
        let before = shown(&self.chair.live.view);
        let command = with_id(command);
        let done = self.chair.live.ask(&command).await;
        assert_eq!(done["type"], "done", "{command}: {done}");
        self.everybody_sees(&done).await;
        self.last = (command, done);
        if !self.desk()["undo"].is_null() {
            let at = self.step_at();
            self.record.heard(&before, &self.screen.live.view["floor"], at);
        }
    }

    /// The next one speaks: of the points of order, else whoever is interrupted, else whoever stands first.
    pub async fn next(&mut self) -> String {
        let list = &self.view()["floor"];
        let first = &list["requests"][list["order"][0].as_str().unwrap_or_default()];
        let returns = !list["interrupted"].is_null() && first["lane"] != "point-of-order";
        let expects = if returns {
            list["interrupted"]["request"].clone()
        } else {
            list["order"][0].clone()
        };
        self.decides(json!({ "tool": "floor", "do": "give", "expects": expects }))
            .await;
        assert_eq!(speaking(self.view())["request"], expects);
        self.speaks()
    }

    /// A phone asks for the floor; answers with the request.
    pub async fn asks(&mut self, phone: usize, command: Value) -> String {
        let done = self.phones[phone].live.order(command).await;
        self.everybody_sees(&done).await;
        done["made"].as_str().unwrap_or_default().to_owned()
    }

    async fn everybody_sees(&mut self, done: &Value) {
        let seq = done["seq"].as_u64().unwrap();
        for page in self.phones.iter_mut().chain([&mut self.chair, &mut self.screen]) {
            page.live.wait_for_seq(seq).await;
        }
        self.all_see_the_same();
    }

    pub fn all_see_the_same(&self) {
        let shown = shown(&self.chair.live.view);
        for page in self.phones.iter().chain([&self.screen]) {
            assert_eq!(shown_of(&page.live.view), shown);
        }
    }
}
