//! Documents in the exchange form: the program in the browser takes what the native reader takes, and says of all else where it
//! does not fit, in the same place.

use anyhow::{Context, Result, ensure};
use article::Article;
use serde_json::{Value, json};

use crate::test::{Test, test};
use crate::bench::Bench;
use crate::filled::{is_good, whole};
use crate::places;
use crate::site::Site;

pub const TESTS: &[Test] = &[
    test("the browser refuses what is no article, in the place where the native reader does", refused).slow("220 documents on two pages"),
    test("the browser takes what the native reader takes", taken).slow("220 documents on two pages"),
];

/// Values that stand where others belong.
fn strangers() -> Vec<Value> {
    let numbers = [
        json!(0),
        json!(-1),
        json!(256),
        json!(1.5),
        json!(4294967296_u64),
        json!(1e300),
    ];
    let others = [
        Value::Null,
        json!(true),
        json!(""),
        json!("x y"),
        json!([]),
        json!({}),
        json!([null]),
        json!({ "x": 1 }),
        json!({ "paragraph": [], "quote": [] }),
    ];
    numbers.into_iter().chain(others).collect()
}

/// Documents with one thing changed, and where and why the native reader refuses each; `None` where it takes it.
fn changed() -> Result<Vec<(Value, Option<String>)>> {
    let whole = whole()?;
    let mut changed = Vec::new();
    for path in places::paths(&whole) {
        for stranger in strangers() {
            let mut value = whole.clone();
            // The native reader takes a list of a thing's members for the thing. Nobody writes that, and the browser refuses it.
            if stranger.is_array() && value.pointer(&path).is_some_and(Value::is_object) {
                continue;
            }
            *value.pointer_mut(&path).context("a place")? = stranger;
            let read: Result<Article, _> = serde_path_to_error::deserialize(&value);
            let place = read.err().map(|error| error.path().to_string());
            changed.push((value, place));
        }
    }
    Ok(changed)
}

/// Every so manieth, so that there are as many as a page can have: the places and the strangers go round at different speeds.
fn some<T>(all: Vec<T>, most: usize) -> Vec<T> {
    let step = all.len() / most + 1;
    all.into_iter().step_by(step).collect()
}

/// A page of explainers, each of one of these documents.
fn page<'d>(documents: impl Iterator<Item = &'d Value>) -> Site {
    let mut site = Site::default();
    let mut body = String::new();
    for (at, document) in documents.enumerate() {
        body +=
            &format!("<article-explainer id=e{at} src=/{at}.json load=now></article-explainer>");
        site = site.file(&format!("/{at}.json"), &document.to_string());
    }
    let note = "<script>var said = {}; addEventListener('explainer-error', (event) => { said[event.target.id] = event.detail.message })</script>";
    site.and_body(&format!("{note}{body}"))
}

fn refused(bench: &Bench) -> Result<()> {
    let refused: Vec<_> = changed()?
        .into_iter()
        .filter_map(|(value, place)| Some((value, place?)))
        .collect();
    let refused = some(refused, 200);
    ensure!(refused.len() > 100, "only {} are refused", refused.len());
    let count = refused.len();
    bench.show(
        page(refused.iter().map(|(value, _)| value)),
        |reader, _| async move {
            reader
                .until(&format!("ready.length + errors.length === {count}"))
                .await?;
            let said = reader.ask("return said").await?;
            for (at, (value, place)) in refused.iter().enumerate() {
                let said = said[format!("e{at}")].as_str().unwrap_or("nothing");
                ensure!(
                    said.contains(&format!("not an article: at {place}: ")),
                    "{place}: {said}\n{value}"
                );
            }
            ensure!(reader.ask("return uncaught").await? == json!([]));
            Ok(())
        },
    )
}

fn taken(bench: &Bench) -> Result<()> {
    let taken: Vec<Value> = changed()?
        .into_iter()
        .filter(|(value, place)| place.is_none() && is_good(value))
        .map(|(value, _)| value)
        .collect();
    ensure!(taken.len() > 100, "only {} are taken", taken.len());
    let taken = some(taken, 20);
    let count = taken.len();
    bench.show(page(taken.iter()), |reader, _| async move {
        reader
            .until(&format!("ready.length + errors.length === {count}"))
            .await?;
        let heard = reader.ask("return [messages, uncaught]").await?;
        ensure!(heard == json!([[], []]), "{heard}");
        Ok(())
    })
}
