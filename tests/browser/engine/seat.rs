//! Where a window opens: a driver, and what else runs for it.
//!
//! Two of the three drivers serve one window at a time, and WebKit's window wants a screen that no other takes the focus on.
//! So each window has a seat to itself while it is open. The seat is kept, and so are the browsers that can be made as good as
//! new: each test has a new tab, in which nothing is left of the one before, and each site has a port of its own.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context, Result, bail};
use thirtyfour::{Capabilities, WebDriver};
use tokio::process::Child;
use tokio::sync::Mutex;

use super::{Engine, chromium, firefox, webkit};
use crate::window::Shown;

/// A seat. Whatever runs for it ends with it.
pub struct Seat {
    pub engine: Engine,
    /// Whether its browser runs no scripts: that is a setting of the whole browser.
    without_script: bool,
    browser: PathBuf,
    home: PathBuf,
    driver_url: String,
    screen: Option<webkit::Screen>,
    /// A browser that goes on when its window's test has ended.
    kept: Mutex<Option<WebDriver>>,
    _driver: Child,
}

impl Drop for Seat {
    fn drop(&mut self) {
        // It ends, before its folder goes.
        drop(self.kept.get_mut().take());
        // What can't be removed lies in a folder for what is temporary.
        let _ = std::fs::remove_dir_all(&self.home);
    }
}

/// The seats that nobody sits on.
#[derive(Default)]
pub struct Seats(Mutex<Vec<Arc<Seat>>>);

impl Seats {
    /// A seat that is free, or a new one. One is set up at a time: screens look for a free number.
    pub async fn take(&self, engine: Engine, without_script: bool) -> Result<Arc<Seat>> {
        let mut free = self.0.lock().await;
        let suits =
            |seat: &Arc<Seat>| (seat.engine, seat.without_script) == (engine, without_script);
        match free.iter().position(suits) {
            Some(at) => Ok(free.swap_remove(at)),
            None => {
                let seat = Seat::set_up(engine, without_script).await;
                Ok(Arc::new(seat.with_context(|| engine.name())?))
            }
        }
    }

    /// Gives a seat back whose window was closed.
    pub async fn give_back(&self, seat: Arc<Seat>) {
        self.0.lock().await.push(seat);
    }
}

impl Seat {
    async fn set_up(engine: Engine, without_script: bool) -> Result<Self> {
        let driver = engine.driver()?;
        let home = home(engine)?;
        let (screen, (driver_url, driver)) = match engine {
            Engine::Chromium => (None, chromium::start(&driver).await?),
            Engine::Firefox => (None, firefox::start(&driver, &home).await?),
            Engine::WebKit => {
                let screen = webkit::Screen::set_up(&home).await?;
                let driver = webkit::start(&driver, &home, &screen).await?;
                (Some(screen), driver)
            }
        };
        Ok(Seat {
            engine,
            without_script,
            browser: engine.browser()?,
            home,
            driver_url,
            screen,
            kept: Mutex::default(),
            _driver: driver,
        })
    }

    /// Opens a window in which nothing is left of any before.
    pub async fn open(&self) -> Result<WebDriver> {
        if let Some(window) = self.kept.lock().await.take()
            && let Some(window) = self.renew(window).await?
        {
            return Ok(window);
        }
        let wishes: Capabilities = match self.engine {
            Engine::Chromium => chromium::wishes(&self.browser, self.without_script)?,
            Engine::Firefox => firefox::wishes(&self.browser, &self.home, self.without_script)?,
            Engine::WebKit => webkit::wishes(&self.browser, self.without_script)?,
        };
        if let Some(screen) = &self.screen {
            screen.set(Shown::Light, true).await?;
        }
        let window = WebDriver::new(self.driver_url.as_str(), wishes).await?;
        if self.engine == Engine::WebKit {
            window.set_window_rect(0, 0, 1280, 900).await?;
        }
        Ok(window)
    }

    /// Keeps the browser for the next window.
    pub async fn keep(&self, window: WebDriver) {
        self.kept.lock().await.replace(window);
    }

    /// A new tab in a kept browser; `None` where the browser can't be made as good as new, and was closed.
    async fn renew(&self, window: WebDriver) -> Result<Option<WebDriver>> {
        match self.engine {
            Engine::Chromium => chromium::renew(window).await.map(Some),
            Engine::Firefox => firefox::renew(window).await.map(Some),
            Engine::WebKit => {
                let screen = self.screen.as_ref().context("a screen")?;
                if webkit::renew(&window, screen).await? {
                    return Ok(Some(window));
                }
                window.quit().await?;
                Ok(None)
            }
        }
    }

    /// Makes the page's part of the window so wide, and has the browser take itself for what the page is to be shown in.
    pub async fn fill(&self, window: &WebDriver, width: u32, shown: Shown) -> Result<()> {
        match (self.engine, &self.screen) {
            (Engine::Chromium, _) => chromium::fill(window, width, shown).await,
            (Engine::Firefox, _) => firefox::fill(window, width, shown).await,
            (Engine::WebKit, screen) => {
                let screen = screen.as_ref().context("a screen")?;
                webkit::fill(window, screen, width, shown).await
            }
        }
    }
}

impl Seat {
    /// Has the browser throw away what nobody has hold of, and counts what it has then: nodes whether in the page or not,
    /// listeners on them, bytes of the scripts' own memory. `None` where an engine does not tell.
    pub async fn count(&self, window: &WebDriver) -> Result<Option<[i64; 3]>> {
        match self.engine {
            Engine::Chromium => chromium::count(window).await.map(Some),
            Engine::Firefox | Engine::WebKit => Ok(None),
        }
    }

    /// Has the browser put the page to sleep as it does with tabs that are long out of sight, or wakes it.
    pub async fn freeze(&self, window: &WebDriver, freezes: bool) -> Result<()> {
        match self.engine {
            Engine::Chromium => chromium::freeze(window, freezes).await,
            Engine::Firefox | Engine::WebKit => bail!("no command of its driver freezes a tab"),
        }
    }
}

/// A folder for what a browser keeps in its user's folder, so that none is touched that is somebody's.
fn home(engine: Engine) -> Result<PathBuf> {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let home = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("homes")
        .join(format!("{}-{}-{number}", engine.name(), std::process::id()));
    std::fs::create_dir_all(&home)?;
    Ok(home)
}
