### The texts, in English, of the chair: the floor, its list and keys, polls, the desk.

## The chair
chair-next = Next: { $name }
chair-next-nobody = Nobody is waiting
chair-end = End
chair-give = Give the floor
chair-give-to = Give the floor to { $name }
chair-up = Move { $name } up
chair-down = Move { $name } down
chair-moved = { $name } is now number { $place }
chair-list-close = Close the list
chair-list-open = Open the list

## Writing polls
poll-write = Write a poll
poll-edit = Edit the draft
poll-question = Question
poll-kind = Answers per ballot
poll-kind-single = One
poll-kind-multiple = Several
poll-options = Answers
poll-option-number = Answer { $number }
poll-option-remove = Remove answer { $number }
poll-option-add = Add an answer
poll-max = At most
poll-max-any = As many as one likes
poll-lacks-question = Please write the question.
poll-lacks-options = A poll needs at least two answers.
poll-save-open = Open it now
poll-save-draft = Keep as a draft
poll-discard = Discard
poll-discard-question = Throw this draft away?
poll-leave-question = Throw away what you have written?
poll-leave = Throw away
poll-leave-not = Go on writing
poll-on-screen = On the screen now
poll-on-screen-later = Will be on the screen when the open poll is closed
poll-do-open = Open the poll
poll-do-close = Close the poll
poll-show = Show the result
poll-hide = Hide the result

## The desk
people = People
people-count = { $here } connected, { $taken } joined so far
people-search = Find a person or delegation
people-none = Nobody found
people-more = { $count } more. Type a name to find them.
people-is-here = Connected
people-is-away = Not connected
writers = Who may write the notes
writers-everyone = Everyone in the room
writers-chosen = The rapporteur, and people I choose
writer-allow = Let write
writer-yes = May write
outcome = Outcome
outcome-draft = A draft as things stand now. The final version is made when the session closes.
outcome-final = The final outcome, revision { $revision }.
file-outcome-html = Web page
file-outcome-md = Markdown
file-outcome-json = Data (JSON)
file-polls-csv = Polls (CSV)
file-speakers-csv = Speakers (CSV)
close-room-head = End of the session
close-room = Close the session …
close-room-title = Close the session?
close-room-more = Everything turns read-only for everyone, and the outcome is written and sealed.
close-room-still = Still open
close-room-speaking = { $name } has the floor. The speech will be ended.
close-room-polls = { $count ->
    [one] One poll is open. It will be closed and counted.
   *[other] { $count } polls are open. They will be closed and counted.
}
close-room-waiting = { $count ->
    [one] One delegation still waits for the floor.
   *[other] { $count } delegations still wait for the floor.
}
close-room-unanswered = { $count ->
    [one] One thing you asked for has not reached the server yet.
   *[other] { $count } things you asked for have not reached the server yet.
}
close-room-not = Not yet
close-room-do = Close the session
reopen-room = Reopen the session
reopen-room-more = The sealed outcome stays as it is. The next close makes a new revision beside it.

## Dialogs of the room
edit = Edit
keep = Keep it

## The chair runs the floor
chair-next-order = Point of order: { $name }
chair-next-back = Back to { $name }
chair-pause = Pause
chair-resume = Resume
chair-more-minutes = +{ $minutes } min
chair-more-seconds = +{ $seconds } s
chair-more-other = More time: other choices
chair-remain = { $count } waiting, until about { $time }
chair-remain-full = { $count } waiting, until about { $time } if all use their time
chair-undo = Undo
chair-undo-of = Undo: { $done }
chair-undo-said = { $done }. You can undo this for ten seconds.
chair-menu = More for { $name }
chair-lifted = { $name } held at place { $place }. Enter to say why and put down, Escape to put back.
chair-held = Move { $name } to place { $place }
chair-put-down = Put down at place { $place }
chair-put-back = Put back
step-give = Floor given
step-give-to = Floor given to { $name }
step-end = Speech ended
step-skip = Skipped
step-move = Moved
step-lane = Put elsewhere on the list
step-withdraw = Taken off the list
step-queue = Added to the list
step-import = List imported
step-open = List opened
step-close = List closed
step-announce = Closing announced
step-pause = Clock stopped
step-resume = Clock running
step-restore = Back on the list
step-rule = Order changed
step-limit = Speaking time changed
step-more = More time given
reason-why = Why?
reason-shown = Shown to all and kept on record.
reason-kept = Kept on record.
reason-own = Another reason
reason-leave = Leave as it was
reason-asked = At the delegation’s request
reason-high-level = High-level speaker
reason-travel = Travel
reason-balance = Balance
reason-not-in-room = Not in the room
reason-connection = Lost connection
reason-mistake = Asked by mistake
reason-spoken = Already heard
reason-rapporteur = Rapporteur
reason-panellist = Panellist
reason-not-order = Not a point of order
reason-do-move = Move
reason-do-give = Give the floor
reason-do-skip = Skip
reason-do-withdraw = Take off
reason-do-lane = Do it
reason-none-move = Move without a reason
reason-none-give = Give it without a reason
reason-none-skip = Skip without a reason
reason-none-withdraw = Take off without a reason
reason-none-lane = Without a reason
row-remote = Remote
row-no-device = Without a device
row-on-behalf = On behalf of { $group }
row-note = Note, for chairs only:
row-note-more = Nobody but chairs sees it, and it is in no document.
row-note-write = Private note
row-gone = This request is not on the list any more.
row-skip = Not here: skip
row-give = Give the floor out of turn
row-to-front = To the front
row-to-place = To place
row-lane-precedence = Give precedence
row-lane-list = Take for a statement on the list
row-change = Change the speaker
row-withdraw = Take off the list
change-seat = Person
change-name = Name of the speaker
change-language = Language
change-group = On behalf of
change-remote = Speaks from elsewhere

