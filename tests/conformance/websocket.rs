//! The cases of the Autobahn test suite, with `kosoku` as the client that plays them.

use super::echo::Echo;
use super::tools;
use serde_json::Value;
use std::collections::BTreeMap;

/// Cases whose message is larger than a server takes: a megabyte or more, whole, in fragments or in small pieces. They are refused as
/// RFC 6455 has it (section 7.4.1): with the code 1009.
const TOO_LARGE: [&str; 8] = ["9.1.3", "9.1.4", "9.1.5", "9.1.6", "9.2.3", "9.2.4", "9.2.5", "9.2.6"];
/// Groups of which each case is such a one: four megabytes in fragments, one megabyte in pieces.
const TOO_LARGE_GROUPS: [&str; 4] = ["9.3.", "9.4.", "9.5.", "9.6."];
/// Text that stops being UTF-8 within a frame that comes in pieces: the frame, of a bounded size, is read to its end before it is looked
/// at, and refused two seconds later than it could be. The suite calls that not strict, and the RFC leaves it open (section 8.1).
const NOT_STRICT: [&str; 2] = ["6.4.3", "6.4.4"];
/// Groups about compression of messages, which is not offered: a change is small, and what is compressed together with a secret tells of it.
const NOT_OFFERED: [&str; 2] = ["12.", "13."];

/// What is wanted of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// Everything as the case wants it, and a clean goodbye.
    Strict,
    /// The same, but later than it could be.
    NotStrict,
    /// The goodbye with the code 1009.
    TooLarge,
    /// Not played, because nothing of it was agreed on.
    NotOffered,
}

fn wanted(case: &str) -> Wanted {
    let of = |groups: &[&str]| groups.iter().any(|group| case.starts_with(group));
    if of(&NOT_OFFERED) {
        Wanted::NotOffered
    } else if TOO_LARGE.contains(&case) || of(&TOO_LARGE_GROUPS) {
        Wanted::TooLarge
    } else if NOT_STRICT.contains(&case) {
        Wanted::NotStrict
    } else {
        Wanted::Strict
    }
}

fn is_as(wanted: Wanted, told: &Value) -> bool {
    let (behavior, close) = (&told["behavior"], &told["behaviorClose"]);
    match wanted {
        // What the RFC leaves open is marked so, whatever the server does.
        Wanted::Strict => [behavior, close]
            .iter()
            .all(|verdict| *verdict == "OK" || *verdict == "INFORMATIONAL"),
        Wanted::NotStrict => behavior == "NON-STRICT" && close == "OK",
        Wanted::TooLarge => told["remoteCloseCode"] == 1009,
        Wanted::NotOffered => behavior == "UNIMPLEMENTED",
    }
}

#[test]
#[ignore = "needs kosoku: cargo xtask long websocket"]
fn every_case_of_the_autobahn_suite_goes_as_the_rfc_has_it_or_is_refused_for_its_size() {
    super::run(async {
        let cases = play().await;
        let count = |wanted_of: Wanted| cases.keys().filter(|case| wanted(case) == wanted_of).count();
        let wrong = cases.iter().filter(|(case, told)| !is_as(wanted(case), told));
        let wrong: Vec<_> = wrong.map(|(case, told)| format!("{case}: {told}")).collect();
        println!(
            "websocket conformance: {} cases, {} wrong; wanted {} strictly, {} not strictly, {} refused with 1009, {} not offered",
            cases.len(),
            wrong.len(),
            count(Wanted::Strict),
            count(Wanted::NotStrict),
            count(Wanted::TooLarge),
            count(Wanted::NotOffered),
        );
        assert!(count(Wanted::Strict) > 200, "the suite was not played");
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

/// Each case with what the client says of it.
async fn play() -> BTreeMap<String, Value> {
    let echo = Echo::start().await;
    let folder = tempfile::tempdir().unwrap();
    let mut command = tools::tool("kosoku");
    command
        .args(["--mode", "fuzzingclient", "--parallelism", "4", "--outdir"])
        .arg(folder.path());
    command.arg(format!("ws://{}/", echo.address));
    // Its exit is a failure where a case is refused for its size; its report says which.
    let (_, said) = tools::run(command).await;
    let report = std::fs::read(folder.path().join("index.json")).unwrap_or_else(|error| panic!("no report ({error}): {said}"));
    let report: BTreeMap<String, BTreeMap<String, Value>> = serde_json::from_slice(&report).unwrap();
    report.into_values().flatten().collect()
}
