//! WordPress, whose filter is tried on what pages are given: its code and PHP, without a site or a database.
//!
//! `WORDPRESS` names its folder. Otherwise both come from Debian's packages, where root asks; elsewhere the few tests that
//! need them are left out, since nothing else in the project runs on PHP.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::debian::Apt;
use crate::process::{find, run, run_long, step};
use crate::project;
use crate::trouble::{Outcome, Trouble};

/// A file that every WordPress has: the filter.
const FILTER: &str = "wp-includes/kses.php";

/// Where Debian's package has WordPress, once it is unpacked.
const PACKAGED: &str = "unpacked/usr/share/wordpress";

/// WordPress' folder, or `None` where there is none and none may be brought.
pub fn find_or_bring() -> Outcome<Option<PathBuf>> {
    if let Some(folder) = env::var_os("WORDPRESS").map(PathBuf::from) {
        return named(folder).map(Some);
    }
    let folder = project::root().join("target/wordpress");
    let brought = folder.join(PACKAGED);
    if find("php").is_none() || !is_wordpress(&brought) {
        let Some(apt) = Apt::as_root().filter(|_| find("dpkg-deb").is_some()) else {
            step(
                "WordPress: not found, its tests are left out; WORDPRESS may name its folder, with php on PATH",
            );
            return Ok(None);
        };
        bring(&apt, &folder)?;
    }
    if !is_wordpress(&brought) {
        let what = format!("Debian's package of WordPress lacks {PACKAGED}/{FILTER}");
        return Err(Trouble::new(
            what,
            "set WORDPRESS to the folder of another one",
        ));
    }
    step("WordPress: found in target/wordpress");
    Ok(Some(brought))
}

/// The folder that the environment names.
fn named(folder: PathBuf) -> Outcome<PathBuf> {
    let mend = "set WORDPRESS to a folder with WordPress in it and have php on PATH, or unset it";
    if !is_wordpress(&folder) {
        let what = format!(
            "WORDPRESS names {}, which has no {FILTER}",
            folder.display()
        );
        return Err(Trouble::new(what, mend));
    }
    if find("php").is_none() {
        return Err(Trouble::new("php is not on PATH", mend));
    }
    step(format!("WordPress: found, {}", folder.display()));
    Ok(folder)
}

fn is_wordpress(folder: &Path) -> bool {
    folder.join(FILTER).is_file()
}

/// Installs PHP for the command line, and unpacks WordPress without installing it and the server that it depends on.
fn bring(apt: &Apt, folder: &Path) -> Outcome {
    let mend =
        "install php-cli, set WORDPRESS to a folder with WordPress in it, and run this again";
    let trouble = |why: std::io::Error| {
        Trouble::new(format!("can't write {}: {why}", folder.display()), mend)
    };
    fs::create_dir_all(folder).map_err(trouble)?;
    let apt = |arguments: &[&str]| {
        let mut command = apt.command();
        command
            .current_dir(folder)
            .args(["-q", "-o", "DPkg::Lock::Timeout=300"])
            .args(arguments);
        command
    };
    let what = "Installing PHP and unpacking WordPress, for its filter";
    run_long(what, "some seconds", &mut apt(&["update"]), mend)?;
    if find("php").is_none() {
        run(
            &mut apt(&["install", "-y", "--no-install-recommends", "php-cli"]),
            mend,
        )?;
    }
    run(&mut apt(&["download", "wordpress"]), mend)?;
    let mut packages = fs::read_dir(folder)
        .map_err(trouble)?
        .flatten()
        .map(|entry| entry.path());
    let package = packages.find(|path| path.extension().is_some_and(|ending| ending == "deb"));
    let package = package.ok_or_else(|| Trouble::new("apt-get downloaded no package", mend))?;
    // What was interrupted does not pass for unpacked.
    let unpacking = folder.join("unpacking");
    run(
        Command::new("dpkg-deb")
            .arg("-x")
            .arg(package)
            .arg(&unpacking),
        mend,
    )?;
    fs::rename(unpacking, folder.join("unpacked")).map_err(trouble)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_without_wordpress_is_refused_by_its_name() {
        let refused = named(project::xtask().to_path_buf()).map_err(|trouble| trouble.to_string());
        assert!(
            refused.is_err_and(|said| said.contains("xtask, which has no wp-includes/kses.php"))
        );
    }
}
