//! A Yjs client, over either socket: it writes paragraphs, takes what others write, and counts what is saved.

use super::door::Participant;
use super::socket::{Came, Socket};
use roundtable::protocol::notes::{self, AwarenessState, NotesMessage};
use serde_json::Value;
use std::collections::BTreeMap;
use yrs::block::ClientID;
use yrs::updates::decoder::Decode;
use yrs::updates::encoder::Encode;
use yrs::{
    Any, Doc, GetString, Options, ReadTxn, StateVector, Transact, Update, Xml, XmlElementPrelim, XmlFragment, XmlTextPrelim,
};

/// Somebody who edits.
pub struct Author {
    pub doc: Doc,
    pub socket: Socket,
    /// Updates sent on this connection.
    pub sent: u64,
    /// Updates answered, by `saved` or a refusal.
    pub answered: u64,
    /// Text frames, read.
    pub texts: Vec<Value>,
    /// Reasons of permission-denied messages.
    pub denied: Vec<String>,
    /// Cursors, by client id; none for one that is gone.
    pub cursors: BTreeMap<u64, Option<Value>>,
    /// Whether the server has answered our step 1 and we have answered its own.
    pub synced: (bool, bool),
    pub closed: Option<u16>,
}

impl Author {
    /// Edits over the live socket, with a document of its own.
    pub async fn live(participant: &Participant, client: u64) -> Self {
        Self::open(participant, "/live", Self::document(client)).await
    }

    /// Edits over the notes socket, as any Yjs client does.
    pub async fn plain(participant: &Participant, client: u64) -> Self {
        Self::open(participant, "/notes", Self::document(client)).await
    }

    /// Opens a socket for a document that may hold something already, and waits until both have what the other had.
    pub async fn open(participant: &Participant, path: &str, doc: Doc) -> Self {
        let mut author = Self::begin(participant.socket(path).await, doc).await;
        author.wait_until(|author| author.synced == (true, true)).await;
        author
    }

    /// The same over the live socket, where the server may be gone before both have everything.
    pub async fn try_open(participant: &Participant, doc: Doc) -> Option<Self> {
        let socket = Socket::open_if_there(&participant.to("/live")).await?;
        let mut author = Self::begin(socket, doc).await;
        author
            .wait_until(|author| author.synced == (true, true) || author.closed.is_some())
            .await;
        author.closed.is_none().then_some(author)
    }

    async fn begin(socket: Socket, doc: Doc) -> Self {
        let mut author = Self {
            doc,
            socket,
            sent: 0,
            answered: 0,
            texts: Vec::new(),
            denied: Vec::new(),
            cursors: BTreeMap::new(),
            synced: (false, false),
            closed: None,
        };
        let state_vector = author.doc.transact().state_vector().encode_v1();
        author.socket.try_binary(notes::step1(&state_vector)).await;
        author
    }

    /// An empty document of a client.
    pub fn document(client: u64) -> Doc {
        let doc = Doc::with_options(Options::with_client_id(ClientID::new(client)));
        doc.get_or_insert_xml_fragment("notes");
        doc
    }

    /// Appends a paragraph and sends the update; answers with the update itself.
    pub async fn write(&mut self, text: &str) -> Vec<u8> {
        let update = self.type_unsent(text);
        self.send(&update).await;
        update
    }

    /// Appends a paragraph and sends the update, where the server may be gone.
    pub async fn try_write(&mut self, text: &str) {
        let update = self.type_unsent(text);
        self.sent += 1;
        self.socket.try_binary(notes::update(&update)).await;
    }

    /// Appends a paragraph that nobody is sent.
    pub fn type_unsent(&mut self, text: &str) -> Vec<u8> {
        let root = self.doc.get_or_insert_xml_fragment("notes");
        let mut transaction = self.doc.transact_mut();
        let children = [XmlTextPrelim::new(text).into()];
        root.push_back(&mut transaction, XmlElementPrelim::new("paragraph", children));
        transaction.encode_update_v1()
    }

