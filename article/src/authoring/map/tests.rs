//! What holds of every map.

use proptest::prelude::*;

use super::earth::Earth;
use super::{drawing, of};
use crate::authoring::read;
use crate::model::{Article, Fault, Id, Map, Side, Spot};

const HELSINKI: &str = include_str!("../../../../seeds/helsinki-summit.md");

/// A document with an event at each of these places.
fn document(places: &[(&str, f64, f64)], figure: &str) -> String {
    let events = places.iter().enumerate().map(|(at, (name, lat, lon))| {
        format!(
            "[[events]]\nid = \"e{at}\"\ntitle = \"E\"\ndate = \"{}\"\nplace = {{ name = \"{name}\", lat = {lat:?}, lon = {lon:?} }}\n",
            2000 + at
        )
    });
    format!(
        "+++\nheadline = \"-\"\n{figure}{}+++\n",
        events.collect::<String>()
    )
}

fn map(places: &[(&str, f64, f64)]) -> Map {
    read(&document(places, ""))
        .article
        .expect("a document")
        .map
        .expect("a map")
}

/// The points of a path, as a browser would find them, line by line.
fn lines(path: &str) -> Vec<Vec<[i32; 2]>> {
    let (mut lines, mut at) = (Vec::new(), [0, 0]);
    for line in path.split('m').skip(1) {
        let spaced = line.trim_end_matches('z').replace('-', " -");
        let numbers: Vec<i32> = spaced
            .split_whitespace()
            .map(|n| n.parse().expect("a number"))
            .collect();
        let mut points = Vec::new();
        for way in numbers.chunks(2) {
            at = [at[0] + way[0], at[1] + way[1]];
            points.push(at);
        }
        if line.ends_with('z') {
            at = points[0];
        }
        lines.push(points);
    }
    lines
}

/// Whether a point of a map is drawn as land.
fn is_land(map: &Map, x: u16, y: u16) -> bool {
    let (x, y) = (f64::from(x) + 0.01, f64::from(y) + 0.01);
    let rings = lines(map.land.as_str());
    let crossings = rings.iter().map(|ring| {
        let next = ring.iter().cycle().skip(1);
        let sides = ring.iter().zip(next);
        let crosses = sides.filter(|(a, b)| {
            let [[ax, ay], [bx, by]] = [a, b].map(|point| point.map(f64::from));
            (ay > y) != (by > y) && ax + (bx - ax) * (y - ay) / (by - ay) > x
        });
        crosses.count()
    });
    crossings.sum::<usize>() % 2 == 1
}

#[test]
fn the_built_in_article_has_a_map_of_its_three_places_in_a_few_kilobytes() {
    let map = read(HELSINKI)
        .article
        .expect("the article")
        .map
        .expect("a map");
    let spots: Vec<_> = map
        .spots
        .iter()
        .map(|spot| spot.events[0].to_string())
        .collect();
    assert_eq!(spots, ["invasion", "hamburg", "helsinki"]);
    let json = serde_json::to_string(&map).expect("JSON");
    assert!((2000..4600).contains(&json.len()), "{} bytes", json.len());
}

#[test]
fn north_is_above_and_east_to_the_right() {
    let map = map(&[("Hamburg", 53.55, 9.99), ("Helsinki", 60.17, 24.94)]);
    let [hamburg, helsinki] = &map.spots[..] else {
        panic!("two spots")
    };
    assert!(helsinki.x > hamburg.x + 200 && helsinki.y + 150 < hamburg.y);
}

#[test]
fn cities_are_on_land_and_ships_at_sea() {
    for (name, lat, lon) in [
        ("Simferopol", 44.95, 34.1),
        ("Novosibirsk", 55.03, 82.92),
        ("Wellington", -41.2, 175.2),
        ("Suva", -17.9, 178.2),
        ("South Pole", -90.0, 0.0),
        ("Bilibino", 68.05, 166.45),
        ("Madrid", 40.42, -3.7),
        ("Quito", -0.18, -78.47),
    ] {
        let map = map(&[(name, lat, lon)]);
        let spot = &map.spots[0];
        assert!(is_land(&map, spot.x, spot.y), "{name}");
    }
    for (name, lat, lon) in [
        ("North Pole", 90.0, 0.0),
        ("Atlantic", 30.0, -40.0),
        ("off Chile", -36.0, -80.0),
        ("South Atlantic, opposite of China", -35.0, -43.0),
    ] {
        let map = map(&[(name, lat, lon)]);
        let spot = &map.spots[0];
        assert!(!is_land(&map, spot.x, spot.y), "{name}");
    }
}

#[test]
fn places_on_both_sides_of_the_date_line_are_neighbours() {
    let map = map(&[("Suva", -18.1, 178.4), ("Apia", -13.8, -171.8)]);
    let [suva, apia] = &map.spots[..] else {
        panic!("two spots")
    };
    assert!(suva.x < apia.x, "{suva:?} {apia:?}");
    assert!(apia.x - suva.x > 300);
    assert!(is_land(&map, suva.x, suva.y));
}

#[test]
fn places_far_apart_are_on_a_map_of_the_world() {
    let map = map(&[
        ("Washington", 38.9, -77.04),
        ("Beijing", 39.9, 116.4),
        ("Canberra", -35.3, 149.1),
        ("Nairobi", -1.29, 36.82),
        ("Moscow", 55.75, 36.82),
    ]);
    for spot in &map.spots {
        assert!(is_land(&map, spot.x, spot.y), "{spot:?}");
    }
    assert!(map.spots.iter().all(|spot| spot.label.is_some()));
    // Where the world is not seen from one point, what is north of a place is above it.
    assert_eq!(map.spots[3].x, map.spots[4].x);
}

