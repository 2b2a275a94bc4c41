//! The server's directory: made when needed, owned by one server, refused in clear words.

use roundtable::journal::directory::{DataDirectory, DirectoryFault};
use roundtable::journal::sqlite::SqliteJournal;
use std::path::Path;
use tempfile::TempDir;

fn refusal(path: &Path) -> String {
    DataDirectory::open(path).unwrap_err().to_string()
}

#[test]
fn it_is_made_with_its_parents_for_this_user_alone() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("var/roundtable");
    let directory = DataDirectory::open(&path).unwrap();
    assert_eq!(directory.path(), path);
    assert_eq!(directory.journal_path(), path.join("journal.db"));
    assert_eq!(directory.outcomes_path(), path.join("outcomes"));
    assert!(path.is_dir());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o700);
    }
}

#[test]
fn a_second_server_is_refused_until_the_first_is_gone() {
    let folder = TempDir::new().unwrap();
    let first = DataDirectory::open(folder.path()).unwrap();
    let expected = format!(
        "another Roundtable server is using {}; stop it, or choose another directory with --data",
        folder.path().display()
    );
    assert_eq!(refusal(folder.path()), expected);
    drop(first);
    DataDirectory::open(folder.path()).unwrap();
}

#[test]
fn a_file_in_its_place_is_refused() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("minutes.txt");
    std::fs::write(&file, "minutes").unwrap();
    assert_eq!(
        refusal(&file),
        format!("{} is not a directory; choose another one with --data", file.display())
    );
    let fault = DataDirectory::inspect(&file).unwrap_err();
    assert!(matches!(fault, DirectoryFault::NotADirectory { .. }), "{fault}");
}

#[test]
fn a_directory_that_cannot_be_made_is_refused_by_name() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("minutes.txt");
    std::fs::write(&file, "minutes").unwrap();
    let below = file.join("data");
    let sentence = refusal(&below);
    assert!(
        sentence.starts_with(&format!("cannot create the directory {} (", below.display())),
        "{sentence}"
    );
}

#[test]
fn a_directory_that_takes_no_files_is_refused_by_name() {
    let folder = TempDir::new().unwrap();
    // Stands for missing rights, which do not stop the user who runs tests in a container.
    std::fs::create_dir(folder.path().join("lock")).unwrap();
    let sentence = refusal(folder.path());
    assert!(
        sentence.starts_with(&format!("cannot write to {} (", folder.path().join("lock").display())),
        "{sentence}"
    );
}

#[test]
fn it_can_be_looked_into_while_a_server_owns_it() {
    let folder = TempDir::new().unwrap();
    let fault = DataDirectory::inspect(folder.path()).unwrap_err();
    assert!(matches!(fault, DirectoryFault::NothingThere { .. }), "{fault}");
    let nowhere = DataDirectory::inspect(&folder.path().join("nowhere")).unwrap_err();
    assert!(nowhere.to_string().contains("holds no Roundtable journal"), "{nowhere}");
    assert!(!folder.path().join("nowhere").exists());

    let owned = DataDirectory::open(folder.path()).unwrap();
    let _server = SqliteJournal::open(&owned.journal_path()).unwrap();
    let inspected = DataDirectory::inspect(folder.path()).unwrap();
    SqliteJournal::open_read_only(&inspected.journal_path()).unwrap();
}
