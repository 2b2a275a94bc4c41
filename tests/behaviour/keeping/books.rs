//! Books of the meeting: whatever they tell of people goes with the rest, also of a kind that nobody has thought of yet.

use super::*;
use crate::support::run;
use roundtable::book::{Book, Context};
use roundtable::hub::ledger::NotDone;
use roundtable::room::event::Stamp;
use roundtable::room::ids::SeatId;
use roundtable::room::refusal::Refusal;
use serde::{Deserialize, Serialize};

/// A register of people.
#[derive(Default)]
struct Register(Vec<String>);

#[derive(Deserialize)]
struct Enter(String);

#[derive(Serialize, Deserialize)]
struct Entered(String);

impl Book for Register {
    const NAME: &'static str = "register";
    type Command = Enter;
    type Event = Entered;

    fn decide(&self, Enter(name): &Enter, _: &Context) -> Result<Vec<Entered>, Refusal> {
        Ok(vec![Entered(name.clone())])
    }

    fn apply(&mut self, _: &Stamp, Entered(name): &Entered) {
        self.0.push(name.clone());
    }
}

fn context(server: &TestServer) -> Context {
    Context {
        now: server.hub.now(),
        seat: SeatId::new("organiser").unwrap(),
        role: Role::Organiser,
        request: crate::support::fresh_id(),
    }
}

async fn enter(server: &TestServer, meeting: &str, name: &str) -> u64 {
    let register = server.hub.book::<Register>(meeting);
    register.command(Enter(name.to_owned()), context(server)).await.unwrap()
}

async fn entered(server: &TestServer, meeting: &str) -> Vec<String> {
    let register = server.hub.book::<Register>(meeting);
    register.read(|register, _| register.0.clone()).await.unwrap()
}

#[test]
fn every_book_of_the_meeting_is_emptied_and_those_of_others_are_not() {
    run(async {
        let server = TestServer::start().await;
        organiser(&server).await;
        for meeting in [MEETING, "others"] {
            assert_eq!(enter(&server, meeting, CANARY).await, 1);
            assert_eq!(enter(&server, meeting, "Ana").await, 2);
        }
        server.hub.forget_people(MEETING).await.unwrap();
        assert_eq!(entered(&server, MEETING).await, Vec::<String>::new());
        assert_eq!(streams_with(&server, CANARY).await, ["book:register:others"]);
        let register = server.hub.book::<Register>(MEETING);
        let late = register.command(Enter("Somebody new".to_owned()), context(&server)).await;
        assert!(matches!(late, Err(NotDone::Forgotten)), "{late:?}");
        let server = server.restart().await;
        assert_eq!(entered(&server, MEETING).await, Vec::<String>::new());
        assert_eq!(entered(&server, "others").await, [CANARY, "Ana"]);
    });
}
