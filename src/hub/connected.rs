//! The connections of a room as its task knows them: all of them, and those of one seat.

use super::connection::Connection;
use crate::room::ids::SeatId;
use std::collections::HashMap;
use std::sync::Arc;

/// Connections by seat.
#[derive(Debug, Default)]
pub struct Connected {
    by_seat: HashMap<SeatId, Vec<Arc<Connection>>>,
    count: usize,
}

impl Connected {
    /// A connection has come.
    pub fn insert(&mut self, connection: &Arc<Connection>) {
        self.by_seat
            .entry(connection.seat.clone())
            .or_default()
            .push(connection.clone());
        self.count += 1;
    }

    /// A connection has gone. False: it was not here.
    pub fn remove(&mut self, connection: &Connection) -> bool {
        let Some(of_seat) = self.by_seat.get_mut(&connection.seat) else {
            return false;
        };
        let before = of_seat.len();
        of_seat.retain(|known| known.id != connection.id);
        let gone = before - of_seat.len();
        self.count -= gone;
        if of_seat.is_empty() {
            self.by_seat.remove(&connection.seat);
        }
        gone > 0
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Connection>> {
        self.by_seat.values().flatten()
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
        let outlet = Box::new(Tray::default());
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
