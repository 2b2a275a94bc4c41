//! Where texts lead to. In Office Open XML an address stands not beside the text but in a list of its own, the relationships,
//! and Word refuses a whole document for one address there that it cannot read. So they are let in only when plainly well-formed;
//! otherwise the text stays without its link.

use super::xml::{HEAD, escaped};
use crate::outcome::text::address;
use std::collections::BTreeMap;

/// Longer ones Word cuts off.
const ADDRESS_BYTES_MAX: usize = 2_000;

/// What the document itself refers to, before any address.
const OWN: [(&str, &str); 5] = [
    ("styles", "styles.xml"),
    ("numbering", "numbering.xml"),
    ("settings", "settings.xml"),
    ("fontTable", "fontTable.xml"),
    ("footer", "footer.xml"),
];

/// The name by which the document refers to its footer.
pub(super) const FOOTER: &str = "rId5";

const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const KINDS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Every address of the document, with its number.
#[derive(Default)]
pub(super) struct Links {
    numbers: BTreeMap<String, usize>,
}

impl Links {
    /// The name of the relationship that leads there; none where Word would not follow or not read it.
    pub(super) fn name(&mut self, link: &str) -> Option<String> {
        let target = target(link)?;
        let next = OWN.len() + self.numbers.len() + 1;
        let number = *self.numbers.entry(target).or_insert(next);
        Some(format!("rId{number}"))
    }

    /// `document.xml.rels`.
    pub(super) fn relationships(&self) -> String {
        let mut xml = format!("{HEAD}<Relationships xmlns=\"{RELATIONSHIPS}\">");
        for (place, (kind, target)) in OWN.iter().enumerate() {
            xml += &format!(
                "<Relationship Id=\"rId{}\" Type=\"{KINDS}/{kind}\" Target=\"{target}\"/>",
                place + 1
            );
        }
        for (target, number) in &self.numbers {
            xml += &format!(
                "<Relationship Id=\"rId{number}\" Type=\"{KINDS}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
                escaped(target)
            );
        }
        xml + "</Relationships>"
    }
}

/// The address as it may stand in a relationship.
fn target(link: &str) -> Option<String> {
    let (scheme, rest) = address(link)?.split_once(':')?;
    let scheme = scheme.to_ascii_lowercase();
    let (start, rest) = match scheme.as_str() {
        "mailto" => ("", rest),
        _ => rest.strip_prefix("//").map(|rest| ("//", rest))?,
    };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    let is_good = match scheme.as_str() {
        "mailto" => authority
            .split_once('@')
            .is_some_and(|(who, host)| is_mailbox(who) && is_host(host)),
        _ => is_host_with_port(authority),
    };
    let target = format!("{scheme}:{start}{authority}{}", encoded(path));
    (is_good && target.len() <= ADDRESS_BYTES_MAX).then_some(target)
}

fn is_mailbox(who: &str) -> bool {
    !who.is_empty()
        && who
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || "._+-".contains(letter))
}

fn is_host_with_port(authority: &str) -> bool {
    let (host, port) = authority.split_once(':').unwrap_or((authority, "443"));
    is_host(host) && port.parse::<u16>().is_ok()
}

/// As names of hosts are: labels of at most 63 bytes, of letters of every script and digits, with hyphens only inside.
fn is_host(host: &str) -> bool {
    let is_inner = |letter: char| letter.is_alphanumeric() || letter == '-';
    let is_label = |label: &str| {
        let is_long = label.is_empty() || label.len() > 63;
        !is_long && label.chars().all(is_inner) && !label.starts_with('-') && !label.ends_with('-')
    };
    host.len() <= 253 && host.split('.').all(is_label)
}

/// Path, query and fragment with all but the plainest characters percent-encoded. What is encoded already stays so.
fn encoded(path: &str) -> String {
    let mut safe = String::with_capacity(path.len());
    let mut has_fragment = false;
    for (place, byte) in path.bytes().enumerate() {
        let is_encoded = byte == b'%'
            && path
                .as_bytes()
                .get(place + 1..place + 3)
                .is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit));
        let is_first_hash = byte == b'#' && !has_fragment;
        has_fragment |= byte == b'#';
        if is_encoded || is_first_hash || byte.is_ascii_alphanumeric() || b"-._~/?:@!$&'()*+,;=".contains(&byte) {
            safe.push(char::from(byte));
        } else {
            safe += &format!("%{byte:02X}");
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::target;

    #[test]
    fn addresses_of_the_web_and_of_mail_are_let_in() {
        let good = [
            ("https://un.org", "https://un.org"),
            ("HTTP://un.org:8080/a?b=c&d#e", "http://un.org:8080/a?b=c&d#e"),
            ("https://un.org/%7Ea/été", "https://un.org/%7Ea/%C3%A9t%C3%A9"),
            ("https://россия.рф/100%", "https://россия.рф/100%25"),
            ("https://un.org/#a#b[1]", "https://un.org/#a%23b%5B1%5D"),
            ("mailto:chair@un.org?subject=x", "mailto:chair@un.org?subject=x"),
        ];
        for (link, as_written) in good {
            assert_eq!(target(link).as_deref(), Some(as_written));
        }
    }

    #[test]
    fn what_word_could_not_read_is_left_out() {
        let wrong = [
            "https://",
            "https:un.org",
            "https://[::1",
            "https://a..b",
            "https://a:b",
            "https://-a.int",
            "https://u:p@h",
            "mailto:a@b@c",
            "mailto:@c",
        ];
        for link in wrong {
            assert_eq!(target(link), None, "{link}");
        }
        assert_eq!(target("javascript:alert(1)"), None);
        assert_eq!(target(&format!("https://un.org/{}", "a".repeat(2_000))), None);
    }
}
