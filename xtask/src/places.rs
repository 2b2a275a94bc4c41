//! Where things are: the workspace, the web client, the built binaries.

use crate::trouble::Trouble;
use std::path::{Path, PathBuf};

/// The folders that the tasks work in.
#[derive(Debug)]
pub struct Places {
    /// The folder of the workspace's Cargo.toml.
    pub root: PathBuf,
    /// The folder that Cargo writes to; it may lie elsewhere than under `root`.
    target: PathBuf,
}

impl Places {
    /// Cargo tells a program that it runs where its package is; the program itself lies in `<target>/debug`.
    pub fn find() -> Result<Self, Trouble> {
        let package = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
        let root = package.parent().map(Path::to_path_buf);
        let root = root.ok_or_else(|| Trouble::new("the workspace was not found; call this as `cargo xtask`."))?;
        let program = std::env::current_exe().ok();
        let target = program.and_then(|file| file.parent().and_then(Path::parent).map(Path::to_path_buf));
        Ok(Self {
            target: target.unwrap_or_else(|| root.join("target")),
            root,
        })
    }

    /// The folder of the web client.
    pub fn web(&self) -> PathBuf {
        self.root.join("web")
    }

    /// The folder that Cargo writes to.
    pub fn built(&self) -> &Path {
        &self.target
    }

    /// The built server of a Cargo profile's folder: `debug` or `release`.
    pub fn server(&self, profile: &str) -> PathBuf {
        self.target
            .join(profile)
            .join(format!("roundtable{}", std::env::consts::EXE_SUFFIX))
    }
}
