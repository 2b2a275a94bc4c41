//! The server is killed with a long journal and started again: how long until the first client is served, and whether everything
//! that was there is there again.

use super::filling;
use super::site::Guest;
use super::stage::Stage;
use crate::connection::Buffers;
use crate::fault::Fault;
use crate::figures::Figure;
use crate::phone::{Listener, Phone, Seat, Weather};
use crate::report::Report;
use crate::server::Server;
use crate::story::{Audience, Diary};
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::{Instant, sleep};
use tokio_tungstenite::tungstenite::Message;

/// Until the first client is served.
const SERVED_MS: f64 = 1_000.0;

/// How often a phone tries to come back, and for how long.
const TRY: Duration = Duration::from_millis(1);
const TRYING_MAX: Duration = Duration::from_secs(120);

/// Somebody who reads what is in a room.
struct Reader(Diary);

impl Listener for Reader {
    fn take(&mut self, message: &Message, _: std::time::Instant) {
        self.0.take(message);
    }
}

/// Fills the journal, kills, starts, and compares.
pub async fn play(stage: &Stage<'_>, server: Option<&mut Server>, report: &mut Report) -> Result<(), Fault> {
    let server = server.ok_or_else(|| Fault::Settings("give --server".into()))?;
    let records = stage.settings.records;
    let filled = match records {
        0 => Duration::ZERO,
        records => filling::fill(stage, records).await?,
    };
    report.sent = records;
    let seats = seats(stage).await?;
    let mut before = Vec::new();
    for (room, seat) in seats.iter().enumerate() {
        let socket = seat.connect(None).await?;
        before.push(read(stage, room, Phone::begin(seat.clone(), socket).await?).await);
    }
    let started = server.kill_and_start().await?;
    let first = come_back(&seats[0], started).await?;
    let served = started.elapsed();
    let mut after = vec![read(stage, 0, first).await];
    for (room, seat) in seats.iter().enumerate().skip(1) {
        after.push(read(stage, room, come_back(seat, started).await?).await);
    }
    for (before, after) in before.iter().zip(&after) {
        let is_same = before.page() == after.page() && before.notes(&[]) == after.notes(&[]);
        report.compared += 1;
        report.differing += u64::from(!is_same);
    }
    let per_second = records as f64 / filled.as_secs_f64().max(f64::EPSILON);
    report.own_figures.extend([
        Figure::time("killed, started, first client served", Some(served), Some(SERVED_MS)),
        Figure::new("records made beforehand", Some(records as f64), "", None),
        Figure::new("making them took", (records > 0).then_some(filled.as_secs_f64()), "s", None),
        Figure::new("records made per second", (records > 0).then_some(per_second), "/s", None),
    ]);
    Ok(())
}

/// One in each room, taken before the server is killed: whoever comes back has a token.
async fn seats(stage: &Stage<'_>) -> Result<Vec<Seat>, Fault> {
    let mut seats = Vec::new();
    for room in 0..stage.rooms() {
        let guest = Guest {
            room,
            audience: Audience::Participant,
            number: 1 << 22,
            buffers: Buffers::Usual,
        };
        seats.push(stage.site.seat(guest).await?);
    }
    Ok(seats)
}

async fn come_back(seat: &Seat, started: Instant) -> Result<Phone, Fault> {
    loop {
        let entered = match seat.connect(None).await {
            Ok(socket) => Phone::begin(seat.clone(), socket).await,
            Err(fault) => Err(fault),
        };
        match entered {
            Err(_) if started.elapsed() < TRYING_MAX => sleep(TRY).await,
            entered => return entered,
        }
    }
}

/// What a phone that is in has.
async fn read(stage: &Stage<'_>, room: usize, phone: Phone) -> Diary {
    let mut reader = Reader(Diary::new(&stage.stories[room], Audience::Participant));
    let (stop, stopped) = watch::channel(false);
    let (ear, _mouth) = phone.split();
    let listening = async {
        // Whether it was cut off shows in what it has.
        let _ = ear.listen(stopped, Weather::fair(), &mut reader).await;
    };
    let quiet = async {
        stage.wait_for_quiet().await;
        let _ = stop.send(true);
    };
    tokio::join!(listening, quiet);
    reader.0
}
