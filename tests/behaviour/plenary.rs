//! An opening plenary from the first inscribed minister to the last right of reply: sixty delegations on a list that was
//! imported and asked for, points of order, questions, the chair's decisions, and a server that is killed in mid-speech.

use crate::support::child::ChildServer;
use crate::support::door::{Door, Participant, ask};
use crate::support::floor::{about, asks_in, decides, first, floor, next, order, request_of, speaking};
use crate::support::live::Live;
use crate::support::run;
use crate::support::server::TestServer;
use reqwest::Method;
use roundtable::room::delegations;
use roundtable::room::seat::Role;
use serde_json::{Value, json};
use std::fmt::Write;

/// How many are on the prepared list.
const INSCRIBED: usize = 40;
/// How many ask with their own phones.
const ASKING: usize = 20;
const RANKS: [&str; 4] = ["delegate", "ambassador", "minister", "vice-minister"];

/// The prepared list of the secretariat: the first delegations of the alphabet.
fn prepared() -> String {
    let mut csv = String::from("name;delegation;rank;on_behalf_of;language;remote;note\n");
    for (number, state) in delegations::all().iter().take(INSCRIBED).enumerate() {
        let rank = RANKS[number % RANKS.len()];
        let group = if number == 3 { "African Group" } else { "" };
        writeln!(csv, "Speaker {number};{};{rank};{group};en;no;arrives late", state.name).unwrap();
    }
    csv
}

/// A delegate of a State that is not on the prepared list.
async fn delegate(door: &Door, code: &str, number: usize) -> Participant {
    let state = &delegations::all()[INSCRIBED + number];
    let rank = RANKS[number % RANKS.len()];
    let body =
        json!({ "code": code, "name": format!("Delegate {number}"), "delegation": state.name, "class": "state", "rank": rank });
    door.join_as(&body).await
}

/// Where somebody stands by the rule `protocol`: rank, then the order of asking (all of them are States).
fn by_protocol(view: &Value) -> Vec<String> {
    let place = |rank: &Value| {
        ["minister", "vice-minister", "ambassador", "delegate"]
            .iter()
            .position(|known| rank == known)
    };
    let number = |id: &str| id[1..].parse::<u32>().unwrap();
    let requests = &view["floor"]["requests"];
    let mut ids = order(view);
    ids.sort_by_key(|id| (place(&requests[id]["rank"]), number(id)));
    ids
}

/// How long the speech under way has lasted at that moment, milliseconds.
fn lasted(speech: &Value, now: i64) -> i64 {
    let until = speech["paused_at"].as_i64().unwrap_or(now);
    until - speech["started_at"].as_i64().unwrap() - speech["paused_ms"].as_i64().unwrap()
}

/// The chair, some delegates, and a screen, all looking at the same list.
struct Plenary {
    server: TestServer,
    chair: Live,
    delegates: Vec<Live>,
    screen: Live,
}

impl Plenary {
    /// Forty are imported and twenty ask.
    async fn convened() -> Self {
        let server = TestServer::start().await;
        let mut chair = server.chair().await.live().await;
        chair
            .order(json!({ "tool": "floor", "do": "import", "csv": prepared() }))
            .await;
        let code = server.code("alpha", Role::Participant);
        let mut delegates = Vec::new();
        for number in 0..ASKING {
            let mut live = delegate(&server, &code, number).await.live().await;
            live.order(floor("request")).await;
            delegates.push(live);
        }
        let screen = server.seat("alpha", Role::Screen).await.live().await;
        let mut plenary = Self {
            server,
            chair,
            delegates,
            screen,
        };
        plenary.chair.wait_for(|view| order(view).len() == INSCRIBED + ASKING).await;
        plenary
    }

    fn after(&self, seconds: i64) {
        self.server.kept.clock.advance(seconds * 1_000);
    }

    fn now(&self) -> i64 {
        use roundtable::clock::Clock;
        self.server.kept.clock.now().0
    }

