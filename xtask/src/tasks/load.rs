//! `cargo xtask load`: how much the server of `deploy/nginx.conf` answers, measured with wrk on this machine.

use std::path::Path;
use std::process::Command;

use super::build;
use crate::nginx::Nginx;
use crate::process::{output, run as execute, step};
use crate::project;
use crate::setup;
use crate::trouble::{Outcome, Trouble};

/// How long each file is asked for, and by how many connections at once.
const CALL: [&str; 4] = [
    "--threads=1",
    "--connections=64",
    "--duration=10s",
    "--latency",
];

/// Builds the first article's pages for a server, serves them and asks for them.
pub fn run(_arguments: &[String]) -> Outcome {
    let nginx = setup::nginx::find_or_install()?
        .ok_or_else(|| Trouble::new("there is no nginx to measure", "install it as said above"))?;
    build::release(&setup::bundling()?, &[])?;
    let program = build::program()?;
    let folder = project::root().join("target/load");
    let site = folder.join("site");
    let mut build = Command::new(program);
    build
        .args(["build", "--compress", "seeds/helsinki-summit.md", "-o"])
        .arg(&site);
    execute(
        build.current_dir(project::root()),
        "the output above says why",
    )?;
    let cant =
        |why: std::io::Error| Trouble::new(format!("can't measure: {why}"), "run this again");
    let serve = (nginx.program.as_path(), nginx.modules.as_path());
    let server =
        Nginx::serve(serve, project::root(), &site, &folder.join("nginx")).map_err(cant)?;
    let loaded = build::loaded(&site.join("explainer")).map_err(cant)?;
    let loaded = loaded.file_name().unwrap_or_default().to_string_lossy();
    println!(
        "{:>12} {:>10} {:>10} {:>10}  file",
        "answers/s", "MB/s", "median", "99 %"
    );
    for path in [
        "/helsinki-summit.html".to_owned(),
        "/explainer/explainer.js".to_owned(),
        format!("/explainer/{loaded}/full.wasm"),
    ] {
        step(format!("Asking for {path} …"));
        println!("{}", row(&said(&server.url(&path))?, &path));
    }
    Ok(())
}

/// What wrk says of an address that is asked for as browsers do.
fn said(url: &str) -> Outcome<String> {
    let call = [
        &CALL[..],
        &["--header", "Accept-Encoding: gzip, deflate, br", url],
    ]
    .concat();
    output("wrk", &call).ok_or_else(|| Trouble::new("wrk failed", "install wrk and run this again"))
}

/// The figures of what wrk says, as a row; an answer other than 200 is said too.
fn row(said: &str, path: &str) -> String {
    let after = |label: &str| {
        let line = said
            .lines()
            .find(|line| line.trim_start().starts_with(label));
        let figure = line.and_then(|line| line.trim_start().strip_prefix(label));
        figure.map_or("?", str::trim)
    };
    let failed = match after("Non-2xx or 3xx responses:") {
        "?" => String::new(),
        failed => format!(" ({failed} failed)"),
    };
    let name = Path::new(path)
        .file_name()
        .unwrap_or_default()
        .to_string_lossy();
    format!(
        "{:>12} {:>10} {:>10} {:>10}  {name}{failed}",
        after("Requests/sec:"),
        after("Transfer/sec:"),
        after("50%"),
        after("99%")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figures_of_wrk_become_a_row() {
        let said = "Running 10s test\n  Latency Distribution\n     50%    2.10ms\n     99%    9.00ms\n  \
            Non-2xx or 3xx responses: 7\nRequests/sec:  12345.67\nTransfer/sec:    100.00MB\n";
        assert_eq!(
            row(said, "/a/b.html"),
            "    12345.67   100.00MB     2.10ms     9.00ms  b.html (7 failed)"
        );
    }
}
