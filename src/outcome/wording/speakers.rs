//! Who spoke and when, whom the chair decided about and what, in words.

use super::super::contents::{Decided, Decision, Intervention};
use super::super::sheet::Words;
use super::clock::LocalClock;
use super::{count, duration};
use crate::room::floor::Lane;
use crate::room::seat::Rank;

/// The name, and beside it what is out of the ordinary.
pub(super) fn who(speech: &Intervention) -> Words {
    let elsewhere = speech.remote.then_some("from elsewhere");
    let beside: Vec<&str> = lane(speech.lane).into_iter().chain(elsewhere).collect();
    let name = if speech.speaker.is_empty() {
        speech.rank.map_or("Not named", rank)
    } else {
        &speech.speaker
    };
    let beside = (!beside.is_empty()).then(|| format!(" ({})", beside.join(", ")));
    Words::of_pieces([name.to_owned(), beside.unwrap_or_default()])
}

/// How somebody is called of whom only the rank is known.
fn rank(rank: Rank) -> &'static str {
    match rank {
        Rank::Minister => "Minister",
        Rank::ViceMinister => "Vice-minister",
        Rank::Ambassador => "Ambassador",
        Rank::Delegate => "Delegate",
        Rank::Expert => "Expert",
    }
}

/// The delegation, and the group for which it speaks.
pub(super) fn for_whom(delegation: &str, on_behalf_of: &str) -> Words {
    Words::of_pieces(match (delegation, on_behalf_of) {
        (delegation, "") => vec![delegation],
        ("", group) => vec!["on behalf of ", group],
        (delegation, group) => vec![delegation, ", on behalf of ", group],
    })
}

/// Name and delegation in a line, as pieces.
pub(super) fn called<'a>(speaker: &'a str, delegation: &'a str) -> Vec<&'a str> {
    match (speaker, delegation) {
        ("", "") => vec!["Not named"],
        (one, "") | ("", one) => vec![one],
        (speaker, delegation) => vec![speaker, ", ", delegation],
    }
}

/// What kind of speech it is, where it is not simply one from the list.
pub(super) fn lane(lane: Lane) -> Option<&'static str> {
    match lane {
        Lane::PointOfOrder => Some("point of order"),
        Lane::Answer => Some("answer"),
        Lane::Question => Some("question"),
        Lane::Precedence => Some("with precedence"),
        Lane::List => None,
        Lane::Reply => Some("right of reply"),
    }
}

/// A decision in words.
pub(super) fn decided(decision: &Decision) -> String {
    match decision.decided {
        Decided::Moved(place) => format!("Moved to place {place}"),
        Decided::LaneChanged(Lane::Precedence) => "Given precedence".to_owned(),
        Decided::LaneChanged(to) => match lane(to) {
            Some(kind) => format!("Taken as a {kind}"),
            None => "Put on the list itself".to_owned(),
        },
        Decided::CalledOutOfTurn(ahead) => format!("Called ahead of {}", count(ahead, "other", "others")),
        Decided::TimeGiven(seconds) => format!("Given {} more", duration(u64::from(seconds))),
        Decided::Skipped => "Passed over".to_owned(),
        Decided::TakenOff => "Taken off the list".to_owned(),
        Decided::Restored => "Put back on the list".to_owned(),
    }
}

/// By how much a speech passed its time.
pub(super) fn over(seconds: u64) -> String {
    if seconds == 0 {
        "\u{2013}".to_owned()
    } else {
        duration(seconds)
    }
}

/// From when to when. A document of the first form does not say until when.
pub(super) fn span(speech: &Intervention, clock: &LocalClock, day: &str) -> String {
    let from = clock.time(&speech.started_at, day);
    if speech.ended_at.is_empty() {
        from
    } else {
        let (of_beginning, _) = clock.day_and_time(&speech.started_at);
        format!("{from}\u{2013}{}", clock.time(&speech.ended_at, &of_beginning))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc() -> LocalClock {
        LocalClock::in_zone("UTC")
    }

    #[test]
    fn a_time_of_another_day_says_so() {
        let over_midnight = Intervention {
            started_at: "2024-05-10T23:59:50Z".into(),
            ended_at: "2024-05-11T00:02:00Z".into(),
            ..Intervention::default()
        };
        assert_eq!(
            span(&over_midnight, &utc(), "2024-05-10"),
            "23:59:50\u{2013}2024-05-11 00:02:00"
        );
        assert_eq!(
            span(&over_midnight, &utc(), "2024-05-09"),
            "2024-05-10 23:59:50\u{2013}2024-05-11 00:02:00"
        );
    }

    #[test]
    fn a_speech_whose_end_is_not_known_has_its_beginning() {
        let early = Intervention {
            started_at: "2024-05-10T19:00:00Z".into(),
            ..Intervention::default()
        };
        assert_eq!(span(&early, &utc(), "2024-05-10"), "19:00:00");
    }

    #[test]
    fn whoever_gave_no_name_is_not_a_blank() {
        assert_eq!(called("", ""), ["Not named"]);
        assert_eq!(called("", "Ireland"), ["Ireland"]);
        assert_eq!(for_whom("", "the European Union").text(), "on behalf of the European Union");
    }
}
