//! The States that may take part: the 193 Members of the United Nations and the two observer States, by their short names
//! in English. For the type-ahead of the page where people join; whoever speaks for something else writes its name.

use super::seat::Class;
use serde::Serialize;
use std::collections::HashMap;
use std::sync::LazyLock;

/// One line per State: name, ISO 3166-1 alpha-3 code, status, regional group.
const STATES: &str = include_str!("delegations.csv");

static ALL: LazyLock<Vec<Delegation>> = LazyLock::new(|| STATES.lines().skip(1).filter_map(read).collect());

/// The same by what people may write: folded name and code.
static BY_NAME: LazyLock<HashMap<String, &'static Delegation>> = LazyLock::new(|| {
    let written = |state: &'static Delegation| [(folded(state.name), state), (state.code.to_lowercase(), state)];
    all().iter().flat_map(written).collect()
});

/// A State as the lists of the United Nations have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Delegation {
    /// Its short name in English.
    pub name: &'static str,
    /// Its ISO 3166-1 alpha-3 code.
    pub code: &'static str,
    /// The kind of body: always a State.
    pub class: Class,
    /// Its regional group; observer States are in none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
    /// Whether it is a Member or an observer.
    #[serde(skip)]
    pub status: Status,
}

/// Where a State stands in the United Nations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// A Member State.
    Member,
    /// A non-member State with a standing invitation to observe.
    Observer,
}

/// The regional groups of Member States. Which group a State votes in is the group's matter; the United States of America
/// is counted where it attends meetings, with the Western European and other States.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, utoipa::ToSchema)]
pub enum Region {
    /// African States.
    #[serde(rename = "African")]
    African,
    /// Asia-Pacific States.
    #[serde(rename = "Asia-Pacific")]
    AsiaPacific,
    /// Eastern European States.
    #[serde(rename = "Eastern European")]
    EasternEuropean,
    /// Latin American and Caribbean States.
    #[serde(rename = "Latin American and Caribbean")]
    LatinAmericanAndCaribbean,
    /// Western European and other States.
    #[serde(rename = "Western European and Others")]
    WesternEuropeanAndOthers,
}

/// Every State, in the order of the alphabet.
pub fn all() -> &'static [Delegation] {
    &ALL
}

/// The State of this name or code. Case, accents and the form of the apostrophe do not matter.
pub fn find(name: &str) -> Option<&'static Delegation> {
    BY_NAME.get(&folded(name.trim())).copied()
}

fn read(line: &'static str) -> Option<Delegation> {
    let mut fields = line.split(',');
    let (name, code) = (fields.next()?, fields.next()?);
    let status = if fields.next()? == "member" {
        Status::Member
    } else {
        Status::Observer
    };
    let region = match fields.next()? {
        "african" => Some(Region::African),
        "asia-pacific" => Some(Region::AsiaPacific),
        "eastern-european" => Some(Region::EasternEuropean),
        "latin-american-and-caribbean" => Some(Region::LatinAmericanAndCaribbean),
        "western-european-and-others" => Some(Region::WesternEuropeanAndOthers),
        _ => None,
    };
    Some(Delegation {
        name,
        code,
        class: Class::State,
        region,
        status,
    })
}

/// A name for comparison. The accents are those of the list: Côte d'Ivoire and Türkiye.
pub(super) fn folded(name: &str) -> String {
    let plain = name.chars().flat_map(char::to_lowercase).map(|letter| match letter {
        'ô' => 'o',
        'ü' => 'u',
        '\u{2019}' | '\u{2bc}' => '\'',
        other => other,
    });
    plain.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn there_are_193_members_and_two_observers() {
        let observers: Vec<&str> = all()
            .iter()
            .filter(|state| state.status == Status::Observer)
            .map(|state| state.name)
            .collect();
        assert_eq!(observers, ["Holy See", "State of Palestine"]);
        assert_eq!(all().len() - observers.len(), 193);
    }

    #[test]
    fn no_line_of_the_list_is_lost() {
        assert_eq!(all().len(), STATES.lines().count() - 1);
    }

    #[test]
    fn every_member_is_in_a_regional_group_of_the_right_size() {
        let size = |region| all().iter().filter(|state| state.region == Some(region)).count();
        assert_eq!(size(Region::African), 54);
        assert_eq!(size(Region::AsiaPacific), 54);
        assert_eq!(size(Region::EasternEuropean), 23);
        assert_eq!(size(Region::LatinAmericanAndCaribbean), 33);
        assert_eq!(size(Region::WesternEuropeanAndOthers), 29);
        assert!(
            all()
                .iter()
                .all(|state| state.region.is_none() == (state.status == Status::Observer))
        );
    }

    #[test]
    fn no_name_or_code_is_there_twice_and_codes_have_three_letters() {
        let names: BTreeSet<String> = all().iter().map(|state| folded(state.name)).collect();
        let codes: BTreeSet<&str> = all().iter().map(|state| state.code).collect();
        assert_eq!((names.len(), codes.len()), (all().len(), all().len()));
        assert!(
            codes
                .iter()
                .all(|code| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()))
        );
    }

    #[test]
    fn the_list_is_in_the_order_of_the_alphabet() {
        assert!(all().is_sorted_by_key(|state| folded(state.name)));
    }

    #[test]
    fn a_state_is_found_by_name_or_code_however_it_is_written() {
        let code = |name| find(name).map(|state| state.code);
        assert_eq!(code("Singapore"), Some("SGP"));
        assert_eq!(code(" turkiye "), Some("TUR"));
        assert_eq!(code("CÔTE D\u{2019}IVOIRE"), Some("CIV"));
        assert_eq!(code("nru"), Some("NRU"));
        assert_eq!(code("Atlantis"), None);
        assert_eq!(code(""), None);
    }

    #[test]
    fn a_state_is_told_by_name_code_class_and_region() {
        let told = serde_json::to_value(find("Kiribati")).unwrap();
        let expected = serde_json::json!({"name": "Kiribati", "code": "KIR", "class": "state", "region": "Asia-Pacific"});
        assert_eq!(told, expected);
        assert!(serde_json::to_value(find("Holy See")).unwrap().get("region").is_none());
    }
}
