//! The ranking methods by examples that others have published.

use super::support::{by_option, choice, count, draft, kept, tables, times};
use crate::room::command::{PollKind, PollPaper};
use crate::room::ids::OptionId;

/// The capital of Tennessee, as in the articles "Borda count" and "Instant-runoff voting" of the English Wikipedia.
#[test]
fn the_capital_of_tennessee_is_nashville_by_borda_and_knoxville_by_run_off() {
    let paper = kept(&draft(
        PollKind::Ranking,
        &["Memphis", "Nashville", "Chattanooga", "Knoxville"],
    ));
    let ballots = [
        times(42, &choice(&[1, 2, 3, 4])),
        times(26, &choice(&[2, 3, 4, 1])),
        times(15, &choice(&[3, 4, 2, 1])),
        times(17, &choice(&[4, 3, 2, 1])),
    ]
    .concat();
    let count = count(&paper, &ballots);
    assert_eq!(count.tally, by_option(&[(1, 42), (2, 26), (3, 15), (4, 17)]));
    assert_eq!(count.detail.borda, by_option(&[(1, 126), (2, 194), (3, 173), (4, 107)]));
    let rounds = &count.detail.runoff;
    assert_eq!(rounds[0].votes, by_option(&[(1, 42), (2, 26), (3, 15), (4, 17)]));
    assert_eq!(rounds[1].votes, by_option(&[(1, 42), (2, 26), (4, 32)]));
    assert_eq!(rounds[2].votes, by_option(&[(1, 42), (4, 58)]));
    let outs: Vec<_> = rounds.iter().map(|round| (round.out, round.tied, round.exhausted)).collect();
    assert_eq!(
        outs,
        [(Some(OptionId(3)), false, 0), (Some(OptionId(2)), false, 0), (None, false, 0)]
    );

    let tables = tables(&paper, &count, 100);
    assert_eq!(
        tables[0].rows,
        [
            ["Nashville", "194", "26"],
            ["Chattanooga", "173", "15"],
            ["Memphis", "126", "42"],
            ["Knoxville", "107", "17"],
        ]
    );
    assert_eq!(
        tables[1].rows,
        [
            ["Memphis", "42", "42", "42"],
            ["Nashville", "26", "26 (out)", "–"],
            ["Chattanooga", "15 (out)", "–", "–"],
            ["Knoxville", "17", "32", "58 (majority)"],
            ["Exhausted ballots", "0", "0", "0"],
        ]
    );
}

/// The mayor of Burlington, Vermont, 2009, among the last three candidates; the ballots as the English Wikipedia has them. The
/// most first places went to Wright, a majority preferred Montroll to each of the others, and Kiss was elected.
#[test]
fn burlington_elects_kiss_by_run_off_though_wright_has_most_first_places() {
    let (kiss, montroll, wright) = (1, 2, 3);
    let paper = kept(&PollPaper {
        min: Some(1),
        ..draft(PollKind::Ranking, &["Kiss", "Montroll", "Wright"])
    });
    let ballots = [
        times(1_332, &choice(&[montroll, kiss, wright])),
        times(767, &choice(&[montroll, wright, kiss])),
        times(455, &choice(&[montroll])),
        times(2_043, &choice(&[kiss, montroll, wright])),
        times(371, &choice(&[kiss, wright, montroll])),
        times(568, &choice(&[kiss])),
        times(1_513, &choice(&[wright, montroll, kiss])),
        times(495, &choice(&[wright, kiss, montroll])),
        times(1_289, &choice(&[wright])),
    ]
    .concat();
    let count = count(&paper, &ballots);
    let [first, last] = count.detail.runoff.as_slice() else {
        panic!("two rounds");
    };
    assert_eq!(first.votes, by_option(&[(kiss, 2_982), (montroll, 2_554), (wright, 3_297)]));
    assert_eq!((first.out, first.exhausted), (Some(OptionId(montroll)), 0));
    assert_eq!(last.votes, by_option(&[(kiss, 4_314), (wright, 4_064)]));
    assert_eq!((last.out, last.exhausted), (None, 455));
    // Two points for a first place, one for a second: Montroll, whom both others' voters put second.
    assert_eq!(
        count.detail.borda,
        by_option(&[
            (kiss, 2 * 2_982 + 1_332 + 495),
            (montroll, 2 * 2_554 + 2_043 + 1_513),
            (wright, 2 * 3_297 + 767 + 371),
        ])
    );
}
