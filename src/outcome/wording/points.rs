//! What points are called together, and what is said of the messages for the plenary.

use super::duration;
use crate::room::notes::point::PointKind;

/// Messages that a report to the plenary has at most.
const MESSAGES_MAX: u32 = 3;
/// How long they take at most when they are read out, in seconds.
const READ_ALOUD_S_MAX: u32 = 120;

/// Every kind of point, in the order in which a report goes through them.
pub(in crate::outcome) const KINDS: [PointKind; 10] = [
    PointKind::PlenaryMessage,
    PointKind::KeyIssue,
    PointKind::Need,
    PointKind::Gap,
    PointKind::Initiative,
    PointKind::GoodPractice,
    PointKind::Barrier,
    PointKind::Recommendation,
    PointKind::NextStep,
    PointKind::OpenQuestion,
];

/// A kind as the heading of all its points.
pub(in crate::outcome) fn kinds(kind: PointKind) -> &'static str {
    match kind {
        PointKind::KeyIssue => "Key issues",
        PointKind::Need => "Needs",
        PointKind::Gap => "Gaps",
        PointKind::Initiative => "Initiatives",
        PointKind::GoodPractice => "Good practices",
        PointKind::Barrier => "Barriers",
        PointKind::Recommendation => "Recommendations",
        PointKind::NextStep => "Next steps",
        PointKind::OpenQuestion => "Open questions",
        PointKind::PlenaryMessage => "Messages for the plenary",
    }
}

/// That there are more messages, or longer ones, than a plenary has time for; empty where there are not.
pub(in crate::outcome) fn read_aloud_notice(messages: u32, seconds: u32) -> String {
    let many = (messages > MESSAGES_MAX).then(|| format!("There are {messages} messages; a plenary takes in {MESSAGES_MAX}."));
    let long = (seconds > READ_ALOUD_S_MAX).then(|| {
        let (taken, free) = (duration(seconds.into()), duration(READ_ALOUD_S_MAX.into()));
        format!("Reading the messages out takes about {taken} minutes, longer than the {free} that there are.")
    });
    many.into_iter().chain(long).collect::<Vec<_>>().join(" ")
}
