//! The locator map. Pins are buttons that open the card of their first event; they are no Tab stops, since the timeline has the same
//! events.

use article::{Event, Map, Side, Spot};
use yew::prelude::*;

use super::card;
use super::classes::bearing;
use crate::edition::Edition;

/// The namespace of HTML, for what is inside a `<foreignObject>`.
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// Renders the map.
///
/// Land and borders are a drawing of their own, which grows with the page. Pins and names are placed on it by percentages and
/// keep their size, so that they can be read and hit wherever the map is small.
pub fn render(edition: &Edition, map: &Map) -> Html {
    let words = edition.words();
    let pins: Vec<_> = map
        .spots
        .iter()
        .filter_map(|spot| Pin::of(edition, spot))
        .collect();
    // A map whose pins keep off its upper and lower edges is cut to a band.
    let margin = Map::HEIGHT * 13 / 100;
    let is_band = pins
        .iter()
        .all(|pin| pin.spot.y > margin && pin.spot.y < Map::HEIGHT - margin);
    let (width, height) = (Map::WIDTH, Map::HEIGHT);
    html! {
        <figure class={classes!("map", is_band.then_some("band"))} part="map" data-skip="">
            <div class="sheet" role="group" aria-label={words.map.clone()}>
                <svg aria-hidden="true" viewBox={format!("0 0 {width} {height}")}>
                    <path class="land" d={map.land.as_str().to_owned()} />
                    <path class="borders" d={map.borders.as_str().to_owned()} />
                </svg>
                <svg class="pins">{ for pins.iter().map(|pin| pin.render(edition)) }</svg>
            </div>
            <figcaption part="caption">{ &words.map_source }</figcaption>
        </figure>
    }
}

/// A place with its events.
struct Pin<'a> {
    spot: &'a Spot,
    name: &'a str,
    label: &'a str,
    events: Vec<&'a Event>,
}

impl<'a> Pin<'a> {
    /// `None` where an article from outside has no such events; it is not shown then.
    fn of(edition: &'a Edition, spot: &'a Spot) -> Option<Self> {
        let outline = edition.outline();
        let events = spot.events.iter().filter_map(|id| outline.event(id));
        let events: Vec<_> = events.collect();
        let place = events.first()?.place.as_ref()?;
        Some(Pin {
            spot,
            name: &place.name,
            label: place.short_name(),
            events,
        })
    }

    fn render(&self, edition: &Edition) -> Html {
        let outline = edition.outline();
        let numbers = self
            .events
            .iter()
            .filter_map(|event| outline.mark(&event.id));
        let numbers: Vec<_> = numbers.map(|mark| mark.number).collect();
        let titles: Vec<_> = self
            .events
            .iter()
            .map(|event| event.title.as_str())
            .collect();
        let name = format!("{}: {}", self.name, titles.join(", "));
        let side = self.spot.label.map(|side| match side {
            Side::Right => "right",
            Side::Left => "left",
            Side::Above => "above",
            Side::Below => "below",
        });
        let is_planned = self.events.iter().all(|event| event.date.planned);
        let card = card::id(edition, numbers.first().copied().unwrap_or_default());
        let class = classes!(
            "pin",
            side,
            is_planned.then_some("planned"),
            bearing(numbers)
        );
        let (lang, dir) = edition.text();
        html! {
            <foreignObject x={percent(self.spot.x, Map::WIDTH)} y={percent(self.spot.y, Map::HEIGHT)} width="1" height="1">
                <button xmlns={XHTML} type="button" {class} part="pin" popovertarget={card} tabindex="-1" aria-label={name} {lang} {dir}>
                    if side.is_some() {
                        <span>{ self.label.to_owned() }</span>
                    }
                </button>
            </foreignObject>
        }
    }
}

/// A part of a whole in percent, with one digit after the point.
fn percent(part: u16, whole: u16) -> String {
    let thousandths = u32::from(part) * 1000 / u32::from(whole);
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}