    /// The chair decides; everybody sees it before anything else happens.
    async fn decides(&mut self, command: Value) {
        let done = self.chair.order(command).await;
        self.everybody_sees(&done).await;
    }

    /// The next one speaks.
    async fn next(&mut self) {
        let done = next(&mut self.chair).await;
        self.everybody_sees(&done).await;
    }

    async fn everybody_sees(&mut self, done: &Value) {
        let seq = done["seq"].as_u64().unwrap();
        for live in self.delegates.iter_mut().chain([&mut self.chair, &mut self.screen]) {
            live.wait_for_seq(seq).await;
        }
        let shown = shown(&self.chair.view);
        for live in self.delegates.iter().chain([&self.screen]) {
            assert_eq!(shown_of(&live.view), shown);
        }
    }

    /// A delegate asks, and the chair has seen it.
    async fn asks(&mut self, number: usize, command: Value) -> String {
        let done = self.delegates[number].order(command).await;
        self.everybody_sees(&done).await;
        done["made"].as_str().unwrap().to_owned()
    }
}

/// What everybody sees of the list: all but the chair's desk.
fn shown(view: &Value) -> Value {
    let mut list = view["floor"].clone();
    list.as_object_mut().unwrap().remove("desk");
    list
}

fn shown_of(view: &Value) -> Value {
    assert!(view["floor"].get("desk").is_none(), "the desk is the chair's alone");
    view["floor"].clone()
}

#[test]
fn sixty_inscribed_speakers_stand_by_the_rule_that_the_chair_chooses() {
    run(async {
        let mut plenary = Plenary::convened().await;
        let as_asked: Vec<String> = (1..=INSCRIBED + ASKING).map(|number| format!("r{number}")).collect();
        assert_eq!(order(&plenary.chair.view), as_asked);

        plenary
            .decides(json!({ "tool": "floor", "do": "rule", "rule": "protocol" }))
            .await;
        assert_eq!(order(&plenary.screen.view), by_protocol(&plenary.screen.view));
        let head = first(&plenary.screen.view);
        let why = &plenary.screen.view["floor"]["requests"][&head]["why"];
        assert_eq!(*why, json!({ "by": "protocol", "rank": "minister", "class": "state" }));

        let last = order(&plenary.chair.view).pop().unwrap();
        plenary
            .decides(json!({ "tool": "floor", "do": "move", "request": last, "before": head, "reason": "Leaves at ten" }))
            .await;
        let moved = &plenary.delegates[0].view["floor"]["requests"][&last]["why"];
        assert_eq!(*moved, json!({ "by": "moved", "place": 1, "reason": "Leaves at ten" }));

        plenary
            .decides(json!({ "tool": "floor", "do": "rule", "rule": "alternate-regions" }))
            .await;
        let view = &plenary.screen.view;
        let groups: Vec<&Value> = order(view)[1..6]
            .iter()
            .map(|id| &view["floor"]["requests"][id]["group"])
            .collect();
        let distinct: std::collections::BTreeSet<String> = groups.iter().map(|group| group.to_string()).collect();
        assert_eq!(
            distinct.len(),
            5,
            "each regional group speaks once before one speaks again: {groups:?}"
        );
        assert_eq!(first(view), last, "who was moved stays");
    });
}

