//! Chromium, driven by DevTools' own commands: how fast it may be, and what it tells of a page.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use thirtyfour::prelude::*;
use tokio::process::Child;

use crate::driver;
use crate::pages::Page;
use crate::pages::explainer::ROOT;

/// What runs in each page before all else.
const MEASURE: &str = include_str!("measure.js");

/// How long a page may take.
const PATIENCE: Duration = Duration::from_secs(180);

/// How fast machine and network are.
#[derive(Clone, Copy, Debug)]
pub struct Speed {
    /// How many times slower than this machine.
    pub slowdown: f64,
    /// Bits a second in both directions, and milliseconds until an answer begins; a network without bounds where there is none.
    pub network: Option<(f64, f64)>,
    /// The width of the window in CSS pixels.
    pub width: u32,
}

/// A phone of the middle class, in a network of the third generation.
pub const PHONE: Speed = Speed {
    slowdown: 4.0,
    network: Some((1_600_000.0, 150.0)),
    width: 390,
};

/// This machine.
pub const DESK: Speed = Speed {
    slowdown: 1.0,
    network: None,
    width: 1280,
};

/// What a visit was like. Times in milliseconds since it began.
#[derive(Clone, Debug, Default)]
pub struct Visit {
    /// When there was something to see.
    pub first_paint: f64,
    /// When the largest thing was there to see.
    pub largest_paint: f64,
    /// When an issue could be opened; none where the page has no issues that open.
    pub opens: Option<f64>,
    /// When the timeline answered; none where the page has no timeline that does.
    pub answers: Option<f64>,
    /// How long the main thread was blocked: of each task what is over 50 ms.
    pub blocked: f64,
    /// How long its longest task took, where it took 50 ms.
    pub longest: f64,
    /// How much the layout shifted.
    pub shift: f64,
    /// Bytes of the scripts' own memory.
    pub heap: f64,
    /// Bytes of the program's memory.
    pub program: f64,
    /// Nodes of the page.
    pub nodes: f64,
    /// How long it took until the frame after each click.
    pub reactions: Vec<f64>,
    /// How long the first letter in the search took until it was answered, where one was typed.
    pub letter: Option<f64>,
    /// How long the longest task was between the click on the search and that answer, where it took 50 ms.
    pub letter_task: f64,
}

/// What came of a click or a letter, in milliseconds.
#[derive(Clone, Copy, Debug)]
pub struct Reaction {
    /// From the event until the frame that shows it has been handed over, with all waiting for the frame.
    pub took: f64,
    /// How long of that the main thread was at work. A frame is missed where this is longer than a frame.
    pub worked: f64,
}

/// A browser with its driver.
pub struct Browser {
    window: WebDriver,
    /// The browser's own name and version.
    pub name: String,
    _driver: Child,
}

impl Browser {
    /// Starts it.
    pub async fn start(browser: &Path, driver: &Path) -> Result<Self> {
        let (url, driver) = driver::start_chromium(driver).await?;
        let window = WebDriver::new(url, driver::chromium(browser)?).await?;
        window.set_script_timeout(PATIENCE).await?;
        let version = window
            .cdp()
            .send_raw("Browser.getVersion", json!({}))
            .await?;
        let name = version["product"].as_str().unwrap_or("Chromium").to_owned();
        Ok(Browser {
            window,
            name,
            _driver: driver,
        })
    }

    /// Ends it.
    pub async fn end(self) -> Result<()> {
        Ok(self.window.quit().await?)
    }

    async fn tell(&self, command: &str, arguments: Value) -> Result<Value> {
        let told = self.window.cdp().send_raw(command, arguments).await;
        told.with_context(|| command.to_owned())
    }

    /// What a JavaScript function of these lines returns.
    pub async fn ask(&self, script: &str) -> Result<Value> {
        let told = self.window.execute(script, Vec::new()).await;
        Ok(told.with_context(|| script.to_owned())?.json().clone())
    }

