//! What is done so that every word of the table has been somewhere: two rooms that go their whole way, and a good many requests that are
//! refused.

use super::places::{Place, Places};
use crate::extent::extent;
use crate::support::author::Author;
use crate::support::child::ChildServer;
use crate::support::door::{Participant, with_id};
use crate::support::server::MEETING_FILE;
use crate::support::socket::{Address, Socket};
use reqwest::{Method, RequestBuilder};
use roundtable::protocol::notes::{AwarenessState, awareness};
use serde_json::{Value, json};
use std::cell::RefCell;
use yrs::block::ClientID;
use yrs::{Doc, Options, ReadTxn, StateVector, Text, Transact};

/// What every room's outcome can be had as.
const DOCUMENTS: [&str; 10] = [
    "outcome.md",
    "outcome.html",
    "outcome.json",
    "outcome.docx",
    "outcome.pdf",
    "points.csv",
    "polls.csv",
    "speakers.csv",
    "board.csv",
    "outcome.zip",
];

/// What was given out, and the secrets that were in play.
pub struct Played {
    gave_out: RefCell<Vec<(Place, String, Vec<u8>)>>,
    pub tokens: Vec<String>,
    pub codes: Vec<String>,
    pub new_code: String,
    pub seats: Vec<String>,
}

impl Played {
    pub fn put_into(&self, places: &mut Places) {
        for (place, name, bytes) in self.gave_out.take() {
            places.add(place, &name, bytes);
        }
    }

    async fn keep(&self, place: Place, name: &str, request: RequestBuilder) {
        let response = request.send().await.unwrap();
        let (status, bytes) = (response.status(), response.bytes().await.unwrap());
        let refused = place == Place::Refusals;
        assert_eq!(
            refused,
            status.as_u16() >= 400,
            "{name}: {status} {}",
            String::from_utf8_lossy(&bytes)
        );
        self.gave_out.borrow_mut().push((place, name.to_owned(), bytes.to_vec()));
    }

    async fn refused(&self, name: &str, request: RequestBuilder) {
        self.keep(Place::Refusals, name, request).await;
    }
}

/// The meeting of the tests with a room in which nobody is told who said what.
pub fn meeting() -> String {
    let house = "[[rooms]]\nid = \"house\"\ntitle = \"House\"\nattribution = \"chatham-house\"\nwriters = \"everyone\"\n";
    format!("{MEETING_FILE}\n{house}")
}

/// Those who run a room, and one who speaks in it.
struct Room {
    speaker: Participant,
    chair: Participant,
    rapporteur: Participant,
}

pub async fn play(child: &ChildServer) -> Played {
    let links = child.links();
    let code = |room: usize, role: &str| links["rooms"][room][role]["code"].as_str().unwrap().to_owned();
    let join = async |body: Value| child.door.join_as(&body).await;
    let organiser = join(json!({ "code": links["organiser"]["code"], "name": "O" })).await;
    let ana = json!({ "code": code(0, "participant"), "name": "Zyxananame", "delegation": "Zyxanaland", "class": "state" });
    let record = Room {
        speaker: join(ana).await,
        chair: join(json!({ "code": code(0, "chair"), "name": "Zyxchairname" })).await,
        rapporteur: join(json!({ "code": code(0, "rapporteur"), "name": "R" })).await,
    };
    let quiet = join(json!({ "code": code(0, "participant"), "name": "Zyxquietname" })).await;
    let housed =
        json!({ "code": code(2, "participant"), "name": "Zyxhousename", "delegation": "Zyxhouseland", "class": "state" });
    let house = Room {
        speaker: join(housed).await,
        chair: join(json!({ "code": code(2, "chair"), "name": "C" })).await,
        rapporteur: join(json!({ "code": code(2, "rapporteur"), "name": "R" })).await,
    };
    let screen = join(json!({ "code": code(0, "screen") })).await;
    let everybody = [&organiser, &record.speaker, &record.chair, &record.rapporteur, &quiet];
    let everybody = everybody
        .into_iter()
        .chain([&house.speaker, &house.chair, &house.rapporteur, &screen]);
    let everybody: Vec<&Participant> = everybody.collect();
    let roles = ["participant", "chair", "rapporteur", "screen"];
    let mut played = Played {
        gave_out: RefCell::default(),
        tokens: everybody.iter().map(|person| person.token.clone()).collect(),
        codes: roles.iter().flat_map(|role| [code(0, role), code(2, role)]).collect(),
        new_code: String::new(),
        seats: vec![record.speaker.seat.clone(), house.speaker.seat.clone()],
    };
    the_record(&record).await;
    refused_requests(&played, child, &record).await;
    refused_frames(&record.speaker).await;
    the_house(&house).await;
    ends(&played, &record, &house, &organiser).await;
    played.new_code = shown_out(&organiser, &quiet, &record.chair).await;
    descriptions(&played, child).await;
    played
}

