//! The chair opens a poll and every phone votes within a moment; each must be answered once, and every phone must show the
//! tally of all ballots.

mod desk;
mod paper;
mod voter;

use super::attendee::Attendee;
use super::commands::Commands;
use super::equality::{self, Newcomers, Page};
use super::meter::Meter;
use super::stage::Stage;
use super::{FullRoom, LOOK};
use crate::ballots::Ballots;
use crate::fault::Fault;
use crate::latency::Latencies;
use crate::phone::{Mouth, Phone, Weather};
use crate::report::Report;
use crate::settings::Results;
use crate::story::{Audience, Diary};
use desk::Desk;
use paper::Paper;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::Instant;
use voter::{Progress, Story, Voter};

/// So long nothing comes before the poll is drafted: the crowd's coming in is no part of the vote.
const QUIET: Duration = Duration::from_secs(1);

/// Bad weather begins so long after all are in, and the vote with it: whoever comes back is heard by all.
const GATHERING: Duration = Duration::from_secs(3);

/// Bad weather goes on for so long after the last ballot.
const CLEARING: Duration = Duration::from_secs(3);

/// A phone that is to vote.
struct Booth {
    mouth: Mouth,
    ballot_id: String,
    answered: Arc<AtomicBool>,
    is_fair: bool,
}

/// A ballot under way.
struct Vote {
    booth: Booth,
    command: String,
}

/// When the ballots went out.
#[derive(Debug, Default)]
struct Sent {
    /// By the voter's number.
    at: Vec<Instant>,
    /// The last of those that had to be sent again, because the phone was away.
    again: Option<Instant>,
    lateness: Latencies,
}

impl Sent {
    /// The last ballot without which nobody could show all of them, to a phone that did so at this moment: one that was sent again counts
    /// only where the tally came after it. Before, the server had it, and only its answer was lost.
    fn last(&self, complete: Instant, cast: Instant) -> Instant {
        self.again.filter(|again| *again <= complete).unwrap_or(cast)
    }
}

/// When the chair did what.
struct Steps {
    poll: String,
    opened: Instant,
    closed: Option<Instant>,
}

