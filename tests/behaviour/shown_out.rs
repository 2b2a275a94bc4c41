//! Whoever is shown out is out at once: a link that was replaced, a seat that was ended, a token whose time is over. Requests get a 401,
//! sockets end within a second with the code that says "join again", and nothing that they send afterwards is carried out.

use crate::extent::{Chance, extent};
use crate::support::door::{Answer, MEETING, Participant, ask, with_id};
use crate::support::faulty_journal::Moment;
use crate::support::server::{MEETING_FILE, TestServer};
use crate::support::socket::{Came, Socket};
use crate::support::{run, until};
use reqwest::Method;
use roundtable::http::token::LIFETIME_MS;
use roundtable::journal::{Journal, Stream};
use roundtable::room::limits::SEATS_MAX;
use roundtable::room::seat::Role;
use serde_json::{Value, json};
use std::time::Duration;
use tokio::time::Instant;

/// The close code that says "join again".
const JOIN_AGAIN: u16 = 4003;
/// The room is opened anew.
const COME_BACK: u16 = 4000;
/// How soon a socket has to end.
const AT_ONCE: Duration = Duration::from_secs(1);
/// A machine that is busy with something else may take longer now and then, not each time.
const TRIES: usize = 3;

async fn replace(organiser: &Participant, link: &Value) -> Answer {
    let path = format!("/api/meetings/{MEETING}/links");
    ask(organiser.request(Method::POST, &path).json(link)).await
}

async fn end_seat(by: &Participant, seat: &str) -> Answer {
    ask(by.request(Method::DELETE, &by.path(&format!("/seats/{seat}")))).await
}

/// One socket of each kind.
async fn sockets(person: &Participant) -> [Socket; 2] {
    [person.socket("/live").await, person.socket("/notes").await]
}

/// Waits until they are closed for good; how long that took since somebody asked for it.
async fn ended(sockets: &mut [Socket], since: Instant) -> Duration {
    for socket in sockets {
        assert_eq!(socket.closed().await, JOIN_AGAIN);
    }
    since.elapsed()
}

async fn is_out(person: &Participant) {
    for path in ["", "/drafts/1", "/notes/history", "/outcome.md", "/live"] {
        let answer = ask(person.request(Method::GET, &person.path(path))).await;
        assert_eq!((answer.status, answer.code()), (401, "token-expired"), "{path}");
    }
    let answer = person.ask(json!({ "tool": "floor", "do": "request" })).await;
    assert_eq!((answer.status, answer.code()), (401, "token-expired"));
    let refused = Socket::try_open(&person.to("/live")).await.err().unwrap();
    assert_eq!(refused.0, 401);
}

/// The link of a role in room alpha, as it is asked for.
fn link(role: Role, seats: &str) -> Value {
    let room = (role != Role::Organiser).then_some("alpha");
    json!({ "role": role, "room": room, "seats": seats })
}

#[test]
fn who_came_with_a_link_that_is_replaced_is_out_and_nobody_else() {
    run(async {
        let server = TestServer::start().await;
        let mut slowest_of_all = Duration::ZERO;
        for role in Role::ALL {
            let mut slowest = Duration::MAX;
            let neighbour = server
                .seat("beta", if role == Role::Organiser { Role::Chair } else { role })
                .await;
            let mut beside = neighbour.live().await;
            for attempt in 0..TRIES {
                let organiser = server.seat("alpha", Role::Organiser).await;
                let (code, seat) = (server.code("alpha", role), server.seat("alpha", role).await);
                let mut open = sockets(&seat).await;
                let mut anew = organiser.live().await;
                let since = Instant::now();
                let answer = replace(&organiser, &link(role, "end")).await;
                assert_eq!(answer.status, 200, "{answer:?}");
                slowest = slowest.min(ended(&mut open, since).await);
                if role == Role::Participant {
                    // It shows the code, so it is opened anew; who comes before that is told to come back.
                    assert_eq!(anew.wait_for_close().await, COME_BACK);
                }
                is_out(&seat).await;
                let old = server.try_join(&json!({ "code": code })).await;
                assert_eq!((old.status, old.code()), (404, "unknown-code"));
                let new = answer.body["code"].as_str().unwrap();
                assert!(answer.body["url"].as_str().unwrap().ends_with(&format!("/j/{new}")));
                server.join(new, "Newcomer").await.in_room("alpha").look().await;
                if slowest < AT_ONCE {
                    break;
                }
                assert!(attempt + 1 < TRIES, "{role:?}: {slowest:?}");
            }
            beside.ping().await;
            slowest_of_all = slowest_of_all.max(slowest);
        }
        println!("shown out by a new link: sockets ended within {slowest_of_all:?}");
    });
}

