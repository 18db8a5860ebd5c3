//! `cargo xtask test`: all tests, those in browsers included, on a fresh release bundle.
//!
//! Tests that need the built thing find it by these variables of the environment:
//!
//! ```text
//! EXPLAINER_DIST              the bundle
//! EXPLAINER_CHROMIUM          a browser of an engine that is to be tested in; so EXPLAINER_FIREFOX, EXPLAINER_WEBKIT
//! EXPLAINER_CHROMIUM_DRIVER   its driver
//! EXPLAINER_AXE               the accessibility checks, a script to put into a page
//! EXPLAINER_NODE_MODULES      the npm packages: fonts, TypeScript, the types of schema.org, sanitizers, bundlers
//! EXPLAINER_PROGRAM           the program `explainer` with the bundle inside it
//! EXPLAINER_PACKAGE           the npm package
//! EXPLAINER_YEW_HOST          a page written in Yew that embeds the explainer, compiled
//! EXPLAINER_NGINX             nginx, where there is one with brotli
//! EXPLAINER_NGINX_MODULES     the folder of its modules
//! EXPLAINER_WORDPRESS         WordPress' folder, where there is one
//! EXPLAINER_PICTURES          `accept` where new pictures replace the kept ones (`--accept-pictures`)
//! ```

use std::process::Command;

use super::prerender::PROGRAM;
use super::tally::Tally;
use super::{build, package, yew_host};
use crate::options::value;
use crate::process::{run_watched, step};
use crate::project;
use crate::setup;
use crate::setup::browser::{ENGINES, Engine};
use crate::trouble::{Outcome, Trouble};

/// What chooses engines by name, with commas between them; all where it is not there.
const BROWSER: &str = "--browser";

/// What has new pictures kept instead of compared with the kept ones.
const ACCEPT: &str = "--accept-pictures";

/// How many times in a row all is run, to find what fails now and then.
const TIMES: &str = "--times";

/// Builds the bundle and runs the tests in the engines that are asked for; what is not ours is for `cargo test`.
pub fn run(arguments: &[String]) -> Outcome {
    let asked = Asked::by(arguments)?;
    // First, since a missing browser may be an error and is said before minutes are spent.
    let browsers = setup::browser::find_or_install(&asked.engines)?;
    let nginx = setup::nginx::find_or_install()?;
    let bundling = setup::bundling()?;
    let packages = setup::packages::for_tests()?;
    let wordpress = setup::wordpress::find_or_bring()?;
    step("Building the tests, and the program that makes pages …");
    let program = build::tested()?;
    build::release_by(&bundling, &program)?;
    step("Building the program again, with the bundle inside it …");
    let program = build::tested()?;
    let package = package::pack(&program)?;
    let yew_host = yew_host::build(&bundling)?;
    let mut cargo = project::cargo();
    // One crate's failure is no reason not to hear of the others.
    cargo.args(["test", "--workspace", "--no-fail-fast"]);
    cargo.args(asked.rest.iter().filter(|word| *word != "--no-fail-fast"));
    cargo.env("EXPLAINER_DIST", project::dist());
    cargo.env("EXPLAINER_AXE", &packages.axe);
    cargo.env("EXPLAINER_NODE_MODULES", &packages.folder);
    cargo.env(PROGRAM, &program);
    cargo.env("EXPLAINER_PACKAGE", &package);
    cargo.env("EXPLAINER_YEW_HOST", &yew_host);
    if let Some(nginx) = &nginx {
        cargo.env("EXPLAINER_NGINX", &nginx.program);
        cargo.env("EXPLAINER_NGINX_MODULES", &nginx.modules);
    }
    if let Some(wordpress) = wordpress {
        cargo.env("EXPLAINER_WORDPRESS", wordpress);
    }
    for engine in ENGINES {
        let variable = format!("EXPLAINER_{}", engine.name.to_uppercase());
        let driver = format!("{variable}_DRIVER");
        match browsers
            .iter()
            .find(|browser| browser.engine == engine.name)
        {
            Some(browser) => cargo
                .env(variable, &browser.program)
                .env(driver, &browser.driver),
            None => cargo.env_remove(variable).env_remove(driver),
        };
    }
    if asked.accepts {
        cargo.env("EXPLAINER_PICTURES", "accept");
    }
    // What failed is said in words; where in the tests' own machinery it was asked is of no use to anybody.
    cargo.env("RUST_LIB_BACKTRACE", "0");
    run_times(&mut cargo, asked.times)
}

/// Runs the tests so many times, however they end, and says each time how many passed.
fn run_times(cargo: &mut Command, times: u32) -> Outcome {
    let mut last = Ok(());
    let mut failed = 0;
    for time in 1..=times {
        match times {
            1 => step("Running all tests …"),
            _ => step(format!("Running all tests, {time} of {times} …")),
        }
        let mut tally = Tally::default();
        let outcome = run_watched(
            cargo,
            |line| tally.count(line),
            "the output above says which test failed and why; `cargo xtask test -- NAME` runs those of a name alone",
        );
        // Once more at the end: a thousand names of tests may stand between here and there.
        if let Some(failures) = tally.failures() {
            println!("\nWhat failed:\n\n{failures}\n");
        }
        if times > 1 {
            println!("{time} of {times}: {tally}");
        }
        match outcome {
            Ok(()) if times == 1 => println!("{tally}"),
            Ok(()) => {}
            Err(trouble) => {
                failed += 1;
                last = Err(trouble.closed_by(tally.to_string()));
            }
        }
    }
    if times > 1 {
        println!("{failed} of {times} runs failed");
    }
    last
}

