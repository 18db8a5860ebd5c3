//! The table of the tasks, and what a command line asks for.

use std::fmt::Write;

use crate::tasks;
use crate::trouble::{Outcome, Trouble};

/// A task that can be called by name.
struct Task {
    /// What it is called by.
    name: &'static str,
    /// What may follow the name.
    arguments: &'static str,
    /// What it does, in a line.
    does: &'static str,
    /// Does it.
    run: fn(&[String]) -> Outcome,
}

/// All tasks, in the order in which a newcomer needs them.
const TASKS: [Task; 15] = [
    Task {
        name: "serve",
        arguments: "[--port N] [-- TRUNK'S OPTIONS]",
        does: "set up what is missing, build, serve on this machine, rebuild on change",
        run: tasks::serve::run,
    },
    Task {
        name: "test",
        arguments: "[--quick | --all] [--browser NAMES] [--rerun] [--durations] [--times N] [--accept-pictures] [NAME] \
                    [-- TEST PROGRAMS' OPTIONS]",
        does: "set up what is missing, build dist/ and run the tests: everything in Chromium, and in Firefox and WebKit what may \
               depend on the engine. --quick: native tests and the main journeys in Chromium. --all: everything in every engine. \
               NAME: the tests whose names contain it. --accept-pictures: keep the new screenshots",
        run: tasks::test::run,
    },
    Task {
        name: "build",
        arguments: "[-- TRUNK'S OPTIONS]",
        does: "set up what is missing, build dist/ for release and say how big it is",
        run: tasks::build::run,
    },
    Task {
        name: "budget",
        arguments: "[--built] [--accept]",
        does: "build dist/, or take the one that is there, and hold the size of each file against budget.toml; or write what they \
               are now",
        run: tasks::budget::run,
    },
    Task {
        name: "bench",
        arguments: "[--runs N] [side] [scale] [native]",
        does: "set up what is missing, build, measure the explainer beside its peers and write bench/RESULTS.md",
        run: tasks::bench::run,
    },
    Task {
        name: "count",
        arguments: "[--accept]",
        does: "count the instructions that reading, checking and prerendering take, and hold them against bench/counts.toml; or \
               write what they are now",
        run: tasks::count::run,
    },
    Task {
        name: "package",
        arguments: "",
        does: "set up what is missing, build and pack the npm package in target/npm/",
        run: tasks::package::run,
    },
    Task {
        name: "load",
        arguments: "",
        does: "set up what is missing, build, and measure what nginx answers as deploy/nginx.conf has it",
        run: tasks::load::run,
    },
    Task {
        name: "reproduce",
        arguments: "",
        does: "build in two other places, from clean, and see that dist/ is the same in both",
        run: tasks::reproduce::run,
    },
    Task {
        name: "check",
        arguments: "",
        does: "formatting, clippy for native and wasm32, and what the project depends on",
        run: tasks::check::run,
    },
    Task {
        name: "fuzz",
        arguments: "[--seconds N] [TARGETS]",
        does: "set up what is missing and throw made-up input at all that reads from outside, a minute each",
        run: tasks::fuzz::run,
    },
    Task {
        name: "deny",
        arguments: "",
        does: "whether licences, versions and sources of what is depended on are such as deny.toml allows",
        run: tasks::deny::run,
    },
    Task {
        name: "licenses",
        arguments: "",
        does: "list anew what the bundle is made of, in npm/THIRD-PARTY.txt",
        run: tasks::licenses::run,
    },
    Task {
        name: "setup",
        arguments: "",
        does: "only set up, all that any task but `fuzz` needs",
        run: tasks::setup::run,
    },
    Task {
        name: "prerender",
        arguments: "",
        does: "put the explainer's HTML into the page of dist/; Trunk calls it when it builds",
        run: tasks::prerender::run,
    },
];

