//! How long a harness goes on, and the chance that drives it. CI runs the short form; `TEST_EXTENT=long` the long one. A run prints its
//! seed, and `TEST_SEED` runs it again.

#![allow(dead_code, reason = "no test binary uses all of it")]
#![allow(clippy::print_stdout, reason = "whoever sees the test fail needs the seed")]

/// The first of the two in the short form, the second in the long one.
pub fn extent<T>(short: T, long: T) -> T {
    match std::env::var("TEST_EXTENT").as_deref() {
        Ok("long") => long,
        _ => short,
    }
}

/// Numbers that look random and come again with the same seed.
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// With the seed that is asked for, or a new one. Prints it.
    pub fn of(what: &str) -> Self {
        let seed = match std::env::var("TEST_SEED") {
            Ok(seed) => seed.parse().expect("TEST_SEED is a whole number"),
            Err(_) => getrandom::u64().expect("the system gives random numbers"),
        };
        println!("{what}: TEST_SEED={seed}");
        Self::with(seed)
    }

    /// With this seed.
    pub fn with(seed: u64) -> Self {
        Self(seed)
    }

    /// The seed that makes all that is still to come, come again.
    pub fn seed(&self) -> u64 {
        self.0
    }

    /// The next number (splitmix64, Steele, Lea and Flood 2014).
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// One below `end`, which is not zero.
    pub fn below(&mut self, end: u64) -> u64 {
        self.number() % end
    }

    /// One of these, which are not none.
    pub fn one_of<'a, T>(&mut self, among: &'a [T]) -> &'a T {
        let count = u64::try_from(among.len()).expect("a length fits");
        &among[usize::try_from(self.below(count)).expect("it is below a length")]
    }

    /// True so many times out of a hundred.
    pub fn percent(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }
}
