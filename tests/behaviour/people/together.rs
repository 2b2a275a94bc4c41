//! What several do at the same time: organisers who change the same, and people who hear what others have chosen.

use super::*;

const NONE: &str = "nobody";
/// The shortest time after which somebody hears of others' choices.
const TURN: Duration = Duration::from_millis(500);

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

/// Somebody's news, from now on.
async fn news_of(who: &Participant) -> reqwest::Response {
    let mut news = who.request(Method::GET, &Secretariat::path("news")).send().await.unwrap();
    assert_eq!(next(&mut news).await, json!({}));
    news
}

#[test]
fn what_somebody_has_chosen_the_others_hear_a_little_later_and_who_is_not_on_the_list_not_at_all() {
    run(async {
        let server = TestServer::start().await;
        let desk = Secretariat::of(&server).await;
        desk.import("", FILE).await;
        desk.order(json!({ "do": "open-choice", "session": "" })).await;
        let (ana, ben) = (desk.guest("Ana Lima").await, desk.guest("Ben Okoro").await);
        let stranger = server.participant("A stranger").await;
        let (mut of_ana, mut of_ben, mut of_stranger) = (news_of(&ana).await, news_of(&ben).await, news_of(&stranger).await);
        let since = Instant::now();
        let chosen = command_by(&ana, json!({ "do": "choose", "session": "", "room": "beta" })).await;
        assert_eq!(chosen.status, 200, "{chosen:?}");
        assert_eq!(next(&mut of_ana).await, json!({ "people": 1 }));
        assert_eq!(next(&mut of_ben).await, json!({ "people": 1 }));
        assert!(since.elapsed() >= TURN, "others wait for their turn: {:?}", since.elapsed());
        desk.order(json!({ "do": "move", "people": [ben.seat], "session": "", "room": "alpha" }))
            .await;
        assert_eq!(next(&mut of_ben).await, json!({ "people": 2 }));
        let change = json!({ "id": "00000000-0000-4000-8000-000000000009", "do": "order-rooms", "seen": ["alpha", "beta"], "order": ["beta", "alpha"] });
        let changed = ask(desk
            .0
            .request(Method::POST, &Secretariat::path("plan/commands"))
            .json(&change))
        .await;
        assert_eq!(changed.status, 200, "{changed:?}");
        assert_eq!(
            next(&mut of_stranger).await,
            json!({ "plan": 1 }),
            "of the list they have heard nothing"
        );
    });
}

#[test]
fn of_two_organisers_who_change_the_same_the_second_is_told_and_sees_both() {
    run(async {
        let server = TestServer::start().await;
        let desk = Secretariat::of(&server).await;
        desk.import("", FILE).await;
        let seen = desk.person("Cleo Roy").await;
        let change = |rank: &str| {
            let mut change = json!({ "do": "change", "person": seen["id"], "name": "Cleo Roy", "rank": rank, "seen": seen });
            change["seen"]
                .as_object_mut()
                .unwrap()
                .retain(|field, _| !["id", "code", "groups", "region"].contains(&field.as_str()));
            change
        };
        desk.order(change("expert")).await;
        let refused = desk.ask(change("minister")).await;
        assert_eq!((refused.status, refused.code()), (409, "changed-meanwhile"), "{refused:?}");
        assert_eq!(desk.person("Cleo Roy").await["rank"], "expert");
        let network = |password: &str, seen: &str| json!({ "do": "network", "name": NONE, "password": password, "seen": { "name": if seen.is_empty() { "" } else { NONE }, "password": seen } });
        desk.order(network("one", "")).await;
        assert_eq!(desk.ask(network("two", "")).await.code(), "changed-meanwhile");
        desk.order(network("two", "one")).await;
        assert_eq!(desk.list().await["network"]["password"], "two");
    });
}

#[test]
fn a_fault_of_a_file_has_a_code_and_what_it_tells_of_beside_its_sentence() {
    run(async {
        let server = TestServer::start().await;
        let desk = Secretariat::of(&server).await;
        let refused = desk.import("", "name,rank,room\nAna,king,Gamma\n").await;
        let faults = refused.body["faults"].as_array().unwrap();
        assert_eq!(
            faults[0],
            json!({ "row": 2, "field": "rank", "code": "rank", "args": { "written": "king" },
                "message": "“king” is none of minister, vice-minister, ambassador, delegate or expert." })
        );
        let refused = desk.import("", "name,room\nAna,Gamma\n").await;
        let fault = &refused.body["faults"][0];
        assert_eq!(
            (&fault["code"], &fault["args"]["written"]),
            (&json!("room-unknown"), &json!("Gamma"))
        );
    });
}

#[test]
fn the_network_of_the_sheets_is_told_with_the_links_to_the_organiser_alone() {
    run(async {
        let server = TestServer::start().await;
        let desk = Secretariat::of(&server).await;
        let meeting = format!("/api/meetings/{MEETING}");
        let seen = async |who: &Participant| ask(who.request(Method::GET, &meeting)).await.body["network"].clone();
        assert_eq!(seen(&desk.0).await, Value::Null);
        desk.order(json!({ "do": "network", "name": "guests", "password": "peace" }))
            .await;
        assert_eq!(seen(&desk.0).await, json!({ "name": "guests", "password": "peace" }));
        assert_eq!(seen(&server.chair().await).await, Value::Null);
    });
}
