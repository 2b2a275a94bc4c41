//! The States that may take part: the 193 Members of the United Nations and the two observer States, by their short names
//! in English, and known by their names in the other official languages too. For the type-ahead of the page where people join; whoever
//! speaks for something else writes its name.

use super::seat::Class;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

/// One line per State: name, ISO 3166-1 alpha-3 code, status, regional group.
const STATES: &str = include_str!("delegations.csv");

static ALL: LazyLock<Vec<Delegation>> = LazyLock::new(|| STATES.lines().skip(1).filter_map(read).collect());

/// One line per State: its code, and its names in each of the other languages, parted by strokes; first the one that is shown.
const NAMES: &str = include_str!("delegation_names.csv");

/// Those languages, in the order of the columns.
const LANGUAGES: [&str; 5] = ["ar", "es", "fr", "ru", "zh"];

/// The names of each State in those languages.
static NAMED: LazyLock<HashMap<&str, Vec<Vec<&str>>>> = LazyLock::new(|| {
    let names = |line: &'static str| {
        let (code, names) = line.split_once(',')?;
        Some((code, names.split(',').map(|cell| cell.split('/').collect()).collect()))
    };
    NAMES.lines().skip(1).filter_map(names).collect()
});

/// The same by what people may write: every name, and the code.
static BY_NAME: LazyLock<HashMap<String, &'static Delegation>> = LazyLock::new(|| {
    let written = |state: &'static Delegation| {
        let names = NAMED.get(state.code).into_iter().flatten().flatten().copied();
        let names = names.chain([state.name, state.code]);
        names.map(move |name| (sought(name), state))
    };
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
    /// Its names in the other official languages, by their tags.
    pub names: BTreeMap<&'static str, &'static str>,
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

/// The State of this name, in any of the six official languages, or of this code. Case, accents, punctuation and the forms of a letter
/// that Arabic writes in several ways do not matter.
pub fn find(name: &str) -> Option<&'static Delegation> {
    BY_NAME.get(&sought(name)).copied()
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
    let shown = |(language, names): (&'static str, &Vec<&'static str>)| Some((language, *names.first()?));
    let named = NAMED.get(code).into_iter().flatten();
    Some(Delegation {
        name,
        code,
        names: LANGUAGES.into_iter().zip(named).filter_map(shown).collect(),
        class: Class::State,
        region,
        status,
    })
}

/// A name as it is looked for.
fn sought(name: &str) -> String {
    let plain: String = name.chars().flat_map(char::to_lowercase).filter_map(plain).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A letter without what people leave out or write in several ways; none for marks that stand by themselves.
fn plain(letter: char) -> Option<char> {
    Some(match letter {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        'ý' => 'y',
        'й' => 'и',
        'ё' => 'е',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ة' => 'ه',
        'ى' => 'ي',
        // Accents, vowel signs and the stroke that makes a word longer.
        '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}' => return None,
        letter if letter.is_alphanumeric() => letter,
        _ => ' ',
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
    fn a_state_is_found_by_its_name_in_each_of_the_six_official_languages() {
        let region = |name| find(name).and_then(|state| state.region);
        for name in ["Morocco", "المغرب", "Marruecos", "Maroc", "марокко", "摩洛哥"] {
            assert_eq!(region(name), Some(Region::African), "{name}");
        }
        let code = |name| find(name).map(|state| state.code);
        assert_eq!(code("الاردن"), Some("JOR"), "without the hamza");
        assert_eq!(code("perou"), Some("PER"));
        assert_eq!(code("Guinée Bissau"), Some("GNB"));
        assert_eq!(code("Российская Федерация"), code("Россия"));
        assert_eq!(code("Vatican"), Some("VAT"));
    }

    #[test]
    fn every_state_has_its_names_and_no_two_states_share_one() {
        let mut of: HashMap<String, &str> = HashMap::new();
        for state in all() {
            assert_eq!(state.names.len(), LANGUAGES.len(), "{}", state.name);
            let others = NAMED[state.code].iter().flatten().copied();
            for name in others.chain([state.name]) {
                let before = of.insert(sought(name), state.code);
                assert!(before.is_none_or(|code| code == state.code), "{name}");
            }
        }
        assert_eq!(NAMED.len(), all().len());
    }

    #[test]
    fn a_state_is_told_by_name_code_class_region_and_its_other_names() {
        let told = serde_json::to_value(find("Kiribati")).unwrap();
        let names = serde_json::json!({"ar": "كيريباس", "es": "Kiribati", "fr": "Kiribati", "ru": "Кирибати", "zh": "基里巴斯"});
        let expected =
            serde_json::json!({"name": "Kiribati", "code": "KIR", "class": "state", "region": "Asia-Pacific", "names": names});
        assert_eq!(told, expected);
        assert!(serde_json::to_value(find("Holy See")).unwrap().get("region").is_none());
    }
}
