//! Lists of speakers that somebody has prepared: in the meeting file, whose changes a restart takes over, and as a CSV text.

use crate::support::child::ChildServer;
use crate::support::run;
use crate::support::server::{MEETING_FILE, TestServer};
use serde_json::{Value, json};

const LISTEN: [&str; 2] = ["--listen", "127.0.0.1:0"];

/// The meeting of the tests, with this said of room alpha.
fn meeting(list: &str) -> String {
    MEETING_FILE.replacen("speaking_limit_s = 120\n", &format!("speaking_limit_s = 120\n{list}"), 1)
}

/// Who waits, by delegation.
fn waiting(view: &Value) -> Vec<String> {
    let order = view["floor"]["order"].as_array().unwrap();
    let delegation = |request: &Value| view["floor"]["requests"][request.as_str().unwrap()]["delegation"].as_str();
    order
        .iter()
        .map(|request| delegation(request).unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn a_changed_file_changes_rule_and_times_and_puts_who_is_new_on_the_list_but_nobody_again() {
    let inscribed = "[[rooms.speakers]]\ndelegation = \"Peru\"\nrank = \"delegate\"\n\
        [[rooms.speakers]]\ndelegation = \"Kenya\"\nrank = \"minister\"\n";
    let first = meeting(&format!(
        "list = \"closed\"\norder = \"protocol\"\nspeaking_limits = {{ reply = 60 }}\n{inscribed}"
    ));
    let second = meeting(&format!(
        "list = \"closed\"\norder = \"by-class\"\nspeaking_limits = {{ reply = 45 }}\n{inscribed}\
        [[rooms.speakers]]\ndelegation = \"Fiji\"\n"
    ));
    run(async move {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let mut child = ChildServer::start_meeting(&data, &first, &LISTEN);
        let chair = child.door.join(&child.code("chair"), "Chair").await;
        let view = chair.look().await["view"].clone();
        assert_eq!(waiting(&view), ["Kenya", "Peru"], "ministers first");
        assert_eq!(
            (&view["floor"]["list"], &view["floor"]["limits"]["reply"]),
            (&json!("not-open"), &json!(60))
        );
        chair.order(json!({ "tool": "floor", "do": "give" })).await;
        child.kill();

        let child = ChildServer::start_meeting(&data, &second, &LISTEN);
        let view = chair.at(&child.door).look().await["view"].clone();
        assert_eq!(view["floor"]["speaking"]["delegation"], "Kenya");
        assert_eq!(waiting(&view), ["Peru", "Fiji"]);
        assert_eq!(
            (&view["floor"]["rule"], &view["floor"]["limits"]["reply"]),
            (&json!("by-class"), &json!(45))
        );
    });
}

#[test]
fn a_full_list_is_imported_at_once_and_a_wrong_row_leaves_the_list_as_it_was() {
    run(async {
        let server = TestServer::start().await;
        let mut chair = server.chair().await.live().await;
        let mut ana = server.participant("Ana").await.live().await;
        let rows: String = (0..2_000)
            .map(|number| format!("Delegation {number},minister,speaks before noon and then leaves for another meeting\n"))
            .collect();
        let wrong = format!("delegation,rank,note\n{rows}").replacen("Delegation 1999,minister", "Delegation 1999,boss", 1);
        let refused = chair.command(json!({ "tool": "floor", "do": "import", "csv": wrong })).await;
        assert_eq!(refused["code"], "import-invalid");
        assert!(
            refused["message"].as_str().unwrap().starts_with("Line 2001, rank: “boss”"),
            "{refused}"
        );

        let list = format!("delegation,rank,note\n{rows}");
        let imported = chair.order(json!({ "tool": "floor", "do": "import", "csv": list })).await;
        ana.wait_for_seq(imported["seq"].as_u64().unwrap()).await;
        let told = waiting(&ana.view);
        assert_eq!(
            (told.len(), told[0].as_str(), told[1_999].as_str()),
            (2_000, "Delegation 0", "Delegation 1999")
        );
        let more = json!({ "tool": "floor", "do": "import", "csv": "delegation\nKenya\n" });
        assert_eq!(chair.refused(more).await, "too-many");
    });
}
