//! The program as it is shipped: made small by wasm-opt, and with short names for what it and its glue know each other by.
//!
//! wasm-bindgen's names end in hashes, which no compression makes smaller, in the program and again in the glue.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::process::{output, step};
use crate::setup::packages;
use crate::trouble::{Outcome, Trouble};

/// Has wasm-opt give short names, which it prints as JSON.
const RENAME: &[&str] = &["--minify-imports-and-exports-and-modules"];

/// Has it make the program small until nothing more changes: small as it is sent, compressed. Functions that stay by themselves are
/// more bytes than those that are put where they are called from, and compress better, since the compiler writes them alike; so do
/// values that are worked out twice, zeros, and reads and writes that all claim the same alignment.
const SMALL: &[&str] = &[
    "-O3",
    "--converge",
    "--one-caller-inline-max-function-size=0",
    "--flexible-inline-max-function-size=0",
    "--skip-pass=local-cse",
    "--skip-pass=memory-packing",
    "--dealign",
    // Rust puts nothing into the first kilobyte but the end of the stack.
    "--low-memory-unused",
    "--strip-target-features",
];

/// Of what wasm-opt has printed makes what esbuild takes: names and short names, and an expression for all names. A program has one module of imports, its glue; wasm-opt calls it `a` and does not say so.
const NAMES: &str = "const { imports, exports } = JSON.parse(process.argv[1]); \
    const short = Object.fromEntries([...imports.map((each) => each.slice(1)), ...exports, [imports[0][0], 'a']]); \
    const any = (names) => `^(?:${names.map((name) => name.replace(/\\W/g, '\\\\$&')).join('|')})$`; \
    const names = Object.keys(short); \
    console.log(JSON.stringify(short)); \
    console.log(any(names))";

/// What the items of a program are called now.
pub struct Names {
    /// For esbuild: which name has become which.
    file: PathBuf,
    /// An expression for all of them.
    all: String,
}

/// Makes a program small, in place. Writes its names to a `file`, from which esbuild reads them.
pub fn shrink(program: &Path, file: PathBuf) -> Outcome<Names> {
    step("Making the program small …");
    // In two goes: one that goes on until nothing changes would rename what has been renamed.
    let said = wasm_opt(program, RENAME)?;
    wasm_opt(program, SMALL)?;
    let given = output("node", &["-e", NAMES, "--", &said]).unwrap_or_default();
    let [short, all] = given.lines().collect::<Vec<_>>()[..] else {
        return Err(trouble(format!(
            "does not say which names it has given:\n{said}"
        )));
    };
    fs::write(&file, short).map_err(|why| {
        Trouble::new(
            format!("can't write {}: {why}", file.display()),
            "build again with `cargo xtask build`",
        )
    })?;
    Ok(Names {
        file,
        all: all.to_owned(),
    })
}

impl Names {
    /// What esbuild has to be told so that the glue calls the program's items by their short names.
    pub fn in_glue(&self) -> Vec<OsString> {
        let mut file = OsString::from("--mangle-cache=");
        file.push(&self.file);
        let names = format!("--mangle-props={}", self.all);
        vec![file, names.into(), "--mangle-quoted".into()]
    }

    /// Removes the file of the names.
    pub fn clear(self) -> io::Result<()> {
        fs::remove_file(self.file)
    }
}

/// Runs wasm-opt on a program, in place, and returns what it prints.
fn wasm_opt(program: &Path, passes: &[&str]) -> Outcome<String> {
    let made = Command::new("node")
        .arg(packages::wasm_opt())
        .arg(program)
        .args(passes)
        .arg("-o")
        .arg(program)
        .stderr(Stdio::inherit())
        .output()
        .map_err(|why| trouble(format!("did not start: {why}")))?;
    match made.status.success() {
        true => Ok(String::from_utf8_lossy(&made.stdout).into_owned()),
        false => Err(trouble(format!("failed ({})", made.status))),
    }
}

fn trouble(why: String) -> Trouble {
    Trouble::new(
        format!("wasm-opt {why}"),
        "see that `node` runs; else remove the folder xtask/node_modules and build again",
    )
}
