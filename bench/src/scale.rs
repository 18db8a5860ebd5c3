//! Documents of a thousand and of ten thousand issues and events: how the work grows, and how the peers do with as many.

use std::path::PathBuf;

use anyhow::{Context, Result};
use article::{Article, authoring};
use bench::made;

use crate::Things;
use crate::browser::{Browser, DESK, PHONE, Reaction, Speed, Visit};
use crate::figures::{Spread, or_none, percentile};
use crate::pages::explainer::ROOT;
use crate::pages::{
    AT_ONCE, BUILT, FLOOR, Page, TIMELINEJS, VIS, explainer, floor, timelinejs, vis,
};
use crate::results::{self, put, table};
use crate::serve::{Server, brotli};
use crate::timed::timed;

/// How many issues and events the documents have.
const SIZES: [usize; 2] = [1_000, 10_000];

/// How many runs the largest are worth, at most: they take their time.
const MOST_RUNS: u32 = 5;

/// How much more ten times as much may take.
const GROWTH: f64 = 12.0;

/// What is typed into the search.
const TYPED: [&str; 6] = ["v", "i", "e", "n", "n", "a"];

/// What a size came to, figure by figure, in the order of [`FIGURES`].
type Row = Vec<Vec<f64>>;

/// What is measured of each size, and its unit.
const FIGURES: [&str; 14] = [
    "build, ms",
    "build, most memory, MB",
    "page, KB",
    "page as brotli, KB",
    "first paint, ms",
    "ready, ms",
    "widget, ms",
    "JS heap, MB",
    "program, MB",
    "an issue opens, ms",
    "a letter in the search, until it is seen, 95 %, ms",
    LETTER,
    "a step along the timeline, until it is seen, 95 %, ms",
    STEP,
];

/// The figures that have to fit into a frame.
const LETTER: &str = "a letter, the main thread's work, 95 %, ms";
const STEP: &str = "a step, the main thread's work, 95 %, ms";

/// How long a frame is, in milliseconds, where there are sixty a second.
const FRAME: f64 = 1000.0 / 60.0;

/// Which part of a peer's time a thousand may take until they answer.
const HALF: f64 = 0.5;

/// Measures and writes the part.
pub async fn measure(things: &Things, browser: &Browser, runs: u32) -> Result<()> {
    let runs = runs.min(MOST_RUNS);
    let mut rows = Vec::new();
    for size in SIZES {
        rows.push(sized(things, browser, size, runs).await?);
    }
    let peers = beside_peers(things, browser, runs).await?;
    put("scale", &said(&rows, &peers, browser, runs))
}

/// The document of a size, as a file.
fn written(things: &Things, size: usize) -> Result<PathBuf> {
    let file = things.folder.join(format!("made-{size}.md"));
    std::fs::write(&file, made::document(size))?;
    Ok(file)
}

async fn sized(things: &Things, browser: &Browser, size: usize, runs: u32) -> Result<Row> {
    let (document, out) = (
        written(things, size)?,
        things.folder.join(format!("scale-{size}")),
    );
    let page = explainer::built("explainer", &things.program, &document, &out)?;
    let page = explainer::at_once("explainer", &page)?;
    let html = page.files.get("index.html").context("a page")?;
    let (raw, compressed) = (html.len() as f64, brotli(html)?.len() as f64);
    let mut row: Row = vec![Vec::new(); FIGURES.len()];
    let server = Server::open([&page]).await?;
    for run in 0..=runs {
        eprintln!("{size} issues and events, {run} of {runs} …");
        let build = explainer::command(&things.program, &document, &out);
        let (took, memory) = timed(&build)?;
        browser
            .visit(&page, &server.url(run as usize, &page.folder), DESK)
            .await?;
        let visit = browser.seen().await?;
        let widget = browser
            .ask("return __seen.answers - __seen.arrived")
            .await?;
        let opened = browser
            .click_on(&format!("{ROOT}.querySelector('details.issue > summary')"))
            .await?
            .took;
        let letters = search(browser).await?;
        let steps = pan(browser).await?;
        if run == 0 {
            continue;
        }
        let figures: [f64; FIGURES.len()] = [
            took,
            memory / 1e6,
            raw / 1e3,
            compressed / 1e3,
            visit.first_paint,
            visit.answers.context("no explainer")?,
            widget.as_f64().context("a time")?,
            visit.heap / 1e6,
            visit.program / 1e6,
            opened,
            letters.took,
            letters.worked,
            steps.took,
            steps.worked,
        ];
        for (all, figure) in row.iter_mut().zip(figures) {
            all.push(figure);
        }
    }
    Ok(row)
}

