//! The archive of a meeting: everything in one file that is read without a server.

use super::*;
use crate::support::run;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

async fn archive(organiser: &Participant) -> BTreeMap<String, Vec<u8>> {
    let request = organiser.request(Method::GET, &format!("/api/meetings/{MEETING}/archive.zip"));
    let response = request.send().await.unwrap();
    assert_eq!(response.status(), 200);
    assert_eq!(
        response.headers()["content-disposition"],
        "attachment; filename=\"tests-archive.zip\""
    );
    let mut package = zip::ZipArchive::new(Cursor::new(response.bytes().await.unwrap())).unwrap();
    let mut files = BTreeMap::new();
    for at in 0..package.len() {
        let mut file = package.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        files.insert(file.name().unwrap().into_owned(), bytes);
    }
    files
}

fn json_of(files: &BTreeMap<String, Vec<u8>>, name: &str) -> Value {
    serde_json::from_slice(&files[name]).unwrap()
}

#[test]
fn all_of_a_meeting_is_in_one_file_with_every_close_and_the_digest_of_each_file() {
    run(async {
        let server = TestServer::start().await;
        let (organiser, chair) = (organiser(&server).await, server.chair().await);
        let empty = archive(&organiser).await;
        assert_eq!(json_of(&empty, "meeting.json")["rooms"][0]["id"], "alpha");
        chair.order(json!({ "tool": "room", "do": "close" })).await;
        organiser.order(json!({ "tool": "room", "do": "reopen" })).await;
        let files = archive(&organiser).await;
        for name in [
            "index.html",
            "meeting.toml",
            "programme.ics",
            "report.docx",
            "points.csv",
            "rooms/alpha/revision-1/manifest.sig",
            "rooms/alpha/draft/draft-outcome.md",
        ] {
            assert!(files.contains_key(name), "{name} is not among {:?}", files.keys());
        }
        chair.order(json!({ "tool": "room", "do": "close" })).await;
        let files = archive(&organiser).await;
        assert!(
            files.contains_key("rooms/alpha/revision-1/outcome.pdf") && files.contains_key("rooms/alpha/revision-2/outcome.pdf")
        );
        let manifest = json_of(&files, "manifest.json");
        let told = manifest["files"].as_object().unwrap();
        assert_eq!(told.len() + 1, files.len());
        for (name, sealed) in told {
            let digest: String = Sha256::digest(&files[name])
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect();
            assert_eq!(sealed["sha256"], digest, "{name}");
        }
    });
}

#[test]
fn the_programme_is_a_calendar_for_everybody_with_a_seat() {
    run(async {
        let file = "[[programme]]\nid = \"work\"\nstarts = \"15:00\"\nends = \"17:00\"\ntitle = \"Work\"\nkind = \"breakout\"\nrooms = [\"alpha\"]\n";
        let server = TestServer::start_meeting(&format!("{}\n{file}", crate::support::server::MEETING_FILE)).await;
        let ana = server.participant("Ana").await;
        let get =
            async |query: &str| ask(ana.request(Method::GET, &format!("/api/meetings/{MEETING}/programme.ics{query}"))).await;
        let whole = get("").await;
        let text = whole.body.as_str().unwrap();
        assert!(
            text.starts_with("BEGIN:VCALENDAR\r\n") && text.contains("DTSTART:20240510T190000Z\r\n"),
            "{text}"
        );
        let room = get("?room=alpha").await;
        assert!(room.body.as_str().unwrap().contains("SUMMARY:Alpha\r\n"));
        assert!(get("?session=work").await.body.as_str().unwrap().contains("SUMMARY:Work\r\n"));
        for nothing in ["?room=beta", "?room=none", "?session=none"] {
            assert_eq!(get(nothing).await.status, 404, "{nothing}");
        }
    });
}

#[test]
fn a_schedule_is_looked_at_first_and_then_taken_and_nothing_is_lost() {
    run(async {
        let server = TestServer::start().await;
        let organiser = organiser(&server).await;
        let post = async |query: &str, body: Value| {
            let request = organiser.request(Method::POST, &format!("/api/meetings/{MEETING}/schedule{query}"));
            ask(request.json(&body)).await
        };
        let talk = json!({ "code": "ABC", "date": "2024-05-10T10:00:00-04:00", "start": "10:00", "duration": "01:00", "title": "A talk",
            "type": "Talk", "persons": [{ "public_name": "Ana" }] });
        let file = json!({ "schedule": { "conference": { "days": [{ "date": "2024-05-10", "rooms": { "Hall": [talk] } }] } } });
        for query in ["", "?dry_run=true"] {
            let looked = post(query, file.clone()).await;
            assert_eq!(looked.status, 200, "{}", looked.body);
            assert_eq!(looked.body["dry_run"], true);
            assert_eq!(
                looked.body["changes"]["rooms_added"],
                json!([{ "id": "abc", "title": "A talk" }])
            );
        }
        assert!(server.hub.registry.meeting(MEETING).unwrap().room("abc").is_none());
        let taken = post("?dry_run=false", file.clone()).await;
        assert_eq!((taken.status, &taken.body["dry_run"]), (200, &json!(false)));
        let plan = server.hub.registry.meeting(MEETING).unwrap();
        assert!(plan.room("abc").is_some() && plan.room("alpha").is_some() && plan.room("beta").is_some());
        let again = post("?dry_run=false", file).await.body;
        assert_eq!(
            (&again["changes"]["sessions_same"], &again["changes"]["rooms_kept"]),
            (&json!(1), &json!(1))
        );
        let refused = post("?dry_run=false", json!({ "schedule": {} })).await;
        assert_eq!((refused.status, refused.code()), (422, "schedule-invalid"));
        assert_eq!(refused.body["errors"][0]["path"], "schedule");
        assert!(server.hub.registry.code(MEETING, Some("abc"), Role::Chair).is_some());
    });
}
