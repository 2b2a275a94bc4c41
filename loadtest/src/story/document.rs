//! The notes that a phone ends with, and their hash: of all that a Yjs document is, whatever the order in which it came.

use super::Hash;
use crate::yjs;
use sha2::{Digest, Sha256};
use yrs::updates::decoder::Decode;
use yrs::{Doc, GetString, ReadTxn, Transact, Update};

/// The hash of the document that these messages make: who wrote how much, what is deleted, and the whole text with its marks.
/// The text is in it because a forged update can have another one under the same numbers.
pub fn hash<'a>(messages: impl Iterator<Item = &'a [u8]>) -> Result<Hash, String> {
    let doc = Doc::new();
    let root = doc.get_or_insert_xml_fragment(yjs::ROOT);
    for message in messages {
        let bytes = yjs::content(message).ok_or("a notes message that cannot be read")?;
        let update = Update::decode_v1(bytes).map_err(|error| format!("an update that cannot be read: {error}"))?;
        doc.transact_mut()
            .apply_update(update)
            .map_err(|error| format!("an update that does not apply: {error}"))?;
    }
    let snapshot = doc.transact().snapshot();
    let mut clocks: Vec<_> = snapshot
        .state_map
        .iter()
        .map(|(client, clock)| (client.get(), *clock))
        .collect();
    clocks.sort_unstable();
    let mut hash = Sha256::new();
    hash.update(format!("{clocks:?}{:?}", snapshot.delete_set));
    hash.update(root.get_string(&doc.transact()));
    Ok(hash.finalize().into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yjs::Paragraph;

    fn of(messages: &[&Vec<u8>]) -> Hash {
        hash(messages.iter().map(|message| message.as_slice())).expect("updates that apply")
    }

    #[test]
    fn the_same_edits_in_another_order_or_twice_are_the_same_document() {
        let (mut first, mut second) = (Paragraph::new(5), Paragraph::new(6));
        let edits = [first.append("one"), second.append("two"), first.append("three")];
        let whole = of(&[&edits[0], &edits[1], &edits[2]]);
        assert_eq!(of(&[&edits[1], &edits[0], &edits[2], &edits[0]]), whole);
        assert_ne!(of(&[&edits[0], &edits[1]]), whole);
    }

    #[test]
    fn another_text_under_the_same_numbers_is_another_document() {
        assert_ne!(
            of(&[&Paragraph::new(5).append("ayes")]),
            of(&[&Paragraph::new(5).append("noes")])
        );
    }

    #[test]
    fn what_is_no_update_is_an_error() {
        assert!(hash([b"\x00\x02\x03zzz".as_slice()].into_iter()).is_err());
        assert!(hash([b"\x00".as_slice()].into_iter()).is_err());
    }
}
