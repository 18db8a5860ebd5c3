//! Whether what comes and goes leaves anything behind.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::test::{Test, test};
use crate::bench::Bench;
use crate::reader::Reader;
use crate::site::{LISTEN, Site};

pub const TESTS: &[Test] = &[
    test("five hundred explainers that come and go leave nothing behind", come_and_go).slow("hundreds of cycles"),
    test("five hundred moves leave nothing behind, and what is open open", moves).slow("hundreds of cycles"),
    test("an explainer that leaves the page and comes back a hundred times leaves nothing behind", leave_and_return).slow("hundreds of cycles"),
];

/// What counts, before everything else on the page: the listeners that whatever outlives an explainer has, and the memory
/// of the program. It also counts the turns of a loop that a test starts, and keeps what stopped it.
const COUNT: &str = "<script>
    var listeners = 0, memory, turns = 0, stopped = null;
    var captures = (options) => options === true || Boolean(options?.capture);
    for (const target of [window, document, visualViewport]) {
        const kept = [];
        const at = (type, does, options) => kept.findIndex((each) => each[0] === type && each[1] === does && each[2] === captures(options));
        const drop = (...all) => { if (at(...all) >= 0) { kept.splice(at(...all), 1); listeners-- } };
        const [add, remove] = [target.addEventListener, target.removeEventListener];
        target.addEventListener = (type, does, options) => {
            if (at(type, does, options) < 0) {
                kept.push([type, does, captures(options)]);
                listeners++;
                options?.signal?.addEventListener('abort', () => drop(type, does, options));
            }
            add.call(target, type, does, options);
        };
        target.removeEventListener = (type, does, options) => {
            drop(type, does, options);
            remove.call(target, type, does, options);
        };
    }
    var run = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...all) => {
        const made = await run(...all);
        memory = Object.values(made.instance.exports).find((each) => each instanceof WebAssembly.Memory);
        return made;
    };
    // From text, so that it is the page's own: what a driver runs may end with the driver's next word.
    var turn = async (times, text) => {
        const does = new (async () => {}).constructor(text);
        try { for (let each = 0; each < times; each++) { await does(); turns++ } } catch (error) { stopped = String(error) }
    };
    // Elements that have left the page, and how many nodes a tree has, shadow trees among it.
    var gone = [];
    var size = (node) => [...node.childNodes].reduce((sum, each) => sum + size(each), 1 + (node.shadowRoot ? size(node.shadowRoot) : 0));
    var told = (element, type) => new Promise((done) => element.addEventListener(type, done, { once: true }));
    var later = () => new Promise((done) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => { port1.close(); done() }; port2.postMessage(0) });
</script>";

/// How much there is of what an explainer could leave behind.
#[derive(Debug)]
struct Count {
    /// Bytes of the program's memory.
    memory: i64,
    /// Listeners of what outlives an explainer.
    listeners: i64,
    /// Elements in the page, beneath shadow roots too.
    elements: i64,
    /// What the browser tells of itself after it has thrown away what nobody has hold of, where it does: nodes whether in the
    /// page or not, listeners on them, and bytes of the scripts' own memory.
    inside: Option<[i64; 3]>,
    /// How many elements that left the page the browser still has hold of, and how many nodes these have.
    gone: [i64; 2],
}

/// How many of them a browser may have hold of, however many there were: Chromium (156) keeps some in its tree of style scopes and
/// one where a form control was changed last, by heap snapshots.
const MOST_GONE: i64 = 6;

/// How many listeners an explainer has at most, beside those of its widget.
const LISTENERS: i64 = 16;

async fn count(reader: &Reader) -> Result<Count> {
    let counts = reader
        .ask(
            "const all = (root) => [...root.querySelectorAll('*')].reduce((sum, each) => sum + 1 + (each.shadowRoot ? all(each.shadowRoot) : 0), 0);
            return [memory.buffer.byteLength, listeners, all(document)]",
        )
        .await?;
    let at = |index: usize| counts[index].as_i64().context("a count");
    let inside = reader.seat.count(&reader.window).await?;
    let kept = "const kept = gone.map((each) => each.deref()).filter(Boolean); return [kept.length, kept.reduce((sum, each) => sum + size(each), 0)]";
    let kept = reader.ask(kept).await?;
    let gone = [0, 1].map(|at| kept[at].as_i64().unwrap_or_default());
    Ok(Count {
        memory: at(0)?,
        listeners: at(1)?,
        elements: at(2)?,
        inside,
        gone,
    })
}

