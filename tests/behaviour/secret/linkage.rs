//! Forty people vote in two secret polls of the real server, each with a ballot that is theirs alone, while it is killed and
//! stopped. Then everything that is left is searched for a link: files, logs, figures, documents, frames of everybody else; by
//! words, by what stands beside what, by order and by length.

use super::traces::{Traces, likeness};
use super::{cast, open, secret_poll};
use crate::support::child::ChildServer;
use crate::support::door::{Answer, Participant, ask};
use crate::support::live::Live;
use crate::support::run;
use reqwest::Method;
use rusqlite::{Connection, OpenFlags};
use serde_json::{Value, json};
use std::path::Path;

const VOTERS: usize = 40;
/// Voters who have voted when the server is killed, and those whose votes are under way then.
const BEFORE_THE_KILL: usize = 15;
const UNDER_WAY: usize = 10;
/// Voters who have voted when the server is stopped as usual, which makes it write a snapshot.
const BEFORE_THE_STOP: usize = 32;
/// What stands in ballots that are refused.
const REFUSED: &str = "refusedcanary";
/// Two orders that have nothing to do with each other are as alike as this once in ten million times.
const LIKENESS_MAX: f64 = 0.55;

struct Voter {
    who: Participant,
    /// An order of five answers that nobody else has, as JSON.
    ranking: Value,
    /// A word that nobody else has.
    word: String,
    ballots: Vec<Value>,
}

impl Voter {
    fn texts_of_slips(&self) -> Vec<String> {
        let seat = &self.who.seat;
        vec![
            self.ranking.to_string(),
            format!("\"texts\":[\"{}\"]", self.word),
            format!("\"voter\":\"seat:{seat}\""),
            format!("\"seat\":\"{seat}\",\"receipt\""),
        ]
    }
}

/// The orders of five answers, by number. Number 0 is the order of the paper.
fn ranking(mut number: usize) -> Value {
    let mut left: Vec<String> = (1..=5).map(|option| format!("o{option}")).collect();
    let mut order = Vec::new();
    for places in (1..=5).rev() {
        order.push(left.remove(number % places));
        number /= places;
    }
    json!(order)
}

/// Those whose frames are recorded: everybody but the voters.
struct Onlookers(Vec<Live>);

impl Onlookers {
    async fn come(people: &[Participant], child: &ChildServer) -> Self {
        let mut lives = Vec::new();
        for person in people {
            lives.push(person.at(&child.door).live().await);
        }
        Self(lives)
    }

    /// Reads what is left to read, up to the end of the connection.
    async fn leave(self, traces: &mut Traces) {
        for mut live in self.0 {
            while live.closed.is_none() {
                live.next().await;
            }
            let changes = live
                .frames
                .iter()
                .zip(&live.raw)
                .filter(|(frame, _)| frame["type"] == "change");
            changes.for_each(|(_, raw)| traces.add("a frame", raw.clone()));
        }
    }
}

struct Scene {
    data: std::path::PathBuf,
    child: ChildServer,
    chair: Participant,
    watching: Vec<Participant>,
    voters: Vec<Voter>,
    polls: Vec<String>,
}

impl Scene {
    async fn begin(data: &Path) -> Self {
        let child = ChildServer::start_talkative(data);
        let chair = child.door.join(&child.code("chair"), "Chair").await;
        let code = child.code("participant");
        let mut watching = vec![chair.clone(), child.door.join(&code, "Onlooker").await];
        watching.push(child.door.join(&child.code("rapporteur"), "Rapporteur").await);
        let mut voters = Vec::new();
        for number in 1..=VOTERS {
            voters.push(Voter {
                who: child.door.join(&code, &format!("Voter {number}")).await,
                ranking: ranking(number * 2 + 1),
                word: format!("canary{}", number * 7919),
                ballots: Vec::new(),
            });
        }
        let options = ["Tax", "Water", "Trade", "Seeds", "Roads"];
        let ranked = json!({ "question": "In which order?", "kind": "ranking", "options": options, "results": "live" });
        let written = json!({ "question": "In a word?", "kind": "text" });
        let mut polls = Vec::new();
        for paper in [ranked, written] {
            polls.push(open(&chair, secret_poll(paper)).await);
        }
        for voter in &mut voters {
            let ranking = json!({ "choice": voter.ranking });
            voter.ballots = vec![cast(&polls[0], &ranking), cast(&polls[1], &json!({ "texts": [voter.word] }))];
        }
        let data = data.to_owned();
        Self {
            data,
            child,
            chair,
            watching,
            voters,
            polls,
        }
    }

