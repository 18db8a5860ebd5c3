//! The globe on paper. One unit of length is the earth's radius; y points to the south, as in SVG.

use std::f64::consts::{FRAC_1_SQRT_2, PI};

use geo::Coord;

use super::earth::{LonLat, turn};

/// From where on in the azimuthal projection, whose edge is at 2, straight lines are no longer near the true ones.
const OUTER: f64 = 1.8;

/// The longest turn around the middle that a straight line may make out there, in radians.
const OUTER_TURN: f64 = 0.5;

/// A way to draw the globe.
#[derive(Clone, Copy, Debug)]
pub enum Projection {
    /// Lambert's azimuthal equal-area projection around a point: a region as it is.
    Region(LonLat),
    /// Gall's stereographic projection around a meridian: the world as atlases show it, with north above everywhere.
    World(f64),
}

impl Projection {
    /// The point in its middle.
    pub fn centre(self) -> LonLat {
        match self {
            Projection::Region(centre) => centre,
            Projection::World(lon) => LonLat { lon, lat: 0.0 },
        }
    }

    /// After how much to the right the world begins again.
    pub fn period(self) -> Option<f64> {
        match self {
            Projection::Region(_) => None,
            Projection::World(_) => Some(2.0 * PI * FRAC_1_SQRT_2),
        }
    }

    /// Where a point is, the short way from the middle.
    pub fn point(self, point: LonLat) -> Coord {
        let east = turn(point.lon - self.centre().lon);
        match self {
            Projection::Region(centre) => azimuthal(centre, east, point.lat),
            Projection::World(_) => cylindrical(east, point.lat),
        }
    }

    /// Where a line is, in one piece.
    pub fn line(self, line: &[LonLat]) -> Vec<Coord> {
        match self {
            Projection::Region(_) => outer_bends(line.iter().map(|&point| self.point(point))),
            Projection::World(middle) => {
                let mut east = None;
                let unwound = line.iter().map(|point| {
                    let from = east.unwrap_or_default();
                    let to = from + turn(point.lon - middle - from);
                    east = Some(to);
                    cylindrical(to, point.lat)
                });
                unwound.collect()
            }
        }
    }
}

fn azimuthal(centre: LonLat, east: f64, lat: f64) -> Coord {
    let (sin_0, cos_0) = centre.lat.to_radians().sin_cos();
    let (sin, cos) = lat.to_radians().sin_cos();
    let (sin_east, cos_east) = east.to_radians().sin_cos();
    let cosine = sin_0 * sin + cos_0 * cos * cos_east;
    // At the point opposite to the middle, which is the whole edge, this is any point of the edge.
    let scale = (2.0 / (1.0 + cosine).max(1e-12)).sqrt();
    Coord {
        x: scale * cos * sin_east,
        y: -scale * (cos_0 * sin - sin_0 * cos * cos_east),
    }
}

fn cylindrical(east: f64, lat: f64) -> Coord {
    Coord {
        x: east.to_radians() * FRAC_1_SQRT_2,
        y: -(1.0 + FRAC_1_SQRT_2) * (lat.to_radians() / 2.0).tan(),
    }
}

/// Far from the middle a short line on the globe can be a long way around the edge: it follows the edge there, and does
/// not cut through the map.
fn outer_bends(points: impl Iterator<Item = Coord>) -> Vec<Coord> {
    let mut line = Vec::<Coord>::new();
    for to in points {
        if let Some(&from) = line.last() {
            let (radius, radius_to) = (from.x.hypot(from.y), to.x.hypot(to.y));
            let start = from.y.atan2(from.x);
            let turned = turn((to.y.atan2(to.x) - start).to_degrees()).to_radians();
            if radius.min(radius_to) > OUTER && turned.abs() > OUTER_TURN {
                let parts = (turned.abs() / OUTER_TURN).ceil();
                let between = (1..).map(f64::from).take_while(|part| *part < parts);
                line.extend(between.map(|part| {
                    let (sin, cos) = (start + turned * part / parts).sin_cos();
                    let radius = radius + (radius_to - radius) * part / parts;
                    Coord {
                        x: radius * cos,
                        y: radius * sin,
                    }
                }));
            }
        }
        line.push(to);
    }
    line
}
