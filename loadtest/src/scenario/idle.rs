//! Everyone is connected and nothing happens: what a connection costs to have.

use super::meter::Meter;
use super::{FullRoom, Stage};
use crate::report::Report;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;

/// Holds the connections for the time of the settings and counts those that ended by themselves.
pub async fn play(stage: &Stage<'_>, rooms: Vec<FullRoom>, meter: &Meter, report: &mut Report) {
    let (stop, stopped) = watch::channel(false);
    let mut listening = JoinSet::new();
    for phone in rooms.into_iter().flat_map(|room| room.phones) {
        let (ear, mouth) = phone.split();
        let stopped = stopped.clone();
        listening.spawn(async move {
            let ended = ear.listen(stopped, |_, _| {}).await;
            drop(mouth);
            ended
        });
    }
    let window = meter.begin();
    tokio::time::sleep(Duration::from_secs(stage.settings.seconds)).await;
    meter.end(&window, report);
    report.memory_connected = meter.memory();
    let _ = stop.send(true);
    for ended in listening.join_all().await.into_iter().flatten() {
        report.note_ended(ended);
    }
}
