//! The drawing in proportion to time, as a whole, and the place of the one that the widget draws.

use article::Direction;
use yew::prelude::*;

use crate::edition::Edition;
use crate::timeline;
use crate::timeline::drawing::{Drawing, Shown, draw, measure};

/// The timeline in proportion to time. The list below says the same, so it is for the eyes alone.
///
/// The widget's place has the height of its buttons, so that nothing moves when they come.
pub fn drawn(edition: &Edition) -> Html {
    let (article, language) = (edition.article(), edition.language());
    let events = article.events.iter();
    let events: Vec<_> = events
        .map(|event| timeline::Event::of(event, language))
        .collect();
    let (whole, lanes) = measure(&events);
    let drawing = Drawing {
        events,
        months: edition.words().months.clone(),
        anchor: edition.anchor().to_owned().into(),
        lang: edition.text_lang(),
        is_isolated: edition.text_dir().is_some(),
        is_rtl: language.direction() == Direction::RightToLeft,
        whole,
        lanes,
    };
    html! {
        <div class="strip" part="timeline-strip">
            <div class="surface" data-drawing="">{ draw(&drawing, &Shown::all(&drawing)) }</div>
            <div class="interactive" data-widget="strip"></div>
        </div>
    }
}
