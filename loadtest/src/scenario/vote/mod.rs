//! The chair opens a poll and every phone votes within a moment; each must be answered once, and every phone must show the
//! tally of all ballots.

mod desk;
mod paper;
mod voter;

use super::command_ids::CommandIds;
use super::meter::Meter;
use super::{FullRoom, LOOK, Stage};
use crate::ballots::Ballots;
use crate::fault::Fault;
use crate::latency::Latencies;
use crate::phone::Mouth;
use crate::report::Report;
use crate::settings::Results;
use desk::Desk;
use paper::Paper;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::Instant;
use voter::{Progress, Voter};

/// So long nothing comes before the poll is drafted: the crowd's coming in is no part of the vote.
const QUIET: Duration = Duration::from_secs(1);

/// A ballot under way.
struct Vote {
    mouth: Mouth,
    command: String,
}

/// When the ballots went out.
#[derive(Debug, Default)]
struct Sent {
    /// By the voter's number.
    at: Vec<Instant>,
    lateness: Latencies,
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
    let patience = Duration::from_secs(stage.settings.patience);
    let mut desk = Desk::on(room.chair.ok_or_else(no_chair)?, stage.run, patience, stopped.clone());
    let progress = Arc::new(Progress::default());
    let sign: Arc<str> = match stage.settings.results {
        Results::Live => format!(r#""turnout":{}"#, room.phones.len()).into(),
        Results::AtClose => r#""state":"closed""#.into(),
    };
    let (mut listening, mut mouths) = (JoinSet::new(), Vec::new());
    for (nth, phone) in room.phones.into_iter().enumerate() {
        let ids = CommandIds::of(stage.run, phone.number);
        let voter = Voter::new(nth, Arc::clone(&sign), Arc::clone(&progress));
        let (ear, mouth) = phone.split();
        listening.spawn(voter.watch(ear, stopped.clone()));
        mouths.push((mouth, ids));
    }
    wait_for_quiet(&progress.frames).await;
    let (steps, sent, mouths) = vote(stage, &mut desk, mouths, &progress, meter, report).await?;
    let _ = stop.send(true);
    desk.leave().await.into_iter().for_each(|why| report.note_ended(why));
    let mut voters = listening.join_all().await;
    drop(mouths);
    account(stage, &mut voters, &steps, &sent, report);
    Ok(())
}

async fn vote(
    stage: &Stage<'_>,
    desk: &mut Desk,
    mouths: Vec<(Mouth, CommandIds)>,
    progress: &Progress,
    meter: &Meter,
    report: &mut Report,
) -> Result<(Steps, Sent, Vec<Mouth>), Fault> {
    let (phones, paper) = (mouths.len() as u64, Paper::new(stage.settings));
    let (_, made) = desk.has_done(paper.draft()).await?;
    let poll = made.ok_or_else(|| Fault::Settings("the server did not say which poll it drafted".into()))?;
    let ballots = mouths.into_iter().enumerate().map(|(nth, (mouth, mut ids))| {
        let command =
            json!({ "id": ids.next(), "tool": "polls", "do": "cast", "poll": poll, "choice": paper.choice(nth) }).to_string();
        Vote { mouth, command }
    });
    let ballots: Vec<Vote> = ballots.collect();
    progress.listens.store(true, Ordering::Release);
    let (opened, _) = desk.has_done(json!({ "tool": "polls", "do": "open", "poll": poll })).await?;
    stage.wait_for(phones, || progress.opened.load(Ordering::Acquire)).await;
    let window = meter.begin();
    let (sent, mouths) = cast(ballots, Duration::from_millis(stage.settings.within_ms)).await;
    stage.wait_for(phones, || progress.answered.load(Ordering::Acquire)).await;
    let closed = match stage.settings.results {
        Results::Live => None,
        Results::AtClose => {
            let close = json!({ "tool": "polls", "do": "close", "poll": poll });
            Some(desk.has_done(close).await?.0)
        }
    };
    stage.wait_for(phones, || progress.complete.load(Ordering::Acquire)).await;
    meter.end(&window, report);
    Ok((Steps { poll, opened, closed }, sent, mouths))
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
async fn cast(ballots: Vec<Vote>, within: Duration) -> (Sent, Vec<Mouth>) {
    let (start, count) = (Instant::now(), ballots.len().max(1));
    let mut sent = Sent::default();
    let mut mouths = Vec::with_capacity(ballots.len());
    for (nth, Vote { mut mouth, command }) in ballots.into_iter().enumerate() {
        let due = start + within.mul_f64(nth as f64 / count as f64);
        if due > Instant::now() {
            tokio::time::sleep_until(due).await;
        }
        sent.lateness.record(due.elapsed());
        sent.at.push(Instant::now());
        // Where it fails, the listening half of the same phone reports why, and the ballot stays unanswered.
        let _ = mouth.send_text(command).await;
        mouths.push(mouth);
    }
    (sent, mouths)
}

fn account(stage: &Stage<'_>, voters: &mut [Voter], steps: &Steps, sent: &Sent, report: &mut Report) {
    let (Some(first), Some(last)) = (sent.at.first(), sent.at.last()) else {
        return;
    };
    let (phones, tally) = (voters.len(), Paper::new(stage.settings).tally(voters.len()));
    let is_final = |poll: &Value| {
        let is_in_time = steps.closed.is_none() || poll["state"] == "closed";
        is_in_time && poll["turnout"] == phones && poll["tally"] == tally && poll["count"]["ballots"] == phones
    };
    let mut ballots = Ballots::new(stage.settings, *last - *first, steps.closed.map(|closed| closed - *last));
    report.lateness.merge(&sent.lateness);
    report.sent = sent.at.len() as u64;
    report.expected = phones as u64;
    for voter in voters {
        let story = voter.tell(&steps.poll, is_final);
        report.bytes += voter.bytes;
        report.messages += story.frames.all();
        report.unanswered += u64::from(story.answers == 0);
        ballots.answers += u64::from(story.answers);
        ballots.note_frames(&story.frames);
        if let (Some(answered), Some(sent)) = (story.answered, sent.at.get(voter.nth)) {
            report.saving.record(answered.saturating_duration_since(*sent));
        }
        if let Some(opened) = story.opened {
            ballots.opening.record(opened.saturating_duration_since(steps.opened));
        }
        match story.complete {
            Some(complete) => {
                report.deliveries += 1;
                report.seeing.record(complete.saturating_duration_since(*last));
                if let Some(closed) = steps.closed {
                    ballots.closing.record(complete.saturating_duration_since(closed));
                }
            }
            None => report.lost += 1,
        }
        report.differing += u64::from(!story.is_right);
        story.refused.into_iter().for_each(|message| report.note_refused(message));
        voter.ended.take().into_iter().for_each(|why| report.note_ended(why));
    }
    report.ballots = Some(ballots);
}
