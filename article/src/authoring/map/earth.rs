//! Natural Earth: the land and the borders of countries, as [TopoJSON](https://github.com/topojson/topojson-specification).
//!
//! Read by hand: the lines that two countries share are what is wanted, and crates for TopoJSON make whole shapes of them.

use std::collections::BTreeMap;
use std::io::Read;
use std::sync::OnceLock;

use flate2::read::GzDecoder;
use serde::Deserialize;

use super::arc::Arc;

/// See `article/data/README.md`.
const DATA: &[u8] = include_bytes!("../../../data/countries-50m.json.gz");

/// Where Natural Earth has a border that is not drawn: between Ukraine and Crimea, whose annexation the General Assembly
/// of the United Nations calls invalid (A/RES/68/262). Two countries by their ISO 3166 numbers, and the latitude south
/// of which their border is none.
const NO_BORDER: ([&str; 2], f64) = (["643", "804"], 46.5);

/// How long a straight line of the data can be, in degrees: along a parallel it is none on paper.
const STEP: f64 = 1.0;

/// A point on the globe, in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LonLat {
    /// East positive.
    pub lon: f64,
    /// North positive.
    pub lat: f64,
}

impl LonLat {
    /// The point as a vector from the middle of the earth, of length 1.
    pub fn vector(self) -> [f64; 3] {
        let (lon, lat) = (self.lon.to_radians(), self.lat.to_radians());
        [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
    }

    /// The point on the other side of the earth.
    pub fn opposite(self) -> LonLat {
        LonLat {
            lon: turn(self.lon + 180.0),
            lat: -self.lat,
        }
    }

    /// The angle to another point, in radians.
    pub fn angle(self, other: LonLat) -> f64 {
        let cosine = cosine(self.vector(), other.vector());
        cosine.clamp(-1.0, 1.0).acos()
    }
}

/// The cosine of the angle between two vectors of length 1.
pub fn cosine(a: [f64; 3], b: [f64; 3]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// A difference of longitudes, the short way round.
pub fn turn(degrees: f64) -> f64 {
    (degrees + 180.0).rem_euclid(360.0) - 180.0
}

/// The land and the borders of countries.
pub struct Earth {
    /// Every line.
    pub arcs: Vec<Arc>,
    /// The outlines of the land, each a ring of lines: whether a point is land is whether it is inside an odd number.
    pub rings: Vec<Vec<Step>>,
    /// The lines that are borders, by their numbers.
    pub borders: Vec<usize>,
}

/// A line in a ring.
#[derive(Clone, Copy)]
pub struct Step {
    /// The line's number.
    pub arc: usize,
    /// Whether the ring takes it from its end to its beginning.
    pub backwards: bool,
}

impl From<i32> for Step {
    fn from(index: i32) -> Self {
        let backwards = index < 0;
        let arc = if backwards { !index } else { index };
        // Not negative, so it fits.
        Step {
            arc: arc as usize,
            backwards,
        }
    }
}

impl Earth {
    /// The earth, which is read once.
    pub fn get() -> &'static Earth {
        static EARTH: OnceLock<Earth> = OnceLock::new();
        EARTH.get_or_init(|| {
            let mut json = String::new();
            // What is compiled in is as it was when it was tested.
            GzDecoder::new(DATA)
                .read_to_string(&mut json)
                .expect("the data opens");
            Earth::of(&serde_json::from_str(&json).expect("the data is TopoJSON"))
        })
    }

    fn of(topology: &Topology) -> Self {
        let Objects { countries, land } = &topology.objects;
        let mut sides = BTreeMap::<usize, Vec<&str>>::new();
        for country in &countries.geometries {
            for step in country.rings().into_iter().flatten() {
                let id = country.id.as_deref().unwrap_or_default();
                sides.entry(step.arc).or_default().push(id);
            }
        }
        let arcs: Vec<_> = topology.arcs.iter().map(|arc| topology.arc(arc)).collect();
        let ([one, other], north) = NO_BORDER;
        let is_border = |(arc, sides): (usize, Vec<&str>)| {
            let points = arcs[arc].points();
            let is_none = sides.contains(&one)
                && sides.contains(&other)
                && points.iter().all(|point| point.lat < north);
            (sides.len() > 1 && !is_none).then_some(arc)
        };
        Earth {
            rings: land.geometries.iter().flat_map(Geometry::rings).collect(),
            borders: sides.into_iter().filter_map(is_border).collect(),
            arcs,
        }
    }

    /// Whether a point is on land: the shores that are met on the way to the north pole, which is at sea, are odd.
    pub fn is_land(&self, point: LonLat) -> bool {
        let arcs = self.rings.iter().flatten().map(|step| &self.arcs[step.arc]);
        let shores: usize = arcs
            .filter(|arc| arc.may_meet(point.lon))
            .map(|arc| crossings(arc.points(), point))
            .sum();
        shores % 2 == 1
    }
}

/// How often a line crosses the meridian of a point north of it.
fn crossings(line: &[LonLat], from: LonLat) -> usize {
    let crosses = |pair: &&[LonLat]| {
        let (a, b) = (turn(pair[0].lon - from.lon), turn(pair[1].lon - from.lon));
        // On the other side of the earth the signs differ too.
        if (a < 0.0) == (b < 0.0) || (a - b).abs() > 180.0 {
            return false;
        }
        pair[0].lat + (pair[1].lat - pair[0].lat) * a / (a - b) > from.lat
    };
    line.windows(2).filter(crosses).count()
}

#[derive(Deserialize)]
struct Topology {
    objects: Objects,
    arcs: Vec<Vec<[i32; 2]>>,
    transform: Transform,
}

#[derive(Deserialize)]
struct Objects {
    countries: Collection,
    land: Collection,
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
struct Geometry {
    #[serde(default)]
    id: Option<String>,
    #[serde(flatten)]
    shape: Shape,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "arcs")]
enum Shape {
    Polygon(Vec<Vec<i32>>),
    MultiPolygon(Vec<Vec<Vec<i32>>>),
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

impl Geometry {
    fn rings(&self) -> Vec<Vec<Step>> {
        let rings: Vec<&Vec<i32>> = match &self.shape {
            Shape::Polygon(rings) => rings.iter().collect(),
            Shape::MultiPolygon(polygons) => polygons.iter().flatten().collect(),
        };
        let steps = |ring: &Vec<i32>| ring.iter().map(|&index| Step::from(index)).collect();
        rings.into_iter().map(steps).collect()
    }
}

impl Topology {
    /// Each point is written as the way from the one before, and lines that are too long to be straight get points.
    fn arc(&self, written: &[[i32; 2]]) -> Arc {
        let Transform { scale, translate } = self.transform;
        let (mut x, mut y) = (0, 0);
        let mut points = Vec::<LonLat>::new();
        for [right, up] in written {
            x += right;
            y += up;
            let to = LonLat {
                lon: f64::from(x) * scale[0] + translate[0],
                lat: f64::from(y) * scale[1] + translate[1],
            };
            if let Some(&from) = points.last() {
                let (east, north) = (turn(to.lon - from.lon), to.lat - from.lat);
                let parts = (east.abs().max(north.abs()) / STEP).ceil();
                let between = (1..).map(f64::from).take_while(|part| *part < parts);
                points.extend(between.map(|part| LonLat {
                    lon: from.lon + east * part / parts,
                    lat: from.lat + north * part / parts,
                }));
            }
            points.push(to);
        }
        Arc::new(points)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_land(lon: f64, lat: f64) -> bool {
        Earth::get().is_land(LonLat { lon, lat })
    }

    #[test]
    fn what_is_land_is_land_and_what_is_sea_is_sea() {
        for (lon, lat) in [
            (24.94, 60.3),
            (9.99, 53.55),
            (34.1, 45.2),
            (-3.7, 40.4),
            (179.0, 68.0),
            (-175.0, 67.0),
            (0.0, -89.0),
            (120.0, -75.0),
        ] {
            assert!(is_land(lon, lat), "{lon} {lat}");
        }
        for (lon, lat) in [
            (0.0, 0.0),
            (-180.0, 0.0),
            (51.0, 42.0),
            (0.0, 89.5),
            (31.0, 43.3),
            (100.0, -60.0),
        ] {
            assert!(!is_land(lon, lat), "{lon} {lat}");
        }
    }

    #[test]
    fn between_ukraine_and_crimea_there_is_no_border() {
        let earth = Earth::get();
        let at_perekop = |arc: &&usize| {
            let mut points = earth.arcs[**arc].points().iter();
            points
                .any(|point| (33.5..34.5).contains(&point.lon) && (45.9..46.3).contains(&point.lat))
        };
        assert_eq!(earth.borders.iter().filter(at_perekop).count(), 0);
        assert!(earth.borders.len() > 300, "{}", earth.borders.len());
    }
}
