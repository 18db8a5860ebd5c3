//! One article, side by side with the peers: every page in turn, again and again, in one browser.

use anyhow::{Context, Result, ensure};
use article::authoring;

use crate::Things;
use crate::browser::{Browser, PHONE, Visit};
use crate::figures::{Spread, or_none, percentile};
use crate::pages::{
    AT_ONCE, BUILT, FLOOR, Page, TIMELINEJS, VIS, explainer, floor, govuk, timelinejs, vanilla, vis,
};
use crate::results::{self, put, table};
use crate::serve::{Sent, Server};

/// The first article.
const DOCUMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../seeds/helsinki-summit.md");

/// The built page for a reader who saves data.
const SAVING: &str = "explainer, a built page, nothing fetched ahead";

/// How many clicks a visit has.
const CLICKS: usize = 12;

/// What is added to the number of a visit for a second one to the same page.
const LATER: usize = 1_000_000;

/// A page, and what each counted visit to it was like.
pub struct Measured {
    page: Page,
    sent: Sent,
    visits: Vec<Visit>,
}

/// Measures and writes the part.
pub async fn measure(things: &Things, browser: &Browser, runs: u32) -> Result<()> {
    let pages = pages(things)?;
    let measured = visit(browser, pages, runs).await?;
    put("side", &said(&measured, browser, runs)?)
}

fn pages(things: &Things) -> Result<Vec<Page>> {
    let document = std::fs::read_to_string(DOCUMENT)?;
    let article = authoring::read(&document).article;
    let article = article.context("the first article has a mistake")?;
    let out = things.folder.join("side");
    let built = explainer::built(BUILT, &things.program, DOCUMENT.as_ref(), &out)?;
    let at_once = explainer::at_once(AT_ONCE, &built)?;
    let saving = explainer::saving(SAVING, &built)?;
    Ok(vec![
        floor::page(FLOOR, &article),
        explainer::prerendered(&things.dist)?,
        explainer::linked(&things.dist)?,
        explainer::rendered(&things.dist)?,
        built,
        at_once,
        saving,
        vanilla::page(&article),
        govuk::page(&article, &things.peers)?,
        timelinejs::page(TIMELINEJS, &article, &things.peers)?,
        vis::page(VIS, &article, &things.peers)?,
    ])
}

/// Visits each page in turn, once uncounted and then so many times.
async fn visit(browser: &Browser, pages: Vec<Page>, runs: u32) -> Result<Vec<Measured>> {
    let server = Server::open(&pages).await?;
    let measured = pages.into_iter().map(|page| Measured {
        page,
        sent: Sent::default(),
        visits: Vec::new(),
    });
    let mut measured: Vec<Measured> = measured.collect();
    let mut number = 0;
    for run in 0..=runs {
        eprintln!("Side by side, {run} of {runs} …");
        for each in &mut measured {
            number += 1;
            let url = server.url(number, &each.page.folder);
            browser.visit(&each.page, &url, PHONE).await?;
            let mut visit = browser.seen().await?;
            each.sent = server.sent(number);
            if visit.opens.is_some() {
                let clicks = browser.click_through(CLICKS).await;
                visit.reactions = clicks.with_context(|| each.page.name.clone())?;
            } else {
                ensure!(
                    each.page.openers == "[]",
                    "{}: no issue opens",
                    each.page.name
                );
            }
            if [BUILT, SAVING].contains(&each.page.name.as_str()) {
                // What the clicks have chosen is none of the search's business.
                browser
                    .visit(
                        &each.page,
                        &server.url(number + LATER, &each.page.folder),
                        PHONE,
                    )
                    .await?;
                let (letter, task) = browser.first_letter("n").await?;
                (visit.letter, visit.letter_task) = (Some(letter), task);
            }
            if run > 0 {
                each.visits.push(visit);
            }
        }
    }
    Ok(measured)
}

impl Measured {
    fn spread(&self, figure: impl Fn(&Visit) -> Option<f64>) -> Option<Spread> {
        Spread::of(self.visits.iter().filter_map(figure))
    }

    fn median(&self, figure: impl Fn(&Visit) -> Option<f64>) -> Option<f64> {
        self.spread(figure).map(|spread| spread.median)
    }