async fn ask(who: &Participant, tool: &str, what: &str, fields: Value) -> Value {
    let mut command = fields;
    command["tool"] = json!(tool);
    command["do"] = json!(what);
    who.order(command).await["made"].clone()
}

/// The room on the record, up to its close.
async fn the_record(room: &Room) {
    let Room {
        speaker,
        chair,
        rapporteur,
    } = room;
    let mut author = Author::live(speaker, 7).await;
    author.write("Zyxtakenout is written").await;
    author.take_out_last().await;
    author.write("Zyxnotes is written").await;
    author.wait_for_answers().await;
    let state = json!({ "user": { "name": "Zyxcursor", "color": "#000000" } });
    let cursor = [AwarenessState {
        client: 7,
        clock: 1,
        state: Some(state),
    }];
    author.socket.binary(awareness(&cursor)).await;
    ask(rapporteur, "notes", "name", json!({ "name": "Zyxversion" })).await;
    polls(speaker, chair).await;
    ask(speaker, "floor", "request", json!({})).await;
    ask(chair, "floor", "note", json!({ "request": "r1", "note": "Zyxfloornote" })).await;
    ask(chair, "floor", "give", json!({})).await;
    for word in ["Zyxcard", "Zyxwithdrawn"] {
        ask(speaker, "board", "add", json!({ "kind": "gap", "text": word })).await;
    }
    ask(speaker, "board", "withdraw", json!({ "card": "c2" })).await;
    ask(chair, "board", "rule", json!({ "rule": "moderated" })).await;
    ask(speaker, "board", "add", json!({ "kind": "gap", "text": "Zyxheldcard" })).await;
    let anchor = json!({ "start": "AAE=", "end": "AAI=" });
    for word in ["Zyxcomment", "Zyxuncomment"] {
        ask(
            speaker,
            "comments",
            "add",
            json!({ "anchor": anchor, "quote": "is written", "text": word }),
        )
        .await;
    }
    ask(speaker, "comments", "delete", json!({ "comment": "k2" })).await;
    ask(rapporteur, "report", "circulate", json!({ "for_s": 3_600 })).await;
    for word in ["Zyxremark", "Zyxunremark"] {
        ask(speaker, "report", "remark", json!({ "paragraph": 1, "text": word })).await;
    }
    ask(speaker, "report", "withdraw", json!({ "remark": "m2" })).await;
    ask(rapporteur, "report", "deadline", json!({})).await;
    ask(rapporteur, "report", "answer", json!({ "remark": "m1", "verdict": "taken" })).await;
    ask(rapporteur, "report", "finish", json!({})).await;
}

