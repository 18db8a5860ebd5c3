//! The lines of the map: simplified to what can be seen, clipped to the frame.

use geo::{
    Area, BooleanOps, BoundingRect, Coord, Intersects, LineString, MultiLineString, MultiPolygon,
    OpType, Polygon, Rect, SimplifyVw, Translate,
};

use super::earth::{Earth, LonLat, Step};
use super::frame::Frame;
use super::path::PathWriter;
use super::projection::Projection;
use crate::model::Path;

/// How long the paths of a map can be together, in bytes.
pub const LIMIT: usize = 4096;

/// The corners that are left out make triangles smaller than this, in square units of the map: those of a side of half a
/// pixel where the map is 400 pixels wide.
const CORNER: f64 = 1.5 * 1.5;

/// How much smaller than those the corners are that are left out before lines are projected.
const UNSEEN: f64 = 4.0;

/// How much larger corners are left out, each time that a map is too long: at least, and as a power of how many times too
/// long it is. Three times the size leaves out a third of the points or so.
const COARSER: (f64, f64) = (1.1, 2.4);

/// How many bytes a point within the map takes, or somewhat less: what is far too long is not drawn to find that out.
const BYTES: f64 = 3.5;

/// How much larger corners are left out on that account at most.
const GUESSED: f64 = 8.0;

/// Islands and lakes smaller than this are left out, in square units of the map; smaller than a corner more of them.
const ISLAND: f64 = 40.0;

/// How near a pin an island is kept all the same, in units of the map.
const NEAR: f64 = 12.0;

/// How far beyond the map lines are drawn, so that their ends are not seen.
const MARGIN: f64 = 10.0;

/// Draws the land and the borders of countries, in as much detail as there is room for.
pub fn draw(earth: &Earth, frame: &Frame, pins: &[(u16, u16)]) -> (Path, Path) {
    let pins: Vec<Coord> = pins
        .iter()
        .map(|&(x, y)| Coord {
            x: x.into(),
            y: y.into(),
        })
        .collect();
    let drawing = Drawing {
        earth,
        frame,
        pins,
        inside_out: is_inside_out(earth, frame),
        clip: Frame::with_margin(MARGIN),
    };
    let mut corner = CORNER;
    let mut arcs = simplified(project(earth, frame), corner);
    let about = drawing.points(&arcs) as f64 * BYTES / LIMIT as f64;
    if about > 1.0 {
        corner *= coarser(about).min(GUESSED);
        arcs = simplified(arcs, corner);
    }
    loop {
        let (land, borders) = (drawing.land(&arcs, corner), drawing.borders(&arcs, corner));
        let length = land.len() + borders.len();
        if length <= LIMIT {
            return (land.done(), borders.done());
        }
        corner *= coarser(length as f64 / LIMIT as f64);
        arcs = simplified(arcs, corner);
    }
}

/// Lines without corners up to a size, in square units of the map.
fn simplified(mut arcs: Vec<LineString>, corner: f64) -> Vec<LineString> {
    for arc in arcs.iter_mut().filter(|arc| arc.0.len() > 2) {
        *arc = arc.simplify_vw(corner);
    }
    arcs
}

/// How much larger corners are left out where a map is so many times too long.
fn coarser(too_long: f64) -> f64 {
    let (least, power) = COARSER;
    too_long.powf(power).max(least)
}

/// Every line, in units of the map, without the corners that are far too small to be seen.
fn project(earth: &Earth, frame: &Frame) -> Vec<LineString> {
    let (centre, reach) = (frame.projection.centre(), frame.reach());
    let unseen = frame.on_globe(CORNER / UNSEEN);
    let line = |points: &[LonLat]| {
        let line = frame.projection.line(points).into_iter();
        line.map(|point| frame.units(point)).collect()
    };
    let arcs = earth.arcs.iter();
    arcs.map(|arc| line(arc.seen_from(centre, reach, unseen)))
        .collect()
}

/// Whether land is drawn inside out: the point opposite to the middle is all around the map, and it is land.
fn is_inside_out(earth: &Earth, frame: &Frame) -> bool {
    let is_region = matches!(frame.projection, Projection::Region(_));
    is_region && earth.is_land(frame.projection.centre().opposite())
}

struct Drawing<'a> {
    earth: &'a Earth,
    frame: &'a Frame,
    pins: Vec<Coord>,
    inside_out: bool,
    clip: Rect,
}

