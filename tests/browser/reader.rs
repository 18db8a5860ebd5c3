//! A browser window, and what a reader does in it.

use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use thirtyfour::prelude::*;

use crate::engine::Seat;

/// How long a state may take to come before the test has failed. It is shorter than the 30 seconds after which an element says by
/// itself that something has not come, so that no test takes that for what it waits for.
const PATIENCE: Duration = Duration::from_secs(20);

/// Has every explainer load its widget that would wait for its reader. It is worth `undefined`.
const LOAD_WIDGETS: &str = "document.querySelectorAll('article-explainer:not([ready], [load])').forEach((each) => (each.load = 'now'))";

/// A reader in front of a browser window.
#[derive(Clone)]
pub struct Reader {
    pub window: WebDriver,
    pub seat: Arc<Seat>,
}

impl Reader {
    /// Opens a window in which nothing is left of any before.
    pub async fn sit_down(seat: Arc<Seat>) -> Result<Self> {
        let window = seat.open().await?;
        Ok(Reader { window, seat })
    }

    /// Leaves the browser to the next reader.
    pub async fn leave(self) {
        self.seat.keep(self.window).await;
    }

    /// Goes to an address.
    pub async fn go(&self, url: &str) -> Result<()> {
        Ok(self.window.goto(url).await?)
    }

    /// The first thing on the page that a selector finds inside the first explainer.
    pub async fn find(&self, selector: &str) -> Result<WebElement> {
        self.find_in("article-explainer", selector).await
    }

    /// The first thing that a selector finds inside the explainer that another selector finds.
    pub async fn find_in(&self, explainer: &str, selector: &str) -> Result<WebElement> {
        let mut found = self.found(explainer, selector).await?;
        ensure!(!found.is_empty(), "there is no {explainer} {selector}");
        Ok(found.swap_remove(0))
    }

    /// Everything that a selector finds inside the first explainer.
    pub async fn find_all(&self, selector: &str) -> Result<Vec<WebElement>> {
        self.found("article-explainer", selector).await
    }

    /// By script: the client asks for what is in a shadow root as if it were in an element, which Firefox refuses
    /// (thirtyfour 0.38.1).
    async fn found(&self, explainer: &str, selector: &str) -> Result<Vec<WebElement>> {
        let find = "const host = document.querySelector(arguments[0]); \
            return [...(host?.shadowRoot ?? host)?.querySelectorAll(arguments[1]) ?? []]";
        let what = vec![Value::from(explainer), Value::from(selector)];
        let found = self.window.execute(find, what).await?;
        Ok(found.elements()?)
    }

    /// Clicks with the mouse. Drivers take what is in closed `<details>` for hidden, even where the stylesheet shows it: stances are
    /// opened first.
    pub async fn click(&self, selector: &str) -> Result<()> {
        let element = self.find(selector).await?;
        let unfold =
            "const stance = arguments[0].closest('.stance'); if (stance) stance.open = true";
        self.window
            .execute(unfold, vec![element.to_json()?])
            .await?;
        element.scroll_into_view().await?;
        element
            .click()
            .await
            .with_context(|| format!("a click on {selector}"))
    }

    /// Chooses an issue or event by its radio button, which the browser shows as a chip or a station.
    pub async fn choose(&self, id: &str) -> Result<()> {
        self.ask(&format!("root.querySelector('[data-id=\"{id}\"]').click()"))
            .await?;
        Ok(())
    }

    /// Opens the search field and types into it.
    pub async fn search(&self, words: &str) -> Result<()> {
        self.until("root.querySelector('[data-loader=search] > *')")
            .await?;
        self.ask("root.querySelector('[data-action=search]')?.click()")
            .await?;
        let field = self.find("[data-loader=search] input").await?;
        field.clear().await?;
        Ok(field.send_keys(words).await?)
    }

    /// Presses keys, wherever the focus is.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Result<()> {
        Ok(self.window.action_chain().send_keys(keys).perform().await?)
    }

    /// What a script returns. `host` is the first explainer and `root` what its HTML is in: its shadow root, or itself.
    pub async fn ask(&self, script: &str) -> Result<Value> {
        let script = format!(
            "const host = document.querySelector('article-explainer'); const root = host?.shadowRoot ?? host; {script}"
        );
        let answer = self.window.execute(script.clone(), Vec::new()).await;
        Ok(answer.with_context(|| script)?.json().clone())
    }

    /// Waits until an expression over `host` and `root` holds.
    pub async fn until(&self, expression: &str) -> Result<()> {
        self.until_within(PATIENCE, expression).await
    }

    /// Waits so long at most until an expression over `host` and `root` holds.
    pub async fn until_within(&self, patience: Duration, expression: &str) -> Result<()> {
        let begun = Instant::now();
        loop {
            // A page that loads anew has no explainer for a moment.
            let asks = format!(
                "try {{ return Boolean({expression}) }} catch (error) {{ if (root) throw error; return false }}"
            );
            if self.ask(&asks).await? == Value::Bool(true) {
                return Ok(());
            }
            if begun.elapsed() > patience {
                bail!("waited in vain for: {expression}");
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Waits until an expression holds for which so many things have to be done, one after the other: a slow machine takes seconds for
    /// each.
    pub async fn until_all(&self, many: usize, expression: &str) -> Result<()> {
        let each = Duration::from_secs(6);
        let all = each * u32::try_from(many)?;
        self.until_within(PATIENCE.max(all), expression).await
    }

    /// Has every explainer load its widget now, where it would wait for its reader.
    pub async fn load_widgets(&self) -> Result<()> {
        self.ask(LOAD_WIDGETS).await?;
        Ok(())
    }

    /// Waits until the widget of the first explainer is there, which need not wait for its reader.
    pub async fn until_ready(&self) -> Result<()> {
        self.until(&format!("({LOAD_WIDGETS}) ?? host?.ready"))
            .await
    }

    /// Waits until so many frames have begun.
    pub async fn frames(&self, many: u32) -> Result<()> {
        let wait = format!(
            "let left = {many};
            const done = arguments[0], look = () => (left-- > 0 ? requestAnimationFrame(look) : done());
            look();"
        );
        self.window.execute_async(wait, Vec::new()).await?;
        Ok(())
    }

    /// The id of the item inside the first explainer that has the focus.
    pub async fn focused(&self) -> Result<Value> {
        self.ask("return root.activeElement?.closest('[id]')?.id ?? null;")
            .await
    }
}
