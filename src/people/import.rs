//! Taking over a file: all of its rows or none.
//!
//! A row whose code somebody on the list has is that person; so is one without a code whose name and delegation are theirs. Others are new.
//! What a file has no column for stays as it is. Nobody is taken off the list. Refused as a whole, with every fault by row and field,
//! where a person is in the file twice, in two groups of one session, or where a code belongs to somebody else.

use super::Register;
use super::command::Order;
use super::enter::{groups_of, personal};
use super::event::{Entered, Event};
use super::limits::{FAULTS_TOLD_MAX, PEOPLE_MAX};
use super::person::{self, Details, Person};
use super::sheet::{Fault, Field};
use super::wrong::{What, Wrong};
use crate::room::ids::SeatId;
use crate::room::refusal::{Code, Refusal};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use utoipa::ToSchema;
use uuid::Uuid;

/// The rows of a file that was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Rows {
    /// The fields that it has columns for.
    pub fields: Vec<Field>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// The list that whoever brings them has weighed them against, as its report said it.
    #[serde(default)]
    pub seen: Option<u64>,
}

/// One row.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Row {
    /// Its number in the file; the header is row 1.
    pub row: u64,
    /// What it says of the person, checked.
    pub details: Details,
    /// The names of rooms in it.
    #[serde(default)]
    pub rooms: Vec<String>,
    /// The code in it.
    #[serde(default)]
    pub code: Option<String>,
    /// The fields that do not hold up by themselves; none: the row as a whole. Such a row is only looked at for what else is wrong.
    #[serde(skip)]
    pub faulty: Vec<Option<Field>>,
}

impl Row {
    /// Whether a field can be weighed. Where there are more cells than columns, nobody knows which cell is which.
    fn holds(&self, field: Field) -> bool {
        !self.faulty.contains(&Some(field)) && !self.faulty.contains(&None)
    }
}

/// What an import does, or would do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct Report {
    /// How many people are new.
    pub new: usize,
    /// How many are corrected.
    pub changed: usize,
    /// How many stay as they are.
    pub unchanged: usize,
    /// How many come into another group than they are in.
    pub moved: usize,
    /// How many faults there are; with any, nothing is done.
    pub faulty: usize,
    /// The first of them.
    pub faults: Vec<Fault>,
    /// Columns that are no fields of the list, and were passed over.
    pub ignored: Vec<String>,
    /// The first of those who are corrected, with what changes.
    pub changes: Vec<Change>,
    /// Against which list the file was weighed: who imports it gives that back.
    pub seen: u64,
}

/// What changes of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = ParticipantChange)]
pub struct Change {
    /// The row.
    pub row: u64,
    /// Who, as they stand on the list.
    pub person: String,
    /// Which fields.
    pub fields: Vec<Field>,
}

/// Changes that are told one by one.
const CHANGES_TOLD_MAX: usize = 200;

/// The events of an import with its report.
#[derive(Debug, Default)]
pub struct Weighed {
    /// What happens.
    pub events: Vec<Event>,
    /// What is told of it.
    pub report: Report,
}

pub(super) fn decide(register: &Register, rows: &Rows, order: &Order, request: Uuid) -> Result<Vec<Event>, Refusal> {
    if rows.seen.is_some_and(|seen| seen != register.changes_of_list()) {
        let message = "Somebody else has changed the list since this file was looked at, so it was not imported. Look at what it would do now.";
        return Err(Refusal::new(Code::ParticipantsChanged, message));
    }
    if let Some(row) = rows.rows.iter().find(|row| !row.faulty.is_empty()) {
        let message = format!("Row {} does not hold up by itself. Nothing was imported.", row.row);
        return Err(Refusal::new(Code::ImportInvalid, message));
    }
    let weighed = weigh(register, rows, order, request);
    let Some(first) = weighed.report.faults.first() else {
        return Ok(weighed.events);
    };
    let more = weighed.report.faulty - 1;
    let more = if more > 0 {
        format!(" There are {more} more faults.")
    } else {
        String::new()
    };
    Err(Refusal::new(
        Code::ImportInvalid,
        format!("{first}{more} Nothing was imported."),
    ))
}

/// What the rows would do.
pub fn weigh(register: &Register, rows: &Rows, order: &Order, request: Uuid) -> Weighed {
    let mut weighing = Weighing {
        register,
        order,
        fields: &rows.fields,
        request,
        people: HashMap::new(),
        codes: HashMap::new(),
        entered: Vec::new(),
        placed: BTreeMap::new(),
        report: Report {
            seen: register.changes_of_list(),
            ..Report::default()
        },
    };
    for (number, row) in rows.rows.iter().enumerate() {
        weighing.take(number, row);
    }
    weighing.finish()
}

