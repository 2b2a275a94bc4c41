//! Reads the variable-length encoding (lib0) that Yjs speaks, strictly: every length is checked before it is used, a
//! number has one spelling only, and nothing is allocated.

use super::limits::NUMBER_MAX;

/// The bytes are not what they should be; the text says which rule they break.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Malformed(pub &'static str);

/// A position in bytes of unknown origin.
#[derive(Debug, Clone)]
pub struct Reader<'a> {
    rest: &'a [u8],
    length: usize,
}

impl<'a> Reader<'a> {
    /// Starts at the first byte.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self {
            rest: bytes,
            length: bytes.len(),
        }
    }

    /// How many bytes are read.
    pub fn position(&self) -> usize {
        self.length - self.rest.len()
    }

    /// One byte.
    pub fn byte(&mut self) -> Result<u8, Malformed> {
        let (&first, rest) = self.rest.split_first().ok_or(Malformed("it ends too early"))?;
        self.rest = rest;
        Ok(first)
    }

    /// An unsigned number in its shortest spelling, at most 2^53 - 1.
    pub fn number(&mut self) -> Result<u64, Malformed> {
        self.number_from(0, 0)
    }

    /// The bytes of a number from the one that counts from bit `shift`.
    fn number_from(&mut self, mut value: u64, mut shift: u32) -> Result<u64, Malformed> {
        loop {
            let byte = self.byte()?;
            if shift > 55 {
                return Err(Malformed("a number is too large"));
            }
            if byte == 0 && shift > 0 {
                return Err(Malformed("a number is spelled longer than needed"));
            }
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                break;
            }
            shift += 7;
        }
        if value > NUMBER_MAX {
            return Err(Malformed("a number is too large"));
        }
        Ok(value)
    }

    /// A signed number: six bits and a sign in the first byte.
    pub fn signed(&mut self) -> Result<i64, Malformed> {
        let first = self.byte()?;
        let low = u64::from(first & 0x3f);
        let size = if first & 0x80 == 0 { low } else { self.number_from(low, 6)? };
        let size = i64::try_from(size).map_err(|_| Malformed("a number is too large"))?;
        Ok(if first & 0x40 == 0 { size } else { -size })
    }

    /// A number that counts things of which each takes a byte at least, so that it cannot promise more than there is.
    pub fn count(&mut self) -> Result<usize, Malformed> {
        let count = usize::try_from(self.number()?).map_err(|_| Malformed("a number is too large"))?;
        if count > self.rest.len() {
            return Err(Malformed("it promises more than it holds"));
        }
        Ok(count)
    }

    /// Bytes with their length in front.
    pub fn bytes(&mut self) -> Result<&'a [u8], Malformed> {
        let length = self.count()?;
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        Ok(taken)
    }

    /// UTF-8 text with its length in front.
    pub fn text(&mut self) -> Result<&'a str, Malformed> {
        std::str::from_utf8(self.bytes()?).map_err(|_| Malformed("a text is not UTF-8"))
    }

    /// Says that all has been read.
    pub fn finish(&self) -> Result<(), Malformed> {
        if self.rest.is_empty() {
            Ok(())
        } else {
            Err(Malformed("more bytes follow its end"))
        }
    }
}

/// Writes an unsigned number in its shortest spelling.
pub fn write_number(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Writes bytes with their length in front.
pub fn write_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    write_number(out, bytes.len() as u64);
    out.extend_from_slice(bytes);
}
