//! Where the bundle and all that tests use are, and the engine that they run in.

use std::ffi::OsStr;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context, Result, anyhow, ensure};
use futures::FutureExt;
use tokio::runtime::Runtime;

use crate::durations::spent_on_windows;
use crate::engine::{Engine, Seats, path};
use crate::reader::Reader;
use crate::site::Site;

/// The program's file.
const PROGRAM: &str = "full.wasm";

/// What all tests of an engine share.
#[derive(Clone)]
pub struct Bench {
    runtime: Arc<Runtime>,
    seats: Arc<Seats>,
    /// The engine.
    pub engine: Engine,
    /// The built bundle.
    pub dist: PathBuf,
    /// The name of the folder of the bundle that its script loads from.
    pub loaded: String,
    /// The script of the accessibility checks.
    pub axe: PathBuf,
    /// The npm packages.
    pub packages: PathBuf,
    /// The program `explainer`.
    pub program: PathBuf,
    /// The npm package.
    pub package: PathBuf,
    /// nginx and the folder of its modules, where they are there.
    pub nginx: Option<(PathBuf, PathBuf)>,
}

impl Bench {
    /// Finds everything.
    pub fn set_up(engine: Engine) -> Result<Self> {
        let dist = path("EXPLAINER_DIST")?;
        Ok(Bench {
            runtime: Arc::new(Runtime::new()?),
            seats: Arc::default(),
            engine,
            loaded: loaded(&dist)?,
            dist,
            axe: path("EXPLAINER_AXE")?,
            packages: path("EXPLAINER_NODE_MODULES")?,
            program: path("EXPLAINER_PROGRAM")?,
            package: path("EXPLAINER_PACKAGE")?,
            nginx: nginx()?,
        })
    }

    /// The page written in Yew that embeds the explainer: built for the slow tests only.
    pub fn yew_host(&self) -> Result<PathBuf> {
        path("EXPLAINER_YEW_HOST")
    }

    /// Builds documents' pages into a folder with the program, as an editor would, and says what it said.
    pub fn build<D: AsRef<OsStr>>(
        &self,
        documents: impl IntoIterator<Item = D>,
        options: &[&str],
        site: &Path,
    ) -> Result<String> {
        let mut program = Command::new(&self.program);
        program.arg("build").args(documents).args(options);
        let output = program.arg("-o").arg(site).output()?;
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        ensure!(output.status.success(), "explainer build: {said}");
        Ok(said)
    }

    /// The path of a file that the script of the bundle loads.
    pub fn loaded(&self, file: &str) -> String {
        format!("/{}/{file}", self.loaded)
    }

    /// A folder for a test's own files: the same test may run in another engine meanwhile.
    pub fn folder(&self, test: &str) -> Result<PathBuf> {
        let all = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
        let folder = all.join(self.engine.name()).join(test);
        std::fs::create_dir_all(&folder)?;
        Ok(folder)
    }

    /// Shows `site` to a reader and does what the test does; the browser ends with it, however it ends.
    pub fn show<F>(&self, site: Site, test: impl FnOnce(Reader, Arc<Site>) -> F) -> Result<()>
    where
        F: Future<Output = Result<()>>,
    {
        self.runtime.block_on(async {
            let site = Arc::new(site.open(&self.dist).await?);
            let opening = Instant::now();
            let seat = self.seats.take(self.engine, site.without_script).await?;
            let reader = Reader::sit_down(seat.clone()).await?;
            spent_on_windows(opening);
            let result = std::panic::AssertUnwindSafe(async {
                reader.go(&site.url("/")).await?;
                test(reader.clone(), site).await
            })
            .catch_unwind()
            .await;
            let closing = Instant::now();
            reader.leave().await;
            self.seats.give_back(seat).await;
            spent_on_windows(closing);
            result.unwrap_or_else(|_| Err(anyhow!("the test panicked; what it said is above")))
        })
    }
}

/// Shows the page of the bundle to a reader for whom the widget is there.
pub fn read(bench: &Bench, test: impl AsyncFnOnce(&Reader) -> Result<()>) -> Result<()> {
    bench.show(Site::as_built(), |reader, _| async move {
        reader.until_ready().await?;
        test(&reader).await
    })
}

/// The name of the folder that the script of a bundle loads from.
fn loaded(bundle: &Path) -> Result<String> {
    let mut entries = std::fs::read_dir(bundle)?.flatten();
    let folder = entries.find(|entry| entry.path().join(PROGRAM).is_file());
    let folder = folder.with_context(|| format!("there is no program in {}", bundle.display()))?;
    Ok(folder.file_name().to_string_lossy().into_owned())
}

/// nginx and the folder of its modules: both, or neither.
fn nginx() -> Result<Option<(PathBuf, PathBuf)>> {
    match std::env::var_os("EXPLAINER_NGINX").is_some() {
        true => Ok(Some((
            path("EXPLAINER_NGINX")?,
            path("EXPLAINER_NGINX_MODULES")?,
        ))),
        false => Ok(None),
    }
}
