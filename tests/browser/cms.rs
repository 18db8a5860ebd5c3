//! What filters of others make of plain HTML: npm's DOMPurify and sanitize-html, and WordPress itself where it is there.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::test::{Need, Test, test};
use crate::bench::Bench;
use crate::pages::build;
use crate::plain::{leads, reads_whole};
use crate::reader::Reader;
use crate::site::Site;

pub const TESTS: &[Test] = &[
    test("DOMPurify leaves plain HTML whole", dompurify),
    test("sanitize-html, widened, leaves plain HTML whole", sanitize_html).in_one_engine("the filters are not part of a browser"),
    test("sanitize-html as it comes leaves all words of plain HTML", words).in_one_engine("the filters are not part of a browser"),
    test("WordPress leaves plain HTML whole, and its paragraphs break nothing", wordpress).slow("starts WordPress").needs(Need::WordPress),
    test("WordPress makes a frame without script of what oEmbed tells", oembed).slow("starts WordPress").needs(Need::WordPress),
];

/// What HTML is made of, for comparing.
const SHAPE: &str = "
    const shape = (html) => {
        const { body } = new DOMParser().parseFromString(html, 'text/html');
        const shown = (each) => [each.localName, ...[...each.attributes].map(({ name, value }) => `${name}=${value}`).sort()].join(' ');
        return [body.textContent.replace(/\\s+/g, ''), ...[...body.querySelectorAll('*')].map(shown)];
    };";

/// What a program makes of what it is given on standard input.
fn through(program: &mut Command, input: &str) -> Result<String> {
    let mut child = program
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    child
        .stdin
        .take()
        .context("standard input")?
        .write_all(input.as_bytes())?;
    let output = child.wait_with_output()?;
    ensure!(output.status.success(), "{program:?}: {}", output.status);
    Ok(String::from_utf8(output.stdout)?)
}

/// A file beside this one.
fn beside(file: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/browser/cms")
        .join(file)
}

/// A site with the plain HTML of the seed and that of the example that has everything.
fn site(bench: &Bench, test: &str) -> Result<(Site, [String; 2])> {
    let folder = build(bench, test)?;
    let everything = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/everything.md");
    bench.build([everything], &[], &folder)?;
    let html = |name: &str| std::fs::read_to_string(folder.join(format!("{name}.plain.html")));
    let documents = [html("helsinki-summit")?, html("everything")?];
    let document = std::fs::read(folder.join("helsinki-summit.json"))?;
    Ok((
        Site::with_body("<main></main>").file("/helsinki-summit.json", &document),
        documents,
    ))
}

/// Sees that nothing was lost on the way.
async fn is_whole(reader: &Reader, before: &str, after: &str) -> Result<()> {
    let compare = format!(
        "{SHAPE} const before = shape({}), after = shape({}); return before.map((each, at) => [each, after[at]]).filter(([one, other]) => one !== other).slice(0, 3)",
        json!(before),
        json!(after)
    );
    let lost = reader.ask(&compare).await?;
    ensure!(lost == json!([]), "{lost:#}");
    Ok(())
}

/// Sees that the HTML that is left of the seed reads and leads without script, and is taken in with it.
fn is_of_use(bench: &Bench, test: &str, html: &str) -> Result<()> {
    let body = format!("<main><h1>A post</h1>{html}</main>");
    let page =
        format!("<!doctype html><html lang=en><meta charset=utf-8><title>Host</title><body>{body}");
    bench.show(
        Site::default().file("/", &page).without_script(),
        |reader, _| async move {
            reads_whole(&reader).await?;
            leads(&reader).await
        },
    )?;
    let document = std::fs::read(build(bench, test)?.join("helsinki-summit.json"))?;
    let site = Site::with_body(&body).file("/helsinki-summit.json", &document);
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        crate::text::reads_whole(&reader).await?;
        ensure!(
            reader
                .ask("return [errors, document.querySelectorAll('[id]').length]")
                .await?
                == json!([[], 0])
        );
        Ok(())
    })
}

