//! How many tests passed, failed and were skipped, over all the programs that `cargo test` runs, and why those failed.

use std::fmt;

/// The sum of what test programs say at their ends.
#[derive(Default)]
pub struct Tally {
    passed: u64,
    failed: u64,
    skipped: u64,
    failures: Vec<String>,
    telling: Telling,
}

/// Where in a test program's output we are.
#[derive(Default)]
enum Telling {
    /// Which tests there are and how they end.
    #[default]
    Tests,
    /// What each test that failed says.
    Failures,
    /// Their names once more.
    Names,
}

/// What stands above what failed tests say, and again above their names.
const FAILURES: &str = "failures:";

impl Tally {
    /// Takes in a line of their output: what a failed test says, and the sum at the end.
    pub fn count(&mut self, line: &str) {
        match (&self.telling, line) {
            (Telling::Tests, FAILURES) => self.telling = Telling::Failures,
            (Telling::Failures, FAILURES) => self.telling = Telling::Names,
            (Telling::Failures, line) => self.failures.push(line.to_owned()),
            _ => {}
        }
        self.add(line);
    }

    /// Whether no test has run or was skipped.
    pub fn is_empty(&self) -> bool {
        self.passed + self.failed + self.skipped == 0
    }

    /// What the tests that failed say, all in one place; nothing where none did.
    pub fn failures(&self) -> Option<String> {
        let said = self.failures.join("\n");
        let said = said.trim();
        (!said.is_empty()).then(|| said.to_owned())
    }

    /// Adds what the last line of a program says.
    fn add(&mut self, line: &str) {
        let Some((_, counts)) = line
            .trim_start()
            .strip_prefix("test result: ")
            .and_then(|said| said.split_once(". "))
        else {
            return;
        };
        self.telling = Telling::Tests;
        for count in counts.split(';') {
            let mut words = count.split_whitespace();
            let number = words.next().and_then(|number| number.parse::<u64>().ok());
            let sum = match words.next() {
                Some("passed") => &mut self.passed,
                Some("failed") => &mut self.failed,
                Some("ignored") => &mut self.skipped,
                _ => continue,
            };
            *sum += number.unwrap_or_default();
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Tally {
            passed,
            failed,
            skipped,
            ..
        } = self;
        write!(f, "{passed} passed, {failed} failed, {skipped} skipped")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_results_of_all_programs_are_added_up() {
        let mut tally = Tally::default();
        for line in [
            "running 3 tests",
            "test a_result ... ok",
            "test result: ok. 12 passed; 0 failed; 3 ignored; 0 measured; 5 filtered out; finished in 0.10s",
            "test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.20s",
        ] {
            tally.count(line);
        }
        assert_eq!(tally.to_string(), "13 passed, 2 failed, 3 skipped");
    }

    #[test]
    fn what_failed_tests_say_is_gathered_from_all_programs() {
        let mut tally = Tally::default();
        let program = |name: &str| {
            format!(
                "running 2 tests\ntest good ... ok\ntest {name} ... FAILED\n\nfailures:\n\n---- {name} ----\nit is not so\n\n\n\
                 failures:\n    {name}\n\ntest result: FAILED. 1 passed; 1 failed; 0 ignored"
            )
        };
        assert_eq!(tally.failures(), None);
        for line in (program("first") + "\n" + &program("second")).lines() {
            tally.count(line);
        }
        let said = tally.failures().unwrap_or_default();
        let words: Vec<_> = said.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(
            words,
            [
                "---- first ----",
                "it is not so",
                "---- second ----",
                "it is not so"
            ]
        );
        assert_eq!(tally.to_string(), "2 passed, 2 failed, 0 skipped");
    }
}
