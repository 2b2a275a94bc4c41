//! What a page makes of the frames that it gets.

use crate::author::Author;
use crate::canaries::{self, Kind as CanaryKind};
use crate::client::Client;
use crate::ledger::{Answer, Ledger};
use roundtable::hub::connection::Kind;
use roundtable::protocol::disconnect::Disconnect;
use roundtable::protocol::notes::{self, NotesMessage};
use roundtable::protocol::patch::merge;
use roundtable::room::digest;
use roundtable::room::view::Audience;
use serde_json::Value;
use uuid::Uuid;

impl Client {
    pub(crate) fn audience(&self) -> Audience {
        self.role.into()
    }

    pub(crate) fn take_text(&mut self, text: &[u8], ledger: &mut Ledger, stored_seq: u64) {
        let mut frame: Value = serde_json::from_slice(text).expect("a text frame is JSON");
        let kind = frame["type"].as_str().expect("a frame has a type").to_owned();
        let seq = frame["seq"].as_u64();
        self.transcribe(text, &kind, seq, ledger);
        if let Some(seq) = seq.filter(|_| kind != "done") {
            assert!(
                seq <= stored_seq,
                "{} is told of position {seq} where {stored_seq} are stored",
                self.seat
            );
        }
        match kind.as_str() {
            "welcome" => {
                self.view = frame["view"].take();
                self.begin(&mut frame, seq, ledger, stored_seq);
                self.seq = seq.unwrap();
                ledger.sighted(self.seq, self.audience(), &self.view);
                ledger.shown(self.seq, self.audience(), &self.view);
            }
            "resumed" => {
                assert_eq!(frame["epoch"], self.epoch.as_str(), "resumed in another run of the room");
                assert!(seq.unwrap() >= self.seq, "the room was resumed behind what it had shown");
                self.begin(&mut frame, seq, ledger, stored_seq);
            }
            "change" => self.change(&frame, seq.unwrap(), ledger),
            "you" => {
                self.you = frame["you"].take();
                ledger.page(self.page(seq.unwrap(), stored_seq));
            }
            "presence" => self.presence(&frame),
            "check" => self.check(&frame, seq.unwrap()),
            "done" | "refused" | "saved" => self.answer(&frame, &kind, ledger, stored_seq),
            other => panic!("a frame of type {other}: {frame}"),
        }
    }

    /// Epochs are made at random, so that only that they were told is part of the transcript.
    fn transcribe(&self, text: &[u8], kind: &str, seq: Option<u64>, ledger: &mut Ledger) {
        let seq = seq.unwrap_or_default();
        ledger.event(format!("{} {} gets {kind} {seq}", self.number, self.seat));
        if !matches!(kind, "welcome" | "resumed") {
            ledger.transcribe(text);
        }
    }

    fn begin(&mut self, frame: &mut Value, seq: Option<u64>, ledger: &mut Ledger, stored_seq: u64) {
        self.epoch = frame["epoch"].as_str().unwrap().to_owned();
        self.you = frame["you"].take();
        self.presence(&frame["presence"]);
        ledger.transcribe(self.you.to_string().as_bytes());
        ledger.page(self.page(seq.unwrap(), stored_seq));
        if let Some(line) = &mut self.line {
            line.welcomed = true;
        }
    }

    fn change(&mut self, frame: &Value, seq: u64, ledger: &mut Ledger) {
        assert!(
            seq > self.seq,
            "{} has position {} and gets a change at {seq}",
            self.seat,
            self.seq
        );
        self.seq = seq;
        merge(&mut self.view, &frame["patch"]);
        ledger.sighted(seq, self.audience(), &frame["patch"]);
        ledger.shown(seq, self.audience(), &self.view);
    }

    /// What it should have by now; what it has of another position says nothing.
    fn check(&self, frame: &Value, seq: u64) {
        if seq == self.seq {
            let own = digest::of_json(&self.view).text();
            assert_eq!(frame["view"], own, "{} has another view than the server at {seq}", self.seat);
        }
    }

    /// Who is here is for chair and rapporteur to know.
    fn presence(&self, presence: &Value) {
        let may_know = matches!(self.audience(), Audience::Chair | Audience::Rapporteur);
        assert!(may_know || presence.get("seats").is_none(), "{} sees who is here", self.seat);
        if let Some(seats) = presence["seats"].as_array() {
            assert_eq!(presence["count"], seats.len(), "{presence}");
        }
    }

