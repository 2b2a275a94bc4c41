//! The room as the journal gives it, position by position, beside what was shown at that position.

use crate::canaries::{self, Kind};
use crate::ledger::{Ledger, Page, Sighting, comparable};
use roundtable::room::Room;
use roundtable::room::board::Place;
use roundtable::room::event::Event;
use roundtable::room::ids::Seq;
use roundtable::room::polls::secret::SecretBallot;
use roundtable::room::record::Record;
use roundtable::room::seat::Role;
use roundtable::room::view::Audience;
use serde_json::Value;
use std::collections::BTreeSet;

/// The room, and what of the polls' wording was put to it.
#[derive(Default)]
pub struct Replay {
    pub room: Room,
    seq: u64,
    /// Canaries of polls that were opened.
    opened: BTreeSet<usize>,
    /// Pages that fit no position yet.
    unmatched: Vec<usize>,
}

impl Replay {
    /// The next record.
    pub fn take(&mut self, seq: u64, record: &Record, secret: Option<SecretBallot>) {
        self.room.begin_record(Seq(seq));
        for event in &record.events {
            self.room.apply(&record.stamp(), &with_ballot(event, secret.as_ref()));
            if let Event::PollOpened { poll, .. } = event {
                let poll = self.room.polls.get(*poll).expect("an open poll is there");
                let paper = serde_json::to_value(&poll.paper).unwrap();
                canaries::in_value(&paper, &mut |canary| self.opened.extend([canary]));
            }
        }
        self.room.end_record(record.by.as_ref(), record.encode().len());
        self.room.notes.flush();
        self.room.take_touched();
        self.seq = seq;
    }

    /// Compares what was shown at this position with the room.
    pub fn compare(&mut self, seq: u64, ledger: &Ledger) {
        for audience in Audience::ALL {
            if let Some(shown) = ledger.views.get(&(seq, audience)) {
                let view = comparable(serde_json::to_value(self.room.view(audience)).unwrap());
                assert_eq!(*shown, view, "{audience:?} was shown at {seq} what is not stored");
            }
        }
        for sighting in ledger.sightings.iter().filter(|sighting| sighting.seq == seq) {
            self.judge(sighting, ledger);
        }
        if let Some(state) = ledger.states.get(&seq) {
            assert_same_state("live", state, &self.room.snapshot());
        }
        let begun = ledger.pages.iter().enumerate().filter(|(_, page)| page.seq == seq);
        self.unmatched.extend(begun.map(|(index, _)| index));
        let room = &self.room;
        self.unmatched.retain(|index| !is_own_page(room, seq, &ledger.pages[*index]));
    }

    /// Nothing was shown that lies beyond what is stored.
    pub fn finish(&self, ledger: &Ledger) {
        let last = ledger
            .views
            .keys()
            .map(|(seq, _)| *seq)
            .chain(ledger.pages.iter().map(|page| page.seq))
            .max();
        assert!(last <= Some(self.seq), "position {last:?} was shown, {} are stored", self.seq);
        assert_eq!(self.unmatched, [0; 0], "a page fits no position");
    }

    /// Whether the audience may see the canary there and then, by the state and not by the view.
    fn judge(&self, sighting: &Sighting, ledger: &Ledger) {
        let canary = ledger.canaries.get(sighting.canary);
        let Sighting { audience, section, .. } = sighting;
        let chair = *audience == Audience::Chair;
        let may = match canary.kind {
            Kind::Draft => chair || self.opened.contains(&sighting.canary),
            Kind::DeskNote => chair && section == "floor",
            Kind::Card => {
                section == "board" && (chair || *audience == Audience::Rapporteur || self.is_shown_card(sighting.canary))
            }
            Kind::Ballot | Kind::SecretBallot => section == "polls" && (chair || self.is_passed_text(sighting.canary)),
            Kind::Name => self.may_see_name(sighting, &canary.by),
        };
        assert!(may, "{audience:?} sees {canary:?} in {section} at {}", sighting.seq);
    }

    fn is_shown_card(&self, canary: usize) -> bool {
        let shown = self.room.board.cards().filter(|(_, card)| card.place == Place::Shown);
        shown.map(|(_, card)| card.text.as_str()).any(|text| holds(text, canary))
    }

    fn is_passed_text(&self, canary: usize) -> bool {
        let polls = self.room.polls.iter();
        let mut passed = polls.flat_map(|(_, poll)| poll.texts().iter().filter(|(id, _)| poll.passed.has(id)));
        passed.any(|(_, text)| holds(&text.text, canary))
    }

    /// Names are in the list of those who are there, which chair and rapporteur alone see whole, in the list of speakers, and elsewhere
    /// where the room is on the record.
    fn may_see_name(&self, sighting: &Sighting, whose: &roundtable::room::ids::SeatId) -> bool {
        let role = self.room.seats.get(whose).map(|seat| seat.role);
        let sees_all = matches!(sighting.audience, Audience::Chair | Audience::Rapporteur);
        match sighting.section.as_str() {
            "people" => sees_all || matches!(role, Some(Role::Chair | Role::Rapporteur)),
            "floor" => true,
            // Who has not voted yet is for the chair to call.
            "polls" if sighting.audience == Audience::Chair => true,
            _ => self.room.definition.attribution.is_on_the_record(),
        }
    }
}

fn holds(text: &str, canary: usize) -> bool {
    let mut found = false;
    canaries::in_text(text, &mut |number| found |= number == canary);
    found
}

/// The event as it was before its ballot was kept apart.
fn with_ballot(event: &Event, secret: Option<&SecretBallot>) -> Event {
    match event {
        Event::SecretBallotCast { poll, .. } => Event::SecretBallotCast {
            poll: *poll,
            secret: secret.cloned().map(Box::new),
        },
        other => other.clone(),
    }
}

/// Whether it is the page of that seat at this position. A page may tell of a ballot that the view has not yet, so it may be later than
/// its position, but not later than what was stored when it was read.
fn is_own_page(room: &Room, seq: u64, page: &Page) -> bool {
    let is_it = page.you == serde_json::to_value(room.you(&page.seat, page.role)).unwrap();
    assert!(
        is_it || seq < page.stored_seq,
        "{} was shown at {} of itself what is not stored: {}",
        page.seat,
        page.seq,
        page.you
    );
    is_it
}

/// Compares two snapshots of a room.
pub fn assert_same_state(which: &str, state: &[u8], replayed: &[u8]) {
    if state != replayed {
        let [state, replayed]: [Value; 2] = [state, replayed].map(|bytes| serde_json::from_slice(bytes).unwrap());
        let [state, replayed] = [&state, &replayed].map(|value| value.as_object().unwrap());
        for (field, value) in state {
            assert_eq!(
                Some(value),
                replayed.get(field),
                "the {which} room differs from the replayed one in '{field}'"
            );
        }
    }
}
