//! How many of each kind of people come into each group, so that every group has of every kind its share by its size.
//!
//! The share of a kind in a group is seldom a whole number. It is rounded up or down so that every kind and every group still come out as they
//! are: as long as there are shares with a rest, there is a ring of them that runs through rows and columns in turn; along it the rests are
//! shifted, one up, the next down, until one of them is whole. So nothing is off by a whole person. Only where a group has more of a
//! kind already than is its share, others take the place of those who are too many.

/// For each kind the number that comes into each group: `coming` of each kind, into groups with so many `places` left, where of each kind so
/// many are `here` already. Places are as many as come.
pub fn share_out(coming: &[usize], places: &[usize], here: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let kinds: Vec<usize> = (0..coming.len())
        .map(|kind| coming[kind] + here[kind].iter().sum::<usize>())
        .collect();
    let in_group = |group: usize| here.iter().map(|kind| kind[group]).sum::<usize>();
    let groups: Vec<usize> = (0..places.len()).map(|group| places[group] + in_group(group)).collect();
    let all = signed(kinds.iter().sum());
    if all == 0 {
        return vec![vec![0; places.len()]; coming.len()];
    }
    let wanted = |kind: usize, group: usize| signed(kinds[kind]) * signed(groups[group]) - signed(here[kind][group]) * all;
    let table = |of: &dyn Fn(i64) -> i64| -> Vec<Vec<i64>> {
        let row = |kind| (0..groups.len()).map(|group| of(wanted(kind, group))).collect();
        (0..kinds.len()).map(row).collect()
    };
    let mut shares = Shares {
        whole: table(&|share| share.div_euclid(all)),
        rest: table(&|share| share.rem_euclid(all)),
        all,
    };
    shares.round();
    shares.lift();
    let numbers = |row: Vec<i64>| {
        row.into_iter()
            .map(|number| usize::try_from(number).unwrap_or_default())
            .collect()
    };
    shares.whole.into_iter().map(numbers).collect()
}

fn signed(people: usize) -> i64 {
    i64::try_from(people).unwrap_or(i64::MAX)
}

/// A kind and a group.
type Cell = (usize, usize);

/// Shares as whole numbers and what remains of each, in parts of `all`.
struct Shares {
    whole: Vec<Vec<i64>>,
    rest: Vec<Vec<i64>>,
    all: i64,
}

impl Shares {
    /// Shifts rests until none is left. Each time one at least becomes whole.
    fn round(&mut self) {
        for kind in 0..self.rest.len() {
            while let Some(group) = self.rest[kind].iter().position(|rest| *rest != 0) {
                let ring = self.ring((kind, group));
                let by = ring.iter().enumerate().map(|(at, cell)| self.room(at, *cell)).min();
                let Some(by) = by else { return };
                for (at, cell) in ring.into_iter().enumerate() {
                    self.shift(cell, if at.is_multiple_of(2) { by } else { -by });
                }
            }
        }
    }

    /// How far the cell at this place of a ring can be shifted.
    fn room(&self, at: usize, (kind, group): Cell) -> i64 {
        let rest = self.rest[kind][group];
        if at.is_multiple_of(2) { self.all - rest } else { rest }
    }

    fn shift(&mut self, (kind, group): Cell, by: i64) {
        let rest = self.rest[kind][group] + by;
        self.whole[kind][group] += rest / self.all;
        self.rest[kind][group] = rest % self.all;
    }

    /// Cells with a rest, each in one row with the one before or after it and in one column with the other. There is always one: the
    /// rests of a row, and those of a column, are together a whole number, so none is alone.
    fn ring(&self, start: Cell) -> Vec<Cell> {
        let mut path: Vec<Cell> = vec![start];
        loop {
            let (kind, group) = path[path.len() - 1];
            let along_row = path.len() % 2 == 1;
            let next = if along_row {
                (0..self.rest[kind].len())
                    .filter(|other| *other != group)
                    .map(|other| (kind, other))
                    .find(|cell| self.has_rest(*cell))
            } else {
                (0..self.rest.len())
                    .filter(|other| *other != kind)
                    .map(|other| (other, group))
                    .find(|cell| self.has_rest(*cell))
            };
            let Some(next) = next else { return Vec::new() };
            path.push(next);
            // Entered along a row it is left along the column, where an earlier one may have been left too; and the other way round.
            let line = |cell: &Cell| if along_row { cell.1 } else { cell.0 };
            let first = usize::from(along_row);
            let earlier = (first..path.len() - 1).step_by(2).find(|at| line(&path[*at]) == line(&next));
            if let Some(at) = earlier {
                return path.split_off(at + 1);
            }
        }
    }

    fn has_rest(&self, (kind, group): Cell) -> bool {
        self.rest[kind][group] != 0
    }

    /// Where fewer than nobody should come, nobody does: one less of the kind goes where most of it go, and there one more of what the group
    /// has most of.
    fn lift(&mut self) {
        let (kinds, groups) = (self.whole.len(), self.whole.first().map_or(0, Vec::len));
        for kind in 0..kinds {
            for group in 0..groups {
                while self.whole[kind][group] < 0 {
                    let most = (0..groups).max_by_key(|other| self.whole[kind][*other]).unwrap_or(group);
                    let other = (0..kinds).max_by_key(|other| self.whole[*other][group]).unwrap_or(kind);
                    self.whole[kind][group] += 1;
                    self.whole[kind][most] -= 1;
                    self.whole[other][group] -= 1;
                    self.whole[other][most] += 1;
                }
            }
        }
    }
}
