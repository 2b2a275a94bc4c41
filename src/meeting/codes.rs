//! Join codes: what is printed on the sheets, read out in the room and typed on phones. Only their shape; where they come
//! from (random bytes) and what they open is the shell's to say.
//!
//! The alphabet has every digit and every letter but I, L, O and U, so that whatever is misread has one right reading:
//! O is 0, I and L are 1, U is V. Each character is worth five bits: six are enough for a participant's code, which may be
//! read out and is watched for guessing; eight for a single person's; sixteen (80 bits) for the codes that give rights.

/// The characters of a code, by value.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Characters of a participant's code.
pub const PARTICIPANT_CHARACTERS: usize = 6;
/// Characters of the code that is made for one person: of ten thousand people on a list nobody is found by guessing, and a code that says
/// who somebody is says more than one that only opens a room.
pub const PERSONAL_CHARACTERS: usize = 8;
/// Characters of the codes of chairs, rapporteurs, screens and organisers.
pub const PRIVILEGED_CHARACTERS: usize = 16;
/// Longest input that is looked at: a code, generously spaced.
const INPUT_CHARACTERS_MAX: usize = 100;

/// A code of the wanted length from as many random bytes; none where there are too few. Every code is as likely as every
/// other, because 32 divides the 256 values of a byte.
pub fn from_random(bytes: &[u8], length: usize) -> Option<String> {
    let enough = bytes.get(..length)?;
    Some(
        enough
            .iter()
            .map(|byte| char::from(ALPHABET[usize::from(byte % 32)]))
            .collect(),
    )
}

/// The code that somebody meant: case, blanks, hyphens and look-alikes are put right, also letters and digits of other
/// keyboards. None where it cannot be a code.
pub fn normalise(input: &str) -> Option<String> {
    if input.chars().nth(INPUT_CHARACTERS_MAX).is_some() {
        return None;
    }
    let code: Option<String> = input.chars().filter(|letter| !is_separator(*letter)).map(meant).collect();
    code.filter(|code| is_length(code.len()))
}

/// Whether a code, in its normal form, may be a person's: one that was made for them, or of the length of a room's that somebody gave.
pub fn is_personal(code: &str) -> bool {
    matches!(code.len(), PARTICIPANT_CHARACTERS | PERSONAL_CHARACTERS)
}

fn is_length(length: usize) -> bool {
    matches!(length, PARTICIPANT_CHARACTERS | PERSONAL_CHARACTERS | PRIVILEGED_CHARACTERS)
}

/// The code in groups, for print and for reading out: `K7M 2QX`, `ABCD EFGH JKMN PQRS`.
pub fn grouped(code: &str) -> String {
    let size = if code.len() <= PARTICIPANT_CHARACTERS { 3 } else { 4 };
    let mut text = String::with_capacity(code.len() + code.len() / size);
    for (at, letter) in code.chars().enumerate() {
        if at > 0 && at % size == 0 {
            text.push(' ');
        }
        text.push(letter);
    }
    text
}

fn is_separator(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '-' | '_' | '.' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{200b}'..='\u{200f}' | '\u{feff}')
}

/// The character of the alphabet that a typed one stands for.
fn meant(typed: char) -> Option<char> {
    let plain = match typed {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(typed) - 0xff01 + 0x21)?,
        '\u{660}'..='\u{669}' => char::from_digit(u32::from(typed) - 0x660, 10)?,
        '\u{6f0}'..='\u{6f9}' => char::from_digit(u32::from(typed) - 0x6f0, 10)?,
        other => other,
    };
    let mut capitals = plain.to_uppercase();
    let meant = match capitals.next().filter(|_| capitals.len() == 0)? {
        'O' | 'О' => '0',
        'I' | 'L' | 'І' => '1',
        'U' => 'V',
        'А' => 'A',
        'В' => 'B',
        'Е' => 'E',
        'К' => 'K',
        'М' => 'M',
        'Н' => 'H',
        'Р' => 'P',
        'С' => 'C',
        'Т' => 'T',
        'У' => 'Y',
        'Х' => 'X',
        other => other,
    };
    u8::try_from(meant)
        .is_ok_and(|byte| ALPHABET.contains(&byte))
        .then_some(meant)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_found_however_it_was_typed() {
        for typed in [
            "K7M2QX",
            "k7m2qx",
            " k7m-2qx ",
            "K7M 2QX",
            "k7m\u{2013}2qx",
            "Ｋ７Ｍ２ＱＸ",
            "К7М2QХ",
            "k٧m٢qx",
        ] {
            assert_eq!(normalise(typed).as_deref(), Some("K7M2QX"), "{typed}");
        }
    }

    #[test]
    fn look_alikes_have_one_right_reading() {
        assert_eq!(normalise("oOiIlL").as_deref(), Some("001111"));
        assert_eq!(normalise("UuVv00").as_deref(), Some("VVVV00"));
    }

    #[test]
    fn what_cannot_be_a_code_is_none() {
        for typed in [
            "",
            "K7M2Q",
            "K7M2QXX",
            "K7M2Q!",
            "K7M2Qß",
            "ééééés",
            &"K".repeat(101),
            &format!("K7M2QX{}", " ".repeat(100)),
        ] {
            assert_eq!(normalise(typed), None, "{typed}");
        }
    }

    #[test]
    fn every_generated_code_is_its_own_normal_form() {
        let bytes: Vec<u8> = (0..=255).collect();
        for chunk in bytes.chunks(16) {
            let long = from_random(chunk, PRIVILEGED_CHARACTERS).unwrap();
            assert_eq!(normalise(&long).as_deref(), Some(long.as_str()));
            let short = from_random(chunk, PARTICIPANT_CHARACTERS).unwrap();
            assert_eq!(normalise(&grouped(&short).to_lowercase()).as_deref(), Some(short.as_str()));
        }
    }

    #[test]
    fn every_character_is_as_likely_as_every_other() {
        let bytes: Vec<u8> = (0..=255).collect();
        let code = from_random(&bytes, 256).unwrap();
        assert!(
            ALPHABET
                .iter()
                .all(|letter| code.bytes().filter(|byte| byte == letter).count() == 8)
        );
    }

    #[test]
    fn too_few_random_bytes_make_no_code() {
        assert_eq!(from_random(&[1, 2, 3], PARTICIPANT_CHARACTERS), None);
    }

    #[test]
    fn codes_are_printed_in_groups() {
        assert_eq!(grouped("K7M2QX"), "K7M 2QX");
        assert_eq!(grouped("ABCDEFGHJKMNPQRS"), "ABCD EFGH JKMN PQRS");
    }
}
