//! What is written, deleted or shown in the name of somebody else is refused, or told with who truly did it.

use crate::corpus::{everything, receive};
use crate::forged::{Forged, paragraph};
use crate::support::author::Author;
use crate::support::door::{Participant, ask};
use crate::support::run;
use crate::support::server::TestServer;
use reqwest::Method;
use roundtable::protocol::notes::{self, AwarenessState, awareness};
use roundtable::room::seat::Role;
use serde_json::{Value, json};
use yrs::{ReadTxn, Transact, XmlElementPrelim, XmlFragment, XmlTextPrelim};

/// A further paragraph in an author's own document, under their client id, of which they know nothing.
fn forged(victim: &Author, text: &str) -> Vec<u8> {
    let doc = Author::document(victim.doc.client_id().get());
    receive(&doc, &everything(&victim.doc));
    let root = doc.get_or_insert_xml_fragment("notes");
    let known = doc.transact().state_vector();
    let mut transaction = doc.transact_mut();
    let children = [XmlTextPrelim::new(text).into()];
    root.push_back(&mut transaction, XmlElementPrelim::new("paragraph", children));
    transaction.encode_diff_v1(&known)
}

/// Sends it over both sockets, as an update and as an answer, and says that it was refused each time.
async fn assert_refused(sender: &Participant, update: &[u8], code: &str) {
    let mut live = Author::live(sender, 90_001).await;
    for frame in [notes::update(update), notes::step2(update)] {
        live.sent += 1;
        live.socket.binary(frame).await;
        live.wait_for_answers().await;
        let told = live.texts.last().unwrap();
        assert_eq!((&told["type"], &told["code"]), (&json!("refused"), &json!(code)), "{told}");
    }
    let mut plain = Author::plain(sender, 90_002).await;
    plain.send(update).await;
    plain.wait_until(|author| !author.denied.is_empty()).await;
}

async fn written(author: &Participant, client: u64, text: &str) -> Author {
    let mut author = Author::live(author, client).await;
    author.write(text).await;
    author.wait_for_answers().await;
    author
}

#[test]
fn nobody_writes_under_a_client_id_that_another_seat_has_used_not_even_after_a_restart() {
    run(async {
        let mut server = TestServer::start().await;
        let (ana, ben) = (server.participant("Ana").await, server.participant("Ben").await);
        let chair = server.chair().await;
        let first = written(&ana, 1, "truly said").await;
        let text = first.text();
        for _ in 0..2 {
            for other in [&ben, &chair] {
                let other = other.at(&server);
                assert_refused(&other, &forged(&first, "never said"), "notes-invalid").await;
                assert_eq!(Author::live(&other, 2).await.text(), text);
            }
            server = server.restart().await;
        }
        // Who comes back with the same document is still the same author.
        let mut again = Author::open(&ana.at(&server), "/live", first.doc).await;
        again.write("and more").await;
        again.wait_for_answers().await;
        assert_eq!(again.texts.last().unwrap()["type"], "saved");
    });
}

#[test]
fn of_two_seats_that_take_the_same_client_id_at_once_one_has_it() {
    run(async {
        let server = TestServer::start().await;
        let (ana, ben) = (server.participant("Ana").await, server.participant("Ben").await);
        let (mut first, mut second) = (Author::live(&ana, 7).await, Author::live(&ben, 7).await);
        first.write("the one").await;
        second.write("the other").await;
        let mut reader = Author::plain(&server.chair().await, 8).await;
        let mut saved = Vec::new();
        for author in [&mut first, &mut second] {
            author.wait_until(|author| author.answered == 1).await;
            saved.extend(author.texts.iter().filter(|told| told["type"] == "saved").cloned());
        }
        // The later one told known units otherwise: nothing came of it, or it was refused.
        reader.wait_until(|author| !author.text().is_empty()).await;
        let text = Author::live(&ana, 9).await.text();
        assert!(
            ["<paragraph>the one</paragraph>", "<paragraph>the other</paragraph>"].contains(&text.as_str()),
            "{text}"
        );
        assert!(!saved.is_empty());
        assert_eq!(reader.text(), text);
    });
}

/// A cursor as somebody claims it, or takes it away.
fn cursor(client: u64, clock: u32, claimed: Option<&str>) -> Vec<u8> {
    let state = claimed.map(|name| json!({ "user": { "name": name }, "cursor": { "anchor": clock } }));
    awareness(&[AwarenessState { client, clock, state }])
}

