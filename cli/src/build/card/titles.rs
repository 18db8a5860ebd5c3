//! Which events of a card have their titles written, and where.

use std::cmp::Ordering;

use super::INNER;
use super::events::{Hand, Label, Mark};
use super::flags::{Flag, Flown, Room, fly};
use super::text::Setter;

/// How many titles there are at most; more would be small print.
pub const MOST: usize = 7;

/// After so many events without room for their titles, no others are tried.
const PATIENCE: usize = 12;

/// Events that are nearer to each other than this share a pole, since two would look like a thick one; those of a pole are
/// not farther from each other than so much.
const SHARED: [f32; 2] = [7.0, 14.0];

/// What may be written over events in one hand, measured.
pub struct Titles {
    /// The hand.
    pub hand: Hand,
    labels: Vec<(Label, Flag)>,
    /// The events, those whose titles matter most first.
    order: Vec<usize>,
}

/// What is written over an event, and where.
pub struct Written<'t> {
    /// Which of the marks it is.
    pub mark: usize,
    /// What is written.
    pub label: &'t Label,
    /// Where.
    pub flown: Flown,
}

impl Titles {
    /// Sets the titles of all events.
    pub fn of(marks: &[Mark<'_>], setter: &Setter, lang: &str, hand: Hand) -> Self {
        let label = |(mark, at): (&Mark<'_>, f32)| {
            let label = mark.label(setter, lang, hand);
            let flag = label.flag(at);
            (label, flag)
        };
        Titles {
            hand,
            labels: marks.iter().zip(poles(marks)).map(label).collect(),
            order: order(marks),
        }
    }

    /// Writes as many titles as this height has room for, those that matter most before others.
    pub fn write(&self, height: f32) -> Vec<Written<'_>> {
        let room = Room {
            width: INNER,
            height,
        };
        let mut chosen: Vec<usize> = Vec::new();
        let mut flown = Vec::new();
        let mut in_vain = 0;
        for next in &self.order {
            if chosen.len() == MOST || in_vain == PATIENCE {
                break;
            }
            // Of those that share a pole the later flies higher.
            let place = |number: usize| (self.labels[number].1.at, number);
            let behind = chosen.partition_point(|each| place(*each) < place(*next));
            let mut tried = chosen.clone();
            tried.insert(behind, *next);
            let flags: Vec<_> = tried.iter().map(|each| self.labels[*each].1).collect();
            match fly(&flags, room) {
                Some(places) => (chosen, flown, in_vain) = (tried, places, 0),
                None => in_vain += 1,
            }
        }
        let written = chosen.into_iter().zip(flown).map(|(mark, flown)| Written {
            mark,
            label: &self.labels[mark].0,
            flown,
        });
        written.collect()
    }
}

/// Where the poles of events stand.
fn poles(marks: &[Mark<'_>]) -> Vec<f32> {
    let mut poles: Vec<f32> = marks.iter().map(Mark::at).collect();
    let mut order: Vec<usize> = (0..marks.len()).collect();
    order.sort_by(|one, other| poles[*one].total_cmp(&poles[*other]));
    let [near, far] = SHARED;
    let mut rest = order.as_slice();
    while let Some(first) = rest.first().map(|mark| poles[*mark]) {
        let steps = rest.windows(2).take_while(|pair| {
            let (one, next) = (poles[pair[0]], poles[pair[1]]);
            next - one < near && next - first < far
        });
        let (shared, others) = rest.split_at(1 + steps.count());
        let last = shared.last().map_or(first, |mark| poles[*mark]);
        for mark in shared {
            poles[*mark] = (first + last) / 2.0;
        }
        rest = others;
    }
    poles
}

/// The events in the order in which their titles matter: those that the article speaks of most come first, and among
/// them those that stand alone.
fn order(marks: &[Mark<'_>]) -> Vec<usize> {
    let mut left: Vec<(usize, f32)> = (0..marks.len()).map(|mark| (mark, f32::MAX)).collect();
    let mut order = Vec::with_capacity(marks.len());
    let matters = |(one, alone): &(usize, f32), (other, others): &(usize, f32)| -> Ordering {
        let spoken = marks[*one].spoken.cmp(&marks[*other].spoken);
        spoken
            .then(alone.total_cmp(others))
            // As the article has them, where nothing else decides.
            .then(other.cmp(one))
    };
    while let Some(best) = (0..left.len()).max_by(|a, b| matters(&left[*a], &left[*b])) {
        let (next, _) = left.swap_remove(best);
        for (mark, alone) in &mut left {
            *alone = alone.min((marks[*mark].at() - marks[next].at()).abs());
        }
        order.push(next);
    }
    order
}
