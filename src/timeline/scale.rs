//! Time and where it stands in the drawing.

use super::WIDTH;

/// Minutes since the beginning of the year 0, UTC.
pub type Minutes = i64;

/// A day in minutes.
pub const DAY: Minutes = 24 * 60;

/// No moment of an article is farther from the year 0 than this: 20,000 years.
pub const FARTHEST: Minutes = 20_000 * 366 * DAY;

/// How many windows a sheet holds: few enough for browsers to draw all its places exactly.
const SHEET: i64 = 16;

/// What a date covers: what it names from its beginning to its end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stretch {
    /// Where it begins.
    pub from: Minutes,
    /// Where it ends; a time of the day ends where it begins.
    pub to: Minutes,
}

/// Where a month of the Gregorian calendar begins; the year 0 is the one before the common era.
pub fn month_begin(year: i32, month: u8) -> Minutes {
    /// The days of a year that is no leap year before each of its months.
    const BEFORE: [i64; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    let (year, month) = (i64::from(year), usize::from(month.clamp(1, 12)));
    let leap_days = |year: i64| year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    // The leap day of a year counts from its March on.
    let counted = if month > 2 { year } else { year - 1 };
    (365 * year + BEFORE[month - 1] + leap_days(counted) + 1) * DAY
}

/// The part of time that the drawing shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// What stands at its beginning.
    pub from: Minutes,
    /// What stands at its end; later than `from`.
    pub to: Minutes,
}

/// What the reader does with a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// Goes on by a part of the width, to later times if positive.
    Pan(i64),
    /// Makes the length so many thousandths of what it is; what stands at the place stays there.
    Zoom(i64, i64),
    /// Goes where a stretch is shown.
    To(Stretch),
    /// Shows all.
    All,
}

impl Window {
    /// The window after a move; it never leaves `whole`.
    pub fn after(self, whole: Window, step: Move) -> Window {
        match step {
            Move::Pan(by) => self.panned(whole, by),
            Move::Zoom(thousandths, place) => self.zoomed(whole, thousandths, place),
            Move::To(stretch) => self.showing(whole, stretch),
            Move::All => whole,
        }
    }

    /// The window that shows all of these stretches, with a little room on both sides. Without any it is a day.
    pub fn around(stretches: impl Iterator<Item = Stretch> + Clone) -> Self {
        let from = stretches.clone().map(|each| each.from).min().unwrap_or(0);
        let to = stretches.map(|each| each.to).max().unwrap_or(0);
        let room = ((to - from) / 20).max(DAY / 2);
        Window {
            from: from - room,
            to: to + room,
        }
    }

    /// How long it is; never nothing.
    pub fn length(&self) -> Minutes {
        (self.to - self.from).max(1)
    }

    /// Where a moment stands. What is far outside stands just outside.
    pub fn place(&self, moment: Minutes) -> i64 {
        (self.distance(moment) - self.distance(self.from)).clamp(-WIDTH, 2 * WIDTH)
    }

    /// How far a moment is from the beginning of the year 0, at this window's scale. Between the same moments it is the
    /// same in all windows of a length, to the last digit.
    fn distance(&self, moment: Minutes) -> i64 {
        (moment * WIDTH).div_euclid(self.length())
    }

    /// How far this window has gone on along a sheet that holds sixteen of its width, and begins where `whole` does: what
    /// is drawn on the sheet stays where it is while the window goes along it.
    pub fn along(&self, whole: Window) -> i64 {
        let gone = self.distance(self.from) - self.distance(whole.from);
        gone.rem_euclid(SHEET * WIDTH)
    }

    /// The moment at a place.
    pub fn moment(&self, place: i64) -> Minutes {
        self.from + self.length() * place / WIDTH
    }

    /// Whether all of a stretch is shown.
    pub fn shows(&self, stretch: Stretch) -> bool {
        self.from <= stretch.from && stretch.to <= self.to
    }

    /// This window moved by a part of its own width, to later times if positive, within `whole`.
    fn panned(self, whole: Window, by: i64) -> Window {
        self.moved(whole, self.length() * by / WIDTH)
    }

    /// This window with its length changed by so many thousandths, so that what stands at `place` stays there. It is
    /// no shorter than a day and lies within `whole`.
    fn zoomed(self, whole: Window, thousandths: i64, place: i64) -> Window {
        let length = (self.length() * thousandths / 1000)
            .max(DAY)
            .min(whole.length());
        let from = self.moment(place) - length * place / WIDTH;
        let to = from + length;
        Window { from, to }.moved(whole, 0)
    }

    /// This window moved, if need be, so that it shows a stretch; one that is too long for it from its beginning.
    fn showing(self, whole: Window, stretch: Stretch) -> Window {
        if self.shows(stretch) {
            return self;
        }
        let middle = stretch.from + ((stretch.to - stretch.from) / 2).min(self.length() / 2);
        self.moved(whole, middle - (self.from + self.length() / 2))
    }

