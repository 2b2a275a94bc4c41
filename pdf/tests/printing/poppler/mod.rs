//! What stands in the PDF, as poppler reads it. Its programs have to be on the search path, or the variable PDFTOTEXT names one
//! of them; `cargo xtask test` installs them.

mod rich;
mod surprises;

use std::io::Write;
use std::path::PathBuf;
use std::process::Command;

/// The text of the pages, in the order in which it is read.
pub fn text(pdf: &[u8]) -> String {
    ask("pdftotext", &["-enc", "UTF-8"], pdf, &["-"])
}

/// The same without its spaces and line breaks, invisible characters and what only turns the direction: lines are broken anew on
/// paper, and Chinese text is set with space around figures.
pub fn letters(text: &str) -> String {
    let is_kept = |letter: &char| {
        !letter.is_whitespace() && !matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().filter(is_kept).collect()
}

/// What the file says of itself.
pub fn properties(pdf: &[u8]) -> String {
    ask("pdfinfo", &["-isodates"], pdf, &[])
}

/// The tree of tags that a screen reader goes by, with its texts.
pub fn structure(pdf: &[u8]) -> String {
    ask("pdfinfo", &["-struct-text"], pdf, &[])
}

/// All of poppler's programs lie in one folder.
fn place(program: &str) -> PathBuf {
    let named = std::env::var_os("PDFTOTEXT").filter(|value| !value.is_empty());
    named.map_or_else(
        || PathBuf::from(program),
        |named| PathBuf::from(named).with_file_name(program),
    )
}

fn ask(program: &str, before: &[&str], pdf: &[u8], after: &[&str]) -> String {
    let mut file = tempfile::NamedTempFile::new().expect("a place for the file");
    file.write_all(pdf).expect("the file is written");
    let output = Command::new(place(program))
        .args(before)
        .arg(file.path())
        .args(after)
        .output();
    let output = output.unwrap_or_else(|error| panic!("{program} of poppler-utils has to be installed: {error}"));
    assert!(
        output.status.success(),
        "{program}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    // Where it writes a right-to-left text backwards, it cuts some characters apart.
    String::from_utf8_lossy(&output.stdout).into_owned()
}
