//! Telling: one frame for all that a batch changed, encoded once and shared by all connections.

use super::{RoomTask, TICK};
use crate::hub::connection::{Connection, Kind};
use crate::hub::encode;
use crate::hub::recall::Frame;
use crate::protocol::notes;
use crate::protocol::server::ServerFrame;
use crate::room::ids::SeatId;
use crate::room::touched::Touched;
use bytes::Bytes;
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use tokio::time::Instant;

impl RoomTask {
    /// Publishes one frame for what has changed since the last one.
    pub(super) fn tell(&mut self, update: Option<Vec<u8>>) {
        let touched = self.room.take_touched();
        let mut frame = Frame {
            seq: self.seq,
            ..Frame::default()
        };
        self.publisher.changes(&self.room, &touched, &mut frame);
        frame.own = self.own_frames(&touched);
        if update.is_some() {
            self.handouts.clear();
        }
        frame.notes = update.map(|update| notes::update(&update).into());
        if self.has_light_news() && self.ticked_at.elapsed() >= TICK {
            self.ticked_at = Instant::now();
            if self.present.changed() {
                frame.presence = self.present.take_frames();
            }
            frame.awareness = self.cursors.take_frame();
        }
        self.shared.people.store(self.present.count(), Ordering::Relaxed);
        self.shared.seq.store(self.seq.0, Ordering::Release);
        if frame.is_empty() {
            return;
        }
        self.told_at = Instant::now();
        self.shared.recall.publish(frame);
        for connection in self.connections.values() {
            connection.wake();
        }
        self.services.metrics.told(self.connections.len());
    }

    fn own_frames(&self, touched: &Touched) -> HashMap<SeatId, Bytes> {
        let concerned = |connection: &&Arc<Connection>| touched.everyone || touched.seats.contains(&connection.seat);
        if !touched.everyone && touched.seats.is_empty() {
            return HashMap::new();
        }
        let mut frames = HashMap::new();
        for connection in self.connections.values().filter(concerned) {
            if connection.kind == Kind::Live && !frames.contains_key(&connection.seat) {
                let you = self.room.you(&connection.seat, connection.role);
                frames.extend(encode(&ServerFrame::You { seq: self.seq, you }).map(|bytes| (connection.seat.clone(), bytes)));
            }
        }
        frames
    }
}
