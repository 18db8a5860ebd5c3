//! Where marks and titles stand.

use super::*;
use crate::timeline::scale::Move;
use crate::timeline::tests_events::event;

/// The window around all events.
fn around(events: &[Event]) -> Window {
    Window::around(events.iter().map(|event| event.stretch))
}

/// The seed's events.
fn summits() -> Vec<Event> {
    let titled = |(when, title): (&str, &str)| Event {
        title: title.to_owned(),
        ..event("a", when)
    };
    [
        ("2014", "Russian invasion of Ukraine"),
        ("2017-07-07", "Trump and Putin meet at the G-20 summit"),
        (
            "2018",
            "Bolton meets Putin; the White House announces a summit",
        ),
        ("2018-07-11/2018-07-12", "NATO summit"),
        ("2018-07-16", "Trump-Putin summit"),
    ]
    .map(titled)
    .into()
}

/// Where a title stands: its lane, from where and to where.
fn stands(mark: &Mark) -> Option<(usize, i64, i64)> {
    let title = mark.title.as_ref()?;
    let (from, to) = mark.shape.extent();
    let width = text_width(&title.text);
    let begin = match title.side {
        Side::After => to + GAP - DOT,
        Side::Before => from - GAP + DOT - width,
        Side::Above => from.clamp(0, (WIDTH - width).max(0)),
    };
    let lane = title.lane + usize::from(title.side == Side::Above);
    Some((lane, begin, begin + width))
}

fn assert_readable(marks: &[Mark]) {
    let places: Vec<_> = marks.iter().filter_map(stands).collect();
    for (number, (lane, from, to)) in places.iter().enumerate() {
        assert!(*from >= 0 && *to <= WIDTH && *lane < MOST);
        for (other, begin, end) in &places[number + 1..] {
            assert!(lane != other || to <= begin || end <= from, "{places:?}");
        }
    }
    for mark in marks {
        let (from, to) = mark.shape.extent();
        assert!(from <= to && from >= -DOT && to <= WIDTH + DOT, "{mark:?}");
        let Shape::Dot(at) = mark.shape else { continue };
        let Some(title) = &mark.title else { continue };
        let crosses =
            |(lane, from, to): &(usize, i64, i64)| *lane < title.lane && *from <= at && at <= *to;
        assert!(!places.iter().any(crosses), "{mark:?} crosses: {places:?}");
    }
}

#[test]
fn a_dense_cluster_keeps_every_title_and_the_gap_before_it() {
    let events = summits();
    let marks = place(&events, around(&events), MOST, None);
    assert!(marks.iter().all(|mark| mark.title.is_some()), "{marks:#?}");
    assert_readable(&marks);
    let at = |number: usize| marks[number].shape.extent().0;
    assert!(at(3) - at(0) > 10 * (at(4) - at(3)));
    assert!(used(&marks) <= 4, "{marks:#?}");
}

#[test]
fn what_is_known_to_the_day_is_a_dot_and_what_is_not_a_bar() {
    let events = summits();
    let marks = place(&events, around(&events), MOST, None);
    let is_bar = |mark: &Mark| matches!(mark.shape, Shape::Bar { .. });
    let bars: Vec<_> = marks.iter().map(is_bar).collect();
    assert_eq!(bars, [true, false, true, true, false]);
    // Seen from near, a day is a stretch too.
    let day = around(&events[4..]);
    assert!(is_bar(&place(&events, day, MOST, None)[1]));
}

#[test]
fn what_the_window_does_not_show_is_not_drawn() {
    let events = summits();
    let window = around(&events[3..]);
    let shown: Vec<_> = place(&events, window, MOST, None)
        .iter()
        .map(|mark| mark.event)
        .collect();
    assert_eq!(shown, [2, 3, 4]);
}

#[test]
fn of_many_events_the_chosen_one_has_its_title() {
    let events: Vec<_> = (0..100)
        .map(|number| event(&format!("event-number-{number}"), "2018-07-16"))
        .collect();
    let window = around(&events);
    for chosen in [0, 50, 99] {
        let marks = place(&events, window, MOST, Some(chosen));
        assert_eq!(marks.len(), 100);
        assert!(marks[chosen].title.is_some());
        assert_readable(&marks);
    }
}

