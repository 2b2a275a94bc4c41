//! Further meetings of a server.

use super::*;

async fn make(organiser: &Participant, body: &Value) -> Answer {
    ask(organiser.request(Method::POST, "/api/meetings").json(body)).await
}

/// The organiser of a meeting that was just made.
fn organiser_of(made: &Answer, door: &Door) -> Participant {
    assert_eq!(made.status, 201, "{}", made.body);
    Participant {
        door: door.clone(),
        token: made.body["token"].as_str().unwrap().to_owned(),
        seat: String::new(),
        room: String::new(),
    }
}

async fn plan_of(organiser: &Participant, meeting: &str) -> Answer {
    ask(organiser.request(Method::GET, &format!("/api/meetings/{meeting}/plan"))).await
}

#[test]
fn an_organiser_makes_a_meeting_from_nothing_and_is_in_it() {
    run(async {
        let server = TestServer::start().await;
        let organiser = organiser(&server).await;
        let wanted = json!({ "id": "next", "title": "The next one", "date": "2025-05-09", "timezone": "UTC" });
        let made = make(&organiser, &wanted).await;
        let code = made.body["organiser"]["code"].as_str().unwrap();
        assert!(made.body["organiser"]["url"].as_str().unwrap().ends_with(code));
        let new = organiser_of(&made, &server);
        assert_eq!(plan_of(&new, "next").await.body["plan"]["title"], "The next one");
        assert_eq!(
            plan_of(&organiser, "next").await.status,
            404,
            "the seat of one meeting is none in another"
        );
        assert_eq!(make(&organiser, &wanted).await.status, 201, "who lost the answer asks again");
        let joined = server.join(code, "Second organiser").await;
        assert_eq!(plan_of(&joined, "next").await.status, 200);
        let server = server.restart().await;
        assert_eq!(plan_of(&new.at(&server), "next").await.status, 200);
        assert_eq!(make(&organiser.at(&server), &wanted).await.status, 201);
    });
}

#[test]
fn an_id_that_is_taken_is_not_taken_over_and_nothing_is_told_of_whose_it_is() {
    run(async {
        let server = TestServer::start().await;
        let (first, second) = (organiser(&server).await, organiser(&server).await);
        let wanted = |title: &str| json!({ "id": "next", "title": title, "date": "2025-05-09", "timezone": "UTC" });
        let made = organiser_of(&make(&first, &wanted("Secret title")).await, &server);
        let mut other = wanted("Mine");
        other["replace"] = json!(true);
        let refused = make(&second, &other).await;
        assert_eq!((refused.status, refused.code()), (409, "id-taken"));
        assert!(!refused.body.to_string().contains("Secret title"));
        let asked = make(&made, &wanted("Another title")).await;
        assert_eq!((asked.status, asked.code()), (409, "id-taken"));
        assert!(asked.body["message"].as_str().unwrap().contains("confirm"), "{}", asked.body);
        let mut again = wanted("Another title");
        again["replace"] = json!(true);
        assert_eq!(make(&made, &again).await.status, 201);
        assert_eq!(plan_of(&made, "next").await.body["plan"]["title"], "Another title");
    });
}

#[test]
fn a_copy_has_the_rooms_and_polls_of_last_year_and_nothing_that_happened_in_them() {
    run(async {
        let server = TestServer::start().await;
        let organiser = organiser(&server).await;
        let session = json!({ "id": "groups", "date": "2024-05-11", "starts": "15:00", "ends": "17:00", "title": "Groups", "kind": "breakout", "rooms": ["alpha"] });
        changed(&organiser, json!({ "do": "put-session", "session": session })).await;
        server.participant("Ana").await;
        let copy = json!({ "id": "tests-2025", "date": "2025-03-01", "from": { "copy": MEETING } });
        let new = organiser_of(&make(&organiser, &copy).await, &server);
        let seen = plan_of(&new, "tests-2025").await.body;
        assert_eq!(seen["plan"]["programme"][0]["date"], "2025-03-02");
        assert_eq!(seen["plan"]["rooms"][0]["polls"][0]["question"], "Which first?");
        assert_eq!(seen["rooms_now"], json!({}));
        let foreign = json!({ "id": "mine", "from": { "copy": "tests-2025" } });
        assert_eq!(make(&organiser, &foreign).await.status, 404);
    });
}