#[test]
fn three_points_of_order_take_nothing_of_the_speakers_time() {
    run(async {
        let mut plenary = Plenary::convened().await;
        plenary.next().await;
        let speech = speaking(&plenary.chair.view)["request"].clone();
        plenary.after(30);
        for number in 0..3 {
            plenary.asks(number, asks_in("point-of-order")).await;
        }
        for number in 0..3 {
            plenary.next().await;
            let view = &plenary.screen.view;
            assert_eq!(speaking(view)["name"], format!("Delegate {number}"));
            assert_eq!(view["floor"]["interrupted"]["request"], speech);
            assert_eq!(
                lasted(&view["floor"]["interrupted"], plenary.now()),
                30_000,
                "the clock stands"
            );
            plenary.after(20);
        }
        plenary.decides(floor("end")).await;
        let view = &plenary.delegates[0].view;
        assert_eq!(
            speaking(view)["request"],
            speech,
            "the interrupted speaker has the floor again"
        );
        assert_eq!(
            lasted(speaking(view), plenary.now()),
            30_000,
            "and the clock waits for the chair"
        );
        plenary.decides(floor("resume")).await;
        plenary.after(10);
        assert_eq!(lasted(speaking(&plenary.screen.view), plenary.now()), 40_000);
        assert_eq!(plenary.screen.view["floor"]["interrupted"], Value::Null);
        assert_eq!(plenary.screen.view["floor"]["spoken"], 0, "points of order are no speeches");
    });
}

#[test]
fn a_question_gets_its_answer_and_the_rights_of_reply_come_last() {
    run(async {
        let mut plenary = Plenary::convened().await;
        plenary.next().await;
        let asked = speaking(&plenary.chair.view)["delegation"].as_str().unwrap().to_owned();
        let question = plenary.asks(4, asks_in("question")).await;
        let reply = plenary.asks(5, asks_in("reply")).await;
        assert_eq!(order(&plenary.screen.view).last(), Some(&reply));
        plenary.next().await;
        assert_eq!(speaking(&plenary.screen.view)["request"], question);
        let answer = request_of(&plenary.screen.view, &asked, "answer");
        assert_eq!(first(&plenary.screen.view), answer);
        plenary.next().await;
        let told = speaking(&plenary.screen.view)["about"].as_str().unwrap();
        assert!(told.contains("Delegate 4"), "the answer says to whom: {told}");

        let (skipped, before) = (order(&plenary.chair.view)[0].clone(), shown(&plenary.chair.view));
        plenary
            .decides(json!({ "tool": "floor", "do": "skip", "request": skipped, "reason": "Not in the room" }))
            .await;
        assert!(!order(&plenary.screen.view).contains(&skipped));
        let step = plenary.chair.view["floor"]["desk"]["undo"]["step"].clone();
        plenary.decides(json!({ "tool": "floor", "do": "undo", "step": step })).await;
        assert_eq!(shown(&plenary.chair.view), before, "undone, it is as it was");
    });
}

#[test]
fn an_announced_closing_comes_at_its_time_and_those_on_the_list_still_speak() {
    run(async {
        let mut plenary = Plenary::convened().await;
        plenary.decides(json!({ "tool": "floor", "do": "close", "in_s": 300 })).await;
        let at = plenary.screen.view["floor"]["closes_at"].as_i64().unwrap();
        assert_eq!(
            (at, plenary.screen.view["floor"]["list"].as_str()),
            (plenary.now() + 300_000, Some("closing"))
        );
        plenary.delegates[0].order(floor("withdraw")).await;
        plenary.server.kept.clock.advance(299_999);
        plenary.asks(0, floor("request")).await;
        plenary.delegates[0].order(floor("withdraw")).await;
        plenary.server.kept.clock.advance(1);
        assert_eq!(plenary.delegates[0].refused(floor("request")).await, "list-closed");
        plenary.screen.wait_for(|view| view["floor"]["list"] == "closed").await;
        plenary.next().await;
        plenary.asks(1, asks_in("point-of-order")).await;
        plenary.asks(2, asks_in("reply")).await;
    });
}

