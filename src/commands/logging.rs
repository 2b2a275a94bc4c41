//! The log: JSON lines on standard error. It names nobody and quotes nothing that people wrote, not even where the program itself fails.

use std::any::Any;
use std::panic::PanicHookInfo;
use tracing_subscriber::EnvFilter;

/// Begins it. `ROUNDTABLE_LOG` says how much is told.
pub fn begin() {
    let filter = EnvFilter::try_from_env("ROUNDTABLE_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_target(false)
        .json()
        .flatten_event(true)
        .init();
    std::panic::set_hook(Box::new(tell_of_panic));
}

/// Where the program failed; that is what its makers need to find out why.
fn tell_of_panic(panic: &PanicHookInfo<'_>) {
    let place = panic.location().map(ToString::to_string).unwrap_or_default();
    let thread = std::thread::current();
    let thread = thread.name().unwrap_or_default();
    tracing::error!(
        place,
        thread,
        reason = reason(panic.payload()),
        "the program failed in one of its tasks"
    );
}

/// The reason, where the program's text has it word for word. One that was put together may hold anything: cutting a text at a wrong place
/// quotes the text.
fn reason(payload: &(dyn Any + Send)) -> &'static str {
    payload
        .downcast_ref::<&'static str>()
        .copied()
        .unwrap_or("not told: it may quote what people wrote")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::hint::black_box;
    use std::panic::catch_unwind;

    #[test]
    fn a_panic_does_not_quote_what_people_wrote() {
        let written = || black_box("Zyxnotés").to_owned();
        let cut = catch_unwind(|| written()[..7].len()).unwrap_err();
        assert!(
            cut.downcast_ref::<String>().unwrap().contains("Zyxnot"),
            "the danger that this is about"
        );
        assert!(reason(&*cut).starts_with("not told"));
        let put_together = catch_unwind(|| panic!("{} is not there", written())).unwrap_err();
        assert!(reason(&*put_together).starts_with("not told"));
        let fixed = catch_unwind(|| panic!("the list is empty")).unwrap_err();
        assert_eq!(reason(&*fixed), "the list is empty");
    }
}
