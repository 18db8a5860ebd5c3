//! What a browser test declares about itself: its name, its tier, its engines, and the reason where one of these is not the
//! default.
//!
//! ```text
//! test("a result is counted", counts)          Chromium in the standard tier, all engines in the full tier
//!     .quick()                                 in the quick tier as well
//!     .slow("ten megabytes of text")           in the full tier only
//!     .in_each_engine(INPUT)                   in all engines from the standard tier on
//!     .in_each_engine_with("everything", INPUT)   so with one example, by default with the others
//!     .in_one_engine("compares screenshots")   in Chromium only, in every tier
//!     .not_in(Engine::WebKit, "no touch")      skipped there, with this reason
//!     .needs(Need::Nginx)                      skipped where the machine has none
//! ```

use anyhow::Result;

use crate::bench::Bench;
use crate::engine::Engine;

/// The result depends on how an engine lays out boxes and text.
pub const LAYOUT: &str = "engines lay out boxes and text differently";

/// The result depends on how an engine handles keyboard, pointer and focus.
pub const INPUT: &str = "engines handle keyboard, pointer and focus differently";

/// The result depends on session history, fragments or scroll restoration.
pub const NAVIGATION: &str = "engines handle history, fragments and scroll restoration differently";

/// The result depends on how an engine fetches, checks and compiles scripts, styles and WebAssembly.
pub const LOADING: &str = "engines load and check scripts, styles and WebAssembly differently";

/// The result depends on custom elements, shadow roots or other DOM interfaces.
pub const DOM: &str = "engines differ in custom elements, shadow roots and node lifetime";

/// The result depends on what an engine does without script.
pub const NO_SCRIPT: &str = "engines turn script off in different ways";

/// The result depends on Unicode data and text handling of an engine.
pub const TEXT: &str = "engines ship different Unicode data and ranges";

/// The result depends on limits of an engine: nesting, stack and memory.
pub const LIMITS: &str = "engines have different limits of nesting, stack and memory";

/// Kept screenshots are of one engine.
pub const SCREENSHOTS: &str =
    "screenshots are compared with those of one engine: others smooth letters differently";

/// How much of the suite a run includes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// The journeys in Chromium that catch most regressions.
    Quick,
    /// Everything in Chromium; in the other engines what may depend on the engine.
    Standard,
    /// Everything in every engine, slow tests included.
    Full,
}

impl Tier {
    /// The tier that the environment names; the standard one by default.
    pub fn from_environment() -> Self {
        match std::env::var("EXPLAINER_TIER").as_deref() {
            Ok("quick") => Tier::Quick,
            Ok("full") => Tier::Full,
            _ => Tier::Standard,
        }
    }
}

/// The engines that a test runs in.
#[derive(Clone, Copy)]
enum Engines {
    /// Chromium in the standard tier, all in the full tier.
    Default,
    /// All from the standard tier on.
    Each,
    /// All from the standard tier on with this example; Chromium with the others.
    EachWith(&'static str),
    /// Chromium in every tier.
    One,
}

/// Software that not every machine has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// nginx with its brotli module.
    Nginx,
    /// WordPress and PHP.
    WordPress,
}

impl Need {
    /// Why a test that needs this is skipped, if it is missing.
    fn missing(self) -> Option<&'static str> {
        let (variable, reason) = match self {
            Need::Nginx => ("EXPLAINER_NGINX", "nginx with brotli is not installed"),
            Need::WordPress => ("EXPLAINER_WORDPRESS", "WordPress is not installed"),
        };
        std::env::var_os(variable).is_none().then_some(reason)
    }
}

/// Runs a test in an engine.
pub type Run = fn(&Bench) -> Result<()>;

/// Runs a test of one example, named by its document, in an engine.
pub type RunExample = fn(&Bench, &str) -> Result<()>;

/// A browser test.
#[derive(Clone, Copy)]
pub struct Test<F = Run> {
    /// A sentence about behaviour.
    pub name: &'static str,
    /// Fails where the sentence does not hold.
    pub run: F,
    tier: Tier,
    engines: Engines,
    exceptions: [Option<(Engine, &'static str)>; 2],
    need: Option<Need>,
}

/// A test in the standard tier.
pub const fn test(name: &'static str, run: Run) -> Test {
    Test::standard(name, run)
}

/// A test of every example; its name continues "the example NAME".
pub const fn each_example(name: &'static str, run: RunExample) -> Test<RunExample> {
    Test::standard(name, run)
}

impl<F: Copy> Test<F> {
    const fn standard(name: &'static str, run: F) -> Self {
        Test {
            name,
            run,
            tier: Tier::Standard,
            engines: Engines::Default,
            exceptions: [None; 2],
            need: None,
        }
    }

    /// Also in the quick tier: a journey that breaks with many kinds of mistakes.
    pub const fn quick(self) -> Self {
        Test {
            tier: Tier::Quick,
            ..self
        }
    }

    /// In the full tier only, for this reason.
    pub const fn slow(self, _reason: &'static str) -> Self {
        Test {
            tier: Tier::Full,
            ..self
        }
    }

    /// In every engine from the standard tier on, because its result can depend on the engine in this way.
    pub const fn in_each_engine(self, _reason: &'static str) -> Self {
        Test {
            engines: Engines::Each,
            ..self
        }
    }

    /// In every engine from the standard tier on with one example, as with [`Test::in_each_engine`]; with the others only in the full
    /// tier.
    pub const fn in_each_engine_with(self, example: &'static str, _reason: &'static str) -> Self {
        Test {
            engines: Engines::EachWith(example),
            ..self
        }
    }

    /// In Chromium only, in every tier, for this reason.
    pub const fn in_one_engine(self, _reason: &'static str) -> Self {
        Test {
            engines: Engines::One,
            ..self
        }
    }

    /// Skipped in an engine, for this reason.
    pub const fn not_in(self, engine: Engine, reason: &'static str) -> Self {
        let [first, second] = self.exceptions;
        let exceptions = match first {
            None => [Some((engine, reason)), second],
            Some(_) => [first, Some((engine, reason))],
        };
        Test { exceptions, ..self }
    }

    /// Skipped where the machine lacks something.
    pub const fn needs(self, need: Need) -> Self {
        Test {
            need: Some(need),
            ..self
        }
    }

    /// Whether a tier includes this test in an engine, of this example if it is of one. A test that was asked for by name runs in
    /// every engine, whatever its tier.
    pub fn is_in(&self, tier: Tier, engine: Engine, example: Option<&str>, is_named: bool) -> bool {
        let is_chromium = engine == Engine::Chromium;
        let in_engine = match self.engines {
            Engines::One => is_chromium,
            _ if is_named => true,
            Engines::Default => is_chromium || tier == Tier::Full,
            Engines::Each => is_chromium || tier >= Tier::Standard,
            Engines::EachWith(one) => {
                is_chromium || tier == Tier::Full || tier == Tier::Standard && example == Some(one)
            }
        };
        in_engine && (self.tier <= tier || is_named)
    }

    /// Why this test is skipped in an engine on this machine, if it is.
    pub fn skipped(&self, engine: Engine) -> Option<&'static str> {
        let mut exceptions = self.exceptions.into_iter().flatten();
        let exception = exceptions.find(|(exception, _)| *exception == engine);
        let missing = self.need.and_then(Need::missing);
        exception.map(|(_, reason)| reason).or(missing)
    }
}
