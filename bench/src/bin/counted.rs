//! Does one of the jobs so many times, for a tool that counts instructions from outside; without a name, names them all.

use anyhow::{Context, Result};
use bench::jobs;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let Some(name) = arguments.next() else {
        for job in jobs::all() {
            println!("{}", job.name);
        }
        return Ok(());
    };
    let times: u32 = arguments.next().context("how many times?")?.parse()?;
    let job = jobs::all().into_iter().find(|job| job.name == name);
    let job = job.with_context(|| format!("there is no job {name}"))?;
    for _ in 0..times {
        (job.run)();
    }
    Ok(())
}
