//! How ballots are told: the voter is answered at once, the room hears of the turnout a few times a second however many vote, and
//! nobody who looks, comes back or waits misses a ballot.

use crate::support::paper::Paper;
use crate::support::server::TestServer;
use crate::support::{fresh_id, run, until, within};
use roundtable::hub::answered::Outcome;
use roundtable::hub::connection::{Connection, Kind};
use roundtable::hub::handle::RoomHandle;
use roundtable::hub::message::{Asked, Message, Reply};
use roundtable::protocol::client::CommandFrame;
use roundtable::protocol::patch::merge;
use roundtable::room::ids::{SeatId, Seq};
use roundtable::room::seat::Role;
use roundtable::room::view::Audience;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::Instant;

/// Connections in the hall: of organisers because those need no seat of their own, for the notes because their welcome is short.
const HALL: u64 = 1_000;
/// How long such a hall waits between two frames that tell of ballots alone.
const GAP: Duration = Duration::from_millis(250);
/// Participants who vote.
const VOTERS: usize = 20;

/// A full hall with an open poll, without sockets: what they would send is on paper.
struct Hall {
    server: TestServer,
    room: RoomHandle,
    chair: SeatId,
    voters: Vec<SeatId>,
    poll: String,
    /// A participant who only looks, and what their page shows.
    onlooker: Visitor,
    view: Value,
    /// The position that it shows.
    seq: Value,
    /// Changes read so far.
    changes: usize,
}

/// Somebody's connection, and the paper on which it writes.
struct Visitor {
    connection: Arc<Connection>,
    paper: Paper,
    /// What came together with the first frame.
    followed: Vec<Value>,
}

impl Visitor {
    /// The frames that have come since this was last asked.
    fn frames(&self, room: &RoomHandle) -> Vec<Value> {
        self.connection.send(&room.shared.recall);
        self.paper.texts()
    }
}

impl Hall {
    async fn full() -> Self {
        let server = TestServer::start().await;
        let mut voters = Vec::new();
        for number in 0..VOTERS {
            voters.push(server.participant(&format!("Voter {number}")).await);
        }
        let chair = server.chair().await;
        let draft = json!({ "tool": "polls", "do": "draft", "question": "Now?", "kind": "single", "options": ["y", "n"], "results": "live" });
        let poll = chair.order(draft).await["made"].as_str().unwrap().to_owned();
        chair.order(json!({ "tool": "polls", "do": "open", "poll": poll })).await;
        let room = server.hub.open("tests", "alpha").await.unwrap();
        let seat = |text: &str| SeatId::new(text).unwrap();
        let onlooker = visits(&server, &room, seat(&voters[0].seat), None).await.0;
        let mut hall = Self {
            onlooker,
            view: Value::Null,
            seq: Value::Null,
            changes: 0,
            chair: seat(&chair.seat),
            voters: voters.iter().map(|voter| seat(&voter.seat)).collect(),
            server,
            room,
            poll,
        };
        for number in 0..HALL {
            let (seat, paper) = (seat(&format!("o{number}")), Arc::new(Paper::default()));
            let organiser = Connection::new(number, seat, Role::Organiser, Kind::Notes, paper);
            hall.room.connect(Arc::new(organiser), None).await;
        }
        hall.look().await;
        hall
    }

    /// A participant who comes now: the connection, and the frame that it is welcomed with.
    async fn comes(&self, seat: SeatId, since: Option<(String, Seq)>) -> (Visitor, Value) {
        visits(&self.server, &self.room, seat, since).await
    }

    /// Takes a fresh view.
    async fn look(&mut self) {
        let (onlooker, welcome) = self.comes(self.voters[0].clone(), None).await;
        (self.onlooker, self.view, self.seq) = (onlooker, welcome["view"].clone(), welcome["seq"].clone());
    }

    /// Takes in what has come.
    fn read(&mut self) -> &Value {
        for frame in self.onlooker.frames(&self.room) {
            if frame["type"] == "change" {
                merge(&mut self.view, &frame["patch"]);
                self.seq = frame["seq"].clone();
                self.changes += 1;
            }
        }
        &self.view["polls"]["items"][&self.poll]
    }

    async fn asks(&self, seat: &SeatId, role: Role, mut command: Value) -> Outcome {
        command["id"] = json!(fresh_id());
        let frame: CommandFrame = serde_json::from_value(command).unwrap();
        let (sender, receiver) = oneshot::channel();
        let (seat, reply) = (seat.clone(), Reply::Request(sender));
        let asked = Asked {
            frame,
            seat,
            role,
            reply,
        };
        self.room.send(Message::Command(Box::new(asked))).await.unwrap();
        let outcome = within("an answer", receiver).await.unwrap().unwrap();
        assert!(matches!(outcome, Outcome::Done { .. }), "{outcome:?}");
        outcome
    }

    async fn casts(&self, voter: usize) {
        let cast = json!({ "tool": "polls", "do": "cast", "poll": self.poll, "choice": ["o1"] });
        self.asks(&self.voters[voter], Role::Participant, cast).await;
    }

    /// The first ballot is told at once; the clock of the next ones begins.
    async fn first_ballot(&mut self) {
        self.casts(0).await;
        until("the first turnout", async || self.read()["turnout"] == 1).await;
    }
}

