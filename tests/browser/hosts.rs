//! The npm package in pages of others: bundled, in React, in Vue, with an import map, beside another bundle of Yew.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::By;

use crate::test::{Test, test};
use crate::bench::Bench;
use crate::reader::Reader;
use crate::site::{LISTEN, Site};

pub const TESTS: &[Test] = &[
    test("a page that Vite bundles has the explainer", vite).slow("installs the npm package and builds a host page"),
    test("Vite's development server serves the explainer", vite_serve).slow("installs the npm package and builds a host page"),
    test("a page of React has the explainer, its properties and its events", react).slow("installs the npm package and builds a host page"),
    test("a page of Vue has the explainer, its properties and its events", vue).slow("installs the npm package and builds a host page"),
    test("a page with an import map has the explainer", import_map).slow("installs the npm package and builds a host page"),
    test("a page written in Yew and the explainer do not disturb each other", yew).slow("installs the npm package and builds a host page"),
    test("on a server the import does nothing", on_a_server).slow("installs the npm package and builds a host page").in_one_engine("no browser is involved"),
    test("TypeScript knows the element in a page of React", typed).slow("installs the npm package and builds a host page").in_one_engine("no browser is involved"),
];

/// The folder of the pages.
fn hosts() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hosts")
}

/// Installs the package as a user would, into a folder of the test's own that holds a copy of the page `name` and sees
/// the npm packages.
fn installed(bench: &Bench, test: &str, name: &str) -> Result<PathBuf> {
    let folder = bench.folder("hosts")?.join(test);
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    let app = folder.join("app");
    std::fs::create_dir_all(&app)?;
    // Node.js and bundlers look for packages in the folders above, too.
    let packages = folder.join("node_modules");
    std::os::unix::fs::symlink(&bench.packages, &packages)?;
    std::fs::copy(hosts().join("document.json"), folder.join("document.json"))?;
    if hosts().join(name).is_dir() {
        for entry in std::fs::read_dir(hosts().join(name))? {
            let entry = entry?;
            std::fs::copy(entry.path(), app.join(entry.file_name()))?;
        }
    }
    std::fs::write(
        app.join("package.json"),
        r#"{ "private": true, "type": "module" }"#,
    )?;
    let mut npm = Command::new("npm");
    npm.args([
        "install",
        "--offline",
        "--no-audit",
        "--no-fund",
        "--ignore-scripts",
        "--loglevel=error",
    ]);
    succeeds(npm.arg(&bench.package).current_dir(&app))?;
    Ok(app)
}

/// Runs a command to its end.
fn succeeds(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("{command:?}"))?;
    let said =
        [output.stdout, output.stderr].map(|said| String::from_utf8_lossy(&said).into_owned());
    ensure!(output.status.success(), "{command:?}: {}", said.concat());
    Ok(said.concat())
}

/// Vite with these arguments, in a page's folder.
fn with_vite(bench: &Bench, app: &Path, arguments: &[&str]) -> Command {
    let mut node = Command::new("node");
    node.arg(bench.packages.join("vite/bin/vite.js"));
    node.args(arguments).current_dir(app);
    node
}

/// Bundles a page with Vite, and opens it under a strict policy.
fn bundled(bench: &Bench, name: &str) -> Result<Site> {
    let app = installed(bench, name, name)?;
    succeeds(&mut with_vite(bench, &app, &["build", "--logLevel=warn"]))?;
    let page = std::fs::read_to_string(app.join("dist/index.html"))?;
    let page = page.replacen("<head>", &format!("<head>{LISTEN}"), 1);
    Ok(Site::of(app.join("dist")).file("/", &page).strict())
}

