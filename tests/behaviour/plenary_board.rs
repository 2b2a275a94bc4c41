//! The board of the closing plenary over real requests: points come from the rooms' notes, doubles are folded, phones support, a
//! rapporteur reads out, and the mapping and the report have it.

use crate::support::author::Author;
use crate::support::door::{Answer, Participant, ask};
use crate::support::server::{MEETING_FILE, TestServer};
use crate::support::{fresh_id, run};
use reqwest::Method;
use roundtable::room::seat::Role;
use serde_json::{Value, json};

const PLENARY: &str = "/api/meetings/tests/plenary";
const GAP: &str = "No team answers at night.";
const SAME: &str = "Nobody answers at night.";

/// Asks the plenary's board something.
async fn tell(who: &Participant, command: Value) -> Answer {
    let mut body = command;
    body["id"] = json!(fresh_id());
    ask(who.request(Method::POST, &format!("{PLENARY}/commands")).json(&body)).await
}

async fn order(who: &Participant, command: Value) {
    let answer = tell(who, command.clone()).await;
    assert_eq!(answer.status, 200, "{command}: {answer:?}");
}

async fn get(who: &Participant, path: &str) -> Answer {
    ask(who.request(Method::GET, path)).await
}

async fn board(who: &Participant) -> Value {
    let answer = get(who, PLENARY).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    answer.body
}

/// The point that says this, as an organiser's board has it.
fn point<'a>(seen: &'a Value, text: &str) -> &'a Value {
    let themes = seen["board"]["themes"].as_array().unwrap().iter();
    let mut points = themes.flat_map(|theme| theme["points"].as_array().unwrap());
    points
        .find(|point| point["text"] == text)
        .unwrap_or_else(|| panic!("{text} in {seen:#}"))
}

fn id(seen: &Value, text: &str) -> Value {
    point(seen, text)["id"].clone()
}

/// Two rooms with points, a double among them.
struct Meeting {
    server: TestServer,
    organiser: Participant,
    rapporteurs: [Participant; 2],
    authors: [Author; 2],
}

impl Meeting {
    async fn begin() -> Self {
        Self::of(TestServer::start().await).await
    }

    async fn of(server: TestServer) -> Self {
        let organiser = server.seat("alpha", Role::Organiser).await;
        let rapporteurs = [
            server.seat("alpha", Role::Rapporteur).await,
            server.seat("beta", Role::Rapporteur).await,
        ];
        let mut alpha = Author::live(&rapporteurs[0], 1).await;
        let national: [(&str, &str); 4] = [
            ("point", "gap"),
            ("standing", "convergence"),
            ("reach", "national"),
            ("owner", "=Ministry"),
        ];
        alpha.mark(&national, GAP).await;
        alpha.mark(&[("point", "plenary-message")], "Fund response teams.").await;
        alpha.mark(&[("point", "plenary-message")], "Share what is known.").await;
        let mut beta = Author::live(&rapporteurs[1], 2).await;
        beta.mark(&[("point", "gap"), ("component", "people"), ("region", "african")], SAME)
            .await;
        Self {
            server,
            organiser,
            rapporteurs,
            authors: [alpha, beta],
        }
    }
}

#[test]
fn doubles_of_two_rooms_are_folded_and_supported_as_one_and_all_of_it_is_there_after_a_restart() {
    run(async {
        let meeting = Meeting::begin().await;
        let Meeting { server, organiser, .. } = &meeting;
        let (ana, ben) = (server.participant("Ana").await, server.seat("beta", Role::Participant).await);
        let seen = board(organiser).await;
        let (gap, same) = (id(&seen, GAP), id(&seen, SAME));
        let support = json!({ "do": "support", "point": gap });
        for command in [
            json!({ "do": "phase", "phase": "shown" }),
            json!({ "do": "fold", "point": same, "under": gap }),
        ] {
            order(organiser, command).await;
        }
        assert_eq!(tell(&ana, support.clone()).await.code(), "support-closed");
        order(organiser, json!({ "do": "open-support" })).await;
        order(&ana, support).await;
        order(&ana, json!({ "do": "support", "point": same })).await;
        order(&ben, json!({ "do": "support", "point": same })).await;
        let seen = board(&ana).await;
        assert_eq!(
            seen["you"],
            json!({ "role": "participant", "room": "alpha", "supported": [gap] })
        );
        assert_eq!(
            (&point(&seen, GAP)["support"], &point(&seen, GAP)["folded"][0]["room"]),
            (&json!(2), &json!("beta"))
        );
        order(&ana, json!({ "do": "withdraw-support", "point": gap })).await;
        assert_eq!(point(&board(&ben).await, GAP)["support"], 1);
        let before = board(organiser).await["board"].clone();
        let server = meeting.server.restart().await;
        assert_eq!(board(&meeting.organiser.at(&server)).await["board"], before);
    });
}

