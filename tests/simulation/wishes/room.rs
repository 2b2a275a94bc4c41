//! What is wanted of the room as a whole, of one's own seat, of the right to write, and of the report.

use super::Hand;
use crate::canaries::Kind;
use serde_json::{Value, json};

impl Hand<'_> {
    /// Under another name of the same delegation.
    pub(super) fn corrects_itself(&mut self) -> Option<Value> {
        let name = format!("{} {}", self.page.seat, self.canary(Kind::Name));
        let mut update = json!({ "tool": "seat", "do": "update", "name": name });
        for field in ["delegation", "class"] {
            if let Some(value) = self.page.you.get(field) {
                update[field] = value.clone();
            }
        }
        Some(update)
    }

    pub(super) fn keeps_the_room(&mut self) -> Option<Value> {
        let closed = self.page.view["room"]["state"] == "closed";
        Some(match self.chance.below(10) {
            _ if closed && self.chance.percent(60) => json!({ "tool": "room", "do": "reopen" }),
            0 => json!({ "tool": "room", "do": "close", "settle": true }),
            1 => json!({ "tool": "room", "do": "close" }),
            2 => json!({ "tool": "notes", "do": "writers", "writers": self.chance.one_of(&["everyone", "everyone", "chosen"]) }),
            3..6 => json!({ "tool": "notes", "do": "allow", "seat": self.seat() }),
            6 => json!({ "tool": "notes", "do": "disallow", "seat": self.seat() }),
            _ => return self.keeps_the_report(),
        })
    }

    /// On the draft of the report that takes remarks, or takes one back.
    pub(super) fn remarks(&mut self) -> Option<Value> {
        let own = self.page.you["remarks"]
            .as_array()
            .and_then(|remarks| remarks.first())
            .cloned();
        Some(match own.filter(|_| self.chance.percent(30)) {
            Some(remark) => json!({ "tool": "report", "do": "withdraw", "remark": remark }),
            None => json!({ "tool": "report", "do": "remark", "paragraph": 1, "text": "More of this." }),
        })
    }

    pub(super) fn keeps_the_report(&mut self) -> Option<Value> {
        let report = &self.page.view["report"];
        let state = report["state"].as_str().unwrap_or_default().to_owned();
        let draft = report["drafts"]
            .as_object()
            .and_then(|drafts| drafts.keys().next_back())
            .cloned();
        Some(match (self.chance.below(6), state.as_str()) {
            (0, _) => json!({ "tool": "notes", "do": "name", "name": "As it was" }),
            (1, _) => json!({ "tool": "notes", "do": "unname", "version": self.key_of("/notes/versions")? }),
            (2, "circulated") => json!({ "tool": "report", "do": "deadline" }),
            (_, "circulated") => json!({ "tool": "report", "do": "remark", "paragraph": 1, "text": "Less of this." }),
            (2, "commented") => json!({ "tool": "report", "do": "finish" }),
            (_, "commented") => {
                let remark = self.key_of(&format!("/report/drafts/{}/remarks", draft?))?;
                json!({ "tool": "report", "do": "answer", "remark": remark, "verdict": "taken" })
            }
            (_, "final") => json!({ "tool": "report", "do": "resume", "reason": "A line was missing" }),
            _ => json!({ "tool": "report", "do": "circulate", "for_s": 30 }),
        })
    }
}
