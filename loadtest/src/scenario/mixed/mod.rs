//! A whole meeting at once: in every room the writers write the notes, somebody asks for the floor and withdraws, the chair decides,
//! and everybody votes; and the plenary, the first room, does the same with many more phones. Each kind has figures of its own.

mod ballot;
mod meeting;

use super::FullRoom;
use super::attendee::Attendee;
use super::equality::{self, Newcomer, Newcomers};
use super::floor::{self, Asker};
use super::meter::Meter;
use super::notes;
use super::stage::Stage;
use crate::fault::Fault;
use crate::figures::Figure;
use crate::latency::Latencies;
use crate::ledger::Ledger;
use crate::report::Report;
use crate::story::Audience;
use ballot::Vote;
use meeting::Meeting;
use std::sync::Arc;
use tokio::sync::watch;

/// What is seen by everyone within this, 99 of 100 times, and what is the final tally on the last phone.
const SEEN_P99_MS: f64 = 10.0;
const TALLY_MS: f64 = 500.0;

/// Lets the meeting happen for the time of the settings.
pub async fn play(stage: &Stage<'_>, rooms: Vec<FullRoom>, meter: &Meter, report: &mut Report) -> Result<(), Fault> {
    let (stop, stopped) = watch::channel(false);
    let window = meter.begin();
    let mut meeting = Meeting::new(stage, stopped.clone());
    for (index, room) in rooms.into_iter().enumerate() {
        meeting.add_room(stage, index, room);
    }
    let written = meeting.writing.join_all().await;
    let askers = meeting.asking.join_all().await;
    let votes = meeting
        .voting
        .join_all()
        .await
        .into_iter()
        .collect::<Result<Vec<Vote>, Fault>>()?;
    let listeners: Vec<usize> = (0..stage.rooms())
        .map(|room| stage.phones_in(room) + meeting.chairs[room] - 1)
        .collect();
    notes::wait_for_all(stage, &meeting.ledgers, &listeners, report).await;
    meter.end(&window, report);
    let newcomers = Newcomers::enter(stage, &[Audience::Participant, Audience::Chair], &stopped).await?;
    stage.wait_for_quiet().await;
    let _ = stop.send(true);
    let attendees = meeting.attending.join_all().await;
    let mut figures = vec![account_for_notes(&meeting.ledgers, report)];
    figures.extend(account_for_floor(&askers, &attendees, report));
    figures.extend(account_for_votes(&votes, &attendees, report));
    figures.push(Figure::new("server CPU, of one core", share(report), "%", None));
    report.own_figures.extend(figures);
    written.iter().for_each(|written| report.lateness.merge(&written.lateness));
    let pages = notes::pages(attendees, written, report);
    let newcomers = newcomers.leave().await;
    account_for_newcomers(stage, &newcomers, &meeting.ledgers, report);
    equality::compare(&newcomers, &pages, report);
    Ok(())
}

/// Who comes afterwards must find every edit in the notes and every ballot in the count.
fn account_for_newcomers(stage: &Stage<'_>, newcomers: &[Newcomer], ledgers: &[Arc<Ledger>], report: &mut Report) {
    let is_participant = |newcomer: &&Newcomer| newcomer.audience() == Audience::Participant;
    for newcomer in newcomers.iter().filter(is_participant) {
        report.lost_to_latecomers += u64::from(newcomer.seen.missing(ledgers[newcomer.room].sent()));
        let phones = stage.phones_in(newcomer.room) as u64;
        report.lost += newcomer.turnout().map_or(0, |turnout| phones.abs_diff(turnout));
    }
}

fn account_for_notes(ledgers: &[Arc<Ledger>], report: &mut Report) -> Figure {
    let mut everyone = Latencies::default();
    ledgers.iter().for_each(|ledger| everyone.merge(&ledger.until_everyone()));
    report.everyone.merge(&everyone);
    Figure::time("notes: seen by everyone, p99", everyone.quantile(0.99), Some(SEEN_P99_MS))
}

fn share(report: &Report) -> Option<f64> {
    Some(report.server_cpu?.as_secs_f64() * 100.0 / report.window.as_secs_f64().max(f64::EPSILON))
}

fn account_for_floor(askers: &[Asker], attendees: &[Attendee], report: &mut Report) -> [Figure; 2] {
    let mut floor = Report::default();
    floor::account(askers, attendees, &mut floor);
    report.lateness.merge(&floor.lateness);
    report.sent += floor.sent;
    report.expected += floor.expected;
    report.deliveries += floor.deliveries;
    report.lost += floor.lost;
    report.unanswered += floor.unanswered;
    report.saving.merge(&floor.saving);
    floor
        .refusals
        .first
        .into_iter()
        .for_each(|message| report.note_refused(message));
    [
        Figure::time(
            "floor: seen by everyone, p99",
            floor.everyone.quantile(0.99),
            Some(SEEN_P99_MS),
        ),
        Figure::time("chair's decision on each phone, p99", floor.deciding.quantile(0.99), None),
    ]
}

fn account_for_votes(votes: &[Vote], attendees: &[Attendee], report: &mut Report) -> [Figure; 2] {
    let mut tally = Latencies::default();
    let mut answering = Latencies::default();
    for vote in votes {
        report.unanswered += vote.unanswered;
        report.sent += vote.sent;
        answering.merge(&vote.answering);
        vote.refused.iter().for_each(|message| report.note_refused(message.clone()));
        let (Some(last), Some(seq)) = (vote.last_sent, vote.last_seq) else {
            continue;
        };
        for attendee in attendees.iter().filter(|attendee| attendee.room == vote.room) {
            match attendee.onlooker.showed(seq) {
                Some(moment) if attendee.witness.is_fair() => tally.record(moment.saturating_duration_since(last)),
                Some(_) => {}
                None => report.lost += 1,
            }
        }
    }
    [
        Figure::time("votes: last ballot to the last phone's tally", tally.max(), Some(TALLY_MS)),
        Figure::time("votes: ballot to its answer, p99", answering.quantile(0.99), None),
    ]
}
