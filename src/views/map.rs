//! The locator map: land, borders, and a pin for each place that leads to its event.

use article::{Event, Map, Side, Spot};
use yew::prelude::*;

use super::prose;
use crate::edition::Edition;

/// Renders the map.
///
/// Land and borders stand in a drawing of their own, which grows with the page. Pins and names are placed on it by
/// percentages and keep their size, so that they can be read and hit wherever the map is small. The caption says the same
/// in words for those who don't see it; those who do have the timeline beside it.
pub fn render(edition: &Edition, map: &Map) -> Html {
    let words = edition.words();
    let spots: Vec<_> = map
        .spots
        .iter()
        .filter_map(|spot| Shown::of(edition, spot))
        .collect();
    let (width, height) = (Map::WIDTH, Map::HEIGHT);
    html! {
        <figure class="map" part="map">
            <svg role="group" aria-label={words.map.clone()}>
                <rect class="sea" width="100%" height="100%" />
                <svg viewBox={format!("0 0 {width} {height}")} preserveAspectRatio="none">
                    <path class="land" d={map.land.as_str().to_owned()} />
                    <path class="borders" d={map.borders.as_str().to_owned()} />
                </svg>
                { for spots.iter().map(|shown| pin(edition, shown)) }
            </svg>
            <figcaption part="caption">
                <div class="unseen" data-skip="">
                    <p>{ format!("{}: ", words.map) }</p>
                    <ul lang={edition.text_lang()} dir={edition.text_dir()}>
                        { for spots.iter().map(|shown| html! { <li>{ shown.name() }</li> }) }
                    </ul>
                </div>
                <small>{ &words.map_source }</small>
            </figcaption>
        </figure>
    }
}

/// A place with its name and its events.
struct Shown<'a> {
    spot: &'a Spot,
    name: &'a str,
    label: &'a str,
    events: Vec<&'a Event>,
}

impl<'a> Shown<'a> {
    /// `None` where an article from outside has no such events; it is not shown then.
    fn of(edition: &'a Edition, spot: &'a Spot) -> Option<Self> {
        let outline = edition.outline();
        let events = spot.events.iter().filter_map(|id| outline.event(id));
        let events: Vec<_> = events.collect();
        let place = events.first()?.place.as_ref()?;
        Some(Shown {
            spot,
            name: &place.name,
            label: place.short_name(),
            events,
        })
    }

    /// The place and what happened there.
    fn name(&self) -> String {
        let titles: Vec<_> = self
            .events
            .iter()
            .map(|event| event.title.as_str())
            .collect();
        format!("{}: {}", self.name, titles.join(", "))
    }
}

fn pin(edition: &Edition, shown: &Shown<'_>) -> Html {
    let issues = shown
        .events
        .iter()
        .flat_map(|event| edition.outline().issues_of(event));
    let is_planned = shown.events.iter().all(|event| event.date.planned);
    let class = classes!("pin", is_planned.then_some("planned"));
    let (x, y) = (
        percent(shown.spot.x, Map::WIDTH),
        percent(shown.spot.y, Map::HEIGHT),
    );
    let first = shown
        .events
        .first()
        .map(|event| edition.fragment(&event.id));
    html! {
        <a
            href={first}
            {class}
            part="pin"
            lang={edition.text_lang()}
            aria-label={shown.name()}
            data-marks={prose::ids(issues.map(|issue| &issue.id))}
            data-events={prose::ids(shown.events.iter().map(|event| &event.id))}
        >
            <circle class="reach" cx={x.clone()} cy={y.clone()} r="14" />
            <circle class="dot" cx={x.clone()} cy={y.clone()} r="5" />
            { for shown.spot.label.map(|side| label(side, shown.label, x, y)) }
        </a>
    }
}

fn label(side: Side, name: &str, x: String, y: String) -> Html {
    let (class, dx, dy) = match side {
        Side::Right => ("right", "9", "4"),
        Side::Left => ("left", "-9", "4"),
        Side::Above => ("over", "0", "-10"),
        Side::Below => ("under", "0", "20"),
    };
    html! { <text {class} {x} {y} {dx} {dy}>{ name.to_owned() }</text> }
}

/// A part of a whole in percent, with one digit after the point.
fn percent(part: u16, whole: u16) -> String {
    let thousandths = u32::from(part) * 1000 / u32::from(whole);
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}
