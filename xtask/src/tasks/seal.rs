//! The files of a bundle as they are shipped: one script under a name that stays, and all that it loads in a folder that is
//! named by a hash of what is in it.
//!
//! So what may be kept for ever can be told from what may not, a site that is being updated serves old files to old
//! pages and new ones to new, and an older script brings its own files back. The script also checks the glue, the
//! program and the stylesheet against hashes before it uses them, so that who vouches for the script (`integrity` on its
//! tag) vouches for all.

use std::ffi::OsString;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::process::{output, run as execute, step};
use crate::project;
use crate::tasks::shrink::{Names, shrink};
use crate::trouble::{Outcome, Trouble};

/// The files that the script checks, and what it calls them.
const CHECKED: [(&str, &str); 6] = [
    ("tools.js", "TOOLS"),
    ("full.js", "FULL"),
    ("full.wasm", "FULL_WASM"),
    ("light.js", "LIGHT"),
    ("light.wasm", "LIGHT_WASM"),
    ("explainer.css", "CSS"),
];

/// The modules: what they are called, and their glue and program as wasm-bindgen has named them.
const FULL: (&str, &str, &str) = ("full", "article-explainer.js", "article-explainer_bg.wasm");
const LIGHT: (&str, &str, &str) = ("light", "light.js", "light_bg.wasm");

/// How the names of the properties begin that Yew marks elements with, and what they begin with here. A page may be written
/// in Yew itself, in a bundle of its own: each would take the other's marks for its own, and not hear what it is meant to.
const YEW: &str = "__yew_";
const OWN: &str = "__explainer_";

/// Prints the integrity of each file that it is given, as `<script integrity>` takes it. Node is there for wasm-opt anyway.
const INTEGRITY: &str = "for (const file of process.argv.slice(1)) \
    console.log('sha256-' + require('crypto').createHash('sha256').update(require('fs').readFileSync(file)).digest('base64'))";

/// Prints a hash of the files that it is given, with their names, in hexadecimal digits.
const NAME: &str = "const hash = require('crypto').createHash('sha256'); \
    for (const file of process.argv.slice(1)) \
    hash.update(require('path').basename(file) + '\\0').update(require('fs').readFileSync(file)); \
    console.log(hash.digest('hex').slice(0, 16))";

/// The browsers that the scripts are written for: those that know declarative shadow roots (Baseline 2024).
const TARGET: &str = "--target=es2022";

/// Seals the bundle in `folder`, where glue and program of each module are, and `parts` holds the stylesheet and the words.
/// For release, the program is made small. Returns the name of the folder that all of them are in now.
pub fn seal(folder: &Path, parts: &Path, is_release: bool) -> Outcome<String> {
    module(FULL, folder, parts, is_release)?;
    if is_release {
        module(LIGHT, folder, parts, is_release)?;
    } else {
        // One module does for both while the project is worked on.
        for end in ["js", "wasm"] {
            let [full, light] = [FULL, LIGHT].map(|(name, ..)| parts.join(format!("{name}.{end}")));
            fs::copy(&full, &light).map_err(cant(&full))?;
        }
    }
    tools(folder, parts)?;
    let names = names(parts).map_err(cant(parts))?;
    let files: Vec<String> = names.iter().map(|name| shown(&parts.join(name))).collect();
    let hash = node(NAME, &files)?;
    let addresses = folder.join("addresses.js");
    fs::write(&addresses, script(parts, &hash, &names)?).map_err(cant(&addresses))?;
    esbuild(
        &project::root().join("src/element/explainer.js"),
        &folder.join("explainer.js"),
        &["--bundle".into(), alias("addresses", &addresses)],
    )?;
    fs::remove_file(&addresses).map_err(cant(&addresses))?;
    fs::rename(parts, folder.join(&hash)).map_err(cant(folder))?;
    Ok(hash)
}

/// Puts a module into `parts`: its program, made small for release, and its script.
fn module(
    (name, glue, wasm): (&str, &str, &str),
    folder: &Path,
    parts: &Path,
    is_release: bool,
) -> Outcome {
    let (glue, wasm) = (folder.join(glue), folder.join(wasm));
    let short = match is_release {
        true => Some(shrink(&wasm, folder.join("names.json"))?),
        false => None,
    };
    step("Writing the scripts …");
    let [script, program] = ["js", "wasm"].map(|end| format!("{name}.{end}"));
    let minified = folder.join("glue.js");
    let renaming = short.as_ref().map(Names::in_glue).unwrap_or_default();
    esbuild(&glue, &minified, &renaming)?;
    let marking = fs::read_to_string(&minified).map_err(cant(&minified))?;
    let marking = marking.replace(YEW, OWN);
    let own = wasm.file_name().unwrap_or_default().to_string_lossy();
    fs::write(&minified, marking.replace(&*own, &program)).map_err(cant(&minified))?;
    let source = project::root().join("src/element").join(&script);
    esbuild(
        &source,
        &parts.join(&script),
        &["--bundle".into(), alias("glue", &minified)],
    )?;
    for file in [&glue, &minified] {
        fs::remove_file(file).map_err(cant(file))?;
    }
    if let Some(short) = short {
        short.clear().map_err(cant(folder))?;
    }
    fs::rename(&wasm, parts.join(program)).map_err(cant(&wasm))
}

