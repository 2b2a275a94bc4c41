//! The count while people vote. Made when somebody looks, and again when a ballot has come or changed since: ten thousand who
//! vote within a second are counted as often as pages are sent, not as often as they vote. Of a secret poll it is made only when
//! five more ballots are in, so that no count differs from the one before it by a few voters, and goes on being shown until then.

use super::Poll;
use super::count::Count;
use super::texts::{TextCount, TextId};
use crate::room::command::Results;
use crate::room::ids::OptionId;
use crate::room::limits::GROUP_BALLOTS_MIN;
use crate::room::view::PollState;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Counts that can be made again from the ballots: no part of what a poll is, so any two are equal.
#[derive(Debug, Clone, Default)]
pub(super) struct Live {
    /// Of all ballots that are in.
    now: OnceLock<Count>,
    /// Of a secret poll: how many ballots are in the count that is shown, and the count.
    secret: Option<(u32, Count)>,
    /// Of a secret poll: how many ballots may have been in a count that was shown before the room was read back. No later count
    /// may be of fewer than five more, or the difference would tell how a few have voted.
    counted_before: u32,
}

impl PartialEq for Live {
    fn eq(&self, _other: &Self) -> bool {
        true
    }
}

impl Eq for Live {}

/// A count that may be shown.
#[derive(Debug, Clone, Copy)]
pub struct Counted<'a> {
    /// How many ballots are in it.
    pub ballots: u32,
    /// The first figures.
    pub tally: &'a BTreeMap<OptionId, u32>,
    /// The others.
    pub detail: &'a super::count::CountDetail,
}

static NO_TEXTS: BTreeMap<TextId, TextCount> = BTreeMap::new();

impl Poll {
    /// The count that may be shown: the result, or the count under way where the paper says that it is live.
    pub fn count(&self) -> Option<Counted<'_>> {
        if let Some(result) = &self.result {
            return Some(Counted {
                ballots: result.ballots,
                tally: &result.tally,
                detail: &result.detail,
            });
        }
        let live = self.state == PollState::Open && self.paper.rules.results == Results::Live;
        let (ballots, count) = match (&self.live.secret, self.is_secret()) {
            (Some((ballots, count)), true) => (*ballots, count),
            (None, true) => return None,
            (_, false) => (self.turnout(), self.counted_now()),
        };
        live.then_some(Counted {
            ballots,
            tally: &count.tally,
            detail: &count.detail,
        })
    }

    /// What voters wrote, as far as the chair may read it now: of a secret poll, once it has closed.
    pub fn texts(&self) -> &BTreeMap<TextId, TextCount> {
        match &self.result {
            Some(result) => &result.detail.texts,
            None if self.is_secret() || !self.paper.kind.rules().is_written() => &NO_TEXTS,
            None => &self.counted_now().detail.texts,
        }
    }

    fn counted_now(&self) -> &Count {
        self.live.now.get_or_init(|| Count::of(&self.paper, self.cast_ballots()))
    }

    /// A ballot has come or changed.
    pub(super) fn count_again(&mut self) {
        self.live.now.take();
    }

    /// The ballots of a secret poll were read back: which of them a count has shown is not known any more.
    pub(super) fn tell_read_back(&mut self, taken: u32) {
        self.live.counted_before = if taken < GROUP_BALLOTS_MIN { 0 } else { taken };
    }

    /// Forgets the counts of an open poll.
    pub(super) fn forget_counts(&mut self) {
        self.live = Live::default();
    }

    /// Counts a secret poll anew where five more ballots are in.
    pub(super) fn refresh(&mut self) {
        if self.state != PollState::Open || self.paper.rules.results != Results::Live || !self.is_secret() {
            return;
        }
        let counted = self
            .live
            .secret
            .as_ref()
            .map_or(self.live.counted_before, |(ballots, _)| *ballots);
        let ballots = self.turnout();
        if ballots >= counted.saturating_add(GROUP_BALLOTS_MIN) {
            self.live.secret = Some((ballots, Count::of(&self.paper, self.cast_ballots())));
        }
    }
}
