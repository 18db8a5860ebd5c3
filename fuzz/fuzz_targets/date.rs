//! Whatever is a date is written as it was read, has a place among all others, and can be said in words. The first line is
//! a language, the others are dates.

#![no_main]

use std::cmp::Ordering;

use article::authoring::date_label;
use article::{Language, Point};
use libfuzzer_sys::fuzz_target;

/// How many dates are compared with each other.
const COMPARED: usize = 6;

fuzz_target!(|text: &str| {
    let mut lines = text.lines();
    let language = lines.next().unwrap_or_default();
    let points: Vec<Point> = lines
        .filter_map(|line| Point::parse(line).ok())
        .take(COMPARED)
        .collect();
    for &point in &points {
        let written = point.to_string();
        assert_eq!(Point::parse(&written).as_ref(), Ok(&point), "{written}");
        assert_eq!(
            Point::try_from(String::from(point)).as_ref(),
            Ok(&point),
            "{written}"
        );
        assert_eq!(point.datetime().is_some(), point.year > 0, "{written}");
        assert!(point.minutes() <= point.minutes_after(), "{written}");
        assert_eq!(
            date_label(point, None, Language::default().tag()).map(|label| label.is_empty()),
            Some(false)
        );
    }
    if let [start, rest @ ..] = &points[..] {
        if let Some(label) = date_label(*start, rest.first().copied(), language) {
            assert!(!label.trim().is_empty(), "{start} in {language}");
        }
    }
    for a in &points {
        for b in &points {
            assert_eq!(a.cmp(b), b.cmp(a).reverse(), "{a} and {b}");
            assert_eq!(a.cmp(b) == Ordering::Equal, a == b, "{a} and {b}");
            if a.minutes() < b.minutes() {
                assert!(a < b, "{a} and {b}");
            }
            for c in &points {
                assert!(!(a <= b && b <= c) || a <= c, "{a}, {b} and {c}");
            }
        }
    }
});
