### The texts, in English, of the closing plenary's board and of reading out.

plenary-title = Closing board
plenary-not-yet = The board is not shown yet. It will appear here by itself.
plenary-empty = No points yet. They come from the notes of the rooms, where rapporteurs mark them.
plenary-silent = No points yet from: { $rooms }
plenary-kind-all = All kinds ({ $count })
plenary-theme = Theme
plenary-theme-all = All themes
plenary-order = Order
plenary-order-reported = As reported
plenary-order-support = Most supported
plenary-filter = Filter
plenary-filters = What is shown
plenary-source = From
plenary-room-open = still writing
plenary-pinned = Comes first
plenary-same = { $count ->
    [one] Also said once more
   *[other] Also said { $count } more times
}
plenary-support = Support
plenary-supported = Supported
plenary-support-of = { $does } ({ $count }): { $text }
plenary-support-count = Support: { $count }
plenary-support-closed = Support is not being taken now.
plenary-support-once = Support what you stand behind. Each seat counts once; nobody sees who.

plenary-phase = Who sees the board
plenary-phase-preparing = Only organisers see this board.
plenary-phase-shown = Everybody sees this board.
plenary-phase-closed = The board is closed. Everybody can read it.
plenary-show = Show it to everybody
plenary-take-down = Take it down again
plenary-close = Close the board
plenary-close-sure = Close it: no more folding or support
plenary-reopen = Open it again
plenary-supporting = Support
plenary-supporting-open = Phones can support points.
plenary-supporting-closed = Phones cannot support points.
plenary-open-support = Open support
plenary-close-support = Close support
plenary-files = Files
plenary-report-docx = Combined report (Word)
plenary-report-pdf = Combined report (PDF)
plenary-mapping-csv = Mapping (CSV)
plenary-mapping-json = Mapping (JSON)
plenary-see-page = The page for everybody
plenary-see-screen = For the projector
plenary-how-to-fold = Two points say the same? Drag one onto the other, or press “Arrange”.

plenary-arrange = Arrange
plenary-arrange-of = Arrange: { $text }
plenary-arrange-title = Arrange a point
plenary-fold-under = Fold under
plenary-fold-choose = Choose the point that says the same
plenary-fold = Fold
plenary-folded = Folded under “{ $text }”.
plenary-undo = Undo
plenary-unfold = Unfold
plenary-unfold-of = Unfold: { $text }
plenary-lead = Let this one stand for all
plenary-lead-of = Let this one stand for all: { $text }
plenary-pin = Put first in its theme
plenary-unpin = Do not put first any more
plenary-hide = Leave out
plenary-hide-reason = Reason, for the other organisers
plenary-hide-more = The room's own documents keep the point.
plenary-hidden = { $count ->
    [one] One point is left out
   *[other] { $count } points are left out
}
plenary-hidden-reason = Reason: { $reason }
plenary-unhide = Take in again
plenary-unhide-of = Take in again: { $text }
plenary-page = { $page } of { $pages }

readout-title = Reading out
readout-none = Nothing is being read out now.
readout-room = Room
readout-room-choose = Choose a room
readout-begin = Read out
readout-begin-own = Read out your room's messages
readout-now = { $room } reads out now
readout-open = Open the page for reading out
readout-by = { $count ->
    [one] Rapporteur: { $names }
   *[other] Rapporteurs: { $names }
}
readout-no-messages = No messages for the plenary are marked in the notes of this room.
readout-message = Message { $number } of { $count }
readout-previous = Previous message
readout-next = Next message
readout-start = Start the clock
readout-restart = Start the clock again
readout-end = End
readout-left = left
readout-over = over
readout-standing = The clock stands
readout-keys = Arrow keys or a clicker change the message.
