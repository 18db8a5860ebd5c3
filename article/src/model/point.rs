//! A point in time.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

/// A point in time: a year, a month, a day or a minute, in the Gregorian calendar.
///
/// As text it is ISO 8601: `2014`, `2018-07`, `2018-07-16`, `2018-07-16T13:00+03:00`. Years before the common era are
/// negative and counted with a year 0, so that `-0043` is 44 BCE. Documents may write `44 BCE` too.
///
/// Points compare in order of time, and where they begin together the less precise one comes first. Two points are
/// equal only if they are written the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Point {
    /// The year, -9999 to 9999; 0 is 1 BCE.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day of the month; only with a month.
    pub day: Option<u8>,
    /// The time of the day; only with a day.
    pub time: Option<Time>,
}

/// A time of the day in a time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    /// Minutes since midnight, 0 to 1439.
    pub minute: u16,
    /// Minutes that the zone is ahead of UTC, -1439 to 1439.
    pub offset: i16,
}

impl std::fmt::Display for Point {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.year < 0 { "-" } else { "" };
        write!(f, "{sign}{:04}", self.year.unsigned_abs())?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        let Some(Time { minute, offset }) = self.time else {
            return Ok(());
        };
        write!(f, "T{:02}:{:02}", minute / 60, minute % 60)?;
        match offset {
            0 => f.write_str("Z"),
            _ => {
                let sign = if offset < 0 { '-' } else { '+' };
                let offset = offset.unsigned_abs();
                write!(f, "{sign}{:02}:{:02}", offset / 60, offset % 60)
            }
        }
    }
}

/// Why a string is not a [`Point`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PointError {
    /// It is not written as dates are.
    Form(String),
    /// It has a time without a time zone.
    Zone(String),
    /// There is no such month.
    Month(u8),
    /// The month has no such day.
    Day(String),
    /// There is no such time of the day, or no such zone.
    Time(String),
}

impl std::fmt::Display for PointError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            PointError::Form(text) => write!(f, "`{text}` is not a date"),
            PointError::Zone(text) => write!(f, "`{text}` has a time without its time zone"),
            PointError::Month(month) => write!(f, "there is no month {month}"),
            PointError::Day(text) => write!(f, "there is no such day as {text}"),
            PointError::Time(text) => write!(f, "there is no such time as {text}"),
        }
    }
}

impl std::error::Error for PointError {}

impl PointError {
    /// What to write instead.
    pub fn mend(&self) -> &'static str {
        match self {
            PointError::Zone(_) => "write the zone behind it: Z, or +03:00",
            PointError::Time(_) => {
                "write hours and minutes, 00:00 to 23:59: 2018-07-16T13:00+03:00"
            }
            _ => {
                "write 2018, 2018-07, 2018-07-16 or 2018-07-16T13:00+03:00; a span as 2018-07-11/2018-07-12"
            }
        }
    }
}

impl TryFrom<String> for Point {
    type Error = PointError;

    /// Reads the exchange form, which knows ISO 8601 alone.
    fn try_from(text: String) -> Result<Self, PointError> {
        match text.ends_with(|c: char| c.is_ascii_digit() || c == 'Z') {
            true => Point::parse(&text),
            false => Err(PointError::Form(text)),
        }
    }
}

impl From<Point> for String {
    fn from(point: Point) -> String {
        point.to_string()
    }
}

impl Point {
    /// Reads a point in one of its forms; refuses months, days and times that do not exist.
    pub fn parse(text: &str) -> Result<Point, PointError> {
        let form = || PointError::Form(text.to_owned());
        let (written, is_bce) = match text.strip_suffix("BCE").or_else(|| text.strip_suffix("BC")) {
            Some(written) => (written.trim_end(), true),
            None => (text, false),
        };
        let (date, time) = match written.split_once('T') {
            Some((date, time)) => (date, Some(time)),
            None => (written, None),
        };
        let (date, is_negative) = match date.strip_prefix('-') {
            Some(date) if !is_bce => (date, true),
            _ => (date, false),
        };
        let mut parts = date.split('-');
        let year = parts.next().unwrap_or_default();
        // Before the common era years are often short: 44 BCE.
        let year = match is_bce && year.len() < 4 {
            true => digits(year, year.len()),
            false => digits(year, 4),
        };
        let year = i32::from(year.ok_or_else(form)?);
        let mut part = || -> Result<Option<u8>, PointError> {
            let digits = parts
                .next()
                .map(|part| digits(part, 2).ok_or_else(form))
                .transpose()?;
            // Two digits fit a byte.
            Ok(digits.map(|number| number as u8))
        };
        let (month, day) = (part()?, part()?);
        if parts.next().is_some() || (year == 0 && (is_bce || is_negative)) {
            return Err(form());
        }
        let year = match (is_bce, is_negative) {
            (true, _) => 1 - year,
            (_, true) => -year,
            _ => year,
        };
        if let Some(month) = month {
            let days = days_of(year, month).ok_or(PointError::Month(month))?;
            if day.is_some_and(|day| day == 0 || day > days) {
                return Err(PointError::Day(text.to_owned()));
            }
        }
        let time = match time {
            Some(_) if day.is_none() => return Err(form()),
            Some(time) => Some(parse_time(time, text)?),
            None => None,
        };
        Ok(Point {
            year,
            month,
            day,
            time,
        })
    }

