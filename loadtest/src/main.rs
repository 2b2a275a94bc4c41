//! `loadtest`: as many phones at once as a meeting has, over the real protocol, and what each of them saw when.
//!
//! The method is in README.md beside this package. `settings` and `codes` say where to go, `join` and `connection` get a
//! phone in, `phone` is one participant's socket, `ledger` knows what was sent and when, the `scenario` modules drive the
//! phones, `report` tells the result and the verdict.

// Printing figures is what this program is for; its clock is the measurement.
#![allow(clippy::print_stdout, clippy::print_stderr, clippy::disallowed_methods)]

mod ballots;
mod codes;
mod comparison;
mod connection;
mod fault;
mod figures;
mod goals;
mod growth;
mod handshake;
mod join;
mod latency;
mod ledger;
mod marker;
mod patch;
mod peer;
mod phone;
mod process;
mod report;
mod scenario;
mod schedule;
mod sentences;
mod server;
mod settings;
mod story;
mod yjs;

use clap::Parser;
use comparison::Other;
use fault::Fault;
use report::Report;
use settings::Settings;
use std::process::ExitCode;

fn main() -> ExitCode {
    let settings = Settings::parse();
    match perform(&settings) {
        Ok(report) => {
            println!("{}", report.table());
            if report.is_clean() {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            }
        }
        Err(fault) => {
            eprintln!("loadtest: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn perform(settings: &Settings) -> Result<Report, Fault> {
    settings.check()?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(Fault::Runtime)?;
    let others = settings.compare.iter().map(|file| Other::read(file));
    let others: Vec<Other> = others.collect::<Result<_, _>>()?;
    let mut report = runtime.block_on(scenario::perform(settings))?;
    for other in others {
        let figure = other.figure(&report)?;
        report.own_figures.push(figure);
    }
    if let Some(file) = &settings.json {
        std::fs::write(file, report.json()).map_err(|error| Fault::File {
            file: file.clone(),
            error,
        })?;
    }
    Ok(report)
}