    async fn be(&self, speed: Speed) -> Result<()> {
        let (bits, latency) = speed.network.unwrap_or((-8.0, 0.0));
        let network = json!({
            "offline": false, "latency": latency,
            "downloadThroughput": bits / 8.0, "uploadThroughput": bits / 8.0,
        });
        let size =
            json!({ "width": speed.width, "height": 844, "deviceScaleFactor": 1, "mobile": false });
        self.tell("Network.enable", json!({})).await?;
        self.tell("Network.emulateNetworkConditions", network)
            .await?;
        self.tell(
            "Emulation.setCPUThrottlingRate",
            json!({ "rate": speed.slowdown }),
        )
        .await?;
        self.tell("Emulation.setDeviceMetricsOverride", size)
            .await?;
        Ok(())
    }

    /// Visits a page at its address and waits until it has come to rest.
    pub async fn visit(&self, page: &Page, url: &str, speed: Speed) -> Result<()> {
        // Away from the page before, which may still be at work.
        self.window.goto("about:blank").await?;
        self.tell("HeapProfiler.collectGarbage", json!({})).await?;
        self.be(speed).await?;
        let answers = if page.answers.is_empty() {
            "false"
        } else {
            page.answers
        };
        let source = MEASURE.replacen("=> OPENERS", &format!("=> {}", page.openers), 1);
        let source = source.replacen("=> ANSWERS", &format!("=> {answers}"), 1);
        let added = self
            .tell(
                "Page.addScriptToEvaluateOnNewDocument",
                json!({ "source": source }),
            )
            .await?;
        self.window.goto(url).await?;
        let awaited = !page.answers.is_empty();
        self.until(&format!("return __seen.isQuiet({awaited})"))
            .await
            .with_context(|| format!("{} did not come to rest", page.name))?;
        let added = json!({ "identifier": added["identifier"] });
        self.tell("Page.removeScriptToEvaluateOnNewDocument", added)
            .await?;
        Ok(())
    }

