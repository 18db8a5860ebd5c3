//! Lines as SVG writes them: in whole numbers, each the way from the point before, which is short.

use std::fmt::Write;

use geo::{Coord, LineString};

use crate::model::Path;

/// A path that is being written.
#[derive(Default)]
pub struct PathWriter {
    text: String,
    at: [i32; 2],
}

impl PathWriter {
    /// How long it is so far, in bytes.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Writes a closed line, unless nothing is left of it in whole numbers.
    pub fn ring(&mut self, ring: &LineString) {
        let mut points = whole(ring);
        while points.len() > 1 && points.first() == points.last() {
            points.pop();
        }
        if points.len() > 2 {
            self.points(&points);
            self.text.push('z');
            self.at = points[0];
        }
    }

    /// Writes an open line, unless nothing is left of it in whole numbers.
    pub fn line(&mut self, line: &LineString) {
        let points = whole(line);
        if points.len() > 1 {
            self.points(&points);
        }
    }

    /// The path.
    pub fn done(self) -> Path {
        // Only signs of a path are written, and paths that are too long are not asked for.
        Path::try_from(self.text).unwrap_or_default()
    }

    /// The points after `m` are joined by straight lines without a word.
    fn points(&mut self, points: &[[i32; 2]]) {
        self.text.push('m');
        let mut is_first = true;
        for &[x, y] in points {
            for way in [x - self.at[0], y - self.at[1]] {
                if !is_first && way >= 0 {
                    self.text.push(' ');
                }
                is_first = false;
                // Writing to a string can't fail.
                let _ = write!(self.text, "{way}");
            }
            self.at = [x, y];
        }
    }
}

/// The points of a line in whole numbers, without those that say nothing.
fn whole(line: &LineString) -> Vec<[i32; 2]> {
    let mut points = Vec::<[i32; 2]>::new();
    for &Coord { x, y } in &line.0 {
        let point = [x.round() as i32, y.round() as i32];
        if points.last() == Some(&point) {
            continue;
        }
        if let [.., a, b] = points[..]
            && goes_on(a, b, point)
        {
            points.pop();
        }
        points.push(point);
    }
    points
}

/// Whether the way from `a` over `b` to `c` is straight on.
fn goes_on(a: [i32; 2], b: [i32; 2], c: [i32; 2]) -> bool {
    let (first, second) = ([b[0] - a[0], b[1] - a[1]], [c[0] - b[0], c[1] - b[1]]);
    let (cross, dot) = (
        first[0] * second[1] - first[1] * second[0],
        first[0] * second[0] + first[1] * second[1],
    );
    cross == 0 && dot > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_written_as_the_way_from_point_to_point() {
        let line = |points: &[(f64, f64)]| LineString::from(points.to_vec());
        let mut path = PathWriter::default();
        path.ring(&line(&[
            (10.0, 10.0),
            (20.2, 10.0),
            (20.0, 30.4),
            (10.0, 10.0),
        ]));
        path.ring(&line(&[(1.0, 1.0), (1.2, 1.0), (1.0, 1.3)]));
        path.line(&line(&[(5.0, 5.0), (6.0, 4.0), (8.0, 2.0), (8.0, 5.0)]));
        path.line(&line(&[(8.0, 5.0), (18.0, 5.0), (9.0, 5.0)]));
        let written = "m10 10 10 0 0 20zm-5-5 3-3 0 3m0 0 10 0-9 0";
        assert_eq!(path.done().as_str(), written);
    }
}
