//! Where the slips of a stream lie: each bag is a table of its own, so that wiping it frees every page that a slip ever lay
//! on, and `secure_delete` fills a freed page with zeros. The table is called by a number, never by what somebody wrote. A slip's
//! key is chance, so that neither its number nor its place among the others says when it came.

use super::super::{Bag, Slip};
use super::checksum::StreamChecksum;
use bytes::Bytes;
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::collections::HashMap;

/// Puts slips into their bags, making those that are not there yet.
pub(super) fn put(connection: &Connection, stream: i64, checksum: StreamChecksum, slips: &[Slip]) -> rusqlite::Result<()> {
    let mut tables: HashMap<&Bag, i64> = HashMap::new();
    for slip in slips {
        let number = match tables.get(&slip.bag) {
            Some(number) => *number,
            None => found_or_made(connection, stream, &slip.bag)?,
        };
        tables.insert(&slip.bag, number);
        // Two keys of 63 bits meet about once in a hundred thousand million ballots; then the batch fails and is asked again.
        let statement =
            format!("INSERT INTO bag_{number} (key, checksum, payload) VALUES (random() & 9223372036854775807, ?1, ?2)");
        let mut insert = connection.prepare_cached(&statement)?;
        insert.execute(params![checksum.slip(&slip.payload), slip.payload.as_ref()])?;
    }
    Ok(())
}

/// Wipes bags with all that is in them. One that is not there is wiped already.
pub(super) fn wipe(connection: &Connection, stream: i64, bags: &[Bag]) -> rusqlite::Result<()> {
    for bag in bags {
        if let Some(number) = find(connection, stream, bag)? {
            connection.execute_batch(&format!("DROP TABLE bag_{number}"))?;
            connection.execute("DELETE FROM bags WHERE number = ?1", [number])?;
        }
    }
    Ok(())
}

/// Every slip of a stream; an error, or none where a slip does not match its checksum.
pub(super) fn all(connection: &Connection, stream: i64, checksum: StreamChecksum) -> rusqlite::Result<Option<Vec<Slip>>> {
    let mut select = connection.prepare_cached("SELECT number, name FROM bags WHERE stream = ?1")?;
    let bags = select.query_map([stream], |row| Ok((row.get(0)?, Bag::new(&row.get::<_, String>(1)?))))?;
    let bags: Vec<(i64, Bag)> = bags.collect::<rusqlite::Result<_>>()?;
    let mut slips = Vec::new();
    for (number, bag) in bags {
        let mut select = connection.prepare(&format!("SELECT checksum, payload FROM bag_{number} ORDER BY key"))?;
        let read = |row: &Row<'_>| Ok((row.get::<_, i64>(0)?, Bytes::from(row.get::<_, Vec<u8>>(1)?)));
        for row in select.query_map([], read)? {
            let (stored, payload) = row?;
            if checksum.slip(&payload) != stored {
                return Ok(None);
            }
            slips.push(Slip {
                bag: bag.clone(),
                payload,
            });
        }
    }
    Ok(Some(slips))
}

fn find(connection: &Connection, stream: i64, bag: &Bag) -> rusqlite::Result<Option<i64>> {
    let mut select = connection.prepare_cached("SELECT number FROM bags WHERE stream = ?1 AND name = ?2")?;
    select.query_row(params![stream, bag.as_str()], |row| row.get(0)).optional()
}

fn found_or_made(connection: &Connection, stream: i64, bag: &Bag) -> rusqlite::Result<i64> {
    if let Some(number) = find(connection, stream, bag)? {
        return Ok(number);
    }
    let mut insert = connection.prepare_cached("INSERT INTO bags (stream, name) VALUES (?1, ?2)")?;
    let number = insert.insert(params![stream, bag.as_str()])?;
    let columns = "key INTEGER PRIMARY KEY, checksum INTEGER NOT NULL, payload BLOB NOT NULL";
    connection.execute_batch(&format!("CREATE TABLE bag_{number} ({columns}) STRICT"))?;
    Ok(number)
}
