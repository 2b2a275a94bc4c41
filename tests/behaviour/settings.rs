//! What the server is told at its start, and what it says of it.

use crate::support::child::{ChildServer, roundtable, run as command, said};
use crate::support::run;
use std::fs;

/// Starts with these settings, stops, and answers with the warnings.
fn warnings(settings: &[&str]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let (_, log) = ChildServer::start_with(&folder.path().join("data"), settings).terminate();
    let warnings = log.lines().filter(|line| line.contains("\"WARN\"")).map(str::to_owned);
    warnings.collect()
}

#[test]
fn who_listens_beyond_this_machine_is_warned_without_a_public_address() {
    run(async {
        let warned = warnings(&["--listen", "0.0.0.0:0"]);
        assert_eq!(warned.len(), 1, "{warned:?}");
        assert!(warned[0].contains("--public-url"), "{warned:?}");
        let told = ["--listen", "0.0.0.0:0", "--public-url", "https://meeting.example"];
        for quiet in [&["--listen", "127.0.0.1:0"][..], &told] {
            assert_eq!(warnings(quiet), [""; 0], "{quiet:?}");
        }
    });
}

#[test]
fn a_public_address_with_a_path_is_refused_in_one_sentence() {
    for address in ["https://meeting.example/rt", "https://meeting.example/?a=b"] {
        let output = command(["serve", "--public-url", address]);
        let said = said(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(
            said.contains("--public-url") && said.contains("cannot live under a path"),
            "{said}"
        );
    }
}

#[test]
fn proxies_are_told_as_addresses_and_networks() {
    let folder = tempfile::tempdir().unwrap();
    let in_the_way = folder.path().join("file");
    fs::write(&in_the_way, "").unwrap();
    // With a data directory that cannot be: what was understood ends with 1, what was not with 2.
    let with = |proxies: &str| {
        let mut serve = roundtable();
        serve
            .args(["serve", "--listen", "127.0.0.1:0"])
            .env("ROUNDTABLE_DATA", &in_the_way);
        serve.env("ROUNDTABLE_TRUSTED_PROXY", proxies).output().unwrap()
    };
    let understood = with("127.0.0.1, 10.0.0.0/8,fd00::/8");
    assert_eq!(understood.status.code(), Some(1), "{}", said(&understood.stderr));
    for wrong in ["proxy", "10.0.0.0/33", "127.0.0.1:80"] {
        let refused = with(wrong);
        let said = said(&refused.stderr);
        assert_eq!(refused.status.code(), Some(2), "{said}");
        assert!(said.contains("--trusted-proxy") && said.contains("10.0.0.0/8"), "{said}");
    }
}
