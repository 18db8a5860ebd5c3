//! Dates. TimelineJS counts years before the common era as people do: it shows -44 as 44 BCE, and there is no year 0.

use serde_json::Value;

use super::super::draft::Draft;
use super::fields::{Fields, brief};
use crate::model::{Date, Point};

/// When a slide is: its `start_date` and `end_date`, and its own `display_date`. `None` where there is no day to put it on.
pub(super) fn read(slide: &mut Fields, draft: &mut Draft) -> Option<Date> {
    let start = slide
        .object("start_date", draft)
        .map(|date| point(date, draft));
    let end = slide
        .object("end_date", draft)
        .map(|date| point(date, draft));
    let shown = slide.text("display_date", draft);
    let place = slide.place("display_date");
    let Some((Some(start), start_shown)) = start else {
        if end.is_some() {
            draft.note(
                &slide.place("end_date"),
                "an end without a beginning was left out",
                "give the event a date",
            );
        }
        if let Some(shown) = shown {
            draft.note(
                &place,
                format!("left out: “{shown}”"),
                "give the event a date",
            );
        }
        return None;
    };
    let (end, end_shown) = end.unwrap_or_default();
    let end = end.filter(|end| {
        if *end < start {
            let message =
                format!("the end {end} lies before the beginning {start} and was left out");
            draft.note(
                &slide.place("end_date"),
                message,
                "write the span by hand: date = \"start/end\"",
            );
        }
        *end >= start
    });
    // The words of the slide stand for those of its dates.
    let shown = shown.or(match (start_shown, end_shown) {
        (Some(start), Some(end)) => Some(format!("{start} – {end}")),
        (start, end) => start.or(end),
    });
    if let Some(shown) = &shown {
        let message =
            format!("“{shown}” became the date's note; the explainer writes dates itself");
        draft.note(
            &place,
            message,
            "see whether the note is needed, or whether circa = true says it",
        );
    }
    Some(Date {
        start,
        end,
        circa: false,
        planned: false,
        disputed: false,
        note: shown,
        labels: Default::default(),
    })
}

/// A date object as a point, and the words it is shown with.
fn point(mut date: Fields, draft: &mut Draft) -> (Option<Point>, Option<String>) {
    let shown = date.text("display_date", draft);
    date.lose(
        "format",
        "the explainer writes dates itself; left out",
        "nothing needs to be done",
        draft,
    );
    let year = number(&mut date, "year", draft);
    let month = number(&mut date, "month", draft);
    let day = number(&mut date, "day", draft);
    let times = ["hour", "minute", "second", "millisecond"];
    let times = times.map(|key| (key, number(&mut date, key, draft)));
    let place = date.path.clone();
    let said: Vec<_> = times
        .iter()
        .filter_map(|(key, number)| Some(format!("{key} {}", (*number)?)))
        .collect();
    if !said.is_empty() {
        let message = format!(
            "a time without its time zone was left out: {}",
            said.join(", ")
        );
        draft.note(
            &place,
            message,
            "write the time with its zone: date = \"2018-07-16T13:00+03:00\"",
        );
    }
    date.done(draft);
    let Some(year) = year else {
        draft.note(
            &place,
            "a date without a year was left out",
            "write the date by hand",
        );
        return (None, shown);
    };
    if year == 0 {
        draft.note(
            &format!("{place}.year"),
            "there is no year 0; it was taken for 1 BCE",
            "write the year that is meant",
        );
    }
    let counted = if year < 0 {
        year.saturating_add(1)
    } else {
        year
    };
    let known = i32::try_from(counted).ok();
    let Some(counted) = known.filter(|year| (-9999..=9999).contains(year)) else {
        let message = format!("the year {year} is out of reach; documents know 9999 BCE to 9999");
        draft.note(&place, message, "say it in the text");
        return (None, shown);
    };
    let byte = |number: Option<i64>| number.and_then(|number| u8::try_from(number).ok());
    let whole = Point {
        year: counted,
        month: byte(month),
        day: byte(day).filter(|_| month.is_some()),
        time: None,
    };
    let month_only = Point { day: None, ..whole };
    let year_only = Point {
        month: None,
        ..month_only
    };
    // Reading it again finds months and days that there are not.
    let exists = |point: &Point| Point::parse(&point.to_string()).as_ref() == Ok(point);
    let fits = byte(month).map(i64::from) == month
        && byte(day).filter(|_| month.is_some()).map(i64::from) == day;
    if exists(&whole) && fits {
        return (Some(whole), shown);
    }
    let kept = if exists(&month_only) && byte(month).map(i64::from) == month {
        month_only
    } else {
        year_only
    };
    let part = |number: Option<i64>| number.map_or("none".to_owned(), |number| number.to_string());
    let message = format!(
        "there is no month {} with a day {}; the date is now {kept}",
        part(month),
        part(day)
    );
    draft.note(&place, message, "write the date by hand");
    (Some(kept), shown)
}

/// A whole number, which may be written as a text.
fn number(date: &mut Fields, key: &str, draft: &mut Draft) -> Option<i64> {
    let value = date.take(key)?;
    let number = match &value {
        Value::Null => return None,
        Value::String(text) if text.trim().is_empty() => return None,
        Value::String(text) => text.trim().parse().ok(),
        Value::Number(number) => number.as_i64(),
        _ => None,
    };
    if number.is_none() {
        let message = format!("{} is not a whole number and was left out", brief(&value));
        draft.note(&date.place(key), message, "write the date by hand");
    }
    number
}