struct Weighing<'a> {
    register: &'a Register,
    order: &'a Order,
    fields: &'a [Field],
    request: Uuid,
    /// The rows by whom they are of, with the codes that tell people of one name apart.
    people: HashMap<String, &'a Row>,
    codes: HashMap<String, u64>,
    entered: Vec<Entered>,
    placed: BTreeMap<(String, String), Vec<SeatId>>,
    report: Report,
}

impl<'a> Weighing<'a> {
    fn take(&mut self, number: usize, row: &'a Row) {
        let groups = self.groups(row);
        let code = self.code(row);
        if !row.holds(Field::Name) || !row.holds(Field::Delegation) {
            return;
        }
        let is_again = self.is_again(row);
        let Ok(known) = self.known(row, code.as_deref()) else { return };
        if is_again || !row.faulty.is_empty() {
            return;
        }
        match known {
            Some(person) => self.correct(person, row, &groups, code),
            None => self.add(number, row, groups, code),
        }
    }

    fn fault(&mut self, row: &Row, field: Field, wrong: Wrong) {
        self.report.faulty += 1;
        if self.report.faults.len() < FAULTS_TOLD_MAX {
            let fault = Fault {
                row: row.row,
                field: Some(field),
                wrong,
            };
            self.report.faults.push(fault);
        }
    }

    fn groups(&mut self, row: &Row) -> BTreeMap<String, String> {
        if !row.holds(Field::Room) {
            return BTreeMap::new();
        }
        let (groups, faults) = groups_of(&self.order.plan, &row.rooms, &row.details);
        for wrong in faults {
            self.fault(row, Field::Room, wrong);
        }
        groups
    }

    /// The code of the row in its normal form, if it has one that nobody else has in the file.
    fn code(&mut self, row: &Row) -> Option<String> {
        let written = row.code.as_deref().filter(|_| row.holds(Field::Code))?;
        let code = match personal(written) {
            Ok(code) => code,
            Err(shape) => {
                self.fault(row, Field::Code, Wrong::new(What::CodeShape, shape));
                return None;
            }
        };
        if let Some(first) = self.codes.insert(code.clone(), row.row) {
            let message = format!("Row {first} has the same code; no two people can have the same.");
            self.fault(row, Field::Code, Wrong::new(What::CodeTwice, message).with("row", first));
            return None;
        }
        if self.register.holder(&code).is_none() && self.order.codes.taken.contains(&code) {
            let message = "This code opens something else on this server; take another one, or leave it empty and one is made.";
            self.fault(row, Field::Code, Wrong::new(What::CodeTaken, message));
            return None;
        }
        Some(code)
    }

    /// Whether the same person is in an earlier row; then it is a fault.
    fn is_again(&mut self, row: &'a Row) -> bool {
        let Some(first) = self.people.insert(row.details.key(), row) else {
            return false;
        };
        let wrong = again(row, first);
        let is_elsewhere = wrong.code == What::PersonInTwo;
        self.fault(row, if is_elsewhere { Field::Room } else { Field::Name }, wrong);
        true
    }

