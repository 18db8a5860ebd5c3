//! How long each stage between a document and its HTML takes: `cargo bench --package bench`.

use bench::jobs;
use criterion::Criterion;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    for job in jobs::all() {
        criterion.bench_function(&job.name, |bencher| bencher.iter(|| (job.run)()));
    }
    criterion.final_summary();
}
