//! The shared notes over both sockets: everybody converges, saved means saved, and what is hostile is refused.

use crate::support::author::Author;
use crate::support::run;
use crate::support::server::TestServer;
use roundtable::room::seat::Role;
use serde_json::json;
use yrs::updates::decoder::Decode;
use yrs::{Map, ReadTxn, StateVector, Transact, Update, XmlElementPrelim, XmlFragment};

#[test]
fn authors_on_both_sockets_converge() {
    run(async {
        let server = TestServer::start().await;
        let mut live = Author::live(&server.participant("Ana").await, 1).await;
        let mut plain = Author::plain(&server.participant("Ben").await, 2).await;
        for number in 0..10 {
            live.write(&format!("live {number}")).await;
            plain.write(&format!("plain {number}")).await;
        }
        live.wait_for_answers().await;
        for author in [&mut live, &mut plain] {
            author.wait_for_text("plain 9").await;
            author.wait_for_text("live 9").await;
        }
        assert_eq!(live.text(), plain.text());
        let newcomer = Author::live(&server.participant("Cem").await, 3).await;
        assert_eq!(newcomer.text(), live.text());
        let server = server.restart().await;
        let later = Author::plain(&server.participant("Dia").await, 4).await;
        assert_eq!(later.text(), live.text());
    });
}

#[test]
fn what_was_written_offline_is_merged_on_return() {
    run(async {
        let server = TestServer::start().await;
        let person = server.participant("Ana").await;
        let mut ana = Author::live(&person, 1).await;
        ana.write("before").await;
        ana.wait_for_answers().await;
        let mut ben = Author::live(&server.participant("Ben").await, 2).await;
        drop(ana.socket);
        ben.write("meanwhile").await;
        ben.wait_for_answers().await;
        let mut offline = Author::open(&person, "/live", ana.doc).await;
        offline.wait_for_text("meanwhile").await;
        offline.type_unsent("never sent");
        let mut again = Author::open(&person, "/live", offline.doc).await;
        again.wait_until(|author| author.sent == 1).await;
        again.wait_for_answers().await;
        ben.wait_for_text("never sent").await;
        assert_eq!(ben.text(), again.text());
    });
}

#[test]
fn saved_counts_every_update_of_its_own_connection() {
    run(async {
        let server = TestServer::start().await;
        let person = server.participant("Ana").await;
        let (mut first, mut second) = (Author::live(&person, 1).await, Author::live(&person, 2).await);
        for number in 0..30 {
            first.write(&format!("{number} ")).await;
        }
        second.write("alone").await;
        first.wait_for_answers().await;
        second.wait_for_answers().await;
        assert_eq!((first.answered, second.answered), (30, 1));
        first.socket.binary([0, 2, 2, 0, 0]).await;
        first.write("and one more").await;
        first.wait_for_answers().await;
        assert_eq!(first.answered, 31, "an empty update is not counted");
    });
}

/// Updates of a document that is not of the notes' form.
fn foreign_update() -> Vec<u8> {
    let doc = Author::document(99);
    let map = doc.get_or_insert_map("evil");
    map.insert(&mut doc.transact_mut(), "key", "value");
    doc.transact().encode_state_as_update_v1(&StateVector::default())
}

/// A paragraph in the name of another author's client.
fn forged_update(victim: &Author) -> Vec<u8> {
    let whole = victim.doc.transact().encode_state_as_update_v1(&StateVector::default());
    let forger = Author::document(victim.doc.client_id().get());
    let root = forger.get_or_insert_xml_fragment("notes");
    let mut transaction = forger.transact_mut();
    transaction.apply_update(Update::decode_v1(&whole).unwrap()).unwrap();
    let known = transaction.state_vector();
    root.push_back(&mut transaction, XmlElementPrelim::empty("paragraph"));
    transaction.encode_diff_v1(&known)
}

#[test]
fn a_hostile_update_is_refused_and_the_connection_goes_on() {
    run(async {
        let server = TestServer::start().await;
        let mut ana = Author::live(&server.participant("Ana").await, 1).await;
        let mut ben = Author::live(&server.participant("Ben").await, 2).await;
        ben.write("mine").await;
        ben.wait_for_answers().await;
        // The last one allocates 256 MiB where its count is trusted.
        let hostile = [
            b"garbage".to_vec(),
            foreign_update(),
            forged_update(&ben),
            vec![0xff, 0xff, 0xff, 0x7f, 0x86, 5, 1, 0x29, 0x72, 1],
        ];
        for (number, update) in hostile.iter().enumerate() {
            ana.send(update).await;
            ana.wait_for_answers().await;
            let refused = ana.texts.last().unwrap();
            assert_eq!(refused["type"], "refused", "{number}");
            assert_eq!(refused["code"], "notes-invalid", "{number}: {refused}");
            assert_eq!(refused["updates"], number + 1);
        }
        ana.write("harmless").await;
        ana.wait_for_answers().await;
        assert_eq!(
            ana.texts.last().unwrap(),
            &json!({ "type": "saved", "updates": hostile.len() + 1 })
        );
        ben.wait_for_text("harmless").await;
    });
}

#[test]
fn whoever_may_only_read_is_told_so_and_changes_nothing() {
    run(async {
        let server = TestServer::start().await;
        for role in [Role::Participant, Role::Screen] {
            let seat = server.seat("beta", role).await;
            let mut live = Author::live(&seat, 1).await;
            live.write("not mine to write").await;
            live.wait_for_answers().await;
            let refused = live.texts.last().unwrap();
            let code = refused["code"].as_str().unwrap();
            assert!(["may-not-write", "not-allowed"].contains(&code), "{role:?}: {refused}");
            let mut plain = Author::plain(&seat, 2).await;
            plain.write("nor here").await;
            plain.wait_until(|author| !author.denied.is_empty()).await;
        }
        let mut rapporteur = Author::live(&server.seat("beta", Role::Rapporteur).await, 3).await;
        assert_eq!(rapporteur.text(), "");
        rapporteur.write("the rapporteur's").await;
        rapporteur.wait_for_answers().await;
        assert_eq!(rapporteur.texts.last().unwrap()["type"], "saved");
    });
}

#[test]
fn leave_to_write_counts_from_the_next_update_on() {
    run(async {
        let server = TestServer::start().await;
        let chair = server.seat("beta", Role::Chair).await;
        let seat = server.seat("beta", Role::Participant).await;
        let mut ana = Author::live(&seat, 1).await;
        chair
            .order(json!({ "tool": "notes", "do": "allow", "seat": seat.seat }))
            .await;
        ana.write("allowed").await;
        ana.wait_for_answers().await;
        chair
            .order(json!({ "tool": "notes", "do": "disallow", "seat": seat.seat }))
            .await;
        ana.write("not any more").await;
        ana.wait_for_answers().await;
        assert_eq!(ana.texts.last().unwrap()["code"], "may-not-write");
        let reader = Author::live(&chair, 2).await;
        assert_eq!(reader.text(), "<paragraph>allowed</paragraph>");
    });
}

#[test]
fn notes_are_sent_only_to_those_who_asked_for_them() {
    run(async {
        let server = TestServer::start().await;
        let mut reader = server.participant("Ben").await.live().await;
        let mut ana = Author::live(&server.participant("Ana").await, 1).await;
        ana.write("text").await;
        ana.wait_for_answers().await;
        reader.ping().await;
        assert!(reader.binaries.is_empty());
    });
}
