//! The explainer behind nginx, as `deploy/nginx.conf` has it served: types, compression, caches, policy, other sites' pages,
//! updates and the way back.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use anyhow::{Context, Result, anyhow, ensure};
use serde_json::{Value, json};

use crate::test::{LOADING, Need, Test, test};
use crate::bench::Bench;
use crate::engine::Engine;
use crate::nginx::Nginx;
use crate::reader::Reader;
use crate::site::{LISTEN, Site};
use crate::text::reads_whole;

pub const TESTS: &[Test] = &[
    test("behind nginx every file has its type, is compressed, and may be kept as long as it holds", files).in_each_engine(LOADING).needs(Need::Nginx),
    test("behind nginx a page is taken over under its policy, and nothing is violated", page).needs(Need::Nginx),
    test("behind nginx the element serves pages of other sites, vouched for by its hash", elsewhere).in_each_engine(LOADING).needs(Need::Nginx),
    test("behind nginx pages for frames may be framed by anybody, others may not", frames).needs(Need::Nginx),
    test("behind nginx nobody reads what the program remembers, or writes", closed).needs(Need::Nginx),
    test("an update leaves open pages their files, and the script of before brings the version of before back", roll_back).needs(Need::Nginx),
];

/// The page of the article, by its document's name.
const PAGE: &str = "/helsinki-summit.html";

/// Runs the program `explainer`.
fn explainer(bench: &Bench, arguments: &[&str], path: &Path) -> Result<()> {
    let mut program = Command::new(&bench.program);
    let output = program.args(arguments).arg(path).output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "explainer {arguments:?}: {said}");
    Ok(())
}

/// The pages of the seed, built for a server, with an address whose content never changes for pages that vouch for the script.
/// All engines and tests share them: compressing takes its time.
fn built(bench: &Bench) -> Result<&'static Path> {
    static BUILT: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let build = || {
        let site = bench.folder("nginx")?.join("built");
        let assets = site.with_extension("assets");
        for folder in [&site, &assets] {
            if folder.exists() {
                std::fs::remove_dir_all(folder)?;
            }
        }
        let seed = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/helsinki-summit.md");
        let seed = seed.to_str().context("a path that is no text")?;
        let build = ["build", "--compress", "--quiet", seed, "-o"];
        explainer(bench, &build, &site)?;
        // What `explainer assets --compress` writes there is the same; compressing it again takes seconds.
        copy(&site.join("explainer"), &assets)?;
        copy(&assets, &site.join("explainer/v0.1.0"))?;
        anyhow::Ok(site)
    };
    let built = BUILT.get_or_init(|| build().map_err(|error| format!("{error:?}")));
    built.as_deref().map_err(|error| anyhow!("{error}"))
}

/// A copy of the built pages, served. Returns its folder, too.
fn deployed(bench: &Bench, test: &str) -> Result<(Nginx, PathBuf)> {
    let folder = bench.folder("nginx")?.join(test);
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    let site = folder.join("site");
    copy(built(bench)?, &site)?;
    let (nginx, modules) = bench.nginx.as_ref().context("there is no nginx")?;
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let nginx = Nginx::serve((nginx, modules), project, &site, &folder.join("nginx"))?;
    Ok((nginx, site))
}

/// Copies a folder with all that is in it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to)?;
        } else {
            std::fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}

/// Has a page of nginx ask for a path, and tells what came back.
async fn answer(reader: &Reader, path: &str, method: &str) -> Result<Value> {
    let script = format!(
        "const done = arguments[0];
        fetch({path:?}, {{ method: {method:?} }}).then((answer) => done([answer.status, Object.fromEntries(answer.headers)]), (error) => done([String(error), {{}}]))"
    );
    let told = reader.window.execute_async(script, Vec::new()).await?;
    Ok(told.json().clone())
}

