//! What grows, and how far.

use std::str::FromStr;

/// What grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    /// Phones in one room.
    Phones,
    /// Rooms with a few phones each.
    Rooms,
    /// Characters that the notes have beforehand.
    Document,
    /// Records that the journal has beforehand.
    History,
}

impl Axis {
    const ALL: [Self; 4] = [Self::Phones, Self::Rooms, Self::Document, Self::History];

    /// In words.
    pub fn what(self) -> &'static str {
        match self {
            Self::Phones => "phones in a room",
            Self::Rooms => "rooms",
            Self::Document => "characters before",
            Self::History => "records before",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Phones => "phones",
            Self::Rooms => "rooms",
            Self::Document => "document",
            Self::History => "history",
        }
    }

    /// With which power the cost of a delivery may grow. With phones and rooms the deliveries themselves grow, so that each may
    /// cost no more; a longer document may cost as much more as it is longer.
    pub fn power_max(self) -> f64 {
        match self {
            Self::Phones | Self::Rooms => 0.0,
            Self::Document | Self::History => 1.0,
        }
    }
}

/// Points along one axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Points {
    /// What grows.
    pub axis: Axis,
    /// How far, rising.
    pub values: Vec<u64>,
}

impl Points {
    /// All that there is to know.
    pub fn all() -> Vec<Self> {
        let of = |axis, values: &[u64]| Self {
            axis,
            values: values.to_vec(),
        };
        vec![
            of(Axis::Phones, &[1, 10, 100, 1_000, 10_000]),
            of(Axis::Rooms, &[1, 10, 100, 1_000, 5_000]),
            of(Axis::Document, &[0, 1_000, 10_000, 100_000, 1_000_000]),
            of(Axis::History, &[0, 1_000, 10_000, 100_000, 1_000_000]),
        ]
    }
}

impl FromStr for Points {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("{text} is not like phones=1,10,100; there are phones, rooms, document and history");
        let (name, values) = text.split_once('=').ok_or_else(wrong)?;
        let axis = Axis::ALL.into_iter().find(|axis| axis.name() == name).ok_or_else(wrong)?;
        let values = values.split(',').map(|value| value.trim().parse().map_err(|_| wrong()));
        let mut values = values.collect::<Result<Vec<u64>, String>>()?;
        values.sort_unstable();
        let needs_one = matches!(axis, Axis::Phones | Axis::Rooms);
        if needs_one && values.contains(&0) {
            return Err(format!("there is nothing to measure with no {name}"));
        }
        Ok(Self { axis, values })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_given_by_name_and_rise() {
        let points: Points = "rooms=10,1".parse().expect("points");
        assert_eq!((points.axis, points.values), (Axis::Rooms, vec![1, 10]));
        for wrong in ["rooms", "chairs=1", "phones=0,1", "document=many"] {
            assert!(wrong.parse::<Points>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn all_of_it_goes_as_far_as_ten_thousand_phones_and_five_thousand_rooms() {
        let all = Points::all();
        assert_eq!(all.len(), 4);
        assert_eq!((all[0].values.last(), all[1].values.last()), (Some(&10_000), Some(&5_000)));
    }
}