fn dompurify(bench: &Bench) -> Result<()> {
    let (site, documents) = site(bench, "cms-dompurify")?;
    let script = std::fs::read(bench.packages.join("dompurify/dist/purify.min.js"))?;
    let site = site
        .file("/", "<!doctype html><script src=/purify.js></script>")
        .file("/purify.js", &script);
    let (left, kept) = std::sync::mpsc::channel();
    bench.show(site, |reader, _| async move {
        for html in documents {
            let clean = reader
                .ask(&format!("return DOMPurify.sanitize({})", json!(html)))
                .await?;
            let clean = clean.as_str().context("HTML")?.to_owned();
            is_whole(&reader, &html, &clean).await?;
            left.send(clean)?;
        }
        Ok(())
    })?;
    is_of_use(bench, "cms-dompurify", &kept.recv()?)
}

/// What sanitize-html leaves.
fn sanitized(bench: &Bench, html: &str, how: &str) -> Result<String> {
    let mut node = Command::new("node");
    node.arg(beside("sanitize.js"))
        .arg(&bench.packages)
        .arg(how);
    through(&mut node, html)
}

fn sanitize_html(bench: &Bench) -> Result<()> {
    let (site, documents) = site(bench, "cms-sanitize-html")?;
    let [seed, _] = &documents;
    let seed = sanitized(bench, seed, "wide")?;
    let left: Vec<_> = documents
        .iter()
        .map(|html| sanitized(bench, html, "wide"))
        .collect::<Result<_>>()?;
    bench.show(site, |reader, _| async move {
        for (before, after) in documents.iter().zip(&left) {
            is_whole(&reader, before, after).await?;
        }
        Ok(())
    })?;
    is_of_use(bench, "cms-sanitize-html", &seed)
}

fn words(bench: &Bench) -> Result<()> {
    let (_, [seed, _]) = site(bench, "cms-words")?;
    let left = sanitized(bench, &seed, "narrow")?;
    ensure!(
        !left.contains("<details"),
        "it leaves more than it did: {left}"
    );
    let page = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Host</title><main>{left}</main>"
    );
    bench.show(Site::default().file("/", &page), |reader, _| async move {
        reads_whole(&reader).await
    })
}

/// What WordPress makes of HTML.
fn in_wordpress(html: &str) -> Result<Value> {
    let folder = std::env::var_os("EXPLAINER_WORDPRESS").context("EXPLAINER_WORDPRESS is not set")?;
    let said = through(
        Command::new("php").arg(beside("wordpress.php")).arg(folder),
        html,
    )?;
    serde_json::from_str(&said).context(said)
}

fn wordpress(bench: &Bench) -> Result<()> {
    let (site, documents) = site(bench, "cms-wordpress")?;
    let left: Vec<_> = documents
        .iter()
        .map(|html| in_wordpress(html))
        .collect::<Result<_>>()?;
    let paragraphs = left[0]["paragraphs"].as_str().context("HTML")?.to_owned();
    bench.show(site, |reader, _| async move {
        for (before, after) in documents.iter().zip(&left) {
            is_whole(&reader, before, after["saved"].as_str().context("HTML")?).await?;
            // Paragraphs come to it, and nothing else changes.
            let known = |html: &str| {
                format!(
                    "shape({}).filter((each) => !/^(p|br)$/.test(each))",
                    json!(html)
                )
            };
            let after = after["paragraphs"].as_str().context("HTML")?;
            let same = format!(
                "{SHAPE} return JSON.stringify({}) === JSON.stringify({})",
                known(before),
                known(after)
            );
            ensure!(reader.ask(&same).await? == json!(true), "{after}");
        }
        Ok(())
    })?;
    is_of_use(bench, "cms-wordpress", &paragraphs)
}

fn oembed(bench: &Bench) -> Result<()> {
    let snippet =
        std::fs::read_to_string(build(bench, "cms-oembed")?.join("helsinki-summit.frame.html"))?;
    let made = in_wordpress(&snippet)?;
    let frame = made["oembed"].as_str().context("HTML")?;
    ensure!(
        frame.contains("sandbox=\"allow-scripts\"") && !frame.contains("<script"),
        "{frame}"
    );
    ensure!(
        frame.contains("title=\"Can the Trump-Putin Summit") && frame.contains("height=\"600\""),
        "{frame}"
    );
    // A post takes the frame from nobody but those who may write any HTML.
    ensure!(
        made["saved"]
            .as_str()
            .is_some_and(|saved| saved.trim().is_empty()),
        "{made}"
    );
    Ok(())
}
