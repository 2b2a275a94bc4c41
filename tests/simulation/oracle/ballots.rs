//! One ballot for each voter, and the count of them.

use crate::hall::Hall;
use roundtable::room::command::Ballot;
use roundtable::room::event::Event;
use roundtable::room::floor::Unit;
use roundtable::room::ids::{OptionId, PollId};
use roundtable::room::polls::PollResult;
use roundtable::room::record::Record;
use std::collections::BTreeMap;

/// The ballots that are in, by voter.
type Cast = BTreeMap<Unit, Ballot>;

/// Checks every poll; how many ballots were cast, corrected ones among them.
pub fn check(records: &[Record], hall: &Hall) -> u64 {
    let mut ballots = 0;
    let mut polls: BTreeMap<PollId, Cast> = BTreeMap::new();
    for (seq, record) in (1..).zip(records) {
        for event in &record.events {
            let is_ballot = matches!(
                event,
                Event::BallotCast { .. } | Event::BallotEntered { .. } | Event::SecretBallotCast { .. }
            );
            ballots += u64::from(is_ballot);
            match event {
                Event::BallotCast {
                    poll,
                    voter,
                    seat,
                    ballot,
                } => {
                    let voter = voter.clone().unwrap_or_else(|| Unit::of_person(seat));
                    polls.entry(*poll).or_default().insert(voter, (**ballot).clone());
                }
                Event::BallotEntered { poll, voter, ballot, .. } => {
                    polls.entry(*poll).or_default().insert(voter.clone(), (**ballot).clone());
                }
                Event::SecretBallotCast { poll, .. } => {
                    assert!(
                        record.by.is_none() && record.request.is_none(),
                        "a secret ballot is stored with its voter"
                    );
                    // Of a poll that closed with the same write only the count was ever stored.
                    let Some(secret) = hall.disk.secret(seq) else { continue };
                    let voter = secret.mark.voter.clone();
                    let earlier = polls.entry(*poll).or_default().insert(voter, secret.ballot);
                    assert!(earlier.is_none(), "{:?} voted twice in {poll}", secret.mark);
                }
                Event::PollClosed { poll, result } => check_result(*poll, polls.get(poll), result),
                _ => {}
            }
        }
    }
    ballots
}

fn check_result(poll: PollId, cast: Option<&Cast>, result: &PollResult) {
    let voters = cast.map_or(0, BTreeMap::len);
    if result.receipts.len() > voters {
        return;
    }
    assert_eq!(
        usize::try_from(result.ballots),
        Ok(voters),
        "{poll} counts other ballots than were cast"
    );
    assert!(result.ballots <= result.electorate, "{poll} has more ballots than voters");
    let mut tally: BTreeMap<OptionId, u32> = result.tally.keys().map(|option| (*option, 0)).collect();
    let chosen = cast.into_iter().flat_map(BTreeMap::values).flat_map(|ballot| &ballot.choice);
    chosen.for_each(|option| *tally.entry(*option).or_default() += 1);
    let is_plain = result.detail.borda.is_empty() && result.detail.runoff.is_empty();
    assert!(
        !is_plain || tally == result.tally,
        "{poll} counts {:?} where {tally:?} were chosen",
        result.tally
    );
}
