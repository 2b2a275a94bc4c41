//! What may be told of the list of speakers. On the record: who spoke, who did not get to, what the chair decided about them
//! and why. Under the other rules figures alone, and none by which a speaker could be told: a reason is somebody's free text
//! and may name people, and a group of one is that one. The chair's notes beside requests and the private additions to
//! speaking times are told nowhere here: a limit is the one without them, and nobody who kept within theirs was over time.

use super::super::contents::{Decided, Decision, Floor, Heard, Intervention, NotHeard, OfGroup, Ruling};
use super::{counted, utc};
use crate::room::Room;
use crate::room::event::Attribution;
use crate::room::floor::{self, Group, Lane, Override, Request, Unit, class_of};
use crate::room::ids::Millis;
use crate::room::seat::Profile;
use std::collections::{BTreeMap, BTreeSet};

/// Of how many speakers a group has to consist before it is told of, where speakers are not.
const SPEAKERS_MIN_OF_A_GROUP: usize = 3;

/// The floor as far as the room's attribution rule lets it be told.
pub(super) fn told(room: &Room) -> Floor {
    let figures = figures(room);
    if room.definition.attribution != Attribution::OnTheRecord {
        return figures;
    }
    let floor = &room.floor;
    let in_order = floor.order(&room.seats).into_iter().map(|(request, _)| request);
    Floor {
        interventions: interventions(room),
        not_heard_list: in_order.map(|request| not_heard(room, request)).collect(),
        dismissed_list: floor.dismissed.iter().map(|request| not_heard(room, request)).collect(),
        rulings_list: rulings(room),
        ..figures
    }
}

fn figures(room: &Room) -> Floor {
    let floor = &room.floor;
    let speeches = &floor.interventions;
    let points_of_order = speeches
        .iter()
        .filter(|speech| speech.request.details.lane == Lane::PointOfOrder);
    let all = heard(speeches.iter());
    Floor {
        speeches: all.speeches,
        speaking_time_s: all.seconds,
        overruns: counted(speeches.iter().filter(|speech| speech.overrun_s() > 0).count()),
        points_of_order: heard(points_of_order),
        not_heard: counted(floor.waiting.len()),
        dismissed: counted(floor.dismissed.len()),
        rulings: counted(requests(room).map(|request| request.overrides.len()).sum()),
        by_class: balance(room, Group::of_class),
        by_region: balance(room, Group::of_region),
        ..Floor::default()
    }
}

/// Speeches and their whole seconds, so that the sum is that of the speeches' own figures.
fn heard<'a>(speeches: impl Iterator<Item = &'a floor::Intervention>) -> Heard {
    speeches.fold(Heard::default(), |sum, speech| Heard {
        speeches: sum.speeches.saturating_add(1),
        seconds: sum.seconds.saturating_add(whole_seconds(speech.used())),
    })
}

/// What was heard by group. Where speakers are not told, a table with a small group is left out whole: what is missing from
/// it could be had from the sum.
fn balance(room: &Room, group_of: fn(&Profile) -> Group) -> Vec<OfGroup> {
    let mut groups: BTreeMap<Group, Vec<&floor::Intervention>> = BTreeMap::new();
    for speech in room.floor.statements() {
        groups
            .entry(group_of(&speech.request.speaker(&room.seats)))
            .or_default()
            .push(speech);
    }
    let is_large = |speeches: &Vec<&floor::Intervention>| {
        let units: BTreeSet<&Unit> = speeches.iter().map(|speech| &speech.request.unit).collect();
        units.len() >= SPEAKERS_MIN_OF_A_GROUP
    };
    if room.definition.attribution != Attribution::OnTheRecord && !groups.values().all(is_large) {
        return Vec::new();
    }
    let of_group = |(group, speeches): (Group, Vec<&floor::Intervention>)| OfGroup {
        group,
        heard: heard(speeches.into_iter()),
    };
    groups.into_iter().map(of_group).collect()
}

/// The speeches by their beginning: one that a point of order interrupted ended after it.
fn interventions(room: &Room) -> Vec<Intervention> {
    let mut speeches: Vec<&floor::Intervention> = room.floor.interventions.iter().collect();
    speeches.sort_by_key(|speech| speech.started_at);
    (1..)
        .zip(speeches)
        .map(|(number, speech)| intervention(room, number, speech))
        .collect()
}

