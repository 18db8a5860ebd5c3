//! The locator map: where an article's events are, drawn natively so that the widget carries no map.
//!
//! ```text
//! earth        Natural Earth: the land and the borders of countries
//! arc          a line of it, in as much detail as is asked for
//! projection   the globe on paper
//! frame        how much of it is shown
//! drawing      the lines, simplified and clipped
//! drawn        those that were drawn before
//! path         lines as SVG writes them, in whole numbers
//! labels       where the names of the places stand
//! ```
//!
//! [`of`] is the entry point of this module.

mod arc;
mod drawing;
mod drawn;
mod earth;
mod frame;
mod labels;
mod path;
mod projection;

#[cfg(test)]
mod tests;

use crate::model::{Article, Event, Location, Map, Spot};
use earth::{Earth, LonLat};
use frame::Frame;

/// How near two places of the same name are the same, in units of the map: a pin's width.
const SAME: u16 = 24;

/// The map of the places of an article; `None` where it has none, or an image to stand in the map's place.
pub(super) fn of(article: &Article) -> Option<Map> {
    let has_image = article
        .figure
        .as_ref()
        .is_some_and(|figure| figure.image.is_some());
    let placed: Vec<_> = article.events.iter().filter_map(placed).collect();
    if has_image || placed.is_empty() {
        return None;
    }
    let points: Vec<_> = placed.iter().map(|(_, place)| point(place)).collect();
    let frame = Frame::around(&points);
    let (mut spots, names) = spots(&placed, &frame);
    labels::place(&mut spots, &names);
    let pins: Vec<_> = spots.iter().map(|spot| (spot.x, spot.y)).collect();
    let draw = || drawing::draw(Earth::get(), &frame, &pins);
    let (land, borders) = drawn::or_draw(&points, &pins, draw);
    Some(Map {
        land,
        borders,
        spots,
    })
}

/// An event with its place, where that is on the globe.
fn placed(event: &Event) -> Option<(&Event, &Location)> {
    let place = event.place.as_ref()?;
    let on_globe = place.lat.abs() <= 90.0 && place.lon.abs() <= 180.0;
    on_globe.then_some((event, place))
}

fn point(place: &Location) -> LonLat {
    LonLat {
        lon: place.lon,
        lat: place.lat,
    }
}

/// The places with their events, each place once, and the name of each.
fn spots<'a>(placed: &[(&Event, &'a Location)], frame: &Frame) -> (Vec<Spot>, Vec<&'a str>) {
    let (mut spots, mut names) = (Vec::<Spot>::new(), Vec::new());
    for (event, place) in placed {
        let (x, y) = frame.pin(point(place));
        let name = place.short_name();
        let known = spots.iter().zip(&names).position(|(spot, known)| {
            let reach = if *known == name { SAME } else { 0 };
            spot.x.abs_diff(x) <= reach && spot.y.abs_diff(y) <= reach
        });
        match known {
            Some(at) => spots[at].events.push(event.id.clone()),
            None => {
                names.push(name);
                spots.push(Spot {
                    x,
                    y,
                    label: None,
                    events: vec![event.id.clone()],
                });
            }
        }
    }
    (spots, names)
}