/// A participant who comes now.
async fn visits(server: &TestServer, room: &RoomHandle, seat: SeatId, since: Option<(String, Seq)>) -> (Visitor, Value) {
    let id = server.hub.next_connection_id() + HALL;
    let paper = Paper::default();
    let connection = Connection::new(id, seat, Role::Participant, Kind::Live, Arc::new(paper.clone()));
    let mut visitor = Visitor {
        connection: Arc::new(connection),
        paper,
        followed: Vec::new(),
    };
    room.connect(visitor.connection.clone(), since).await;
    until("a welcome", async || {
        visitor.followed.extend(visitor.frames(room));
        !visitor.followed.is_empty()
    })
    .await;
    let first = visitor.followed.remove(0);
    (visitor, first)
}

/// The newest of one's own pages.
async fn page_of(visitor: &Visitor, room: &RoomHandle) -> Value {
    let mut page = None;
    until("one's own page", async || {
        page = page
            .take()
            .or_else(|| visitor.frames(room).into_iter().rfind(|frame| frame["type"] == "you"));
        page.is_some()
    })
    .await;
    page.unwrap()
}

#[test]
fn a_large_hall_hears_of_its_ballots_a_few_times_a_second_and_of_every_one() {
    run(async {
        let mut hall = Hall::full().await;
        let (voter_1, _) = hall.comes(hall.voters[1].clone(), None).await;
        hall.first_ballot().await;
        let (began, before) = (Instant::now(), hall.changes);
        for voter in 1..VOTERS {
            hall.casts(voter).await;
            if voter == 1 {
                let page = page_of(&voter_1, &hall.room).await;
                assert_eq!(
                    page["you"]["ballots"][&hall.poll],
                    json!(["o1"]),
                    "the voter's own page does not wait"
                );
            }
        }
        until("the whole turnout, though nothing else comes", async || {
            let poll = hall.read();
            poll["turnout"] == VOTERS && poll["tally"]["o1"] == VOTERS
        })
        .await;
        let most = began.elapsed().as_millis() / GAP.as_millis() + 2;
        let told = hall.changes - before;
        assert!(told as u128 <= most, "{told} changes where {most} are enough");
    });
}

#[test]
fn the_closing_of_a_poll_does_not_wait_and_takes_the_last_ballots_along() {
    run(async {
        let mut hall = Hall::full().await;
        hall.first_ballot().await;
        hall.casts(1).await;
        let close = json!({ "tool": "polls", "do": "close", "poll": hall.poll });
        hall.asks(&hall.chair, Role::Chair, close).await;
        let poll = hall.read();
        assert_eq!(
            (&poll["state"], &poll["turnout"]),
            (&json!("closed"), &json!(2)),
            "told when the chair is answered"
        );
    });
}

#[test]
fn whoever_comes_or_looks_sees_the_ballots_that_were_answered_and_so_does_the_hall() {
    run(async {
        let mut hall = Hall::full().await;
        hall.first_ballot().await;
        for voter in 1..4 {
            hall.casts(voter).await;
            let (_, welcome) = hall.comes(hall.voters[voter].clone(), None).await;
            let poll = &welcome["view"]["polls"]["items"][&hall.poll];
            assert_eq!(
                (&poll["turnout"], &poll["tally"]["o1"]),
                (&json!(voter + 1), &json!(voter + 1))
            );
            assert_eq!(hall.read()["turnout"], voter + 1, "one position is one view");
            assert_eq!(welcome["seq"], hall.seq);
        }
        hall.casts(4).await;
        let seen = hall
            .room
            .inspect(|inspected| inspected.room.view(Audience::Participant))
            .await
            .unwrap();
        let poll = serde_json::to_value(&seen).unwrap()["polls"]["items"][&hall.poll].clone();
        assert_eq!((&poll["turnout"], &poll["tally"]["o1"]), (&json!(5), &json!(5)));
        assert_eq!(*hall.read(), poll);
    });
}

#[test]
fn whoever_comes_back_with_the_position_of_any_frame_is_told_of_the_ballots_since() {
    run(async {
        let mut hall = Hall::full().await;
        let (voter_1, _) = hall.comes(hall.voters[1].clone(), None).await;
        hall.first_ballot().await;
        let (before, seen) = (hall.view.clone(), hall.changes);
        hall.casts(1).await;
        // The connection breaks when the voter has their own page, and nothing yet of the turnout with their ballot.
        let page = page_of(&voter_1, &hall.room).await;
        let pong = Seq(hall.room.shared.seq.load(Ordering::Acquire));
        until("the turnout", async || hall.read()["turnout"] == 2).await;
        assert_eq!(hall.changes, seen + 1);
        for since in [Seq(page["seq"].as_u64().unwrap()), pong] {
            let epoch = hall.room.shared.epoch.clone();
            let (back, resumed) = hall.comes(hall.voters[1].clone(), Some((epoch, since))).await;
            assert_eq!(resumed["type"], "resumed");
            let mut view = before.clone();

            // On a busy machine some of who has come is told only now; that changes no view.
            let followed = back.followed.iter().cloned().chain(back.frames(&hall.room));
            for frame in followed.filter(|frame| frame["type"] == "change") {
                merge(&mut view, &frame["patch"]);
            }
            assert_eq!(view, hall.view, "the frame with the ballot is among those that follow");
        }
    });
}
