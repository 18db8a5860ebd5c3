//! A line of the earth, in as much detail as is asked for.

use std::sync::OnceLock;

use geo::{LineString, SimplifyVwIdx};

use super::earth::{LonLat, cosine, turn};
use super::projection::Projection;

/// How far the points of a line that is far off are apart, in degrees.
const COARSE: f64 = 2.0;

/// How far around the opposite point every detail counts, in radians.
const OPPOSITE: f64 = 0.1;

/// Up to which size the first level leaves out corners, in steradians: those of the narrowest map.
const FINEST: f64 = 5e-8;

/// How much larger corners the next level leaves out.
const NEXT: f64 = 4.0;

/// How many levels there are; the last is for the whole world.
const LEVELS: usize = 5;

/// A line of the data: a stretch of coast, or a border.
pub struct Arc {
    points: Vec<LonLat>,
    coarse: Vec<LonLat>,
    /// How far the line is from its first point at most, in radians.
    reach: f64,
    /// Its ends in the west and the east, in degrees.
    ends: (f64, f64),
    /// The line without corners up to a size, made when it is first asked for: a run may draw many maps.
    levels: [OnceLock<Vec<LonLat>>; LEVELS],
}

impl Arc {
    /// The line through these points, of which there is one at least.
    pub fn new(points: Vec<LonLat>) -> Self {
        let mut coarse = vec![points[0]];
        // The cosines of the angles to the farthest point, and between points of the coarse line.
        let (mut reach, apart) = (1.0_f64, COARSE.to_radians().cos());
        let first = points[0].vector();
        let mut last = first;
        for &point in &points {
            let vector = point.vector();
            reach = reach.min(cosine(first, vector));
            if cosine(last, vector) < apart {
                coarse.push(point);
                last = vector;
            }
        }
        coarse.push(points[points.len() - 1]);
        let ends = points.iter().fold((180.0_f64, -180.0_f64), |ends, point| {
            (ends.0.min(point.lon), ends.1.max(point.lon))
        });
        Arc {
            points,
            coarse,
            reach: reach.clamp(-1.0, 1.0).acos(),
            ends,
            levels: Default::default(),
        }
    }

    /// The whole line.
    pub fn points(&self) -> &[LonLat] {
        &self.points
    }

    /// Whether the line may meet the meridian of a longitude: the data cuts the world in two at 180 degrees, where lines end.
    pub fn may_meet(&self, lon: f64) -> bool {
        let lon = turn(lon);
        // That of 180 degrees is also that of -180.
        lon == -180.0 || (self.ends.0..=self.ends.1).contains(&lon)
    }

    /// The line in as much detail as is needed where what is within an angle, in radians, around a point is seen, and where
    /// corners up to a size, in steradians, don't count. Around the opposite point, which may be the whole edge of the
    /// drawing, it takes all of it too.
    pub fn seen_from(&self, centre: LonLat, angle: f64, corner: f64) -> &[LonLat] {
        let is_within = |centre, angle| self.points[0].angle(centre) <= self.reach + angle;
        if is_within(centre, angle) {
            self.without(corner)
        } else if is_within(centre.opposite(), OPPOSITE) {
            &self.points
        } else {
            &self.coarse
        }
    }

    /// The line without corners up to a size, in steradians; some that are not much smaller may be left.
    fn without(&self, corner: f64) -> &[LonLat] {
        if corner < FINEST {
            return &self.points;
        }
        let level = (corner / FINEST).log(NEXT) as usize;
        self.level(level.min(LEVELS - 1))
    }

    fn level(&self, level: usize) -> &[LonLat] {
        self.levels[level].get_or_init(|| {
            let finer = match level.checked_sub(1) {
                Some(finer) => self.level(finer),
                None => &self.points,
            };
            // Where areas are true, and lines are bent as they are on a map of what is around.
            let projection = Projection::Region(self.points[0]);
            let line: LineString = finer.iter().map(|point| projection.point(*point)).collect();
            let kept = line.simplify_vw_idx(FINEST * NEXT.powi(level as i32));
            kept.into_iter().map(|index| finer[index]).collect()
        })
    }
}
