//! The page of `explainer preview`.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context, Result, ensure};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::test::{Test, test};
use crate::access::axe;
use crate::bench::Bench;
use crate::pictures::picture;
use crate::site::Site;
use crate::window::Shown;

pub const TESTS: &[Test] = &[
    test("a saved document shows itself, with its problems beside their places", shows_itself).quick(),
    test("axe finds nothing in a preview with problems, good before or never", accessible),
];

/// A document with a doubtful event, which no passage speaks of.
const DOUBTFUL: &str = "+++\nheadline = \"Trade talks\"\nkind = \"Background\"\npublisher = \"The Example\"\n\
    issues = [{ id = \"tariffs\", title = \"Tariffs\", stance = \"contention\" }]\n\
    [[events]]\nid = \"summit\"\ntitle = \"Summit\"\ndate = \"2018-07-16\"\n+++\n\
    Both sides speak of [tariffs](#tariffs).\n\n## What then?\n\nFirst this.\n\nThen [they meet](#tariffs).\n";

/// A preview, which ends with the test.
struct Preview {
    document: PathBuf,
    address: String,
    _program: Child,
}

impl Preview {
    async fn of(program: &Path, folder: &Path, content: &str) -> Result<Self> {
        let document = folder.join("talks.md");
        std::fs::write(&document, content)?;
        let mut program = Command::new(program)
            .args(["--quiet", "preview", "--port", "0"])
            .arg(&document)
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()?;
        let output = program.stdout.take().context("the program has no output")?;
        let address = BufReader::new(output).lines().next_line().await?;
        Ok(Preview {
            document,
            address: address.context("the preview did not start")?,
            _program: program,
        })
    }

    fn save(&self, content: &str) -> Result<()> {
        Ok(std::fs::write(&self.document, content)?)
    }
}

fn shows_itself(bench: &Bench) -> Result<()> {
    let program = bench.program.clone();
    let folder = bench.folder("shows-itself")?;
    bench.show(Site::as_built(), |reader, _| async move {
        let preview = Preview::of(&program, &folder, DOUBTFUL).await?;
        reader.go(&preview.address).await?;
        reader.until_ready().await?;
        let annotated = "'annotated' in document.body.dataset";
        reader.until(annotated).await?;
        let note = reader.find("#summit > .problem.warning").await?.text().await?;
        ensure!(note.starts_with("Warning, line 7") && note.contains("no passage"), "{note}");
        // The explainer goes on answering with a note in it.
        reader.choose("summit").await?;
        reader.until("root.querySelector('[data-id=summit]:checked')").await?;
        preview.save(&DOUBTFUL.replace("they meet](#tariffs)", "they meet](#tarifs)"))?;
        reader.until(&format!("{annotated} && root.querySelector('.problem.error')")).await?;
        let note = reader
            .ask("const note = root.querySelector('.problem.error'); return [note.previousElementSibling.textContent, note.textContent]")
            .await?;
        ensure!(note[0].as_str().is_some_and(|words| words.starts_with("Then they meet.")), "{note}");
        ensure!(note[1].as_str().is_some_and(|words| words.contains("did you mean `tariffs`?")), "{note}");
        let panel = reader.ask("return document.querySelector('.problems').innerText").await?.to_string();
        ensure!(panel.contains("1 error") && panel.contains("last good version"), "{panel}");
        // From the list to the place.
        reader.ask("document.querySelector('.problems li.error button').click()").await?;
        ensure!(reader.ask("return root.activeElement.className").await? == "problem error");
        preview.save(&DOUBTFUL.replace("First this.", "First that."))?;
        reader.until("root.querySelector('.answer p')?.textContent === 'First that.' && !document.querySelector('.problems .error')").await
    })
}

fn accessible(bench: &Bench) -> Result<()> {
    let (program, script) = (bench.program.clone(), bench.axe.clone());
    let folder = bench.folder("accessible-preview")?;
    bench.show(Site::as_built(), |reader, _| async move {
        let never = DOUBTFUL.replace("headline", "headlin");
        let preview = Preview::of(&program, &folder, &never).await?;
        reader.go(&preview.address).await?;
        for shown in [Shown::Light, Shown::Dark] {
            picture(&reader, 1280, shown, "preview-source").await?;
            axe(&reader, &script).await?;
        }
        preview.save(DOUBTFUL)?;
        reader.until("'annotated' in document.body.dataset").await?;
        preview.save(&DOUBTFUL.replace("they meet](#tariffs)", "they meet](#tarifs)"))?;
        reader
            .until("'annotated' in document.body.dataset && root.querySelector('.problem.error')")
            .await?;
        for shown in [Shown::Light, Shown::Dark] {
            for width in [390, 1280] {
                picture(&reader, width, shown, "preview").await?;
                axe(&reader, &script).await?;
            }
        }
        Ok(())
    })
}