/// What a command line asks for. Ours stands first, and a `--` may part it from what is for `cargo test`.
struct Asked<'a> {
    engines: Vec<&'static Engine>,
    /// Whether new pictures are accepted.
    accepts: bool,
    /// How many times in a row all is run.
    times: u32,
    rest: &'a [String],
}

impl<'a> Asked<'a> {
    fn by(arguments: &'a [String]) -> Outcome<Self> {
        let mut asked = Asked {
            engines: ENGINES.to_vec(),
            accepts: false,
            times: 1,
            rest: arguments,
        };
        while let Some((first, rest)) = asked.rest.split_first() {
            if first == ACCEPT {
                (asked.accepts, asked.rest) = (true, rest);
            } else if let Some((names, rest)) = value(BROWSER, first, rest) {
                (asked.engines, asked.rest) = (engines(names)?, rest);
            } else if let Some((number, rest)) = value(TIMES, first, rest) {
                (asked.times, asked.rest) = (times(number)?, rest);
            } else {
                if first == "--" {
                    asked.rest = rest;
                }
                break;
            }
        }
        Ok(asked)
    }
}

/// How many times that is.
fn times(number: &str) -> Outcome<u32> {
    let times = number.parse().ok().filter(|times| *times > 0);
    times.ok_or_else(|| {
        Trouble::usage(
            format!("`{number}` is not how many times in a row the tests can be run"),
            format!("write a number, as in `{TIMES} 50`"),
        )
    })
}

/// The engines of these names, in the order of all.
fn engines(names: &str) -> Outcome<Vec<&'static Engine>> {
    let names: Vec<_> = names.split(',').map(str::trim).collect();
    let all = ENGINES.map(|engine| engine.name);
    if let Some(stranger) = names.iter().find(|name| !all.contains(name)) {
        return Err(Trouble::usage(
            format!("there is no browser engine `{stranger}` to test in"),
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

    /// What is asked for by these words: the engines, whether pictures are accepted, and the rest.
    fn asked(words: &str) -> Outcome<(String, bool, String)> {
        let words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
        let asked = Asked::by(&words)?;
        let engines: Vec<_> = asked.engines.iter().map(|engine| engine.name).collect();
        Ok((engines.join(" "), asked.accepts, asked.rest.join(" ")))
    }

    /// The engines where none is named.
    const USUAL: &str = "chromium firefox webkit";

    #[test]
    fn pictures_are_accepted_where_that_is_asked_for() -> Outcome {
        assert_eq!(
            asked("--accept-pictures")?,
            (USUAL.to_owned(), true, String::new())
        );
        assert_eq!(
            asked("--accept-pictures -- --test browser -- short")?,
            (USUAL.to_owned(), true, "--test browser -- short".to_owned())
        );
        Ok(())
    }

    #[test]
    fn without_that_all_is_for_cargo_test_in_all_engines() -> Outcome {
        assert_eq!(
            asked("-p article")?,
            (USUAL.to_owned(), false, "-p article".to_owned())
        );
        assert_eq!(asked("")?, (USUAL.to_owned(), false, String::new()));
        Ok(())
    }

    #[test]
    fn engines_are_chosen_by_name() -> Outcome {
        assert_eq!(asked("--browser firefox")?.0, "firefox");
        assert_eq!(
            asked("--browser=webkit,chromium -- x")?,
            ("chromium webkit".to_owned(), false, "x".to_owned())
        );
        assert_eq!(
            asked("--browser webkit --accept-pictures")?,
            ("webkit".to_owned(), true, String::new())
        );
        Ok(())
    }

    #[test]
    fn the_tests_run_as_many_times_as_is_asked_for() -> Outcome {
        for (words, times) in [
            ("", 1),
            ("--times 50", 50),
            ("--browser webkit --times=3 -- x", 3),
        ] {
            let words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
            assert_eq!(Asked::by(&words)?.times, times, "{words:?}");
        }
        for words in ["--times", "--times 0", "--times=often"] {
            assert_eq!(
                asked(words).err().map(|trouble| trouble.exit_code),
                Some(2),
                "{words}"
            );
        }
        // Not ours: it only begins so.
        assert_eq!(asked("--timeskip")?.2, "--timeskip");
        Ok(())
    }

    #[test]
    fn an_engine_that_there_is_not_is_a_wrong_command_line() {
        for words in ["--browser opera", "--browser", "--browser firefox,"] {
            assert_eq!(
                asked(words).err().map(|trouble| trouble.exit_code),
                Some(2),
                "{words}"
            );
        }
    }
}
