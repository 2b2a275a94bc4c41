//! People write whatever they like, with the worst intentions: it stays text, or is refused in a sentence. What they wrote changes no
//! file of the outcome, and every answer says to browsers what it may do.

mod corpus;
mod files;
mod page;
mod room;

use crate::extent::{Chance, extent};
use crate::support::author::Author;
use crate::support::door::{Participant, ask};
use crate::support::run;
use crate::support::server::TestServer;
use corpus::Corpus;
use reqwest::Method;
use reqwest::header::HeaderMap;
use room::Room;
use roundtable::outcome::Document;
use roundtable::room::seat::Role;
use roundtable::room::text::is_unshowable;
use serde_json::{Value, json};
use yrs::types::Attrs;
use yrs::{Any, Text, Transact, XmlElementPrelim, XmlFragment, XmlTextPrelim};

#[test]
fn no_file_of_the_outcome_has_more_than_text_of_what_people_wrote() {
    let mut chance = Chance::of("content");
    run(async move {
        let corpus = Corpus::read();
        let mut texts = corpus.some_of_each(extent(2, 1_000), &mut chance);
        // Two scripts in the label of a chart once kept the whole PDF from being made.
        texts.insert(0, corpus.of("directions").last().unwrap().as_str());
        let mut room = Room::begin(&corpus).await;
        for text in texts.iter().take(95) {
            room.fill(text).await;
        }
        room.write(&texts).await;
        room.clears(&texts[..texts.len().min(40)]).await;
        assert_nothing_turns(&room.server.participant("Reader").await.look().await["view"]);
        let mut files = 0;
        for document in Document::ALL {
            let (_, bytes) = download(&room.chair, document.file_name()).await;
            files::assert_harmless(document.file_name(), &bytes);
            files += 1;
        }
        room.chair
            .order(json!({ "tool": "room", "do": "close", "settle": true }))
            .await;
        for file in ["outcome.zip", "report.html", "points.csv"] {
            let path = format!("/api/meetings/tests/{file}");
            let bytes = get(&room.organiser, &path).await.1;
            files::assert_harmless(file, &bytes);
            files += if file == "outcome.zip" {
                files::unpacked(&bytes).len()
            } else {
                1
            };
        }
        println!(
            "content: {} texts; {} times taken, {} times refused; {files} files hold text alone",
            texts.len(),
            room.taken,
            room.refused
        );
    });
}

#[test]
fn nobody_is_called_by_what_turns_hides_or_covers_its_surroundings() {
    run(async {
        let corpus = Corpus::read();
        let server = TestServer::start().await;
        let code = server.code("alpha", Role::Participant);
        for field in ["name", "delegation"] {
            for (shape, text) in corpus.no_names() {
                let refused = server.try_join(&json!({ "code": code, field: text })).await;
                assert_eq!(
                    (refused.status, refused.code()),
                    (422, "text-invalid"),
                    "{shape} {text:?}: {refused:?}"
                );
                let message = refused.body["message"].as_str().unwrap();
                assert!(message.starts_with("The ") && message.ends_with('.'), "{message}");
            }
            for text in corpus.of("kept_names") {
                let person = server.join_as(&json!({ "code": code, field: text })).await;
                assert_eq!(person.look().await["you"][field], text.trim(), "{text:?}");
            }
        }
        let long = server.try_join(&json!({ "code": code, "name": "x".repeat(60_000) })).await;
        assert_eq!(long.code(), "text-invalid");
    });
}

#[test]
fn half_a_letter_in_json_is_no_text_and_a_whole_one_is_the_letter_itself() {
    run(async {
        let corpus = Corpus::read();
        let server = TestServer::start().await;
        let code = server.code("alpha", Role::Participant);
        for escape in corpus.of("json_escapes") {
            let body = format!("{{\"code\":\"{code}\",\"name\":\"{escape}\"}}");
            let request = server
                .request(Method::POST, "/api/join")
                .header("content-type", "application/json");
            let answer = ask(request.body(body)).await;
            assert!((400..500).contains(&answer.status), "{escape}: {answer:?}");
        }
        let spelled = format!("{{\"code\":\"{code}\",\"name\":\"\\u0041na\"}}");
        let request = server
            .request(Method::POST, "/api/join")
            .header("content-type", "application/json");
        assert_eq!(ask(request.body(spelled)).await.status, 200);
    });
}

