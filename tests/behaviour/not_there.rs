//! Whoever asks for what is not theirs is told exactly what they would be told of something that does not exist: by status, headers, body
//! and time nobody finds out what there is.

use crate::extent::{Chance, extent};
use crate::support::author::Author;
use crate::support::door::{Door, MEETING, Participant, with_id};
use crate::support::server::{MEETING_FILE, TestServer};
use crate::support::{run, within};
use reqwest::{Method, RequestBuilder};
use roundtable::room::seat::Role;
use serde_json::{Value, json};
use std::time::Duration;
use tokio::time::Instant;

/// All that an answer says, but for the time of day.
#[derive(Debug, PartialEq)]
struct Said {
    status: u16,
    headers: Vec<(String, String)>,
    body: String,
}

/// Two requests of the same caller: for something that there is, and for something made up; what is named differently in them.
struct Pair {
    what: String,
    there: Box<dyn Fn() -> RequestBuilder + Send + Sync>,
    made_up: Box<dyn Fn() -> RequestBuilder + Send + Sync>,
    names: [String; 2],
}

impl Pair {
    fn of(what: &str, names: [&str; 2], request: impl Fn(&str) -> RequestBuilder + Clone + Send + Sync + 'static) -> Self {
        let [real, invented] = names.map(str::to_owned);
        assert_eq!(
            real.len(),
            invented.len(),
            "{what}: or the length of an answer would differ by that of the name"
        );
        let (for_real, for_invented) = (request.clone(), request);
        let names = [real.clone(), invented.clone()];
        Self {
            what: what.to_owned(),
            there: Box::new(move || for_real(&real)),
            made_up: Box::new(move || for_invented(&invented)),
            names,
        }
    }
}

async fn said(request: RequestBuilder, name: &str) -> Said {
    within("an answer", async {
        let response = request.send().await.unwrap();
        let status = response.status().as_u16();
        let headers = response.headers().iter().filter(|(name, _)| *name != "date");
        let mut headers: Vec<_> = headers
            .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
            .collect();
        headers.sort();
        let body = response.text().await.unwrap().replace(name, "…");
        Said { status, headers, body }
    })
    .await
}

async fn took(request: RequestBuilder) -> Duration {
    let since = Instant::now();
    let response = request.send().await.unwrap();
    response.bytes().await.unwrap();
    since.elapsed()
}

/// A room of which there is something of everything, and who is in it.
struct Scene {
    server: TestServer,
    ana: Participant,
    ben: Participant,
    outsider: Participant,
    stranger: String,
    old_code: String,
    idea: String,
}

/// Ana has a card and an idea that wait for the chair; the chair has a draft of a poll, and the rapporteur's draft goes round.
async fn scene() -> Scene {
    let other = MEETING_FILE.replace("id = \"tests\"", "id = \"other\"");
    let server = TestServer::start_meeting(&other).await.restart_with(MEETING_FILE).await;
    let (chair, organiser) = (server.chair().await, server.seat("alpha", Role::Organiser).await);
    let (ana, ben) = (server.participant("Ana").await, server.participant("Ben").await);
    let mut author = Author::live(&chair, 1).await;
    author.write("Agreed.").await;
    author.wait_for_answers().await;
    server.seat("beta", Role::Chair).await.look().await;
    let order = async |who: &Participant, command: Value| who.order(command).await;
    order(&chair, json!({ "tool": "board", "do": "rule", "rule": "moderated" })).await;
    order(&ana, json!({ "tool": "board", "do": "add", "kind": "gap", "text": "Waits" })).await;
    let poll = json!({ "tool": "polls", "do": "draft", "question": "What?", "kind": "ideas" });
    order(&chair, poll).await;
    order(&chair, json!({ "tool": "polls", "do": "open", "poll": "p2" })).await;
    order(
        &ana,
        json!({ "tool": "polls", "do": "cast", "poll": "p2", "texts": ["An idea"] }),
    )
    .await;
    order(&chair, json!({ "tool": "report", "do": "circulate", "for_s": 3_600 })).await;
    let old_code = server.code("beta", Role::Participant);
    let path = format!("/api/meetings/{MEETING}/links");
    let replaced = organiser.request(Method::POST, &path);
    let replaced = replaced.json(&json!({ "role": "participant", "room": "beta" }));
    assert_eq!(replaced.send().await.unwrap().status(), 200);
    let code = server.hub.registry.code("other", None, Role::Organiser).unwrap();
    let stranger = server.join(&code, "Somebody").await.token;
    let outsider = server.seat("beta", Role::Participant).await;
    let texts = chair.look().await["view"]["polls"]["items"]["p2"]["texts"].clone();
    let idea = texts.as_object().unwrap().keys().next().unwrap().clone();
    Scene {
        server,
        ana,
        ben,
        outsider,
        stranger,
        old_code,
        idea,
    }
}