/// Bytes that there may be more of than before, whatever is done how often: what a browser does by itself, caches, compiled code,
/// memory of the program that lies between pieces that are in use. Before the explainer let go of all, it was ten megabytes.
const SLACK: i64 = 512 * 1024;

/// Has the page do something a few times, so that what is made once is made; then `times` times, and compares.
async fn nothing_is_left(reader: &Reader, times: usize, does: &str) -> Result<()> {
    repeat(reader, 20, does).await?;
    let before = count(reader).await?;
    repeat(reader, times, does).await?;
    let after = count(reader).await?;
    println!("{times} times: {before:?}\n     after: {after:?}");
    ensure!(after.elements == before.elements, "{before:?} {after:?}");
    ensure!(after.listeners == before.listeners, "{before:?} {after:?}");
    let memory = after.memory - before.memory;
    ensure!(
        memory < SLACK,
        "{memory} more bytes of the program's memory"
    );
    let (kept, more) = (after.gone[0], after.gone[1] - before.gone[1]);
    if let (Some(before), Some(after)) = (before.inside, after.inside) {
        let [nodes, listeners, heap] = [0, 1, 2].map(|at| after[at] - before[at]);
        ensure!(kept <= MOST_GONE, "{kept} explainers are kept");
        // A browser has nodes of its own in <details> and fields.
        ensure!(nodes <= more * 6 / 5, "{nodes} more nodes, of which {more} are of explainers that are kept");
        ensure!(listeners <= kept * LISTENERS, "{listeners} more listeners");
        ensure!(heap < SLACK, "{heap} more bytes");
    }
    ensure!(reader.ask("return [errors, uncaught].flat()").await? == serde_json::json!([]));
    Ok(())
}

/// How often the page does something before the test asks again.
const PART: usize = 10;

/// Has the page do something so many times, one after the other.
async fn repeat(reader: &Reader, times: usize, does: &str) -> Result<()> {
    for part in (0..times).step_by(PART).map(|done| PART.min(times - done)) {
        let text = Value::from(does);
        reader
            .ask(&format!("window.turns = 0; turn({part}, {text})"))
            .await?;
        reader
            .until_all(part, &format!("stopped || turns === {part}"))
            .await?;
        let stopped = reader.ask("return stopped").await?;
        ensure!(stopped.is_null(), "{stopped}");
    }
    Ok(())
}

/// A page that counts, with this in its body.
fn counting(body: &str) -> Site {
    let page = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Test</title>{COUNT}{LISTEN}\
         <script type=module src=/explainer.js></script><body>{body}<div></div><div></div>"
    );
    Site::default().file("/", &page)
}

fn come_and_go(bench: &Bench) -> Result<()> {
    bench.show(counting(""), |reader, _| async move {
        reader
            .until("customElements.get('article-explainer')")
            .await?;
        let cycle = "
            const element = document.createElement('article-explainer');
            element.load = 'now';
            const shown = told(element, 'explainer-ready');
            document.body.append(element);
            await shown;
            // As readers leave it: something chosen, something searched for.
            element.shadowRoot.querySelector('[data-id=helsinki]').click();
            element.shadowRoot.querySelector('[data-action=search]').click();
            await later();
            const field = element.shadowRoot.querySelector('input[type=search]');
            field.value = 'sanctions';
            field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
            await later();
            element.remove();
            gone.push(new WeakRef(element));
            await later();
            ready.length = 0;";
        nothing_is_left(&reader, 500, cycle).await
    })
}

fn moves(bench: &Bench) -> Result<()> {
    let site = counting("<article-explainer load=now></article-explainer>");
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        reader.click("#syria > summary").await?;
        let moved = "
            const element = document.querySelector('article-explainer');
            const [one, other] = document.querySelectorAll('body > div');
            (element.parentElement === one ? other : one).append(element);
            await later();";
        nothing_is_left(&reader, 500, moved).await?;
        let state = "return [ready.length, root.querySelector('#syria').open]";
        ensure!(reader.ask(state).await? == Value::from(vec![Value::from(1), Value::from(true)]));
        Ok(())
    })
}

fn leave_and_return(bench: &Bench) -> Result<()> {
    let site = Site::as_built().changed(&bench.dist, |html| {
        html.replacen("<head>", &format!("<head>{COUNT}"), 1)
    })?;
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        let returns = "
            const element = document.querySelector('article-explainer');
            const place = element.parentElement;
            element.remove();
            await later();
            element.load = 'now';
            const again = told(element, 'explainer-ready');
            place.append(element);
            if (!(await again).detail.prerendered) throw new Error('rendered again');";
        nothing_is_left(&reader, 100, returns).await
    })
}
