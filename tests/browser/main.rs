//! The built bundle in a real browser, as readers and embedding pages meet it.
//!
//! ```text
//! bench        where the bundle, the browser and its driver are; starts the driver, ends it
//! site         a web site of a test's own, with the bundle on it
//! reader       a browser window, and what a reader does in it
//! text         the whole text is there: before the program, with it, without script
//! hydration    what the program takes over, and what it renders afresh
//! reading      issues, passages and events, by mouse and by keyboard
//! element      the custom element in pages: documents, errors, moves, several of them
//! languages    the languages of the interface
//! map          the places of the events, and the way from them
//! access       what axe finds
//! pages        the pages that `explainer build` makes
//! preview      the page of `explainer preview`
//! pictures     the page at the widths of readers' windows, and pictures of it
//! ```
//!
//! `cargo xtask test` builds the bundle, sets up the browser and runs these among all tests.

mod access;
mod bench;
mod element;
mod hydration;
mod languages;
mod map;
mod pages;
mod pictures;
mod preview;
mod reader;
mod reading;
mod site;
mod text;

use std::sync::Arc;

use libtest_mimic::{Arguments, Failed, Trial};

use bench::Bench;

/// A browser test: a sentence, and what shows it.
type Test = (&'static str, fn(&Bench) -> anyhow::Result<()>);

fn main() -> anyhow::Result<()> {
    let mut arguments = Arguments::from_args();
    // Each test has a browser of its own; more of them than cores only makes all of them slow.
    arguments.test_threads.get_or_insert(2);
    let suites: [&[Test]; 10] = [
        text::TESTS,
        hydration::TESTS,
        reading::TESTS,
        element::TESTS,
        languages::TESTS,
        map::TESTS,
        access::TESTS,
        pages::TESTS,
        preview::TESTS,
        pictures::TESTS,
    ];
    let tests = suites.into_iter().flatten();
    if arguments.list {
        let listed = tests
            .map(|(name, _)| Trial::test(*name, || Ok(())))
            .collect();
        libtest_mimic::run(&arguments, listed).exit();
    }
    let bench = Arc::new(Bench::set_up()?);
    let trials = tests.map(|&(name, test)| {
        let bench = bench.clone();
        Trial::test(name, move || {
            test(&bench).map_err(|error| Failed::from(format!("{error:?}")))
        })
    });
    let conclusion = libtest_mimic::run(&arguments, trials.collect());
    // Ends the driver; `exit` would not.
    drop(bench);
    conclusion.exit()
}