fn files(bench: &Bench) -> Result<()> {
    let (nginx, _site) = deployed(bench, "files")?;
    let keeps = "public, max-age=31536000, immutable";
    let asks = "public, max-age=300, stale-while-revalidate=86400";
    let of_the_hash = |file| format!("/explainer{}", bench.loaded(file));
    let expected = [
        (PAGE.to_owned(), "text/html; charset=utf-8", asks),
        (
            "/helsinki-summit.json".to_owned(),
            "application/json; charset=utf-8",
            asks,
        ),
        (
            "/explainer/explainer.js".to_owned(),
            "text/javascript; charset=utf-8",
            asks,
        ),
        (
            "/explainer/v0.1.0/explainer.js".to_owned(),
            "text/javascript; charset=utf-8",
            keeps,
        ),
        (
            "/explainer/page.css".to_owned(),
            "text/css; charset=utf-8",
            asks,
        ),
        (
            of_the_hash("full.js"),
            "text/javascript; charset=utf-8",
            keeps,
        ),
        (
            of_the_hash("full.wasm"),
            "application/wasm",
            keeps,
        ),
        (
            of_the_hash("explainer.css"),
            "text/css; charset=utf-8",
            keeps,
        ),
        (
            of_the_hash("words.de.json"),
            "application/json; charset=utf-8",
            keeps,
        ),
    ];
    // WebKitGTK does not ask for Brotli where the connection is not encrypted.
    let coding = match bench.engine {
        Engine::Chromium | Engine::Firefox => "br",
        Engine::WebKit => "gzip",
    };
    bench.show(Site::as_built(), |reader, _| async move {
        reader.go(&nginx.url(PAGE)).await?;
        for (path, kind, cache) in expected {
            let told = answer(&reader, &path, "GET").await?;
            let headers = &told[1];
            ensure!(told[0] == json!(200), "{path}: {told}");
            ensure!(headers["content-type"] == *kind, "{path}: {headers}");
            ensure!(headers["content-encoding"] == coding, "{path}: {headers}");
            ensure!(headers["vary"] == "Accept-Encoding", "{path}: {headers}");
            ensure!(headers["cache-control"] == *cache, "{path}: {headers}");
            ensure!(
                headers["access-control-allow-origin"] == "*",
                "{path}: {headers}"
            );
            ensure!(
                headers["x-content-type-options"] == "nosniff",
                "{path}: {headers}"
            );
        }
        // What is not there must not be kept as if it were.
        let told = answer(&reader, "/explainer/0123456789abcdef/explainer.css", "GET").await?;
        ensure!(
            told[0] == json!(404) && told[1]["cache-control"].is_null(),
            "{told}"
        );
        Ok(())
    })
}

fn page(bench: &Bench) -> Result<()> {
    let (nginx, site) = deployed(bench, "page")?;
    // The page's policy lets it listen, from a file.
    let html = std::fs::read_to_string(site.join(&PAGE[1..]))?;
    let html = html.replacen("<head>", &format!("<head>{LISTEN}"), 1);
    std::fs::write(site.join("listening.html"), html)?;
    bench.show(Site::as_built(), |reader, own| async move {
        let script = reader
            .window
            .execute_async(
                format!(
                    "fetch({:?}).then((it) => it.text()).then(arguments[0])",
                    own.url("/listen.js")
                ),
                Vec::new(),
            )
            .await?;
        let script = script.json().as_str().context("a script")?.to_owned();
        std::fs::write(site.join("listen.js"), script)?;
        reader.go(&nginx.url("/listening.html")).await?;
        reader.until_ready().await?;
        ensure!(
            reader.ask("return ready").await? == json!([true]),
            "not taken over"
        );
        reads_whole(&reader).await?;
        reader.click("#explainer-syria summary").await?;
        reader.until("root.querySelector('#explainer-syria').open").await?;
        reader.ask("host.setAttribute('lang', 'de')").await?;
        reader
            .until("host.ready && root.querySelector('[part=timeline]')?.ariaLabel === 'Zeitleiste'")
            .await?;
        let trouble = reader
            .ask("return [...errors, ...violations, ...uncaught]")
            .await?;
        ensure!(trouble == json!([]), "{trouble}");
        Ok(())
    })
}

fn elsewhere(bench: &Bench) -> Result<()> {
    let (nginx, _site) = deployed(bench, "elsewhere")?;
    let tag = Command::new(&bench.program)
        .args(["assets", "--tag"])
        .output()?;
    let tag = String::from_utf8(tag.stdout)?;
    let tag = tag.replace("explainer.js", &nginx.url("/explainer/explainer.js"));
    ensure!(tag.contains("integrity=\"sha384-"), "{tag}");
    let document = nginx.url("/helsinki-summit.json");
    let body = format!(
        "<!doctype html><title>Host</title>{LISTEN}{tag}<article-explainer lang=fi src=\"{document}\"></article-explainer>"
    );
    bench.show(Site::default().file("/", &body), |reader, _| async move {
        reader.until_ready().await?;
        ensure!(reader.ask("return root.querySelector('[part=timeline]').ariaLabel").await? == "Aikajana");
        reads_whole(&reader).await?;
        ensure!(reader.ask("return [...errors, ...uncaught]").await? == json!([]));
        Ok(())
    })
}