/// Polls: one that is shown, one that stays open until the close, one that nobody opens, and what voters write.
async fn polls(speaker: &Participant, chair: &Participant) {
    let single = |question: &str| json!({ "question": question, "kind": "single", "options": ["Zyxoption", "b"] });
    ask(chair, "polls", "draft", single("Zyxdraftpoll?")).await;
    let question = ask(chair, "polls", "draft", single("Zyxquestion?")).await;
    ask(chair, "polls", "open", json!({ "poll": question })).await;
    ask(speaker, "polls", "cast", json!({ "poll": question, "choice": ["o1"] })).await;
    for (word, secrecy) in [("Zyxheldword", "undisclosed"), ("Zyxsecretword", "secret")] {
        let paper = json!({ "question": "In a word?", "kind": "text", "secrecy": secrecy });
        let poll = ask(chair, "polls", "draft", paper).await;
        ask(chair, "polls", "open", json!({ "poll": poll })).await;
        ask(speaker, "polls", "cast", json!({ "poll": poll, "texts": [word] })).await;
        ask(chair, "polls", "close", json!({ "poll": poll })).await;
        ask(chair, "polls", "show", json!({ "poll": poll })).await;
    }
}

/// The room in which nobody is told who said what.
async fn the_house(room: &Room) {
    let Room { speaker, chair, .. } = room;
    let mut author = Author::plain(speaker, 8).await;
    author.write("Zyxhousenotes is written").await;
    author.wait_for_text("Zyxhousenotes").await;
    ask(speaker, "floor", "request", json!({})).await;
    ask(chair, "floor", "note", json!({ "request": "r1", "note": "Zyxhousedesk" })).await;
    ask(chair, "floor", "give", json!({})).await;
    ask(chair, "floor", "end", json!({})).await;
    ask(speaker, "board", "add", json!({ "kind": "gap", "text": "Zyxhousecard" })).await;

    let anchor = json!({ "start": "AAE=", "end": "AAI=" });
    let comment = json!({ "anchor": anchor, "quote": "is written", "text": "Zyxhouseword" });
    ask(speaker, "comments", "add", comment).await;
}

/// Everything that can be wrong with a request.
async fn refused_requests(played: &Played, child: &ChildServer, room: &Room) {
    let (door, ana) = (&child.door, &room.speaker);
    let join = |body: Value| door.request(Method::POST, "/api/join").json(&body);
    let own_code = &played.codes[0];
    played
        .refused("a wrong code", join(json!({ "code": "ZYXW7V", "name": "Zyxstranger" })))
        .await;
    let long = "Zyxtoolong ".repeat(100);
    played
        .refused("a long name", join(json!({ "code": own_code, "name": long })))
        .await;
    played
        .refused("a wrong field", join(json!({ "code": own_code, "rank": "Zyxfield" })))
        .await;
    let post = |body: String| ana.request(Method::POST, &ana.path("/commands")).body(body);
    let garbage = with_id(json!({ "tool": "floor", "do": "Zyxgarbage" }));
    played.refused("a command that is none", post(garbage.to_string())).await;
    played.refused("no JSON", post("Zyxnocommand".to_owned())).await;
    let still_open = with_id(json!({ "tool": "room", "do": "close" }));
    let close = room.chair.request(Method::POST, &room.chair.path("/commands"));
    played.refused("what is still open", close.body(still_open.to_string())).await;
    let get = |path: &str| door.request(Method::GET, path);
    for path in [
        "/api/meetings/zyxmeeting".to_owned(),
        "/api/meetings/tests/rooms/zyxmeeting/live?token=zyxquery&since=zyxsince.1".to_owned(),
        ana.path("/live?token=zyxquery"),
        ana.path("/zyxdocument"),
        "/api/join/zyxw7v".to_owned(),
        "/zyxdocument?token=zyxquery".to_owned(),
    ] {
        played.refused(&path, get(&path)).await;
    }
    let view = || ana.request(Method::GET, &ana.path(""));
    played
        .refused("a wrong role", view().header("roundtable-as", "zyxheader"))
        .await;
    played
        .refused(
            "a wrong role in the address",
            ana.request(Method::GET, &ana.path("?as=zyxheader")),
        )
        .await;
    let cookie = format!(
        "roundtable.tests.alpha.participant={}; roundtable.tests.alpha.chair=zyxcookie",
        ana.token
    );
    let foreign = door.request(Method::POST, &ana.path("/commands"));
    let foreign = foreign
        .header("cookie", &cookie)
        .header("origin", "https://zyxorigin.example");
    played.refused("another site", foreign.header("user-agent", "zyxagent")).await;
    played
        .refused("an outcome", ana.request(Method::GET, &ana.path("/outcome.pdf")))
        .await;
    let tampered = door
        .request(Method::GET, &ana.path(""))
        .bearer_auth(format!("{}x", ana.token));
    played.refused("an altered token", tampered).await;
}

