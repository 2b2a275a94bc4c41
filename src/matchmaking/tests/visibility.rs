//! Who sees what: posts as far as their owners allow, people only with the second yes.

use super::support::{Session, details, seat, settings, who};
use crate::matchmaking::Command;
use crate::matchmaking::post::{Details, Kind, PostId, Visibility};
use crate::matchmaking::proposal::Reason;
use crate::matchmaking::who::nobody_listed;
use crate::room::ids::Millis;
use crate::room::notes::point::{Component, Reach, RegionalGroup};

fn sees(session: &Session, by: &str, post: PostId) -> bool {
    session.told(by).contains(&post.0.to_string())
}

fn need_seen_by(visibility: Visibility) -> Details {
    Details {
        visibility,
        ..details("A laboratory")
    }
}

#[test]
fn a_need_is_seen_by_whom_its_owner_allows() {
    let mut session = Session::default();
    session.introduce("guest");
    session.offer("fits");
    let other = Details {
        component: Component::Technology,
        ..details("Machines")
    };
    session.post("other", Kind::Offer, other);
    let mut seen = |visibility| {
        let need = session.post("ana", Kind::Need, need_seen_by(visibility));
        ["guest", "other", "fits"].map(|by| sees(&session, by, need))
    };
    assert_eq!(seen(Visibility::Everyone), [true, true, true]);
    assert_eq!(seen(Visibility::OtherSide), [false, true, true]);
    assert_eq!(seen(Visibility::Proposed), [false, false, true]);
    assert_eq!(seen(Visibility::Secretariat), [false, false, false]);
}

#[test]
fn a_need_that_only_the_secretariat_sees_is_shown_to_whom_its_owner_chooses() {
    let mut session = Session::default();
    let offer = session.offer("bo");
    session.offer("cyd");
    let need = session.post("ana", Kind::Need, need_seen_by(Visibility::Secretariat));
    let pairing = session.choose("ana", need, offer);
    assert!(sees(&session, "bo", need) && !sees(&session, "cyd", need));
    session.ask("ana", &Command::GiveUp { pairing }).unwrap();
    assert!(!sees(&session, "bo", need));
}

#[test]
fn partners_are_proposed_with_reasons_the_best_first() {
    let mut session = Session::default();
    let of = |level, regions: &[RegionalGroup], languages: &[&str]| Details {
        level,
        regions: regions.iter().copied().collect(),
        languages: languages.iter().map(|&tag| tag.to_owned()).collect(),
        ..details("Training")
    };
    let poor = session.post("one", Kind::Offer, of(Reach::Global, &[], &["en"]));
    let good = session.post("two", Kind::Offer, of(Reach::National, &[RegionalGroup::African], &["fr"]));
    session.post(
        "three",
        Kind::Offer,
        of(Reach::National, &[RegionalGroup::EasternEuropean], &["fr"]),
    );
    session.post("ana", Kind::Need, of(Reach::National, &[RegionalGroup::African], &["fr"]));
    let view = session.matchmaking.view(&seat("ana"), &nobody_listed);
    let proposed: Vec<PostId> = view.posts[0].fitting.iter().map(|fitting| fitting.post.post).collect();
    assert_eq!(proposed, [good, poor], "who works elsewhere is not proposed");
    let languages = ["fr".to_owned()].into();
    assert!(view.posts[0].fitting[0].reasons.contains(&Reason::Language { languages }));
    assert!(view.posts[0].fitting[1].reasons.contains(&Reason::NoLanguage));
}

#[test]
fn what_was_chosen_is_not_proposed_any_more() {
    let mut session = Session::default();
    let (need, offer) = (session.need("ana"), session.offer("bo"));
    session.choose("ana", need, offer);
    let view = session.matchmaking.view(&seat("ana"), &nobody_listed);
    assert_eq!(
        (view.posts[0].fitting.len(), view.others.len(), view.pairings.len()),
        (0, 0, 1)
    );
    assert!(!view.posts[0].changeable);
}

#[test]
fn names_and_contacts_are_told_with_the_second_yes_and_not_after_it_is_given_up() {
    let mut session = Session::default();
    let (need, offer) = (session.need("ana"), session.offer("bo"));
    let pairing = session.choose("ana", need, offer);
    let partner = |session: &Session, by: &str| {
        session.matchmaking.view(&seat(by), &nobody_listed).pairings[0]
            .partner
            .clone()
    };
    assert_eq!((partner(&session, "ana"), partner(&session, "bo")), (None, None));
    session.accept("bo", pairing);
    assert_eq!(
        (partner(&session, "ana"), partner(&session, "bo")),
        (Some(who("bo")), Some(who("ana")))
    );
    session.ask("bo", &Command::GiveUp { pairing }).unwrap();
    assert_eq!((partner(&session, "ana"), partner(&session, "bo")), (None, None));
}

#[test]
fn an_organiser_sees_posts_without_owners_and_who_agreed_without_contacts() {
    let mut session = Session::default();
    let need = session.post("eve", Kind::Need, need_seen_by(Visibility::Secretariat));
    session.agreed("ana", "bo");
    session.set(settings(1, 1)).unwrap();
    let view = session.matchmaking.organiser_view(Millis(0), &nobody_listed);
    assert_eq!(
        (
            view.figures.needs,
            view.figures.offers,
            view.figures.agreed,
            view.figures.possible
        ),
        (2, 1, 1, 1)
    );
    let told = serde_json::to_string(&view).unwrap();
    assert!(told.contains(&need.0.to_string()) && told.contains("Name of ana") && told.contains("Delegation of bo"));
    assert!(!told.contains("of eve") && !told.contains("@example.org"), "{told}");
}

#[test]
fn a_command_that_takes_the_id_of_somebody_elses_post_does_not_take_the_post() {
    let mut session = Session::default();
    let need = session.need("ana");
    session.introduce("eve");
    session.asked = need.0.as_u128() - 1;
    let command = Command::Post {
        kind: Kind::Need,
        details: details("Mine"),
    };
    assert_eq!(session.refused("eve", &command), crate::room::refusal::Code::BadCommand);
    assert_eq!(session.matchmaking.posts[&need].owner, seat("ana"));
}
