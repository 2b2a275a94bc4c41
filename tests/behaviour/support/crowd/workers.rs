//! Chairs and participants at work: each sends one command after the other and remembers what it was told and shown.

use super::follower::fingerprint;
use crate::extent::Chance;
use crate::support::door::{Door, Participant, with_id};
use crate::support::live::Live;
use roundtable::room::view::Audience;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// Time until somebody comes back, or tries again.
const PAUSE: Duration = Duration::from_millis(5);

/// Somebody who asks for things.
#[derive(Clone)]
pub struct Worker {
    pub person: Participant,
    pub audience: Audience,
}

/// What somebody was told until the server was gone.
pub struct Log {
    person: Participant,
    pub audience: Audience,
    /// Commands that were done, with their answers.
    pub done: Vec<(Value, Value)>,
    /// What had no answer yet.
    unanswered: Option<Value>,
    /// How the last connection ended.
    pub closed: Option<u16>,
    /// Positions, and what was shown at each.
    pub shown: Vec<(u64, u64)>,
}

impl Worker {
    pub fn chair(person: Participant) -> Self {
        let audience = Audience::Chair;
        Self { person, audience }
    }

    pub fn participant(person: Participant) -> Self {
        let audience = Audience::Participant;
        Self { person, audience }
    }

    /// The same at the door of another run.
    pub fn at(&self, door: &Door) -> Self {
        Self {
            person: self.person.at(door),
            audience: self.audience,
        }
    }

    /// Works, over one connection after the other, until the server is gone.
    pub async fn work(self, mut chance: Chance, is_over: Arc<AtomicBool>) -> Log {
        let mut log = Log::of(&self);
        loop {
            if let Some(live) = self.person.try_live().await {
                self.work_over(live, &mut chance, &mut log).await;
            }
            if is_over.load(Ordering::Acquire) {
                return log;
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Works until the connection ends. What had no answer over the one before is asked again first.
    async fn work_over(&self, mut live: Live, chance: &mut Chance, log: &mut Log) {
        log.see(&live);
        if let Some(command) = log.unanswered.take() {
            log.ask(&mut live, command).await;
        }
        while live.closed.is_none() {
            let command = with_id(match self.audience {
                Audience::Chair => chairs(&live.view, chance),
                _ => takes_part(&live, chance),
            });
            log.ask(&mut live, command).await;
        }
        log.closed = live.closed;
    }
}

impl Log {
    fn of(worker: &Worker) -> Self {
        Self {
            person: worker.person.clone(),
            audience: worker.audience,
            done: Vec::new(),
            unanswered: None,
            closed: None,
            shown: Vec::new(),
        }
    }

    fn see(&mut self, live: &Live) {
        if matches!(live.last()["type"].as_str(), Some("welcome" | "change")) {
            self.shown.push((live.seq, fingerprint(&live.view)));
        }
    }

    /// Asks, and reads on to the answer or the end.
    async fn ask(&mut self, live: &mut Live, command: Value) {
        live.socket.try_text(command.to_string()).await;
        self.unanswered = Some(command.clone());
        while live.closed.is_none() {
            live.next().await;
            if live.closed.is_some() {
                return;
            }
            self.see(live);
            let last = live.last();
            if last["id"] != command["id"] {
                continue;
            }
            let is_disk = last["code"] == "storage-fault";
            if last["type"] == "done" {
                self.done.push((command, last.clone()));
            }
            self.unanswered = None;
            if is_disk {
                // Nobody asks a disk that takes nothing as fast as they can.
                tokio::time::sleep(PAUSE).await;
            }
            return;
        }
    }

    /// After the restart: what was answered is answered in the same way, and what was not is done now, or was.
    pub async fn ask_again(&self, door: &Door) {
        let mut live = self.person.at(door).live().await;
        if let Some((command, answer)) = self.done.last() {
            assert_eq!(live.ask(command).await, *answer, "a repeat got another answer");
        }
        if let Some(command) = &self.unanswered {
            let first = live.ask(command).await;
            if first["type"] == "done" {
                assert_eq!(live.ask(command).await, first, "a repeat got another answer");
            }
        }
    }
}

/// What a chair does next, by what it sees.
fn chairs(view: &Value, chance: &mut Chance) -> Value {
    let polls = &view["polls"]["items"];
    let mut in_state = |state: &str| {
        let found: Vec<&String> = polls
            .as_object()?
            .iter()
            .filter(|(_, poll)| poll["state"] == state)
            .map(|(id, _)| id)
            .collect();
        (!found.is_empty()).then(|| (*chance.one_of(&found)).clone())
    };
    let (draft, open) = (in_state("draft"), in_state("open"));
    match (chance.below(6), draft, open) {
        (0, Some(poll), _) => json!({ "tool": "polls", "do": "open", "poll": poll }),
        (1, _, Some(poll)) if chance.percent(20) => json!({ "tool": "polls", "do": "close", "poll": poll }),
        (2 | 3, _, _) => match view["floor"]["order"][0].as_str() {
            Some(first) => json!({ "tool": "floor", "do": "give", "expects": first }),
            None => json!({ "tool": "floor", "do": "end" }),
        },
        (4, None, _) => {
            let question = format!("Question {}?", chance.number());
            json!({ "tool": "polls", "do": "draft", "question": question, "kind": "single", "options": ["a", "b"] })
        }
        _ => json!({ "tool": "floor", "do": "limit", "seconds": 30 + chance.below(600) }),
    }
}

/// What a participant does next, by what it sees.
fn takes_part(live: &Live, chance: &mut Chance) -> Value {
    let polls = live.view["polls"]["items"].as_object().unwrap();
    let open: Vec<&String> = polls
        .iter()
        .filter(|(_, poll)| poll["state"] == "open")
        .map(|(id, _)| id)
        .collect();
    let waits = live.you["requests"].as_array().is_some_and(|requests| !requests.is_empty());
    if !open.is_empty() && chance.percent(60) {
        let choice = *chance.one_of(&["o1", "o2"]);
        return json!({ "tool": "polls", "do": "cast", "poll": chance.one_of(&open), "choice": [choice] });
    }
    match waits {
        true => json!({ "tool": "floor", "do": "withdraw" }),
        false => json!({ "tool": "floor", "do": "request" }),
    }
}
