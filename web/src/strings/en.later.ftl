### The texts, in English, of what comes after the first page: the chair's controls, desk, meeting, screen and notes.

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
chair-limit = Time limit

## One's own request
floor-missed = The chair called you and moved on.
floor-withdraw-closed = The list is closed: you would lose your place.
floor-withdraw-short = Withdraw
floor-stay = Keep my place
floor-spoken = { $count ->
    [0] Nobody has spoken
    [one] One has spoken
   *[other] { $count } have spoken
}

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

## Ballots
ballot-chosen = { $count } of { $max } chosen
ballot-counts-still = Your earlier answer counts until you press Change.
ballot-not-changed = The poll closed before you pressed Change. Your earlier answer counts.
ballot-not-cast = The poll closed before you cast your ballot.

## The desk
people = People
people-count = { $here } connected, { $taken } joined so far
people-search = Find a person or delegation
people-none = Nobody found
people-more = { $count } more. Type a name to find them.
people-is-here = Connected
people-is-away = Not connected
people-joined = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
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

## The meeting
meeting-rooms = Rooms
meeting-no-rooms = There is no room for you yet.
meeting-programme = Programme
meeting-timezone = Times in { $timezone }
room-open-short = Open
room-closed-short = Closed
room-enter = Enter
room-screen = Screen
join-links = Join links
join-link-of = { $role }: join link
copy-link = Copy
copy-link-of = Copy the join link: { $role }
copied-link-of = The join link is copied: { $role }
copy-failed = This browser lets no page copy here. The link is
sheet-print = Print join sheets
sheet-how = Scan the picture with your phone, or open { $host } and type the code.

## The screen
screen-next = Next
screen-list-open = The list of speakers is open
screen-more = and { $count } more
screen-join = Join at { $host }
screen-reconnecting = Reconnecting …

## Dialogs of the room
save = Save
edit = Edit
keep = Keep it
close-dialog = Close
join-qr = QR code of the join link
invite = Others can join
invite-more = At { $host }, with this code:
room-closed-screen = This session is closed. Thank you.
questions = Guiding questions
own-seat-more = This is how others see you. A correction keeps your place on the list.
own-seat-fixed = You are here as { $role }.
poll-draft = Draft
poll-shown = result shown

## Home and addresses that lead nowhere
home-title = Join your session
home-what = The working room of your breakout group: ask for the floor, vote, and write the notes together.
code-label = Join code
code-hint = Six letters and digits, on the screen in the room or on your invitation.
code-incomplete = A join code has { $characters } letters and digits. Please check what is missing.
code-go = Continue
not-found-page = There is no such page
not-found-page-more = The address may be incomplete. With your join code you find your room.
not-found-code = This code opens no room
not-found-code-more = Please check it against the screen in the room or your invitation. Capitals or small letters make no difference.
not-found-seat = You have no seat here yet
not-found-seat-more = Your seat in this room is not known on this device, or it has ended. Join with your code; nothing you sent is lost.

## The form of who one is
join-name = Your name
join-delegation = Delegation
join-delegation-hint = State, organization or institution
join-class = Speaking for
join-rank = Rank
join-go = Enter the room
class-state = A State
class-organization = An organization
class-stakeholder = A stakeholder
optional = Optional

## Why a request stands where it stands
why-moved = Placed { ORDINAL($place) ->
    [one] { $place }st
    [two] { $place }nd
    [few] { $place }rd
   *[other] { $place }th
} by the chair
why-moved-reason = Placed { ORDINAL($place) ->
    [one] { $place }st
    [two] { $place }nd
    [few] { $place }rd
   *[other] { $place }th
} by the chair: { $reason }
why-point-of-order = Point of order, heard at once
why-question = Question to the speaker
why-question-about = Question to { $name }
why-answer = Answer
why-answer-about = Answer to { $name }
why-precedence = Given precedence by the chair
why-reply = Right of reply, heard at the end
why-first-come = In the order of asking
why-protocol = { $rank }, { $class }, then in the order of asking
why-rank-minister = Minister
why-rank-vice-minister = Vice-minister
why-rank-ambassador = Ambassador
why-rank-delegate = Delegate
why-rank-expert = Expert
why-rank-unstated = Rank not stated
why-by-class = { $class }, in the order of asking
why-least-heard = { $speeches ->
    [0] Not heard yet
    [one] Heard once so far, { $time }
   *[other] Heard { $speeches } times so far, { $time }
}
why-alternate = { $group }, round { $round }, turn { $turn }
group-african = African States
group-asia-pacific = Asia-Pacific States
group-eastern-european = Eastern European States
group-latin-american-and-caribbean = Latin American and Caribbean States
group-western-european-and-others = Western European and other States
group-state = States
group-organization = Organizations
group-stakeholder = Stakeholders
group-unstated = Not stated

## The rules of the list
rule-first-come = First come
rule-protocol = Protocol: rank, then class
rule-by-class = States, organizations, stakeholders
rule-least-heard = Least heard first
rule-alternate-regions = Alternate between regional groups
rule-alternate-classes = Alternate between classes

## Lanes
lane-point-of-order = Point of order
lane-answer = Answer
lane-question = Question
lane-precedence = Precedence
lane-list = List
lane-reply = Right of reply

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
