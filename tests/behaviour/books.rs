//! What a meeting has on record beside its rooms, and who hears that it changed.

use crate::support::door::ask;
use crate::support::faulty_journal::Moment;
use crate::support::server::{TestServer, meeting};
use crate::support::{fresh_id, run, within};
use reqwest::Method;
use roundtable::book::{Book, Context};
use roundtable::hub::ledger::{Ledger, NotDone};
use roundtable::hub::news::{PLAN, ROOMS};
use roundtable::meeting::Meeting;
use roundtable::room::event::Stamp;
use roundtable::room::ids::{Millis, SeatId};
use roundtable::room::refusal::{Code, Refusal};
use roundtable::room::seat::Role;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::convert::Infallible;
use std::sync::{Arc, Condvar, Mutex};
use tokio::sync::Notify;
use uuid::Uuid;

/// Where the news of the tests' meeting are.
const NEWS: &str = "/api/meetings/tests/news";

/// A book that remembers words, each once.
#[derive(Default)]
struct Words(Vec<String>);

#[derive(Serialize, Deserialize)]
struct Said {
    word: String,
}

impl Book for Words {
    const NAME: &'static str = "words";
    type Command = String;
    type Event = Said;

    fn decide(&self, word: &String, _: &Context) -> Result<Vec<Said>, Refusal> {
        if self.0.contains(word) {
            return Err(Refusal::new(Code::NameTaken, "That has been said."));
        }
        Ok(vec![Said { word: word.clone() }])
    }

    fn apply(&mut self, _: &Stamp, event: &Said) {
        self.0.push(event.word.clone());
    }
}

/// A book whose rules think until they are told to end.
#[derive(Default)]
struct Thinking(u32);

/// That the rules of [`Thinking`] have begun, and whether they may end.
static THOUGHTS: Notify = Notify::const_new();
static MAY_END: (Mutex<bool>, Condvar) = (Mutex::new(false), Condvar::new());

impl Book for Thinking {
    const NAME: &'static str = "thinking";
    type Command = ();
    type Event = ();

    fn decide(&self, (): &(), _: &Context) -> Result<Vec<()>, Refusal> {
        THOUGHTS.notify_one();
        let (may_end, changed) = &MAY_END;
        drop(changed.wait_while(may_end.lock().unwrap(), |may_end| !*may_end).unwrap());
        Ok(vec![()])
    }

    fn apply(&mut self, _: &Stamp, (): &()) {
        self.0 += 1;
    }
}

fn context(request: Uuid) -> Context {
    Context {
        now: Millis(1),
        seat: SeatId::new("seat-1").unwrap(),
        role: Role::Organiser,
        request,
    }
}

async fn said(book: &Ledger<Words>) -> (Vec<String>, u64) {
    book.read(|words, seq| (words.0.clone(), seq)).await.unwrap()
}

async fn say(book: &Arc<Ledger<Words>>, word: &str, request: Uuid) -> Result<u64, NotDone> {
    book.command(word.to_owned(), context(request)).await
}

#[test]
fn a_command_is_done_once_however_often_it_is_sent_also_after_a_restart() {
    run(async {
        let server = TestServer::start().await;
        let (first, second) = (fresh_id(), fresh_id());
        let book = server.hub.book::<Words>("tests");
        assert_eq!(say(&book, "one", first).await.unwrap(), 1);
        assert_eq!(say(&book, "two", second).await.unwrap(), 2);
        assert_eq!(say(&book, "one", first).await.unwrap(), 1);
        let again = say(&book, "one", fresh_id()).await;
        assert!(matches!(
            again,
            Err(NotDone::Refused(Refusal {
                code: Code::NameTaken,
                ..
            }))
        ));
        let server = server.restart().await;
        let book = server.hub.book::<Words>("tests");
        assert_eq!(say(&book, "one", first).await.unwrap(), 1);
        assert_eq!(said(&book).await, (vec!["one".to_owned(), "two".to_owned()], 2));
        assert_eq!(said(&server.hub.book::<Words>("others")).await, (Vec::new(), 0));
    });
}

#[test]
fn where_the_disk_fails_nothing_is_acknowledged_that_is_not_on_it_and_asking_again_tells() {
    run(async {
        let server = TestServer::start().await;
        let book = server.hub.book::<Words>("tests");
        for (moment, word) in [(Moment::BeforeWriting, "lost"), (Moment::AfterWriting, "written")] {
            let request = fresh_id();
            server.kept.journal.fail_next_append(moment);
            assert!(matches!(say(&book, word, request).await, Err(NotDone::Failed(_))));
            let words = said(&book).await.0;
            assert_eq!(words.contains(&word.to_owned()), moment == Moment::AfterWriting, "{words:?}");
            say(&book, word, request).await.unwrap();
            assert_eq!(said(&book).await.0.iter().filter(|known| *known == word).count(), 1);
        }
    });
}

