//! The built bundle in a real browser, as readers and embedding pages meet it.
//!
//! ```text
//! bench        where the bundle, the browser and its driver are; starts the driver, ends it
//! site         a web site of a test's own, with the bundle on it
//! reader       a browser window, and what a reader does in it
//! window       the window: its width, what it is shown in, what sticks out of it, its picture
//! examples     the pages of all examples, built once, in letters that are the same on every machine
//! baselines    kept pictures, and whether a page still looks like them
//! text         the whole text is there: before the program, with it, without script
//! hydration    what the program takes over, and what it renders afresh
//! reading      issues, passages and events, by mouse and by keyboard
//! attention    what the reader is at: the passage at hand, the place that Back leads to
//! taking       what a reader takes along, and what stands open
//! search       the search inside the explainer
//! timeline     the timeline in proportion to time
//! gestures     the drawn timeline zoomed and panned
//! theme        what pages and readers' settings change in what it looks like
//! loading      when the program is loaded, and what the explainer does until then
//! calls        what pages ask of the element by script, and what it tells them
//! secure       what a page's policy may forbid, what the element checks, what of a document is believed
//! hostile      pages that are hard to be a guest of
//! hosts        the npm package in pages of others: bundled, in React, Vue and Yew
//! contract     whether the element is what its manifest says
//! serving      the explainer behind nginx
//! nginx        the real nginx, as deploy/ configures it
//! server       a server of somebody else's, started for a test
//! element      the custom element in pages: documents, errors, moves, several of them
//! languages    the languages of the interface
//! map          the places of the events, and the way from them
//! access       what axe finds
//! reach        by keyboard and by thumb: focus, targets, headings
//! room         zoomed text and text set wider: nothing is cut off, nothing lies over something else
//! print        the page on paper
//! pages        the pages that `explainer build` makes
//! faults       what goes wrong between a page and its reader
//! frame        the explainer in a frame of another site's page
//! plain        plain HTML in somebody's page: by itself, and taken in by the element
//! cms          what filters of others make of plain HTML
//! preview      the page of `explainer preview`
//! pictures     the page at the widths of readers' windows, and pictures of it
//! visual       whether the pages of all examples look as they did
//! ```
//!
//! `cargo xtask test` builds the bundle, sets up the browser and runs these among all tests.

mod access;
mod attention;
mod baselines;
mod bench;
mod calls;
mod cms;
mod contract;
mod element;
mod examples;
mod faults;
mod frame;
mod gestures;
mod hostile;
mod hosts;
mod hydration;
mod languages;
mod loading;
mod map;
#[path = "../../xtask/src/nginx.rs"]
mod nginx;
mod pages;
mod pictures;
mod plain;
mod preview;
mod print;
mod reach;
mod reader;
mod reading;
mod room;
mod search;
mod secure;
mod server;
mod serving;
mod site;
mod taking;
mod text;
mod theme;
mod timeline;
mod visual;
mod window;

use std::sync::Arc;

use libtest_mimic::{Arguments, Failed, Trial};

use bench::Bench;

/// A browser test: a sentence, and what shows it.
type Test = (&'static str, fn(&Bench) -> anyhow::Result<()>);

/// What holds of every example: the end of a sentence that begins with its name, and what shows it.
type OfEach = (&'static str, fn(&Bench, &str) -> anyhow::Result<()>);

/// What shows that a test's sentence holds.
type Shows = Box<dyn Fn(&Bench) -> anyhow::Result<()> + Send>;

fn main() -> anyhow::Result<()> {
    let mut arguments = Arguments::from_args();
    // Each test has a browser of its own; more of them than cores only makes all of them slow.
    arguments.test_threads.get_or_insert(2);
    let suites: [&[Test]; 30] = [
        text::TESTS,
        hydration::TESTS,
        reading::TESTS,
        attention::TESTS,
        taking::TESTS,
        search::TESTS,
        timeline::TESTS,
        gestures::TESTS,
        theme::TESTS,
        loading::TESTS,
        calls::TESTS,
        secure::TESTS,
        hostile::TESTS,
        hosts::TESTS,
        contract::TESTS,
        serving::TESTS,
        element::TESTS,
        languages::TESTS,
        map::TESTS,
        access::TESTS,
        print::TESTS,
        pages::TESTS,
        faults::TESTS,
        frame::TESTS,
        plain::TESTS,
        cms::TESTS,
        cms::WITH_WORDPRESS,
        preview::TESTS,
        pictures::TESTS,
        visual::TESTS,
    ];
    let mut tests: Vec<(String, Shows)> = Vec::new();
    for &(name, test) in suites.into_iter().flatten() {
        tests.push((name.to_owned(), Box::new(test)));
    }
    for example in examples::names()? {
        for &(sentence, test) in [
            access::OF_EACH,
            reach::OF_EACH,
            room::OF_EACH,
            visual::OF_EACH,
        ]
        .into_iter()
        .flatten()
        {
            let example = example.clone();
            let name = format!("the example {example} {sentence}");
            tests.push((name, Box::new(move |bench| test(bench, &example))));
        }
    }
    if arguments.list {
        let listed = tests
            .into_iter()
            .map(|(name, _)| Trial::test(name, || Ok(())));
        libtest_mimic::run(&arguments, listed.collect()).exit();
    }
    let bench = Arc::new(Bench::set_up()?);
    let has_wordpress = std::env::var_os(cms::WORDPRESS).is_some();
    let needs_wordpress = |name: &str| cms::WITH_WORDPRESS.iter().any(|(test, _)| *test == name);
    let needs_nginx = |name: &str| serving::TESTS.iter().any(|(test, _)| *test == name);
    let trials = tests.into_iter().map(|(name, test)| {
        let bench = bench.clone();
        let is_left_out =
            !bench::has_nginx() && needs_nginx(&name) || !has_wordpress && needs_wordpress(&name);
        let trial = Trial::test(name, move || {
            test(&bench).map_err(|error| Failed::from(format!("{error:?}")))
        });
        trial.with_ignored_flag(is_left_out)
    });
    let conclusion = libtest_mimic::run(&arguments, trials.collect());
    // Ends the driver; `exit` would not.
    drop(bench);
    conclusion.exit()
}