    fn answer(&mut self, frame: &Value, kind: &str, ledger: &mut Ledger, stored_seq: u64) {
        if let Some(updates) = frame["updates"].as_u64() {
            return self.answer_to_edit(updates, kind == "saved", ledger);
        }
        let Some(id) = frame["id"].as_str() else { return };
        let id: Uuid = id.parse().unwrap();
        self.refuse_quotations(frame, id, ledger);
        let answer = if kind == "done" {
            let seq = frame["seq"].as_u64().unwrap();
            assert!(
                seq <= stored_seq,
                "{id} is said to be done at {seq} where {stored_seq} are stored"
            );
            let made = frame["made"].as_str().map(str::to_owned);
            Answer::Done { seq, made }
        } else {
            Answer::Refused {
                code: frame["code"].as_str().unwrap().to_owned(),
                epoch: self.epoch.clone(),
            }
        };
        ledger.answered(id, answer, &self.epoch);
        self.settled(id);
    }

    /// An answer quotes nobody. One that has to do with the list of speakers may name who is on it, and whoever closes the room is told
    /// what is still open.
    fn refuse_quotations(&self, frame: &Value, id: Uuid, ledger: &Ledger) {
        let tool = ledger.asked.get(&id).and_then(|asked| asked.command["tool"].as_str());
        canaries::in_value(frame, &mut |canary| {
            let known = ledger.canaries.get(canary);
            let may = matches!(
                (tool, known.kind),
                (Some("floor" | "room"), CanaryKind::Name) | (Some("room"), CanaryKind::Draft)
            );
            assert!(may, "an answer quotes {known:?}: {frame}");
        });
    }

    /// Updates are answered one by one, in their order.
    fn answer_to_edit(&mut self, updates: u64, is_saved: bool, ledger: &mut Ledger) {
        if self.line.as_ref().is_none_or(|line| line.forgot) {
            return;
        }
        let author = self.author.as_mut().expect("only authors are answered so");
        let (ticket, texts) = author.unanswered.pop_front().expect("there was an update to answer");
        assert_eq!(u64::from(ticket), updates, "an update was answered out of its order");
        if is_saved {
            ledger.saved.extend(texts);
        } else {
            self.forget_notes();
        }
    }

    /// What was refused is in nobody's copy but its own: it begins anew when it is next connected.
    fn forget_notes(&mut self) {
        if let Some(line) = &mut self.line {
            line.connection.end(Disconnect::Gone);
            (line.synced, line.forgot) = (false, true);
        }
        self.author = Some(Author::new(self.next_document()));
    }

    /// A Yjs client id that nobody else has.
    pub(crate) fn next_document(&mut self) -> u64 {
        self.documents += 1;
        u64::try_from(self.number).unwrap() * 1_000 + self.documents
    }

    pub(crate) async fn take_notes(&mut self, message: &[u8], ledger: &mut Ledger) {
        ledger.transcribe(message);
        self.refuse_names(message, ledger);
        let Some(author) = &self.author else { return };
        match notes::decode(message).expect("a binary frame is a message of y-protocols") {
            NotesMessage::SyncStep1 { state_vector } => {
                let missing = author.missing(state_vector);
                match &mut self.line {
                    Some(line) if !line.forgot => line.synced = true,
                    _ => return,
                }
                if let Some(missing) = missing {
                    self.edit(missing).await;
                }
            }
            NotesMessage::SyncStep2 { update } | NotesMessage::Update { update } => author.apply(update),
            NotesMessage::PermissionDenied { .. } if self.kind == Kind::Notes => self.forget_notes(),
            _ => {}
        }
    }

    /// No name goes with the notes where the room is not on the record.
    fn refuse_names(&self, message: &[u8], ledger: &Ledger) {
        canaries::in_text(&String::from_utf8_lossy(message), &mut |canary| {
            let known = ledger.canaries.get(canary);
            assert_eq!(known.kind, CanaryKind::Name, "a cursor shows {known:?}");
            assert!(!self.is_veiled, "a cursor shows {known:?} to {}", self.seat);
        });
    }
}