#[test]
fn many_at_once_are_put_in_one_row() {
    run(async {
        let server = TestServer::start().await;
        let asking = (0..50).map(|number| {
            let book = server.hub.book::<Words>("tests");
            tokio::spawn(async move { say(&book, &format!("word {number}"), fresh_id()).await.unwrap() })
        });
        let mut places = Vec::new();
        for asked in asking.collect::<Vec<_>>() {
            places.push(asked.await.unwrap());
        }
        places.sort_unstable();
        assert_eq!(places, (1..=50).collect::<Vec<_>>());
        assert_eq!(said(&server.hub.book::<Words>("tests")).await.0.len(), 50);
    });
}

#[test]
fn a_book_is_read_and_other_books_are_written_while_its_rules_think() {
    run(async {
        let server = TestServer::start().await;
        let thinking = server.hub.book::<Thinking>("tests");
        // As many as there are threads for tasks: none of those may be the one that thinks.
        let others = ["one", "two"].map(|meeting| server.hub.book::<Thinking>(meeting));
        let asked: Vec<_> = std::iter::once(thinking.clone())
            .chain(others)
            .map(|book| tokio::spawn(async move { book.command((), context(fresh_id())).await.unwrap() }))
            .collect();
        within("the rules begin to think", THOUGHTS.notified()).await;
        let reading = thinking.read(|book, seq| (book.0, seq));
        assert_eq!(within("a reader is answered", reading).await.unwrap(), (0, 0));
        let words = server.hub.book::<Words>("tests");
        let saying = say(&words, "one", fresh_id());
        within("another book takes something", saying).await.unwrap();
        *MAY_END.0.lock().unwrap() = true;
        MAY_END.1.notify_all();
        for asked in asked {
            assert_eq!(asked.await.unwrap(), 1);
        }
        assert_eq!(thinking.read(|book, seq| (book.0, seq)).await.unwrap(), (1, 1));
    });
}

/// The next event of a stream of news, as its numbers.
async fn next(news: &mut reqwest::Response) -> Option<Value> {
    loop {
        let chunk = news.chunk().await.unwrap()?;
        let text = String::from_utf8(chunk.to_vec()).unwrap();
        if let Some(data) = text.trim().strip_prefix("data: ") {
            return Some(serde_json::from_str(data).unwrap());
        }
    }
}

#[test]
fn who_has_a_seat_hears_which_parts_are_new_and_what_happens_in_rooms_is_for_the_organiser() {
    run(async {
        let server = TestServer::start().await;
        let participant = server.seat("alpha", Role::Participant).await;
        let organiser = server.seat("alpha", Role::Organiser).await;
        let mut heard = participant.request(Method::GET, NEWS).send().await.unwrap();
        let mut heard_by_organiser = organiser.request(Method::GET, NEWS).send().await.unwrap();
        for news in [&mut heard, &mut heard_by_organiser] {
            assert_eq!(next(news).await.unwrap(), json!({}));
        }
        participant.order(json!({ "tool": "floor", "do": "request" })).await;
        assert_eq!(next(&mut heard_by_organiser).await.unwrap(), json!({ ROOMS: 1 }));
        say(&server.hub.book::<Words>("tests"), "one", fresh_id()).await.unwrap();
        assert_eq!(next(&mut heard).await.unwrap(), json!({ "words": 1 }));
        let mut changed = meeting();
        changed.title = "Another title".into();
        let change = |_: Option<&Meeting>| Ok::<_, Infallible>((changed, ()));
        let Ok(()) = server.hub.change_meeting("tests", None, change).await.unwrap();
        let now = next(&mut heard).await.unwrap();
        assert_eq!(now[PLAN], json!(1), "{now}");
        let seat = format!("/api/meetings/tests/rooms/alpha/seats/{}", participant.seat);
        assert_eq!(ask(organiser.request(Method::DELETE, &seat)).await.status, 204);
        assert_eq!(next(&mut heard).await, None, "who is shown out hears nothing more");
        let stopping = server.stop();
        assert_eq!(
            tokio::join!(stopping, async { while next(&mut heard_by_organiser).await.is_some() {} }).1,
            ()
        );
    });
}
