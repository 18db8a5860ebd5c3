//! Links, the page's hash, and its history.

use anyhow::{Result, ensure};
use thirtyfour::Key;

use crate::test::{NAVIGATION, Test, test};
use crate::bench::{Bench, read};
use crate::site::Site;

pub const TESTS: &[Test] = &[
    test("a quotation leads to its passage, and Back returns to the link", there_and_back).quick().in_each_engine(NAVIGATION),
    test("an address with the id of an issue opens and chooses it", address).quick().in_each_engine(NAVIGATION),
    test("an address with the id of an event or a section leads there", addresses).in_each_engine(NAVIGATION),
    test("a choice is kept in the address without an entry in the history, and a reload keeps it", kept).in_each_engine(NAVIGATION),
    test("a hash that is somebody else's is left alone", foreign_hash),
    test("the page's own history state is kept beside the explainer's", foreign_state).in_each_engine(NAVIGATION),
    test("a link in the page around the explainer reveals too", link_outside),
    test("the skip link leads to the article", skip).in_each_engine(NAVIGATION),
];

fn there_and_back(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        reader.click("#accidents summary").await?;
        let link = "root.querySelector('#accidents .in-context')";
        reader.ask(&format!("{link}.scrollIntoView({{ block: 'center' }}); {link}.focus({{ preventScroll: true }})")).await?;
        let place = reader.ask("return Math.round(scrollY)").await?;
        reader.press(Key::Enter).await?;
        reader.until("location.hash.startsWith('#explainer-passage-') && root.activeElement.matches('.passage')").await?;
        let words = reader.ask("return root.activeElement.textContent").await?;
        let words = words.as_str().unwrap_or_default();
        ensure!(words.starts_with("Both sides want to avoid accidents"), "{words}");
        let seen = "return root.activeElement.getBoundingClientRect().top > 0 && root.activeElement.getBoundingClientRect().top < innerHeight";
        ensure!(reader.ask(seen).await? == true, "the passage is out of sight");
        reader.window.back().await?;
        reader.until(&format!("location.hash === '' && Math.abs(scrollY - {place}) < 2 && root.activeElement === {link}")).await
    })
}

fn address(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built(), |reader, site| async move {
        reader.go(&site.url("/#explainer-syria")).await?;
        reader.until("root.querySelector('#syria').open && root.querySelector('[data-id=syria]:checked')").await?;
        ensure!(reader.focused().await? == "syria");
        Ok(())
    })
}

fn addresses(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built(), |reader, site| async move {
        for (id, shown) in [
            ("hamburg", "root.querySelector('[data-id=hamburg]:checked') && root.querySelector('#hamburg .card').checkVisibility()"),
            ("allies", "root.querySelector('#allies').getBoundingClientRect().top < innerHeight && root.activeElement?.id === 'allies'"),
        ] {
            reader.go("about:blank").await?;
            reader.go(&site.url(&format!("/#explainer-{id}"))).await?;
            reader.until(shown).await?;
        }
        Ok(())
    })
}

fn kept(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        let entries = reader.ask("return history.length").await?;
        reader.choose("syria").await?;
        reader.until("location.hash === '#explainer-syria'").await?;
        ensure!(reader.ask("return history.length").await? == entries, "an entry of its own");
        reader.window.refresh().await?;
        reader.until("root.querySelector('[data-id=syria]:checked')").await?;
        ensure!(reader.ask("return root.querySelector('#syria').open || scrollY > 0").await? == false, "a reload goes elsewhere");
        Ok(())
    })
}

fn foreign_hash(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built(), |reader, site| async move {
        reader.go(&site.url("/#/route/syria")).await?;
        reader.until_ready().await?;
        reader.ask("location.hash = '#other-syria'").await?;
        reader.frames(4).await?;
        ensure!(reader.ask("return root.querySelector('[open], [data-id]:checked')").await?.is_null());
        Ok(())
    })
}

fn foreign_state(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        reader.ask("history.replaceState({ route: 'home' }, '')").await?;
        reader.choose("hamburg").await?;
        reader.until("location.hash === '#explainer-hamburg'").await?;
        ensure!(reader.ask("return history.state.route").await? == "home");
        Ok(())
    })
}

fn link_outside(bench: &Bench) -> Result<()> {
    let body = "<a id=out href='#explainer-syria'>Syria</a><article-explainer></article-explainer>";
    bench.show(Site::with_body(body), |reader, _| async move {
        reader.until_ready().await?;
        reader.ask("document.getElementById('out').click()").await?;
        reader.until("root.querySelector('#syria').open && root.activeElement?.closest('#syria')").await
    })
}

fn skip(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        reader.ask("root.querySelector('.skip').focus()").await?;
        reader.press(Key::Enter).await?;
        reader.until("root.activeElement?.id === '_lead'").await
    })
}
