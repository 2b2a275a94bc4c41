//! The whole test against a server that is faithful, and against some that are not: every flaw must be seen.

use super::fake_server::{self, Flaw};
use super::perform;
use crate::report::Report;
use crate::settings::Settings;
use clap::Parser;
use std::path::PathBuf;
use std::time::Duration;

const CODES: &str = r#"{"meeting":"m","rooms":[{"room":"r","participant":{"code":"P"}}]}"#;

const WITH_CHAIR: &str = r#"{"meeting":"m","rooms":[{"room":"r","participant":{"code":"P"},"chair":{"code":"C"}}]}"#;

async fn play(flaw: Flaw, more: &[&str]) -> Report {
    play_with(flaw, CODES, more).await
}

async fn play_with(flaw: Flaw, links: &str, more: &[&str]) -> Report {
    let address = fake_server::start(flaw).await;
    let codes: PathBuf = std::env::temp_dir().join(format!("loadtest-codes-{}-{}.json", std::process::id(), address.port()));
    std::fs::write(&codes, links).expect("the codes");
    let url = format!("http://{address}");
    let file = codes.display().to_string();
    let given = [
        "loadtest",
        "--url",
        &url,
        "--codes",
        &file,
        "--writers",
        "2",
        "--rate",
        "40",
        "--patience",
        "1",
    ];
    let phones: &[&str] = if more.contains(&"--phones") { &[] } else { &["--phones", "6"] };
    let settings = Settings::parse_from(given.iter().chain(phones).chain(more));
    settings.check().expect("numbers that make a test");
    let report = perform(&settings).await.expect("a test that can be carried out");
    std::fs::remove_file(codes).expect("the codes are still there");
    report
}

#[tokio::test]
async fn every_edit_reaches_every_other_phone() {
    let report = play(Flaw::None, &["--seconds", "1"]).await;
    assert!(report.is_clean(), "{}", report.table());
    assert_eq!((report.sent, report.deliveries), (80, 80 * 5));
    assert_eq!(report.compared, 6);
    assert_eq!((report.saving.count(), report.everyone.count()), (80, 80));
    assert!(
        report.seeing.max() <= report.everyone.max(),
        "nobody sees an edit after the last one"
    );
}

#[tokio::test]
async fn every_scenario_ends_with_its_figures_beside_their_goals() {
    tokio::join!(
        has_figure("notes", "seen by everyone, p99"),
        has_figure("floor", "seen by everyone, p99"),
        has_figure("vote", "last ballot to the last phone's tally"),
        has_figure("idle", "6 phones connected"),
    );
}

async fn has_figure(scenario: &str, figure: &str) {
    let more = ["--scenario", scenario, "--seconds", "1", "--within-ms", "50"];
    let report = play_with(Flaw::None, WITH_CHAIR, &more).await;
    let table = report.table();
    let row = table
        .lines()
        .find(|line| line.starts_with(figure))
        .expect("a row of the figure");
    assert!(row.contains('≤'), "{row}");
    assert!(report.json().contains(figure), "{}", report.json());
}

#[tokio::test]
async fn edits_that_reach_nobody_are_lost() {
    let report = play(Flaw::LosesEveryTenth, &["--seconds", "1"]).await;
    assert!(!report.is_clean());
    assert_eq!(report.lost, 8 * 5, "{}", report.table());
    assert!(
        report.differing >= 5,
        "all phones but, by chance, the author of all lost ones: {}",
        report.table()
    );
}

#[tokio::test]
async fn notes_that_lack_an_edit_are_noticed_by_who_comes_later() {
    let report = play(Flaw::ForgetsTheLast, &["--seconds", "1"]).await;
    assert_eq!((report.lost, report.lost_to_latecomers), (0, 1), "{}", report.table());
    assert!(!report.is_clean());
}

