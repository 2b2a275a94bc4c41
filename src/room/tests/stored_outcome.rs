//! One of every event on the way from the notes to the outcome (versions, comments, the board, the clearing of the report), with
//! every field and every word that it can hold: for the fixtures of the stored form.

use super::scene::NOON;
use crate::room::command::{Anchor, BoardRule, CardKind, Verdict};
use crate::room::event::{BoardEvent, CommentEvent, Event, ReportEvent};
use crate::room::ids::{CardId, CommentId, Millis, RemarkId, VersionId};
use crate::room::notes::point::{Component, PointKind, Reach, RegionalGroup, Standing};
use crate::room::notes::{Block, Point, Run};

const C1: CardId = CardId(1);
const K1: CommentId = CommentId(1);
const M1: RemarkId = RemarkId(1);

/// All of them.
pub fn every_event() -> Vec<Event> {
    let named = Event::VersionNamed {
        version: VersionId(1),
        name: "Before lunch".to_owned(),
    };
    let unnamed = Event::VersionUnnamed { version: VersionId(1) };
    let comments = comments().into_iter().map(Event::Comment);
    let board = cards().into_iter().chain(board()).map(Event::Board);
    let report = report().into_iter().map(Event::Report);
    [named, unnamed]
        .into_iter()
        .chain(comments)
        .chain(board)
        .chain(report)
        .collect()
}

fn comments() -> Vec<CommentEvent> {
    vec![
        CommentEvent::CommentAdded {
            comment: K1,
            anchor: Anchor {
                start: "AAE=".to_owned(),
                end: "AAI=".to_owned(),
            },
            quote: "Agreed.".to_owned(),
            text: "By whom?".to_owned(),
        },
        CommentEvent::CommentReplied {
            comment: K1,
            text: "By all.".to_owned(),
        },
        CommentEvent::CommentResolved { comment: K1 },
        CommentEvent::CommentReopened { comment: K1 },
        CommentEvent::CommentDeleted { comment: K1 },
    ]
}

fn cards() -> Vec<BoardEvent> {
    let kinds = [
        CardKind::Gap,
        CardKind::Need,
        CardKind::Offer,
        CardKind::Initiative,
        CardKind::GoodPractice,
        CardKind::Recommendation,
        CardKind::Question,
    ];
    let added = kinds.map(|kind| BoardEvent::CardAdded {
        card: C1,
        kind,
        text: "Teams without tools".to_owned(),
        waits: false,
    });
    let waiting = BoardEvent::CardAdded {
        card: C1,
        kind: CardKind::Gap,
        text: "Teams without tools".to_owned(),
        waits: true,
    };
    let edited = [false, true].map(|waits| BoardEvent::CardEdited {
        card: C1,
        kind: CardKind::Need,
        text: "Tools for teams".to_owned(),
        waits,
    });
    added.into_iter().chain([waiting]).chain(edited).collect()
}

fn board() -> Vec<BoardEvent> {
    let rules = [BoardRule::Open, BoardRule::Moderated, BoardRule::Closed];
    let rules = rules.map(|rule| BoardEvent::BoardRuleSet { rule });
    let course = [
        BoardEvent::CardWithdrawn { card: C1 },
        BoardEvent::CardSupported { card: C1 },
        BoardEvent::SupportWithdrawn { card: C1 },
        BoardEvent::CardsPassed {
            cards: vec![C1, CardId(2)],
        },
        BoardEvent::CardHeld { card: C1 },
        BoardEvent::CardMerged {
            card: C1,
            into: CardId(2),
        },
        BoardEvent::CardPinned { card: C1 },
        BoardEvent::CardUnpinned,
        BoardEvent::CardNoted { card: C1 },
    ];
    course.into_iter().chain(rules).collect()
}

fn report() -> Vec<ReportEvent> {
    let until = Millis(NOON + 600_000);
    let sha256 = "0123456789abcdef".repeat(4);
    let answers = [(Verdict::Taken, ""), (Verdict::Declined, "Said above")];
    let answered = answers.map(|(verdict, word)| ReportEvent::RemarkAnswered {
        remark: M1,
        verdict,
        word: word.to_owned(),
    });
    let course = [
        ReportEvent::DraftCirculated {
            draft: 1,
            blocks: blocks(),
            sha256: sha256.clone(),
            until,
        },
        ReportEvent::RemarksUntil { until },
        ReportEvent::RemarksEnded,
        ReportEvent::RemarkMade {
            remark: M1,
            paragraph: 3,
            text: "Not by all".to_owned(),
        },
        ReportEvent::RemarkWithdrawn { remark: M1 },
        ReportEvent::ReportFinished { sha256 },
        ReportEvent::ReportResumed {
            reason: "A figure was wrong".to_owned(),
        },
    ];
    course.into_iter().chain(answered).collect()
}

fn blocks() -> Vec<Block> {
    let plain = || {
        vec![Run {
            text: "Agreed.".to_owned(),
            ..Run::default()
        }]
    };
    let marked = vec![Run {
        text: "Here".to_owned(),
        strong: true,
        em: true,
        link: Some("https://example.org".to_owned()),
    }];
    let point = Point {
        id: "0123456789abcdef".to_owned(),
        kind: PointKind::NextStep,
        standing: Some(Standing::Convergence),
        component: Some(Component::Policies),
        reach: Some(Reach::Regional),
        region: Some(RegionalGroup::WesternEuropeanAndOthers),
        owner: Some("The secretariat".to_owned()),
        source: Some("c1".to_owned()),
    };
    let paragraph = |point| Block::Paragraph { runs: plain(), point };
    vec![
        Block::Heading { level: 1, runs: marked },
        paragraph(Some(Box::new(point))),
        Block::List {
            ordered: true,
            start: 2,
            items: vec![vec![paragraph(None)]],
        },
        Block::Quote {
            blocks: vec![paragraph(None)],
        },
        Block::Rule,
    ]
}
