//! `cargo xtask test`: all tests, those in browsers included, on a fresh release bundle.
//!
//! Tests that need the built thing find it by these variables of the environment:
//!
//! ```text
//! EXPLAINER_DIST           the bundle
//! EXPLAINER_CHROME         the browser
//! EXPLAINER_CHROMEDRIVER   its driver
//! EXPLAINER_AXE            the accessibility checks, a script to put into a page
//! EXPLAINER_NODE_MODULES   the npm packages: fonts, TypeScript, the types of schema.org, sanitizers
//! EXPLAINER_PROGRAM        the program `explainer` with the bundle inside it
//! EXPLAINER_PACKAGE        the npm package
//! EXPLAINER_YEW_HOST       a page written in Yew that embeds the explainer, compiled
//! EXPLAINER_NGINX          nginx, where there is one with brotli
//! EXPLAINER_NGINX_MODULES  the folder of its modules
//! EXPLAINER_WORDPRESS      WordPress' folder, where there is one
//! EXPLAINER_PICTURES       `accept` where new pictures replace the kept ones (`--accept-pictures`)
//! ```

use super::{build, package, yew_host};
use crate::process::{run as execute, step};
use crate::project;
use crate::setup;
use crate::trouble::Outcome;

/// What has new pictures kept instead of compared with the kept ones.
const ACCEPT: &str = "--accept-pictures";

/// Builds the bundle and runs the tests; `--accept-pictures` is ours, all other arguments are for `cargo test`.
pub fn run(arguments: &[String]) -> Outcome {
    let (accepts, arguments) = accepting(arguments);
    // First, since a missing browser may be an error and is said before minutes are spent.
    let browser = setup::browser::find_or_install()?;
    let nginx = setup::nginx::find_or_install()?;
    let bundling = setup::bundling()?;
    let packages = setup::packages::for_tests()?;
    let wordpress = setup::wordpress::find_or_bring()?;
    build::release(&bundling, &[])?;
    step("Building the program with the bundle inside it …");
    let program = build::program()?;
    let package = package::pack(&program)?;
    let yew_host = yew_host::build(&bundling)?;
    let mut cargo = project::cargo();
    cargo.args(["test", "--workspace"]).args(arguments);
    cargo.env("EXPLAINER_DIST", project::dist());
    cargo.env("EXPLAINER_CHROME", &browser.chrome);
    cargo.env("EXPLAINER_CHROMEDRIVER", &browser.driver);
    cargo.env("EXPLAINER_AXE", &packages.axe);
    cargo.env("EXPLAINER_NODE_MODULES", &packages.folder);
    cargo.env("EXPLAINER_PROGRAM", &program);
    cargo.env("EXPLAINER_PACKAGE", &package);
    cargo.env("EXPLAINER_YEW_HOST", &yew_host);
    if let Some(nginx) = &nginx {
        cargo.env("EXPLAINER_NGINX", &nginx.program);
        cargo.env("EXPLAINER_NGINX_MODULES", &nginx.modules);
    }
    if let Some(wordpress) = wordpress {
        cargo.env("EXPLAINER_WORDPRESS", wordpress);
    }
    if accepts {
        cargo.env("EXPLAINER_PICTURES", "accept");
    }
    step("Running all tests …");
    execute(
        &mut cargo,
        "the output above says which test failed; `cargo xtask test -- NAME` runs those of a name alone",
    )
}

/// Whether pictures are to be accepted, and the arguments for `cargo test`: ours stands first, and a `--` may part them.
fn accepting(arguments: &[String]) -> (bool, &[String]) {
    match arguments.split_first() {
        Some((first, rest)) if first == ACCEPT => match rest.split_first() {
            Some((dashes, rest)) if dashes == "--" => (true, rest),
            _ => (true, rest),
        },
        _ => (false, arguments),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is asked for by these words: whether pictures are accepted, and the rest.
    fn asked(words: &str) -> (bool, String) {
        let words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
        let (accepts, rest) = accepting(&words);
        (accepts, rest.join(" "))
    }

    #[test]
    fn pictures_are_accepted_where_that_is_asked_for() {
        assert_eq!(asked("--accept-pictures"), (true, String::new()));
        assert_eq!(
            asked("--accept-pictures -- --test browser -- short"),
            (true, "--test browser -- short".to_owned())
        );
    }

    #[test]
    fn without_that_all_is_for_cargo_test() {
        assert_eq!(asked("-p article"), (false, "-p article".to_owned()));
        assert_eq!(asked(""), (false, String::new()));
    }
}
