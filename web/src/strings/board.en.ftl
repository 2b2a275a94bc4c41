### The texts, in English, of the board of contributions.

board = Contributions
board-add = Add a card
board-add-more = One thought per card, in a sentence or two. Others can support it.
board-add-moderated = The chair or the rapporteur lets new cards through first.
board-closed = The board takes no new cards.
board-empty = No cards yet.
board-waiting = { $count ->
    [one] One card waits
   *[other] { $count } cards wait
}
board-waiting-own = Waiting to be let through
board-pass-all = Let all through
board-seen = Cards
board-sort = Sort by support
board-rule = Who sees a new card
board-rule-open = Everyone, at once
board-rule-open-more = New cards appear on every phone.
board-rule-moderated = Chair and rapporteur first
board-rule-moderated-more = You let each card through.
board-rule-closed = Nobody: the board is closed
board-rule-closed-more = It takes no new cards. Those on it stay.

## A card
card-kind-legend = What is it?
card-kind-gap = Gap
card-kind-need = Need
card-kind-offer = Offer
card-kind-initiative = Initiative
card-kind-good-practice = Good practice
card-kind-recommendation = Recommendation
card-kind-question = Question
card-text = Your card
card-left = { $left ->
    [one] One character left
   *[other] { $left } characters left
}
card-add-do = Add it
card-change = Change
card-change-title = Change my card
card-change-do = Save it
card-withdraw = Take it back
card-mine = Your card
card-merged-mine = Your card was merged with this one
card-merged = { $count ->
    [one] One card that said the same is part of it
   *[other] { $count } cards that said the same are part of it
}
card-noted = In the notes
card-pinned = On the screen
card-support = Support
card-supported = Supported
card-support-of = { $does } { $count }: { $text }
card-support-count = { $count ->
    [0] No support yet
    [one] Supported by one
   *[other] Supported by { $count }
}
card-by = by { $name }

## For chair and rapporteur
card-pass = Let through
card-pass-of = Let through: { $text }
card-hold = Hold back
card-pin = Show on the screen
card-pin-of = Show on the screen: { $text }
card-unpin = Take off the screen
card-note = Into the notes
card-note-of = Into the notes: { $text }
card-note-no = The notes are not there yet. Please open them, and try again.
card-menu = More
card-menu-of = More for the card: { $text }
card-merge = Says the same as another …
card-merge-title = Which card says the same?
card-merge-more = This card goes off the board, and its support goes to the one that you choose.
card-merge-none = There is no other card.
card-merge-do = Merge with the chosen card
card-merge-back = Back
card-take-off = Take off the board
card-take-off-sure = Take it off, for good

## Where the board takes questions, all on it are called so
questions-board-closed = No new questions are taken.
questions-board-waiting = { $count ->
    [one] One question waits
   *[other] { $count } questions wait
}
questions-board-add-moderated = The chair or the rapporteur lets new questions through first.
questions-board-rule = Who sees a new question
questions-board-rule-open-more = New questions appear on every phone.
questions-board-rule-moderated-more = You let each question through.
questions-board-rule-closed = Nobody: no questions are taken
questions-board-rule-closed-more = Those that were asked stay.
questions-card-change-title = Change my question
questions-card-mine = Your question
questions-card-merged-mine = Your question was merged with this one
questions-card-merged = { $count ->
    [one] One question that said the same is part of it
   *[other] { $count } questions that said the same are part of it
}
questions-card-menu-of = More for the question: { $text }
questions-card-merge-title = Which question says the same?
questions-card-merge-more = This question goes off the list, and its support goes to the one that you choose.
questions-card-merge-none = There is no other question.
questions-card-merge-do = Merge with the chosen question
questions-card-take-off = Take off the list