    /// The 95th percentile of the reactions to clicks.
    fn reaction(&self) -> Option<f64> {
        percentile(
            self.visits.iter().flat_map(|visit| visit.reactions.clone()),
            0.95,
        )
    }
}

/// A figure of a visit, where the page has it.
type Figure = fn(&Visit) -> Option<f64>;

const FIRST: Figure = |visit| Some(visit.first_paint);
const LARGEST: Figure = |visit| Some(visit.largest_paint);
const OPENS: Figure = |visit| visit.opens;
const ANSWERS: Figure = |visit| visit.answers;
const BLOCKED: Figure = |visit| Some(visit.blocked);

/// Whole milliseconds, with the spread.
fn spread(spread: Option<Spread>) -> String {
    or_none(spread.map(|spread| spread.said(0, "")))
}

fn kilobytes(bytes: f64) -> String {
    format!("{:.1}", bytes / 1000.0)
}

/// The part in words.
fn said(measured: &[Measured], browser: &Browser, runs: u32) -> Result<String> {
    let cost = measured.iter().map(|each| {
        let middle = |figure: Figure, digits: usize| {
            or_none(
                each.median(figure)
                    .map(|median| format!("{median:.digits$}")),
            )
        };
        vec![
            each.page.name.clone(),
            kilobytes(each.sent.bytes as f64),
            each.sent.requests.to_string(),
            middle(|visit| Some(visit.shift), 3),
            middle(|visit| Some(visit.heap / 1e6), 2),
            middle(|visit| Some(visit.program / 1e6), 2),
            middle(|visit| Some(visit.nodes), 0),
        ]
    });
    let cost = table(
        &[
            "page",
            "KB",
            "requests",
            "layout shift",
            "JS heap MB",
            "program MB",
            "nodes",
        ],
        cost,
    );
    let times = measured.iter().map(|each| {
        vec![
            each.page.name.clone(),
            spread(each.spread(FIRST)),
            spread(each.spread(LARGEST)),
            spread(each.spread(OPENS)),
            spread(each.spread(ANSWERS)),
            spread(each.spread(BLOCKED)),
            spread(each.spread(|visit| Some(visit.longest))),
            or_none(each.reaction().map(|took| format!("{took:.1}"))),
        ]
    });
    let times = table(
        &[
            "page",
            "first paint",
            "largest paint",
            "issue opens",
            "timeline answers",
            "blocked",
            "longest task",
            "click, 95 %",
        ],
        times,
    );
    Ok(format!(
        "## One article, side by side\n\n{} headless at 390 px, 4x CPU slow-down, 1.6 Mbit/s, 150 ms, brotli at its best; \
         {runs} runs, every page in turn. KB are bytes of bodies over the wire until the page has come to rest, over a thousand, with what an idle browser fetches ahead; the targets count 1,024 bytes. Times in ms since the visit began, \
         medians with least and most; *blocked* is what each task of the main thread took over 50 ms; a *click* is from its event \
         until the next frame.\n\n{cost}\n{times}\n### Ratios of the built page\n\n{}\n### Targets\n\n{}",
        browser.name,
        ratios(measured)?,
        targets(measured)?
    ))
}

/// The page that is compared: the one whose targets are set.
fn ours(measured: &[Measured]) -> Result<&Measured> {
    named(measured, BUILT)
}

fn named<'m>(measured: &'m [Measured], name: &str) -> Result<&'m Measured> {
    let found = measured.iter().find(|each| each.page.name == name);
    found.with_context(|| format!("there is no page {name}"))
}

/// A figure as a multiple of another page's.
fn ratio(ours: &Measured, theirs: &Measured, figure: Figure) -> Option<Spread> {
    Spread::of_ratios(&ours.visits, &theirs.visits, figure)
}

fn times(spread: Option<Spread>) -> String {
    or_none(spread.map(|spread| spread.said(2, "x")))
}

fn ratios(measured: &[Measured]) -> Result<String> {
    let ours = ours(measured)?;
    let others = measured.iter().filter(|each| !std::ptr::eq(*each, ours));
    let rows = others.map(|theirs| {
        vec![
            theirs.page.name.clone(),
            format!("{:.2}x", ours.sent.bytes as f64 / theirs.sent.bytes as f64),
            times(ratio(ours, theirs, FIRST)),
            times(ratio(ours, theirs, LARGEST)),
            times(ratio(ours, theirs, OPENS)),
            times(ratio(ours, theirs, ANSWERS)),
            times(ratio(ours, theirs, BLOCKED)),
        ]
    });
    Ok(table(
        &[
            "beside",
            "bytes",
            "first paint",
            "largest paint",
            "issue opens",
            "timeline answers",
            "blocked",
        ],
        rows,
    ))
}