#[test]
fn everybody_is_heard_and_every_speech_is_on_record_with_its_time() {
    run(async {
        let mut plenary = Plenary::convened().await;
        plenary
            .decides(json!({ "tool": "floor", "do": "rule", "rule": "protocol" }))
            .await;
        let expected = order(&plenary.chair.view);
        let mut heard = Vec::new();
        for number in 0..INSCRIBED + ASKING {
            plenary.next().await;
            let speech = speaking(&plenary.chair.view);
            heard.push(speech["request"].as_str().unwrap().to_owned());
            if number == 7 {
                plenary.decides(json!({ "tool": "floor", "do": "more", "seconds": 60 })).await;
                assert_eq!(speaking(&plenary.screen.view)["limit_s"], 180);
            }
            plenary.after(100 + i64::try_from(number).unwrap());
        }
        plenary.decides(floor("end")).await;
        assert_eq!(heard, expected);
        plenary.decides(floor("close")).await;
        assert_eq!(plenary.screen.view["floor"]["list"], "exhausted");
        assert_eq!(plenary.screen.view["floor"]["spoken"], INSCRIBED + ASKING);
        let speeches = speakers_csv(&plenary.server.chair().await).await;
        assert_eq!(speeches.len(), INSCRIBED + ASKING);
        for (number, speech) in speeches.iter().enumerate() {
            assert_eq!(speech["duration_s"], (100 + number).to_string(), "{speech}");
        }
        assert_eq!(speeches[7]["limit_s"], "180");
    });
}

/// The table of speeches, row by row.
async fn speakers_csv(person: &Participant) -> Vec<Value> {
    let answer = ask(person.request(Method::GET, &person.path("/speakers.csv"))).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    let mut reader = csv::Reader::from_reader(answer.body.as_str().unwrap().trim_start_matches('\u{feff}').as_bytes());
    let header = reader.headers().unwrap().clone();
    let row = |record: csv::StringRecord| {
        header
            .iter()
            .zip(record.iter())
            .map(|(name, cell)| (name.to_owned(), json!(cell)))
            .collect::<serde_json::Map<_, _>>()
    };
    reader.records().map(|record| Value::Object(row(record.unwrap()))).collect()
}

#[test]
fn a_server_that_is_killed_in_mid_speech_goes_on_with_the_same_speech_and_list() {
    run(async {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let mut child = ChildServer::start(&data);
        let chair = child.door.join(&child.code("chair"), "Chair").await;
        let mut desk = chair.live().await;
        desk.order(json!({ "tool": "floor", "do": "import", "csv": prepared() }))
            .await;
        let code = child.code("participant");
        let delegate = delegate(&child.door, &code, 0).await;
        let mut phone = delegate.live().await;
        phone.order(floor("request")).await;
        phone.wait_for(|view| order(view).len() == INSCRIBED + 1).await;
        decides(&mut desk, json!({ "tool": "floor", "do": "rule", "rule": "protocol" })).await;
        next(&mut desk).await;
        decides(&mut desk, floor("end")).await;
        next(&mut desk).await;
        decides(&mut desk, floor("pause")).await;
        decides(&mut desk, floor("resume")).await;
        decides(&mut desk, json!({ "tool": "floor", "do": "more", "seconds": 45 })).await;
        let moved = desk.view["floor"]["order"][9].clone();
        let done = decides(
            &mut desk,
            json!({ "tool": "floor", "do": "move", "request": moved, "reason": "Arrives later" }),
        )
        .await;
        desk.wait_for_seq(done["seq"].as_u64().unwrap()).await;
        child.kill();

        let child = ChildServer::start(&data);
        let (chair, mut phone) = (chair.at(&child.door), delegate.at(&child.door).live_since(&phone).await);
        let mut again = chair.live().await;
        assert_eq!(
            again.view["floor"], desk.view["floor"],
            "the same speech with its times, the same order, the same desk"
        );
        assert_eq!(speaking(&again.view)["limit_s"], 120 + 45);
        assert_eq!(order(&again.view).len(), INSCRIBED + 1 - 2);
        let now = again.ping().await["now"].as_i64().unwrap();
        assert!(lasted(speaking(&again.view), now) >= 0);

        let ended = again
            .order(about("end", speaking(&desk.view)["request"].as_str().unwrap()))
            .await;
        phone.wait_for_seq(ended["seq"].as_u64().unwrap()).await;
        assert_eq!(phone.view["floor"]["spoken"], 2);
        let rows = speakers_csv(&chair).await;
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[1]["limit_s"], "165");
    });
}