    async fn vote(&self, voters: std::ops::Range<usize>) {
        for voter in &self.voters[voters] {
            for ballot in &voter.ballots {
                let answer = voter.who.at(&self.child.door).post(ballot).await;
                assert_eq!(answer.status, 200, "{answer:?}");
            }
        }
    }

    /// Ballots that do not fit, by rule and by form: nothing of them is to be left either.
    async fn be_refused(&self) {
        let who = self.voters[VOTERS - 1].who.at(&self.child.door);
        let markup = json!({ "texts": [format!("{REFUSED} <b>")] });
        assert_eq!(who.post(&cast(&self.polls[1], &markup)).await.code(), "text-invalid");
        for misshapen in [
            json!({ "choice": REFUSED }),
            json!({ "choice": [REFUSED] }),
            json!({ "marks": { REFUSED: 1 } }),
        ] {
            let answer = who.post(&cast(&self.polls[0], &misshapen)).await;
            assert!((400..500).contains(&answer.status), "{answer:?}");
        }
    }

    /// Sends ballots without waiting for an answer.
    fn vote_all_at_once(&self, voters: std::ops::Range<usize>) {
        for voter in &self.voters[voters] {
            for ballot in &voter.ballots {
                let who = voter.who.at(&self.child.door);
                let request = who.request(Method::POST, &who.path("/commands")).json(ballot);
                // Whether it arrives is what the kill decides.
                tokio::spawn(async move { drop(request.send().await) });
            }
        }
    }

    fn restart(&mut self) {
        self.child = ChildServer::start_talkative(&self.data);
    }

    fn chair(&self) -> Participant {
        self.chair.at(&self.child.door)
    }

    fn needles(&self) -> Vec<String> {
        self.voters.iter().flat_map(Voter::texts_of_slips).collect()
    }

    fn expect_no_slip_in(&self, traces: &Traces, when: &str) {
        traces.expect_none(when, self.needles());
        traces.expect_none(when, [REFUSED.to_owned()]);
        let requests = self.voters.iter().flat_map(|voter| &voter.ballots);
        let ids = requests.map(|ballot| ballot["id"].as_str().unwrap().to_owned());
        let with_and_without_dashes = ids.flat_map(|id| [id.replace('-', ""), id]);
        traces.expect_none(when, with_and_without_dashes);
    }
}

/// The votes, a kill among them and a stop; frames and logs.
async fn hold_the_votes(scene: &mut Scene, traces: &mut Traces) {
    let watching = scene.watching.clone();
    let onlookers = Onlookers::come(&watching, &scene.child).await;
    scene.vote(0..BEFORE_THE_KILL).await;
    scene.be_refused().await;
    let now = Traces::of_folder(&scene.data);
    let first = &scene.voters[0].texts_of_slips();
    assert!(
        first.iter().all(|text| !now.places_of(text).is_empty()),
        "while it is open the disk has them"
    );
    scene.vote_all_at_once(BEFORE_THE_KILL..BEFORE_THE_KILL + UNDER_WAY);
    scene.child.kill();
    onlookers.leave(traces).await;
    traces.add("the first log", scene.child.log());

    scene.restart();
    let onlookers = Onlookers::come(&watching, &scene.child).await;
    scene.vote(BEFORE_THE_KILL..BEFORE_THE_STOP).await;
    let (_, log) = scene.child.terminate();
    onlookers.leave(traces).await;
    traces.add("the second log", log);

    scene.restart();
    let onlookers = Onlookers::come(&watching, &scene.child).await;
    scene.vote(0..VOTERS).await;
    let close = json!({ "tool": "polls", "do": "close", "poll": scene.polls[0] });
    scene.chair().order(close).await;
    let files = Traces::of_folder(&scene.data);
    files.expect_none("after the close", scene.voters.iter().map(|voter| voter.ranking.to_string()));
    scene
        .chair()
        .order(json!({ "tool": "room", "do": "close", "settle": true }))
        .await;
    scene.expect_no_slip_in(&Traces::of_folder(&scene.data), "while the server goes on");

    for document in ["outcome.md", "outcome.html", "outcome.json", "polls.csv", "speakers.csv"] {
        traces.add(document, download(scene, document).await);
    }
    let Answer { body, .. } = ask(scene.child.door.request(Method::GET, "/metrics")).await;
    traces.add("figures", body.to_string());
    traces.add("the output", scene.child.output());
    let (_, log) = scene.child.terminate();
    onlookers.leave(traces).await;
    traces.add("the third log", log);
}

