//! Sealing and checking, with real folders.

use super::*;
use ed25519_dalek::SigningKey;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const KEY: [u8; 32] = [7; 32];

fn meta(revision: u32) -> Meta {
    let sealed_at = "2024-05-10T21:00:00Z".to_owned();
    Meta {
        meeting: "global-roundtable".into(),
        room: "group-1".into(),
        revision,
        sealed_at,
        seq: 42,
        not_made: BTreeMap::new(),
    }
}

fn files(text: &str) -> [(&'static str, Vec<u8>); 2] {
    [("outcome.md", text.as_bytes().to_vec()), ("polls.csv", b"poll\n".to_vec())]
}

fn sealed_as(data: &Path, revision: u32, text: &str) -> std::path::PathBuf {
    let prepared = prepare(data, &meta(revision), &files(text), &KEY).unwrap();
    let destination = prepared.destination().to_owned();
    assert_eq!(prepared.commit().unwrap(), Committed::Now);
    destination
}

fn place(data: &Path, revision: u32) -> Place {
    Place::of(data, "global-roundtable", "group-1", revision).unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn what_was_sealed_can_be_checked_with_and_without_the_key() {
    let data = tempfile::tempdir().unwrap();
    let folder = sealed_as(data.path(), 1, "text");
    assert_eq!(folder, data.path().join("outcomes/global-roundtable/group-1/revision-1"));
    assert_eq!(names(&folder), ["manifest.json", "manifest.sig", "outcome.md", "polls.csv"]);
    let public = SigningKey::from_bytes(&KEY).verifying_key().to_bytes();
    let verified = verify(&folder, Some(&public)).unwrap();
    assert_eq!(verify(&folder, None).unwrap(), verified);
    assert_eq!(
        (
            verified.manifest.revision,
            verified.manifest.seq,
            verified.manifest.files.len()
        ),
        (1, 42, 2)
    );
}

#[test]
fn every_single_altered_byte_is_found() {
    let data = tempfile::tempdir().unwrap();
    let folder = sealed_as(data.path(), 1, "text");
    for name in names(&folder) {
        let path = folder.join(&name);
        let whole = fs::read(&path).unwrap();
        for at in 0..whole.len() {
            let mut altered = whole.clone();
            altered[at] ^= 1 << (at % 8);
            fs::write(&path, &altered).unwrap();
            let findings = verify(&folder, None).expect_err(&format!("byte {at} of {name}"));
            if !name.starts_with("manifest") {
                assert_eq!(findings, [Finding::Altered(name.clone())]);
            }
        }
        fs::write(&path, &whole).unwrap();
    }
    assert!(verify(&folder, None).is_ok());
}

#[test]
fn files_cut_lengthened_missing_and_added_are_named() {
    let data = tempfile::tempdir().unwrap();
    let folder = sealed_as(data.path(), 1, "text");
    fs::write(folder.join("outcome.md"), "text and more").unwrap();
    fs::remove_file(folder.join("polls.csv")).unwrap();
    fs::write(folder.join("extra.txt"), "").unwrap();
    let expected = [
        Finding::Altered("outcome.md".into()),
        Finding::Missing("polls.csv".into()),
        Finding::Added("extra.txt".into()),
    ];
    assert_eq!(verify(&folder, None).unwrap_err(), expected);
    fs::write(folder.join("manifest.sig"), b"").unwrap();
    assert!(verify(&folder, None).unwrap_err().contains(&Finding::BadSignature));
    fs::remove_file(folder.join("manifest.sig")).unwrap();
    assert!(
        verify(&folder, None)
            .unwrap_err()
            .contains(&Finding::Missing("manifest.sig".into()))
    );
    fs::remove_file(folder.join("manifest.json")).unwrap();
    assert_eq!(verify(&folder, None).unwrap_err(), [Finding::Missing("manifest.json".into())]);
    assert!(matches!(
        verify(&folder.join("nowhere"), None).unwrap_err()[..],
        [Finding::FolderUnreadable(_)]
    ));
}

#[test]
fn a_folder_sealed_anew_by_somebody_else_is_found_with_the_trusted_key() {
    let data = tempfile::tempdir().unwrap();
    let prepared = prepare(data.path(), &meta(1), &files("forged"), &[8; 32]).unwrap();
    let folder = prepared.destination().to_owned();
    prepared.commit().unwrap();
    let trusted = SigningKey::from_bytes(&KEY).verifying_key().to_bytes();
    assert!(matches!(
        verify(&folder, Some(&trusted)).unwrap_err()[..],
        [Finding::OtherKey { .. }]
    ));
    assert!(verify(&folder, None).is_ok());
}

#[test]
fn a_manifest_that_names_files_elsewhere_is_no_manifest() {
    let data = tempfile::tempdir().unwrap();
    let folder = sealed_as(data.path(), 1, "text");
    let manifest = fs::read_to_string(folder.join("manifest.json")).unwrap();
    for (from, to) in [
        ("outcome.md", "../outcome.md"),
        ("roundtable-manifest/1", "roundtable-manifest/9"),
        ("\"seq\"", "\"sek\""),
    ] {
        fs::write(folder.join("manifest.json"), manifest.replace(from, to)).unwrap();
        assert!(
            matches!(verify(&folder, None).unwrap_err()[..], [Finding::BadManifest(_)]),
            "{to}"
        );
    }
}

#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_a_file_is_not_followed() {
    let data = tempfile::tempdir().unwrap();
    let folder = sealed_as(data.path(), 1, "text");
    fs::rename(folder.join("outcome.md"), data.path().join("elsewhere")).unwrap();
    std::os::unix::fs::symlink(data.path().join("elsewhere"), folder.join("outcome.md")).unwrap();
    assert!(matches!(&verify(&folder, None).unwrap_err()[..], [Finding::Unreadable { name, .. }] if name == "outcome.md"));
}

#[test]
fn nothing_is_in_the_final_place_before_the_commit_nor_left_without_one() {
    let data = tempfile::tempdir().unwrap();
    let prepared = prepare(data.path(), &meta(1), &files("text"), &KEY).unwrap();
    let room = prepared.destination().parent().unwrap().to_owned();
    assert_eq!(names(&room), [".sealing-revision-1"]);
    drop(prepared);
    assert!(names(&room).is_empty());
}

#[test]
fn sealing_the_same_again_changes_nothing() {
    let data = tempfile::tempdir().unwrap();
    let folder = sealed_as(data.path(), 1, "text");
    let again = prepare(data.path(), &meta(1), &files("text"), &KEY).unwrap();
    assert_eq!(again.commit().unwrap(), Committed::Before);
    assert_eq!(names(folder.parent().unwrap()), ["revision-1"]);
    assert!(verify(&folder, None).is_ok());
}

#[test]
fn a_revision_is_never_written_over() {
    let data = tempfile::tempdir().unwrap();
    let folder = sealed_as(data.path(), 1, "text");
    let other = prepare(data.path(), &meta(1), &files("other"), &KEY).unwrap();
    assert!(matches!(other.commit(), Err(Fault::Differs { .. })));
    assert_eq!(fs::read_to_string(folder.join("outcome.md")).unwrap(), "text");
    sealed_as(data.path(), 2, "other");
    assert_eq!(names(folder.parent().unwrap()), ["revision-1", "revision-2"]);
    assert!(verify(&folder, None).is_ok());
}

#[test]
fn a_folder_that_lacks_files_is_no_seal_and_is_completed_by_the_next_sealing() {
    let data = tempfile::tempdir().unwrap();
    let folder = sealed_as(data.path(), 1, "text");
    let place = place(data.path(), 1);
    for lacking in [
        &["polls.csv"][..],
        &["manifest.json", "manifest.sig"],
        &names(&folder).iter().map(String::as_str).collect::<Vec<_>>(),
    ] {
        lacking.iter().for_each(|name| fs::remove_file(folder.join(name)).unwrap());
        assert_eq!(
            (sealed(&place), read_folder(&place).unwrap()),
            (None, None),
            "without {lacking:?}"
        );
        let again = prepare(data.path(), &meta(1), &files("text"), &KEY).unwrap();
        assert_eq!(again.commit().unwrap(), Committed::Before);
        assert!(sealed(&place).is_some());
        verify(&folder, None).unwrap();
    }
    fs::write(folder.join("polls.csv"), "cut").unwrap();
    assert_eq!(sealed(&place), None);
    let again = prepare(data.path(), &meta(1), &files("text"), &KEY).unwrap();
    assert!(
        matches!(again.commit(), Err(Fault::Differs { .. })),
        "what was altered is not written over"
    );
}

#[test]
fn a_file_in_the_place_of_the_folder_is_left_as_it_is() {
    let data = tempfile::tempdir().unwrap();
    let prepared = prepare(data.path(), &meta(1), &files("text"), &KEY).unwrap();
    fs::write(prepared.destination(), "mine").unwrap();
    assert!(matches!(prepared.commit(), Err(Fault::Differs { .. })));
}

#[test]
fn the_folder_of_another_room_or_close_is_not_taken_for_this_one() {
    let data = tempfile::tempdir().unwrap();
    let first = sealed_as(data.path(), 1, "text");
    let second = place(data.path(), 2);
    fs::create_dir(&second.revision).unwrap();
    for name in names(&first) {
        fs::copy(first.join(&name), second.revision.join(&name)).unwrap();
    }
    verify(&second.revision, None).unwrap();
    assert_eq!((sealed(&second), read_folder(&second).unwrap()), (None, None));
}

#[test]
fn what_somebody_else_put_into_a_folder_is_neither_read_nor_in_the_way() {
    let data = tempfile::tempdir().unwrap();
    let folder = sealed_as(data.path(), 1, "text");
    fs::write(folder.join(".DS_Store"), "").unwrap();
    fs::create_dir(folder.join("thumbnails")).unwrap();
    let read = read_folder(&place(data.path(), 1)).unwrap().unwrap();
    let names: Vec<&str> = read.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["manifest.json", "manifest.sig", "outcome.md", "polls.csv"]);
}