#[tokio::test]
async fn notes_with_another_letter_are_seen_although_all_counts_agree() {
    let report = play(Flaw::ChangesALetter, &["--seconds", "1"]).await;
    assert_eq!((report.lost, report.lost_to_latecomers), (0, 0), "{}", report.table());
    assert_eq!((report.other_notes, report.other_views), (6, 0), "{}", report.table());
    assert!(!report.is_clean());
}

#[tokio::test]
async fn a_page_that_is_not_the_servers_is_seen_although_all_phones_agree() {
    let report = play(Flaw::ForgetsTheFloor, &["--seconds", "1", "--scenario", "floor"]).await;
    assert_eq!(report.lost, 0, "{}", report.table());
    assert!(report.other_views > 0 && report.other_notes == 0, "{}", report.table());
    assert!(!report.is_clean());
}

#[tokio::test]
async fn connections_that_end_early_are_told() {
    let report = play(Flaw::HangsUp, &["--seconds", "1"]).await;
    assert!(!report.is_clean());
    assert!(report.table().contains("connections ended"), "{}", report.table());
}

#[tokio::test]
async fn the_floor_is_timed_on_every_phone_and_all_end_with_the_same_list() {
    let report = play(Flaw::None, &["--seconds", "1", "--scenario", "floor"]).await;
    assert!(report.is_clean(), "{}", report.table());
    assert_eq!((report.sent, report.deliveries), (80, 80 * 6));
}

#[tokio::test]
async fn the_chairs_decisions_are_timed_on_every_phone_and_the_chairs_own() {
    let report = play_with(Flaw::None, WITH_CHAIR, &["--seconds", "1", "--scenario", "floor"]).await;
    assert!(report.is_clean(), "{}", report.table());
    assert_eq!((report.sent, report.deliveries), (120, 120 * 7));
    assert_eq!(
        report.deciding.count(),
        39 * 7,
        "the prepared list comes before the decisions"
    );
    assert!(report.table().contains("decision to each phone"), "{}", report.table());
}

const VOTE: [&str; 6] = ["--scenario", "vote", "--phones", "20", "--within-ms", "50"];

#[tokio::test]
async fn every_ballot_is_answered_and_counted_on_every_phone() {
    for results in ["live", "at-close"] {
        let report = play_with(Flaw::None, WITH_CHAIR, &[&VOTE[..], &["--results", results]].concat()).await;
        assert!(report.is_clean(), "{}", report.table());
        assert_eq!((report.sent, report.deliveries, report.saving.count()), (20, 20, 20));
        let table = report.table();
        assert!(
            table.contains("20 of 20") && table.contains("last ballot to final tally"),
            "{table}"
        );
        assert_eq!(table.contains("closing to final tally"), results == "at-close", "{table}");
    }
}

#[tokio::test]
async fn a_tally_that_lacks_a_ballot_is_on_no_phone_the_final_one() {
    let report = play_with(Flaw::LosesEveryTenth, WITH_CHAIR, &VOTE).await;
    assert_eq!((report.lost, report.differing), (20, 20), "{}", report.table());
    assert!(!report.is_clean());
}

#[tokio::test]
async fn phones_in_bad_weather_catch_up_and_nobody_elses_figures_have_theirs() {
    let weather = [
        "--seconds",
        "1",
        "--phones",
        "12",
        "--stalled",
        "10",
        "--reconnecting",
        "6000",
    ];
    let report = play(Flaw::None, &weather).await;
    assert!(report.is_clean(), "{}", report.table());
    assert_eq!((report.deliveries, report.compared), (80 * 11, 12));
    assert!(
        report.catching_up.max() >= Some(Duration::from_millis(500)),
        "the stalled one saw the first edit late"
    );
    assert_eq!(report.seeing.count() + report.catching_up.count(), 80 * 11);
    assert!(report.table().contains("seeing in bad weather"), "{}", report.table());
}

