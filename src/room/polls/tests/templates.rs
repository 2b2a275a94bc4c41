//! The ready-made polls.

use crate::room::command::{Per, PollKind, Results, Secrecy};
use crate::room::polls::paper;
use crate::room::polls::templates::Template;
use std::collections::BTreeSet;

#[test]
fn every_ready_made_poll_holds_up_and_comes_in_the_six_official_languages() {
    for template in Template::ALL {
        let paper = template.paper();
        let kept = paper::checked(&paper).unwrap();
        assert_eq!(kept.language.as_deref(), Some("en"));
        let tags: Vec<&str> = kept.translations.keys().map(String::as_str).collect();
        assert_eq!(tags, ["ar", "es", "fr", "ru", "zh"]);
        for (tag, texts) in &kept.translations {
            assert_eq!(texts.options.len(), paper.options.len(), "{template:?} in {tag}");
            assert_eq!(texts.scale.len(), paper.form.scale.len(), "{template:?} in {tag}");
            assert_eq!(texts.axes.is_some(), paper.form.axes.is_some(), "{template:?} in {tag}");
        }
    }
}

#[test]
fn no_text_of_a_ready_made_poll_is_left_in_the_language_of_another() {
    for template in Template::ALL {
        let paper = template.paper();
        let questions: BTreeSet<&str> = paper.translations.values().map(|texts| texts.question.as_str()).collect();
        assert_eq!(questions.len(), 5, "{template:?}");
        assert!(!questions.contains(paper.question.as_str()));
    }
}

#[test]
fn a_show_of_hands_is_a_roll_call_of_delegations_that_all_can_follow() {
    let paper = paper::checked(&Template::ShowOfHands.paper()).unwrap();
    assert_eq!((paper.kind, paper.rules.secrecy), (PollKind::YesNo, Secrecy::Named));
    assert_eq!((paper.rules.per, paper.rules.results), (Per::Delegation, Results::Live));
    assert!(paper.rules.stamp, "an indication, not a vote");
}

#[test]
fn readiness_and_priorities_ask_about_the_five_components_of_capacity() {
    let readiness = Template::Readiness.paper();
    assert_eq!(
        readiness.options,
        [
            "Policies and regulations",
            "Processes and structures",
            "Partnerships and networks",
            "People and skills",
            "Technology",
        ]
    );
    assert_eq!(
        readiness.form.scale,
        ["Not started", "Planned", "Started", "Well advanced", "In place"]
    );
    assert_eq!(Template::Priorities.paper().options, readiness.options);
}

#[test]
fn every_kind_of_template_is_what_its_name_says() {
    let kinds = Template::ALL.map(|template| template.paper().kind);
    assert_eq!(
        kinds,
        [
            PollKind::YesNo,
            PollKind::Agreement,
            PollKind::Grid,
            PollKind::Points,
            PollKind::Matrix,
            PollKind::Ideas,
            PollKind::Text,
        ]
    );
}
