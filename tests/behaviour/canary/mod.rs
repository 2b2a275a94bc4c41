//! Words that stand nowhere else are put into everything that people type and everything that must stay secret; then all that the server
//! left behind and gave out is searched for them. One table says where each may be found; whatever is found elsewhere makes the test fail.

mod acts;
mod places;

use crate::support::child::ChildServer;
use crate::support::run;
use acts::Played;
use places::{Place, Places};
use roundtable::hub::registry::Registry;
use roundtable::journal::sqlite::SqliteJournal;
use std::path::Path;

/// A word, what has it, and whether it is found: `+` it is, `o` it may be, `-` it must not. In the order of [`Place::ALL`]: log, standard
/// output, metrics, descriptions, answers to refused requests, downloads of the room, sealed folders, journal.
type Line = (&'static str, &'static str, &'static str);

#[rustfmt::skip]
const WORDS: [Line; 42] = [
    //                                                                   log, output, metrics, descriptions, refusals
    //                                                                   |     downloads, sealed
    //                                                                   |     |  journal
    // In a room on the record.
    ("zyxananame",    "the name of one who spoke",                      "----o ++ +"),
    ("zyxanaland",    "their delegation",                               "----o ++ +"),
    ("zyxquietname",  "the name of one who only came",                  "----- oo +"),
    ("zyxchairname",  "the name of the chair",                          "----- oo +"),
    ("zyxnotes",      "the notes",                                      "----- ++ o"),
    ("zyxtakenout",   "what was taken out of them again",               "----- oo o"),
    ("zyxquestion",   "the question of a poll",                         "----o ++ +"),
    ("zyxoption",     "an answer that it offers",                       "----- ++ +"),
    ("zyxdraftpoll",  "a poll that nobody opened",                      "----- -- +"),
    ("zyxheldword",   "what a voter wrote and the chair held back",     "----- -- +"),
    ("zyxsecretword", "the same in a secret poll",                      "----- -- o"),
    ("zyxfloornote",  "the chair's note beside a request",              "----- -- +"),
    ("zyxcard",       "a card",                                         "----- ++ +"),
    ("zyxheldcard",   "a card that was not let through",                "----- -- +"),
    ("zyxwithdrawn",  "a card that was taken back",                     "----- -- +"),
    ("zyxcomment",    "a comment on the notes",                         "----- oo +"),
    ("zyxuncomment",  "a comment that was taken back",                  "----- -- +"),
    ("zyxremark",     "a remark on the draft of the report",            "----- ++ +"),
    ("zyxunremark",   "a remark that was taken back",                   "----- -- +"),
    ("zyxversion",    "the name of a version of the notes",             "----- oo +"),
    // In a room under the Chatham House Rule.
    ("zyxhousename",  "the name of one who spoke",                      "----- -- +"),
    ("zyxhouseland",  "their delegation",                               "----- -- +"),
    ("zyxhousenotes", "the notes",                                      "----- ++ o"),
    ("zyxhousecard",  "a card",                                         "----- ++ +"),
    ("zyxhousedesk",  "the chair's note beside a request",              "----- -- +"),
    ("zyxhouseword",  "a comment on the notes",                         "----- -- +"),
    // Of nobody who was let in, and nothing that was done.
    ("zyxstranger",   "the name of one with a wrong code",              "----- -- -"),
    ("zyxtoolong",    "a name that is too long",                        "----- -- -"),
    ("zyxw7v",        "a wrong code",                                   "----- -- -"),
    ("zyxgarbage",    "a command that is none",                         "----o -- -"),
    ("zyxnocommand",  "a body that is no JSON",                         "----o -- -"),
    ("zyxfield",      "a field that is none",                           "----o -- -"),
    ("zyxquery",      "a token in an address",                          "----- -- -"),
    ("zyxsince",      "a position in an address",                       "----- -- -"),
    ("zyxmeeting",    "a meeting in an address",                        "----- -- -"),
    ("zyxdocument",   "a file in an address",                           "----- -- -"),
    ("zyxheader",     "a role in a header",                             "----o -- -"),
    ("zyxagent",      "the name of a browser",                          "----- -- -"),
    ("zyxcookie",     "a cookie",                                       "----- -- -"),
    ("zyxorigin",     "another site",                                   "----- -- -"),
    ("zyxroot",       "an update of something that is no notes",        "----- -- -"),
    ("zyxcursor",     "a name that somebody gives their cursor",        "----- -- -"),
];

/// Secrets that the server makes itself.
#[rustfmt::skip]
const SECRETS: [(&str, &str); 5] = [
    ("a token",                                "----- -- -"),
    ("a join code that is printed at the start", "-+--- -- +"),
    ("a join code that was made later",        "----- -- +"),
    ("the server's keys",                      "----- -- +"),
    ("the id of a seat",                       "----o oo +"),
];

#[test]
fn every_word_is_found_where_it_may_be_and_nowhere_else() {
    run(async {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let mut child = ChildServer::start_talkative_meeting(&data, &acts::meeting());
        let played = acts::play(&child).await;
        let mut places = Places::default();
        played.put_into(&mut places);
        let secrets = secrets_of(&played, &data).await;
        // Once while the journal's log is still beside it, once when it is not.
        places.add_data(&data);
        let output = child.output();
        let (exit, log) = child.terminate();
        assert!(exit.success() && log.contains("listening"), "{log}");
        places.add(Place::Log, "log", log.into_bytes());
        places.add(Place::Output, "output", output.into_bytes());
        places.add_data(&data);
        let of_secrets = secrets.iter().flat_map(|(_, words)| words.iter().map(String::as_str));
        let found = places.search(WORDS.iter().map(|(word, ..)| *word).chain(of_secrets));
        let mut wrong = Vec::new();
        for (word, what, expected) in WORDS {
            wrong.extend(found.differing(word, &format!("{word}, {what}"), expected));
        }
        for (what, words) in &secrets {
            let (_, expected) = SECRETS.iter().find(|(known, _)| known == what).unwrap();
            for word in words {
                wrong.extend(found.differing(word, &format!("{what}, {word}"), expected));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
        let words = WORDS.len() + secrets.iter().map(|(_, words)| words.len()).sum::<usize>();
        println!(
            "canaries: {words} words and secrets in {}: each where it may be",
            places.described()
        );
    });
}

/// Tokens by their two halves, codes, keys in every way of writing them, seats.
async fn secrets_of(played: &Played, data: &Path) -> Vec<(&'static str, Vec<String>)> {
    let journal = SqliteJournal::open_read_only(&data.join("journal.db")).unwrap();
    let keys = Registry::read(&journal).await.unwrap().keys().unwrap().clone();
    let halves = played.tokens.iter().flat_map(|token| token.split('.')).map(str::to_owned);
    let keys = [keys.token, keys.seal].map(|key| serde_json::to_string(&key).unwrap());
    vec![
        ("a token", halves.collect()),
        ("a join code that is printed at the start", played.codes.clone()),
        ("a join code that was made later", vec![played.new_code.clone()]),
        ("the server's keys", keys.to_vec()),
        ("the id of a seat", played.seats.clone()),
    ]
}
