//! The connections of a room as its task knows them: all of them, and those of one seat.

use super::connection::Connection;
use crate::room::ids::SeatId;
use std::collections::HashMap;
use std::sync::Arc;

/// All connections, and those of each seat.
#[derive(Debug, Default)]
pub struct Connected {
    /// Side by side in memory: with each change somebody goes through all of them.
    all: Vec<Arc<Connection>>,
    by_seat: HashMap<SeatId, Vec<Arc<Connection>>>,
}

impl Connected {
    /// A connection has come.
    pub fn insert(&mut self, connection: &Arc<Connection>) {
        self.by_seat
            .entry(connection.seat.clone())
            .or_default()
            .push(connection.clone());
        self.all.push(connection.clone());
    }

    /// A connection has gone. False: it was not here.
    pub fn remove(&mut self, connection: &Connection) -> bool {
        let Some(of_seat) = self.by_seat.get_mut(&connection.seat) else {
            return false;
        };
        let Some(place) = of_seat.iter().position(|known| known.id == connection.id) else {
            return false;
        };
        of_seat.swap_remove(place);
        if of_seat.is_empty() {
            self.by_seat.remove(&connection.seat);
        }
        // Compared by their place in memory: nothing of the others is looked at.
        if let Some(place) = self.all.iter().position(|known| std::ptr::eq(&raw const **known, connection)) {
            self.all.swap_remove(place);
        }
        true
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Connection>> {
        self.all.iter()
    }

    /// Those of each seat.
    pub fn by_seat(&self) -> impl Iterator<Item = &[Arc<Connection>]> {
        self.by_seat.values().map(Vec::as_slice)
    }

    /// Those of one seat.
    pub fn of_seat(&self, seat: &SeatId) -> &[Arc<Connection>] {
        self.by_seat.get(seat).map(Vec::as_slice).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hub::connection::Kind;
    use crate::hub::outlet::tests::Tray;
    use crate::room::seat::Role;

    fn connection(id: u64, seat: &str) -> Arc<Connection> {
        let outlet = Arc::new(Tray::default());
        Arc::new(Connection::new(
            id,
            SeatId::new(seat).unwrap(),
            Role::Participant,
            Kind::Live,
            outlet,
        ))
    }

    #[test]
    fn a_connection_that_goes_leaves_the_others_of_its_seat() {
        let (phone, laptop, other) = (connection(1, "ana"), connection(2, "ana"), connection(3, "ben"));
        let mut connected = Connected::default();
        for connection in [&phone, &laptop, &other] {
            connected.insert(connection);
        }
        assert_eq!((connected.len(), connected.of_seat(&phone.seat).len()), (3, 2));
        assert!(connected.remove(&phone));
        assert!(!connected.remove(&phone), "it has gone already");
        assert_eq!((connected.len(), connected.iter().count()), (2, 2));
        assert_eq!(connected.of_seat(&laptop.seat)[0].id, 2);
        assert!(connected.remove(&laptop) && connected.remove(&other) && connected.is_empty());
        assert_eq!(connected.by_seat().count(), 0);
    }
}