/// A page has the explainer in German, hears of what is opened, shows another article and the first again, and takes it
/// out and back in.
async fn lives_with(reader: &Reader) -> Result<()> {
    reader.until("host?.ready").await?;
    reader
        .until("root.querySelector('[part=timeline]')?.ariaLabel === 'Zeitleiste'")
        .await?;
    reader.click("#syria summary").await?;
    reader
        .until("document.querySelector('#log').textContent === 'syria true'")
        .await?;
    press(reader, "#other").await?;
    reader
        .until("host.ready && root.querySelector('.headline')?.textContent === 'Trade talks'")
        .await?;
    press(reader, "#other").await?;
    reader
        .until("host.ready && root.querySelector('#syria')")
        .await?;
    press(reader, "#remove").await?;
    reader.until("!host").await?;
    press(reader, "#remove").await?;
    reader
        .until("host?.ready && root.querySelector('#syria')")
        .await?;
    reader.click("#nato summary").await?;
    reader
        .until("document.querySelector('#log').textContent === 'nato true'")
        .await?;
    let trouble = reader
        .ask("return [...errors, ...violations, ...uncaught]")
        .await?;
    ensure!(trouble == json!([]), "{trouble}");
    Ok(())
}

/// Clicks a button of the page's own.
async fn press(reader: &Reader, selector: &str) -> Result<()> {
    reader.window.find(By::Css(selector)).await?.click().await?;
    Ok(())
}

fn vite(bench: &Bench) -> Result<()> {
    bench.show(bundled(bench, "vite")?, |reader, _| async move {
        lives_with(&reader).await?;
        let title = reader.window.title().await?;
        ensure!(
            title == "Can the Trump-Putin Summit Improve U.S.-Russian Relations?",
            "{title}"
        );
        Ok(())
    })
}

fn react(bench: &Bench) -> Result<()> {
    bench.show(bundled(bench, "react")?, |reader, _| async move {
        lives_with(&reader).await?;
        press(&reader, "#other").await?;
        reader
            .until("host.getAttribute('theme') === 'dark'")
            .await?;
        press(&reader, "#other").await?;
        reader
            .until("host.ready && root.querySelector('#syria')")
            .await?;
        press(&reader, "#reveal").await?;
        reader
            .until("root.querySelector('#syria').open && root.activeElement?.closest('#syria')")
            .await
    })
}

fn vue(bench: &Bench) -> Result<()> {
    bench.show(bundled(bench, "vue")?, |reader, _| async move {
        lives_with(&reader).await?;
        press(&reader, "#other").await?;
        reader.until("host.getAttribute('theme') === 'dark'").await
    })
}

fn import_map(bench: &Bench) -> Result<()> {
    let app = installed(bench, "import-map", "import-map")?;
    let page = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Import map</title>{LISTEN}\
         <script type=importmap>{{ \"imports\": {{ \"article-explainer\": \"/article-explainer/explainer.js\" }} }}</script>\
         <script type=module>import \"article-explainer\"</script>\
         <body><article-explainer lang=de></article-explainer>"
    );
    let site = Site::of(app.join("node_modules")).file("/", &page);
    bench.show(site, |reader, _| async move {
        reader.until("host.ready").await?;
        ensure!(reader.ask("return root.querySelector('[part=timeline]').ariaLabel").await? == "Zeitleiste");
        ensure!(reader.ask("return [...errors, ...uncaught]").await? == json!([]));
        Ok(())
    })
}

fn yew(bench: &Bench) -> Result<()> {
    let page = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Yew</title>{LISTEN}\
         <script type=module src=/explainer.js></script>\
         <script type=module>import start from \"/yew/yew_host.js\"; start()</script><body>"
    );
    let mut site = Site::default().file("/", &page);
    let yew_host = bench.yew_host()?;
    for file in ["yew_host.js", "yew_host_bg.wasm"] {
        let content = std::fs::read(yew_host.join(file)).with_context(|| file.to_owned())?;
        site = site.file(&format!("/yew/{file}"), &content);
    }
    bench.show(site, |reader, _| async move {
        reader.until("host?.ready").await?;
        let heard =
            |count: u32| format!("document.querySelector('#heard').textContent === '{count}'");
        press(&reader, "#own").await?;
        press(&reader, "#own").await?;
        reader
            .until("document.querySelector('#own').textContent === '2'")
            .await?;
        // A click inside the explainer does what it does there, and reaches the page's own listener around it once.
        reader.choose("helsinki").await?;
        reader
            .until("root.querySelector('[data-id=helsinki]:checked')")
            .await?;
        reader.until(&heard(1)).await?;
        reader
            .ask("root.querySelector('input[type=radio]:not([data-id])').click()")
            .await?;
        reader
            .until("!root.querySelector('[data-id]:checked')")
            .await?;
        reader.until(&heard(2)).await?;
        reader.click("#syria > summary").await?;
        reader
            .until("root.querySelector('#syria').open")
            .await?;
        reader.until(&heard(3)).await?;
        ensure!(
            reader
                .ask("return document.querySelector('#own').textContent")
                .await?
                == "2",
            "the page's own button heard of it"
        );
        press(&reader, "#remove").await?;
        reader.until("!host").await?;
        press(&reader, "#remove").await?;
        reader.until("host?.ready").await?;
        reader.choose("helsinki").await?;
        reader
            .until("root.querySelector('[data-id=helsinki]:checked')")
            .await?;
        reader.until(&heard(4)).await?;
        ensure!(reader.ask("return [...errors, ...uncaught]").await? == json!([]));
        Ok(())
    })
}