#[test]
fn titles_never_cover_each_other_whatever_the_dates() {
    // A small generator of its own: the same numbers each time.
    let mut state = 7_u64;
    let mut random = move |below: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 33) % below
    };
    for round in 0..300 {
        let span = [3, 40, 2000, 20_000][round % 4];
        let events: Vec<_> = (0..1 + random(60))
            .map(|number| {
                let year = random(span) as i64 - if span == 20_000 { 9999 } else { -1000 };
                let sign = if year < 0 { "-" } else { "" };
                let start = format!("{sign}{:04}", year.unsigned_abs().max(1));
                let when = match random(4) {
                    0 => start,
                    1 => format!("{start}-{:02}", 1 + random(12)),
                    2 => format!("{start}/{start}-12"),
                    _ => format!("{start}-{:02}-{:02}", 1 + random(12), 1 + random(28)),
                };
                let title = "Words of a title 雪 ".repeat(random(4) as usize + 1);
                Event {
                    title,
                    ..event(&format!("e{number}"), &when)
                }
            })
            .collect();
        let whole = around(&events);
        let mut window = whole;
        for _ in 0..4 {
            assert_readable(&place(&events, window, MOST, Some(0)));
            window = window.after(whole, Move::Zoom(300, random(10_000) as i64));
        }
    }
}

/// So many events, one in each month.
fn months(count: usize) -> Vec<Event> {
    let on = |number: usize| format!("{}-{:02}-01", 1900 + number / 12, 1 + number % 12);
    let each = |number| event(&format!("event-{number}"), &on(number));
    (0..count).map(each).collect()
}

#[test]
fn of_dots_that_would_cover_each_other_one_is_drawn_and_those_that_are_asked_for() {
    let events = months(1_000);
    let marks = place(&events, around(&events), MOST, None);
    assert_eq!(marks.len(), 1_000);
    let titled = marks.iter().filter(|mark| mark.title.is_some()).count();
    let seen = thinned(marks.clone(), 0, |mark| {
        mark.event == 501 || mark.event == 502
    });
    let most = usize::try_from(WIDTH / SPACING).expect("a number") + 1 + titled + 2;
    assert!(seen.len() <= most, "{}", seen.len());
    assert!(
        [501, 502]
            .iter()
            .all(|event| seen.iter().any(|mark| mark.event == *event))
    );
    let is_near = |mark: &Mark| {
        let near = |other: &Mark| (other.shape.extent().0 - mark.shape.extent().0).abs() < SPACING;
        seen.iter().any(near)
    };
    assert!(
        marks.iter().all(is_near),
        "every event is drawn, or one beside it is"
    );
}

#[test]
fn while_the_window_goes_along_the_same_dots_are_drawn() {
    let events = months(2_000);
    let whole = around(&events);
    let mut window = whole.after(whole, Move::Zoom(400, 0));
    let seen = |window: Window| -> Vec<usize> {
        let mut marks = place(&events, window, MOST, None);
        marks.iter_mut().for_each(|mark| mark.title = None);
        thinned(marks, window.along(whole), |_| false)
            .iter()
            .map(|mark| mark.event)
            .collect()
    };
    let mut before = seen(window);
    for step in [77, 1_234, -501, 2_500] {
        window = window.after(whole, Move::Pan(step));
        let after = seen(window);
        // At the ends a dot may be hidden by one that is no longer in the window.
        let both = |event: &&usize| {
            let (first, last) = (
                before[0].max(after[0]),
                before[before.len() - 1].min(after[after.len() - 1]),
            );
            (first + 5..last.saturating_sub(5)).contains(*event)
        };
        let (was, is): (Vec<_>, Vec<_>) = (
            before.iter().filter(both).collect(),
            after.iter().filter(both).collect(),
        );
        assert!(!is.is_empty() && is.len() < 800);
        assert_eq!(was, is, "{step}");
        before = after;
    }
}
