//! The tests of a file, and the cases that they are: a test of every example is a case for each.

use anyhow::Result;

use crate::bench::Bench;
use crate::engine::Engine;
use crate::examples;
use crate::test::{RunExample, Test, Tier};

/// The tests of a file.
pub struct Suite {
    /// The name of its module.
    pub name: &'static str,
    /// Its tables of tests.
    pub tests: &'static [Test],
    /// Its tests of every example.
    pub each_example: &'static [Test<RunExample>],
}

/// A test to run; one of every example is a case for each of them.
pub struct Case {
    /// What it is called in the output.
    pub name: String,
    kind: Kind,
}

enum Kind {
    Test(Test),
    OfExample(Test<RunExample>, String),
}

impl Suite {
    /// The cases of this suite, in the order of its tables.
    pub fn cases(&self) -> Result<Vec<Case>> {
        let mut cases: Vec<_> = self.tests.iter().map(|test| Case::of(*test)).collect();
        if !self.each_example.is_empty() {
            for example in examples::names()? {
                let tests = self.each_example.iter();
                cases.extend(tests.map(|test| Case::of_example(*test, &example)));
            }
        }
        Ok(cases)
    }
}

impl Case {
    fn of(test: Test) -> Self {
        Case {
            name: test.name.to_owned(),
            kind: Kind::Test(test),
        }
    }

    fn of_example(test: Test<RunExample>, example: &str) -> Self {
        Case {
            name: format!("the example {example} {}", test.name),
            kind: Kind::OfExample(test, example.to_owned()),
        }
    }

    /// Whether a tier includes it in an engine.
    pub fn is_in(&self, tier: Tier, engine: Engine, is_named: bool) -> bool {
        match &self.kind {
            Kind::Test(test) => test.is_in(tier, engine, None, is_named),
            Kind::OfExample(test, example) => test.is_in(tier, engine, Some(example), is_named),
        }
    }

    /// Why it is skipped in an engine on this machine, if it is.
    pub fn skipped(&self, engine: Engine) -> Option<&'static str> {
        match &self.kind {
            Kind::Test(test) => test.skipped(engine),
            Kind::OfExample(test, _) => test.skipped(engine),
        }
    }

    /// Runs it.
    pub fn run(&self, bench: &Bench) -> Result<()> {
        match &self.kind {
            Kind::Test(test) => (test.run)(bench),
            Kind::OfExample(test, example) => (test.run)(bench, example),
        }
    }
}

/// Declares the modules of the suites, and `SUITES`; those after the semicolon have tests of every example as well.
macro_rules! suites {
    ($($name:ident)*; $($each:ident)*) => {
        $(mod $name;)*
        $(mod $each;)*
        const SUITES: &[suite::Suite] = &[
            $(suite::Suite { name: stringify!($name), tests: $name::TESTS, each_example: &[] },)*
            $(suite::Suite { name: stringify!($each), tests: $each::TESTS, each_example: $each::EACH_EXAMPLE },)*
        ];
    };
}
pub(crate) use suites;
