//! One of every event in the course of a session, with every field and every word that it can hold: for the fixtures of the stored
//! form. And what came to the board with the plenary.

use super::scene::NOON;
use crate::room::command::Shows;
use crate::room::event::{BoardEvent, Event, SessionEvent};
use crate::room::ids::{CardId, Millis};
use crate::room::seat::Role;
use crate::room::sittings::SittingTimes;

/// All of them.
pub fn every_event() -> Vec<Event> {
    let answered = [
        BoardEvent::CardAnswered { card: CardId(1) },
        BoardEvent::CardUnanswered { card: CardId(1) },
    ];
    let session = told().into_iter().chain(screens()).map(Event::Session);
    session.chain(answered.into_iter().map(Event::Board)).collect()
}

fn told() -> Vec<SessionEvent> {
    let announced = |role| SessionEvent::Announced {
        message: "Ten minutes left".to_owned(),
        until: Millis(NOON + 600_000),
        role,
    };
    let counted = |label: &str| SessionEvent::CountdownSet {
        ends_at: Millis(NOON + 600_000),
        label: label.to_owned(),
    };
    let called = |reason: &str, role| SessionEvent::HelpCalled {
        reason: reason.to_owned(),
        role,
    };
    let extended = |sitting| SessionEvent::SessionExtended { minutes: 10, sitting };
    vec![
        announced(Role::Organiser),
        announced(Role::Chair),
        SessionEvent::AnnouncementWithdrawn,
        counted(""),
        counted("Coffee"),
        SessionEvent::CountdownStopped,
        extended(None),
        extended(Some(closing())),
        SessionEvent::ExtensionTakenBack { sitting: None },
        SessionEvent::ExtensionTakenBack {
            sitting: Some(closing()),
        },
        called("", Role::Chair),
        called("The projector is dark", Role::Rapporteur),
        SessionEvent::HelpAnswered,
        SessionEvent::HelpEnded,
    ]
}

fn closing() -> SittingTimes {
    let [date, starts, ends] = ["2024-05-10", "17:00", "18:00"].map(str::to_owned);
    SittingTimes { date, starts, ends }
}

fn screens() -> impl Iterator<Item = SessionEvent> {
    let all = [
        Shows::Automatic,
        Shows::Floor,
        Shows::Poll,
        Shows::Notes,
        Shows::Board,
        Shows::Join,
        Shows::Countdown,
        Shows::Plenary,
        Shows::Blank,
    ];
    all.into_iter().map(|shows| SessionEvent::ScreenSet { shows })
}
