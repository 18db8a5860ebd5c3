//! Documents of a thousand and of ten thousand issues and events: how the work grows, and how the peers do with as many.

use std::path::PathBuf;

use anyhow::{Context, Result};
use article::{Article, authoring};
use bench::made;

use crate::Things;
use crate::browser::{Browser, DESK, PHONE, Speed, Visit};
use crate::figures::{Spread, or_none, percentile};
use crate::native::timed;
use crate::pages::{Page, explainer, floor, timelinejs, vis};
use crate::results::{put, table};
use crate::serve::{Server, brotli};

/// How many issues and events the documents have.
const SIZES: [usize; 2] = [1_000, 10_000];

/// How many runs the largest are worth, at most: they take their time.
const MOST_RUNS: u32 = 5;

/// How much more ten times as much may take.
const GROWTH: f64 = 12.0;

/// The shadow root of the explainer.
const ROOT: &str = "document.querySelector('article-explainer').shadowRoot";

/// What is typed into the search.
const TYPED: [&str; 6] = ["v", "i", "e", "n", "n", "a"];

/// What a size came to, figure by figure, in the order of [`FIGURES`].
type Row = Vec<Vec<f64>>;

/// What is measured of each size, and its unit.
const FIGURES: [&str; 12] = [
    "build, ms",
    "build, most memory, MB",
    "page, KB",
    "page as brotli, KB",
    "first paint, ms",
    "ready, ms",
    "hydrate, ms",
    "JS heap, MB",
    "program, MB",
    "expand all, ms",
    "a letter in the search, 95 %, ms",
    "a step along the timeline, 95 %, ms",
];

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
    let html = page.files.get("index.html").context("a page")?;
    let (raw, compressed) = (html.len() as f64, brotli(html)?.len() as f64);
    let mut row: Row = vec![Vec::new(); FIGURES.len()];
    let mut add = |at: usize, figure: f64| row[at].push(figure);
    let server = Server::open([&page]).await?;
    for run in 0..=runs {
        eprintln!("{size} issues and events, {run} of {runs} …");
        let mut build = explainer::command(&things.program, &document, &out);
        let (took, memory) = timed(&mut build)?;
        browser
            .visit(&page, &server.url(run as usize, &page.folder), DESK)
            .await?;
        let visit = browser.seen().await?;
        let hydrate = browser
            .ask("return __seen.answers - __seen.arrived")
            .await?;
        let all = browser
            .click_on(&format!("{ROOT}.querySelector('.issues .all')"))
            .await?;
        let letters = search(browser).await?;
        let steps = pan(browser).await?;
        if run == 0 {
            continue;
        }
        add(0, took);
        add(1, memory / 1e6);
        add(2, raw / 1e3);
        add(3, compressed / 1e3);
        add(4, visit.first_paint);
        add(5, visit.answers.context("no explainer")?);
        add(6, hydrate.as_f64().context("a time")?);
        add(7, visit.heap / 1e6);
        add(8, visit.program / 1e6);
        add(9, all);
        add(10, letters);
        add(11, steps);
    }
    Ok(row)
}

/// How long a letter takes, in nineteen of twenty.
async fn search(browser: &Browser) -> Result<f64> {
    browser
        .ask(&format!("{ROOT}.getElementById('_search').focus()"))
        .await?;
    let mut letters = Vec::new();
    for letter in TYPED {
        letters.push(browser.type_in(letter).await?);
    }
    let found = browser
        .ask(&format!(
            "return {ROOT}.querySelector('.search output').textContent"
        ))
        .await?;
    anyhow::ensure!(found != "", "the search found nothing");
    percentile(letters, 0.95).context("no letters")
}

/// How long a step along the timeline takes, in nineteen of twenty, in a window that is near.
async fn pan(browser: &Browser) -> Result<f64> {
    let button = |at: usize| format!("{ROOT}.querySelectorAll('.moves button')[{at}]");
    let (earlier, later, nearer) = (button(2), button(3), button(4));
    for _ in 0..3 {
        browser.click_on(&nearer).await?;
    }
    let mut steps = Vec::new();
    for step in [&later, &later, &earlier, &earlier, &later, &earlier] {
        let drawn = format!("return {ROOT}.querySelector('.drawing').textContent");
        let before = browser.ask(&drawn).await?;
        steps.push(browser.click_on(step).await?);
        anyhow::ensure!(before != browser.ask(&drawn).await?, "a step moved nothing");
    }
    percentile(steps, 0.95).context("no steps")
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
    let pages = [
        explainer::built("explainer, a built page", &things.program, &document, &out)?,
        floor::page("static HTML", &article),
        timelinejs::page("TimelineJS 3", &article, &things.peers)?,
        vis::page("vis-timeline 8", &article, &things.peers)?,
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
    format!(
        "## Scale\n\n{}, {width} px, {slowdown}x CPU, no bounds to the network; medians of {runs} runs with least and most. The page carries \
         its own data; *hydrate* is from the arrival of the last file until the explainer answers.\n\n{figures}\n\
         ### A thousand events beside the peers\n\nAs many items in each, at 390 px, 4x CPU slow-down, 1.6 Mbit/s, 150 ms; {runs} runs, in turn.\n\n{times}",
        browser.name
    )
}
