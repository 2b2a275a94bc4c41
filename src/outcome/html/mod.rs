//! `outcome.html`: a sheet as one page that needs nothing else, readable by everyone and printable. No script; what people wrote
//! is escaped, and says its language and direction where these are not the page's.

mod parts;
mod table;
mod words;

use super::sheet::{Sheet, Words};
use words::{Page, escaped};

const STYLE: &str = include_str!("style.css");
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The whole document.
pub(super) fn render(sheet: &Sheet) -> String {
    let titles = [sheet.title.as_str(), &sheet.subject]
        .into_iter()
        .filter(|title| !title.is_empty());
    let title = escaped(&titles.collect::<Vec<_>>().join(": "));
    let page = Page {
        language: sheet.language,
    };
    let body = page.parts(&sheet.parts);
    let root = page.root();
    let foot = page.element("footer", "", &Words::own(sheet.foot.as_str()));
    format!(
        "<!DOCTYPE html>\n<html{root}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n{body}</main>\n{foot}\n</body>\n</html>\n"
    )
}
