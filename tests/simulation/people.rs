//! Who takes part.

use crate::canaries::{Canaries, Kind as CanaryKind};
use roundtable::hub::connection::Kind;
use roundtable::room::ids::SeatId;
use roundtable::room::seat::{Class, Profile, Role, Seat};

/// Somebody, and the pages that they have open.
pub struct Person {
    pub seat: Seat,
    pub pages: Vec<Kind>,
    /// Whether they write in the notes.
    pub writes: bool,
}

impl Person {
    /// The seat that they take; organisers have none.
    pub fn joins(&self) -> Option<Seat> {
        (self.seat.role != Role::Organiser).then(|| self.seat.clone())
    }
}

/// Those who are there from the beginning, and those who come later.
pub fn all(canaries: &mut Canaries) -> (Vec<Person>, Vec<Person>) {
    use Role::{Chair, Organiser, Participant, Rapporteur, Screen};
    let mut person = |id: &str, role: Role, delegation: Option<&str>, pages: &[Kind], writes: bool| {
        let id = SeatId::new(id).unwrap();
        let profile = Profile {
            name: (role != Screen).then(|| format!("{id} {}", canaries.word(CanaryKind::Name, &id))),
            delegation: delegation.map(str::to_owned),
            class: delegation.map(|_| Class::State),
            rank: None,
        };
        Person {
            seat: Seat {
                id,
                role,
                profile,
                issue: 0,
            },
            pages: pages.to_vec(),
            writes,
        }
    };
    let early = vec![
        person("ana", Participant, Some("Kenya"), &[Kind::Live, Kind::Live], true),
        person("ben", Participant, Some("Kenya"), &[Kind::Live], false),
        person("cem", Participant, Some("Turkey"), &[Kind::Live], false),
        person("dia", Participant, None, &[Kind::Live], false),
        person("eli", Participant, Some("Ghana"), &[Kind::Notes], true),
        person("cora", Chair, None, &[Kind::Live], false),
        person("carl", Chair, None, &[Kind::Live], false),
        person("rhea", Rapporteur, None, &[Kind::Live], true),
        person("hall", Screen, None, &[Kind::Live], false),
        person("olga", Organiser, None, &[Kind::Live], false),
    ];
    let late = vec![
        person("fay", Participant, Some("Kenya"), &[Kind::Live], false),
        person("gus", Participant, Some("Chile"), &[Kind::Live], false),
    ];
    (early, late)
}