    /// Waits until a script says so.
    pub async fn until(&self, script: &str) -> Result<()> {
        let begun = Instant::now();
        while self.ask(script).await? != Value::Bool(true) {
            if begun.elapsed() > PATIENCE {
                bail!("waited too long for `{script}`");
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Ok(())
    }

    /// What was seen of the page that is visited.
    pub async fn seen(&self) -> Result<Visit> {
        let seen = self
            .ask("const { memory, ...seen } = __seen; return { ...seen, program: memory?.buffer.byteLength ?? 0 }")
            .await?;
        self.tell("Performance.enable", json!({})).await?;
        self.tell("HeapProfiler.collectGarbage", json!({})).await?;
        let told = self.tell("Performance.getMetrics", json!({})).await?;
        let metric = |name: &str| {
            let mut all = told["metrics"].as_array().into_iter().flatten();
            let metric = all.find(|metric| metric["name"] == name);
            metric.and_then(|metric| metric["value"].as_f64())
        };
        let number = |name: &str| seen[name].as_f64();
        let first_paint = number("first").context("nothing was painted")?;
        Ok(Visit {
            first_paint,
            largest_paint: number("largest").unwrap_or(first_paint),
            // What is there before anything is painted can't be opened before it is.
            opens: number("opens").map(|opens| opens.max(first_paint)),
            answers: number("answers"),
            blocked: number("blocked").unwrap_or_default(),
            longest: number("longest").unwrap_or_default(),
            shift: number("shift").unwrap_or_default(),
            heap: metric("JSHeapUsedSize").context("the heap")?,
            program: number("program").unwrap_or_default(),
            nodes: metric("Nodes").context("the nodes")?,
            reactions: Vec::new(),
            letter: None,
            letter_task: 0.0,
        })
    }

    /// Clicks so many times on what opens issues, one after the other, and says how long each took to be seen. Fails where
    /// nothing opens.
    pub async fn click_through(&self, times: usize) -> Result<Vec<f64>> {
        let mut reactions = Vec::new();
        for time in 0..times {
            let opener =
                format!("const all = __seen.openers(); const opener = all[{time} % all.length]; ");
            let height = "document.scrollingElement.scrollHeight";
            let place = self
                .ask(&format!(
                    "{opener} opener.scrollIntoView({{ block: 'center', behavior: 'instant' }});
                    const {{ left, top, height }} = opener.getBoundingClientRect();
                    return {{ x: left + 24, y: top + height / 2, height: {height} }}"
                ))
                .await?;
            reactions.push(self.react("click", self.click(&place)).await?.took);
            let changed = self
                .ask(&format!("return {height} !== {}", place["height"]))
                .await?;
            if changed != Value::Bool(true) {
                bail!("a click on an issue changed nothing");
            }
        }
        Ok(reactions)
    }

    async fn click(&self, place: &Value) -> Result<()> {
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({
                "type": kind, "x": place["x"], "y": place["y"], "button": "left", "clickCount": 1,
            });
            self.tell("Input.dispatchMouseEvent", event).await?;
        }
        Ok(())
    }

    /// Clicks on the element that an expression names, and says what came of it.
    pub async fn click_on(&self, element: &str) -> Result<Reaction> {
        let place = self
            .ask(&format!(
                "const element = {element}; element.scrollIntoView({{ block: 'center', behavior: 'instant' }});
                const {{ left, top, width, height }} = element.getBoundingClientRect();
                return {{ x: left + width / 2, y: top + height / 2 }}"
            ))
            .await?;
        self.react("click", self.click(&place)).await
    }

    /// Opens the search of the explainer and types a letter, the first thing that a reader does with the page. Returns how long the answer
    /// took, and the longest task on the way to it, zero where none took 50 ms.
    pub async fn first_letter(&self, letter: &str) -> Result<(f64, f64)> {
        let button = format!("{ROOT}.querySelector('.look')");
        self.until(&format!("return {button} !== null")).await?;
        self.ask(&format!(
            "const root = {ROOT}; __seen.longest = 0; __seen.letter = null;
            root.addEventListener('input', (event) => {{
                const look = () => root.querySelector('output')?.textContent ? (__seen.letter = performance.now() - event.timeStamp) : requestAnimationFrame(look);
                look();
            }}, {{ capture: true, once: true }})"
        ))
        .await?;
        self.click_on(&button).await?;
        let field = format!("{ROOT}.querySelector('input[type=search]')");
        self.until(&format!("return {field} !== null")).await?;
        let event = json!({ "type": "char", "text": letter });
        self.tell("Input.dispatchKeyEvent", event).await?;
        self.until("return __seen.letter !== null").await?;
        let seen = self.ask("return [__seen.letter, __seen.longest]").await?;
        let number = |at: usize| seen[at].as_f64().context("a time");
        Ok((number(0)?, number(1)?))
    }

    /// Types a letter into the field that has the focus, and says what came of it.
    pub async fn type_in(&self, letter: &str) -> Result<Reaction> {
        let typed = async {
            let event = json!({ "type": "char", "text": letter });
            self.tell("Input.dispatchKeyEvent", event).await.map(drop)
        };
        self.react("input", typed).await
    }

    /// Does something, and says what came of its event.
    async fn react(&self, kind: &str, act: impl Future<Output = Result<()>>) -> Result<Reaction> {
        self.ask("__seen.reactions.length = 0").await?;
        act.await?;
        let found = format!("__seen.reactions.find((each) => each.type === '{kind}')");
        self.until(&format!("return Boolean({found})")).await?;
        let seen = self.ask(&format!("return {found}")).await?;
        let time = |name: &str| seen[name].as_f64().context("a time");
        Ok(Reaction {
            took: time("took")?,
            worked: time("worked")?,
        })
    }
}
