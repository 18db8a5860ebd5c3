//! What each task does, a file each. A task's `run` takes what follows its name on the command line.

pub mod budget;
pub mod build;
pub mod check;
pub mod deny;
pub mod fuzz;
pub mod licenses;
pub mod load;
pub mod package;
pub mod prerender;
pub mod reproduce;
pub mod seal;
pub mod serve;
pub mod setup;
mod tally;
pub mod test;
mod yew_host;