/// A request that carries a token, or none.
fn with_token(door: &Door, token: Option<&str>, method: Method, path: &str) -> RequestBuilder {
    let request = door.request(method, path);
    match token {
        Some(token) => request.bearer_auth(token),
        None => request,
    }
}

/// Every address below a room, with the method that it takes.
const BELOW_A_ROOM: [(&str, &str); 16] = [
    ("GET", ""),
    ("POST", "/commands"),
    ("GET", "/live"),
    ("GET", "/notes"),
    ("GET", "/notes/history"),
    ("GET", "/notes/history/1"),
    ("GET", "/drafts/1"),
    ("GET", "/named"),
    ("DELETE", "/seats/0123456789ABCDEF"),
    ("GET", "/outcome.md"),
    ("GET", "/outcome.pdf"),
    ("GET", "/outcome.json?revision=1"),
    ("GET", "/outcome.zip"),
    ("GET", "/polls.csv"),
    ("GET", "/speakers.csv?as=chair"),
    ("GET", "/none"),
];

/// Rooms and meetings, for those who have no business there.
fn of_rooms(scene: &Scene) -> Vec<Pair> {
    let callers = [
        ("nobody", None),
        ("a participant of another room", Some(scene.outsider.token.clone())),
        ("the organiser of another meeting", Some(scene.stranger.clone())),
    ];
    let mut pairs = Vec::new();
    for (caller, token) in callers {
        for (method, rest) in BELOW_A_ROOM {
            let (door, token) = ((*scene.server).clone(), token.clone());
            pairs.push(Pair::of(
                &format!("{method} room{rest} by {caller}"),
                ["alpha", "gamma"],
                move |room| {
                    let path = format!("/api/meetings/{MEETING}/rooms/{room}{rest}");
                    with_token(&door, token.as_deref(), method.parse().unwrap(), &path).body("{}")
                },
            ));
        }
        if caller != "a participant of another room" {
            for (method, rest) in [
                ("GET", ""),
                ("GET", "/report.json"),
                ("GET", "/outcome.zip"),
                ("POST", "/links"),
            ] {
                let (door, token) = ((*scene.server).clone(), token.clone());
                pairs.push(Pair::of(
                    &format!("{method} meeting{rest} by {caller}"),
                    ["tests", "toast"],
                    move |meeting| {
                        let path = format!("/api/meetings/{meeting}{rest}");
                        with_token(&door, token.as_deref(), method.parse().unwrap(), &path).body("{}")
                    },
                ));
            }
        }
    }
    pairs
}

