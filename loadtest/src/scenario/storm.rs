//! All phones of a room lose their connection at once and come back at once, with nothing: each has to get the page and all of the
//! notes again.

use super::FullRoom;
use super::attendee::Attendee;
use super::equality::{self, Newcomers, Page};
use super::meter::Meter;
use super::stage::Stage;
use crate::fault::Fault;
use crate::figures::Figure;
use crate::phone::{Phone, Seat, Weather};
use crate::report::Report;
use crate::story::Audience;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::Instant;

/// Two thousand phones have everything again in 0.3 s; of other numbers it is the same for each.
const CAUGHT_UP_MS_PER_PHONE: f64 = 300.0 / 2_000.0;

/// Drops all connections, lets all come back, and compares every phone.
pub async fn play(stage: &Stage<'_>, rooms: Vec<FullRoom>, meter: &Meter, report: &mut Report) -> Result<(), Fault> {
    stage.wait_for_quiet().await;
    let phones: Vec<Phone> = rooms.into_iter().flat_map(|room| room.phones).collect();
    let count = phones.len();
    let window = meter.begin();
    let dropped = Instant::now();
    let seats: Vec<Seat> = phones.into_iter().map(Phone::hang_up).collect();
    let mut returning = JoinSet::new();
    for seat in seats {
        returning.spawn(come_back(seat));
    }
    let mut returned = Vec::with_capacity(count);
    while let Some(ended) = returning.join_next().await {
        match ended.unwrap_or_else(|error| Err(broken(&error.to_string()))) {
            Ok((phone, at)) => {
                report.returning.record(at - dropped);
                returned.push(phone);
            }
            Err(fault) => {
                report.lost += 1;
                report.note_ended(fault.to_string());
            }
        }
    }
    meter.end(&window, report);
    let goal = CAUGHT_UP_MS_PER_PHONE * count as f64;
    let what = format!("{count} phones back and caught up");
    report
        .own_figures
        .push(Figure::time(what, report.returning.max(), Some(goal)));
    compare(stage, returned, report).await
}

async fn come_back(seat: Seat) -> Result<(Phone, Instant), Fault> {
    let socket = seat.connect(None).await?;
    let phone = Phone::begin(seat, socket).await?;
    Ok((phone, Instant::now()))
}

fn broken(why: &str) -> Fault {
    Fault::Connection {
        what: "coming back".into(),
        why: why.to_owned(),
    }
}

async fn compare(stage: &Stage<'_>, phones: Vec<Phone>, report: &mut Report) -> Result<(), Fault> {
    let (stop, stopped) = watch::channel(false);
    let mut attending = JoinSet::new();
    for phone in phones {
        let attendee = Attendee::reading(stage, 0, phone.number, Audience::Participant);
        attending.spawn(attendee.attend(phone.split().0, Weather::fair(), stopped.clone()));
    }
    let newcomers = Newcomers::enter(stage, &[Audience::Participant], &stopped).await?;
    stage.wait_for_quiet().await;
    let _ = stop.send(true);
    let attendees = attending.join_all().await.into_iter();
    let pages: Vec<Page> = attendees.map(|attendee| attendee.account(Vec::new(), report)).collect();
    equality::compare(&newcomers.leave().await, &pages, report);
    Ok(())
}
