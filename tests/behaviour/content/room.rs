//! A room in which every hostile text stands wherever a text can stand.

use super::corpus::Corpus;
use crate::support::author::Author;
use crate::support::door::{Answer, Participant};
use crate::support::server::TestServer;
use roundtable::room::seat::Role;
use roundtable::room::text::is_unshowable;
use serde_json::{Value, json};
use yrs::types::Attrs;
use yrs::{Text, Transact, Xml, XmlElementPrelim, XmlFragment, XmlTextPrelim};

/// Points of the notes that hold a hostile text each: as many messages as the plenary is told, and a few others.
const POINTS: [&str; 6] = [
    "plenary-message",
    "plenary-message",
    "plenary-message",
    "gap",
    "recommendation",
    "next-step",
];

/// The room and those who run it.
pub struct Room {
    pub server: TestServer,
    pub chair: Participant,
    pub rapporteur: Participant,
    pub organiser: Participant,
    /// How many texts were taken, and how many refused.
    pub taken: usize,
    pub refused: usize,
}

impl Room {
    /// Where the meeting file itself has these texts, as far as one may have them.
    pub async fn begin(corpus: &Corpus) -> Self {
        let server = TestServer::start_meeting(&meeting_file(corpus)).await;
        Self {
            chair: server.chair().await,
            rapporteur: server.seat("alpha", Role::Rapporteur).await,
            organiser: server.seat("alpha", Role::Organiser).await,
            taken: 0,
            refused: 0,
            server,
        }
    }

    /// Everything with one text.
    pub async fn fill(&mut self, text: &str) {
        let body = json!({ "code": self.server.code("alpha", Role::Participant), "name": text, "delegation": text });
        let joining = self.server.try_join(&body).await;
        if self.counts(&joining, text) {
            let person = Participant {
                token: joining.body["token"].as_str().unwrap().to_owned(),
                ..self.chair.clone()
            };
            self.speaks(&person, text).await;
            self.votes(&person, text).await;
            self.asks(&person, card(text), text).await;
            self.asks(&person, comment("A passage", text), text).await;
            self.asks(&person, comment(text, "A comment"), text).await;
        }
        let chair = self.chair.clone();
        self.asks(&chair, json!({ "tool": "floor", "do": "import", "csv": list(text) }), text)
            .await;
        self.asks(&chair, json!({ "tool": "notes", "do": "name", "name": text }), text)
            .await;
    }

    /// A speech, with all that may be said about one.
    async fn speaks(&mut self, person: &Participant, text: &str) {
        let wish = json!({ "tool": "floor", "do": "request", "name": text, "on_behalf_of": text });
        let Some(request) = self.asks(person, wish, text).await else {
            return;
        };
        let chair = self.chair.clone();
        let about = |what: &str, field: &str| json!({ "tool": "floor", "do": what, "request": request, field: text });
        self.asks(&chair, about("note", "note"), text).await;
        self.asks(&chair, about("move", "reason"), text).await;
        self.asks(&chair, about("give", "reason"), text).await;
        chair.ask(json!({ "tool": "floor", "do": "end" })).await;
    }

    /// A poll that everybody sees the votes of, and one in one's own words.
    async fn votes(&mut self, person: &Participant, text: &str) {
        let chair = self.chair.clone();
        let options = [format!("{text} "), format!("{text} - no")];
        let marks =
            json!({ "tool": "polls", "do": "draft", "question": text, "kind": "single", "options": options, "secrecy": "named" });
        let words = json!({ "tool": "polls", "do": "draft", "question": "In a word?", "kind": "text" });
        for (draft, ballot) in [(marks, json!({ "choice": ["o1"] })), (words, json!({ "texts": [text] }))] {
            let Some(poll) = self.asks(&chair, draft, text).await else {
                continue;
            };
            let on = |what: &str| json!({ "tool": "polls", "do": what, "poll": poll });
            chair.order(on("open")).await;
            let mut cast = on("cast");
            cast.as_object_mut().unwrap().extend(ballot.as_object().unwrap().clone());
            self.asks(person, cast, text).await;
            chair.order(on("close")).await;
            if ballot["texts"].is_array() {
                chair.ask(on("pass")).await;
            }
            chair.order(on("show")).await;
        }
    }

    /// The notes: each text as a paragraph, some as a point, with an owner of that name where one may be called so.
    pub async fn write(&mut self, texts: &[&str]) {
        let mut author = Author::live(&self.rapporteur, 1).await;
        for text in texts {
            author.write(text).await;
        }
        for (kind, text) in POINTS.into_iter().zip(texts) {
            let update = point(&author, kind, text);
            author.send(&update).await;
        }
        author.wait_for_answers().await;
        let refused = author.texts.iter().filter(|frame| frame["type"] == "refused").count();
        assert_eq!(refused, 0, "{:?}", author.texts.last());
    }

