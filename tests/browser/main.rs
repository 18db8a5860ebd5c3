//! The built bundle in a real browser, as readers and embedding pages meet it.
//!
//! ```text
//! bench        where the bundle and all that tests use are, and the engine that they run in
//! engine       the browser engines, and what is each one's own
//! cannot       what an engine can't do, and why: the one table of it
//! site         a web site of a test's own, with the bundle on it
//! reader       a browser window, and what a reader does in it
//! hands        what a reader does with the hands beyond clicks and keys
//! window       the window: its width, what it is shown in, what sticks out of it, its picture
//! examples     the pages of all examples, built once, in letters that are the same on every machine
//! baselines    kept pictures, and whether a page still looks like them
//! text         the whole text is there: before the program, with it, without script
//! hydration    what the program takes over, and what it renders afresh
//! reading      issues, passages and events, by mouse and by keyboard
//! attention    what the reader is at: the passage at hand, the place that Back leads to
//! taking       what a reader takes along, and what stands open
//! search       the search inside the explainer
//! highlights   whether what it finds is seen
//! timeline     the timeline in proportion to time
//! gestures     the drawn timeline zoomed and panned
//! theme        what pages and readers' settings change in what it looks like
//! loading      when the program is loaded, and what the explainer does until then
//! calls        what pages ask of the element by script, and what it tells them
//! secure       what a page's policy may forbid, what the element checks, what of a document is believed
//! hostile      pages that are hard to be a guest of
//! hostile_words hostile words in every field, by every way in
//! huge         documents that are much larger than anybody reads
//! hosts        the npm package in pages of others: bundled, in React, Vue and Yew
//! contract     whether the element is what its manifest says
//! serving      the explainer behind nginx
//! nginx        the real nginx, as deploy/ configures it
//! server       a server of somebody else's, started for a test
//! element      the custom element in pages: documents, errors, moves, several of them
//! exchanged    documents in the exchange form, read by the program in the browser as by the native reader
//! languages    the languages of the interface
//! map          the places of the events, and the way from them
//! access       what axe finds
//! reach        by keyboard and by thumb: focus, targets, headings
//! room         zoomed text and text set wider: nothing is cut off, nothing lies over something else
//! print        the page on paper
//! pages        the pages that `explainer build` makes
//! paint        how soon built pages are painted and answer
//! far          what is far down long articles: laid out when it comes near, taken over when something in it changes
//! faults       what goes wrong between a page and its reader
//! leaks        whether what comes and goes leaves anything behind
//! places       the places of a JSON value, as tests/hostile/ has them
//! frame        the explainer in a frame of another site's page
//! plain        plain HTML in somebody's page: by itself, and taken in by the element
//! cms          what filters of others make of plain HTML
//! preview      the page of `explainer preview`
//! pictures     the page at the widths of readers' windows, and pictures of it
//! visual       whether the pages of all examples look as they did
//! ```
//!
//! `cargo xtask test` builds the bundle, sets up the browsers and runs these among all tests: each in each engine, whose name
//! stands before the test's, but what the engine can't do.

mod access;
mod attention;
mod baselines;
mod bench;
mod calls;
mod cannot;
mod cms;
mod contract;
mod element;
mod engine;
mod examples;
mod exchanged;
mod far;
mod faults;
mod frame;
mod gestures;
mod hands;
mod highlights;
mod hostile;
mod hostile_words;
mod hosts;
mod huge;
mod hydration;
mod languages;
mod leaks;
mod loading;
mod map;
#[path = "../../xtask/src/nginx.rs"]
mod nginx;
mod pages;
mod paint;
mod pictures;
#[path = "../hostile/places.rs"]
mod places;
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

use anyhow::ensure;
use libtest_mimic::{Arguments, Completion, Failed, Trial};

use bench::Bench;
use engine::Engine;

/// A browser test: a sentence, and what shows it.
type Test = (&'static str, fn(&Bench) -> anyhow::Result<()>);

/// What holds of every example: the end of a sentence that begins with its name, and what shows it.
type OfEach = (&'static str, fn(&Bench, &str) -> anyhow::Result<()>);

/// What shows that a test's sentence holds.
type Shows = Box<dyn Fn(&Bench) -> anyhow::Result<()> + Send + Sync>;

/// What this machine lacks, where a test needs it.
fn lacking(test: &str) -> Option<&'static str> {
    let is_one_of = |tests: &[Test]| tests.iter().any(|(name, _)| *name == test);
    if is_one_of(serving::TESTS) && !bench::has_nginx() {
        return Some("there is no nginx with brotli");
    }
    let has_wordpress = std::env::var_os(cms::WORDPRESS).is_some();
    (is_one_of(cms::WITH_WORDPRESS) && !has_wordpress).then_some("there is no WordPress")
}

fn main() -> anyhow::Result<()> {
    let mut arguments = Arguments::from_args();
    // Each test has a browser of its own; more of them than cores only makes all of them slow.
    arguments.test_threads.get_or_insert(2);
    let suites: [&[Test]; 39] = [
        text::TESTS,
        hydration::TESTS,
        reading::TESTS,
        attention::TESTS,
        taking::TESTS,
        search::TESTS,
        highlights::TESTS,
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
        exchanged::TESTS,
        languages::TESTS,
        map::TESTS,
        access::TESTS,
        print::TESTS,
        pages::TESTS,
        paint::TESTS,
        far::TESTS,
        faults::TESTS,
        faults::DOCUMENTS,
        faults::LIFE,
        hostile_words::TESTS,
        huge::TESTS,
        leaks::TESTS,
        frame::TESTS,
        plain::TESTS,
        cms::TESTS,
        cms::WITH_WORDPRESS,
        preview::TESTS,
        pictures::TESTS,
        visual::TESTS,
    ];
    let mut tests: Vec<(String, &str, Arc<Shows>)> = Vec::new();
    for &(name, test) in suites.into_iter().flatten() {
        tests.push((name.to_owned(), name, Arc::new(Box::new(test))));
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
            let shows: Shows = Box::new(move |bench| test(bench, &example));
            tests.push((name, sentence, Arc::new(shows)));
        }
    }
    cannot::is_of(
        &tests
            .iter()
            .map(|(_, sentence, _)| *sentence)
            .collect::<Vec<_>>(),
    )?;
    let engines = match Engine::named() {
        named if named.is_empty() && arguments.list => Engine::ALL.to_vec(),
        named => named,
    };
    ensure!(
        !engines.is_empty(),
        "no browser is named; run `cargo xtask test`"
    );
    let tries_all = arguments.include_ignored || arguments.ignored;
    let mut trials = Vec::new();
    for engine in engines {
        let bench = match arguments.list {
            true => None,
            false => Some(Bench::set_up(engine)?),
        };
        for (name, sentence, shows) in &tests {
            let why = cannot::why(engine, sentence).or_else(|| lacking(name));
            let (bench, shows) = (bench.clone(), shows.clone());
            let trial = Trial::ignorable_test(format!("{}: {name}", engine.name()), move || {
                if let Some(why) = why.filter(|_| !tries_all) {
                    return Ok(Completion::ignored_with(why));
                }
                if let Some(bench) = &bench {
                    shows(bench).map_err(|error| Failed::from(format!("{error:?}")))?;
                }
                Ok(Completion::Completed)
            });
            trials.push(trial.with_ignored_flag(why.is_some() && tries_all));
        }
    }
    // Each bench ends with its last test, and its drivers with it.
    libtest_mimic::run(&arguments, trials).exit()
}
