//! WebKitGTK's MiniBrowser and WebKitWebDriver, which are built as one, and what they run under: a screen of their own, and
//! somebody who tells them of the reader's settings.

use super::program::Program;
use super::{Driver, Engine};

/// WebKit, as GNOME has it: the only one of its ports that is in Linux's packages and can be driven.
pub const WEBKIT: Engine = Engine {
    name: "webkit",
    browser: Program {
        title: "WebKitGTK's MiniBrowser",
        variable: "MINIBROWSER",
        names: &[
            "MiniBrowser",
            "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
            "/usr/lib/webkit2gtk-4.1/MiniBrowser",
        ],
        in_package: Some("MiniBrowser"),
    },
    driver: Driver::Packaged(Program {
        title: "WebKitWebDriver",
        variable: "WEBKITWEBDRIVER",
        names: &["WebKitWebDriver"],
        in_package: None,
    }),
    beside: &[
        Program {
            title: "Xvfb",
            variable: "XVFB",
            names: &["Xvfb"],
            in_package: None,
        },
        Program {
            title: "xsettingsd",
            variable: "XSETTINGSD",
            names: &["xsettingsd"],
            in_package: None,
        },
    ],
    debian: &["webkit2gtk-driver", "xvfb", "xsettingsd"],
    installers: &[
        (
            "apt-get",
            "sudo apt-get install webkit2gtk-driver xvfb xsettingsd",
        ),
        (
            "dnf",
            "sudo dnf install webkit2gtk4.1 webkit2gtk4.1-devel xorg-x11-server-Xvfb xsettingsd",
        ),
        (
            "pacman",
            "sudo pacman -S webkit2gtk-4.1 xorg-server-xvfb xsettingsd",
        ),
    ],
    by_hand: "install WebKitGTK with its MiniBrowser and WebKitWebDriver, Xvfb and xsettingsd (Linux only), \
        and name the first two in MINIBROWSER and WEBKITWEBDRIVER",
    are_apart: |_, _| false,
};
