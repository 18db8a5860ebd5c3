//! What an engine can't do, or the tests can't have it do, and why: the one table of it.
//!
//! A test that is named here is skipped in that engine, and its reason is said. `--include-ignored` tries it nevertheless:
//! a reason that no longer holds is to be found out.

use anyhow::{Result, ensure};

use crate::engine::Engine;

/// Tests that an engine can't pass.
struct Cannot {
    engine: Engine,
    why: &'static str,
    /// The sentences of these tests.
    tests: &'static [&'static str],
}

const ONE_OF_PICTURES: &str =
    "pictures are kept of one engine: letters of another have other edges";

/// What WebKit's window can't be shown in.
pub const WEBKIT_MEDIA: &str = "nothing has WebKitGTK take itself for paper or force its colours";

/// Half a million elements.
const LONG: &str =
    "it can, in a minute (33 s and 46 s alone on two cores); one engine shows it in every run";

/// What puts a tab to sleep.
pub const SLEEP: &str = "no command puts a tab of it to sleep";

const CANNOT: &[Cannot] = &[
    Cannot {
        engine: Engine::Firefox,
        why: ONE_OF_PICTURES,
        tests: PICTURES,
    },
    Cannot {
        engine: Engine::WebKit,
        why: ONE_OF_PICTURES,
        tests: PICTURES,
    },
    Cannot {
        engine: Engine::WebKit,
        why: "WebKitWebDriver does not print: it knows no such command",
        tests: PAPER,
    },
    Cannot {
        engine: Engine::WebKit,
        why: "WebKitWebDriver has no fingers: of what a finger does it makes what a mouse does",
        tests: &[
            "the first tap on a passage shows what it bears on, the second goes there",
            "a tap on what a passage bears on goes there",
            "the timeline pans and zooms by touch",
        ],
    },
    Cannot {
        engine: Engine::WebKit,
        why: "WebKitWebDriver turns the wheel without Ctrl, and at once back again",
        tests: &[
            "the timeline zooms by wheel with Ctrl and leaves the plain wheel to the page",
            "a hundred events stay readable, and zooming brings out more",
        ],
    },
    Cannot {
        engine: Engine::Firefox,
        why: LONG,
        tests: HUGE,
    },
    Cannot {
        engine: Engine::WebKit,
        why: LONG,
        tests: HUGE,
    },
    Cannot {
        engine: Engine::Firefox,
        why: SLEEP,
        tests: ASLEEP,
    },
    Cannot {
        engine: Engine::WebKit,
        why: SLEEP,
        tests: ASLEEP,
    },
    Cannot {
        engine: Engine::WebKit,
        why: "WebKit does not check the hash of a module that is preloaded (`modulepreload`)",
        tests: &["glue that is not the one that was built is not run"],
    },
];

const PICTURES: &[&str] = &[
    "looks as it did",
    "an explainer that speaks Arabic looks as it did",
    "pictures are kept only of what is looked at",
];

const HUGE: &[&str] = &["a hundred thousand marks are shown, and lead where they say"];

const ASLEEP: &[&str] = &["a tab that is put to sleep and woken answers as before"];

const PAPER: &[&str] = &[
    "on paper every issue is open, and every event is there",
    "on paper closed answers are open too, without script as well",
    "a page that asks for what is shown gets it on paper",
    "on paper links that lead elsewhere say where",
    "on paper there is nothing to press",
];

/// Why an engine can't pass the test with this sentence.
pub fn why(engine: Engine, sentence: &str) -> Option<&'static str> {
    let row = CANNOT
        .iter()
        .find(|row| row.engine == engine && row.tests.contains(&sentence));
    row.map(|row| row.why)
}

/// Sees that every test that is named here is there.
pub fn is_of(sentences: &[&str]) -> Result<()> {
    let mut named = CANNOT.iter().flat_map(|row| row.tests);
    let gone = named.find(|test| !sentences.contains(test));
    ensure!(
        gone.is_none(),
        "tests/browser/cannot.rs names a test that is not there: {gone:?}"
    );
    Ok(())
}

/// How narrow an engine's window gets.
pub fn narrowest(engine: Engine) -> u32 {
    match engine {
        Engine::Chromium | Engine::Firefox => 0,
        // The bar of MiniBrowser's own buttons.
        Engine::WebKit => 290,
    }
}
