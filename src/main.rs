//! The command line: reads what is asked, wires the parts, waits for the signal; nothing else.

mod commands;

use clap::{Parser, Subcommand};
use commands::{check, erase, export, links, serve, verify};
use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Rooms for the breakout groups of high-level meetings: shared notes, list of speakers, polls, outcome document.
#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run the server; prints the join links.
    Serve(roundtable::settings::Settings),
    /// Print the join link and secret of every role of every room.
    Links(links::Links),
    /// Check a meeting file; every error with its line.
    Check(check::Check),
    /// Write a room's outcome to a file, without a server.
    Export(export::Export),
    /// Check a sealed outcome folder.
    Verify(verify::Verify),
    /// Erase who was who in a closed room from the journal, for good.
    Erase(erase::Erase),
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = match arguments.command {
        Command::Serve(settings) => serve::run(&settings),
        Command::Links(links) => links::run(&links),
        Command::Check(check) => check::run(&check),
        Command::Export(export) => export::run(&export),
        Command::Verify(verify) => verify::run(&verify),
        Command::Erase(erase) => erase::run(&erase),
    };
    done.unwrap_or_else(|failure| failure.report())
}