async fn download(scene: &Scene, document: &str) -> String {
    let chair = scene.chair();
    let response = chair
        .request(Method::GET, &chair.path(&format!("/{document}")))
        .send()
        .await
        .unwrap();
    assert_eq!(response.status(), 200, "{document}");
    response.text().await.unwrap()
}

/// The stored records, in order.
fn records(data: &Path) -> Vec<String> {
    let journal = Connection::open_with_flags(data.join("journal.db"), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let mut select = journal.prepare("SELECT payload FROM records ORDER BY key").unwrap();
    let rows = select.query_map([], |row| row.get::<_, Vec<u8>>(0)).unwrap();
    rows.map(|row| String::from_utf8_lossy(&row.unwrap()).into_owned()).collect()
}

fn expect_anonymous_records(records: &[String], scene: &Scene) {
    for poll in &scene.polls {
        let of_poll = |record: &&String| record.contains("secret-ballot-cast") && record.contains(&format!("\"{poll}\""));
        let casts: Vec<&String> = records.iter().filter(of_poll).collect();
        assert_eq!(casts.len(), VOTERS, "one record for each ballot of {poll}");
        for cast in &casts {
            let record: Value = serde_json::from_str(cast).unwrap();
            let keys: Vec<&String> = record.as_object().unwrap().keys().collect();
            assert_eq!(keys, ["at", "events", "v"], "{cast}");
            assert_eq!(record["events"], json!([{ "type": "secret-ballot-cast", "poll": poll }]));
            assert_eq!(cast.len(), casts[0].len(), "the records differ in length");
        }
    }
}

fn expect_no_order(records: &[String], scene: &Scene) {
    let closes: Vec<&String> = records.iter().filter(|record| record.contains("poll-closed")).collect();
    assert_eq!(closes.len(), scene.polls.len());
    for close in &closes {
        let place = |voter: &Voter| {
            close
                .find(&format!("seat:{}", voter.who.seat))
                .expect("who has voted is on record")
        };
        let places: Vec<usize> = scene.voters.iter().map(place).collect();
        assert!(likeness(&places).abs() < LIKENESS_MAX, "voters stand in the order of voting");
        let mut by_place: Vec<(usize, &String)> = places
            .iter()
            .copied()
            .zip(scene.voters.iter().map(|voter| &voter.who.seat))
            .collect();
        by_place.sort_unstable();
        assert!(
            by_place.is_sorted_by_key(|(_, seat)| *seat),
            "voters stand in the order of their ids"
        );
    }
    let written = closes
        .iter()
        .find(|close| close.contains("canary"))
        .expect("the words are in the result");
    let places: Vec<usize> = scene
        .voters
        .iter()
        .map(|voter| written.find(&format!("\"{}\"", voter.word)).unwrap())
        .collect();
    assert!(likeness(&places).abs() < LIKENESS_MAX, "words stand in the order of voting");
}

/// The last count that was seen while people voted and the result may differ by a few ballots, and the difference is what the last
/// ones voted. Nothing that is stored between the first ballot and the close names anybody, so nobody is known to be the last.
fn expect_no_name_among_the_ballots(records: &[String], scene: &Scene) {
    let is_cast = |record: &String| record.contains("secret-ballot-cast");
    let first = records.iter().position(is_cast).unwrap();
    let last = records.iter().rposition(is_cast).unwrap();
    let between = records[first..=last].iter().filter(|record| !record.contains("poll-closed"));
    for record in between {
        let named = scene.voters.iter().filter(|voter| record.contains(&voter.who.seat)).count();
        assert_eq!(named, 0, "{record}");
    }
}

/// What comes out names all the voters at once, as the frame does that closes the room, or none of them.
fn expect_all_voters_or_none(outside: &Traces, scene: &Scene) {
    for (name, text) in outside.all() {
        let named = scene.voters.iter().filter(|voter| text.contains(&voter.who.seat)).count();
        assert!(named == 0 || named == VOTERS, "{name} names {named} of the voters: {text}");
    }
}

/// Of all places where voters stand, the nearest word is seldom their own: where a row of voters meets a row of words, it is so
/// for the one of them whose word is the first.
fn expect_strangers_beside_each_other(traces: &Traces, scene: &Scene) {
    let words: Vec<Vec<(&str, usize)>> = scene.voters.iter().map(|voter| traces.places_of(&voter.word)).collect();
    let is_own = |number: usize, file: &str, at: usize| {
        let near = |(other, place): &(&str, usize)| (*other == file).then(|| place.abs_diff(at));
        let distances = words.iter().map(|places| places.iter().filter_map(near).min());
        let nearest = distances.enumerate().filter_map(|(whose, distance)| Some((distance?, whose)));
        nearest.min().is_some_and(|(_, whose)| whose == number)
    };
    let beside_own = scene.voters.iter().enumerate().filter(|(number, voter)| {
        let places = traces.places_of(&voter.who.seat);
        places.iter().any(|(file, at)| is_own(*number, file, *at))
    });
    let beside_own = beside_own.count();
    assert!(beside_own < VOTERS / 2, "{beside_own} voters stand beside their own word");
}

/// No live count is of fewer than five voters, and none of fewer than five more than the one before, across restarts.
fn expect_live_counts_in_steps(traces: &Traces, poll: &str) {
    let mut counts: Vec<u64> = Vec::new();
    for frame in traces.texts_of("a frame") {
        let frame: Value = serde_json::from_str(frame).unwrap();
        let seen = &frame["patch"]["polls"]["items"][poll];
        if seen["state"] != "closed" {
            counts.extend(seen["count"]["ballots"].as_u64());
        }
    }
    counts.sort_unstable();
    counts.dedup();
    assert!(counts.len() >= 2, "a count under way should have been seen: {counts:?}");
    let steps = counts
        .iter()
        .scan(0, |before, now| Some(now - std::mem::replace(before, *now)));
    assert!(steps.into_iter().all(|step| step >= 5), "{counts:?}");
}

#[test]
fn nobody_can_link_a_voter_with_a_ballot_from_all_that_is_left() {
    run(async {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let mut scene = Scene::begin(&data).await;
        let mut outside = Traces::default();
        hold_the_votes(&mut scene, &mut outside).await;

        let files = Traces::of_folder(&scene.data);
        scene.expect_no_slip_in(&files, "after the end");
        scene.expect_no_slip_in(&outside, "outside");
        files.expect_none(
            "after the end",
            ["CREATE TABLE bag_".to_owned(), "-marks".to_owned(), "-ballots".to_owned()],
        );
        expect_all_voters_or_none(&outside, &scene);
        let records = records(&scene.data);
        expect_anonymous_records(&records, &scene);
        expect_no_order(&records, &scene);
        expect_no_name_among_the_ballots(&records, &scene);
        expect_strangers_beside_each_other(&files, &scene);
        expect_live_counts_in_steps(&outside, &scene.polls[0]);
    });
}
