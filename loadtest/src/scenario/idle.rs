//! Everyone is connected and nothing happens: what a connection costs to have.

use super::FullRoom;
use super::attendee::Attendee;
use super::equality::{self, Newcomers, Page};
use super::meter::Meter;
use super::stage::Stage;
use crate::fault::Fault;
use crate::report::Report;
use crate::story::Audience;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::Instant;

/// Holds the connections for the time of the settings, counts those that ended by themselves, and compares every phone.
pub async fn play(stage: &Stage<'_>, rooms: Vec<FullRoom>, meter: &Meter, report: &mut Report) -> Result<(), Fault> {
    let (stop, stopped) = watch::channel(false);
    let (start, lasting) = (Instant::now(), Duration::from_secs(stage.settings.seconds));
    let mut attending = JoinSet::new();
    for (index, room) in rooms.into_iter().enumerate() {
        for (nth, phone) in room.phones.into_iter().enumerate() {
            let attendee = Attendee::reading(stage, index, phone.number, Audience::Participant);
            let weather = stage.weather(index, nth, start, lasting);
            let (ear, _mouth) = phone.split();
            attending.spawn(attendee.attend(ear, weather, stopped.clone()));
        }
    }
    let window = meter.begin();
    tokio::time::sleep(lasting).await;
    meter.end(&window, report);
    report.memory_connected = meter.memory();
    let newcomers = Newcomers::enter(stage, &[Audience::Participant], &stopped).await?;
    stage.wait_for_quiet().await;
    let _ = stop.send(true);
    let attendees = attending.join_all().await.into_iter();
    let pages: Vec<Page> = attendees.map(|attendee| attendee.account(Vec::new(), report)).collect();
    equality::compare(&newcomers.leave().await, &pages, report);
    Ok(())
}