#[test]
fn a_file_is_imported_whole_or_refused_with_every_line_that_is_wrong() {
    run(async {
        let server = TestServer::start().await;
        let organiser = organiser(&server).await;
        let file = ask(organiser.request(Method::GET, &path(".toml"))).await.body;
        let text = file.as_str().unwrap().replace("id = \"tests\"", "id = \"imported\"");
        let new = organiser_of(&make(&organiser, &json!({ "from": { "toml": text } })).await, &server);
        let plan = plan_of(&new, "imported").await.body["plan"].clone();
        assert_eq!(plan["rooms"], seen(&organiser).await["plan"]["rooms"]);
        let wrong = text
            .replace("\"everyone\"", "\"everybody\"")
            .replace("title = \"Beta\"\n", "");
        let refused = make(&organiser, &json!({ "from": { "toml": wrong } })).await;
        assert_eq!((refused.status, refused.code()), (422, "file-invalid"));
        let faults = refused.body["faults"].as_array().unwrap();
        assert_eq!(faults.len(), 2, "{faults:?}");
        assert_eq!(faults[0]["field"], "rooms[0].writers");
        assert_eq!(
            (&faults[0]["code"], &faults[1]["code"]),
            (&json!("unknown-word"), &json!("missing"))
        );
        assert_eq!(faults[0]["args"]["names"], "`everyone`");
        assert!(faults[0]["line"].as_u64().unwrap() > 1);
    });
}

#[test]
fn an_import_that_would_drop_a_room_with_people_in_it_is_refused() {
    run(async {
        let server = TestServer::start().await;
        let organiser = organiser(&server).await;
        server.participant("Ana").await;
        let file = ask(organiser.request(Method::GET, &path(".toml"))).await.body;
        let text = file.as_str().unwrap().replace("id = \"alpha\"", "id = \"gamma\"");
        let import = json!({ "from": { "toml": text }, "replace": true });
        let refused = make(&organiser, &import).await;
        assert_eq!((refused.status, refused.code()), (409, "room-in-use"));
        organiser.order(json!({ "tool": "room", "do": "close" })).await;
        assert_eq!(make(&organiser, &import).await.status, 201);
        let rooms = seen(&organiser).await;
        assert_eq!(
            (&rooms["plan"]["rooms"][0]["id"], &rooms["removed"][0]["id"]),
            (&json!("gamma"), &json!("alpha"))
        );
    });
}

#[test]
fn a_browser_is_told_the_meetings_that_it_organises_and_no_others() {
    run(async {
        let server = TestServer::start().await;
        let organiser = organiser(&server).await;
        let wanted = json!({ "id": "next", "title": "The next one", "date": "2025-05-09", "timezone": "UTC" });
        let made = make(&organiser, &wanted).await;
        let list = |cookie: String| server.request(Method::GET, "/api/meetings").header("cookie", cookie);
        let both = format!(
            "roundtable.tests..organiser={}; roundtable.next..organiser={}",
            organiser.token,
            made.body["token"].as_str().unwrap()
        );
        let told = ask(list(both)).await.body;
        let ids: Vec<&str> = told
            .as_array()
            .unwrap()
            .iter()
            .map(|meeting| meeting["id"].as_str().unwrap())
            .collect();
        assert_eq!(ids, ["next", "tests"]);
        let one = ask(list(format!("roundtable.tests..organiser={}", organiser.token)))
            .await
            .body;
        assert_eq!(one.as_array().unwrap().len(), 1);
        assert_eq!(
            one[0],
            json!({ "id": "tests", "title": "A meeting of tests", "date": "2024-05-10", "place": "", "rooms": 2 })
        );
        let participant = server.participant("Ana").await;
        for (method, token) in [(Method::GET, &participant.token), (Method::POST, &participant.token)] {
            let request = server.request(method, "/api/meetings").bearer_auth(token);
            assert_eq!(ask(request.json(&wanted)).await.status, 404);
        }
        let foreign = list(format!("roundtable.tests..organiser={}", organiser.token));
        assert_eq!(ask(foreign).await.status, 200);
        let post = server
            .request(Method::POST, "/api/meetings")
            .header("cookie", format!("roundtable.tests..organiser={}", organiser.token))
            .header("sec-fetch-site", "cross-site");
        assert_eq!(ask(post.json(&wanted)).await.code(), "foreign-origin");
    });
}

#[test]
fn the_description_tells_the_codes_of_what_is_wrong_with_a_plan() {
    run(async {
        let server = TestServer::start().await;
        let description = ask(server.request(Method::GET, "/openapi.json")).await.body;
        for path in ["/api/meetings", "/api/meetings/{meeting}/plan/commands"] {
            let refused = &description["paths"][path]["post"]["responses"]["422"]["content"]["application/json"]["schema"];
            assert_eq!(refused["$ref"], "#/components/schemas/PlanRefusal", "{path}: {refused}");
        }
        let schemas = &description["components"]["schemas"];
        for (name, codes) in [
            ("PlanWrongValue", ["text-long", "out-of-bounds"]),
            ("PlanWrongPart", ["ends-before-start", "room-unknown"]),
            ("ScheduleSaid", ["no-list", "left-out"]),
        ] {
            let described = schemas[name].to_string();
            for code in codes {
                assert!(described.contains(&format!("\"{code}\"")), "{name}: {code}: {described}");
            }
        }
        for name in ["PlanFault", "MeetingFileFault", "ScheduleRemark"] {
            assert!(schemas[name].is_object(), "{name}");
        }
    });
}