/// Frames that are none, an update that is not of notes, and a token in the address of a socket.
async fn refused_frames(ana: &Participant) {
    let path = ana.path(&format!("/live?token={}&since=zyxsince.7", ana.token));
    let mut socket = Socket::open(&Address::new(ana.door.address, &path)).await;
    for text in ["Zyxnocommand", r#"{"id":"Zyxgarbage"}"#, r#"{"type":"Zyxgarbage"}"#] {
        socket.text(text).await;
    }
    let doc = Doc::with_options(Options::with_client_id(ClientID::new(9)));
    let root = doc.get_or_insert_text("zyxroot");
    root.insert(&mut doc.transact_mut(), 0, "Zyxroot");
    let update = doc.transact().encode_state_as_update_v1(&StateVector::default());
    socket.binary(roundtable::protocol::notes::update(&update)).await;
    socket.binary(b"Zyxroot".to_vec()).await;
    let mut live = ana.live().await;
    live.ping().await;
    let mut plain = ana.socket("/notes").await;
    plain.binary(b"Zyxroot".to_vec()).await;
    assert_eq!(plain.closed().await, 1007);
}

/// Both rooms close, and everything is downloaded by those who may.
async fn ends(played: &Played, record: &Room, house: &Room, organiser: &Participant) {
    for room in [record, house] {
        ask(&room.chair, "room", "close", json!({ "settle": true })).await;
        for document in DOCUMENTS {
            let path = room.rapporteur.path(&format!("/{document}"));
            let request = room.rapporteur.request(Method::GET, &path);
            played.keep(Place::Downloads, &path, request).await;
        }
    }
    let quick = ["report.md", "report.html", "report.json", "points.csv"].as_slice();
    let all = [
        "report.md",
        "report.html",
        "report.json",
        "points.csv",
        "report.docx",
        "report.pdf",
        "outcome.zip",
    ]
    .as_slice();
    for file in extent(quick, all) {
        let path = format!("/api/meetings/tests/{file}");
        played
            .keep(Place::Downloads, &path, organiser.request(Method::GET, &path))
            .await;
    }
}

/// A seat is ended and a link replaced; the new code.
async fn shown_out(organiser: &Participant, quiet: &Participant, chair: &Participant) -> String {
    let path = chair.path(&format!("/seats/{}", quiet.seat));
    assert_eq!(chair.request(Method::DELETE, &path).send().await.unwrap().status(), 204);
    let replaced = organiser.request(Method::POST, "/api/meetings/tests/links");
    let replaced = replaced
        .json(&json!({ "role": "chair", "room": "alpha" }))
        .send()
        .await
        .unwrap();
    let link: Value = replaced.json().await.unwrap();
    link["code"].as_str().unwrap().to_owned()
}

async fn descriptions(played: &Played, child: &ChildServer) {
    for path in [
        "/openapi.json",
        "/outcome.schema.json",
        "/report.schema.json",
        "/api/seal-key",
        "/api/delegations",
        "/healthz",
        "/readyz",
        "/",
    ] {
        played
            .keep(Place::Descriptions, path, child.door.request(Method::GET, path))
            .await;
    }
    played
        .keep(Place::Metrics, "/metrics", child.door.request(Method::GET, "/metrics"))
        .await;
}
