//! How long each test took, and how much of that went into opening and closing its window.
//!
//! `target/tmp/durations.tsv` has the figures of the last run; `cargo xtask test --durations` prints the largest.

use std::cell::Cell;
use std::fmt::Write;
use std::path::Path;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use anyhow::Result;

thread_local! {
    /// What the test on this thread has spent on its windows so far.
    static WINDOWS: Cell<Duration> = const { Cell::new(Duration::ZERO) };
}

/// The times of the tests of a run: name, the whole, and the part for windows.
#[derive(Default)]
pub struct Durations(Mutex<Vec<(String, Duration, Duration)>>);

impl Durations {
    /// Runs a test and keeps its times.
    pub fn measure<T>(&self, name: &str, run: impl FnOnce() -> T) -> T {
        WINDOWS.set(Duration::ZERO);
        let start = Instant::now();
        let result = run();
        if let Ok(mut all) = self.0.lock() {
            all.push((name.to_owned(), start.elapsed(), WINDOWS.get()));
        }
        result
    }

    /// Writes the times of all tests, the longest first: seconds, seconds for windows, name.
    pub fn save(&self) -> Result<()> {
        let Ok(mut all) = self.0.lock() else {
            return Ok(());
        };
        all.sort_by_key(|(_, whole, _)| std::cmp::Reverse(*whole));
        let mut table = String::new();
        for (name, whole, windows) in all.iter() {
            writeln!(
                table,
                "{:.2}\t{:.2}\t{name}",
                whole.as_secs_f64(),
                windows.as_secs_f64()
            )?;
        }
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("durations.tsv");
        Ok(std::fs::write(file, table)?)
    }
}

/// Adds to what the test on this thread has spent on its windows.
pub fn spent_on_windows(since: Instant) {
    WINDOWS.set(WINDOWS.get() + since.elapsed());
}