#[test]
fn a_new_code_for_participants_is_on_the_screen_and_those_who_stay_keep_their_seats() {
    run(async {
        let server = TestServer::start().await;
        let organiser = server.seat("alpha", Role::Organiser).await;
        let (ana, screen) = (server.participant("Ana").await, server.seat("alpha", Role::Screen).await);
        ana.order(json!({ "tool": "floor", "do": "request" })).await;
        let mut shown = screen.live().await;
        let new = replace(&organiser, &link(Role::Participant, "keep")).await.body["code"].clone();
        assert_eq!(shown.wait_for_close().await, COME_BACK, "the room is opened anew");
        assert_eq!(screen.live().await.view["room"]["join_code"], new);
        assert_eq!(ana.look().await["you"]["name"], "Ana");
        let server = server.restart().await;
        let organiser = organiser.at(&server);
        assert_eq!(ana.at(&server).look().await["you"]["name"], "Ana");
        assert_eq!(server.code("alpha", Role::Participant), new.as_str().unwrap());
        replace(&organiser, &link(Role::Participant, "end")).await;
        is_out(&ana.at(&server)).await;
        let server = server.restart().await;
        is_out(&ana.at(&server)).await;
        let requests = organiser.at(&server).in_room("alpha").look().await["view"]["floor"]["requests"].clone();
        assert_eq!(requests["r1"]["name"], "Ana", "what they asked stays");
    });
}

#[test]
fn a_seat_that_is_ended_is_out_for_good_and_what_it_did_stays() {
    run(async {
        let server = TestServer::start().await;
        let (chair, ben) = (server.chair().await, server.participant("Ben").await);
        let organiser = server.seat("alpha", Role::Organiser).await;
        let mut beside = ben.live().await;
        let mut slowest = Duration::MAX;
        for attempt in 0..TRIES {
            let id = format!("00000000-0000-4000-8000-00000000000{attempt}");
            let join = json!({ "code": server.code("alpha", Role::Participant), "name": "Ana", "id": id });
            let ana = server.join_as(&join).await;
            ana.order(json!({ "tool": "floor", "do": "request" })).await;
            let mut open = sockets(&ana).await;
            let by = if attempt == 1 { &organiser } else { &chair };
            let since = Instant::now();
            assert_eq!(end_seat(by, &ana.seat).await.status, 204);
            slowest = slowest.min(ended(&mut open, since).await);
            is_out(&ana).await;
            let again = server.try_join(&join).await;
            assert_eq!((again.status, again.code()), (403, "seat-ended"));
            is_out(&ana).await;
            if attempt > 0 && slowest < AT_ONCE {
                break;
            }
        }
        assert!(slowest < AT_ONCE, "{slowest:?}");
        println!("an ended seat: sockets ended within {slowest:?}");
        beside.ping().await;
        assert_eq!(ben.look().await["view"]["floor"]["requests"]["r1"]["name"], "Ana");
        let server = server.restart().await;
        let mut gone = chair.at(&server).look().await["view"]["people"]["seats"].clone();
        gone.as_object_mut().unwrap().retain(|_, seat| seat["name"] == "Ana");
        for seat in gone.as_object().unwrap().keys() {
            let answer = end_seat(&chair.at(&server), seat).await;
            assert_eq!(answer.status, 204, "ending it twice is no harm");
        }
    });
}

#[test]
fn a_chair_ends_no_chair_and_nobody_what_is_not_there() {
    run(async {
        let server = TestServer::start().await;
        let (chair, other) = (server.chair().await, server.chair().await);
        let refused = end_seat(&chair, &other.seat).await;
        assert_eq!((refused.status, refused.code()), (403, "not-allowed"));
        other.look().await;
        for unknown in ["ABCDEFGH01234567", "no seat", "7"] {
            let refused = end_seat(&chair, unknown).await;
            assert_eq!((refused.status, refused.code()), (404, "unknown-seat"), "{unknown}");
        }
        let organiser = server.seat("alpha", Role::Organiser).await;
        for unknown in [
            json!({ "role": "chair" }),
            json!({ "role": "chair", "room": "gamma" }),
            json!({ "role": "organiser", "room": "alpha" }),
        ] {
            assert_eq!(replace(&organiser, &unknown).await.code(), "not-found", "{unknown}");
        }
        assert_eq!(end_seat(&organiser, &other.seat).await.status, 204);
        is_out(&other).await;
    });
}