impl Drawing<'_> {
    /// How many points the lines have within the map, but for islands that have become specks.
    fn points(&self, arcs: &[LineString]) -> usize {
        let lines = arcs
            .iter()
            .filter(|arc| arc.0.len() > 3 || !arc.is_closed());
        let points = lines.flat_map(LineString::coords);
        points.filter(|point| self.clip.intersects(*point)).count()
    }

    fn land(&self, arcs: &[LineString], corner: f64) -> PathWriter {
        let rings = self.earth.rings.iter();
        let rings = rings.flat_map(|ring| self.copies(&self.ring(ring, arcs)));
        let polygons = rings.map(|ring| Polygon::new(ring, Vec::new()));
        let land = MultiPolygon::from_iter(polygons);
        let clip = self.clip.to_polygon();
        let drawn = match self.inside_out {
            true => clip.boolean_op(&land, OpType::Difference),
            false => clip.boolean_op(&land, OpType::Intersection),
        };
        let rings = || drawn.rings().filter(|ring| ring.0.len() > 3);
        let mut path = PathWriter::default();
        for ring in rings().filter(|ring| self.is_large(ring, corner + ISLAND)) {
            path.ring(ring);
        }
        // Among specks alone, they are what there is to see.
        if path.len() == 0 && corner <= CORNER * GUESSED {
            rings().for_each(|ring| path.ring(ring));
        }
        path
    }

    fn borders(&self, arcs: &[LineString], corner: f64) -> PathWriter {
        let borders = self.earth.borders.iter();
        let lines = borders.flat_map(|&border| self.copies(&arcs[border]));
        let lines: MultiLineString = lines.collect();
        let mut path = PathWriter::default();
        let least = 2.0 * corner.sqrt();
        let is_long = |line: &&LineString| {
            let bounds = line.bounding_rect();
            bounds.is_some_and(|bounds| bounds.width().hypot(bounds.height()) >= least)
        };
        let clipped = self.clip.to_polygon().clip(&lines, false);
        clipped
            .iter()
            .filter(is_long)
            .for_each(|line| path.line(line));
        path
    }

    /// The outline of a piece of land.
    fn ring(&self, steps: &[Step], arcs: &[LineString]) -> LineString {
        let period = self.frame.period();
        let mut ring = Vec::<Coord>::new();
        for step in steps {
            let arc = &arcs[step.arc].0;
            let points: Vec<Coord> = match step.backwards {
                true => arc.iter().rev().copied().collect(),
                false => arc.clone(),
            };
            // Where the world repeats itself, the line goes on where the one before ended.
            let shift = match (period, ring.last(), points.first()) {
                (Some(period), Some(end), Some(start)) => {
                    ((end.x - start.x) / period).round() * period
                }
                _ => 0.0,
            };
            ring.extend(points.iter().map(|point| Coord {
                x: point.x + shift,
                y: point.y,
            }));
        }
        // A ring around the world is closed by way of its pole, which is that of the south.
        if let (Some(period), Some(&start), Some(&end)) = (period, ring.first(), ring.last())
            && (end.x - start.x).abs() > period / 2.0
        {
            let y = start.y.max(end.y).max(self.clip.max().y) + period;
            ring.extend([Coord { x: end.x, y }, Coord { x: start.x, y }]);
        }
        LineString::new(ring)
    }

    /// A line everywhere it is on the map: once, unless the world repeats itself.
    fn copies(&self, line: &LineString) -> Vec<LineString> {
        let Some(bounds) = line.bounding_rect() else {
            return Vec::new();
        };
        let shifts = match self.frame.period() {
            Some(period) => [-2.0, -1.0, 0.0, 1.0, 2.0]
                .map(|times| times * period)
                .to_vec(),
            None => vec![0.0],
        };
        let seen = |shift: &f64| bounds.translate(*shift, 0.0).intersects(&self.clip);
        let shifts = shifts.into_iter().filter(seen);
        shifts.map(|shift| line.translate(shift, 0.0)).collect()
    }

    /// Whether an outline can be told from a speck, or has a place on it.
    fn is_large(&self, ring: &LineString, least: f64) -> bool {
        let area = Polygon::new(ring.clone(), Vec::new()).unsigned_area();
        let has_pin = |bounds: Rect| {
            let (min, max) = (bounds.min(), bounds.max());
            self.pins.iter().any(|pin| {
                (min.x - NEAR..=max.x + NEAR).contains(&pin.x)
                    && (min.y - NEAR..=max.y + NEAR).contains(&pin.y)
            })
        };
        area >= least || ring.bounding_rect().is_some_and(has_pin)
    }
}
