//! A session that is given more time while the day runs: whoever looks at the programme sees when it ends now.

use super::*;

const ICS: &str = "/api/meetings/tests/programme.ics";

fn session(ends: &str) -> Value {
    json!({ "id": "groups", "date": "2024-05-10", "starts": "11:00", "ends": ends, "title": "Groups", "kind": "breakout", "rooms": ["alpha", "beta"] })
}

/// The room opens the morning, and closes the afternoon.
fn twice() -> [Value; 2] {
    let session = |id: &str, starts: &str, ends: &str| json!({ "id": id, "date": "2024-05-10", "starts": starts, "ends": ends, "title": id, "kind": "plenary", "rooms": ["alpha"] });
    [session("opening", "09:00", "10:00"), session("closing", "17:00", "18:00")]
}

#[test]
fn a_room_that_opens_and_closes_the_day_is_given_time_in_the_session_that_is_meant_also_after_a_restart() {
    run(async {
        let server = TestServer::start().await;
        let organiser = organiser(&server).await;
        for session in twice() {
            changed(&organiser, json!({ "do": "put-session", "session": session })).await;
        }
        let chair = server.chair().await;
        // The day is over long since: of its sessions the last one is meant.
        chair.order(json!({ "tool": "session", "do": "extend", "minutes": 15 })).await;
        let server = server.restart().await;
        let meeting = ask(organiser.at(&server).request(Method::GET, "/api/meetings/tests"))
            .await
            .body;
        let told = meeting["programme"].as_array().unwrap().iter();
        let told: Vec<_> = told
            .map(|session| (&session["id"], session["extended_min"].as_u64()))
            .collect();
        assert_eq!(told, [(&json!("opening"), None), (&json!("closing"), Some(15))]);
        let view = chair.at(&server).look().await;
        let times = json!({ "date": "2024-05-10", "starts": "17:00", "ends": "18:00", "minutes": 15, "turns": 15 });
        assert_eq!(
            (&view["view"]["session"]["extended_min"], &view["view"]["session"]["extended"]),
            (&json!(15), &json!([times]))
        );
    });
}

/// End and number of the only event of the calendar.
async fn in_calendar(who: &Participant, part: &str) -> (String, u32) {
    let file = ask(who.request(Method::GET, &format!("{ICS}{part}"))).await.body;
    let file = file.as_str().unwrap();
    let of = |property: &str| {
        let mut lines = file.lines();
        lines.find_map(|line| line.strip_prefix(property)).unwrap().to_owned()
    };
    (of("DTEND:"), of("SEQUENCE:").parse().unwrap())
}

async fn extended(who: &Participant) -> Value {
    let meeting = ask(who.request(Method::GET, "/api/meetings/tests")).await.body;
    assert_eq!(meeting["programme"][0]["ends"], "12:30", "as it was planned");
    meeting["programme"][0]["extended_min"].clone()
}

#[test]
fn programme_and_calendar_say_when_an_extended_session_ends_also_after_a_restart_and_until_it_is_planned_anew() {
    run(async {
        let server = TestServer::start().await;
        let organiser = organiser(&server).await;
        changed(&organiser, json!({ "do": "put-session", "session": session("12:30") })).await;
        let ana = server.participant("Ana").await;
        assert_eq!(extended(&ana).await, Value::Null);
        let before = in_calendar(&ana, "").await;
        assert_eq!(before.0, "20240510T163000Z");
        let mut news = ana.request(Method::GET, "/api/meetings/tests/news").send().await.unwrap();
        news.chunk().await.unwrap();
        organiser
            .order(json!({ "tool": "session", "do": "extend", "minutes": 15 }))
            .await;
        let told = news.chunk().await.unwrap().unwrap();
        assert!(String::from_utf8_lossy(&told).contains("plan"), "{told:?}");
        assert_eq!(extended(&ana).await, 15);
        let after = in_calendar(&ana, "").await;
        assert_eq!(after.0, "20240510T164500Z");
        assert!(after.1 > before.1, "the calendar knows it for newer");
        assert_eq!(
            in_calendar(&ana, "?room=beta").await.0,
            before.0,
            "the other room was given nothing"
        );

        let server = server.restart().await;
        let (ana, organiser) = (ana.at(&server), organiser.at(&server));
        assert_eq!(in_calendar(&ana, "").await, after);
        assert_eq!(extended(&ana).await, 15);
        let (seen, now) = (session("12:30"), session("12:40"));
        changed(&organiser, json!({ "do": "put-session", "seen": seen, "session": now })).await;
        let anew = in_calendar(&ana, "").await;
        assert_eq!(anew.0, "20240510T164000Z", "what it was given counted from the old end");
        assert!(anew.1 > after.1);
    });
}
