//! What came, step after step: a tree in which phones that heard the same frames in the same order stand at the same place. Two
//! frames are the same if all their bytes are, so nothing rests on a hash, and each is kept once however many phones heard it.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A place in the tree; what was heard is the way there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Place(u32);

/// Where nothing has been heard yet.
pub const BEGINNING: Place = Place(0);

/// The tree; `T` is what was read in a frame, once for all who heard it.
#[derive(Debug)]
pub struct Steps<T> {
    steps: Mutex<Vec<Step<T>>>,
}

#[derive(Debug)]
struct Step<T> {
    before: Place,
    frame: Arc<[u8]>,
    read: Option<T>,
    next: Vec<Place>,
}

impl<T> Default for Steps<T> {
    fn default() -> Self {
        let beginning = Step {
            before: BEGINNING,
            frame: Arc::default(),
            read: None,
            next: Vec::new(),
        };
        Self {
            steps: Mutex::new(vec![beginning]),
        }
    }
}

impl<T: Clone> Steps<T> {
    /// Goes on from a place by a frame: where it leads, and what is read in it.
    pub fn go(&self, from: Place, frame: &[u8], read: impl FnOnce(&[u8]) -> T) -> (Place, T) {
        let mut steps = self.lock();
        let known = steps[from.0 as usize].next.iter().copied();
        let mut known = known.map(|place| (place, &steps[place.0 as usize]));
        if let Some((place, step)) = known.find(|(_, step)| *step.frame == *frame)
            && let Some(read) = &step.read
        {
            return (place, read.clone());
        }
        let place = Place(u32::try_from(steps.len()).unwrap_or(u32::MAX));
        let read = read(frame);
        steps.push(Step {
            before: from,
            frame: frame.into(),
            read: Some(read.clone()),
            next: Vec::new(),
        });
        steps[from.0 as usize].next.push(place);
        (place, read)
    }

    /// The frames on the way to a place, the first one first.
    pub fn path(&self, place: Place) -> Vec<Arc<[u8]>> {
        let steps = self.lock();
        let (mut at, mut frames) = (place, Vec::new());
        while at != BEGINNING {
            let step = &steps[at.0 as usize];
            frames.push(Arc::clone(&step.frame));
            at = step.before;
        }
        frames.reverse();
        frames
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Step<T>>> {
        self.steps.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_hears_the_same_stands_at_the_same_place_and_it_is_read_once() {
        let (steps, mut read) = (Steps::default(), 0);
        let mut walk = |frames: &[&[u8]]| {
            frames.iter().fold(BEGINNING, |place, frame| {
                steps
                    .go(place, frame, |_| {
                        read += 1;
                    })
                    .0
            })
        };
        let first = walk(&[b"a", b"b"]);
        let same = walk(&[b"a", b"b"]);
        let merged = walk(&[b"ab"]);
        assert!(first == same && first != merged);
        assert_eq!(read, 3);
        assert_eq!(steps.path(first).iter().map(|frame| frame[0]).collect::<Vec<_>>(), *b"ab");
        assert_eq!(steps.path(merged).len(), 1);
        assert!(steps.path(BEGINNING).is_empty());
    }
}
