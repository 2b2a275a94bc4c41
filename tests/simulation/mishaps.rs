//! What goes wrong, or only otherwise: phones that take nothing, connections that break, people who come late or leave, a server that
//! crashes or starts anew.

use crate::hall::{IDLE_AFTER, MEETING};
use crate::phone::Appetite;
use crate::story::{Story, pass};
use roundtable::hub::connection::Kind;
use roundtable::hub::message::Inspected;
use roundtable::room::view::Audience;
use serde_json::{Value, json};

impl Story {
    pub(crate) fn a_phone_changes(&mut self) {
        let index = self.somebody();
        let appetite = self.appetite();
        if let Some(line) = &self.clients[index].line {
            self.ledger.event(format!("{index} takes {appetite:?}"));
            line.phone.turn(appetite);
        }
    }

    fn appetite(&mut self) -> Appetite {
        match self.chance.below(10) {
            0..6 => Appetite::All,
            6..8 => Appetite::Nothing,
            _ => Appetite::Bites(usize::try_from(1 + self.chance.below(2_000)).unwrap()),
        }
    }

    pub(crate) async fn a_connection_breaks(&mut self) {
        let index = self.somebody();
        let reads_on = self.chance.percent(50);
        self.ledger.event(format!("{index} loses its connection"));
        self.figures.lost += u64::from(self.clients[index].line.is_some());
        self.clients[index].lose(&mut self.ledger, &self.hall, reads_on).await;
    }

    /// One after the other, from somewhere on, whoever is not connected.
    pub(crate) async fn somebody_connects(&mut self) {
        let first = self.somebody();
        let away = |index: &usize| self.clients[*index].line.is_none();
        let Some(index) = (first..self.clients.len()).chain(0..first).find(away) else {
            return;
        };
        let (resumes, appetite) = (self.chance.percent(80), self.appetite());
        self.ledger.event(format!("{index} connects, {appetite:?}"));
        self.clients[index].connect(&self.hub, &self.hall, resumes, appetite).await;
    }

    /// Whoever is connected sees what the room's view of their audience is, and what the room knows of their seat.
    pub(crate) async fn everybody_has_caught_up(&mut self) {
        let room = self.hub.open(MEETING, self.hall.room).await.expect("the room can be opened");
        let seats: Vec<_> = self.clients.iter().map(|client| (client.seat.clone(), client.role)).collect();
        let look = move |inspected: &Inspected<'_>| {
            let room = inspected.room;
            let views = Audience::ALL.map(|audience| json!(room.view(audience)));
            let pages: Vec<Value> = seats.iter().map(|(seat, role)| json!(room.you(seat, *role))).collect();
            (views, pages)
        };
        let (views, pages) = room.inspect(look).await.expect("the room can be looked at");
        for (client, page) in self.clients.iter_mut().zip(pages) {
            client.pump(&mut self.ledger, &self.hall).await;
            if client.kind == Kind::Live {
                let view = &views[Audience::from(client.role) as usize];
                assert_eq!(client.view, *view, "{} did not catch up", client.seat);
                assert_eq!(client.you, page, "the own page of {} did not catch up", client.seat);
            }
        }
    }

    /// The room as it is between two batches.
    pub(crate) async fn somebody_looks(&mut self) {
        let Ok(room) = self.hub.open(MEETING, self.hall.room).await else {
            return;
        };
        let looked = room.inspect(|inspected| (inspected.seq.0, inspected.room.snapshot())).await;
        if let Ok((seq, state)) = looked {
            self.ledger.event(format!("the room stands at {seq}"));
            self.ledger.states.insert(seq, state);
        }
    }

    pub(crate) async fn somebody_comes_late(&mut self) {
        if let Some(person) = self.late.pop() {
            self.ledger.event(format!("{} comes", person.seat.id));
            self.comes(person).await;
        }
    }

    /// Everything in memory is gone. What was written to the phones arrives still, or not.
    pub(crate) async fn crash(&mut self) {
        self.ledger.event("the server crashes".to_owned());
        self.figures.crashes += 1;
        for client in &mut self.clients {
            if self.chance.percent(50) {
                client.read_on(&mut self.ledger, &self.hall).await;
            }
            client.unplug();
        }
        drop(std::mem::replace(&mut self.hub, self.hall.hub()));
        // The tasks of the old one end when the runtime next comes to them.
        for _ in 0..3 {
            tokio::task::yield_now().await;
        }
    }

    /// The server is stopped in good order, and started.
    pub(crate) async fn restart(&mut self) {
        self.ledger.event("the server starts anew".to_owned());
        self.hub.stop().await;
        self.hall.disk.reopen();
        for client in &mut self.clients {
            client.pump(&mut self.ledger, &self.hall).await;
        }
        self.hub = self.hall.hub();
    }

    /// The room rests, and is opened from its snapshot.
    pub(crate) async fn everybody_leaves(&mut self) {
        self.ledger.event("everybody leaves".to_owned());
        for client in &mut self.clients {
            client.lose(&mut self.ledger, &self.hall, true).await;
        }
        pass(u64::try_from(IDLE_AFTER.as_millis()).unwrap() + 1_000).await;
    }
}