fn frames(bench: &Bench) -> Result<()> {
    let (nginx, _site) = deployed(bench, "frames")?;
    let (whole, embed) = (nginx.url(PAGE), nginx.url("/helsinki-summit.embed.html"));
    let body = format!(
        "<!doctype html><title>Host</title><iframe src=\"{whole}\"></iframe><iframe src=\"{embed}\"></iframe>"
    );
    bench.show(Site::default().file("/", &body), |reader, _| async move {
        reader.window.enter_frame(0).await?;
        ensure!(reader.ask("return host").await?.is_null(), "it is framed");
        reader.window.enter_default_frame().await?;
        reader.window.enter_frame(1).await?;
        reader.until("root?.querySelector('.headline')").await?;
        reader.window.enter_default_frame().await?;
        Ok(())
    })
}

fn closed(bench: &Bench) -> Result<()> {
    let (nginx, site) = deployed(bench, "closed")?;
    ensure!(site.join(".explainer.json").is_file());
    bench.show(Site::as_built(), |reader, _| async move {
        reader.go(&nginx.url(PAGE)).await?;
        let remembered = answer(&reader, "/.explainer.json", "GET").await?;
        ensure!(remembered[0] == json!(404), "{remembered}");
        for method in ["POST", "PUT", "DELETE"] {
            let told = answer(&reader, PAGE, method).await?;
            ensure!(
                told[0] == json!(403) || told[0] == json!(405),
                "{method}: {told}"
            );
        }
        Ok(())
    })
}

fn roll_back(bench: &Bench) -> Result<()> {
    let (nginx, site) = deployed(bench, "roll-back")?;
    let explainer = site.join("explainer");
    // A new version of the same program: other addresses, the same hashes.
    let (before, after) = (bench.loaded.as_str(), "00000000000000ff");
    std::fs::create_dir(explainer.join(after))?;
    for entry in std::fs::read_dir(explainer.join(before))? {
        let entry = entry?;
        std::fs::copy(entry.path(), explainer.join(after).join(entry.file_name()))?;
    }
    let script = std::fs::read_to_string(explainer.join("explainer.js"))?;
    let put = |script: &str| -> Result<()> {
        std::fs::write(explainer.join("explainer.js"), script)?;
        for ending in ["br", "gz"] {
            let compressed = explainer.join(format!("explainer.js.{ending}"));
            if compressed.exists() {
                std::fs::remove_file(compressed)?;
            }
        }
        Ok(())
    };
    let loaded = "return [...new Set(performance.getEntriesByType('resource').map((each) => each.name).filter((name) => name.endsWith('.wasm')).map((name) => name.split('/').at(-2)))].sort()";
    let url = nginx.url(PAGE);
    bench.show(Site::as_built(), |reader, _| async move {
        for (version, expected) in [
            (script.clone(), before),
            (script.replace(before, after), after),
            (script, before),
        ] {
            put(&version)?;
            reader.go(&url).await?;
            // What the browser has kept of the script is no longer what the server has.
            let anew = "const done = arguments[0]; fetch('/explainer/explainer.js', { cache: 'reload' }).then(() => done())";
            reader.window.execute_async(anew, Vec::new()).await?;
            reader.go(&url).await?;
            reader.until_ready().await?;
            // The page itself may have the version that it was built with fetched along.
            let loaded = reader.ask(loaded).await?;
            let of = |versions: &[&str]| loaded == json!(versions);
            ensure!(of(&[expected]) || of(&[after, before]) && expected == after, "{loaded}");
            // The page was made with the files of the version before, which are all still there.
            ensure!(
                reader
                    .find(".explainer")
                    .await?
                    .css_value("overflow-wrap")
                    .await?
                    == "anywhere"
            );
        }
        Ok(())
    })
}
