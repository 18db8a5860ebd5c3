//! Where the bundle, the browser and its driver are.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;

use anyhow::{Context, Result, anyhow};
use futures::FutureExt;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};
use tokio::runtime::Runtime;

use crate::reader::Reader;
use crate::site::Site;

/// The program's file.
const PROGRAM: &str = "article-explainer_bg.wasm";

/// What all tests share.
pub struct Bench {
    runtime: Runtime,
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
    /// The page written in Yew that embeds the explainer.
    pub yew_host: PathBuf,
    chrome: PathBuf,
    driver_url: String,
    /// Killed when the bench is dropped.
    _driver: Child,
}

impl Bench {
    /// Finds everything and starts the driver.
    pub fn set_up() -> Result<Self> {
        let runtime = Runtime::new()?;
        let driver = path("EXPLAINER_CHROMEDRIVER")?;
        let (driver_url, driver) = runtime.block_on(start(&driver))?;
        let dist = path("EXPLAINER_DIST")?;
        Ok(Bench {
            runtime,
            loaded: loaded(&dist)?,
            dist,
            axe: path("EXPLAINER_AXE")?,
            packages: path("EXPLAINER_NODE_MODULES")?,
            program: path("EXPLAINER_PROGRAM")?,
            package: path("EXPLAINER_PACKAGE")?,
            nginx: nginx()?,
            yew_host: path("EXPLAINER_YEW_HOST")?,
            chrome: path("EXPLAINER_CHROME")?,
            driver_url,
            _driver: driver,
        })
    }

    /// The path of a file that the script of the bundle loads.
    pub fn loaded(&self, file: &str) -> String {
        format!("/{}/{file}", self.loaded)
    }

    /// Shows `site` to a reader and does what the test does; the browser ends with it, however it ends.
    pub fn show<F>(&self, site: Site, test: impl FnOnce(Reader, Arc<Site>) -> F) -> Result<()>
    where
        F: Future<Output = Result<()>>,
    {
        self.runtime.block_on(async {
            let site = Arc::new(site.open(&self.dist).await?);
            let reader = Reader::sit_down(&self.driver_url, &self.chrome, &site).await?;
            let result = std::panic::AssertUnwindSafe(test(reader.clone(), site))
                .catch_unwind()
                .await;
            reader.leave().await?;
            result.unwrap_or_else(|_| Err(anyhow!("the test panicked; what it said is above")))
        })
    }
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
    match has_nginx() {
        true => Ok(Some((
            path("EXPLAINER_NGINX")?,
            path("EXPLAINER_NGINX_MODULES")?,
        ))),
        false => Ok(None),
    }
}

/// Whether there is an nginx to test with.
pub fn has_nginx() -> bool {
    std::env::var_os("EXPLAINER_NGINX").is_some()
}

fn path(variable: &str) -> Result<PathBuf> {
    let path = std::env::var_os(variable).map(PathBuf::from);
    let path = path.with_context(|| format!("{variable} is not set; run `cargo xtask test`"))?;
    let found = path.exists().then_some(path.clone());
    found.with_context(|| {
        format!(
            "{variable} is {}, which is not there; run `cargo xtask test`",
            path.display()
        )
    })
}

/// Starts the driver on a port of its own choice, which it prints.
async fn start(driver: &PathBuf) -> Result<(String, Child)> {
    let mut child = Command::new(driver)
        .arg("--port=0")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .with_context(|| format!("can't start {}", driver.display()))?;
    let output = child.stdout.take().context("the driver has no output")?;
    let mut lines = BufReader::new(output).lines();
    while let Some(line) = lines.next_line().await? {
        let port = line.split("successfully on port ").nth(1);
        if let Some(port) = port.map(|port| port.trim_end_matches('.')) {
            // The driver goes on writing; somebody has to read it.
            tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
            return Ok((format!("http://127.0.0.1:{port}"), child));
        }
    }
    Err(anyhow!("{} ended before it listened", driver.display()))
}
