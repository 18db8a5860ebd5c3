//! Where the titles of events fly over the axis: like flags, each on a pole that stands on its event, so that no flag
//! covers another and no pole crosses one.

/// The room around a flag that others keep out of: beside it, and over it.
const APART: [f32; 2] = [26.0, 13.0];

/// The room between a pole and the words of its flag.
pub const POLE: f32 = 10.0;

/// A flag to be flown.
#[derive(Clone, Copy, Debug)]
pub struct Flag {
    /// Where its pole stands.
    pub at: f32,
    /// How wide its words are.
    pub width: f32,
    /// How high they are.
    pub height: f32,
}

/// The room that flags have, from the axis upward.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
}

/// A flag that flies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flown {
    /// Where its pole stands.
    pub at: f32,
    /// Where its words begin.
    pub from: f32,
    /// Where they end.
    pub to: f32,
    /// How far its lower edge is up.
    pub rise: f32,
    /// How far its upper edge is up.
    pub top: f32,
}

/// Flies all flags, which come in the order of their poles, as low as they can; `None` where there is no room for all.
///
/// A flag flies forward, in the direction of time, or back. Mostly it does to let those of the first events fly forward
/// and those of the last ones back, so that is tried first, for each place between them; then every other way is.
pub fn fly(flags: &[Flag], room: Room) -> Option<Vec<Flown>> {
    let many = u32::try_from(flags.len()).ok()?;
    let all = 1_u32.checked_shl(many)?;
    // A bit says of a flag that it flies back.
    let parted = (0..=many)
        .rev()
        .map(|forward| (all - 1) & !((1 << forward) - 1));
    let height = |flown: &Vec<Flown>| flown.iter().map(|each| each.rise).sum::<f32>();
    parted
        .filter_map(|back| fly_one_way(flags, back, room))
        .min_by(|one, other| height(one).total_cmp(&height(other)))
        .or_else(|| (0..all).find_map(|back| fly_one_way(flags, back, room)))
}

/// Flies the flags whose bit is set back, the others forward.
fn fly_one_way(flags: &[Flag], back: u32, room: Room) -> Option<Vec<Flown>> {
    let begin = |(number, flag): (usize, &Flag)| match back >> number & 1 {
        0 => flag.at + POLE,
        _ => flag.at - POLE - flag.width,
    };
    let froms: Vec<f32> = flags.iter().enumerate().map(begin).collect();
    let mut flown: Vec<(usize, Flown)> = Vec::with_capacity(flags.len());
    while flown.len() < flags.len() {
        // Next comes one with no pole under it whose flag does not fly yet: that pole would cross it.
        let waits = |number: &usize| flown.iter().all(|(other, _)| other != number);
        let stands_under = |number: usize, pole: usize| {
            let (from, at) = (froms[number], flags[pole].at);
            pole != number && from <= at && at <= from + flags[number].width
        };
        let is_next = |number: &usize| {
            let mut poles = (0..flags.len()).filter(waits);
            waits(number) && !poles.any(|pole| stands_under(*number, pole))
        };
        let next = (0..flags.len()).find(is_next)?;
        let place = lowest(&flags[next], froms[next], &flown, room)?;
        flown.push((next, place));
    }
    flown.sort_by_key(|(number, _)| *number);
    Some(flown.into_iter().map(|(_, place)| place).collect())
}

/// The lowest place of a flag that begins here among those that fly already: on the ground or over one of them.
fn lowest(flag: &Flag, from: f32, flown: &[(usize, Flown)], room: Room) -> Option<Flown> {
    let to = from + flag.width;
    if from < 0.0 || to > room.width {
        return None;
    }
    let rises = flown.iter().map(|(_, other)| other.top + APART[1]);
    let places = std::iter::once(0.0).chain(rises).map(|rise| Flown {
        at: flag.at,
        from,
        to,
        rise,
        top: rise + flag.height,
    });
    places
        .filter(|place| place.top <= room.height)
        .filter(|place| flown.iter().all(|(_, other)| are_apart(place, other)))
        .min_by(|one, other| one.rise.total_cmp(&other.rise))
}

