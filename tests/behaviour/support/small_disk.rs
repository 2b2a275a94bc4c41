//! A small disk that can really be full, where this machine lets the tests make one.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A file system in memory, until it is dropped.
pub struct SmallDisk(PathBuf);

impl SmallDisk {
    /// None where this user or this system may not.
    pub fn mounted_at(folder: &Path, bytes: usize) -> Option<Self> {
        fs::create_dir_all(folder).unwrap();
        let size = format!("size={bytes}");
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &size, "tmpfs"])
            .arg(folder)
            .output();
        mounted
            .is_ok_and(|done| done.status.success())
            .then(|| Self(folder.to_owned()))
    }

    /// Writes until nothing more goes on it, and then leaves so much.
    pub fn fill_but_for(&self, bytes: usize) {
        let mut file = fs::File::create(self.filler()).unwrap();
        let block = [0; 4_096];
        let mut written = 0;
        while file.write_all(&block).is_ok() {
            written += block.len();
        }
        file.set_len(written.saturating_sub(bytes) as u64).unwrap();
    }

    /// Takes away what it was filled with.
    pub fn make_space(&self) {
        fs::remove_file(self.filler()).unwrap();
    }

    fn filler(&self) -> PathBuf {
        self.0.join("filler")
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // A test that failed may have files of it open still.
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}
