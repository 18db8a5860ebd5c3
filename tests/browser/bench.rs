//! Where the bundle, the browser and its driver are.

use std::future::Future;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::Arc;

use anyhow::{Context, Result, anyhow};
use futures::FutureExt;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};
use tokio::runtime::Runtime;

use crate::reader::Reader;
use crate::site::Site;

/// What all tests share.
pub struct Bench {
    runtime: Runtime,
    /// The built bundle.
    pub dist: PathBuf,
    /// The script of the accessibility checks.
    pub axe: PathBuf,
    /// The npm packages.
    pub packages: PathBuf,
    /// The program `explainer`.
    pub program: PathBuf,
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
        Ok(Bench {
            runtime,
            dist: path("EXPLAINER_DIST")?,
            axe: path("EXPLAINER_AXE")?,
            packages: path("EXPLAINER_NODE_MODULES")?,
            program: path("EXPLAINER_PROGRAM")?,
            chrome: path("EXPLAINER_CHROME")?,
            driver_url,
            _driver: driver,
        })
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
