//! Where the names of the places stand: beside their pins, inside the map, on nothing else.
//!
//! The views write names in pixels, whatever the map's size, so names are largest where the map is smallest: what has room
//! there has room everywhere.

use crate::model::{Map, Side, Spot};

/// A pixel in units of the map, where the map is as narrow as explainers are.
const PIXEL: f64 = Map::WIDTH as f64 / 280.0;

/// How wide a letter is, in pixels, on average and with something to spare; and of scripts whose signs are square.
const LETTER: f64 = 6.8;
const SQUARE: f64 = 12.5;

/// The height of a line of text, in pixels.
const LINE: f64 = 15.0;

/// How far from the middle of its pin a name begins, in pixels.
const OFFSET: f64 = 9.0;

/// How far a pin reaches, in pixels.
const PIN: f64 = 6.0;

/// How far names stay away from the edge of the map, in pixels.
const EDGE: f64 = 3.0;

/// Finds a side for the name of each spot, as far as there is room.
pub fn place(spots: &mut [Spot], names: &[&str]) {
    let pins: Vec<_> = spots.iter().map(pin).collect();
    let mut taken = Vec::<Area>::new();
    for (at, (spot, name)) in spots.iter_mut().zip(names).enumerate() {
        let is_free = |area: &Area| {
            let mut others = pins.iter().enumerate().filter(|(other, _)| *other != at);
            area.is_on_map()
                && !others.any(|(_, pin)| area.meets(pin))
                && !taken.iter().any(|other| area.meets(other))
        };
        let mut sides = [Side::Right, Side::Left, Side::Above, Side::Below].into_iter();
        let found = sides.find_map(|side| {
            let area = area(spot, name, side);
            is_free(&area).then_some((side, area))
        });
        spot.label = found.map(|(side, area)| {
            taken.push(area);
            side
        });
    }
}

/// A rectangle on the map, in pixels.
struct Area {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Area {
    fn is_on_map(&self) -> bool {
        let (width, height) = (
            f64::from(Map::WIDTH) / PIXEL,
            f64::from(Map::HEIGHT) / PIXEL,
        );
        self.left >= EDGE
            && self.top >= EDGE
            && self.right <= width - EDGE
            && self.bottom <= height - EDGE
    }

    fn meets(&self, other: &Area) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

fn middle(spot: &Spot) -> (f64, f64) {
    (f64::from(spot.x) / PIXEL, f64::from(spot.y) / PIXEL)
}

fn pin(spot: &Spot) -> Area {
    let (x, y) = middle(spot);
    Area {
        left: x - PIN,
        top: y - PIN,
        right: x + PIN,
        bottom: y + PIN,
    }
}

fn area(spot: &Spot, name: &str, side: Side) -> Area {
    let (x, y) = middle(spot);
    let width = width(name);
    let (left, top) = match side {
        Side::Right => (x + OFFSET, y - LINE / 2.0),
        Side::Left => (x - OFFSET - width, y - LINE / 2.0),
        Side::Above => (x - width / 2.0, y - OFFSET - LINE),
        Side::Below => (x - width / 2.0, y + OFFSET),
    };
    Area {
        left,
        top,
        right: left + width,
        bottom: top + LINE,
    }
}

fn width(name: &str) -> f64 {
    // Korean, Chinese, Japanese: from the Hangul Jamo on, and beyond the accents that follow it.
    let is_square = |c: char| matches!(c, '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{ffff}');
    let letters = name.chars();
    letters
        .map(|c| if is_square(c) { SQUARE } else { LETTER })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sides<const N: usize>(places: [(u16, u16, &str); N]) -> [Option<Side>; N] {
        let mut spots = places.map(|(x, y, _)| Spot {
            x,
            y,
            label: None,
            events: Vec::new(),
        });
        place(&mut spots, &places.map(|(_, _, name)| name));
        spots.map(|spot| spot.label)
    }

    #[test]
    fn a_name_stands_where_there_is_room_for_it() {
        assert_eq!(sides([(200, 400, "Helsinki")]), [Some(Side::Right)]);
        assert_eq!(sides([(1100, 400, "Helsinki")]), [Some(Side::Left)]);
        let long = "Bosnia and Herzegovina";
        assert_eq!(sides([(600, 20, long)]), [Some(Side::Below)]);
        assert_eq!(sides([(600, 400, long)]), [Some(Side::Above)]);
        assert_eq!(sides([(600, 400, &long.repeat(2))]), [None]);
    }

    #[test]
    fn names_keep_off_each_other_and_off_other_pins() {
        assert_eq!(
            sides([(500, 400, "Kyiv"), (560, 400, "Minsk")]),
            [Some(Side::Left), Some(Side::Right)]
        );
        assert_eq!(
            sides([(500, 400, "Kyiv"), (500, 450, "Minsk")]),
            [Some(Side::Right), Some(Side::Left)]
        );
    }
}