#[tokio::test]
async fn who_votes_in_bad_weather_is_counted_once() {
    let weather = ["--stalled", "10", "--reconnecting", "3000"];
    let report = play_with(Flaw::None, WITH_CHAIR, &[&VOTE[..], &weather].concat()).await;
    assert!(report.is_clean(), "{}", report.table());
    assert_eq!((report.sent, report.deliveries), (20, 20));
}

#[tokio::test]
async fn after_a_storm_every_phone_has_everything_again() {
    let storm = ["--scenario", "storm", "--document", "300"];
    let report = play(Flaw::None, &storm).await;
    assert!(report.is_clean(), "{}", report.table());
    assert_eq!((report.returning.count(), report.compared), (6, 6));
    assert!(report.table().contains("6 phones back and caught up"), "{}", report.table());
    let report = play(Flaw::ForgetsTheLast, &storm).await;
    assert!(report.is_clean(), "all get what the server has: {}", report.table());
}

#[tokio::test]
async fn what_is_the_most_is_found_and_whether_it_is_as_before_afterwards() {
    let steps = ["--scenario", "saturate", "--steps", "2", "--step-seconds", "0.3"];
    let report = play(Flaw::None, &steps).await;
    assert!(report.is_clean(), "{}", report.table());
    let table = report.table();
    assert!(table.contains("deliveries per second"), "{table}");
    assert!(
        report.deliveries == report.expected && report.sent >= 24,
        "each step counts its own: {table}"
    );
    let report = play(Flaw::LosesEveryTenth, &steps).await;
    assert!(report.lost > 0 && !report.is_clean(), "{}", report.table());
}

#[tokio::test]
async fn the_same_work_is_done_by_servers_that_have_notes_alone() {
    tokio::join!(
        on_peer("y-websocket", Flaw::None, 0),
        on_peer("y-websocket", Flaw::LosesEveryTenth, 8 * 5),
        on_peer("floor", Flaw::None, 0),
        on_peer("floor", Flaw::LosesEveryTenth, 8 * 5),
    );
}

async fn on_peer(peer: &str, flaw: Flaw, lost: u64) {
    let url = format!("ws://{}", fake_server::start(flaw).await);
    let given = ["loadtest", "--peer", peer, "--url", &url, "--phones", "6", "--writers", "2"];
    let settings = Settings::parse_from(given.iter().chain(&["--rate", "40", "--seconds", "1", "--patience", "1"]));
    let report = perform(&settings).await.expect("a test that can be carried out");
    assert_eq!((report.lost, report.compared), (lost, 6), "{}", report.table());
    assert_eq!(report.is_clean(), flaw == Flaw::None, "{}", report.table());
    assert!(report.table().contains(peer), "{}", report.table());
}

#[tokio::test]
async fn in_a_whole_meeting_everything_goes_on_and_each_kind_has_its_figures() {
    let two = r#"{"meeting":"m","rooms":[
        {"room":"plenary","participant":{"code":"P"},"chair":{"code":"C"}},
        {"room":"r","participant":{"code":"P"},"chair":{"code":"C"}}]}"#;
    let meeting = [
        "--scenario",
        "mixed",
        "--plenary",
        "9",
        "--seconds",
        "2",
        "--within-ms",
        "100",
    ];
    let (report, losing) = tokio::join!(
        play_with(Flaw::None, two, &meeting),
        play_with(Flaw::LosesEveryTenth, two, &meeting)
    );
    assert!(report.is_clean(), "{}", report.table());
    assert_eq!(report.compared, 9 + 6 + 2);
    for kind in ["notes: seen", "floor: seen", "votes: last ballot"] {
        assert!(report.table().contains(kind), "{}", report.table());
    }
    assert!(losing.lost > 0 && !losing.is_clean(), "{}", losing.table());
}

#[tokio::test]
async fn idle_phones_stay_connected() {
    let report = play(Flaw::None, &["--seconds", "1", "--scenario", "idle"]).await;
    assert!(report.is_clean(), "{}", report.table());
    assert_eq!(report.sent, 0);
}
