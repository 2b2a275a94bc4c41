//! LibreOffice opens the document and reads in it what the sheet says. The test run installs it; the variable SOFFICE names
//! it where it is kept elsewhere.

use super::sheets::everything;
use super::{render, said};
use std::path::Path;
use std::process::{Command, Stdio};

#[test]
fn reads_what_the_sheet_says() {
    let sheet = everything();
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("outcome.docx"), render(&sheet)).unwrap();
    convert(folder.path(), "txt:Text (encoded):UTF8");
    let text = std::fs::read_to_string(folder.path().join("outcome.txt")).unwrap();
    println!("{text}");
    panic!("{:?}", said::lines(&sheet));
}

fn convert(folder: &Path, to: &str) {
    let program = std::env::var_os("SOFFICE").unwrap_or_else(|| "soffice".into());
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let status = Command::new(program)
        .args([&profile, "--headless", "--convert-to", to, "--outdir"])
        .args([folder, &folder.join("outcome.docx")])
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .status();
    let status = status.expect("LibreOffice is missing: `cargo xtask test` installs it, or name it in the variable SOFFICE");
    assert!(status.success(), "LibreOffice did not open the document: {status}");
}
