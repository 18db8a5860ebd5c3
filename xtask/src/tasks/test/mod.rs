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
//! EXPLAINER_TIER              `quick`, `standard` or `full`
//! EXPLAINER_RERUN             set where tests run that have not changed since they passed (`--rerun`)
//! EXPLAINER_FIXTURES          a hash of the files that native tests read; missing where every test runs
//! ```
//!
//! ```text
//! options   what a command line asks for
//! runner    runs a test program for cargo, unless it has not changed since it passed
//! tally     how many tests passed, failed and were skipped
//! temp      a folder for everything temporary
//! ```

mod options;
pub mod runner;
mod tally;
mod temp;

use std::env;
use std::fs::{self, File};
use std::process::Command;

use options::{Options, Tier};
use tally::Tally;
use temp::TempFolder;

use super::prerender::PROGRAM;
use super::{build, package, yew_host};
use crate::process::{run_watched, step};
use crate::project;
use crate::setup;
use crate::setup::browser::ENGINES;
use crate::trouble::{Outcome, Trouble};

/// How many of the longest tests `--durations` lists.
const LONGEST: usize = 25;

/// Variables that are set for some runs only: what the caller's environment has of them is not for these tests.
const FOR_SOME: [&str; 7] = [
    runner::FIXTURES,
    "EXPLAINER_NGINX",
    "EXPLAINER_NGINX_MODULES",
    "EXPLAINER_PICTURES",
    "EXPLAINER_RERUN",
    "EXPLAINER_WORDPRESS",
    "EXPLAINER_YEW_HOST",
];

/// Builds the bundle and runs the tests of a tier, or those of a name.
pub fn run(arguments: &[String]) -> Outcome {
    let options = Options::from_arguments(arguments)?;
    let _one_run_at_a_time = lock()?;
    // First, since a missing browser may be an error and is said before minutes are spent.
    let browsers = setup::browser::find_or_install(&options.engines)?;
    let nginx = match options.tier {
        Tier::Quick => None,
        Tier::Standard | Tier::Full => setup::nginx::find_or_install()?,
    };
    let bundling = setup::bundling()?;
    let packages = setup::packages::for_tests()?;
    // What takes its time to set up for a few tests of the full tier.
    let needs = |word: &str| {
        let named = options.name.as_ref().map(|name| name.to_lowercase());
        options.tier == Tier::Full || named.is_some_and(|name| name.contains(word))
    };
    let wordpress = match needs("wordpress") || needs("cms") {
        true => setup::wordpress::find_or_bring()?,
        false => None,
    };
    step("Building the tests, and the program that makes pages …");
    let program = build::tested()?;
    build::release_by(&bundling, &program)?;
    step("Building the program again, with the bundle inside it …");
    let program = build::tested()?;
    let package = package::pack(&program)?;
    let yew_host = match needs("yew") || needs("hosts") {
        true => Some(yew_host::build(&bundling)?),
        false => None,
    };
    let mut cargo = project::cargo();
    // One crate's failure is no reason not to hear of the others.
    cargo.args(["test", "--workspace", "--no-fail-fast"]);
    cargo.arg("--config").arg(runner_setting()?);
    cargo.arg("--").args(&options.name).args(&options.rest);
    for variable in FOR_SOME {
        cargo.env_remove(variable);
    }
    cargo.env("EXPLAINER_TIER", options.tier.name());
    cargo.env("EXPLAINER_DIST", project::dist());
    cargo.env("EXPLAINER_AXE", &packages.axe);
    cargo.env("EXPLAINER_NODE_MODULES", &packages.folder);
    cargo.env(PROGRAM, &program);
    cargo.env("EXPLAINER_PACKAGE", &package);
    if let Some(yew_host) = yew_host {
        cargo.env("EXPLAINER_YEW_HOST", yew_host);
    }
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
    if options.accepts_pictures {
        cargo.env("EXPLAINER_PICTURES", "accept");
    }
    let is_ci = env::var_os("CI").is_some();
    if options.reruns || options.times > 1 || options.accepts_pictures {
        cargo.env("EXPLAINER_RERUN", "1");
    } else if !is_ci {
        let folders = [project::dist(), package.with_file_name("package")];
        match runner::fixtures(&folders.each_ref().map(|folder| folder.as_path())) {
            Ok(hash) => {
                cargo.env(runner::FIXTURES, hash);
            }
            Err(error) => step(format!(
                "Every native test runs, since a fixture can't be read: {error}"
            )),
        }
    }
    // The error says what failed; a backtrace of the tests' own code adds nothing.
    cargo.env("RUST_LIB_BACKTRACE", "0");
    let temp = TempFolder::new()?;
    cargo.env("TMPDIR", temp.path());
    let outcome = run_times(&mut cargo, &options);
    drop(temp);
    if options.shows_durations {
        durations()?;
    }
    outcome
}

/// Waits until no other run uses the bundle and the folders of this checkout; the lock ends with the file.
fn lock() -> Outcome<File> {
    let path = project::target()?.join("tmp/test.lock");
    let locked = path
        .parent()
        .map_or(Ok(()), fs::create_dir_all)
        .and_then(|()| File::create(&path))
        .and_then(|file| {
            if file.try_lock().is_err() {
                step("Another `cargo xtask test` runs in this checkout; waiting for it …");
                file.lock()?;
            }
            Ok(file)
        });
    locked.map_err(|error| {
        Trouble::new(
            format!("can't lock {}: {error}", path.display()),
            "see that target/ may be written to",
        )
    })
}

/// Cargo's setting that has test programs run by this task.
fn runner_setting() -> Outcome<String> {
    let task = env::current_exe().map_err(|error| {
        Trouble::new(
            format!("can't tell where this program is: {error}"),
            "run this again as `cargo xtask test`",
        )
    })?;
    // Debug writes a string as TOML does.
    Ok(format!(
        "target.'cfg(all())'.runner = [{:?}, {:?}]",
        task.display().to_string(),
        runner::NAME
    ))
}

/// Prints the longest browser tests of the last run.
fn durations() -> Outcome {
    let file = project::target()?.join("tmp/durations.tsv");
    let table = fs::read_to_string(&file).unwrap_or_default();
    println!("\nThe longest browser tests (seconds, of these for its window, name):\n");
    for line in table.lines().take(LONGEST) {
        println!("{line}");
    }
    Ok(())
}

/// Runs the tests a number of times, whether they pass or not, and prints each time how many passed.
fn run_times(cargo: &mut Command, options: &Options) -> Outcome {
    let times = options.times;
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
            "the output above says which test failed and why; `cargo xtask test NAME` runs those alone whose names contain NAME",
        );
        // Once more at the end: a thousand names of tests may stand between here and there.
        if let Some(failures) = tally.failures() {
            println!("\nWhat failed:\n\n{failures}\n");
        }
        if times > 1 {
            println!("{time} of {times}: {tally}");
        }
        let outcome = match &options.name {
            Some(name) if tally.is_empty() && outcome.is_ok() => Err(Trouble::usage(
                format!("no test is called `{name}`, or none in this tier and these browsers"),
                "run `cargo xtask test -- --list` for the names; quote backticks and quotation marks in a shell",
            )),
            _ => outcome,
        };
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
