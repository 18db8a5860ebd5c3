//! Which tests a tier includes, and which need not run again: the rules that `test.rs` and `unchanged.rs` follow.

use anyhow::{Result, ensure};

use crate::bench::Bench;
use crate::engine::Engine::{self, Chromium, Firefox, WebKit};
use crate::test::{INPUT, Test, Tier, test};
use crate::unchanged::named;

const ONCE: &str = "no browser is involved";

pub const TESTS: &[Test] = &[
    test(
        "the quick tier has quick tests in Chromium, the standard one all but slow ones, the full one every test",
        tiers,
    )
    .quick()
    .in_one_engine(ONCE),
    test(
        "other engines run what depends on them in the standard tier, and everything in the full one",
        engines,
    )
    .quick()
    .in_one_engine(ONCE),
    test("a test that is asked for by name runs in every engine, whatever its tier", by_name)
        .quick()
        .in_one_engine(ONCE),
    test("a test is skipped in the engines that it names, with its reason", skipped)
        .quick()
        .in_one_engine(ONCE),
    test("a suite depends on the modules that its source names", modules)
        .quick()
        .in_one_engine(ONCE),
];

fn nothing(_: &Bench) -> Result<()> {
    Ok(())
}

/// The tiers that include a test in an engine.
fn tiers_of(test: Test, engine: Engine) -> Vec<Tier> {
    let all = [Tier::Quick, Tier::Standard, Tier::Full];
    all.into_iter()
        .filter(|tier| test.is_in(*tier, engine, None, false))
        .collect()
}

fn tiers(_: &Bench) -> Result<()> {
    let usual = test("x", nothing);
    ensure!(tiers_of(usual.quick(), Chromium) == [Tier::Quick, Tier::Standard, Tier::Full]);
    ensure!(tiers_of(usual, Chromium) == [Tier::Standard, Tier::Full]);
    ensure!(tiers_of(usual.slow("a minute"), Chromium) == [Tier::Full]);
    Ok(())
}

fn engines(_: &Bench) -> Result<()> {
    let usual = test("x", nothing).quick();
    for engine in [Firefox, WebKit] {
        ensure!(tiers_of(usual, engine) == [Tier::Full]);
        ensure!(tiers_of(usual.in_each_engine(INPUT), engine) == [Tier::Standard, Tier::Full]);
        ensure!(tiers_of(usual.in_one_engine(ONCE), engine).is_empty());
    }
    let with = usual.in_each_engine_with("short", INPUT);
    ensure!(with.is_in(Tier::Standard, WebKit, Some("short"), false));
    ensure!(!with.is_in(Tier::Standard, WebKit, Some("long"), false));
    ensure!(with.is_in(Tier::Full, WebKit, Some("long"), false));
    Ok(())
}

fn by_name(_: &Bench) -> Result<()> {
    let slow = test("x", nothing).slow("a minute");
    for engine in Engine::ALL {
        ensure!(slow.is_in(Tier::Standard, engine, None, true));
        ensure!(slow.in_one_engine(ONCE).is_in(Tier::Quick, engine, None, true) == (engine == Chromium));
    }
    Ok(())
}

fn skipped(_: &Bench) -> Result<()> {
    let both = test("x", nothing)
        .not_in(WebKit, "no touch")
        .not_in(Firefox, "no freezing");
    ensure!(both.skipped(WebKit) == Some("no touch"));
    ensure!(both.skipped(Firefox) == Some("no freezing"));
    ensure!(both.skipped(Chromium).is_none());
    Ok(())
}

fn modules(_: &Bench) -> Result<()> {
    let source = "use crate::reader::Reader;\nuse crate::{cms, far};\nlet a = crate::text::SEED;";
    let names = named(source);
    for module in ["reader", "cms", "far", "text"] {
        ensure!(names.iter().any(|name| name == module), "{module}: {names:?}");
    }
    ensure!(!names.iter().any(|name| name == "a"));
    Ok(())
}
