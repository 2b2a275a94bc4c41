//! Where the server leaves something, and what is found there: also in packed files, and written in base64 or as digits.

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use flate2::read::ZlibDecoder;
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};

/// A kind of place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    Log,
    Output,
    Metrics,
    Descriptions,
    Refusals,
    Downloads,
    Sealed,
    Journal,
}

impl Place {
    pub const ALL: [Place; 8] = [
        Place::Log,
        Place::Output,
        Place::Metrics,
        Place::Descriptions,
        Place::Refusals,
        Place::Downloads,
        Place::Sealed,
        Place::Journal,
    ];
}

/// Everything that was left or given out.
#[derive(Default)]
pub struct Places(BTreeMap<Place, Vec<(String, Vec<u8>)>>);

impl Places {
    /// Something with its name; what is packed in it too.
    pub fn add(&mut self, place: Place, name: &str, bytes: Vec<u8>) {
        for (name, bytes) in unpacked(name, bytes) {
            self.0.entry(place).or_default().push((name, bytes));
        }
    }

    /// Every file of a data directory.
    pub fn add_data(&mut self, data: &Path) {
        for entry in fs::read_dir(data).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_file() {
                self.add_file(Place::Journal, &entry.path());
            } else {
                self.add_folder(Place::Sealed, &entry.path());
            }
        }
    }

    fn add_folder(&mut self, place: Place, folder: &Path) {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_file() {
                self.add_file(place, &entry.path());
            } else {
                self.add_folder(place, &entry.path());
            }
        }
    }

    fn add_file(&mut self, place: Place, path: &Path) {
        self.add(place, &path.display().to_string(), fs::read(path).unwrap());
    }

    /// Where each of these is found, in any of its disguises.
    pub fn search<'a>(&self, words: impl IntoIterator<Item = &'a str>) -> Found {
        let needles = Needles::of(words);
        let mut found = BTreeMap::new();
        for (place, things) in &self.0 {
            for (name, bytes) in things {
                needles.each_in(bytes, |word, at| {
                    let beside = &bytes[at.saturating_sub(80)..bytes.len().min(at + 120)];
                    found
                        .entry((*place, word.to_owned()))
                        .or_insert_with(|| format!("{name}: {}", String::from_utf8_lossy(beside)));
                });
            }
        }
        Found(found)
    }

    /// How much was searched.
    pub fn described(&self) -> String {
        let all = self.0.values().flatten();
        let bytes: usize = all.clone().map(|(_, bytes)| bytes.len()).sum();
        format!("{} files and answers ({} KiB unpacked)", all.count(), bytes / 1_024)
    }
}

/// How a word may be written: as it is, in base64 at each of the three places that it can stand at, as hexadecimal digits.
fn disguises(word: &str) -> Vec<Vec<u8>> {
    let mut disguises = vec![word.as_bytes().to_vec()];
    // A word is typed with its first letter large or small.
    let capital = word[..1].to_uppercase() + &word[1..];
    for form in [word, &capital] {
        for before in 0..3 {
            let padded = [&b"___"[..before], form.as_bytes()].concat();
            let encoded = STANDARD_NO_PAD.encode(&padded);
            // The characters at both ends depend on what stands beside the word.
            let inside = &encoded[(before * 4).div_ceil(3)..encoded.len() - 1];
            if inside.len() >= 8 {
                disguises.push(inside.as_bytes().to_vec());
            }
        }
        let digits: String = form.bytes().map(|byte| format!("{byte:02x}")).collect();
        disguises.push(digits.into_bytes());
    }
    disguises
}

/// Everything that is looked for, by its first two letters: the files are long, and are gone through once.
struct Needles<'a> {
    all: Vec<(&'a str, Vec<u8>)>,
    by_start: HashMap<[u8; 2], Vec<usize>>,
}

impl<'a> Needles<'a> {
    fn of(words: impl IntoIterator<Item = &'a str>) -> Self {
        let words = words.into_iter();
        let all: Vec<_> = words
            .flat_map(|word| disguises(word).into_iter().map(move |disguise| (word, disguise)))
            .collect();
        let mut by_start: HashMap<_, Vec<usize>> = HashMap::new();
        for (index, (_, disguise)) in all.iter().enumerate() {
            by_start.entry(start(disguise)).or_default().push(index);
        }
        Self { all, by_start }
    }