#[test]
fn notes_take_no_element_no_attribute_and_no_address_that_could_run() {
    run(async {
        let corpus = Corpus::read();
        let server = TestServer::start().await;
        let ana = server.participant("Ana").await;
        let mut author = Author::live(&ana, 1).await;
        let element = |name: &'static str| move |_: &str| (name, "x".to_owned(), Attrs::new());
        let mut updates: Vec<(String, Vec<u8>)> = ["script", "iframe", "image", "style", "svg", "a"]
            .into_iter()
            .map(|name| (name.to_owned(), update(element(name)(""))))
            .collect();
        let addresses = corpus.of("addresses").iter().filter(|link| !page::is_address(link));
        updates.extend(addresses.map(|link| (link.clone(), update(("paragraph", "x".to_owned(), linked(link))))));
        for mark in ["script", "style", "onclick", "code"] {
            let mark_on = Attrs::from([(mark.into(), Any::Bool(true))]);
            updates.push((mark.to_owned(), update(("paragraph", "x".to_owned(), mark_on))));
        }
        for (what, update) in &updates {
            author.send(update).await;
            author.wait_for_answers().await;
            let answer = author.texts.last().unwrap();
            let is_refused = answer["type"] == "refused";
            // An address that only looks odd is kept as text of an address; none of those runs.
            assert!(
                is_refused || page::is_address(&what.replace(['"', '<', '>'], "")),
                "{what:?}: {answer}"
            );
            if is_refused {
                assert_eq!(answer["code"], "notes-invalid", "{what:?}");
            }
        }
        author.write("harmless").await;
        author.wait_for_answers().await;
        assert_eq!(author.texts.last().unwrap()["type"], "saved");
    });
}

/// An update of a new document: one element that holds a marked text.
fn update((element, text, marks): (&str, String, Attrs)) -> Vec<u8> {
    let doc = Author::document(1 << 20 | u64::from(element.len() as u32) << 8 | u64::from(marks.len() as u32));
    let root = doc.get_or_insert_xml_fragment("notes");
    let mut transaction = doc.transact_mut();
    let element = root.push_back(&mut transaction, XmlElementPrelim::empty(element));
    let words = element.push_back(&mut transaction, XmlTextPrelim::new(""));
    words.insert_with_attributes(&mut transaction, 0, &text, marks);
    transaction.encode_update_v1()
}

fn linked(link: &str) -> Attrs {
    let link = Any::from_json(&json!({ "href": link }).to_string()).unwrap();
    Attrs::from([("link".into(), link)])
}

#[test]
fn every_answer_says_to_browsers_that_nothing_of_it_runs_but_the_servers_own_scripts() {
    run(async {
        let server = TestServer::start().await;
        let chair = server.chair().await;
        for path in [
            "/",
            "/j/K7M2QX",
            "/m/tests",
            "/m/tests/alpha",
            "/m/tests/alpha/screen",
            "/assets/x.js",
            "/nothing",
            "/openapi.json",
        ] {
            let response = server
                .request(Method::GET, path)
                .header("accept", "text/html")
                .send()
                .await
                .unwrap();
            assert_guarded(path, response.headers());
        }
        for path in ["", "/outcome.html", "/outcome.md", "/outcome.pdf", "/polls.csv", "/nothing"] {
            let response = chair.request(Method::GET, &chair.path(path)).send().await.unwrap();
            assert_guarded(path, response.headers());
        }
    });
}

fn assert_guarded(path: &str, headers: &HeaderMap) {
    let said = |name: &str| headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default();
    let policy: Vec<&str> = said("content-security-policy").split(';').map(str::trim).collect();
    let of = |name: &str| policy.iter().find_map(|part| part.strip_prefix(name)).map(str::trim);
    let scripts = of("script-src").or(of("default-src"));
    assert!(matches!(of("default-src"), Some("'none'" | "'self'")), "{path}: {policy:?}");
    assert!(matches!(scripts, Some("'none'" | "'self'")), "{path}: {policy:?}");
    assert!(
        matches!(of("style-src"), Some("'self'")) || scripts == Some("'none'"),
        "{path}: {policy:?}"
    );
    assert_eq!(
        (of("base-uri"), of("frame-ancestors")),
        (Some("'none'"), Some("'none'")),
        "{path}"
    );
    assert!(matches!(of("form-action"), Some("'none'" | "'self'")), "{path}: {policy:?}");
    assert_eq!(said("x-content-type-options"), "nosniff", "{path}");
    assert_eq!(said("referrer-policy"), "no-referrer", "{path}");
    assert_eq!(said("x-frame-options"), "DENY", "{path}");
}

/// The file of the room, kept under a name that is safe everywhere.
async fn download(person: &Participant, file: &str) -> (HeaderMap, Vec<u8>) {
    get(person, &person.path(&format!("/{file}"))).await
}

async fn get(person: &Participant, path: &str) -> (HeaderMap, Vec<u8>) {
    let response = person.request(Method::GET, path).send().await.unwrap();
    let (status, headers) = (response.status(), response.headers().clone());
    let bytes = response.bytes().await.unwrap().to_vec();
    assert_eq!(status, 200, "{path}: {}", String::from_utf8_lossy(&bytes));
    let place = headers["content-disposition"].to_str().unwrap();
    let name = place
        .split_once("; filename=\"")
        .and_then(|(_, name)| name.strip_suffix('"'))
        .unwrap();
    files::assert_file_name(name);
    (headers, bytes)
}

/// No text that the room shows has characters that turn or hide others.
fn assert_nothing_turns(view: &Value) {
    match view {
        Value::String(text) => assert!(!text.contains(is_unshowable), "{text:?}"),
        Value::Array(items) => items.iter().for_each(assert_nothing_turns),
        Value::Object(fields) => fields.values().for_each(assert_nothing_turns),
        _ => {}
    }
}