    /// Appends a point with these attributes, the kind first, and sends the update.
    pub async fn mark(&mut self, attributes: &[(&'static str, &str)], text: &str) {
        let update = {
            let root = self.doc.get_or_insert_xml_fragment("notes");
            let mut transaction = self.doc.transact_mut();
            let children = [XmlTextPrelim::new(text).into()];
            let paragraph = root.push_back(&mut transaction, XmlElementPrelim::new("paragraph", children));
            for (name, value) in attributes {
                paragraph.insert_attribute(&mut transaction, *name, Any::from(*value));
            }
            transaction.encode_update_v1()
        };
        self.send(&update).await;
        self.wait_for_answers().await;
    }

    /// Takes the last paragraph out and sends the update.
    pub async fn take_out_last(&mut self) {
        let update = {
            let root = self.doc.get_or_insert_xml_fragment("notes");
            let mut transaction = self.doc.transact_mut();
            let last = root.len(&transaction) - 1;
            root.remove_range(&mut transaction, last, 1);
            transaction.encode_update_v1()
        };
        self.send(&update).await;
    }

    /// Sends an update.
    pub async fn send(&mut self, update: &[u8]) {
        self.sent += 1;
        self.socket.binary(notes::update(update)).await;
    }

    /// The text of the document, paragraph by paragraph.
    pub fn text(&self) -> String {
        let root = self.doc.get_or_insert_xml_fragment("notes");
        root.get_string(&self.doc.transact())
    }

    /// Reads on until something is so.
    pub async fn wait_until(&mut self, mut so: impl FnMut(&Self) -> bool) {
        while !so(self) {
            assert_eq!(self.closed, None, "the socket is closed; texts so far: {:#?}", self.texts);
            match self.socket.next().await {
                Came::Text(text) => self.take_text(&text),
                Came::Binary(bytes) => self.take_binary(&bytes).await,
                Came::Closed(code) => self.closed = Some(code),
            }
        }
    }

    /// Reads on until the document has a text.
    pub async fn wait_for_text(&mut self, text: &str) {
        self.wait_until(|author| author.text().contains(text)).await;
    }

    /// Reads on until everything sent on this connection is answered (on the live socket).
    pub async fn wait_for_answers(&mut self) {
        self.wait_until(|author| author.answered >= author.sent).await;
        assert_eq!(self.answered, self.sent);
    }

    fn take_text(&mut self, text: &str) {
        let frame: Value = serde_json::from_str(text).unwrap();
        if let Some(updates) = frame["updates"].as_u64() {
            assert!(updates > self.answered, "{frame} after {}", self.answered);
            self.answered = updates;
        }
        self.texts.push(frame);
    }

    async fn take_binary(&mut self, bytes: &[u8]) {
        match notes::decode(bytes).unwrap() {
            NotesMessage::SyncStep1 { state_vector } => {
                let known = StateVector::decode_v1(state_vector).unwrap();
                let missing = self.doc.transact().encode_state_as_update_v1(&known);
                if missing != [0, 0] {
                    self.sent += 1;
                }
                self.socket.try_binary(notes::step2(&missing)).await;
                self.synced.1 = true;
            }
            NotesMessage::SyncStep2 { update } => {
                self.apply(update);
                self.synced.0 = true;
            }
            NotesMessage::Update { update } => self.apply(update),
            NotesMessage::Awareness { states } => {
                let states = states.into_iter().map(|AwarenessState { client, state, .. }| (client, state));
                self.cursors.extend(states);
            }
            NotesMessage::PermissionDenied { reason } => self.denied.push(reason.to_owned()),
            NotesMessage::QueryAwareness => {}
        }
    }

    fn apply(&self, update: &[u8]) {
        let update = Update::decode_v1(update).unwrap();
        self.doc.transact_mut().apply_update(update).unwrap();
    }
}
