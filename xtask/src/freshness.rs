//! Whether what was built is newer than what it is built from.

use std::fs;
use std::io;
use std::path::Path;
use std::time::SystemTime;

/// The moment of the last change in a file or below a folder; the folders count too, so that a deleted file is noticed.
/// Entries whose name is in `left_out` do not count. None where nothing is there.
pub fn newest(path: &Path, left_out: &[&str]) -> io::Result<Option<SystemTime>> {
    let facts = match fs::metadata(path) {
        Ok(facts) => facts,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut newest_so_far = facts.modified()?;
    if facts.is_dir() {
        for entry in fs::read_dir(path)? {
            let entry = entry?;
            if left_out.iter().any(|name| entry.file_name() == **name) {
                continue;
            }
            if let Some(moment) = newest(&entry.path(), left_out)? {
                newest_so_far = newest_so_far.max(moment);
            }
        }
    }
    Ok(Some(newest_so_far))
}

/// Whether `copy` holds exactly what `original` holds; a missing file is never the same.
pub fn same_content(original: &Path, copy: &Path) -> bool {
    match (fs::read(original), fs::read(copy)) {
        (Ok(left), Ok(right)) => left == right,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;
    use std::time::Duration;

    /// A folder of the test's own that is gone when the test ends.
    struct Scratch(PathBuf);

    impl Scratch {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
            fs::create_dir_all(&folder).expect("a folder to work in");
            Self(folder)
        }

        fn write(&self, name: &str, changed_s: u64) -> PathBuf {
            let file = self.0.join(name);
            fs::create_dir_all(file.parent().expect("a folder")).expect("its folder");
            fs::write(&file, name).expect("the file");
            let opened = fs::File::options().write(true).open(&file).expect("the file again");
            opened.set_modified(moment(changed_s)).expect("its time");
            file
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    /// Far in the future, so that the folders' own times (now) are always older.
    fn moment(seconds: u64) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(8_000_000_000 + seconds)
    }

    #[test]
    fn the_newest_file_at_any_depth_counts() {
        let scratch = Scratch::new("newest");
        scratch.write("a.ts", 10);
        scratch.write("views/deep/b.svelte", 30);
        scratch.write("views/c.ts", 20);
        assert_eq!(newest(&scratch.0, &[]).expect("readable"), Some(moment(30)));
    }

    #[test]
    fn what_is_left_out_does_not_count() {
        let scratch = Scratch::new("left-out");
        scratch.write("a.ts", 10);
        scratch.write("node_modules/x/index.js", 99);
        assert_eq!(newest(&scratch.0, &["node_modules"]).expect("readable"), Some(moment(10)));
    }

    #[test]
    fn nothing_there_is_none_and_no_error() {
        let scratch = Scratch::new("nothing");
        assert_eq!(newest(&scratch.0.join("absent"), &[]).expect("no error"), None);
    }

    #[test]
    fn a_copy_is_the_same_only_byte_for_byte() {
        let scratch = Scratch::new("same");
        let original = scratch.write("lock", 10);
        let copy = scratch.0.join("copy");
        assert!(!same_content(&original, &copy), "a missing copy is not the same");
        fs::copy(&original, &copy).expect("copied");
        assert!(same_content(&original, &copy));
        fs::write(&copy, "other").expect("written");
        assert!(!same_content(&original, &copy));
    }
}
