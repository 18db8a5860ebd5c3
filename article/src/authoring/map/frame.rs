//! How much of the globe is shown: the places, and enough around them to know where that is.

use geo::{Coord, Rect};

use super::earth::{LonLat, turn};
use super::projection::Projection;
use crate::model::Map;

/// The least width of a map, in radii of the earth: 2,000 km.
const LEAST: f64 = 2000.0 / 6371.0;

/// How much of the width and the height the places may take up; the rest is around them.
const FILLED: f64 = 0.62;

/// The widest region, in degrees of longitude and of latitude; beyond it is the world.
const WIDEST: f64 = 90.0;

/// Polewards of this latitude meridians meet on the map, and the world as atlases show it would be torn.
const POLAR: f64 = 60.0;

/// The width over the height.
const ASPECT: f64 = Map::WIDTH as f64 / Map::HEIGHT as f64;

/// What is shown: a rectangle of a projection.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// The projection.
    pub projection: Projection,
    left: f64,
    top: f64,
    width: f64,
}

impl Frame {
    /// The frame around some places, of which there is one at least.
    pub fn around(places: &[LonLat]) -> Self {
        let projection = projection(places);
        let points = || places.iter().map(|place| projection.point(*place));
        let (left, right) = ends(points().map(|point| point.x));
        let (top, bottom) = ends(points().map(|point| point.y));
        let mut width = ((right - left) / FILLED)
            .max((bottom - top) / FILLED * ASPECT)
            .max(LEAST);
        if let Some(period) = projection.period() {
            // The world once; more of it only where the places leave no other choice.
            width = width.min(period.max((bottom - top) * 1.1 * ASPECT));
        }
        let height = width / ASPECT;
        let mut middle = (top + bottom) / 2.0;
        if let Projection::World(lon) = projection {
            // There is nothing beyond the poles.
            let pole = |lat| projection.point(LonLat { lon, lat }).y;
            let (north, south) = (pole(90.0) + height / 2.0, pole(-90.0) - height / 2.0);
            if north < south {
                middle = middle.clamp(north, south);
            }
        }
        Frame {
            projection,
            left: (left + right - width) / 2.0,
            top: middle - height / 2.0,
            width,
        }
    }

    /// A point of the projection in units of the map.
    pub fn units(&self, point: Coord) -> Coord {
        let scale = f64::from(Map::WIDTH) / self.width;
        Coord {
            x: (point.x - self.left) * scale,
            y: (point.y - self.top) * scale,
        }
    }

    /// How much of the globe, in steradians, is shown as so many square units of the map: at least, where it is not the same
    /// everywhere.
    pub fn on_globe(&self, area: f64) -> f64 {
        let scale = f64::from(Map::WIDTH) / self.width;
        area / (scale * scale * self.projection.enlarges())
    }

    /// After how many units to the right the world begins again.
    pub fn period(&self) -> Option<f64> {
        let period = self.projection.period()?;
        Some(period * f64::from(Map::WIDTH) / self.width)
    }

    /// Where a place is on the map.
    pub fn pin(&self, place: LonLat) -> (u16, u16) {
        let Coord { x, y } = self.units(self.projection.point(place));
        let whole = |value: f64, most: u16| value.round().clamp(0.0, f64::from(most)) as u16;
        (whole(x, Map::WIDTH), whole(y, Map::HEIGHT))
    }

    /// How far from the middle of the projection the map reaches, in radians of the globe.
    pub fn reach(&self) -> f64 {
        match self.projection {
            // Its edge is at 2, where the whole globe is shown.
            Projection::Region(_) => {
                let right = self.left.abs().max((self.left + self.width).abs());
                let bottom = self.top.abs().max((self.top + self.width / ASPECT).abs());
                2.0 * (right.hypot(bottom) / 2.0).min(1.0).asin()
            }
            Projection::World(_) => std::f64::consts::PI,
        }
    }

    /// The map and a margin, in units of the map: what ends beyond it is not seen to end.
    pub fn with_margin(margin: f64) -> Rect {
        let (width, height) = (f64::from(Map::WIDTH), f64::from(Map::HEIGHT));
        Rect::new((-margin, -margin), (width + margin, height + margin))
    }
}

fn projection(places: &[LonLat]) -> Projection {
    let (south, north) = ends(places.iter().map(|place| place.lat));
    if south >= POLAR || north <= -POLAR {
        return Projection::Region(mean(places));
    }
    let (west, span) = span(places);
    let lon = turn(west + span / 2.0);
    if span > WIDEST || north - south > WIDEST {
        return Projection::World(lon);
    }
    let lat = (south + north) / 2.0;
    Projection::Region(LonLat { lon, lat })
}

/// Where the shortest stretch of longitudes that holds every place begins, and how long it is.
fn span(places: &[LonLat]) -> (f64, f64) {
    let mut lons: Vec<_> = places.iter().map(|place| turn(place.lon)).collect();
    lons.sort_by(f64::total_cmp);
    let next = lons.iter().cycle().skip(1);
    let gaps = lons.iter().zip(next).map(|(lon, next)| {
        let gap = (next - lon).rem_euclid(360.0);
        // From the last to the first is once around, if they are the same.
        (next, if gap == 0.0 { 0.0 } else { gap })
    });
    let (west, gap) = gaps.fold((&lons[0], 0.0), |widest, each| {
        if each.1 > widest.1 { each } else { widest }
    });
    let span = if gap == 0.0 { 0.0 } else { 360.0 - gap };
    (*west, span)
}

/// The middle of places around a pole; the pole itself where they are all around it.
fn mean(places: &[LonLat]) -> LonLat {
    let [x, y, z] = places.iter().fold([0.0; 3], |sum, place| {
        let vector = place.vector();
        [0, 1, 2].map(|at| sum[at] + vector[at])
    });
    LonLat {
        lon: y.atan2(x).to_degrees(),
        lat: z.atan2(x.hypot(y)).to_degrees(),
    }
}

fn ends(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values.fold(
        (f64::INFINITY, f64::NEG_INFINITY),
        |(least, most), value| (least.min(value), most.max(value)),
    )
}
