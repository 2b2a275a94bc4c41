//! `roundtable serve`

use super::{Failure, check, logging, print, runtime};
use roundtable::hub::links::{self, ROOM_ROLES};
use roundtable::meeting::{Meeting, codes};
use roundtable::room::seat::Role;
use roundtable::server::{Parts, Server};
use roundtable::settings::Settings;
use std::fmt::Write;
use std::process::ExitCode;
use std::time::Duration;

/// Rooms whose links are printed at the start; of a larger meeting, `roundtable links` tells the rest.
const ROOMS_PRINTED_MAX: usize = 12;

/// Time for what still waits for a disk when everything else has ended: with what the hub and open requests may take, the process is gone
/// within ten seconds, before a supervisor uses force.
const UNFINISHED: Duration = Duration::from_secs(1);

/// Runs the server until it is told to stop.
pub fn run(settings: &Settings) -> Result<ExitCode, Failure> {
    logging::begin();
    let meeting = match &settings.meeting {
        Some(path) => check::read(path)?,
        None => roundtable::meeting::example(),
    };
    let runtime = runtime()?;
    // In a task of the runtime, whose threads have the stack that documents need.
    let served = runtime.block_on(async {
        let parts = Parts::open(settings).map_err(Failure::failed)?;
        let server = Server::start(settings, meeting.clone(), parts)
            .await
            .map_err(Failure::failed)?;
        // Its plan may have been changed in the browser since the file was read.
        let planned = server.hub.registry.meeting(&meeting.id);
        print(&welcome(&server, planned.as_deref().unwrap_or(&meeting), settings));
        tracing::info!(address = %server.address, "listening");
        server.run(signal()).await;
        Ok(())
    });
    runtime.shutdown_timeout(UNFINISHED);
    served.map(|()| ExitCode::SUCCESS)
}

/// Ctrl-C, or SIGTERM from whatever runs the server.
async fn signal() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    // A machine that can't tell of a signal is stopped by force; the journal is made for that.
    let _ = interrupt.await;
}

fn welcome(server: &Server, meeting: &Meeting, settings: &Settings) -> String {
    let base = settings.base_url(server.address);
    let registry = &server.hub.registry;
    let url = |room, role| links::url(&base, &registry.code(&meeting.id, room, role).unwrap_or_default());
    let mut text = format!("\n{}\n\n  organiser    {}\n", meeting.title, url(None, Role::Organiser));
    for room in meeting.rooms.iter().take(ROOMS_PRINTED_MAX) {
        let code = registry
            .code(&meeting.id, Some(&room.id), Role::Participant)
            .unwrap_or_default();
        let _ = write!(text, "\n{}  (code {})\n", room.title, codes::grouped(&code));
        for (name, role) in ROOM_ROLES {
            let _ = writeln!(text, "  {name:<12} {}", url(Some(&room.id), role));
        }
    }
    if meeting.rooms.len() > ROOMS_PRINTED_MAX {
        let _ = writeln!(
            text,
            "\n… and {} more rooms: roundtable links",
            meeting.rooms.len() - ROOMS_PRINTED_MAX
        );
    }
    if let Ok(keys) = registry.keys() {
        let key = roundtable::archive::public_key_of(&keys.seal);
        let _ = writeln!(text, "\nOutcomes are signed with the key {key}");
    }
    if let Some(first) = meeting.rooms.first() {
        let link = url(Some(&first.id), Role::Participant);
        let _ = write!(text, "\nTo join “{}” from a phone:\n\n{}\n", first.title, qr(&link));
    }
    text
}

fn qr(link: &str) -> String {
    let drawn = qrcode::QrCode::new(link.as_bytes()).map(|code| {
        use qrcode::render::unicode::Dense1x2;
        code.render::<Dense1x2>()
            .dark_color(Dense1x2::Light)
            .light_color(Dense1x2::Dark)
            .build()
    });
    drawn.unwrap_or_default()
}
