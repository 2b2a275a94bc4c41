//! LibreOffice opens the documents and reads in them what the sheets say. The test run installs it; the variable SOFFICE names
//! it where it is kept elsewhere.

use super::sheets::{bad, empty, everything};
use super::{render, said};
use crate::outcome::Outcome;
use crate::outcome::sheet::{Sheet, lay_out};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Whole outcomes, as they lie sealed among the fixtures: a report in six languages, cleared with the room, and polls of every kind.
const REPORT: &str = include_str!("../../../../tests/fixtures/outcome/cleared/outcome.json");
const POLLS: &str = include_str!("../../../../tests/fixtures/outcome/polls/outcome.json");

fn laid_out(outcome_json: &str) -> Sheet {
    lay_out(&serde_json::from_str::<Outcome>(outcome_json).unwrap())
}

#[test]
fn reads_what_the_sheets_say() {
    let sheets = [
        ("everything", everything()),
        ("bad", bad()),
        ("empty", empty()),
        ("report", laid_out(REPORT)),
        ("polls", laid_out(POLLS)),
    ];
    let folder = tempfile::tempdir().unwrap();
    let files = sheets.iter().map(|(name, sheet)| {
        let file = folder.path().join(format!("{name}.docx"));
        fs::write(&file, render(sheet)).unwrap();
        file
    });
    convert_to_text(folder.path(), &files.collect::<Vec<_>>());
    for (name, sheet) in &sheets {
        let read = fs::read_to_string(folder.path().join(format!("{name}.txt"))).unwrap();
        let expected = said::lines(sheet).join("\n");
        assert_eq!(without_marks(&read), without_marks(&expected), "{name}");
    }
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    let everything = read("everything.txt");
    for item in ["• A need", "3. third", "4. fourth", "1. أولا", "2. ثانيا", "1. begins anew"] {
        assert!(
            everything.lines().any(|line| line.trim_start() == item),
            "no item reads {item}"
        );
    }
    let report = read("report.txt");
    for written in [
        "Не хватает лабораторий для анализа вредоносных программ.",
        "东盟与新加坡的网络安全卓越中心每年培训一千多名官员。",
        "تنتهي المشاريع قبل أن تتسلمها المؤسسات الوطنية.",
        "Our lab in Nairobi exists.",
    ] {
        assert!(report.contains(written), "{written} is not read");
    }
    // Every second of the 24 lists is numbered, and goes on from its own number after those inside of it.
    let goes_on = read("bad.txt").lines().filter(|line| line.trim_start() == "2. next").count();
    assert_eq!(goes_on, 12);
}

/// The lines that say something, without what marks items of lists: LibreOffice writes bullets of its own into a text.
fn without_marks(text: &str) -> Vec<&str> {
    let text = text.trim_start_matches('\u{feff}');
    text.lines().map(without_mark).filter(|line| !line.is_empty()).collect()
}

fn without_mark(line: &str) -> &str {
    let line = line.trim();
    let (first, rest) = line.split_once(' ').unwrap_or((line, ""));
    let number = first.strip_suffix('.').unwrap_or_default();
    let is_mark =
        ["•", "–", "▪", "◦"].contains(&first) || !number.is_empty() && number.chars().all(|digit| digit.is_ascii_digit());
    if is_mark { rest.trim_start() } else { line }
}

/// With a profile of its own, so that it starts whatever else runs.
fn convert_to_text(folder: &Path, files: &[PathBuf]) {
    let program = std::env::var_os("SOFFICE").unwrap_or_else(|| "soffice".into());
    let mut profile = OsString::from("-env:UserInstallation=file://");
    profile.push(folder.join("profile"));
    let status = Command::new(program)
        .arg(profile)
        .args(["--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir"])
        .arg(folder)
        .args(files)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    let status = status.expect("LibreOffice is missing: `cargo xtask test` installs it, or name it in the variable SOFFICE");
    assert!(status.success(), "LibreOffice did not open the documents: {status}");
}