## The chair's keys
keys = Keys
keys-wanted = Use these keys on this device
keys-next = Next speaker, as the button says
keys-end = End the speech
keys-pause = Pause, and resume
keys-rest = They do nothing while you write or a dialog is open.
keys-more = One more minute
keys-undo = Undo the last step
keys-help = This help
keys-list = In the list
keys-list-walk-key = ↑ ↓
keys-list-walk = Walk the rows
keys-list-menu-key = Enter
keys-list-menu = What can be done with a row
keys-list-move-key = Alt + ↑ ↓
keys-list-move = Move a row
keys-list-drop-key = Enter, Esc
keys-list-drop = Put it down with a reason, or put it back

## What the chair sets for the list
chair-list-state-not-open = The list is not open yet
chair-list-state-open = The list is open
chair-list-state-closing = The list closes in { $left }
chair-list-state-closed = The list is closed
chair-list-state-exhausted = The list is through
chair-list-said-not-open = The list of speakers is not open yet.
chair-list-said-open = The list of speakers is open.
chair-list-said-closing = The list of speakers is about to close.
chair-list-said-closed = The list of speakers is closed.
chair-list-said-exhausted = The list of speakers is closed, and it is through.
chair-list-reopen = Open it again
chair-list-close-now = Close now
chair-list-keep-open = Keep open
chair-list-close-title = Close the list of speakers
chair-list-close-more = When it is announced, everybody sees the countdown and can still ask. Whoever is on the list when it closes speaks.
chair-list-close-in = In { $minutes } min
chair-list-close-own = Another time, such as 20 or 2:30
chair-list-close-announce = Announce
chair-list-close-own-wrong = Write minutes, or minutes and seconds such as 2:30: from 10 seconds to 4 hours.
chair-list-settings = Settings of the list
chair-list-settings-short = Settings
chair-list-rule = Order of the list
chair-list-rule-more = Whoever you have moved stays at the place where you put them.
rule-first-come-more = Who asked first speaks first.
rule-protocol-more = Ministers, vice-ministers, ambassadors, then others; of the same rank States, organizations, stakeholders; then who asked first.
rule-by-class-more = First the States, then the organizations, then the stakeholders; among them who asked first.
rule-least-heard-more = Who has spoken least often comes first; of these who has used the least time.
rule-alternate-regions-more = One of each regional group in turn, then of the organizations and the stakeholders, beginning after the group heard last.
rule-alternate-classes-more = A State, an organization and a stakeholder in turn, beginning after the class heard last.
chair-list-times = Speaking time
chair-limit-more = In minutes, or minutes and seconds such as 2:30; from 0:10 to 60:00. The speech under way keeps its time.
chair-limit-list = The list
chair-limit-classes = By class, where it differs
chair-limit-lanes = By kind of request, where it differs
chair-limit-as-list = As the list
chair-limit-as-list-again = { $label }: as the list
chair-limit-wrong = Write minutes, or minutes and seconds such as 2:30: from 10 seconds to 60 minutes.

## A speaker without a device
queue-add = Add a speaker
queue-add-more = For somebody without a device. They are on the list like everybody else.
queue-name = Speaker
queue-lane = Where
queue-more = More about the speaker
queue-on-behalf-of = Speaks on behalf of
queue-language = Will speak in
queue-remote = Speaks from elsewhere
queue-note = Note that only the chair sees
queue-nobody = Say who wants to speak: a name, a delegation, or both.
queue-add-do = Put on the list
queue-added = { $name } is on the list.
queue-added-place = { $name } is on the list, number { $place }.
queue-done = Done

## A prepared list
import = Prepared list
import-now = Import from CSV
import-more = One line for each speaker, below a line that names the columns; at least a name or a delegation. All of them are put on the list or, where a line does not hold up, none. At most { $most } KiB at once.
import-file = Choose a file
import-template = Template
import-text = Or paste the lines
import-too-large = This list has { $size } KiB, and { $most } KiB can be sent at once. Import it in two parts.
import-preview = { $count ->
    [one] One speaker
   *[other] { $count } speakers
}
import-further = { $count ->
    [one] and one more
   *[other] and { $count } more
}
import-send = { $count ->
    [0] Put them on the list
    [one] Put one speaker on the list
   *[other] Put { $count } speakers on the list
}
import-taken = { $count ->
    [one] One speaker was put on the list.
   *[other] { $count } speakers were put on the list.
}

## The balance so far
balance = Balance so far
balance-more = Points of order are not counted, nor is the speech under way. Only the chair sees this.
balance-classes = By class
balance-regions = By regional group
balance-group = Group
balance-speeches = Speeches
balance-time = Time
balance-share = Share

## More time for a seat
allowance-short = More time
allowance-of = More time for { $name }
allowance-of-now = More time for { $name }: { $time }
allowance-none = None
allowance-plus = + { $time }
allowance-more = This is added to each of their speeches. Only the chair sees this list; others see nothing but the time of a speech once it begins.
allowance-list = { $count ->
    [0] Nobody has more time in each speech.
    [one] One person has more time in each speech. Only the chair sees for whom.
   *[other] { $count } people have more time in each speech. Only the chair sees for whom.
}

## The list as the chair runs it
chair-next-question = Question: { $name }
chair-next-answer = Answer: { $name }
chair-next-reply = Reply: { $name }
chair-next-last = Nobody is waiting. E ends the last speech.
chair-give-short = Give
row-lane-reply = Take for a right of reply
row-lane-point-of-order = Take for a point of order
chair-dismissed = Passed over ({ $count })
chair-dismissed-count = { $count } passed over
chair-restore = Put back
chair-restore-of = Put { $name } back on the list
queue-add-short = Add