#[test]
fn several_events_at_one_place_share_a_pin() {
    let place = ("Geneva, Switzerland", 46.2, 6.15);
    let map = map(&[place, ("Reykjavik", 64.15, -21.94), place]);
    assert_eq!(map.spots.len(), 2);
    assert_eq!(map.spots[0].events.len(), 2);
    assert_eq!(map.spots[0].label, Some(Side::Right));
}

#[test]
fn a_map_that_does_not_fit_its_article_is_a_fault() {
    let good = read(&document(&[("Geneva", 46.2, 6.15)], ""))
        .article
        .expect("a document");
    let faults = |change: &dyn Fn(&mut Article)| {
        let mut article = good.clone();
        change(&mut article);
        let faults = article.check().into_iter();
        faults
            .filter(|fault| !fault.is_warning())
            .collect::<Vec<_>>()
    };
    let spot = |article: &mut Article| article.map.take().expect("a map").spots.remove(0);
    let with = |article: &mut Article, changed: Spot| {
        let map = good.map.clone();
        article.map = map.map(|map| Map {
            spots: vec![changed],
            ..map
        });
    };
    assert_eq!(faults(&|_| ()), []);
    let off = |x, y| {
        faults(&|article| {
            let spot = spot(article);
            with(article, Spot { x, y, ..spot });
        })
    };
    assert_eq!(off(Map::WIDTH, Map::HEIGHT), []);
    assert_eq!(off(Map::WIDTH + 1, 0), [Fault::OffTheMap]);
    assert_eq!(off(0, Map::HEIGHT + 1), [Fault::OffTheMap]);
    let named = |events: Vec<Id>| {
        faults(&move |article| {
            let (spot, events) = (spot(article), events.clone());
            with(article, Spot { events, ..spot });
        })
    };
    let id = |text: &str| Id::try_from(text.to_owned()).expect("an id");
    assert_eq!(named(Vec::new()), [Fault::OffTheMap]);
    assert_eq!(
        named(vec![id("e0"), id("e1")]),
        [Fault::UnknownOnMap(id("e1"))]
    );
    let unplaced = faults(&|article| article.events[0].place = None);
    assert_eq!(unplaced, [Fault::UnknownOnMap(id("e0"))]);
}

#[test]
fn without_a_place_there_is_no_map() {
    let article = read(&document(&[], "")).article.expect("a document");
    assert_eq!(article.map, None);
}

#[test]
fn an_image_stands_where_the_map_would() {
    let image = "figure = { caption = \"A\", image = { src = \"a.png\", alt = \"A\", width = 3, height = 2 } }\n";
    let places = [("Geneva", 46.2, 6.15)];
    let figure = |figure| {
        read(&document(&places, figure))
            .article
            .expect("a document")
    };
    assert_eq!(figure(image).map, None);
    assert!(figure("figure = { caption = \"A\" }\n").map.is_some());
}

#[test]
fn a_place_that_is_off_the_globe_is_not_on_the_map() {
    let good = read(&document(&[("Geneva", 46.2, 6.15)], ""))
        .article
        .expect("a document");
    for (lat, lon) in [
        (91.0, 0.0),
        (0.0, 181.0),
        (f64::NAN, 0.0),
        (0.0, f64::INFINITY),
    ] {
        let mut article = good.clone();
        let place = article.events[0].place.as_mut().expect("a place");
        (place.lat, place.lon) = (lat, lon);
        assert_eq!(of(&article), None, "{lat} {lon}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_place_has_a_pin_on_a_small_map_that_is_the_same_each_time(
        places in prop::collection::vec((
            prop_oneof![Just(-90.0), Just(90.0), Just(0.0), -90.0..=90.0f64],
            prop_oneof![Just(-180.0), Just(180.0), Just(0.0), -180.0..=180.0f64],
        ), 1..5)
    ) {
        let places: Vec<_> = places.into_iter().map(|(lat, lon)| ("X", lat, lon)).collect();
        let article = read(&document(&places, "")).article.expect("a document");
        let map = article.map.clone().expect("a map");
        prop_assert_eq!(map.spots.iter().map(|spot| spot.events.len()).sum::<usize>(), places.len());
        prop_assert!(!article.check().iter().any(|fault| !fault.is_warning()));
        prop_assert!(map.land.as_str().len() + map.borders.as_str().len() <= drawing::LIMIT);
        let on_paper = |[x, y]: [i32; 2]| (-12..=1212).contains(&x) && (-12..=812).contains(&y);
        let points = [&map.land, &map.borders].into_iter().flat_map(|path| lines(path.as_str())).flatten();
        prop_assert!(points.into_iter().all(on_paper));
        prop_assert_eq!(of(&article), Some(map));
    }

    #[test]
    fn what_is_land_on_the_globe_is_land_on_the_map(lat in -89.0..=89.0f64, lon in -180.0..=180.0f64) {
        let map = map(&[("X", lat, lon)]);
        let land = Earth::get().is_land(super::LonLat { lon, lat });
        let spot = &map.spots[0];
        // Within a pixel of a shore either is right.
        let around = [(0, 0), (12, 0), (0, 12), (12, 12), (24, 12), (12, 24)]
            .map(|(x, y)| is_land(&map, spot.x + x - 12, spot.y + y - 12));
        prop_assert!(around.contains(&land), "{} {} {}", lat, lon, land);
    }
}