#[test]
fn what_comes_over_a_socket_after_its_end_is_not_carried_out() {
    run(async {
        let server = TestServer::start().await;
        let chair = server.chair().await;
        for round in 0..extent(10, 500) {
            let ana = server.participant("Ana").await;
            let mut socket = ana.socket("/live").await;
            assert!(matches!(socket.next().await, Came::Text(welcome) if welcome.contains("welcome")));
            assert_eq!(end_seat(&chair, &ana.seat).await.status, 204);
            let card = json!({ "tool": "board", "do": "add", "kind": "gap", "text": format!("Card {round}") });
            socket.try_text(with_id(card).to_string()).await;
            assert_eq!(socket.closed().await, JOIN_AGAIN);
        }
        let board = chair.look().await["view"]["board"].clone();
        assert!(!board.to_string().contains("Card "), "{board}");
    });
}

/// A handshake takes long where the room has to be read first: somebody who was let in before may be out before it ends.
#[test]
fn whoever_is_out_by_the_time_the_room_is_open_does_not_stay() {
    run(async {
        let server = TestServer::start().await;
        let organiser = server.seat("alpha", Role::Organiser).await;
        let ana = server.participant("Ana").await;
        // To be opened again the room has something to write, which is held up.
        let server = server.restart_with(&MEETING_FILE.replace("Alpha", "Another title")).await;
        let mut stall = server.kept.journal.stall_next_append(Moment::BeforeWriting);
        let address = ana.at(&server).to("/live");
        let opening = tokio::spawn(async move { Socket::try_open(&address).await });
        stall.reached().await;
        let answer = replace(&organiser.at(&server), &link(Role::Participant, "end")).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        stall.release();
        let Ok(mut socket) = opening.await.unwrap() else {
            panic!("the token held when it was shown");
        };
        assert_eq!(socket.closed().await, JOIN_AGAIN);
    });
}

/// The chance decides which of the two begins first, and by how much.
#[test]
fn a_socket_that_is_opened_while_its_seat_is_ended_ends_too() {
    let mut chance = Chance::of("sockets opened while their seat is ended");
    let rounds = extent(40, 3_000);
    run_long(async {
        let server = TestServer::start().await;
        let chair = server.chair().await;
        let mut let_in = 0;
        for _ in 0..rounds {
            let ana = server.participant("Ana").await;
            let address = ana.to(if chance.percent(50) { "/live" } else { "/notes" });
            let [before_opening, before_ending] = [(); 2].map(|()| Duration::from_micros(chance.below(1_500)));
            let opening = async {
                tokio::time::sleep(before_opening).await;
                Socket::try_open(&address).await
            };
            let ending = async {
                tokio::time::sleep(before_ending).await;
                end_seat(&chair, &ana.seat).await
            };
            let (opened, ended) = tokio::join!(opening, ending);
            assert_eq!(ended.status, 204);
            match opened {
                Ok(mut socket) => {
                    let_in += 1;
                    assert_eq!(socket.closed().await, JOIN_AGAIN);
                }
                Err((status, _)) => assert_eq!(status, 401),
            }
        }
        println!("sockets opened while their seat is ended: {rounds} rounds, {let_in} let in, none stayed");
    });
}

/// The long form takes longer than a test otherwise may.
fn run_long(test: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(test);
    runtime.shutdown_background();
}

#[test]
fn a_socket_ends_with_the_time_of_its_token() {
    run(async {
        let server = TestServer::start().await;
        let people = [
            server.participant("Ana").await,
            server.chair().await,
            server.seat("alpha", Role::Screen).await,
            server.seat("alpha", Role::Organiser).await,
        ];
        server.kept.clock.advance(LIFETIME_MS - 500);
        let since = Instant::now();
        let mut open = Vec::new();
        for person in &people {
            open.extend(sockets(person).await);
        }
        let ben = server.participant("Ben").await;
        let mut beside = ben.live().await;
        for socket in &mut open {
            assert_eq!(socket.closed().await, JOIN_AGAIN);
            assert!(since.elapsed() >= Duration::from_millis(500), "{:?}", since.elapsed());
        }
        println!(
            "tokens with half a second left: the last socket ended after {:?}",
            since.elapsed()
        );
        server.kept.clock.advance(501);
        for person in &people {
            is_out(person).await;
        }
        beside.ping().await;
    });
}