fn shown(author: &Author, client: u64) -> Value {
    let state = author.cursors.get(&client).cloned().flatten();
    state.map_or(Value::Null, |state| state["user"]["name"].clone())
}

#[test]
fn nobody_shows_moves_or_takes_away_the_cursor_of_another_seat() {
    run(async {
        let server = TestServer::start().await;
        let (ana, ben) = (server.participant("Ana").await, server.participant("Ben").await);
        let mut first = written(&ana, 1, "mine").await;
        let mut second = Author::plain(&ben, 2).await;
        let mut onlooker = Author::live(&server.chair().await, 3).await;
        // Before she shows any: the client id is of her letters.
        second.socket.binary(cursor(1, 5, Some("Ana"))).await;
        second.socket.binary(cursor(2, 1, Some("Ana"))).await;
        onlooker.wait_until(|author| author.cursors.contains_key(&2)).await;
        assert_eq!((shown(&onlooker, 1), shown(&onlooker, 2)), (Value::Null, json!("Ben")));
        first.socket.binary(cursor(1, 1, Some("Ana"))).await;
        onlooker.wait_until(|author| author.cursors.contains_key(&1)).await;
        for claim in [
            cursor(1, u32::MAX, Some("Ben")),
            cursor(1, u32::MAX, None),
            cursor(1, 1, None),
        ] {
            second.socket.binary(claim).await;
        }
        second.socket.binary(cursor(2, 2, None)).await;
        onlooker.wait_until(|author| author.cursors[&2].is_none()).await;
        assert_eq!(shown(&onlooker, 1), "Ana");
        let newcomer = server.participant("Cem").await;
        let mut newcomer = Author::live(&newcomer, 4).await;
        newcomer.wait_until(|author| author.cursors.contains_key(&1)).await;
        assert_eq!(shown(&newcomer, 1), "Ana");
    });
}

/// A cursor tells everybody the client id of a page. Whoever wrote under it first would have it, and the page's own text would be taken
/// for a repetition and be lost.
#[test]
fn nobody_takes_the_client_id_of_a_page_that_has_not_written_yet() {
    run(async {
        let server = TestServer::start().await;
        let (ana, ben) = (server.participant("Ana").await, server.participant("Ben").await);
        let (mut first, mut second) = (Author::live(&ana, 1).await, Author::live(&ben, 2).await);
        first.socket.binary(cursor(1, 1, Some("Ana"))).await;
        second.wait_until(|author| author.cursors.contains_key(&1)).await;
        let taken = paragraph(1, "put into her mouth, and longer than what she says").bytes();
        assert_refused(&ben, &taken, "notes-invalid").await;
        // Her phone sleeps, and she writes meanwhile.
        first.type_unsent("truly said");
        let Author { doc, socket, .. } = first;
        drop(socket);
        second.wait_until(|author| author.cursors[&1].is_none()).await;
        second.socket.binary(cursor(1, 9, Some("Ana"))).await;
        assert_refused(&ben, &taken, "notes-invalid").await;
        let mut again = Author::open(&ana, "/live", doc).await;
        again.wait_until(|author| author.sent > 0).await;
        again.wait_for_answers().await;
        second.wait_for_text("truly said").await;
        assert!(!second.text().contains("put into her mouth"));
    });
}

#[test]
fn who_may_only_read_deletes_nothing_and_may_repeat_what_is_deleted() {
    run(async {
        let server = TestServer::start().await;
        let mut author = written(&server.seat("beta", Role::Rapporteur).await, 1, "deleted later").await;
        author.take_out_last().await;
        author.write("stays").await;
        author.wait_for_answers().await;
        let text = author.text();
        let deletion = Forged::new().delete(1, 16, 4).bytes();
        let server_text = async |server: &TestServer| Author::live(&server.seat("beta", Role::Chair).await, 2).await.text();
        for role in [Role::Participant, Role::Screen] {
            let code = if role == Role::Screen {
                "not-allowed"
            } else {
                "may-not-write"
            };
            let reader = server.seat("beta", role).await;
            assert_refused(&reader, &deletion, code).await;
            assert_refused(&reader, &Forged::new().delete(1, 0, 24).bytes(), code).await;
        }
        assert_eq!(server_text(&server).await, text);
        let reader = server.seat("beta", Role::Participant).await;
        let mut repeating = Author::live(&reader, 3).await;
        repeating.send(&Forged::new().delete(1, 0, 2).bytes()).await;
        repeating.wait_for_answers().await;
        assert_eq!(
            repeating.texts.last().unwrap()["type"],
            "saved",
            "that much is deleted already"
        );
        let chair = server.seat("beta", Role::Chair).await;
        chair.order(json!({ "tool": "room", "do": "close" })).await;
        assert_refused(&chair, &deletion, "room-closed").await;
        assert_eq!(server_text(&server).await, text);
    });
}

