//! Reads versions as tools print them.

use std::fmt;

/// Major and minor number; nothing here depends on more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    /// The first number.
    pub major: u32,
    /// The second number.
    pub minor: u32,
}

impl Version {
    /// Takes `v20.19.4`, `11.1` or `npm 10.2.3`: the first word that starts with a number, a `v` before it or not.
    pub fn read(text: &str) -> Option<Self> {
        text.split_whitespace().find_map(Self::read_word)
    }

    fn read_word(word: &str) -> Option<Self> {
        let mut numbers = word.strip_prefix('v').unwrap_or(word).split('.');
        let major = numbers.next()?.parse().ok()?;
        let minor = numbers.next().map_or(Some(0), |number| number.parse().ok())?;
        Some(Self { major, minor })
    }
}

impl fmt::Display for Version {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{}", self.major, self.minor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_as_tools_print_them() {
        assert_eq!(Version::read("v20.19.4\n"), Some(Version { major: 20, minor: 19 }));
        assert_eq!(Version::read("11.1"), Some(Version { major: 11, minor: 1 }));
        assert_eq!(Version::read("node version v22"), Some(Version { major: 22, minor: 0 }));
    }

    #[test]
    fn what_is_no_version_is_none() {
        assert_eq!(Version::read(""), None);
        assert_eq!(Version::read("command not found"), None);
        assert_eq!(Version::read("v20.x"), None);
    }

    #[test]
    fn versions_compare_by_number_and_not_by_letter() {
        let nine = Version { major: 9, minor: 12 };
        let twenty = Version { major: 20, minor: 2 };
        assert!(nine < twenty);
        assert!(twenty < Version { major: 20, minor: 19 });
    }
}