/// One vote in the first room.
pub async fn play(stage: &Stage<'_>, rooms: Vec<FullRoom>, meter: &Meter, report: &mut Report) -> Result<(), Fault> {
    let no_chair = || Fault::Settings("a vote needs a chair's code: take them from `roundtable links --json`".into());
    let room = rooms.into_iter().next().ok_or_else(no_chair)?;
    let (stop, stopped) = watch::channel(false);
    let (desk, chair) = seat_chair(stage, room.chair.ok_or_else(no_chair)?, stopped.clone());
    let progress = Arc::new(Progress::default());
    let sign: Arc<str> = match stage.settings.results {
        Results::Live => format!(r#""turnout":{}"#, room.phones.len()).into(),
        Results::AtClose => r#""state":"closed""#.into(),
    };
    let (mut listening, mut booths) = (JoinSet::new(), Vec::new());
    let (start, lasting) = (
        Instant::now() + GATHERING,
        Duration::from_millis(stage.settings.within_ms) + CLEARING,
    );
    for (nth, phone) in room.phones.into_iter().enumerate() {
        let weather = stage.weather(0, nth, start, lasting);
        let diary = Diary::new(&stage.stories[0], Audience::Participant);
        let voter = Voter::new(nth, Arc::clone(&sign), Arc::clone(&progress), diary);
        let number = phone.number;
        let (ear, mouth) = phone.split();
        let commands = Commands::of(mouth.clone(), Default::default(), stage.run, number, Duration::ZERO);
        booths.push(Booth {
            mouth,
            ballot_id: commands.id(),
            answered: voter.answered(),
            is_fair: weather.is_fair(),
        });
        listening.spawn(voter.watch(ear, weather, stopped.clone()));
    }
    wait_for_quiet(&progress.frames).await;
    if booths.iter().any(|booth| !booth.is_fair) {
        tokio::time::sleep_until(start).await;
    }
    let (steps, sent, mouths) = vote(stage, &desk, booths, &progress, meter, report).await?;
    let newcomers = Newcomers::enter(stage, &[Audience::Participant, Audience::Chair], &stopped).await?;
    stage.wait_for_quiet().await;
    let _ = stop.send(true);
    let mut voters = listening.join_all().await;
    drop(mouths);
    let mut pages: Vec<Page> = voters.iter().map(Voter::page).collect();
    if let Ok(chair) = chair.await {
        pages.push(chair.account(Vec::new(), report));
    }
    account(stage, &mut voters, &steps, &sent, report);
    equality::compare(&newcomers.leave().await, &pages, report);
    Ok(())
}

fn seat_chair(stage: &Stage<'_>, phone: Phone, stop: watch::Receiver<bool>) -> (Desk, JoinHandle<Attendee>) {
    let number = phone.number;
    let attendee = Attendee::reading(stage, 0, number, Audience::Chair);
    let patience = Duration::from_secs(stage.settings.patience);
    let (ear, mouth) = phone.split();
    let commands = Commands::of(mouth, attendee.waiting.clone(), stage.run, number, patience);
    (Desk(commands), tokio::spawn(attendee.attend(ear, Weather::fair(), stop)))
}

async fn vote(
    stage: &Stage<'_>,
    desk: &Desk,
    booths: Vec<Booth>,
    progress: &Progress,
    meter: &Meter,
    report: &mut Report,
) -> Result<(Steps, Sent, Vec<Vote>), Fault> {
    let paper = Paper::new(stage.settings);
    let all = booths.len() as u64;
    let fair = booths.iter().filter(|booth| booth.is_fair).count() as u64;
    let (_, made) = desk.has_done(paper.draft()).await?;
    let poll = made.ok_or_else(|| Fault::Settings("the server did not say which poll it drafted".into()))?;
    let ballots = booths.into_iter().enumerate().map(|(nth, booth)| {
        let choice = paper.choice(nth);
        let command = json!({ "id": booth.ballot_id, "tool": "polls", "do": "cast", "poll": poll, "choice": choice }).to_string();
        Vote { booth, command }
    });
    let ballots: Vec<Vote> = ballots.collect();
    progress.listens.store(true, Ordering::Release);
    let (opened, _) = desk.has_done(json!({ "tool": "polls", "do": "open", "poll": poll })).await?;
    stage.wait_for(fair, || progress.opened.load(Ordering::Acquire)).await;
    let window = meter.begin();
    let mut sent = cast(&ballots, Duration::from_millis(stage.settings.within_ms)).await;
    stage.wait_for(fair, || progress.answered.load(Ordering::Acquire)).await;
    sent.again = cast_again(&ballots).await;
    let closed = match stage.settings.results {
        Results::Live => None,
        Results::AtClose => {
            let close = json!({ "tool": "polls", "do": "close", "poll": poll });
            Some(desk.has_done(close).await?.0)
        }
    };
    stage.wait_for(fair, || progress.complete.load(Ordering::Acquire)).await;
    meter.end(&window, report);
    stage
        .wait_for(all - fair, || progress.complete_in_rough.load(Ordering::Acquire))
        .await;
    Ok((Steps { poll, opened, closed }, sent, ballots))
}

/// Whoever was away when the answer came asks again, with the same id, which counts as the same ballot; the moment of the last.
async fn cast_again(ballots: &[Vote]) -> Option<Instant> {
    if ballots.iter().any(|vote| !vote.booth.is_fair) {
        tokio::time::sleep(CLEARING).await;
    }
    let open = |vote: &&Vote| !vote.booth.is_fair && !vote.booth.answered.load(Ordering::Acquire);
    let mut last = None;
    for vote in ballots.iter().filter(open) {
        last = Some(Instant::now());
        // Where it fails, the ballot stays unanswered, and the listening half tells why.
        let _ = vote.booth.mouth.send_text(vote.command.clone()).await;
    }
    last
}

/// Waits until nothing has come for a while.
async fn wait_for_quiet(frames: &AtomicU64) {
    let mut last = (frames.load(Ordering::Relaxed), Instant::now());
    while last.1.elapsed() < QUIET {
        tokio::time::sleep(LOOK).await;
        let now = frames.load(Ordering::Relaxed);
        if now != last.0 {
            last = (now, Instant::now());
        }
    }
}

/// Sends all ballots, spread evenly over the time, one after the other: sending costs less than the task that each would need.
async fn cast(ballots: &[Vote], within: Duration) -> Sent {
    let (start, count) = (Instant::now(), ballots.len().max(1));
    let mut sent = Sent::default();
    for (nth, vote) in ballots.iter().enumerate() {
        let due = start + within.mul_f64(nth as f64 / count as f64);
        if due > Instant::now() {
            tokio::time::sleep_until(due).await;
        }
        sent.lateness.record(due.elapsed());
        sent.at.push(Instant::now());
        // Where it fails, the listening half of the same phone reports why, and the ballot stays unanswered.
        let _ = vote.booth.mouth.send_text(vote.command.clone()).await;
    }
    sent
}

fn account(stage: &Stage<'_>, voters: &mut [Voter], steps: &Steps, sent: &Sent, report: &mut Report) {
    let (Some(first), Some(cast)) = (sent.at.first(), sent.at.last()) else {
        return;
    };
    let (phones, tally) = (voters.len(), Paper::new(stage.settings).tally(voters.len()));
    let is_final = |poll: &Value| {
        let is_in_time = steps.closed.is_none() || poll["state"] == "closed";
        is_in_time && poll["turnout"] == phones && poll["tally"] == tally && poll["count"]["ballots"] == phones
    };
    let mut ballots = Ballots::new(
        stage.settings,
        *cast - *first,
        steps.closed.map(|closed| closed - sent.again.unwrap_or(*cast)),
    );
    report.lateness.merge(&sent.lateness);
    report.sent = sent.at.len() as u64;
    report.expected = phones as u64;
    for voter in voters {
        let story = voter.tell(&steps.poll, is_final);
        report.bytes += voter.bytes;
        report.messages += story.frames.all();
        report.unanswered += u64::from(story.answers == 0);
        report.differing += u64::from(!story.is_right);
        report.lost += u64::from(story.complete.is_none());
        report.deliveries += u64::from(story.complete.is_some());
        story.refused.iter().for_each(|message| report.note_refused(message.clone()));
        voter.ended.take().into_iter().for_each(|why| report.note_ended(why));
        if voter.is_fair {
            ballots.answers += u64::from(story.answers);
            time(&story, (voter.nth, sent), *cast, steps, &mut ballots, report);
        } else {
            // Whoever comes back may hear the same answer twice.
            ballots.answers += u64::from(story.answers.min(1));
            ballots.note_rough();
            let caught_up = story
                .complete
                .map(|complete| complete.saturating_duration_since(sent.last(complete, *cast)));
            caught_up.into_iter().for_each(|after| report.catching_up.record(after));
        }
    }
    report.ballots = Some(ballots);
}

/// The times of a phone in fair weather.
fn time(story: &Story, voter: (usize, &Sent), cast: Instant, steps: &Steps, ballots: &mut Ballots, report: &mut Report) {
    let (nth, sent) = voter;
    ballots.note_frames(&story.frames);
    if let (Some(answered), Some(asked)) = (story.answered, sent.at.get(nth)) {
        report.saving.record(answered.saturating_duration_since(*asked));
    }
    if let Some(opened) = story.opened {
        ballots.opening.record(opened.saturating_duration_since(steps.opened));
    }
    if let Some(complete) = story.complete {
        report
            .seeing
            .record(complete.saturating_duration_since(sent.last(complete, cast)));
        if let Some(closed) = steps.closed {
            ballots.closing.record(complete.saturating_duration_since(closed));
        }
    }
}