    /// The point as a valid `datetime` attribute; HTML has none for years before the common era.
    pub fn datetime(&self) -> Option<String> {
        (self.year > 0).then(|| self.to_string())
    }

    /// Minutes from the beginning of 1 January of the year 0, UTC, to where the point begins.
    pub fn minutes(&self) -> i64 {
        let (year, month, day) = (
            i64::from(self.year),
            self.month.unwrap_or(1),
            self.day.unwrap_or(1),
        );
        let before = year - 1;
        let leap_days = before.div_euclid(4) - before.div_euclid(100) + before.div_euclid(400);
        let months = (1..month).filter_map(|month| days_of(self.year, month));
        let days = 365 * year + leap_days + months.map(i64::from).sum::<i64>() + i64::from(day);
        let time = self
            .time
            .map_or(0, |time| i64::from(time.minute) - i64::from(time.offset));
        days * 24 * 60 + time
    }

    /// Minutes, counted as by [`Point::minutes`], to where the year, month or day that the point names is over; a time of
    /// the day is over at once.
    pub fn minutes_after(&self) -> i64 {
        let next = match (self.month, self.day) {
            (None | Some(12..), None) => Point {
                year: self.year + 1,
                month: None,
                ..*self
            },
            (month, None) => Point {
                month: month.map(|month| month + 1),
                ..*self
            },
            (_, Some(_)) => {
                let whole = if self.time.is_some() { 0 } else { 24 * 60 };
                return self.minutes() + whole;
            }
        };
        next.minutes()
    }

    fn precision(&self) -> usize {
        [
            self.month.is_some(),
            self.day.is_some(),
            self.time.is_some(),
        ]
        .into_iter()
        .filter(|is_given| *is_given)
        .count()
    }
}

impl Ord for Point {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |point: &Point| {
            let offset = point.time.map_or(0, |time| time.offset);
            (point.minutes(), point.precision(), offset)
        };
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for Point {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Reads `13:00+03:00` or `13:00Z`; `whole` is what the error names.
fn parse_time(time: &str, whole: &str) -> Result<Time, PointError> {
    let form = || PointError::Form(whole.to_owned());
    let wrong = || PointError::Time(whole.to_owned());
    let clock = |text: &str| -> Result<u16, PointError> {
        let (hours, minutes) = text.split_once(':').ok_or_else(form)?;
        let hours = digits(hours, 2).ok_or_else(form)?;
        let minutes = digits(minutes, 2).ok_or_else(form)?;
        if hours > 23 || minutes > 59 {
            return Err(wrong());
        }
        Ok(hours * 60 + minutes)
    };
    if let Some(time) = time.strip_suffix('Z') {
        return Ok(Time {
            minute: clock(time)?,
            offset: 0,
        });
    }
    let Some(at) = time.rfind(['+', '-']) else {
        clock(time)?;
        return Err(PointError::Zone(whole.to_owned()));
    };
    // Below 24 hours, so it fits.
    let offset = clock(&time[at + 1..])? as i16;
    let offset = if time[at..].starts_with('-') {
        -offset
    } else {
        offset
    };
    Ok(Time {
        minute: clock(&time[..at])?,
        offset,
    })
}

/// Reads exactly this many digits.
fn digits(text: &str, length: usize) -> Option<u16> {
    let is_number = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

/// How many days a month has; `None` where there is no such month.
fn days_of(year: i32, month: u8) -> Option<u8> {
    let leap = year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0);
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(if leap { 29 } else { 28 }),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
