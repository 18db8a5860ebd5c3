//! nginx with Debian's module for files that are compressed with brotli, behind which the explainer is tried as it is deployed.
//!
//! It is brought where root asks, from Debian's packages; nothing is left running. Elsewhere the few tests that need it
//! are left out.

use std::path::{Path, PathBuf};

use super::debian::Apt;
use crate::process::{find, run, run_long, step};
use crate::trouble::Outcome;

/// The module.
const MODULE: &str = "ngx_http_brotli_static_module.so";

/// Where Debian's packages put modules.
const MODULES: &str = "/usr/lib/nginx/modules";

/// What brings both, and the generator of load.
const PACKAGES: [&str; 3] = ["nginx", "libnginx-mod-http-brotli-static", "wrk"];

/// nginx and its modules.
pub struct Nginx {
    /// The program.
    pub program: PathBuf,
    /// The folder of its modules.
    pub modules: PathBuf,
}

/// nginx with the module, or nothing where it is not there and may not be brought.
pub fn find_or_install() -> Outcome<Option<Nginx>> {
    if nginx().is_none() || find("wrk").is_none() {
        install()?;
    }
    let nginx = nginx();
    step(match &nginx {
        Some(nginx) => format!("nginx with brotli: found, {}", nginx.program.display()),
        None => format!(
            "nginx with brotli: not found, its tests are left out; on Debian `apt-get install {}`",
            PACKAGES.join(" ")
        ),
    });
    Ok(nginx)
}

/// nginx, where its module is there too.
fn nginx() -> Option<Nginx> {
    // Debian keeps servers out of users' PATH.
    let program = find("nginx").or_else(|| find("/usr/sbin/nginx"))?;
    let modules = PathBuf::from(MODULES);
    Path::new(MODULES)
        .join(MODULE)
        .is_file()
        .then_some(Nginx { program, modules })
}

/// Installs it where this is Debian's kind of system and root asks.
fn install() -> Outcome {
    let Some(apt) = Apt::as_root() else {
        return Ok(());
    };
    let mend = format!("install {} by hand and run this again", PACKAGES.join(", "));
    let apt = || {
        let mut command = apt.command();
        // The package would start a server for all the world.
        command.env("RUNLEVEL", "1");
        command
    };
    run(apt().args(["update", "-q"]), &mend)?;
    let arguments = ["install", "-y", "-q", "--no-install-recommends"];
    run_long(
        "Installing nginx and wrk with apt-get",
        "some seconds",
        apt().args(arguments).args(PACKAGES),
        &mend,
    )
}