    /// A draft with remarks, each with its answer.
    pub async fn clears(&mut self, texts: &[&str]) {
        let rapporteur = self.rapporteur.clone();
        let report = |rest: Value| {
            let mut command = json!({ "tool": "report" });
            command.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
            command
        };
        rapporteur.order(report(json!({ "do": "circulate", "for_s": 60 }))).await;
        let person = self.server.participant("Ana").await;
        let mut made = Vec::new();
        for text in texts {
            let remark = report(json!({ "do": "remark", "draft": 1, "paragraph": 1, "text": text }));
            made.extend(self.asks(&person, remark, text).await.map(|remark| (remark, *text)));
        }
        rapporteur.order(report(json!({ "do": "deadline" }))).await;
        for (remark, text) in made {
            let answer = report(json!({ "do": "answer", "remark": remark, "verdict": "declined", "word": text }));
            assert!(self.asks(&rapporteur, answer, text).await.is_some(), "{text:?}");
        }
    }

    /// Asks for something; answers with what it made, if it was done.
    async fn asks(&mut self, person: &Participant, command: Value, text: &str) -> Option<String> {
        let answer = person.ask(command).await;
        let is_taken = self.counts(&answer, text);
        is_taken.then(|| answer.body["made"].as_str().unwrap_or_default().to_owned())
    }

    /// Whether a text was taken; a refusal has to be one in words that can be shown.
    fn counts(&mut self, answer: &Answer, text: &str) -> bool {
        if answer.status == 200 {
            self.taken += 1;
            return true;
        }
        let message = answer.body["message"].as_str().unwrap_or_default();
        assert!((400..500).contains(&answer.status), "{text:?}: {answer:?}");
        assert!(message.len() > 15 && message.ends_with('.'), "{text:?}: {answer:?}");
        assert!(!message.contains(is_unshowable), "{text:?}: {answer:?}");
        self.refused += 1;
        false
    }
}

fn card(text: &str) -> Value {
    json!({ "tool": "board", "do": "add", "kind": "gap", "text": text })
}

fn comment(quote: &str, text: &str) -> Value {
    json!({ "tool": "comments", "do": "add", "anchor": { "start": "AAE=", "end": "AAI=" }, "quote": quote, "text": text })
}

/// A prepared list with this one speaker.
fn list(text: &str) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer
        .write_record(["name", "delegation", "on_behalf_of", "note"])
        .and_then(|()| writer.write_record([text; 4]))
        .unwrap();
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// An update that appends a point whose text is a link.
fn point(author: &Author, kind: &str, text: &str) -> Vec<u8> {
    let root = author.doc.get_or_insert_xml_fragment("notes");
    let mut transaction = author.doc.transact_mut();
    let paragraph = root.push_back(&mut transaction, XmlElementPrelim::empty("paragraph"));
    paragraph.insert_attribute(&mut transaction, "point", kind);
    if !text.contains(is_unshowable) {
        paragraph.insert_attribute(&mut transaction, "owner", text.chars().take(60).collect::<String>());
    }
    let words = paragraph.push_back(&mut transaction, XmlTextPrelim::new(""));
    let link = json!({ "href": "https://evil.example/?\"><script>window.pwned=1</script>" }).to_string();
    let link = yrs::Any::from_json(&link).unwrap();
    words.insert_with_attributes(&mut transaction, 0, text, Attrs::from([("link".into(), link)]));
    transaction.encode_update_v1()
}

/// A meeting in which every field that may have one has another hostile text.
fn meeting_file(corpus: &Corpus) -> String {
    let mut texts = corpus
        .of("markup")
        .iter()
        .chain(corpus.of("formulas"))
        .chain(corpus.of("word"))
        .filter(|text| text.chars().count() < 55 && !text.contains('\u{7f}'))
        // A JSON text is one of TOML, too.
        .map(|text| serde_json::to_string(text).unwrap());
    let mut next = || texts.next().unwrap();
    let head = format!(
        "id = \"tests\"\ntitle = {}\ndate = \"2024-05-10\"\ntimezone = \"America/New_York\"\nplace = {}\n",
        next(),
        next()
    );
    let session = format!(
        "[[programme]]\nid = \"s\"\ntitle = {}\nkind = \"breakout\"\nstarts = \"09:00\"\nends = \"10:00\"\nrooms = [\"alpha\"]\n",
        next()
    );
    let alpha = format!(
        "[[rooms]]\nid = \"alpha\"\ntitle = {}\ntheme = {}\nquestions = [{}, {}]\nsections = [{}]\nmoderators = [{}]\npanellists = [{}, {}]\n",
        next(),
        next(),
        next(),
        next(),
        next(),
        next(),
        next(),
        next()
    );
    let poll = format!(
        "[[rooms.polls]]\nquestion = {}\nkind = \"single\"\noptions = [{}, {}]\n",
        next(),
        next(),
        next()
    );
    let speaker = format!(
        "[[rooms.speakers]]\nname = {}\ndelegation = {}\nnote = {}\n",
        next(),
        next(),
        next()
    );
    let beta = "[[rooms]]\nid = \"beta\"\ntitle = \"Beta\"\n";
    [head, session, alpha, poll, speaker, beta.to_owned()].concat()
}