#[test]
fn points_follow_the_notes_and_nobody_else_sees_them_before_the_board_is_shown() {
    run(async {
        let mut meeting = Meeting::begin().await;
        let ana = meeting.server.participant("Ana").await;
        let seen = board(&meeting.organiser).await;
        let (gap, same) = (id(&seen, GAP), id(&seen, SAME));
        order(&meeting.organiser, json!({ "do": "open-support" })).await;
        let nothing = board(&ana).await;
        assert_eq!(
            (&nothing["board"]["themes"], &nothing["board"]["rooms"]),
            (&json!([]), &json!({}))
        );
        assert_eq!(
            tell(&ana, json!({ "do": "support", "point": gap })).await.code(),
            "unknown-point"
        );
        order(&meeting.organiser, json!({ "do": "fold", "point": gap, "under": same })).await;
        meeting.authors[1].take_out_last().await;
        meeting.authors[1].wait_for_answers().await;
        let seen = board(&meeting.organiser).await;
        assert_eq!(
            point(&seen, GAP)["folded"],
            Value::Null,
            "it stands for itself while the other is gone"
        );
        let gone = json!({ "do": "fold", "point": gap, "under": "beta/0123456789abcdef" });
        assert_eq!(tell(&meeting.organiser, gone).await.code(), "unknown-point");
        order(
            &meeting.organiser,
            json!({ "do": "hide", "point": gap, "reason": "Taken back" }),
        )
        .await;
        order(&meeting.organiser, json!({ "do": "phase", "phase": "shown" })).await;
        assert!(!board(&ana).await.to_string().contains(GAP));
        assert_eq!(board(&meeting.organiser).await["board"]["hidden"][0]["reason"], "Taken back");
    });
}

/// The next event of a stream of news, as its numbers.
async fn next(news: &mut reqwest::Response) -> Value {
    loop {
        let chunk = news.chunk().await.unwrap().expect("the news go on");
        let text = String::from_utf8(chunk.to_vec()).unwrap();
        if let Some(data) = text.trim().strip_prefix("data: ") {
            return serde_json::from_str(data).unwrap();
        }
    }
}

#[test]
fn who_sees_the_board_hears_at_once_that_a_room_has_put_something_on_it_and_of_nothing_else_in_the_rooms() {
    run(async {
        let mut meeting = Meeting::begin().await;
        let ana = meeting.server.participant("Ana").await;
        let screen = meeting.server.seat("alpha", Role::Screen).await;
        let mut heard = screen.request(Method::GET, "/api/meetings/tests/news").send().await.unwrap();
        assert_eq!(next(&mut heard).await, json!({}));
        meeting.authors[0].mark(&[("point", "gap")], "Before it is shown.").await;
        order(&meeting.organiser, json!({ "do": "phase", "phase": "shown" })).await;
        assert_eq!(next(&mut heard).await, json!({ "plenary": 1 }));
        board(&ana).await;
        ana.order(json!({ "tool": "floor", "do": "request" })).await;
        meeting.authors[1]
            .mark(&[("point", "gap")], "Marked while it is shown.")
            .await;
        assert_eq!(next(&mut heard).await, json!({ "plenary": 1, "points": 1 }));
        point(&board(&screen).await, "Marked while it is shown.");
        ana.order(json!({ "tool": "floor", "do": "withdraw" })).await;
        order(&meeting.organiser, json!({ "do": "open-support" })).await;
        assert_eq!(next(&mut heard).await, json!({ "plenary": 2, "points": 1 }));
    });
}

#[test]
fn the_screen_of_a_room_reads_the_board_that_everybody_sees_and_asks_nothing_of_it() {
    run(async {
        let meeting = Meeting::begin().await;
        let screen = meeting.server.seat("alpha", Role::Screen).await;
        meeting
            .organiser
            .order(json!({ "tool": "session", "do": "screen", "shows": "plenary" }))
            .await;
        assert_eq!(screen.look().await["view"]["session"]["screen"], "plenary");
        assert_eq!(
            board(&screen).await["board"]["themes"],
            json!([]),
            "nobody sees it before it is shown"
        );
        let seen = board(&meeting.organiser).await;
        let hide = json!({ "do": "hide", "point": id(&seen, SAME), "reason": "Off the list" });
        order(&meeting.organiser, hide).await;
        order(&meeting.organiser, json!({ "do": "phase", "phase": "shown" })).await;
        let shown = board(&screen).await;
        point(&shown, GAP);
        assert!(
            !shown.to_string().contains("Off the list") && !shown.to_string().contains(SAME),
            "{shown}"
        );
        for command in [
            json!({ "do": "support", "point": id(&shown, GAP) }),
            json!({ "do": "read-out", "room": "alpha" }),
        ] {
            assert_eq!(tell(&screen, command).await.status, 404);
        }
    });
}

