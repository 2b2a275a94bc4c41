//! The board, the comments on the notes and the clearing of the report over real sockets, in rooms on the record and not.

use crate::support::author::Author;
use crate::support::run;
use crate::support::server::TestServer;
use roundtable::room::seat::Role;
use serde_json::{Value, json};

fn add(text: &str) -> Value {
    json!({ "tool": "board", "do": "add", "kind": "gap", "text": text })
}

#[test]
fn a_card_waits_for_the_chair_and_then_everybody_sees_and_supports_it() {
    run(async {
        let server = TestServer::start().await;
        let chair = server.chair().await;
        let mut ana = server.participant("Ana").await.live().await;
        let mut ben = server.participant("Ben").await.live().await;
        chair
            .order(json!({ "tool": "board", "do": "rule", "rule": "moderated" }))
            .await;
        assert_eq!(ana.order(add("Teams without tools")).await["made"], "c1");
        ana.wait_until(|live| live.you["cards"]["c1"]["waits"] == true).await;
        ben.ping().await;
        assert!(!ben.raw.iter().any(|frame| frame.contains("Teams without tools")));
        let support = json!({ "tool": "board", "do": "support", "card": "c1" });
        assert_eq!(ben.refused(support.clone()).await, "unknown-card");
        chair.order(json!({ "tool": "board", "do": "pass" })).await;
        ben.wait_for(|view| view["board"]["cards"]["c1"]["by"]["name"] == "Ana").await;
        ben.order(support.clone()).await;
        ben.order(support).await;
        ana.wait_for(|view| view["board"]["cards"]["c1"]["support"] == 1).await;
        ben.wait_until(|live| live.you["supports"] == json!(["c1"])).await;
        let before = ben.view["board"].clone();
        let server = server.restart().await;
        let later = server.participant("Cem").await.live().await;
        assert_eq!(later.view["board"], before);
    });
}

#[test]
fn a_comment_is_answered_and_settled_beside_the_notes() {
    run(async {
        let server = TestServer::start().await;
        let rapporteur = server.seat("alpha", Role::Rapporteur).await;
        let mut ana = server.participant("Ana").await.live().await;
        let comment = json!({
            "tool": "comments", "do": "add", "anchor": { "start": "AAE=", "end": "AAI=" }, "quote": "Agreed.", "text": "By whom?",
        });
        assert_eq!(ana.order(comment).await["made"], "k1");
        rapporteur
            .order(json!({ "tool": "comments", "do": "reply", "comment": "k1", "text": "By all." }))
            .await;
        rapporteur
            .order(json!({ "tool": "comments", "do": "resolve", "comment": "k1" }))
            .await;
        ana.wait_for(|view| view["comments"]["comments"]["k1"]["resolved"] == true)
            .await;
        let seen = &ana.view["comments"]["comments"]["k1"];
        assert_eq!(seen["replies"][0]["text"], "By all.");
        assert_eq!(
            ana.refused(json!({ "tool": "comments", "do": "delete", "comment": "k1" }))
                .await,
            "unknown-comment"
        );
    });
}

#[test]
fn comments_are_told_one_by_one_and_leave_the_view_that_a_newcomer_gets() {
    run(async {
        let server = TestServer::start().await;
        let chair = server.chair().await;
        let mut ana = server.participant("Ana").await.live().await;
        let add = |text: &str| {
            let anchor = json!({ "start": "AAE=", "end": "AAI=" });
            json!({ "tool": "comments", "do": "add", "anchor": anchor, "quote": "Agreed.", "text": text })
        };
        let on = |what: &str, comment: &str| json!({ "tool": "comments", "do": what, "comment": comment });
        for text in ["By whom?", "When?", "Why?"] {
            ana.order(add(text)).await;
        }
        chair
            .order(json!({ "tool": "comments", "do": "reply", "comment": "k2", "text": "At once." }))
            .await;
        chair.order(on("resolve", "k2")).await;
        chair.order(on("reopen", "k2")).await;
        let last = chair.order(on("delete", "k1")).await["seq"].as_u64().unwrap();
        ana.wait_for_seq(last).await;
        let patch = &ana.frames.iter().rfind(|frame| frame["type"] == "change").unwrap()["patch"];
        assert_eq!(patch, &json!({ "comments": { "comments": { "k1": null } } }));
        ana.order(json!({ "tool": "seat", "do": "update", "name": "Ana of Testland" }))
            .await;
        ana.wait_for(|view| view["comments"]["comments"]["k3"]["by"]["name"] == "Ana of Testland")
            .await;
        let newcomer = server.participant("Ben").await.live().await;
        assert_eq!(ana.view["comments"], newcomer.view["comments"]);
    });
}

#[test]
fn a_draft_is_circulated_remarked_on_answered_and_final_and_then_nobody_writes() {
    run(async {
        let server = TestServer::start().await;
        let rapporteur = server.seat("alpha", Role::Rapporteur).await;
        let mut author = Author::live(&rapporteur, 1).await;
        author.write("Agreed.").await;
        author.wait_for_answers().await;
        let mut ana = server.participant("Ana").await.live().await;
        let report = |what: Value| {
            let mut command = json!({ "tool": "report" });
            command.as_object_mut().unwrap().extend(what.as_object().unwrap().clone());
            command
        };
        rapporteur.order(report(json!({ "do": "circulate", "for_s": 60 }))).await;
        ana.wait_for(|view| view["report"]["state"] == "circulated").await;
        let paragraphs = ana.view["report"]["drafts"]["1"]["paragraphs"].as_u64().unwrap();
        let remark = report(json!({ "do": "remark", "paragraph": paragraphs, "text": "Not by all" }));
        assert_eq!(ana.order(remark.clone()).await["made"], "m1");
        server.kept.clock.advance(60_000);
        ana.wait_for(|view| view["report"]["state"] == "commented").await;
        assert_eq!(ana.refused(remark).await, "no-draft");
        let answer = json!({ "do": "answer", "remark": "m1", "verdict": "declined", "word": "Said above" });
        rapporteur.order(report(answer)).await;
        rapporteur.order(report(json!({ "do": "finish" }))).await;
        ana.wait_for(|view| view["report"]["state"] == "final").await;
        ana.wait_until(|live| live.you["writes"] == false).await;
        author.write("Too late.").await;
        author.wait_for_answers().await;
        assert_eq!(author.texts.last().unwrap()["code"], "report-final");
        rapporteur
            .order(report(json!({ "do": "resume", "reason": "A figure was wrong" })))
            .await;
        ana.wait_for(|view| view["report"]["resumed_because"] == "A figure was wrong")
            .await;
    });
}
