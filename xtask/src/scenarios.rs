//! The load test in small: every scenario against the real server, also in bad weather. Nothing is timed here; a step fails where
//! something was lost or a phone ended with something else than the server.

use crate::places::Places;
use crate::step::Step;

/// The scenarios with what each takes, as small as it still is one.
const SCENARIOS: [(&str, &str); 10] = [
    (
        "load: notes",
        "--scenario notes --rooms 3 --phones 20 --writers 3 --rate 4 --seconds 4",
    ),
    (
        "load: notes in bad weather",
        "--scenario notes --rooms 2 --phones 40 --writers 3 --rate 4 --seconds 6 --stalled 10 --reconnecting 200",
    ),
    (
        "load: floor",
        "--scenario floor --rooms 2 --phones 20 --writers 4 --rate 1 --seconds 4",
    ),
    (
        "load: vote",
        "--scenario vote --rooms 1 --phones 200 --stalled 5 --reconnecting 60",
    ),
    ("load: idle", "--scenario idle --rooms 4 --phones 50 --seconds 3"),
    ("load: storm", "--scenario storm --phones 100"),
    ("load: recover", "--scenario recover --phones 8 --records 3000"),
    (
        "load: saturate",
        "--scenario saturate --rooms 4 --phones 30 --writers 5 --characters 14 --step-seconds 1 --steps 3",
    ),
    (
        "load: mixed",
        "--scenario mixed --rooms 5 --phones 10 --plenary 60 --writers 2 --rate 1 --seconds 6",
    ),
    (
        "load: growth",
        "--scenario grow --points phones=2,20 --points history=0,200 --step-seconds 1",
    ),
];

/// A step for each of them.
pub fn steps(places: &Places) -> Vec<Step> {
    // Seen from the root, where the steps run: the load test takes a space for the end of the program's name.
    let server = places.server("debug");
    let server = server.strip_prefix(&places.root).unwrap_or(&server).display().to_string();
    let step = |(name, settings): &(&'static str, &str)| {
        let mut arguments = vec!["run", "--quiet", "--package", "loadtest", "--", "--server", &server];
        arguments.extend(settings.split(' '));
        Step::cargo(name, places, &arguments)
    };
    SCENARIOS.iter().map(step).collect()
}