#[test]
fn a_rapporteur_reads_out_the_messages_of_their_own_room_and_everybody_follows() {
    run(async {
        let meeting = Meeting::begin().await;
        let Meeting {
            server,
            organiser,
            rapporteurs,
            ..
        } = &meeting;
        let ana = server.seat("beta", Role::Participant).await;
        let begin = json!({ "do": "read-out", "room": "alpha" });
        assert_eq!(tell(&rapporteurs[1], begin.clone()).await.code(), "not-allowed");
        assert_eq!(tell(&ana, begin.clone()).await.code(), "not-allowed");
        assert_eq!(
            tell(organiser, json!({ "do": "read-out", "room": "none" })).await.code(),
            "not-found"
        );
        order(&rapporteurs[0], begin).await;
        assert_eq!(
            tell(&rapporteurs[1], json!({ "do": "start-clock" })).await.code(),
            "not-allowed"
        );
        order(&rapporteurs[0], json!({ "do": "message", "number": 2 })).await;
        let read_out = board(&ana).await["board"]["read_out"].clone();
        assert_eq!((&read_out["message"], &read_out["for_s"]), (&json!(2), &json!(120)));
        assert_eq!(read_out["messages"][1]["text"], "Share what is known.");
        assert!(read_out["started_at"].is_i64());
        order(organiser, json!({ "do": "end-read-out" })).await;
        assert_eq!(board(&ana).await["board"]["read_out"], Value::Null);
    });
}

#[test]
fn the_mapping_and_the_report_have_what_the_plenary_made_of_the_points() {
    run(async {
        let meeting = Meeting::begin().await;
        let Meeting {
            organiser, rapporteurs, ..
        } = &meeting;
        let seen = board(organiser).await;
        let (gap, same) = (id(&seen, GAP), id(&seen, SAME));
        order(organiser, json!({ "do": "fold", "point": same, "under": gap })).await;
        order(organiser, json!({ "do": "phase", "phase": "shown" })).await;
        let mapping = get(&rapporteurs[1], "/api/meetings/tests/mapping.json").await.body;
        assert_eq!(mapping["schema"], "roundtable-mapping/1");
        assert_eq!(mapping["entries"][1]["double_of"], gap);
        assert_eq!(mapping["entries"][1]["region"], "african");
        let table = get(organiser, "/api/meetings/tests/mapping.csv").await.body;
        let table = table.as_str().unwrap();
        let gap = gap.as_str().unwrap();
        let line = format!("tests,{gap},gap,room,alpha,alpha,,national,,,convergence,'=Ministry,0,,{GAP}\n");
        assert!(table.contains(&line), "{table}");
        let report = get(organiser, "/api/meetings/tests/report.json").await.body;
        let listed = &report["plenary"]["themes"][0]["points"];
        assert_eq!((&listed[2]["text"], &listed[2]["doubles"]), (&json!(GAP), &json!([SAME])));
    });
}

#[test]
fn off_the_record_no_owner_is_named_and_of_a_closed_room_nothing_is_told() {
    run(async {
        let file = MEETING_FILE.replace("title = \"Alpha\"", "title = \"Alpha\"\nattribution = \"chatham-house\"");
        let file = file.replace("title = \"Beta\"", "title = \"Beta\"\nattribution = \"closed\"");
        let meeting = Meeting::of(TestServer::start_meeting(&file).await).await;
        order(&meeting.organiser, json!({ "do": "phase", "phase": "shown" })).await;
        for path in [PLENARY, "/api/meetings/tests/mapping.json", "/api/meetings/tests/mapping.csv"] {
            let told = get(&meeting.organiser, path).await.body.to_string();
            assert!(told.contains(GAP), "{told}");
            assert!(!told.contains("Ministry") && !told.contains(SAME), "{told}");
        }
        let rapporteurs = &board(&meeting.organiser).await["board"]["rooms"];
        assert_eq!(rapporteurs["alpha"]["rapporteurs"], json!(["Rapporteur of alpha"]));
        assert_eq!(rapporteurs["beta"]["rapporteurs"], json!([]));
    });
}