    /// Whether a shorter time can be shown than this window does.
    pub fn can_zoom_in(&self) -> bool {
        self.length() > DAY
    }

    fn moved(self, whole: Window, by: Minutes) -> Window {
        let latest = (whole.to - self.length()).max(whole.from);
        let from = (self.from + by).clamp(whole.from, latest);
        Window {
            from,
            to: from + self.length(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::tests_events::date;

    #[test]
    fn a_date_covers_what_it_names() {
        let days = |text: &str| {
            let stretch = Stretch::of(&date(text));
            (stretch.to - stretch.from) / DAY
        };
        assert_eq!(days("2014"), 365);
        assert_eq!(days("2018-07"), 31);
        assert_eq!(days("2018-07-16"), 1);
        assert_eq!(days("2018-07-11/2018-07-12"), 2);
        assert_eq!(
            days("2014/2018-07"),
            365 * 3 + 366 + 31 + 28 + 31 + 30 + 31 + 30 + 31
        );
        assert_eq!(days("-0043/0014"), 58 * 365 + 14);
    }

    #[test]
    fn a_month_begins_where_the_model_says_so() {
        for year in (-9999..9999).step_by(7).chain([-4, 0, 4, 1900, 2000, 2016]) {
            for month in 1..=12 {
                let point = article::Point {
                    year,
                    month: Some(month),
                    day: None,
                    time: None,
                };
                assert_eq!(month_begin(year, month), point.minutes(), "{year}-{month}");
            }
        }
    }

    #[test]
    fn places_are_in_proportion_to_time() {
        let window = Window { from: 0, to: 4000 };
        assert_eq!(window.place(0), 0);
        assert_eq!(window.place(1000), 2500);
        assert_eq!(window.place(4000), WIDTH);
        assert_eq!(window.moment(2500), 1000);
        assert_eq!(window.place(-1_000_000), -WIDTH);
    }

    #[test]
    fn what_is_drawn_stays_where_it_is_while_the_window_goes_along_it() {
        let whole = Window {
            from: -1_234_567,
            to: 98_765_432,
        };
        assert_eq!(whole.along(whole), 0);
        let mut window = whole.zoomed(whole, 7, 0);
        let on_the_sheet = |window: Window| window.along(whole) + window.place(-1_000_000);
        let place = on_the_sheet(window);
        for _ in 0..30 {
            window = window.panned(whole, 333);
            assert_eq!(on_the_sheet(window), place);
        }
        // Sixteen windows farther there is a sheet of its own, so that no place is far from its beginning.
        let far = window.panned(whole, 20 * WIDTH);
        assert!(far.along(whole) < 16 * WIDTH && far.from > window.from + 16 * window.length());
    }

    #[test]
    fn one_event_and_none_have_a_window_too() {
        assert!(Window::around([].into_iter()).length() >= DAY);
        for only in ["2018", "2018-07-16", "2018-07-16T10:00Z", "-9999", "9999"] {
            let stretch = Stretch::of(&date(only));
            let window = Window::around([stretch].into_iter());
            assert!(window.length() >= DAY, "{only}");
            assert!(window.shows(stretch), "{only}");
        }
    }

    #[test]
    fn a_window_is_zoomed_around_a_place_and_never_leaves_the_whole() {
        let whole = Window {
            from: 0,
            to: 1000 * DAY,
        };
        let half = whole.zoomed(whole, 500, 2500);
        assert_eq!(half.length(), 500 * DAY);
        assert_eq!(half.place(whole.moment(2500)), 2500);
        let mut window = whole;
        for step in 0..40 {
            window = window.zoomed(whole, 500, if step % 2 == 0 { WIDTH } else { 0 });
            assert!(window.from >= whole.from && window.to <= whole.to);
        }
        assert_eq!(window.length(), DAY);
        assert!(!window.can_zoom_in());
        for _ in 0..40 {
            window = window.zoomed(whole, 2000, 7000);
        }
        assert_eq!(window, whole);
    }

    #[test]
    fn a_window_is_panned_to_the_ends_and_no_further() {
        let whole = Window {
            from: -500,
            to: 9500,
        };
        let part = Window { from: 0, to: 1000 };
        assert_eq!(part.panned(whole, 2500).from, 250);
        assert_eq!(part.panned(whole, -10 * WIDTH).from, -500);
        assert_eq!(part.panned(whole, 100 * WIDTH).to, 9500);
        let late = Stretch {
            from: 5000,
            to: 5200,
        };
        assert!(part.showing(whole, late).shows(late));
        assert_eq!(part.showing(whole, Stretch { from: 10, to: 900 }), part);
    }
}