fn on_a_server(bench: &Bench) -> Result<()> {
    let app = installed(bench, "server", "server")?;
    let mut node = Command::new("node");
    node.args([
        "--input-type=module",
        "--eval",
        "await import('article-explainer'); console.log('imported')",
    ]);
    let said = succeeds(node.current_dir(&app))?;
    ensure!(said.trim() == "imported", "{said}");
    Ok(())
}

fn typed(bench: &Bench) -> Result<()> {
    let app = installed(bench, "typed", "react")?;
    let project = json!({
        "compilerOptions": {
            "strict": true, "noEmit": true, "target": "es2022", "module": "esnext", "moduleResolution": "bundler",
            "jsx": "react-jsx", "lib": ["es2022", "dom", "dom.iterable"], "resolveJsonModule": true, "types": [],
            // The types of packages are theirs to mend, but for ours.
            "skipLibCheck": false,
        },
        "files": ["main.tsx"],
    });
    std::fs::write(app.join("tsconfig.json"), project.to_string())?;
    let compile = || {
        let mut node = Command::new("node");
        node.arg(bench.packages.join("typescript/bin/tsc"))
            .arg("--project")
            .arg(&app);
        succeeds(&mut node)
    };
    compile()?;
    let main = std::fs::read_to_string(app.join("main.tsx"))?;
    for (right, wrong) in [
        ("theme={other ? \"dark\" : \"light\"}", "theme=\"blue\""),
        ("current?.reveal(\"syria\")", "current?.reveal(7)"),
        ("`${detail.id} ${detail.open}`", "`${detail.name}`"),
    ] {
        let changed = main.replace(right, wrong);
        ensure!(changed != main, "{right} is not in the page");
        std::fs::write(app.join("main.tsx"), changed)?;
        ensure!(compile().is_err(), "{wrong} passes");
    }
    Ok(())
}

fn vite_serve(bench: &Bench) -> Result<()> {
    let app = installed(bench, "served", "vite")?;
    let config = "export default { optimizeDeps: { exclude: ['article-explainer'] } }";
    std::fs::write(app.join("vite.config.js"), config)?;
    let mut vite = with_vite(
        bench,
        &app,
        &[
            "--host",
            "127.0.0.1",
            "--port",
            "0",
            "--clearScreen",
            "false",
        ],
    );
    let server = crate::server::Server::start(&mut vite, |line| {
        let (_, address) = line.split_once("http://127.0.0.1:")?;
        let port: String = address.chars().take_while(char::is_ascii_digit).collect();
        Some(format!("http://127.0.0.1:{port}"))
    })?;
    bench.show(Site::as_built(), |reader, _| async move {
        reader.go(&server.address).await?;
        reader.until("host?.ready").await?;
        ensure!(reader.ask("return root.querySelector('[part=timeline]').ariaLabel").await? == "Zeitleiste");
        Ok(())
    })
}
