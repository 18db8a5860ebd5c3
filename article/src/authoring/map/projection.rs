//! The globe on paper. One unit of length is the earth's radius; y points to the south, as in SVG.

use std::f64::consts::{FRAC_1_SQRT_2, PI};

use geo::Coord;

use super::earth::{LonLat, turn};

/// From where on in the azimuthal projection, whose edge is at 2, straight lines are no longer near the true ones.
const OUTER: f64 = 1.8;

/// The longest turn around the middle that a straight line may make out there, in radians.
const OUTER_TURN: f64 = 0.5;

/// How much larger the world's projection draws what is at 75 degrees than an equal-area one would.
const ENLARGED: f64 = 4.0;

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

    /// How much larger an area is drawn than it is, at most: beyond 75 degrees of latitude there are no small shapes.
    pub fn enlarges(self) -> f64 {
        match self {
            Projection::Region(_) => 1.0,
            Projection::World(_) => ENLARGED,
        }
    }

    /// Where a point is, the short way from the middle.
    pub fn point(self, point: LonLat) -> Coord {
        match self {
            Projection::Region(centre) => Azimuthal::around(centre).point(point),
            Projection::World(middle) => cylindrical(turn(point.lon - middle), point.lat),
        }
    }

    /// Where a line is, in one piece.
    pub fn line(self, line: &[LonLat]) -> Vec<Coord> {
        match self {
            Projection::Region(centre) => {
                let azimuthal = Azimuthal::around(centre);
                outer_bends(line.iter().map(|&point| azimuthal.point(point)))
            }
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

/// Lambert's azimuthal projection, with what is the same for all points.
struct Azimuthal {
    lon: f64,
    sin: f64,
    cos: f64,
}

impl Azimuthal {
    fn around(centre: LonLat) -> Self {
        let (sin, cos) = centre.lat.to_radians().sin_cos();
        let lon = centre.lon;
        Azimuthal { lon, sin, cos }
    }

    fn point(&self, point: LonLat) -> Coord {
        let (sin, cos) = point.lat.to_radians().sin_cos();
        let (sin_east, cos_east) = (point.lon - self.lon).to_radians().sin_cos();
        let cosine = self.sin * sin + self.cos * cos * cos_east;
        // At the point opposite to the middle, which is the whole edge, this is any point of the edge.
        let scale = (2.0 / (1.0 + cosine).max(1e-12)).sqrt();
        Coord {
            x: scale * cos * sin_east,
            y: -scale * (self.cos * sin - self.sin * cos * cos_east),
        }
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
            bend(from, to, &mut line);
        }
        line.push(to);
    }
    line
}

/// The points between two that are far out and a long way around the edge from each other.
fn bend(from: Coord, to: Coord, line: &mut Vec<Coord>) {
    let (radius, radius_to) = (from.x.hypot(from.y), to.x.hypot(to.y));
    if radius.min(radius_to) <= OUTER {
        return;
    }
    let start = from.y.atan2(from.x);
    let turned = turn((to.y.atan2(to.x) - start).to_degrees()).to_radians();
    if turned.abs() <= OUTER_TURN {
        return;
    }
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
