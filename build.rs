//! Makes sure that `web/dist` is there: the binary embeds that folder, and a Rust build must work on a machine without
//! Node. An empty folder builds a server without pages; `cargo xtask run` fills it first.

use std::path::Path;

fn main() -> std::io::Result<()> {
    let pages = Path::new("web/dist");
    std::fs::create_dir_all(pages)?;
    println!("cargo::rerun-if-changed={}", pages.display());
    Ok(())
}
