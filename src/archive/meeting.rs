//! A whole meeting in one file, to be put away: everything that was made of it, a page that leads through it, and a manifest that says
//! what each file was like. It is read without a server: unpack it and open `index.html`.

use super::manifest::SealedFile;
use super::{MANIFEST, Named, packed};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::io;

/// Name and version of the form of the manifest.
const SCHEMA: &str = "roundtable-archive/1";
/// The page that leads through the files.
const INDEX: &str = "index.html";

/// What the archive is of.
#[derive(Debug, Clone, Serialize)]
pub struct Cover {
    /// The meeting's id.
    pub meeting: String,
    /// Its title.
    pub title: String,
    /// When the archive was made, in UTC.
    pub made_at: String,
    /// The key that the sealed outcomes in it are checked with, in hexadecimal digits.
    pub public_key: String,
}

/// A part of the archive: a heading, and the files under it.
#[derive(Debug, Clone)]
pub struct Chapter {
    /// The heading: a room's title, or what the files have in common.
    pub heading: String,
    /// The files, with their folders.
    pub files: Vec<Named>,
}

#[derive(Serialize)]
struct Manifest<'a> {
    schema: &'static str,
    #[serde(flatten)]
    cover: &'a Cover,
    files: BTreeMap<&'a str, SealedFile>,
}

/// One ZIP file of all chapters.
///
/// # Errors
/// Where there is more than such a file can hold.
pub fn archive(cover: &Cover, chapters: Vec<Chapter>) -> io::Result<Vec<u8>> {
    let index = (INDEX.to_owned(), index(cover, &chapters).into_bytes());
    let files: Vec<Named> = std::iter::once(index)
        .chain(chapters.into_iter().flat_map(|chapter| chapter.files))
        .collect();
    let manifest = Manifest {
        schema: SCHEMA,
        cover,
        files: files
            .iter()
            .map(|(name, bytes)| (name.as_str(), SealedFile::of(bytes)))
            .collect(),
    };
    let manifest = (MANIFEST.to_owned(), serde_json::to_vec_pretty(&manifest)?);
    let all: Vec<Named> = std::iter::once(manifest).chain(files).collect();
    packed(&all)
}

/// Plain enough for any browser in twenty years: headings and links.
fn index(cover: &Cover, chapters: &[Chapter]) -> String {
    let title = escaped(&cover.title);
    let mut page = format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>{title}</title>\n<style>body{{font:1rem/1.5 sans-serif;max-inline-size:45rem;margin:2rem auto;padding:0 1rem}}</style>\n\
         <h1 dir=\"auto\">{title}</h1>\n<p>Archive of {}. The manifest, <a href=\"{MANIFEST}\">{MANIFEST}</a>, has the SHA-256 of every \
         file. Sealed outcomes are signed; <code>roundtable verify</code> checks them with the key {}.</p>\n",
        escaped(&cover.made_at),
        escaped(&cover.public_key),
    );
    for chapter in chapters {
        // Writing into a text does not fail.
        let _ = write!(page, "<h2 dir=\"auto\">{}</h2>\n<ul>\n", escaped(&chapter.heading));
        for (name, bytes) in &chapter.files {
            let (name, kib) = (escaped(name), bytes.len().div_ceil(1_024));
            let _ = writeln!(page, "<li><a href=\"{name}\">{name}</a> ({kib} KiB)</li>");
        }
        page.push_str("</ul>\n");
    }
    page
}

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.replace('"', "&quot;")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use sha2::{Digest, Sha256};
    use std::io::{Cursor, Read};

    #[test]
    fn every_file_is_in_the_manifest_as_it_is_and_on_the_page() {
        let cover = Cover {
            meeting: "m".to_owned(),
            title: "A & B <c>".to_owned(),
            made_at: "2024-05-10T12:00:00Z".to_owned(),
            public_key: "ab".repeat(32),
        };
        let file = |name: &str| (name.to_owned(), name.as_bytes().to_vec());
        let chapters = vec![
            Chapter {
                heading: "Plan".to_owned(),
                files: vec![file("meeting.json")],
            },
            Chapter {
                heading: "قاعة".to_owned(),
                files: vec![file("rooms/a/revision-1/outcome.md"), file("rooms/a/draft/notes.md")],
            },
        ];
        let bytes = archive(&cover, chapters).unwrap();
        let mut package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut read = |name: &str| {
            let mut bytes = Vec::new();
            package.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
            bytes
        };
        let manifest: serde_json::Value = serde_json::from_slice(&read("manifest.json")).unwrap();
        assert_eq!(
            (&manifest["schema"], &manifest["meeting"]),
            (&"roundtable-archive/1".into(), &"m".into())
        );
        let files = manifest["files"].as_object().unwrap();
        assert_eq!(files.len(), 4);
        for (name, sealed) in files {
            let digest: String = Sha256::digest(read(name)).iter().map(|byte| format!("{byte:02x}")).collect();
            assert_eq!(sealed["sha256"], digest, "{name}");
        }
        let index = String::from_utf8(read("index.html")).unwrap();
        for part in ["A &amp; B &lt;c&gt;", "href=\"rooms/a/draft/notes.md\"", "قاعة"] {
            assert!(index.contains(part), "{part}");
        }
    }
}