/// What nineteen of twenty do not exceed.
fn most(reactions: &[Reaction]) -> Result<Reaction> {
    let most = |figure: fn(&Reaction) -> f64| {
        percentile(reactions.iter().map(figure), 0.95).context("no reactions")
    };
    Ok(Reaction {
        took: most(|reaction| reaction.took)?,
        worked: most(|reaction| reaction.worked)?,
    })
}

/// How long a letter takes, in nineteen of twenty.
async fn search(browser: &Browser) -> Result<Reaction> {
    browser
        .click_on(&format!("{ROOT}.querySelector('.look')"))
        .await?;
    browser
        .until(&format!(
            "return {ROOT}.querySelector('input[type=search]') !== null"
        ))
        .await?;
    let mut letters = Vec::new();
    for letter in TYPED {
        letters.push(browser.type_in(letter).await?);
    }
    let found = browser
        .ask(&format!(
            "return {ROOT}.querySelector('output').textContent"
        ))
        .await?;
    anyhow::ensure!(found != "", "the search found nothing");
    most(&letters)
}

/// How long a step along the timeline takes, in nineteen of twenty, in a window that is near.
async fn pan(browser: &Browser) -> Result<Reaction> {
    browser
        .ask(&format!("{ROOT}.querySelector('.events').showPopover()"))
        .await?;
    let button = |name: &str| format!("{ROOT}.querySelector('[data-do={name}]')");
    let (earlier, later, nearer) = (button("earlier"), button("later"), button("zoom-in"));
    for _ in 0..3 {
        browser.click_on(&nearer).await?;
    }
    let mut steps = Vec::new();
    for step in [&later, &later, &earlier, &earlier, &later, &earlier] {
        let drawn = format!("return {ROOT}.querySelector('[data-surface]').textContent");
        let before = browser.ask(&drawn).await?;
        steps.push(browser.click_on(step).await?);
        anyhow::ensure!(before != browser.ask(&drawn).await?, "a step moved nothing");
    }
    most(&steps)
}

/// The pages with a thousand events, and each one's visits on a phone.
async fn beside_peers(
    things: &Things,
    browser: &Browser,
    runs: u32,
) -> Result<Vec<(Page, Vec<Visit>)>> {
    let document = written(things, SIZES[0])?;
    let article: Article = authoring::read(&std::fs::read_to_string(&document)?)
        .article
        .context("a made document has a mistake")?;
    let out = things.folder.join("scale-peers");
    let built = explainer::built(BUILT, &things.program, &document, &out)?;
    let pages = [
        explainer::at_once(AT_ONCE, &built)?,
        built,
        floor::page(FLOOR, &article),
        timelinejs::page(TIMELINEJS, &article, &things.peers)?,
        vis::page(VIS, &article, &things.peers)?,
    ];
    let server = Server::open(&pages).await?;
    let mut visited: Vec<(Page, Vec<Visit>)> =
        pages.into_iter().map(|page| (page, Vec::new())).collect();
    let mut number = 0;
    for run in 0..=runs {
        eprintln!("A thousand events beside the peers, {run} of {runs} …");
        for (page, visits) in &mut visited {
            number += 1;
            browser
                .visit(page, &server.url(number, &page.folder), PHONE)
                .await?;
            let visit = browser.seen().await?;
            if run > 0 {
                visits.push(visit);
            }
        }
    }
    Ok(visited)
}

