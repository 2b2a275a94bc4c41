//! Changes real bytes as an attacker or a broken machine would.

use crate::extent::Chance;

/// Bytes that stand at the edges of something: of a number's spelling, of an item's flags, of text.
const EDGES: [u8; 14] = [0, 1, 2, 3, 4, 6, 7, 8, 0x20, 0x40, 0x7f, 0x80, 0xc0, 0xff];
/// Numbers that stand at the edges of what counters hold.
const NUMBERS: [u64; 12] = [
    0,
    1,
    127,
    128,
    65_535,
    1 << 28,
    (1 << 31) - 1,
    1 << 31,
    u32::MAX as u64,
    1 << 32,
    (1 << 53) - 1,
    u64::MAX,
];
/// Changes made to one input at most.
const CHANGES_MAX: u64 = 4;
/// The longest that an input becomes.
const BYTES_MAX: usize = 300 * 1_024;

/// The bytes with some changes; `others` is where pieces are taken from.
pub fn mutated(bytes: &[u8], others: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=chance.below(CHANGES_MAX) {
        change(&mut bytes, others, chance);
    }
    bytes.truncate(BYTES_MAX);
    bytes
}

/// Bytes without any sense, most of them few.
pub fn noise(chance: &mut Chance) -> Vec<u8> {
    let length = if chance.percent(95) {
        chance.below(64)
    } else {
        chance.below(2_048)
    };
    (0..length)
        .map(|_| match chance.below(3) {
            0 => *chance.one_of(&EDGES),
            1 => chance.number().to_le_bytes()[0] & 0x0f,
            _ => chance.number().to_le_bytes()[0],
        })
        .collect()
}

fn change(bytes: &mut Vec<u8>, others: &[Vec<u8>], chance: &mut Chance) {
    if bytes.is_empty() {
        return bytes.extend(noise(chance));
    }
    let (at, piece) = (place(bytes, chance), piece(bytes, chance));
    match chance.below(12) {
        0 => bytes[at] ^= 1 << chance.below(8),
        1 => bytes[at] = *chance.one_of(&EDGES),
        2 => bytes[at] = bytes[at].wrapping_add_signed(*chance.one_of(&[-3, -2, -1, 1, 2, 3])),
        3 => bytes.truncate(at),
        4 => drop(bytes.drain(piece)),
        5 => {
            let copied = bytes[piece].to_vec();
            bytes.splice(at..at, copied);
        }
        6 => bytes.insert(at, *chance.one_of(&EDGES)),
        // A number, perhaps a length, becomes another one.
        7 => drop(bytes.splice(at..=at, varint(*chance.one_of(&NUMBERS)))),
        // The same number in a longer spelling.
        8 => {
            let low = bytes[at];
            bytes.splice(at..=at, [low | 0x80, 0]);
        }
        9 => splice(bytes, at, others, chance),
        10 => nest(bytes, at, chance),
        _ => bytes[piece].reverse(),
    }
}

/// A piece of something else that is real.
fn splice(bytes: &mut Vec<u8>, at: usize, others: &[Vec<u8>], chance: &mut Chance) {
    let Some(other) = (!others.is_empty())
        .then(|| chance.one_of(others))
        .filter(|other| !other.is_empty())
    else {
        return;
    };
    let piece = other[piece(other, chance)].to_vec();
    let until = if chance.percent(50) { bytes.len() } else { at };
    bytes.splice(at..until, piece);
}

/// Openings of lists, maps or elements, one in the other.
fn nest(bytes: &mut Vec<u8>, at: usize, chance: &mut Chance) {
    const OPENINGS: [&[u8]; 5] = [&[117, 1], &[118, 1, 1, b'a'], b"[", b"{\"a\":", &[0x27, 0, 1, 0]];
    let opening = chance.one_of(&OPENINGS);
    let times = chance.one_of(&[2, 30, 200, 7_000]);
    bytes.splice(at..at, opening.repeat(*times));
}

fn place(bytes: &[u8], chance: &mut Chance) -> usize {
    index(chance.below(bytes.len() as u64))
}

fn piece(bytes: &[u8], chance: &mut Chance) -> std::ops::Range<usize> {
    let start = place(bytes, chance);
    let longest = if chance.percent(70) { 12 } else { bytes.len() as u64 };
    start..(start + 1 + index(chance.below(longest))).min(bytes.len())
}

fn index(number: u64) -> usize {
    usize::try_from(number).unwrap()
}

/// A number as lib0 writes it.
pub fn varint(mut value: u64) -> Vec<u8> {
    let mut out = Vec::new();
    while value >= 0x80 {
        out.push(value.to_le_bytes()[0] | 0x80);
        value >>= 7;
    }
    out.push(value.to_le_bytes()[0]);
    out
}