/// Things in a room that somebody who sits in it does not see, or has no right to. (What everybody sees, as a comment, may be called
/// somebody else's.)
fn of_things(scene: &Scene) -> Vec<Pair> {
    let command = |what: &str, names: [&str; 2], command: Value, field: &'static str| {
        let ben = scene.ben.clone();
        Pair::of(what, names, move |name| {
            // Each time another id, or the answer would be that of the first time.
            let mut command = with_id(command.clone());
            command[field] = json!(name);
            ben.request(Method::POST, &ben.path("/commands")).body(command.to_string())
        })
    };
    let get = |what: &str, by: &Participant, names: [&str; 2], before: &'static str| {
        let by = by.clone();
        Pair::of(what, names, move |name| {
            by.request(Method::GET, &by.path(&format!("{before}{name}")))
        })
    };
    let (ana, ben, voter) = (&scene.ana.seat, scene.ben.clone(), scene.ben.clone());
    let backwards = |name: &str| name.chars().rev().collect::<String>();
    let (invented, no_idea) = (backwards(ana), format!("{}{}", &scene.idea[..1], backwards(&scene.idea[1..])));
    let idea = [scene.idea.as_str(), &no_idea];
    let poll = json!({ "tool": "polls", "do": "cast", "choice": ["o1"] });
    let tool = |tool: &str, what: &str| json!({ "tool": tool, "do": what });
    let edit = json!({ "tool": "board", "do": "edit", "kind": "gap", "text": "Mine" });
    vec![
        command("a poll that is a draft", ["p1", "p9"], poll, "poll"),
        command("supporting a card that waits", ["c1", "c9"], tool("board", "support"), "card"),
        command("withdrawing it", ["c1", "c9"], tool("board", "withdraw"), "card"),
        command("changing it", ["c1", "c9"], edit, "card"),
        Pair::of("an idea that waits", idea, move |idea| {
            let cast = json!({ "tool": "polls", "do": "cast", "poll": "p2", "texts": [], "supports": [idea] });
            voter
                .request(Method::POST, &voter.path("/commands"))
                .body(with_id(cast).to_string())
        }),
        command(
            "somebody's seat, to let it write",
            [ana, &invented],
            tool("notes", "allow"),
            "seat",
        ),
        Pair::of("somebody's seat, to end it", [ana, &invented], move |seat| {
            ben.request(Method::DELETE, &ben.path(&format!("/seats/{seat}")))
        }),
        get("the outcome", &scene.ben, ["md", "xx"], "/outcome."),
        get("a sealed outcome", &scene.ben, ["1", "7"], "/outcome.md?revision="),
        get(
            "the notes of then, by one who may not write",
            &scene.outsider,
            ["1", "9"],
            "/notes/history/",
        ),
    ]
}

/// Codes that open nothing: one that did, one that never did.
fn of_codes(scene: &Scene) -> Vec<Pair> {
    let made_up = if scene.old_code == "ZZZZZZ" { "YYYYYY" } else { "ZZZZZZ" };
    let names = [scene.old_code.as_str(), made_up];
    let door = || (*scene.server).clone();
    let (ask, picture, join) = (door(), door(), door());
    vec![
        Pair::of("a code that was replaced", names, move |code| {
            ask.request(Method::GET, &format!("/api/join/{code}"))
        }),
        Pair::of("its picture", names, move |code| {
            picture.request(Method::GET, &format!("/api/join/{code}/qr.svg"))
        }),
        Pair::of("joining with it", names, move |code| {
            join.request(Method::POST, "/api/join").json(&json!({ "code": code }))
        }),
    ]
}

#[test]
fn what_is_not_yours_is_told_as_what_is_not_there() {
    run(async {
        let scene = scene().await;
        let mut compared = said_the_same(&[of_rooms(&scene), of_things(&scene), of_codes(&scene)].concat_all()).await;
        // And once more when there is a sealed outcome.
        let chair = scene.server.chair().await;
        chair.order(json!({ "tool": "room", "do": "close", "settle": true })).await;
        compared += said_the_same(&[of_rooms(&scene), of_things(&scene)].concat_all()).await;
        println!("not yours as not there: {compared} pairs, the same to the byte");
    });
}

async fn said_the_same(pairs: &[Pair]) -> usize {
    for pair in pairs {
        let there = said((pair.there)(), &pair.names[0]).await;
        let made_up = said((pair.made_up)(), &pair.names[1]).await;
        assert!(there.status >= 400, "{}: {there:?}", pair.what);
        assert_eq!(there, made_up, "{}", pair.what);
    }
    pairs.len()
}

/// One list of several.
trait ConcatAll {
    fn concat_all(self) -> Vec<Pair>;
}

impl<const COUNT: usize> ConcatAll for [Vec<Pair>; COUNT] {
    fn concat_all(self) -> Vec<Pair> {
        self.into_iter().flatten().collect()
    }
}