    /// Whom on the list the row is of.
    fn known(&mut self, row: &Row, code: Option<&str>) -> Result<Option<&'a Person>, ()> {
        let register = self.register;
        let of_name = register.same_as(&row.details);
        let of_code = code.and_then(|code| register.holder(code));
        match (of_code, of_name) {
            (Some(holder), Some(same)) if holder.id != same.id => {
                let (other, who) = (holder.details.called(), same.details.called());
                let message = format!("{other} has this code on the list, and this row is of {who}.");
                let wrong = Wrong::new(What::CodeOfOther, message).with("other", other).with("who", who);
                self.fault(row, Field::Code, wrong);
                Err(())
            }
            (Some(person), _) | (None, Some(person)) => Ok(Some(person)),
            (None, None) => Ok(None),
        }
    }

    fn add(&mut self, number: usize, row: &Row, groups: BTreeMap<String, String>, code: Option<String>) {
        let code = code.or_else(|| self.order.codes.fresh.get(number).cloned());
        let (Some(id), Some(code)) = (person::id_of(self.request, number), code) else {
            // The shell gives as many codes as there are rows.
            let wrong = Wrong::new(What::CodeNotMade, "No code could be made; please try again.");
            return self.fault(row, Field::Code, wrong);
        };
        self.report.new += 1;
        for (session, room) in groups {
            self.placed.entry((session, room)).or_default().push(id.clone());
        }
        let details = row.details.clone();
        self.entered.push(Entered { id, details, code });
    }

    fn correct(&mut self, known: &Person, row: &Row, groups: &BTreeMap<String, String>, code: Option<String>) {
        let details = merged(&known.details, &row.details, self.fields);
        let code = code.unwrap_or_else(|| known.code.clone());
        let mut fields = differences(&known.details, &details);
        if code != known.code {
            fields.push(Field::Code);
        }
        let entered = Entered {
            id: known.id.clone(),
            details,
            code,
        };
        if !fields.is_empty() {
            self.entered.push(entered);
        }
        let moves = groups
            .iter()
            .filter(|(session, room)| known.groups.get(*session) != Some(room));
        let moves: Vec<_> = moves.map(|(session, room)| (session.clone(), room.clone())).collect();
        if !moves.is_empty() {
            self.report.moved += 1;
            fields.push(Field::Room);
        }
        for place in moves {
            self.placed.entry(place).or_default().push(known.id.clone());
        }
        self.tell(known, row, fields);
    }

    fn tell(&mut self, known: &Person, row: &Row, fields: Vec<Field>) {
        if fields.is_empty() {
            self.report.unchanged += 1;
            return;
        }
        self.report.changed += 1;
        if self.report.changes.len() < CHANGES_TOLD_MAX {
            let person = known.details.called();
            self.report.changes.push(Change {
                row: row.row,
                person,
                fields,
            });
        }
    }

    fn finish(mut self) -> Weighed {
        if self.register.people.len() + self.report.new > PEOPLE_MAX {
            let nobody = Row::default();
            self.fault(&nobody, Field::Name, Wrong::list_full());
        }
        let entered = Event::Entered { people: self.entered };
        let is_empty = matches!(&entered, Event::Entered { people } if people.is_empty());
        let entered = (!is_empty).then_some(entered);
        let placed = self.placed.into_iter().map(|((session, room), people)| Event::Placed {
            session,
            room: Some(room),
            people,
        });
        let events = if self.report.faulty > 0 {
            Vec::new()
        } else {
            entered.into_iter().chain(placed).collect()
        };
        Weighed {
            events,
            report: self.report,
        }
    }
}

/// What is wrong with a row of somebody who is in an earlier one; it names both groups where they differ.
fn again(row: &Row, first: &Row) -> Wrong {
    let (called, at) = (row.details.called(), first.row);
    let (here, there) = (row.rooms.join(" | "), first.rooms.join(" | "));
    let named = |rooms: &str| match rooms {
        "" => "no group".to_owned(),
        rooms => format!("“{rooms}”"),
    };
    let wrong = if here == there {
        let message = format!("{called} is in row {at} already; leave one of the two out.");
        Wrong::new(What::PersonTwice, message)
    } else {
        let message = format!(
            "{called} is in row {at} already, in {}, and here in {}: leave one of the two rows out. Groups of several sessions stand in one \
             row, parted by |.",
            named(&there),
            named(&here)
        );
        let wrong = Wrong::new(What::PersonInTwo, message);
        wrong.with("there", there).with("here", here)
    };
    wrong.with("who", called).with("row", at)
}

/// What is known with what the file says, where it has a column for it.
fn merged(known: &Details, said: &Details, fields: &[Field]) -> Details {
    let has = |field| fields.contains(&field);
    let delegation = if has(Field::Delegation) {
        &said.delegation
    } else {
        &known.delegation
    };
    Details {
        name: said.name.clone(),
        delegation: delegation.clone(),
        class: if has(Field::Class) || has(Field::Delegation) {
            said.class
        } else {
            known.class
        },
        rank: if has(Field::Rank) { said.rank } else { known.rank },
        language: if has(Field::Language) {
            &said.language
        } else {
            &known.language
        }
        .clone(),
    }
}

fn differences(known: &Details, now: &Details) -> Vec<Field> {
    let all = [
        (Field::Name, known.name != now.name),
        (Field::Delegation, known.delegation != now.delegation),
        (Field::Class, known.class != now.class),
        (Field::Rank, known.rank != now.rank),
        (Field::Language, known.language != now.language),
    ];
    all.into_iter()
        .filter_map(|(field, differs)| differs.then_some(field))
        .collect()
}