#[test]
fn a_document_that_could_not_be_made_is_named_in_the_manifest() {
    let data = tempfile::tempdir().unwrap();
    let not_made = BTreeMap::from([("outcome.pdf".to_owned(), "the typesetter failed".to_owned())]);
    let meta = Meta {
        not_made: not_made.clone(),
        ..meta(1)
    };
    let prepared = prepare(data.path(), &meta, &files("text"), &KEY).unwrap();
    let folder = prepared.destination().to_owned();
    prepared.commit().unwrap();
    assert_eq!(verify(&folder, None).unwrap().manifest.not_made, not_made);
}

#[test]
fn what_a_crash_left_is_removed_by_the_next_sealing() {
    let data = tempfile::tempdir().unwrap();
    let room = sealed_as(data.path(), 1, "text").parent().unwrap().to_owned();
    fs::create_dir(room.join(".sealing-revision-2")).unwrap();
    fs::write(room.join(".sealing-revision-2/outcome.md"), "half").unwrap();
    fs::write(room.join(".sealing-stray"), "").unwrap();
    sealed_as(data.path(), 2, "whole");
    assert_eq!(names(&room), ["revision-1", "revision-2"]);
}

#[test]
fn a_write_that_fails_half_way_leaves_nothing_behind() {
    let data = tempfile::tempdir().unwrap();
    // No file system takes a name of 300 characters; the first file is written by then.
    let files = [("a.md".to_owned(), b"text".to_vec()), ("x".repeat(300), b"text".to_vec())];
    assert!(matches!(
        prepare(data.path(), &meta(1), &files, &KEY),
        Err(Fault::Io { doing: "written", .. })
    ));
    assert!(names(&data.path().join("outcomes/global-roundtable/group-1")).is_empty());
}