/// Does what a command line asks for.
pub fn run(arguments: &[String]) -> Outcome {
    let Some((name, rest)) = arguments.split_first() else {
        print!("{}", help());
        return Ok(());
    };
    if name == tasks::serve::announce::NAME {
        return tasks::serve::announce::run(rest);
    }
    if name == tasks::test::runner::NAME {
        return tasks::test::runner::run(rest);
    }
    let ours = arguments.iter().take_while(|argument| *argument != "--");
    if name == "help"
        || ours
            .into_iter()
            .any(|argument| argument == "--help" || argument == "-h")
    {
        print!("{}", help());
        return Ok(());
    }
    let Some(task) = TASKS.iter().find(|task| task.name == name) else {
        return Err(Trouble::usage(
            format!("there is no task `{name}`"),
            suggestion(name),
        ));
    };
    let rest = if rest.first().is_some_and(|first| first == "--") {
        &rest[1..]
    } else {
        rest
    };
    if task.arguments.is_empty() && !rest.is_empty() {
        let what = format!(
            "`cargo xtask {name}` takes nothing more, but was given `{}`",
            rest.join(" ")
        );
        return Err(Trouble::usage(what, format!("run `cargo xtask {name}`")));
    }
    (task.run)(rest)
}

/// The table of the tasks.
fn help() -> String {
    let mut text = String::from(
        "The project's tasks. Each sets up what it needs and says what it waits for.\n\n",
    );
    for Task {
        name,
        arguments,
        does,
        ..
    } in &TASKS
    {
        let call = format!("cargo xtask {name} {arguments}");
        // Writing to a String can't fail.
        let _ = writeln!(text, "  {}\n      {does}", call.trim_end());
    }
    text
}

/// What someone who asked for a task of this name may have meant.
fn suggestion(name: &str) -> String {
    let near = nearest(name);
    let names = if near.is_empty() {
        TASKS.iter().map(|task| task.name).collect()
    } else {
        near
    };
    let names = names
        .iter()
        .map(|name| format!("`{name}`"))
        .collect::<Vec<_>>()
        .join(" or ");
    format!("did you mean {names}? `cargo xtask help` lists all tasks")
}

/// The tasks whose names are close to this one, the closest first.
fn nearest(name: &str) -> Vec<&'static str> {
    let distance = |task: &Task| strsim::damerau_levenshtein(name, task.name);
    let mut near: Vec<&Task> = TASKS
        .iter()
        .filter(|task| distance(task) <= 2 || (name.len() > 1 && task.name.starts_with(name)))
        .collect();
    near.sort_by_key(|task| distance(task));
    near.iter().map(|task| task.name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_finds_the_task_that_was_meant() {
        assert_eq!(nearest("sevre"), ["serve"]);
        assert_eq!(nearest("tets"), ["test"]);
        assert_eq!(nearest("built"), ["build"]);
        assert_eq!(nearest("che"), ["check"]);
    }

    #[test]
    fn a_word_like_no_task_is_answered_with_all_of_them() {
        assert!(nearest("deploy").is_empty());
        assert!(
            TASKS
                .iter()
                .all(|task| suggestion("deploy").contains(&format!("`{}`", task.name)))
        );
    }

    #[test]
    fn an_unknown_task_is_a_wrong_command_line() {
        assert_eq!(
            run(&["sevre".to_owned()])
                .err()
                .map(|trouble| trouble.exit_code),
            Some(2)
        );
    }

    #[test]
    fn a_task_that_takes_nothing_more_refuses_more() {
        let call = ["check".to_owned(), "--release".to_owned()];
        assert_eq!(run(&call).err().map(|trouble| trouble.exit_code), Some(2));
    }

    #[test]
    fn help_describes_each_task_below_its_command_line() {
        let help = help();
        let lines: Vec<&str> = help.lines().collect();
        for task in &TASKS {
            let call = format!("  cargo xtask {} {}", task.name, task.arguments);
            let at = lines.iter().position(|line| *line == call.trim_end());
            let below = at.and_then(|at| lines.get(at + 1)).map(|line| line.trim());
            assert_eq!(below, Some(task.does), "{}", task.name);
        }
    }
}
