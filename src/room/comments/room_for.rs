//! How much may be said in comments: so many comments and answers in all, so many bytes of them, because every page gets all, and of
//! each participant so many that wait to be settled, so that nobody takes the place of the others. Those who settle comments answer
//! as often as they have to.

use super::Comments;
use crate::room::Context;
use crate::room::access::{self, Right};
use crate::room::limits::{COMMENTS_BYTES_MAX, COMMENTS_MAX, COMMENTS_PER_SEAT_MAX};
use crate::room::refusal::{Code, Refusal};

/// Refuses one more comment or answer of so many bytes.
pub(super) fn refuse_too_many(comments: &Comments, bytes: usize, context: &Context) -> Result<(), Refusal> {
    let said = &comments.of_seats;
    let refused = |message: String| Err(Refusal::new(Code::TooMany, message));
    if said.count() >= COMMENTS_MAX {
        return refused(format!(
            "The notes have {COMMENTS_MAX} comments and answers; chair or rapporteur can take back some that are settled."
        ));
    }
    if said.bytes() + bytes > COMMENTS_BYTES_MAX {
        return refused(
            "The comments on the notes take all the room that there is for them; chair or rapporteur can take back some that are \
             settled."
                .to_owned(),
        );
    }
    let is_unsettled = |comment| comments.get(comment).is_some_and(|found| !found.resolved);
    let own: usize = said
        .counts(&context.seat)
        .filter(|(id, _)| is_unsettled(*id))
        .map(|(_, count)| count)
        .sum();
    if own >= COMMENTS_PER_SEAT_MAX && !access::may(context.role, Right::SettleComment) {
        return refused(format!(
            "You have written {COMMENTS_PER_SEAT_MAX} comments and answers that are not settled; take one back, or wait until some are."
        ));
    }
    Ok(())
}