#[test]
fn where_the_disk_fails_nobody_is_out_and_the_next_try_counts() {
    run(async {
        let server = TestServer::start().await;
        let (chair, ana) = (server.chair().await, server.participant("Ana").await);
        for moment in [Moment::BeforeWriting, Moment::AfterWriting] {
            server.kept.journal.fail_next_append(moment);
            assert_eq!(end_seat(&chair, &ana.seat).await.code(), "storage-fault");
            ana.look().await;
        }
        assert_eq!(end_seat(&chair, &ana.seat).await.status, 204);
        is_out(&ana).await;
    });
}

#[test]
fn whoever_is_found_to_be_out_only_later_is_shown_out_then() {
    run(async {
        let server = TestServer::start().await;
        let (chair, ana, ben) = (
            server.chair().await,
            server.participant("Ana").await,
            server.participant("Ben").await,
        );
        let mut live = ana.live().await;
        server.kept.journal.fail_next_append(Moment::AfterWriting);
        assert_eq!(end_seat(&chair, &ana.seat).await.code(), "storage-fault");
        live.ping().await;
        assert_eq!(end_seat(&chair, &ben.seat).await.status, 204);
        assert_eq!(live.wait_for_close().await, JOIN_AGAIN);
        is_out(&ana).await;
    });
}

/// The code is replaced in the very moment in which the room is opened for the first time.
#[test]
fn a_room_that_was_being_opened_while_its_link_was_replaced_shows_the_new_code() {
    run(async {
        let server = TestServer::start().await;
        let organiser = server.seat("alpha", Role::Organiser).await;
        let mut stall = server.kept.journal.stall_next_append(Moment::BeforeWriting);
        let code = server.code("alpha", Role::Screen);
        let opening = server.join(&code, "Screen");
        let replacing = async {
            stall.reached().await;
            let new = replace(&organiser, &link(Role::Participant, "keep")).await.body["code"].clone();
            stall.release();
            new
        };
        let (screen, new) = tokio::join!(opening, replacing);
        until("that the new code is shown", async || {
            let shown = screen.try_live().await;
            shown.is_some_and(|live| live.view["room"]["join_code"] == new)
        })
        .await;
    });
}

/// Records by which room alpha has that many participants, who came with its first link.
fn guests(count: usize) -> bytes::Bytes {
    let seat = |number| json!({ "type": "seat-taken", "seat": { "id": format!("guest-{number}"), "role": "participant", "profile": {} } });
    let events: Vec<Value> = (0..count).map(seat).collect();
    json!({ "v": 1, "at": 0, "events": events }).to_string().into()
}

#[test]
fn seats_that_were_ended_take_no_place_in_a_full_room_also_after_a_restart() {
    run(async {
        let server = TestServer::start().await;
        let organiser = server.seat("alpha", Role::Organiser).await;
        let ana = server.participant("Ana").await;
        let kept = server.stop().await;
        kept.memory.reopen();
        let stream = Stream::new(&format!("{MEETING}/alpha"));
        let seq = kept.memory.read(&stream, 0, usize::MAX).await.unwrap().len() as u64;
        kept.memory.append(&stream, seq, vec![guests(SEATS_MAX - 1)]).await.unwrap();
        let server = TestServer::start_again(kept, Duration::from_secs(3_600)).await;
        let organiser = organiser.at(&server).in_room("alpha");
        let code = server.code("alpha", Role::Participant);
        let full = server.try_join(&json!({ "code": code })).await;
        assert_eq!((full.status, full.code()), (409, "too-many"));
        assert!(full.body["message"].as_str().unwrap().contains("another link"));
        assert_eq!(end_seat(&organiser, &ana.seat).await.status, 204);
        server.join(&code, "In the place of Ana").await;
        assert_eq!(server.try_join(&json!({ "code": code })).await.code(), "too-many");
        // Whoever filled the room is out of it with the link.
        let new = replace(&organiser, &link(Role::Participant, "end")).await.body["code"].clone();
        server.join(new.as_str().unwrap(), "One").await;
        let server = server.restart().await;
        server.join(new.as_str().unwrap(), "Another").await;
    });
}