/// Writes the script of the controls that need script, with its stylesheet inside.
fn tools(folder: &Path, parts: &Path) -> Outcome {
    let source = project::root().join("src/style/tools");
    let names = names(&source).map_err(cant(&source))?;
    let sheets: Result<Vec<String>, _> = names
        .iter()
        .map(|name| fs::read_to_string(source.join(name)))
        .collect();
    let sheet = folder.join("tools.css");
    fs::write(&sheet, sheets.map_err(cant(&source))?.concat()).map_err(cant(&sheet))?;
    let minified = folder.join("minified.css");
    esbuild(&sheet, &minified, &[])?;
    esbuild(
        &project::root().join("src/element/tools.js"),
        &parts.join("tools.js"),
        &[
            "--bundle".into(),
            "--loader:.css=text".into(),
            alias("tools.css", &minified),
        ],
    )?;
    for file in [&sheet, &minified] {
        fs::remove_file(file).map_err(cant(file))?;
    }
    Ok(())
}

/// Tells esbuild which file is imported by a name.
fn alias(name: &str, file: &Path) -> OsString {
    let mut alias = OsString::from(format!("--alias:{name}="));
    alias.push(file);
    alias
}

/// The tag that loads the element of the bundle in `folder`, with its integrity.
pub fn tag(folder: &Path) -> Outcome<String> {
    let integrity = node(INTEGRITY, &[shown(&folder.join("explainer.js"))])?;
    Ok(format!(
        "<script type=\"module\" src=\"explainer.js\" integrity=\"{integrity}\" crossorigin=\"anonymous\"></script>"
    ))
}

/// The names of the files in a folder, in order.
fn names(folder: &Path) -> std::io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

/// A script that knows where the files are and what they have to be. Each address is a literal beside `import.meta.url`,
/// which bundlers find too.
fn script(parts: &Path, hash: &str, names: &[String]) -> Outcome<String> {
    let address = |name: &str| format!("new URL(\"./{hash}/{name}\", import.meta.url).href");
    let mut script = String::new();
    let mut integrity = String::new();
    for (name, constant) in CHECKED {
        let hash = node(INTEGRITY, &[shown(&parts.join(name))])?;
        // Writing to a String can't fail.
        let _ = writeln!(script, "export const {constant} = {};", address(name));
        let _ = write!(integrity, "{constant}: \"{hash}\", ");
    }
    let words = names.iter().filter_map(|name| {
        let language = name.strip_prefix("words.")?.strip_suffix(".json")?;
        Some(format!("{language}: {}, ", address(name)))
    });
    let words: String = words.collect();
    let article = address("article.json");
    let _ = writeln!(
        script,
        "export const FILES = {{ article: {article}, {words} }};"
    );
    let _ = writeln!(script, "export const INTEGRITY = {{ {integrity} }};");
    Ok(script)
}

/// What Node prints for some files.
fn node(script: &str, files: &[String]) -> Outcome<String> {
    let call = ["-e", script, "--"]
        .into_iter()
        .chain(files.iter().map(String::as_str));
    output("node", &call.collect::<Vec<_>>()).ok_or_else(|| {
        Trouble::new(
            format!("can't read {}", files.join(", ")),
            "build again with `cargo xtask build`",
        )
    })
}

/// Minifies a script.
fn esbuild(script: &Path, into: &Path, options: &[OsString]) -> Outcome {
    let mut outfile = OsString::from("--outfile=");
    outfile.push(into);
    let program = project::node_modules().join("esbuild/bin/esbuild");
    let mut node = Command::new("node");
    node.arg(program).arg(script).arg(outfile).args(options);
    node.args(["--format=esm", "--minify", "--log-level=warning", TARGET]);
    execute(&mut node, "the output above says why")
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// What to say where a file of the bundle can't be moved or written.
fn cant(path: &Path) -> impl Fn(std::io::Error) -> Trouble {
    let path = shown(path);
    move |why| {
        Trouble::new(
            format!("can't finish {path}: {why}"),
            "build again with `cargo xtask build`",
        )
    }
}
