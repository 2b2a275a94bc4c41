//! A room's record without names: what happened, in which order and when, but every seat, name and delegation replaced by a
//! pseudonym that nothing else resolves. For the sealed record of a room under the Chatham House Rule, and for a journal whose
//! names are erased.
//!
//! One person has another pseudonym on the list of speakers, in the notes, on the board, in the comments, among the remarks and in
//! each poll: everybody in the room saw who had the floor when, and from that must not follow who wrote what. The pseudonyms
//! count up in the order in which they are first needed, so that the same journal gives the same record. What only chair and
//! rapporteur may do they do under the pseudonym of their seat, whose role stands in the record: else it would tell who wrote what
//! they wrote.
//!
//! Reasons and notes of the chair go too, for they are often about somebody, and so do ids of commands. What people wrote into notes,
//! cards, comments, remarks and polls stays as it is, as does why the report was taken up again, which the documents say: nobody but
//! they can tell whether it names somebody.

mod domain;
mod floor;

use super::command::{Ballot, PollPaper};
use super::event::Event;
use super::floor::Unit;
use super::ids::{PollId, SeatId};
use super::record::Record;
use super::seat::Profile;
use domain::{Contribution, Domain};
use std::collections::BTreeMap;

/// The pseudonyms given so far.
#[derive(Debug, Default)]
pub struct Veil {
    given: BTreeMap<(Domain, String), u32>,
    counts: BTreeMap<Domain, u32>,
    delegations: BTreeMap<Unit, u32>,
    /// Who wrote what can be taken off the pages by its author and by others.
    authors: BTreeMap<Contribution, SeatId>,
}

/// Whether it is no seat but a pseudonym, as in a journal whose names were erased: seats' own ids have no hyphen.
pub fn is_pseudonym(seat: &SeatId) -> bool {
    seat.as_str().contains('-')
}

impl Veil {
    /// The record as it may be told; of the records before it this veil has to have been asked in their order.
    pub fn over(&mut self, record: &Record) -> Record {
        Record {
            at: record.at,
            by: self.by(record),
            request: None,
            made: record.made.clone(),
            events: record.events.iter().map(|event| self.event(event.clone())).collect(),
        }
    }

    /// The pseudonym under which the record's seat acts; of the records before it this or the whole has to have been asked, too.
    pub fn by(&mut self, record: &Record) -> Option<SeatId> {
        let domain = self.domain(record);
        record.by.as_ref().map(|seat| self.seat(domain, seat))
    }

    fn event(&mut self, event: Event) -> Event {
        match event {
            Event::RoomOpened { definition } => Event::RoomOpened {
                definition: Box::new(self.definition(*definition)),
            },
            Event::RoomConfigured { definition } => Event::RoomConfigured {
                definition: Box::new(self.definition(*definition)),
            },
            Event::SeatTaken { mut seat } => {
                seat.id = self.seat(Domain::Seat, &seat.id);
                seat.profile = self.profile(&seat.profile);
                Event::SeatTaken { seat }
            }
            Event::SeatUpdated { seat, profile } => Event::SeatUpdated {
                seat: self.seat(Domain::Seat, &seat),
                profile: self.profile(&profile),
            },
            Event::WriterAllowed { seat } => Event::WriterAllowed {
                seat: self.seat(Domain::Writer, &seat),
            },
            Event::WriterDisallowed { seat } => Event::WriterDisallowed {
                seat: self.seat(Domain::Writer, &seat),
            },
            Event::PollDrafted { poll, mut paper, round } => {
                self.electorate(&mut paper);
                Event::PollDrafted { poll, paper, round }
            }
            Event::PollEdited { poll, mut paper } => {
                self.electorate(&mut paper);
                Event::PollEdited { poll, paper }
            }
            Event::BallotCast {
                poll,
                voter,
                seat,
                ballot,
            } => self.cast(poll, voter.as_ref(), &seat, ballot),
            Event::BallotEntered { poll, voter, ballot, .. } => Event::BallotEntered {
                poll,
                voter: self.voter(poll, &voter),
                profile: Profile::default(),
                ballot,
            },
            Event::PollClosed { poll, mut result } => {
                result.receipts.clear();
                Event::PollClosed { poll, result }
            }
            Event::PollVoided { poll, .. } => Event::PollVoided {
                poll,
                reason: String::new(),
                receipts: BTreeMap::new(),
            },
            other => self.on_the_floor(other),
        }
    }

    fn cast(&mut self, poll: PollId, voter: Option<&Unit>, seat: &SeatId, ballot: Box<Ballot>) -> Event {
        Event::BallotCast {
            poll,
            voter: voter.map(|voter| self.voter(poll, voter)),
            seat: self.seat(Domain::Poll(poll), seat),
            ballot,
        }
    }

    fn seat(&mut self, domain: Domain, seat: &SeatId) -> SeatId {
        let number = self.number(domain, seat.as_str());
        // Letters, digits and hyphens: it is one.
        SeatId::new(&format!("{}-{number}", domain.name())).unwrap_or_else(|| seat.clone())
    }

    fn voter(&mut self, poll: PollId, voter: &Unit) -> Unit {
        let domain = Domain::Poll(poll);
        let number = self.number(domain, voter.as_str());
        Unit::of_pseudonym(&format!("{}-{number}", domain.name()))
    }

    fn number(&mut self, domain: Domain, who: &str) -> u32 {
        let count = self.counts.entry(domain).or_default();
        *self.given.entry((domain, who.to_owned())).or_insert_with(|| {
            *count += 1;
            *count
        })
    }

    /// The class stays; a rank can be that of a single person.
    fn profile(&mut self, profile: &Profile) -> Profile {
        Profile {
            name: None,
            delegation: profile.delegation.as_deref().map(|name| self.delegation(name)),
            class: profile.class,
            rank: None,
        }
    }

    fn delegation(&mut self, name: &str) -> String {
        let next = u32::try_from(self.delegations.len()).unwrap_or(u32::MAX).saturating_add(1);
        let number = *self.delegations.entry(Unit::of_delegation_named(name)).or_insert(next);
        format!("Delegation {number}")
    }

    fn electorate(&mut self, paper: &mut PollPaper) {
        for name in &mut paper.rules.voters.delegations {
            *name = self.delegation(name);
        }
    }
}
