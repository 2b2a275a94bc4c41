//! The rules of the matchmaking, as sentences.

mod agreeing;
mod late;
mod listed;
mod outcome;
mod posts;
mod random_histories;
mod random_plans;
mod seating;
mod support;
mod visibility;
