//! Updates of the notes: real ones, changed ones, near-misses and noise, one after the other into a room in which honest people sit.

use crate::corpus::{self, Recording};
use crate::extent::{Chance, extent};
use crate::grown;
use crate::measured::{Meter, run};
use crate::mutator::{mutated, noise};
use crate::scene::Scene;

/// Inputs of one room.
const STEPS: usize = 70;
/// The client ids of the attacker.
const ATTACKER: [u64; 3] = [5, 77_777, 1 << 40];

#[test]
fn whatever_update_comes_the_room_stays_whole_and_all_see_the_same() {
    let figures = run("updates of the notes", |meter, chance| {
        let mut recordings = corpus::recorded();
        let inputs = extent(5_000, 300_000);
        while meter.inputs() < inputs {
            recordings.truncate(6);
            recordings.push(corpus::written(chance, 60));
            let recording = chance.one_of(&recordings).clone();
            let pieces = corpus::pieces(&recordings, chance);
            attack(meter, chance, &recording, &pieces);
        }
    });
    let accepted = figures.accepted * 100 / figures.inputs;
    assert!(
        (5..95).contains(&accepted),
        "{accepted} % accepted: nothing is tried that way"
    );
}

fn attack(meter: &mut Meter, chance: &mut Chance, recording: &Recording, pieces: &[Vec<u8>]) {
    let mut scene = Scene::new();
    let begun = usize::try_from(chance.below(recording.len().min(60) as u64)).unwrap();
    let (before, after) = recording.split_at(begun);
    before.iter().for_each(|(who, update)| _ = scene.take(who, update));
    scene.begin_absence();
    let mut real = after.iter();
    for _ in 0..STEPS {
        let (who, update) = match chance.below(10) {
            0 | 1 => match real.next() {
                Some((who, update)) => (who.clone(), update.clone()),
                None => ("attacker".to_owned(), noise(chance)),
            },
            2 | 3 => {
                let (who, update) = chance.one_of(recording);
                (who.clone(), mutated(update, pieces, chance))
            }
            4 => {
                let near = grown::update(*chance.one_of(&ATTACKER), &scene.clocks(), chance);
                ("attacker".to_owned(), mutated(&near, pieces, chance))
            }
            5 => ("attacker".to_owned(), noise(chance)),
            _ => {
                let near = grown::update(*chance.one_of(&ATTACKER), &scene.clocks(), chance);
                ("attacker".to_owned(), near)
            }
        };
        meter.input(&update, |update| scene.take(&who, update));
        if chance.percent(15) {
            scene.write_away(chance);
        }
    }
    scene.assert_whole();
}

#[test]
fn whatever_is_asked_for_of_the_notes_is_answered_or_refused() {
    run("state vectors", |meter, chance| {
        let mut scene = Scene::new();
        let recording = corpus::written(chance, 100);
        recording.iter().for_each(|(who, update)| _ = scene.take(who, update));
        let real = vec![scene.room.notes.state_vector(), vec![0], vec![1, 5, 0]];
        for _ in 0..extent(6_000, 1_000_000) {
            let vector = match chance.below(4) {
                0 => noise(chance),
                _ => {
                    let vector: &Vec<u8> = chance.one_of(&real);
                    mutated(vector, &real, chance)
                }
            };
            meter.input(&vector, |vector| scene.room.notes.diff(vector).is_ok());
        }
        scene.assert_whole();
    });
}

#[test]
fn whatever_is_kept_of_the_notes_is_read_back_or_refused() {
    run("kept notes", |meter, chance| {
        let mut scene = Scene::new();
        let recording = corpus::written(chance, 60);
        recording.iter().for_each(|(who, update)| _ = scene.take(who, update));
        let real = vec![scene.room.notes.snapshot()];
        for _ in 0..extent(1_500, 200_000) {
            let kept = mutated(&real[0], &real, chance);
            meter.input(&kept, |kept| roundtable::room::notes::Notes::restore(kept).is_ok());
        }
    });
}
