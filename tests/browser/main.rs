//! The built bundle in real browsers, as readers and host pages meet it.
//!
//! `tests/README.md` says which file holds which promise. What the suites share:
//!
//! ```text
//! test         what a test declares: name, tier, engines, reasons
//! suite        the tests of a file, and which of them a run includes
//! unchanged    which tests need not run again
//! durations    how long each test took
//! bench        the bundle and everything else that the tests use
//! engine       the browser engines
//! site         a web site of a test's own, with the bundle on it
//! reader       a browser window, and what a reader does in it
//! hands        wheel, drag and touch
//! window       the window's size and media, overflow, screenshots
//! examples     the pages of all examples, with fonts that are the same on every machine
//! baselines    kept screenshots
//! server       another program's server, started for a test
//! nginx        nginx as deploy/ configures it
//! places       the places of a JSON value
//! filled       documents with hostile words in every field
//! ```

mod baselines;
mod bench;
mod durations;
mod engine;
mod examples;
#[path = "../hostile/filled.rs"]
mod filled;
mod hands;
#[path = "../../xtask/src/nginx.rs"]
mod nginx;
#[path = "../hostile/places.rs"]
mod places;
mod reader;
mod server;
mod site;
mod suite;
mod test;
mod unchanged;
mod window;

use std::sync::Arc;

use anyhow::ensure;
use libtest_mimic::{Arguments, Completion, Failed, Trial};

use bench::Bench;
use durations::Durations;
use engine::Engine;
use suite::suites;
use test::Tier;
use unchanged::Unchanged;

suites! {
    text static_html reading links taking search highlights timeline theme loading calls secure hostile hosts host_page contract
    serving element exchanged languages print pages paint faults document_faults lifecycle hostile_words huge leaks frame
    plain cms preview pictures design tiers;
    access reach room visual
}

fn main() -> anyhow::Result<()> {
    let mut arguments = Arguments::from_args();
    // Each test has a browser of its own; more of them than cores only makes all of them slow.
    arguments.test_threads.get_or_insert(2);
    let tier = Tier::from_environment();
    let engines = match Engine::named() {
        named if named.is_empty() && arguments.list => Engine::ALL.to_vec(),
        named => named,
    };
    ensure!(
        !engines.is_empty(),
        "no browser is named: run `cargo xtask test`"
    );
    let runs_skipped = arguments.include_ignored || arguments.ignored;
    let unchanged = Arc::new(Unchanged::load(
        !arguments.list && arguments.filter.is_none(),
    )?);
    let durations = Arc::new(Durations::default());
    let mut trials = Vec::new();
    for engine in engines {
        let bench = match arguments.list {
            true => None,
            false => Some(Bench::set_up(engine)?),
        };
        for suite in SUITES {
            for case in suite.cases()? {
                if !case.is_in(tier, engine, arguments.filter.is_some()) {
                    continue;
                }
                let name = format!("{}/{}: {}", engine.name(), suite.name, case.name);
                let fingerprint = unchanged.fingerprint(suite, engine)?;
                if unchanged.skips(&name, &fingerprint) {
                    continue;
                }
                let skipped = case.skipped(engine);
                let (bench, unchanged, durations) =
                    (bench.clone(), unchanged.clone(), durations.clone());
                let title = name.clone();
                let trial = Trial::ignorable_test(title, move || {
                    if let Some(reason) = skipped.filter(|_| !runs_skipped) {
                        return Ok(Completion::ignored_with(reason));
                    }
                    if let Some(bench) = &bench {
                        let result = durations.measure(&name, || case.run(bench));
                        unchanged.record(&name, result.is_ok().then_some(&fingerprint));
                        result.map_err(|error| Failed::from(format!("{error:?}")))?;
                    }
                    Ok(Completion::Completed)
                });
                trials.push(trial.with_ignored_flag(skipped.is_some() && runs_skipped));
            }
        }
    }
    unchanged.report();
    let conclusion = libtest_mimic::run(&arguments, trials);
    if !arguments.list {
        durations.save()?;
    }
    // Each bench ended with its last test, and its drivers with it.
    conclusion.exit()
}