#[test]
fn a_full_disk_is_told_as_one() {
    let full = std::io::Error::from(std::io::ErrorKind::StorageFull);
    let fault = Fault::while_doing("written", Path::new("outcome.md"))(full);
    assert!(fault.to_string().contains("the disk is full"), "{fault}");
}

#[test]
fn names_that_lead_elsewhere_are_refused() {
    let data = tempfile::tempdir().unwrap();
    for room in ["..", "a/b", "", "A", "a.b"] {
        let meta = Meta {
            room: room.into(),
            ..meta(1)
        };
        assert!(
            matches!(prepare(data.path(), &meta, &files("text"), &KEY), Err(Fault::BadName(_))),
            "{room}"
        );
    }
    for name in ["../x", ".hidden", "", "a/b", "manifest.json", "manifest.sig"] {
        assert!(
            matches!(prepare(data.path(), &meta(1), &[(name, b"x")], &KEY), Err(Fault::BadName(_))),
            "{name}"
        );
    }
    let twice = [("a.md", b"x"), ("a.md", b"y")];
    assert!(matches!(prepare(data.path(), &meta(1), &twice, &KEY), Err(Fault::BadName(_))));
}

#[test]
fn a_sealed_file_is_read_back_and_what_is_not_there_is_none() {
    let data = tempfile::tempdir().unwrap();
    sealed_as(data.path(), 1, "text");
    let place = |revision| Place::of(data.path(), "global-roundtable", "group-1", revision).unwrap();
    assert_eq!(
        read_sealed(&place(1), "outcome.md").unwrap().as_deref(),
        Some(b"text".as_slice())
    );
    assert_eq!(read_sealed(&place(1), "outcome.pdf").unwrap(), None);
    assert_eq!(read_sealed(&place(2), "outcome.md").unwrap(), None);
    assert!(read_sealed(&place(1), "../revision-1/outcome.md").is_err());
}

#[test]
fn an_archive_has_the_same_bytes_on_every_system() {
    let files = [("a.md".to_owned(), b"text".to_vec())];
    let bytes = packed(&files).unwrap();
    assert_eq!(bytes, packed(&files).unwrap());
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
    assert_eq!(archive.by_index(0).unwrap().unix_mode(), Some(0o100_644));
    // The central directory says that it was made under Unix.
    let directory = bytes.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    assert_eq!(bytes[directory + 5], 3);
}
