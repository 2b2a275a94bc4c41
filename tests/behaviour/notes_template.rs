//! A new room's notes open with its sections and guiding questions; once somebody has touched them they are the rapporteur's.

use crate::support::author::Author;
use crate::support::run;
use crate::support::server::{MEETING_FILE, TestServer};
use roundtable::room::seat::Role;
use yrs::{Transact, XmlFragment};

/// The tests' meeting, whose first room has sections and a question.
fn prepared() -> String {
    let theme = "theme = \"Everybody writes\"";
    let said = format!("{theme}\nsections = [\"Key issues\", \"Next steps\"]\nquestions = [\"Who acts first?\"]");
    MEETING_FILE.replace(theme, &said)
}

const OPENED: &str = "<heading level=\"2\">Key issues</heading><paragraph></paragraph><heading level=\"2\">Next steps</heading>\
    <paragraph></paragraph><heading level=\"2\">Guiding questions</heading><heading level=\"3\">Who acts first?</heading>\
    <paragraph></paragraph>";

#[test]
fn everybody_finds_the_same_headings_and_the_rapporteur_may_delete_them() {
    run(async {
        let server = TestServer::start_meeting(&prepared()).await;
        let mut ana = Author::live(&server.participant("Ana").await, 1).await;
        let plain = Author::plain(&server.participant("Ben").await, 2).await;
        assert_eq!((ana.text().as_str(), plain.text().as_str()), (OPENED, OPENED));
        ana.write("under the last").await;
        let rapporteur = server.seat("alpha", Role::Rapporteur).await;
        let mut rapporteur = Author::live(&rapporteur, 3).await;
        rapporteur.wait_for_text("under the last").await;
        let cleared = {
            let root = rapporteur.doc.get_or_insert_xml_fragment("notes");
            let mut transaction = rapporteur.doc.transact_mut();
            let all = root.len(&transaction);
            root.remove_range(&mut transaction, 0, all);
            transaction.encode_update_v1()
        };
        rapporteur.send(&cleared).await;
        rapporteur.wait_for_answers().await;
        let server = server.restart().await;
        let later = Author::live(&server.participant("Cem").await, 4).await;
        assert_eq!(later.text(), "", "deleted headings do not come back");
    });
}

#[test]
fn the_notes_of_a_room_that_was_there_before_stay_as_they_are() {
    run(async {
        let server = TestServer::start().await;
        let mut ana = Author::live(&server.participant("Ana").await, 1).await;
        assert_eq!(ana.text(), "", "a plan without sections and questions leaves them empty");
        ana.write("before").await;
        ana.wait_for_answers().await;
        let server = server.restart_with(&prepared()).await;
        let later = Author::live(&server.participant("Ben").await, 2).await;
        assert_eq!(later.text(), "<paragraph>before</paragraph>");
    });
}

#[test]
fn headings_that_nobody_has_touched_follow_the_meeting_file() {
    run(async {
        let server = TestServer::start().await;
        server.participant("Ana").await.live().await;
        let server = server.restart_with(&prepared()).await;
        let reader = server.participant("Ben").await;
        assert_eq!(Author::live(&reader, 2).await.text(), OPENED, "also where there were none");
        let corrected = prepared().replace("Who acts first?", "Who acts first, and when?");
        let server = server.restart_with(&corrected).await;
        let reader = Author::live(&reader.at(&server), 2).await;
        assert_eq!(reader.text(), OPENED.replace("Who acts first?", "Who acts first, and when?"));
        let again = server.restart_with(&prepared()).await;
        let mut writer = Author::live(&again.participant("Cem").await, 3).await;
        assert_eq!(writer.text(), OPENED);
        writer.write("An answer").await;
        writer.wait_for_answers().await;
        let written = writer.text();
        let server = again.restart_with(&corrected).await;
        let later = Author::live(&server.participant("Dora").await, 4).await;
        assert_eq!(later.text(), written, "once somebody has written, the notes are theirs");
    });
}

#[test]
fn a_heading_that_was_deleted_is_a_change_of_the_notes_too() {
    run(async {
        let server = TestServer::start_meeting(&prepared()).await;
        let rapporteur = server.seat("alpha", Role::Rapporteur).await;
        let mut rapporteur = Author::live(&rapporteur, 3).await;
        let cleared = {
            let root = rapporteur.doc.get_or_insert_xml_fragment("notes");
            let mut transaction = rapporteur.doc.transact_mut();
            root.remove_range(&mut transaction, 0, 2);
            transaction.encode_update_v1()
        };
        rapporteur.send(&cleared).await;
        rapporteur.wait_for_answers().await;
        let left = rapporteur.text();
        let server = server.restart_with(&prepared().replace("Key issues", "Main issues")).await;
        let later = Author::live(&server.participant("Cem").await, 4).await;
        assert_eq!(later.text(), left);
    });
}

#[test]
fn nobody_writes_under_the_name_of_the_first_headings() {
    run(async {
        let server = TestServer::start_meeting(&prepared()).await;
        let mut forger = Author::live(&server.participant("Ana").await, 1 << 32).await;
        forger.write("as if it had been planned").await;
        forger.wait_for_answers().await;
        assert_eq!(forger.texts.last().unwrap()["code"], "notes-invalid");
    });
}
