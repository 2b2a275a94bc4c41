//! The mark in an edit's text by which every phone knows it again: `#rrrrrreeeeee.`, the run and the edit in hex. It is
//! found wherever it arrives: alone, merged with other edits, or in a whole document.

/// How many characters a marker has.
pub const LENGTH: usize = 14;

const DIGITS: usize = 6;

/// The largest number of a run or an edit that fits.
pub const NUMBER_MAX: u32 = 0xff_ffff;

/// An edit's text: its marker, filled up to the wanted length.
pub fn text(run: u32, edit: u32, characters: usize) -> String {
    let mut text = format!("#{run:06x}{edit:06x}.");
    let filling = characters.saturating_sub(text.len());
    text.extend(std::iter::repeat_n('x', filling));
    text
}

/// Calls `found` with the number of each edit of this run whose marker is in the bytes.
pub fn scan(bytes: &[u8], run: u32, mut found: impl FnMut(u32)) {
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| *byte == b'#') {
        rest = &rest[at..];
        match rest.get(..LENGTH).and_then(read) {
            Some((its_run, edit)) => {
                if its_run == run {
                    found(edit);
                }
                rest = &rest[LENGTH..];
            }
            None => rest = &rest[1..],
        }
    }
}

fn read(marker: &[u8]) -> Option<(u32, u32)> {
    let number = |digits: &[u8]| {
        let text = std::str::from_utf8(digits).ok()?;
        let plain = text.bytes().all(|byte| byte.is_ascii_hexdigit());
        plain.then(|| u32::from_str_radix(text, 16).ok()).flatten()
    };
    let closed = marker[LENGTH - 1] == b'.';
    let run = number(&marker[1..=DIGITS])?;
    let edit = number(&marker[1 + DIGITS..LENGTH - 1])?;
    closed.then_some((run, edit))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(bytes: &[u8], run: u32) -> Vec<u32> {
        let mut edits = Vec::new();
        scan(bytes, run, |edit| edits.push(edit));
        edits
    }

    #[test]
    fn markers_are_found_alone_and_merged() {
        let mut bytes = vec![0, b'#', 0xff, b'#'];
        bytes.extend(text(7, 1, 24).bytes());
        bytes.extend(text(7, NUMBER_MAX, LENGTH).bytes());
        assert_eq!(found(&bytes, 7), [1, NUMBER_MAX]);
    }

    #[test]
    fn markers_of_an_earlier_run_do_not_count() {
        let bytes = [text(1, 5, 20), text(2, 6, 20)].concat();
        assert_eq!(found(bytes.as_bytes(), 2), [6]);
    }

    #[test]
    fn a_marker_that_is_cut_off_is_none() {
        let bytes = text(1, 5, LENGTH);
        assert_eq!(found(&bytes.as_bytes()[..LENGTH - 1], 1), Vec::<u32>::new());
        assert_eq!(found(b"#00000100000+.", 1), Vec::<u32>::new());
    }

    #[test]
    fn a_text_has_the_wanted_length() {
        assert_eq!(text(1, 1, 24).len(), 24);
        assert_eq!(text(1, 1, LENGTH).len(), LENGTH);
    }
}