#[test]
fn a_deletion_is_told_with_who_deleted_and_makes_nobody_the_author() {
    run(async {
        let server = TestServer::start().await;
        let (ana, ben) = (server.participant("Ana").await, server.participant("Ben").await);
        let first = written(&ana, 11, "Ana's words").await;
        server.kept.clock.advance(60_000);
        let mut second = Author::live(&ben, 12).await;
        second.take_out_last().await;
        second.wait_for_answers().await;
        let path = ana.path("/notes/history");
        let history = ask(ana.request(Method::GET, &path)).await.body;
        let by: Vec<&Value> = history["steps"].as_array().unwrap().iter().map(|step| &step["by"]).collect();
        assert_eq!(by, ["a1", "a2"], "{history}");
        assert_eq!(history["authors"]["a2"]["name"], "Ben");
        let seq = &history["steps"][1]["seq"];
        let past = ask(ana.request(Method::GET, &format!("{path}/{seq}"))).await.body;
        assert_eq!(past["writers"], json!({ "11": "a1" }), "who deletes has written nothing");
        assert_refused(&ben, &forged(&first, "put back otherwise"), "notes-invalid").await;
        let root = second.doc.get_or_insert_xml_fragment("notes");
        assert_eq!(root.len(&second.doc.transact()), 0);
    });
}

#[test]
fn a_contribution_is_its_senders_whatever_it_says_of_itself() {
    run(async {
        let server = TestServer::start().await;
        let (ana, ben) = (server.participant("Ana").await, server.participant("Ben").await);
        let card = json!({ "tool": "board", "do": "add", "kind": "gap", "text": "Said by Ben",
            "by": ana.seat, "seat": ana.seat, "name": "Ana", "author": { "name": "Ana" } });
        ben.ask(card).await;
        let request = json!({ "tool": "floor", "do": "request", "seat": ana.seat, "by": ana.seat });
        ben.ask(request).await;
        let view = server.chair().await.look().await["view"].clone();
        let told = view.to_string();
        assert!(
            view["board"]["cards"]
                .as_object()
                .is_none_or(|cards| cards.values().all(|card| card["by"]["name"] == "Ben"))
        );
        let listed = view["floor"]["requests"].as_object().unwrap();
        assert!(listed.values().all(|request| request["seat"] != json!(ana.seat)), "{told}");
    });
}

/// Who showed a client id first is not known any more when the room has been opened again.
#[test]
fn text_under_a_client_id_that_another_seat_took_first_is_not_called_saved() {
    run(async {
        let server = TestServer::start().await;
        let (ana, ben) = (server.participant("Ana").await, server.participant("Ben").await);
        let (mut first, mut second) = (Author::live(&ana, 1).await, Author::live(&ben, 2).await);
        second
            .send(&paragraph(1, "put into her mouth, and longer than what she says").bytes())
            .await;
        second.wait_for_answers().await;
        assert_eq!(
            second.texts.last().unwrap()["type"],
            "saved",
            "nobody knows yet whose id it is"
        );
        // Her page has not read it.
        first.write("truly said").await;
        first.wait_for_answers().await;
        let told = first.texts.last().unwrap();
        assert_eq!(
            (&told["type"], &told["code"]),
            (&json!("refused"), &json!("notes-invalid")),
            "{told}"
        );
        // Ben's own page may repeat it.
        let repeated = paragraph(1, "put into her mouth, and longer than what she says").bytes();
        second.send(&repeated).await;
        second.wait_for_answers().await;
        assert_eq!(second.texts.last().unwrap()["type"], "saved");
    });
}