/// A part of an address that somebody makes up: an id that there is elsewhere, or none, in one of the ways in which it can be written.
fn guessed(chance: &mut Chance, scene: &Scene) -> String {
    const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let random = |chance: &mut Chance, length| (0..length).map(|_| char::from(*chance.one_of(LETTERS))).collect::<String>();
    let length = 1 + chance.below(40);
    match chance.below(9) {
        0 => "alpha".to_owned(),
        1 => "tests".to_owned(),
        2 => "%61lpha".to_owned(),
        3 => "ALPHA".to_owned(),
        4 => "alpha%00".to_owned(),
        5 => "..%2falpha".to_owned(),
        6 => scene.ana.seat.clone(),
        7 => chance.below(100).to_string(),
        _ => random(chance, length),
    }
}

#[test]
fn nobody_finds_anything_by_guessing() {
    let mut chance = Chance::of("guessing addresses");
    run(async {
        let scene = scene().await;
        let door = &*scene.server;
        let nothing = said(door.request(Method::GET, "/api/meetings/none/rooms/none"), "").await;
        let guesses = extent(300, 20_000);
        for _ in 0..guesses {
            let (method, rest) = chance.one_of(&BELOW_A_ROOM);
            let (meeting, room) = (guessed(&mut chance, &scene), guessed(&mut chance, &scene));
            // Every other one is a room's address but for the last part.
            let meeting = if chance.percent(50) { MEETING.to_owned() } else { meeting };
            let last = if chance.percent(50) {
                (*rest).to_owned()
            } else {
                format!("/{}", guessed(&mut chance, &scene))
            };
            let last = if *method == "GET" { last } else { (*rest).to_owned() };
            let path = format!("/api/meetings/{meeting}/rooms/{room}{last}");
            let token = match chance.below(3) {
                0 => None,
                1 => Some(scene.outsider.token.as_str()),
                _ => Some(scene.stranger.as_str()),
            };
            let answer = said(with_token(door, token, method.parse().unwrap(), &path).body("{}"), "").await;
            assert_eq!(answer, nothing, "{method} {path} with {token:?}");
        }
        println!("guessing addresses: {guesses} guesses, each told the same");
    });
}

/// Half of them are below it.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// How much longer the answer took where there is something, microseconds: the median of the differences of neighbours in time, and how
/// far that may be off (from the median of the deviations, of which a busy machine changes little).
async fn difference(pair: &Pair, samples: usize) -> (f64, f64, f64) {
    let (mut differences, mut all) = (Vec::with_capacity(samples), Vec::with_capacity(samples));
    for sample in 0..samples {
        // Whoever comes first finds the machine as somebody else left it.
        let (there, made_up) = if sample % 2 == 0 {
            let there = took((pair.there)()).await;
            (there, took((pair.made_up)()).await)
        } else {
            let made_up = took((pair.made_up)()).await;
            (took((pair.there)()).await, made_up)
        };
        differences.push((there.as_secs_f64() - made_up.as_secs_f64()) * 1e6);
        all.push(made_up.as_secs_f64() * 1e6);
    }
    let middle = median(differences.clone());
    let deviation = median(differences.iter().map(|difference| (difference - middle).abs()).collect());
    // Of a normal distribution: 1.4826 deviations are a standard deviation, and a median is off by 1.2533 of those over the root.
    #[allow(clippy::cast_precision_loss, reason = "some thousand")]
    let off = 1.4826 * 1.2533 * deviation / (samples as f64).sqrt();
    (middle, off, median(all))
}

#[test]
fn nor_does_the_time_tell() {
    let samples = extent(12, 1_500);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .thread_stack_size(16 << 20)
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let scene = scene().await;
        let mut worst: f64 = 0.0;
        for pair in [of_rooms(&scene), of_things(&scene)].concat_all() {
            let (middle, off, usual) = difference(&pair, samples).await;
            // A coarse bound with few samples; with many, a tenth of the whole answer, or what chance alone does not explain.
            let bound = extent(f64::max(0.5 * usual, 2_000.0), 0.1 * usual) + 5.0 * off;
            if extent(false, true) {
                println!("{:>8.1} µs ± {off:.1} of {usual:.0}: {}", middle, pair.what);
            }
            worst = worst.max(middle.abs() / usual);
            assert!(
                middle.abs() <= bound,
                "{}: {middle:.1} µs longer ± {off:.1}, of {usual:.0}",
                pair.what
            );
        }
        println!(
            "the time of an answer: {samples} samples of each pair, at most {:.1} % apart",
            worst * 100.0
        );
    });
    runtime.shutdown_background();
}