fn targets(measured: &[Measured]) -> Result<String> {
    let (ours, floor) = (ours(measured)?, named(measured, FLOOR)?);
    let (timelinejs, vanilla) = (
        named(measured, TIMELINEJS)?,
        named(measured, "vanilla custom element")?,
    );
    let of = |theirs, figure| ratio(ours, theirs, figure).map_or(f64::NAN, |spread| spread.median);
    let median = |figure: Figure| ours.median(figure).unwrap_or(f64::NAN);
    let first_window = first_window(&ours.page)?;
    let late = ours.reaction().unwrap_or(f64::NAN) - vanilla.reaction().unwrap_or(f64::NAN);
    let once = named(measured, AT_ONCE)?;
    let saving = named(measured, SAVING)?;
    let letter = |page: &Measured| page.median(|visit| visit.letter).unwrap_or(f64::NAN);
    let task = |page: &Measured| {
        page.median(|visit| Some(visit.letter_task))
            .unwrap_or(f64::NAN)
    };
    let answers = ratio(once, timelinejs, ANSWERS).map_or(f64::NAN, |spread| spread.median);
    let blocked = Spread::of(
        ours.visits
            .iter()
            .zip(&floor.visits)
            .map(|(ours, floor)| ours.blocked - floor.blocked),
    );
    let of_file = |name: &str| weight(&ours.page, name);
    let rows = [
        (
            "to read: HTML, CSS and script, KB",
            (first_window + of_file("/explainer.js")?) as f64 / KB,
            20.0,
        ),
        ("of which HTML and CSS, KB", first_window as f64 / KB, 14.0),
        (
            "light module, KB",
            of_file("/light.wasm")? as f64 / KB,
            84.0,
        ),
        ("full module, KB", of_file("/full.wasm")? as f64 / KB, 130.0),
        ("first paint beside static HTML's", of(floor, FIRST), 1.15),
        (
            "largest paint beside static HTML's",
            of(floor, LARGEST),
            1.15,
        ),
        (
            "an issue opens, ms after the first paint",
            median(|visit| Some(visit.opens? - visit.first_paint)),
            16.7,
        ),
        (
            "main thread blocked, ms more than static HTML's",
            blocked.map_or(f64::NAN, |spread| spread.median),
            10.0,
        ),
        ("layout shift", median(|visit| Some(visit.shift)), 0.0),
        (
            "click, 95 %, ms more than the vanilla element's",
            late,
            16.7,
        ),
        (
            "first letter, nothing fetched ahead, ms",
            letter(saving),
            1200.0,
        ),
        ("first letter, fetched ahead, ms", letter(ours), 150.0),
        (
            "longest task of that, nothing fetched ahead, ms",
            task(saving),
            50.0,
        ),
        ("longest task of that, fetched ahead, ms", task(ours), 50.0),
        (
            "timeline answers beside TimelineJS's, asked for at once",
            answers,
            0.85,
        ),
    ];
    Ok(results::targets(rows))
}

/// Bytes of a kilobyte, as budgets count them.
const KB: f64 = 1024.0;

/// The bytes of the file of a page whose path ends so, as it is sent.
fn weight(page: &Page, end: &str) -> Result<usize> {
    let file = page.files.iter().find(|(path, _)| path.ends_with(end));
    let (_, content) = file.with_context(|| format!("there is no {end}"))?;
    Ok(crate::serve::brotli(content)?.len())
}

/// The bytes of a page's HTML and stylesheets as they are sent.
fn first_window(page: &Page) -> Result<usize> {
    let html = page
        .files
        .get("index.html")
        .map(|html| String::from_utf8_lossy(html));
    let html = html.context("a page")?;
    let mut bytes = 0;
    for (name, content) in &page.files {
        let is_asked_for = name.ends_with(".css") && html.contains(name.as_str());
        if name == "index.html" || is_asked_for {
            bytes += crate::serve::brotli(content)?.len();
        }
    }
    Ok(bytes)
}
