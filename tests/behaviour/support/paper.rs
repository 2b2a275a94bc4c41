//! A connection's outlet that is no socket: it takes everything and keeps the text frames to be read.

use bytes::{Buf, BytesMut};
use roundtable::hub::outlet::Outlet;
use serde_json::Value;
use std::io::{self, Cursor, IoSlice};
use std::sync::{Arc, Mutex};
use tungstenite::protocol::frame::FrameHeader;
use tungstenite::protocol::frame::coding::{Data, OpCode};

/// What was written.
#[derive(Debug, Clone, Default)]
pub struct Paper(Arc<Mutex<BytesMut>>);

impl Paper {
    /// The text frames since this was last asked.
    pub fn texts(&self) -> Vec<Value> {
        let mut written = self.0.lock().unwrap();
        let mut texts = Vec::new();
        while !written.is_empty() {
            let mut cursor = Cursor::new(&written[..]);
            let (header, length) = FrameHeader::parse(&mut cursor).unwrap().expect("a whole header");
            let begin = usize::try_from(cursor.position()).unwrap();
            written.advance(begin);
            let payload = written.split_to(usize::try_from(length).unwrap());
            if header.opcode == OpCode::Data(Data::Text) {
                texts.push(serde_json::from_slice(&payload).unwrap());
            }
        }
        texts
    }
}

impl Outlet for Paper {
    fn take(&self, slices: &[IoSlice<'_>]) -> io::Result<usize> {
        let mut written = self.0.lock().unwrap();
        slices.iter().for_each(|slice| written.extend_from_slice(slice));
        Ok(slices.iter().map(|slice| slice.len()).sum())
    }
}