/// Whether two flags leave each other room, and no pole crosses the other's flag.
fn are_apart(one: &Flown, other: &Flown) -> bool {
    let [beside, over] = APART;
    let is_beside = one.to + beside <= other.from || other.to + beside <= one.from;
    let is_over = one.top + over <= other.rise || other.top + over <= one.rise;
    (is_beside || is_over) && !crosses(one, other) && !crosses(other, one)
}

/// Whether the pole of one flag crosses the words of the other.
fn crosses(one: &Flown, other: &Flown) -> bool {
    let near = POLE / 2.0;
    one.top > other.rise && other.from - near < one.at && one.at < other.to + near
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Room = Room {
        width: 1000.0,
        height: 220.0,
    };

    fn flags(places: &[(f32, f32)]) -> Vec<Flag> {
        let flag = |&(at, width): &(f32, f32)| Flag {
            at,
            width,
            height: 60.0,
        };
        places.iter().map(flag).collect()
    }

    #[test]
    fn a_flag_with_room_flies_low_and_forward() {
        let flown = fly(&flags(&[(500.0, 200.0)]), ROOM).expect("room");
        assert_eq!((flown[0].rise, flown[0].from), (0.0, 510.0));
    }

    #[test]
    fn flags_at_the_end_fly_back_and_those_of_later_events_over_the_earlier() {
        let flown = fly(&flags(&[(980.0, 300.0), (985.0, 200.0)]), ROOM).expect("room");
        assert!(flown[0].to < 980.0 && flown[1].to < 985.0, "{flown:?}");
        assert_eq!((flown[0].rise, flown[1].rise), (0.0, 73.0));
    }

    #[test]
    fn a_flag_between_others_flies_the_other_way_where_it_must() {
        // The second has no room forward, the third none back.
        let places = [(10.0, 180.0), (330.0, 80.0), (340.0, 400.0), (990.0, 190.0)];
        let flags = flags(&places);
        let room = Room {
            height: 60.0,
            ..ROOM
        };
        let flown = fly(&flags, room).expect("room");
        assert!(
            flown[1].to < flown[1].at && flown[2].from > flown[2].at,
            "{flown:?}"
        );
    }

    #[test]
    fn flags_without_room_are_not_flown() {
        assert_eq!(fly(&flags(&[(500.0, 600.0)]), ROOM), None);
        let crowd = [(990.0, 300.0); 4];
        assert_eq!(fly(&flags(&crowd), ROOM), None);
        assert!(fly(&flags(&crowd[..3]), ROOM).is_some());
    }

    #[test]
    fn no_flag_covers_another_and_no_pole_crosses_one() {
        let mut seed = 1_u32;
        let mut random = |most: u32| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 8) % most
        };
        let mut flown_at_all = 0;
        for _ in 0..2000 {
            let many = 1 + random(6) as usize;
            let mut places: Vec<_> = (0..many)
                .map(|_| (random(1000) as f32, 80.0 + random(300) as f32))
                .collect();
            places.sort_by(|one, other| one.0.total_cmp(&other.0));
            let Some(flown) = fly(&flags(&places), ROOM) else {
                continue;
            };
            flown_at_all += 1;
            for (number, one) in flown.iter().enumerate() {
                assert!(one.from >= 0.0 && one.to <= ROOM.width, "{flown:?}");
                assert!(one.rise >= 0.0 && one.top <= ROOM.height, "{flown:?}");
                for other in &flown[number + 1..] {
                    let is_beside = one.to < other.from || other.to < one.from;
                    let is_over = one.top < other.rise || other.top < one.rise;
                    assert!(is_beside || is_over, "{flown:?}");
                    for (pole, flag) in [(one, other), (other, one)] {
                        let is_inside = flag.from < pole.at && pole.at < flag.to;
                        assert!(!is_inside || pole.top <= flag.rise, "{flown:?}");
                    }
                }
            }
        }
        assert!(flown_at_all > 500, "{flown_at_all}");
    }
}
