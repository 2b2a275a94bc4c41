//! The kinds of poll: which papers and ballots fit, and what the ballots come to. Worked examples by hand, published examples
//! for the ranking methods, and what holds for any ballots at all.

mod agreement;
mod any_ballots;
mod any_kind;
mod any_ranking;
mod choices;
mod grid;
mod ideas;
mod matrix;
mod points;
mod ranking;
mod ranking_published;
mod support;
mod templates;
mod text;
