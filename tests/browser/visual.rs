//! Whether pages look as they did: pictures of every example, compared with kept ones.
//!
//! Not every width in everything: the widths are of the layout, the colours and forced colours of the themes, and each is
//! looked at where it can break.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use article::Language;

use crate::baselines::{compare, kept};
use crate::bench::Bench;
use crate::examples::{self, in_kept_letters, letters, open, open_all};
use crate::reader::Reader;
use crate::window::{Shown, fits, picture};
use crate::test::{SCREENSHOTS, RunExample, Test, each_example, test};

pub const TESTS: &[Test] = &[
    test("an explainer that speaks Arabic looks as it did", in_arabic).in_one_engine(SCREENSHOTS),
    test("pictures are kept only of what is looked at", no_others).in_one_engine(SCREENSHOTS),
];

pub const EACH_EXAMPLE: &[Test<RunExample>] = &[
    each_example("looks as it did", looks).in_one_engine(SCREENSHOTS),
];

/// A way to look at a page.
#[derive(Clone, Copy)]
struct View {
    shown: Shown,
    width: u32,
    /// Whether everything stands open and an event is chosen.
    open: bool,
}

/// What every example is looked at in; what is open stays so, and comes last.
const VIEWS: [View; 10] = [
    as_it_comes(Shown::Light, 280),
    as_it_comes(Shown::Light, 390),
    as_it_comes(Shown::Light, 800),
    as_it_comes(Shown::Light, 1280),
    as_it_comes(Shown::Dark, 390),
    as_it_comes(Shown::Dark, 1280),
    as_it_comes(Shown::Forced, 390),
    as_it_comes(Shown::Forced, 1280),
    as_it_comes(Shown::Print, 800),
    View {
        open: true,
        ..as_it_comes(Shown::Light, 1280)
    },
];

/// What the built-in article is looked at in where the interface speaks another language.
const LANGUAGE_VIEWS: [View; 2] = [
    as_it_comes(Shown::Light, 390),
    as_it_comes(Shown::Light, 1280),
];

const fn as_it_comes(shown: Shown, width: u32) -> View {
    View {
        shown,
        width,
        open: false,
    }
}

impl View {
    /// The name of a page's picture.
    fn name(self, page: &str) -> String {
        let open = if self.open { "open-" } else { "" };
        format!("{page}/{open}{}-{}", self.shown.name(), self.width)
    }

    /// How much of a page its picture holds, in pixels from the top: below, a long page goes on in the same way, and in
    /// other colours sooner.
    fn most(self) -> u64 {
        match self.shown {
            Shown::Light => 2400,
            Shown::Dark | Shown::Forced | Shown::Print => 1500,
        }
    }
}

fn looks(bench: &Bench, example: &str) -> Result<()> {
    let example = example.to_owned();
    bench.show(examples::site(bench)?, |reader, site| async move {
        open(&reader, &site, &example).await?;
        in_kept_letters(&reader).await?;
        look(&reader, &example, &VIEWS).await
    })
}

/// Takes a page's pictures, and says of all at once which look different.
async fn look(reader: &Reader, page: &str, views: &[View]) -> Result<()> {
    let mut different = Vec::new();
    for view in views {
        if view.open {
            open_all(reader).await?;
        }
        if let Err(error) = fits(reader, view.width, view.shown).await {
            different.push(format!("{error:#}"));
        }
        letters(reader).await?;
        let png = picture(reader, Some(view.most())).await?;
        if let Err(error) = compare(&view.name(page), &png) {
            different.push(format!("{error:#}"));
        }
    }
    ensure!(different.is_empty(), "{}", different.join("\n"));
    Ok(())
}

/// The languages of the interface that are written from right to left.
fn from_right() -> impl Iterator<Item = Language> {
    let languages = Language::ALL.into_iter();
    languages.filter(|language| language.tag() == "ar")
}

fn in_arabic(bench: &Bench) -> Result<()> {
    bench.show(examples::site(bench)?, |reader, site| async move {
        for language in from_right() {
            let page = examples::language_page(language);
            open(&reader, &site, &page).await?;
            in_kept_letters(&reader).await?;
            look(&reader, &page, &LANGUAGE_VIEWS).await?;
        }
        Ok(())
    })
}

fn no_others(_: &Bench) -> Result<()> {
    let mut looked_at = BTreeSet::new();
    for example in examples::names()? {
        looked_at.extend(VIEWS.map(|view| view.name(&example)));
    }
    for language in from_right() {
        let page = examples::language_page(language);
        looked_at.extend(LANGUAGE_VIEWS.map(|view| view.name(&page)));
    }
    let others: Vec<_> = kept()?
        .into_iter()
        .filter(|name| !looked_at.contains(name))
        .collect();
    ensure!(
        others.is_empty(),
        "nothing is compared with {others:?} in tests/baselines/; remove them"
    );
    Ok(())
}
