//! What each task does, a file each. A task's `run` takes what follows its name on the command line.

pub mod bench;
pub mod budget;
pub mod build;
pub mod check;
pub mod count;
pub mod deny;
pub mod fuzz;
mod kept;
pub mod licenses;
pub mod light;
pub mod load;
pub mod package;
pub mod prerender;
pub mod reproduce;
pub mod seal;
pub mod serve;
pub mod setup;
mod shrink;
pub mod test;
mod yew_host;
