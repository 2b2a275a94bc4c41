//! Looking for the most that goes: doubled until it is too much, then the middle between what went and what did not.

/// So near is near enough.
const NEAR: f64 = 1.1;

/// The state of the search.
#[derive(Debug, Clone, Copy)]
pub struct Search {
    next: f64,
    /// The most that went.
    good: Option<f64>,
    /// The least that did not.
    bad: Option<f64>,
    steps_left: usize,
}

impl Search {
    /// From here on, with so many steps at most.
    pub fn from(first: f64, steps_max: usize) -> Self {
        Self {
            next: first,
            good: None,
            bad: None,
            steps_left: steps_max,
        }
    }

    /// What to try next; none where it is known well enough.
    pub fn next(&mut self) -> Option<f64> {
        let is_near = matches!((self.good, self.bad), (Some(good), Some(bad)) if bad / good < NEAR);
        if self.steps_left == 0 || is_near {
            return None;
        }
        self.steps_left -= 1;
        Some(self.next)
    }

    /// Whether that went.
    pub fn note(&mut self, went: bool) {
        match went {
            true => self.good = Some(self.next),
            false => self.bad = Some(self.next),
        }
        self.next = match (self.good, self.bad) {
            (Some(good), Some(bad)) => (good * bad).sqrt(),
            (Some(good), None) => good * 2.0,
            (None, Some(bad)) => bad / 2.0,
            (None, None) => self.next,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_is_found_from_either_side() {
        for first in [1.0, 1_000.0] {
            let (mut search, mut best, mut steps) = (Search::from(first, 24), 0.0, 0);
            while let Some(rate) = search.next() {
                let went = rate <= 77.0;
                best = if went { f64::max(best, rate) } else { best };
                search.note(went);
                steps += 1;
            }
            assert!(best > 70.0 && best <= 77.0, "{best}");
            assert!(steps < 15, "{steps}");
        }
    }

    #[test]
    fn it_ends_where_nothing_is_ever_too_much() {
        let mut search = Search::from(5.0, 3);
        let tried: Vec<f64> = std::iter::from_fn(|| {
            let rate = search.next();
            search.note(true);
            rate
        })
        .collect();
        assert_eq!(tried, [5.0, 10.0, 20.0]);
    }
}
