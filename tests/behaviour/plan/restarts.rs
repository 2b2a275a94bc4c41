//! What was changed in the browser, and the meeting file that the server is started with.

use super::*;
use crate::support::child::ChildServer;
use crate::support::server::MEETING_FILE;

#[test]
fn what_was_changed_in_the_browser_stays_while_the_file_stays_and_a_changed_file_is_taken_over() {
    run(async {
        let server = TestServer::start().await;
        let organiser = organiser(&server).await;
        changed(&organiser, json!({ "do": "put-room", "room": new_room("gamma") })).await;
        let code = server.code("gamma", Role::Participant);
        let server = server.restart().await;
        let again = organiser.at(&server);
        assert_eq!(seen(&again).await["plan"]["rooms"][2]["id"], "gamma");
        assert_eq!(server.code("gamma", Role::Participant), code, "printed sheets hold");
    });
}

#[test]
fn a_file_that_says_something_else_than_before_takes_the_place_of_changes() {
    run(async {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let start = |file: &str| ChildServer::start_meeting(&data, file, &["--listen", "127.0.0.1:0"]);
        let mut server = start(MEETING_FILE);
        let organiser = server.door.join(&server.code("organiser"), "Organiser").await;
        changed(&organiser, json!({ "do": "put-room", "room": new_room("gamma") })).await;
        server.terminate();
        let mut server = start(MEETING_FILE);
        let again = organiser.at(&server.door);
        assert_eq!(seen(&again).await["plan"]["rooms"].as_array().unwrap().len(), 3);
        server.terminate();
        let server = start(&MEETING_FILE.replace("A meeting of tests", "Filed anew"));
        let plan = seen(&organiser.at(&server.door)).await;
        assert_eq!(
            (&plan["plan"]["title"], &plan["removed"][0]["id"]),
            (&json!("Filed anew"), &json!("gamma"))
        );
    });
}