fn intervention(room: &Room, number: u32, speech: &floor::Intervention) -> Intervention {
    let details = &speech.request.details;
    let profile = speech.request.speaker(&room.seats);
    let group = Group::of_region(&profile);
    Intervention {
        number,
        started_at: utc(speech.started_at),
        duration_s: whole_seconds(speech.used()),
        limit_s: speech.public_limit_s(),
        ended_at: utc(speech.ended_at),
        overrun_s: speech.overrun_s(),
        lane: details.lane,
        class: class_of(&profile),
        group: (group != Group::Unstated).then_some(group),
        rank: profile.rank,
        speaker: profile.name.unwrap_or_default(),
        delegation: profile.delegation.unwrap_or_default(),
        on_behalf_of: details.on_behalf_of.clone().unwrap_or_default(),
        language: details.language.clone().unwrap_or_default(),
        remote: details.remote,
        overrides: decisions(room, &speech.request),
    }
}

fn not_heard(room: &Room, request: &Request) -> NotHeard {
    let profile = request.speaker(&room.seats);
    let of_unit = |speech: &&floor::Intervention| speech.request.unit == request.unit;
    let mut given = room.floor.interventions.iter().filter(of_unit);
    let lane = request.details.lane;
    let same = |other: Lane| other == lane || (other.is_of_list() && lane.is_of_list());
    NotHeard {
        speaker: profile.name.unwrap_or_default(),
        delegation: profile.delegation.unwrap_or_default(),
        on_behalf_of: request.details.on_behalf_of.clone().unwrap_or_default(),
        lane,
        heard_later: given.any(|speech| {
            let later = &speech.request;
            later.id > request.id && same(later.details.lane)
        }),
        heard_before: room
            .floor
            .statements()
            .filter(of_unit)
            .any(|speech| speech.request.id < request.id),
        overrides: decisions(room, request),
    }
}

fn rulings(room: &Room) -> Vec<Ruling> {
    let mut decided: Vec<(&Override, &Request)> = requests(room)
        .flat_map(|request| request.overrides.iter().map(move |decided| (decided, request)))
        .collect();
    decided.sort_by_key(|(decided, request)| (decided.at, request.id));
    let ruling = |(decided, request): (&Override, &Request)| {
        let profile = request.speaker(&room.seats);
        Ruling {
            speaker: profile.name.unwrap_or_default(),
            delegation: profile.delegation.unwrap_or_default(),
            decision: decision(room, decided),
        }
    };
    decided.into_iter().map(ruling).collect()
}

/// Every request that the chair can have decided about.
pub(super) fn requests(room: &Room) -> impl Iterator<Item = &Request> {
    let floor = &room.floor;
    let heard = floor.interventions.iter().map(|speech| &speech.request);
    heard
        .chain(floor.under_way())
        .chain(&floor.waiting)
        .chain(&floor.dismissed)
        .chain(&floor.withdrawn)
}

fn decisions(room: &Room, request: &Request) -> Vec<Decision> {
    request.overrides.iter().map(|decided| decision(room, decided)).collect()
}

fn decision(room: &Room, decided: &Override) -> Decision {
    let by = decided.by.as_ref().and_then(|seat| room.seats.get(seat));
    Decision {
        at: utc(decided.at),
        by: by.and_then(|seat| seat.profile.name.clone()).unwrap_or_default(),
        decided: match decided.what {
            floor::Decision::Moved(place) => Decided::Moved(place),
            floor::Decision::LaneChanged(lane) => Decided::LaneChanged(lane),
            floor::Decision::CalledOutOfTurn(ahead) => Decided::CalledOutOfTurn(ahead),
            floor::Decision::TimeGiven(seconds) => Decided::TimeGiven(seconds),
            floor::Decision::Skipped => Decided::Skipped,
            floor::Decision::TakenOff => Decided::TakenOff,
            floor::Decision::Restored => Decided::Restored,
        },
        reason: decided.reason.clone().unwrap_or_default(),
    }
}

/// Whole seconds, begun ones left out.
fn whole_seconds(used: Millis) -> u64 {
    u64::try_from(used.0 / 1_000).unwrap_or(0)
}
