//! Where the secret ballots of an open poll are stored: beside the room's records, marks in one bag and ballots in another,
//! without order. Every slip is filled up with blanks to the same length, unless a ballot holds long texts. Both bags are
//! wiped in the commit that closes the poll or declares it void.

use super::fault::Fault;
use crate::journal::{Bag, Bundle, Slip};
use crate::room::Room;
use crate::room::event::Event;
use crate::room::ids::PollId;
use crate::room::polls::Poll;
use crate::room::polls::secret::{Kept, SecretBallot};
use bytes::Bytes;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A slip is as long as a multiple of this: room for every ballot that holds no long texts, and for every mark.
const SLIP_BYTES: usize = 512;

const MARKS: &str = "marks";
const BALLOTS: &str = "ballots";

/// Adds what an event that has just been applied asks to be stored beside its record, or to be wiped.
pub fn put_beside(room: &Room, event: &Event, bundle: &mut Bundle) {
    match event {
        Event::SecretBallotCast {
            poll,
            secret: Some(secret),
        } => bundle.slips.extend(slips_of(*poll, secret)),
        Event::PollClosed { poll, .. } | Event::PollVoided { poll, .. } if room.polls.get(*poll).is_some_and(Poll::is_secret) => {
            for bag in [MARKS, BALLOTS].map(|kind| bag(*poll, kind)) {
                // What came in the same batch need not touch the disk at all.
                bundle.slips.retain(|slip| slip.bag != bag);
                bundle.wipes.push(bag);
            }
        }
        _ => {}
    }
}

/// Puts what was stored beside the records back into the room.
pub fn refill(room: &mut Room, slips: Vec<Slip>) -> Result<(), Fault> {
    let mut kept = Kept::new();
    for slip in &slips {
        let (poll, kind) = read_name(&slip.bag).ok_or_else(|| unreadable("it lies in a bag that no poll has"))?;
        let of_poll = kept.entry(poll).or_default();
        match kind {
            MARKS => of_poll.marks.push(read(&slip.payload)?),
            BALLOTS => of_poll.ballots.push(read(&slip.payload)?),
            _ => return Err(unreadable("it is neither a mark nor a ballot")),
        }
    }
    room.refill_secrets(kept)
        .map_err(|error| Fault::Unreadable(error.to_string()))
}

fn slips_of(poll: PollId, secret: &SecretBallot) -> [Slip; 2] {
    let slip = |kind, payload| Slip {
        bag: bag(poll, kind),
        payload,
    };
    [slip(MARKS, padded(&secret.mark)), slip(BALLOTS, padded(&secret.ballot))]
}

fn bag(poll: PollId, kind: &str) -> Bag {
    Bag::new(&format!("{poll}-{kind}"))
}

fn read_name(bag: &Bag) -> Option<(PollId, &str)> {
    let (poll, kind) = bag.as_str().split_once('-')?;
    let number = poll.strip_prefix('p')?.parse().ok()?;
    Some((PollId(number), kind))
}

/// As JSON, and blanks behind it.
fn padded(what: &impl Serialize) -> Bytes {
    // Structs and maps with text keys: this cannot fail.
    let mut bytes = serde_json::to_vec(what).unwrap_or_default();
    bytes.resize(bytes.len().next_multiple_of(SLIP_BYTES), b' ');
    Bytes::from(bytes)
}

/// What went wrong is told without a word of what is in the slip.
fn read<T: DeserializeOwned>(payload: &[u8]) -> Result<T, Fault> {
    serde_json::from_slice(payload).map_err(|_error| unreadable("it is not of a form that this program knows"))
}

fn unreadable(finding: &str) -> Fault {
    Fault::Unreadable(format!("a slip of a secret poll can't be used, {finding}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::room::command::{Ballot, PollPaper, Secrecy};
    use crate::room::event::Stamp;
    use crate::room::floor::Unit;
    use crate::room::ids::{Millis, OptionId, SeatId};
    use crate::room::polls::secret::{Mark, Receipt};

    #[test]
    fn every_ballot_without_long_texts_and_every_mark_is_as_long_as_any_other() {
        let seat = SeatId::new("ana").unwrap();
        for options in [0, 1, 30] {
            let secret = SecretBallot {
                mark: Mark {
                    voter: Unit::of_person(&seat),
                    seat: seat.clone(),
                    receipt: Receipt::of(None),
                },
                ballot: Ballot {
                    choice: (1..=options).map(OptionId).collect(),
                    ..Ballot::default()
                },
            };
            let slips = slips_of(PollId(3), &secret);
            assert_eq!(slips.each_ref().map(|slip| slip.payload.len()), [SLIP_BYTES; 2]);
            assert_eq!(slips[0].bag, Bag::new("p3-marks"));
            assert_eq!(read::<Ballot>(&slips[1].payload).unwrap(), secret.ballot);
        }
    }

    /// A room with a poll that is open.
    fn room_with(secrecy: Secrecy) -> Room {
        let mut paper = PollPaper::default();
        paper.rules.secrecy = secrecy;
        let (poll, stamp) = (PollId(1), stamp());
        let mut room = Room::new();
        let opened = Event::PollOpened {
            poll,
            fixed: false,
            closes_at: None,
        };
        room.apply(
            &stamp,
            &Event::PollDrafted {
                poll,
                paper,
                round: None,
            },
        );
        room.apply(&stamp, &opened);
        room
    }

    fn stamp() -> Stamp {
        Stamp { at: Millis(0), by: None }
    }

    fn voided() -> Event {
        Event::PollVoided {
            poll: PollId(1),
            reason: "The wrong wording".to_owned(),
            receipts: std::collections::BTreeMap::new(),
        }
    }

    #[test]
    fn a_secret_poll_that_is_void_is_wiped_and_what_came_in_the_same_batch_never_reaches_the_disk() {
        let mut room = room_with(Secrecy::Secret);
        let mut bundle = Bundle {
            slips: [(1, MARKS), (1, BALLOTS), (2, BALLOTS)]
                .map(|(poll, kind)| Slip {
                    bag: bag(PollId(poll), kind),
                    payload: Bytes::new(),
                })
                .into(),
            ..Bundle::default()
        };
        room.apply(&stamp(), &voided());
        put_beside(&room, &voided(), &mut bundle);
        assert_eq!(bundle.wipes, [bag(PollId(1), MARKS), bag(PollId(1), BALLOTS)]);
        assert_eq!(bundle.slips.len(), 1, "the other poll's ballot stays");
    }

    #[test]
    fn a_poll_that_is_not_secret_has_nothing_to_wipe() {
        let mut bundle = Bundle::default();
        put_beside(&room_with(Secrecy::Named), &voided(), &mut bundle);
        assert!(bundle.is_empty());
    }

    #[test]
    fn a_slip_that_cannot_be_read_is_named_without_its_words() {
        let slip = Slip {
            bag: Bag::new("p3-ballots"),
            payload: Bytes::from_static(b"{\"canary\":1,"),
        };
        let fault = refill(&mut Room::new(), vec![slip]).unwrap_err().to_string();
        assert!(
            fault.contains("a slip of a secret poll can't be used") && !fault.contains("canary"),
            "{fault}"
        );
    }
}
