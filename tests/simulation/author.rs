//! Somebody's copy of the notes: a real Yjs document.

use roundtable::protocol::notes::EMPTY_UPDATE;
use std::collections::VecDeque;
use yrs::block::ClientID;
use yrs::updates::decoder::Decode;
use yrs::updates::encoder::Encode;
use yrs::{Doc, GetString, Options, ReadTxn, StateVector, Transact, Update, XmlElementPrelim, XmlFragment, XmlTextPrelim};

/// The copy, and what of it has not been said to be stored.
pub struct Author {
    doc: Doc,
    /// Written, and in no update that was sent on this connection.
    unsent: Vec<String>,
    /// Updates that were sent on this connection, by their number, with what they hold.
    pub unanswered: VecDeque<(u32, Vec<String>)>,
}

impl Author {
    /// An empty copy of a Yjs client.
    pub fn new(client: u64) -> Self {
        let doc = Doc::with_options(Options::with_client_id(ClientID::new(client)));
        doc.get_or_insert_xml_fragment("notes");
        Self {
            doc,
            unsent: Vec::new(),
            unanswered: VecDeque::new(),
        }
    }

    /// Adds a paragraph at that place, counted from the end.
    pub fn write(&mut self, from_end: u32, text: &str) -> Vec<u8> {
        let root = self.doc.get_or_insert_xml_fragment("notes");
        let mut transaction = self.doc.transact_mut();
        let place = root.len(&transaction).saturating_sub(from_end);
        let children = [XmlTextPrelim::new(text).into()];
        root.insert(&mut transaction, place, XmlElementPrelim::new("paragraph", children));
        self.unsent.push(text.to_owned());
        transaction.encode_update_v1()
    }

    /// Takes out the last paragraph; what it said, and the update.
    pub fn take_out_last(&mut self) -> Option<(Vec<String>, Vec<u8>)> {
        let before = self.paragraphs();
        let root = self.doc.get_or_insert_xml_fragment("notes");
        let update = {
            let mut transaction = self.doc.transact_mut();
            let last = root.len(&transaction).checked_sub(1)?;
            root.remove_range(&mut transaction, last, 1);
            transaction.encode_update_v1()
        };
        let after = self.paragraphs();
        let gone = before.into_iter().filter(|text| !after.contains(text));
        Some((gone.collect(), update))
    }

    /// An update with this number is sent; it holds all that was written since the one before.
    pub fn sent(&mut self, ticket: u32) {
        self.unanswered.push_back((ticket, std::mem::take(&mut self.unsent)));
    }

    /// The connection is gone: what was not answered is to be sent again.
    pub fn unplug(&mut self) {
        let again = self.unanswered.drain(..).flat_map(|(_, texts)| texts);
        self.unsent.splice(0..0, again.collect::<Vec<_>>());
    }

    pub fn state_vector(&self) -> Vec<u8> {
        self.doc.transact().state_vector().encode_v1()
    }

    /// What somebody with this state vector lacks; none where nothing.
    pub fn missing(&self, state_vector: &[u8]) -> Option<Vec<u8>> {
        let known = StateVector::decode_v1(state_vector).unwrap();
        let missing = self.doc.transact().encode_state_as_update_v1(&known);
        (missing != EMPTY_UPDATE).then_some(missing)
    }

    pub fn apply(&self, update: &[u8]) {
        let update = Update::decode_v1(update).unwrap();
        self.doc.transact_mut().apply_update(update).unwrap();
    }

    pub fn text(&self) -> String {
        let root = self.doc.get_or_insert_xml_fragment("notes");
        root.get_string(&self.doc.transact())
    }

    /// The texts of its paragraphs.
    pub fn paragraphs(&self) -> Vec<String> {
        let text = self.text();
        let parts = text.split("<paragraph>").skip(1);
        parts
            .filter_map(|part| Some(part.split_once("</paragraph>")?.0.to_owned()))
            .collect()
    }
}
