//! A thousand articles built natively, beside mdBook with the same thousand texts.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use article::{Article, authoring, plain_blocks, plain_inlines};
use bench::{ARTICLE, made};

use crate::Things;
use crate::figures::Spread;
use crate::results::{put, table, verdict};
use crate::timed::timed;

/// How many articles are built.
const COUNT: usize = 1_000;

/// Milliseconds and bytes of each run: of the articles, of the book, and of the articles with places of their own.
type Figures = [Vec<(f64, f64)>; 3];

/// Measures and writes the part.
pub fn measure(things: &Things, runs: u32) -> Result<()> {
    let folder = things.folder.join("native");
    let (articles, book) = (folder.join("articles"), folder.join("book"));
    let documents = write_articles(&articles, 0.0)?;
    let elsewhere = write_articles(&folder.join("elsewhere"), 0.01)?;
    write_book(&book)?;
    let sites = folder.join("sites");
    if sites.exists() {
        fs::remove_dir_all(&sites)?;
    }
    let mut figures: Figures = Default::default();
    for run in 0..=runs {
        eprintln!("A thousand articles, {run} of {runs} …");
        // Folders of this run's own, and all of them removed in the end: ext4 takes its time to make files where some were
        // removed in the last minutes.
        let site = |name: &str| sites.join(format!("{name}-{run}"));
        let ours = |documents: &[PathBuf], name: &str| {
            let mut ours = Command::new(&things.program);
            ours.arg("build").args(documents).arg("-o").arg(site(name));
            ours
        };
        let mut theirs = Command::new(&things.mdbook);
        theirs.arg("build").arg(&book).arg("-d").arg(site("book"));
        let commands = [
            ours(&documents, "articles"),
            theirs,
            ours(&elsewhere, "elsewhere"),
        ];
        for (command, kept) in commands.iter().zip(&mut figures) {
            let figure = timed(command)?;
            if run > 0 {
                kept.push(figure);
            }
        }
    }
    fs::remove_dir_all(&sites)?;
    put("native", &said(&figures, runs))
}

/// Writes the documents, each with a headline of its own, and with its places so many degrees from those of the one before.
fn write_articles(folder: &Path, degrees: f64) -> Result<Vec<PathBuf>> {
    fs::create_dir_all(folder)?;
    let headline = "headline = \"";
    let documents = (1..=COUNT).map(|number| {
        let file = folder.join(format!("article-{number}.md"));
        let text = ARTICLE.replacen(headline, &format!("{headline}{number}: "), 1);
        fs::write(&file, made::moved(&text, number as f64 * degrees))?;
        Ok(file)
    });
    documents.collect()
}

/// Writes the same texts as a book, a chapter each.
fn write_book(folder: &Path) -> Result<()> {
    let source = folder.join("src");
    fs::create_dir_all(&source)?;
    fs::write(
        folder.join("book.toml"),
        "[book]\ntitle = \"A thousand articles\"\n",
    )?;
    let article = authoring::read(ARTICLE)
        .article
        .context("the first article has a mistake")?;
    let text = chapter(&article);
    let mut summary = String::from("# Summary\n\n");
    for number in 1..=COUNT {
        summary.push_str(&format!(
            "- [{number}: {}](article-{number}.md)\n",
            article.headline
        ));
        fs::write(
            source.join(format!("article-{number}.md")),
            format!("# {number}: {text}"),
        )?;
    }
    Ok(fs::write(source.join("SUMMARY.md"), summary)?)
}

/// An article's text as Markdown that says the same.
fn chapter(article: &Article) -> String {
    let mut text = format!(
        "{}\n\n{}\n\n",
        article.headline,
        plain_blocks(&article.lead).join("\n\n")
    );
    for issue in &article.issues {
        let stake = issue.summary.as_deref().unwrap_or_default();
        text.push_str(&format!("## {}\n\n{stake}\n\n", issue.title));
    }
    for event in &article.events {
        text.push_str(&format!("- {}: {}\n", event.date.start, event.title));
    }
    for section in &article.sections {
        let (heading, body) = (plain_inlines(&section.heading), plain_blocks(&section.body));
        text.push_str(&format!("\n## {heading}\n\n{}\n", body.join("\n\n")));
    }
    text
}

fn said(figures: &Figures, runs: u32) -> String {
    let [ours, theirs, elsewhere] = figures;
    let of = |figures: &[(f64, f64)]| {
        let time = Spread::of(figures.iter().map(|figure| figure.0)).unwrap_or_default();
        let memory = Spread::of(figures.iter().map(|figure| figure.1 / 1e6)).unwrap_or_default();
        (time, memory)
    };
    let row = |name: &str, figures: &[(f64, f64)]| {
        let (time, memory) = of(figures);
        vec![name.to_owned(), time.said(0, ""), memory.said(0, "")]
    };
    let rows = [
        row("explainer build", ours),
        row("explainer build, each article of other places", elsewhere),
        row("mdbook build", theirs),
    ];
    let ratio = |ours: &[(f64, f64)], figure: fn(&(f64, f64)) -> f64| {
        Spread::of_ratios(ours, theirs, |run| Some(figure(run))).unwrap_or_default()
    };
    let said = |s: Spread, most: f64| {
        let verdict = verdict(s.median, most);
        let ratio = s.said(2, "x");
        format!("{ratio}, may be at most {most:.1}x: {verdict}")
    };
    format!(
        "## A thousand articles, natively\n\nThe first article a thousand times, each with a headline of its own; whole processes, in turn, each into a new folder, \
         medians of {runs} runs with least and most. Articles of the same places share a map that is drawn once; where each has places of \
         its own, a thousand maps are drawn. mdBook draws none.\n\n{}\nTime: {}. With a map each: {}. Memory: {}.\n",
        table(&["program", "time, ms", "most memory, MB"], rows),
        said(ratio(ours, |figure| figure.0), 0.5),
        said(ratio(elsewhere, |figure| figure.0), 0.5),
        said(ratio(ours, |figure| figure.1), 1.0)
    )
}