    fn each_in(&self, bytes: &[u8], mut found: impl FnMut(&str, usize)) {
        let mut is_start = vec![false; 1 << 16];
        for pair in self.by_start.keys() {
            is_start[usize::from(u16::from_be_bytes(*pair))] = true;
        }
        for (at, pair) in bytes.windows(2).enumerate() {
            let pair = start(pair);
            if !is_start[usize::from(u16::from_be_bytes(pair))] {
                continue;
            }
            for index in &self.by_start[&pair] {
                let (word, disguise) = &self.all[*index];
                let here = bytes.get(at..at + disguise.len());
                if here.is_some_and(|here| here.eq_ignore_ascii_case(disguise)) {
                    found(word, at);
                }
            }
        }
    }
}

fn start(bytes: &[u8]) -> [u8; 2] {
    [bytes[0].to_ascii_lowercase(), bytes[1].to_ascii_lowercase()]
}

/// What was found, by place and word, with what stands beside it.
pub struct Found(BTreeMap<(Place, String), String>);

impl Found {
    /// Where it is otherwise than a line of the table says.
    pub fn differing(&self, word: &str, what: &str, expected: &str) -> Vec<String> {
        let signs: Vec<char> = expected.chars().filter(|sign| *sign != ' ').collect();
        assert_eq!(signs.len(), Place::ALL.len(), "{what}");
        let mut differing = Vec::new();
        for (place, sign) in Place::ALL.into_iter().zip(signs) {
            match (sign, self.0.get(&(place, word.to_owned()))) {
                ('+', None) => differing.push(format!("{what}: not found in {place:?}")),
                ('-', Some(beside)) => differing.push(format!("{what}: found in {place:?}, {beside}")),
                _ => {}
            }
        }
        differing
    }
}

/// A file as it is, and whatever is packed in it.
fn unpacked(name: &str, bytes: Vec<u8>) -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    if bytes.starts_with(b"PK") {
        let mut package = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
        for part in 0..package.len() {
            let mut entry = package.by_index(part).unwrap();
            let (inside, mut content) = (entry.name().unwrap().into_owned(), Vec::new());
            entry.read_to_end(&mut content).unwrap();
            all.extend(unpacked(&format!("{name}/{inside}"), content));
        }
    }
    if bytes.starts_with(b"%PDF") {
        all.push((format!("{name}, its streams"), streams(&bytes)));
        all.extend(text_of(&bytes).map(|text| (format!("{name}, its text"), text)));
    }
    all.push((name.to_owned(), bytes));
    all
}

/// What is packed in the streams of a PDF, as far as it is packed in the usual way.
fn streams(pdf: &[u8]) -> Vec<u8> {
    const BEGIN: &[u8] = b"stream\n";
    let (mut all, mut rest) = (Vec::new(), pdf);
    while let Some(at) = rest.windows(BEGIN.len()).position(|window| window == BEGIN) {
        rest = &rest[at + BEGIN.len()..];
        // A stream of another kind gives an error, and what was unpacked until then.
        let _ = ZlibDecoder::new(rest).read_to_end(&mut all);
    }
    all
}

/// The text of a PDF as a viewer has it; none where the machine has no program for it.
fn text_of(pdf: &[u8]) -> Option<Vec<u8>> {
    let program = std::env::var("PDFTOTEXT").unwrap_or_else(|_| "pdftotext".to_owned());
    let mut reader = Command::new(program)
        .args(["-enc", "UTF-8", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    let (mut input, pdf) = (reader.stdin.take()?, pdf.to_vec());
    let writing = std::thread::spawn(move || input.write_all(&pdf));
    let output = reader.wait_with_output().ok()?;
    writing.join().unwrap().ok()?;
    Some(output.stdout)
}

#[test]
fn a_word_is_found_in_every_disguise() {
    let sentence = "A sentence with Zyxnotes in it";
    let is_found = |bytes: Vec<u8>, expected: &str| {
        let mut places = Places::default();
        places.add(Place::Sealed, "a file", bytes);
        places.search(["zyxnotes"]).differing("zyxnotes", "a word", expected)
    };
    for before in 0..3 {
        let encoded = STANDARD_NO_PAD.encode(format!("{}{sentence}", &"___"[..before]));
        assert!(is_found(encoded.into_bytes(), "----- -+ -").is_empty(), "{before}");
    }
    assert!(is_found(sentence.as_bytes().to_vec(), "----- -+ -").is_empty());
    assert_eq!(is_found(sentence.as_bytes().to_vec(), "----- +- -").len(), 2);
}
