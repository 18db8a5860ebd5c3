//! WebKitGTK, on a screen of its own, with the settings that a desktop would tell it.
//!
//! Its driver knows nothing of colour schemes and of motion. The browser asks its desktop, as all of GTK's programs do:
//! by XSETTINGS, for which xsettingsd stands in for a desktop here.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde_json::json;
use thirtyfour::Capabilities;
use thirtyfour::prelude::*;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::window::Shown;

/// A screen that is nowhere to be seen, and the settings of who looks at it.
pub struct Screen {
    display: String,
    settings: PathBuf,
    desktop: Child,
    _server: Child,
}

impl Screen {
    pub async fn set_up(home: &Path) -> Result<Self> {
        let mut server = Command::new(program("XVFB", "Xvfb"))
            .args(["-displayfd", "1", "-screen", "0", "1400x1000x24"])
            .args(["-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .context("can't start Xvfb")?;
        let output = server.stdout.take().context("Xvfb has no output")?;
        let number = BufReader::new(output).lines().next_line().await?;
        let display = format!(":{}", number.context("Xvfb ended before it had a screen")?);
        let settings = home.join("settings");
        std::fs::write(&settings, settings_for(Shown::Light, true))?;
        let desktop = Command::new(program("XSETTINGSD", "xsettingsd"))
            .arg("--config")
            .arg(&settings)
            .env("DISPLAY", &display)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .context("can't start xsettingsd")?;
        Ok(Screen {
            display,
            settings,
            desktop,
            _server: server,
        })
    }

    /// Tells the browser what is shown, and whether things may move.
    pub async fn set(&self, shown: Shown, moves: bool) -> Result<()> {
        std::fs::write(&self.settings, settings_for(shown, moves))?;
        let desktop = self.desktop.id().context("xsettingsd has ended")?;
        // The shell's own `kill`: not every machine has the program.
        let told = Command::new("sh")
            .args(["-c", &format!("kill -HUP {desktop}")])
            .status()
            .await?;
        ensure!(told.success(), "xsettingsd has ended");
        Ok(())
    }
}

/// The program of this name, unless the environment names another.
fn program(variable: &str, name: &str) -> std::ffi::OsString {
    let named = std::env::var_os(variable).filter(|named| !named.is_empty());
    named.unwrap_or_else(|| name.into())
}

fn settings_for(shown: Shown, moves: bool) -> String {
    let theme = if shown.is_dark() {
        "Adwaita-dark"
    } else {
        "Adwaita"
    };
    format!(
        "Net/ThemeName \"{theme}\"\nGtk/EnableAnimations {}\n",
        u8::from(moves)
    )
}

/// Starts the driver on a port of its own choice, which it does not say: it is looked up.
pub async fn start(driver: &Path, home: &Path, screen: &Screen) -> Result<(String, Child)> {
    // The browser's own bars, as small as they can be: they set how narrow the window gets.
    let style = home.join("gtk-3.0");
    std::fs::create_dir_all(&style)?;
    std::fs::write(
        style.join("gtk.css"),
        "* { border-width: 0; font-size: 1px; margin: 0; min-height: 0; min-width: 0; padding: 0 }",
    )?;
    let mut child = Command::new(driver)
        .arg("--port=0")
        .env("DISPLAY", &screen.display)
        .env("HOME", home)
        .env("XDG_CONFIG_HOME", home)
        .env_remove("WAYLAND_DISPLAY")
        // Nobody listens to what assistive technology is told, and asking for it takes its time.
        .env("NO_AT_BRIDGE", "1")
        // There is no graphics card: what would be drawn by one is drawn by the processor all the same, by way of a card that is
        // made believe, for half as much work again.
        .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
        // Root's browsers have no sandbox to be in.
        .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .with_context(|| format!("can't start {}", driver.display()))?;
    loop {
        if let Some(ended) = child.try_wait()? {
            bail!("{} ended before it listened: {ended}", driver.display());
        }
        if let Some(port) = child.id().and_then(listening) {
            return Ok((format!("http://127.0.0.1:{port}"), child));
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

/// The port that a process of Linux listens on.
fn listening(process: u32) -> Option<u16> {
    let folder = PathBuf::from(format!("/proc/{process}"));
    let sockets: Vec<String> = std::fs::read_dir(folder.join("fd"))
        .ok()?
        .filter_map(|file| std::fs::read_link(file.ok()?.path()).ok())
        .filter_map(|link| {
            let number = link.to_str()?.strip_prefix("socket:[")?.strip_suffix(']')?;
            Some(number.to_owned())
        })
        .collect();
    let table = std::fs::read_to_string(folder.join("net/tcp")).ok()?;
    // A line a socket: its number, its own address and port, the other's, its state (0A listens), …, and its inode.
    table.lines().find_map(|line| {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let is_ours = fields.get(3) == Some(&"0A")
            && sockets
                .iter()
                .any(|socket| Some(&socket.as_str()) == fields.get(9));
        let (_, port) = fields.get(1)?.split_once(':')?;
        is_ours.then(|| u16::from_str_radix(port, 16).ok())?
    })
}

pub fn wishes(browser: &Path, without_script: bool) -> Result<Capabilities> {
    let script = format!("--enable-javascript={}", !without_script);
    let options = json!({ "binary": browser, "args": ["--automation", script] });
    let mut wishes = Capabilities::new();
    wishes.set("webkitgtk:browserOptions", options)?;
    Ok(wishes)
}

/// How long a new tab may take to have the size and the settings that every test begins with.
const RENEWAL: Duration = Duration::from_secs(2);

/// Opens a new tab in place of the one that is there, and returns whether it can be used: a tab whose process was just starting may
/// have missed a change of the desktop's settings.
pub async fn renew(window: &WebDriver, screen: &Screen) -> Result<bool> {
    screen.set(Shown::Light, true).await?;
    let tab = window.new_tab().await?;
    window.close_window().await?;
    window.switch_to_window(tab).await?;
    window.set_window_rect(0, 0, 1280, 900).await?;
    let is_new = "return innerWidth === 1280 && !matchMedia('(prefers-color-scheme: dark)').matches \
        && !matchMedia('(prefers-reduced-motion)').matches";
    let begun = Instant::now();
    while begun.elapsed() < RENEWAL {
        if window.execute(is_new, Vec::new()).await?.json() == true {
            return Ok(true);
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Ok(false)
}

pub async fn fill(window: &WebDriver, screen: &Screen, width: u32, shown: Shown) -> Result<()> {
    ensure!(
        matches!(shown, Shown::Light | Shown::Dark),
        "WebKitGTK has no setting for print media or forced colours"
    );
    screen.set(shown, false).await?;
    let bars = window
        .execute("return outerHeight - innerHeight", Vec::new())
        .await?;
    let bars = bars.json().as_u64().context("a height")? as u32;
    window.set_window_rect(0, 0, width, 900 + bars).await?;
    Ok(())
}
