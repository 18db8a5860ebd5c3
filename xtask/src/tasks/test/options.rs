//! What a command line asks of `cargo xtask test`.

use crate::options::value;
use crate::setup::browser::{ENGINES, Engine};
use crate::trouble::{Outcome, Trouble};

/// How much of the suite a run includes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tier {
    /// `--quick`: all native tests, and the journeys in Chromium that catch most regressions.
    Quick,
    /// All native tests, everything in Chromium, and in the other engines what may depend on the engine.
    Standard,
    /// `--all`: everything in every engine, slow tests included.
    Full,
}

impl Tier {
    /// Its name in `EXPLAINER_TIER`, which the browser tests read.
    pub fn name(self) -> &'static str {
        match self {
            Tier::Quick => "quick",
            Tier::Standard => "standard",
            Tier::Full => "full",
        }
    }

    /// The engines that it runs in where none is named.
    fn engines(self) -> Vec<&'static Engine> {
        let all = ENGINES.into_iter();
        all.filter(|engine| self != Tier::Quick || engine.name == "chromium")
            .collect()
    }
}

/// The options of `cargo xtask test`.
pub struct Options {
    pub tier: Tier,
    pub engines: Vec<&'static Engine>,
    /// Whether new screenshots replace the kept ones.
    pub accepts_pictures: bool,
    /// How many times in a row everything runs.
    pub times: u32,
    /// Whether tests run that have not changed since they passed.
    pub reruns: bool,
    /// Whether the longest tests are listed at the end.
    pub shows_durations: bool,
    /// What the names of the tests to run contain.
    pub name: Option<String>,
    /// What follows `--`: options of the test programs.
    pub rest: Vec<String>,
}

impl Options {
    /// Reads a command line.
    pub fn from_arguments(arguments: &[String]) -> Outcome<Self> {
        let mut options = Options {
            tier: Tier::Standard,
            engines: Vec::new(),
            accepts_pictures: false,
            times: 1,
            reruns: false,
            shows_durations: false,
            name: None,
            rest: Vec::new(),
        };
        let mut names = Vec::new();
        let mut arguments = arguments;
        while let Some((first, rest)) = arguments.split_first() {
            arguments = rest;
            match first.as_str() {
                "--quick" | "--all" if options.tier != Tier::Standard => {
                    return Err(Trouble::usage(
                        "`cargo xtask test` runs one tier",
                        "write `--quick` or `--all`, or neither",
                    ));
                }
                "--quick" => options.tier = Tier::Quick,
                "--all" => options.tier = Tier::Full,
                "--accept-pictures" => options.accepts_pictures = true,
                "--rerun" => options.reruns = true,
                "--durations" => options.shows_durations = true,
                "--" => {
                    options.rest = rest.to_vec();
                    break;
                }
                word => {
                    if let Some((names, rest)) = value("--browser", word, rest) {
                        (options.engines, arguments) = (engines(names)?, rest);
                    } else if let Some((number, rest)) = value("--times", word, rest) {
                        (options.times, arguments) = (times(number)?, rest);
                    } else if word.starts_with('-') {
                        return Err(Trouble::usage(
                            format!("`cargo xtask test` has no option `{word}`"),
                            "options of the test programs follow `--`; `cargo xtask help` lists the others",
                        ));
                    } else {
                        names.push(word);
                    }
                }
            }
        }
        if !names.is_empty() {
            options.name = Some(names.join(" "));
        }
        if options.engines.is_empty() {
            options.engines = options.tier.engines();
        }
        Ok(options)
    }
}

fn times(number: &str) -> Outcome<u32> {
    let times = number.parse().ok().filter(|times| *times > 0);
    times.ok_or_else(|| {
        Trouble::usage(
            format!("`{number}` is not a number of runs"),
            "write a number from 1, as in `--times 50`",
        )
    })
}

/// The engines of these names, separated by commas, in the order of all.
fn engines(names: &str) -> Outcome<Vec<&'static Engine>> {
    let names: Vec<_> = names.split(',').map(str::trim).collect();
    let all = ENGINES.map(|engine| engine.name);
    if let Some(unknown) = names.iter().find(|name| !all.contains(name)) {
        return Err(Trouble::usage(
            format!("there is no browser engine `{unknown}` to test in"),
            format!(
                "name one or more of {}, with commas between them",
                all.join(", ")
            ),
        ));
    }
    let chosen = ENGINES
        .into_iter()
        .filter(|engine| names.contains(&engine.name));
    Ok(chosen.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(words: &str) -> Outcome<Options> {
        let words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
        Options::from_arguments(&words)
    }

    fn engine_names(words: &str) -> Outcome<String> {
        let options = options(words)?;
        let names: Vec<_> = options.engines.iter().map(|engine| engine.name).collect();
        Ok(names.join(" "))
    }

    #[test]
    fn the_default_is_the_standard_tier_in_every_engine() -> Outcome {
        assert_eq!(options("")?.tier, Tier::Standard);
        assert_eq!(engine_names("")?, "chromium firefox webkit");
        Ok(())
    }

    #[test]
    fn the_quick_tier_needs_chromium_only_and_the_full_one_every_engine() -> Outcome {
        assert_eq!(options("--quick")?.tier, Tier::Quick);
        assert_eq!(engine_names("--quick")?, "chromium");
        assert_eq!(options("--all")?.tier, Tier::Full);
        assert_eq!(engine_names("--all")?, "chromium firefox webkit");
        Ok(())
    }

    #[test]
    fn engines_are_chosen_by_name() -> Outcome {
        assert_eq!(engine_names("--browser firefox")?, "firefox");
        assert_eq!(
            engine_names("--all --browser=webkit,chromium x")?,
            "chromium webkit"
        );
        for words in ["--browser opera", "--browser", "--browser firefox,"] {
            let error = options(words).err();
            assert_eq!(error.map(|error| error.exit_code), Some(2), "{words}");
        }
        Ok(())
    }

    #[test]
    fn words_are_the_name_of_the_tests_to_run_and_the_rest_is_for_the_test_programs() -> Outcome {
        let options = options("--accept-pictures a search counts -- --nocapture")?;
        assert!(options.accepts_pictures);
        assert_eq!(options.name.as_deref(), Some("a search counts"));
        assert_eq!(options.rest, ["--nocapture"]);
        Ok(())
    }

    #[test]
    fn the_number_of_runs_is_at_least_one() -> Outcome {
        assert_eq!(options("")?.times, 1);
        assert_eq!(options("--times 50")?.times, 50);
        assert_eq!(options("--browser webkit --times=3 x")?.times, 3);
        for words in ["--times", "--times 0", "--times=often"] {
            let error = options(words).err();
            assert_eq!(error.map(|error| error.exit_code), Some(2), "{words}");
        }
        Ok(())
    }

    #[test]
    fn an_unknown_option_is_a_wrong_command_line() {
        for words in ["--fast", "--timeskip", "-p article", "--quick --all"] {
            let error = options(words).err();
            assert_eq!(error.map(|error| error.exit_code), Some(2), "{words}");
        }
    }
}
