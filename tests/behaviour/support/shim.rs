//! A disk that fails, is full or is slow, and a wall clock that jumps, for a server in a process of its own: a small library that is
//! loaded before the system's, made by the C compiler that also makes SQLite.

use std::fs;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// `EIO`: the disk failed.
pub const BROKEN: i64 = 5;
/// `ENOSPC`: there is no space.
pub const FULL: i64 = 28;

/// What the control file holds, in this order, as numbers of eight bytes.
#[derive(Clone, Copy)]
enum Number {
    /// The error of every sync; zero: none.
    SyncError,
    /// The error of every write.
    WriteError,
    /// Whether a write that fails leaves its first half.
    IsTorn,
    /// How much longer a sync takes.
    SyncDelayMicros,
    /// How far the wall clock is off.
    WallShiftS,
    /// How many calls that would fail are let pass first.
    Passed,
}

const NUMBERS: u64 = 6;

/// What stands between a server and its machine.
pub struct Shim {
    control: PathBuf,
    folder: PathBuf,
}

impl Shim {
    /// For a server on this data directory. Nothing is wrong at first.
    pub fn over(data: &Path) -> Self {
        let control = data.with_extension("shim");
        fs::write(&control, [0; NUMBERS as usize * 8]).unwrap();
        let folder = data.parent().unwrap().canonicalize().unwrap().join(data.file_name().unwrap());
        Self { control, folder }
    }

    /// Has a command run behind it.
    pub fn put_before(&self, command: &mut Command) {
        command
            .env("LD_PRELOAD", library())
            .env("SHIM_CONTROL", &self.control)
            .env("SHIM_FOLDER", &self.folder);
    }

    /// From now on syncs fail, after so many that still work.
    pub fn syncs_fail(&self, error: i64, after: i64) {
        self.set(Number::Passed, after);
        self.set(Number::SyncError, error);
    }

    /// From now on writes fail, after so many that still work.
    pub fn writes_fail(&self, error: i64, after: i64) {
        self.set(Number::Passed, after);
        self.set(Number::WriteError, error);
    }

    /// Writes that fail leave their first half on the disk.
    pub fn writes_are_torn(&self) {
        self.set(Number::IsTorn, 1);
    }

    /// From now on every sync takes so much longer.
    pub fn syncs_take(&self, micros: i64) {
        self.set(Number::SyncDelayMicros, micros);
    }

    /// The wall clock jumps, to so much before or after the right time.
    pub fn wall_clock_is_off_by(&self, seconds: i64) {
        self.set(Number::WallShiftS, seconds);
    }

    /// The disk is as it should be again.
    pub fn mend(&self) {
        for number in [Number::SyncError, Number::WriteError, Number::IsTorn, Number::SyncDelayMicros] {
            self.set(number, 0);
        }
    }

    fn set(&self, number: Number, value: i64) {
        let file = fs::OpenOptions::new().write(true).open(&self.control).unwrap();
        file.write_all_at(&value.to_ne_bytes(), number as u64 * 8).unwrap();
    }
}

/// The library, made once in a run.
fn library() -> &'static Path {
    static MADE: OnceLock<PathBuf> = OnceLock::new();
    MADE.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let own = format!("shim-{}", std::process::id());
        let (source, made) = (folder.join(&own).with_extension("c"), folder.join(&own).with_extension("so"));
        fs::write(&source, include_str!("shim.c")).unwrap();
        let compiled = Command::new("cc")
            .args(["-shared", "-fPIC", "-O1", "-Wall", "-o"])
            .arg(&made)
            .arg(&source)
            .output();
        let compiled = compiled.expect("the C compiler that SQLite is made with");
        assert!(compiled.status.success(), "{}", String::from_utf8_lossy(&compiled.stderr));
        // In one step, for other runs of the tests may be at the same.
        let library = folder.join("shim.so");
        fs::rename(&made, &library).unwrap();
        fs::remove_file(&source).unwrap();
        library
    })
}
