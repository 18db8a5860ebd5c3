//! `cargo xtask serve`: builds, serves on this machine alone, and rebuilds on change.

pub mod announce;

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::process::{Child, Command};

use crate::process::step;
use crate::setup;
use crate::trouble::{Outcome, Trouble};

/// The port that is served on where none is asked for.
const PORT: u16 = 8080;

/// Serves; `--port N` is ours, all other arguments are for Trunk.
pub fn run(arguments: &[String]) -> Outcome {
    let (port, rest) = port(arguments)?;
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    // Trunk would find out only after it has built.
    drop(TcpListener::bind(address).map_err(|why| {
        Trouble::new(
            format!("can't serve on {address}: {why}"),
            "choose another: `cargo xtask serve --port 8081`",
        )
    })?);
    let bundling = setup::bundling()?;
    let mut trunk = bundling.trunk("serve");
    trunk.args([
        "--address",
        &address.ip().to_string(),
        "--port",
        &port.to_string(),
    ]);
    // Looking up the names of the address may ask the network and wait for it.
    trunk.args(["--disable-address-lookup", "true"]).args(rest);
    step(format!(
        "Building, then serving on http://{address}/ (the first time takes some minutes) …"
    ));
    let announcer = announce::start(address)?;
    become_trunk(trunk, announcer)
}

/// The port that is asked for, and the other arguments.
fn port(arguments: &[String]) -> Outcome<(u16, Vec<&String>)> {
    let (mut port, mut rest) = (PORT, Vec::new());
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        let number = match argument.split_once('=') {
            Some(("--port", number)) => Some(number),
            _ if argument == "--port" || argument == "-p" => {
                Some(arguments.next().map_or("", String::as_str))
            }
            _ => None,
        };
        match number {
            Some(number) => {
                port = number.parse().map_err(|_| {
                    Trouble::usage(
                        format!("`{number}` is not a port"),
                        "give a number: `cargo xtask serve --port 8081`",
                    )
                })?;
            }
            None => rest.push(argument),
        }
    }
    Ok((port, rest))
}

/// Hands this process over to Trunk, so that whatever ends the task, Ctrl-C or a signal to it alone, ends the server.
#[cfg(unix)]
fn become_trunk(mut trunk: Command, mut announcer: Child) -> Outcome {
    use std::os::unix::process::CommandExt;
    let why = trunk.exec();
    let _ = announcer.kill();
    Err(Trouble::new(
        format!("trunk did not start: {why}"),
        "run this again",
    ))
}

/// Runs Trunk to its end; Ctrl-C reaches it as it reaches this process.
#[cfg(not(unix))]
fn become_trunk(mut trunk: Command, mut announcer: Child) -> Outcome {
    let outcome = crate::process::run(&mut trunk, "the output above says why");
    let _ = announcer.kill();
    outcome
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The port and the rest that these words ask for.
    fn asked(words: &str) -> Option<(u16, String)> {
        let words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
        let (port, rest) = port(&words).ok()?;
        Some((
            port,
            rest.into_iter().cloned().collect::<Vec<_>>().join(" "),
        ))
    }

    #[test]
    fn a_port_is_taken_in_each_way_that_trunk_takes_it() {
        assert_eq!(asked("--port 9000"), Some((9000, String::new())));
        assert_eq!(asked("--port=9000"), Some((9000, String::new())));
        assert_eq!(asked("-p 9000"), Some((9000, String::new())));
    }

    #[test]
    fn what_is_not_the_port_is_handed_on_to_trunk() {
        assert_eq!(
            asked("--open --port 9000 --release"),
            Some((9000, "--open --release".to_owned()))
        );
        assert_eq!(asked(""), Some((PORT, String::new())));
    }

    #[test]
    fn a_port_that_is_no_number_is_refused() {
        assert_eq!(asked("--port web"), None);
        assert_eq!(asked("--port"), None);
    }
}