fn said(rows: &[Row], peers: &[(Page, Vec<Visit>)], browser: &Browser, runs: u32) -> String {
    let Speed {
        slowdown, width, ..
    } = DESK;
    let spread = |figures: &[f64]| Spread::of(figures.iter().copied()).unwrap_or_default();
    let figures = FIGURES.iter().enumerate().map(|(at, name)| {
        let of = |row: &Row| spread(row.get(at).map_or(&[], Vec::as_slice));
        let (small, large) = (of(&rows[0]), of(&rows[1]));
        let growth = large.median / small.median;
        let verdict = if growth <= GROWTH {
            ""
        } else {
            " **(over 12x)**"
        };
        vec![
            (*name).to_owned(),
            small.said(1, ""),
            large.said(1, ""),
            format!("{growth:.1}x{verdict}"),
        ]
    });
    let figures = table(&["what", "1,000", "10,000", "growth"], figures);
    let times = peers.iter().map(|(page, visits)| {
        let of = |figure: fn(&Visit) -> Option<f64>| {
            let spread = Spread::of(visits.iter().filter_map(figure));
            or_none(spread.map(|spread| spread.said(0, "")))
        };
        vec![
            page.name.clone(),
            of(|visit| Some(visit.first_paint)),
            of(|visit| visit.opens),
            of(|visit| visit.answers),
            of(|visit| Some(visit.blocked)),
            of(|visit| Some(visit.heap / 1e6)),
            of(|visit| Some(visit.nodes)),
        ]
    });
    let times = table(
        &[
            "page",
            "first paint",
            "issue opens",
            "timeline answers",
            "blocked",
            "JS heap MB",
            "nodes",
        ],
        times,
    );
    let targets = targets(&rows[0], peers);
    format!(
        "## Scale\n\n{}, {width} px, {slowdown}x CPU, no bounds to the network; medians of {runs} runs with least and most. *widget* is from the arrival of the \
         last file until the widget is there. \
         A letter and a step are seen with the next frame, for which even an idle page waits; what the main thread does in that \
         time is the work.\n\n{figures}\n\
         ### A thousand events beside the peers\n\nAs many items in each, at 390 px, 4x CPU slow-down, 1.6 Mbit/s, 150 ms; {runs} runs, in turn.\n\n{times}\n\
         ### Targets at a thousand\n\n{targets}",
        browser.name
    )
}

/// What was aimed at for a thousand issues and events.
fn targets(thousand: &Row, peers: &[(Page, Vec<Visit>)]) -> String {
    let figure = |name: &str| {
        let at = FIGURES.iter().position(|figure| *figure == name);
        let all = at.and_then(|at| thousand.get(at)).into_iter().flatten();
        Spread::of(all.copied()).map_or(f64::NAN, |spread| spread.median)
    };
    let visits = |name: &str| {
        let found = peers.iter().find(|(page, _)| page.name == name);
        found.map_or(&[][..], |(_, visits)| visits)
    };
    let beside = |peer: &str| {
        let ratios = Spread::of_ratios(visits(AT_ONCE), visits(peer), |visit| visit.answers);
        ratios.map_or(f64::NAN, |spread| spread.median)
    };
    let first = Spread::of_ratios(visits(BUILT), visits(FLOOR), |visit| {
        Some(visit.first_paint)
    });
    results::targets([
        (
            "first paint beside static HTML's",
            first.map_or(f64::NAN, |spread| spread.median),
            1.15,
        ),
        ("ready beside TimelineJS", beside(TIMELINEJS), HALF),
        ("ready beside vis-timeline", beside(VIS), HALF),
        (LETTER, figure(LETTER), FRAME),
        (STEP, figure(STEP), FRAME),
    ])
}
