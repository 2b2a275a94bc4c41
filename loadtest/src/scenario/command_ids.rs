//! Ids of commands, so that no two of a run are the same.

/// Makes the ids of one phone's commands.
pub struct CommandIds {
    run: u32,
    phone: u32,
    next: u32,
}

impl CommandIds {
    /// For one phone of this run.
    pub fn of(run: u32, phone: u32) -> Self {
        Self { run, phone, next: 0 }
    }

    /// The next one.
    pub fn next(&mut self) -> String {
        self.next += 1;
        format!(
            "{:08x}-0000-4000-8000-{:06x}{:06x}",
            self.run,
            self.phone & 0xff_ffff,
            self.next & 0xff_ffff
        )
    }
}
