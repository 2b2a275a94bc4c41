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
close-room-draft = Draft { $number } of the report takes remarks until { $time }. That will end.
close-room-remarks = { $count ->
    [one] One remark on the report has no answer. It stays without one.
   *[other] { $count } remarks on the report have no answer. They stay without one.
}
close-room-report = The report is not final. The outcome will say so.
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

## The chair's polls: the desk
desk-next = Open next: { $question }
desk-key-ask = Open this poll?
desk-key-more = Everyone in the room sees it at once. Press { $key } again, or Enter, to open it.
desk-next-none = No prepared poll waits
desk-next-opened = Open now: { $question }
desk-next-reworded = It was changed meanwhile and is not open yet. Press again to open: { $question }
keys-poll = Open the next prepared poll, as the button says
poll-on-screen = On the screen now
poll-on-screen-later = Will be on the screen when the open poll is closed
poll-do-open = Open the poll
poll-do-close = Close the poll
poll-show = Show the result
poll-hide = Hide the result
desk-more = More
desk-again = Ask again
desk-copy = Copy as a draft
poll-discard = Discard
poll-discard-question = Throw this draft away?
desk-missing = { $count ->
    [0] Everybody has voted
    [one] One has not voted
   *[other] { $count } have not voted
}
desk-deadline = Time for voting
desk-deadline-none = No deadline
desk-deadline-more = +{ $minutes } min
desk-deadline-in = Close in { $minutes } min
desk-deadline-drop = No deadline
desk-void = Declare void …
desk-void-more = A void poll has no result: its ballots are counted nowhere, and everybody reads why. This cannot be taken back. The question can be asked again.
desk-void-reason = Reason, for all to read
desk-void-do = Declare it void
desk-void-not = Leave it as it is
desk-shortlist = Make a shortlist …
desk-shortlist-few = Let at least two ideas through first: only ideas that everybody has seen can be on the list.
desk-shortlist-ideas = Ideas
desk-shortlist-kind = Voted on by
desk-shortlist-do = Write the shortlist
desk-shortlist-not = Not now
desk-texts = What was written
desk-texts-waiting = { $waiting } of { $all } texts wait for you
desk-texts-sort = Waiting first
desk-texts-none = Nothing has been written yet. You let each text through before others see it.
desk-texts-reasons = Reasons come with the result, because they tell how their writers voted.
desk-texts-secret = The poll is secret: its texts come when it has closed.
desk-texts-all-pass = Every text is let through as it comes.
desk-texts-pass-all = Let all through from now on
desk-texts-hold-all = Hold all back again
desk-text-pass = Let through
desk-text-pass-of = Let through: { $text }
desk-text-hold = Hold back
desk-text-hold-of = Hold back: { $text }
desk-text-seen = seen by all
desk-text-count = { $support ->
    [1] written once
   *[other] written { $written }×, { $support } stand behind it
}
desk-enter = Enter a ballot
desk-enter-title = Enter a ballot
desk-enter-more = For somebody without a device, as they tell you. The ballot is marked as entered, and it takes no one else’s place.
desk-enter-name = Name
desk-enter-nobody = Say whose ballot it is: a name, a delegation, or both.
desk-enter-no-name = Say whose ballot it is: the name is missing.
desk-enter-again = Enter it in place of the first
desk-enter-closed = This poll is not open any more.
desk-enter-do = Enter the ballot
desk-entered = The ballot of { $name } is in.

## The chair's polls: writing
poll-write = Write a poll
poll-edit = Edit the draft
poll-question = Question
desk-kind = Kind of poll
desk-kind-single = Single choice
desk-kind-single-more = One of the answers
desk-kind-multiple = Multiple choice
desk-kind-multiple-more = Several of the answers
desk-kind-yes-no = Yes, no, abstain
desk-kind-yes-no-more = A show of hands
desk-kind-agreement = Agreement
desk-kind-agreement-more = How far one agrees, and why
desk-kind-grid = Rating
desk-kind-grid-more = Each item on a scale
desk-kind-ranking = Ranking
desk-kind-ranking-more = In order of preference
desk-kind-points = Points
desk-kind-points-more = Shared out among answers
desk-kind-matrix = Two axes
desk-kind-matrix-more = Each item by two measures
desk-kind-text = Open text
desk-kind-text-more = In own words; a word cloud
desk-kind-ideas = Ideas
desk-kind-ideas-more = And support for others’
poll-options = Answers
poll-option-number = Answer { $number }
poll-option-remove = Remove answer { $number }
poll-option-add = Add an answer
poll-items = Items
poll-item-number = Item { $number }
poll-item-remove = Remove item { $number }
poll-item-add = Add an item
poll-steps = Steps of the scale, from the lowest
poll-step-number = Step { $number }
poll-step-remove = Remove step { $number }
poll-step-add = Add a step
desk-step-usual-1 = Strongly disagree
desk-step-usual-2 = Disagree
desk-step-usual-3 = Neutral
desk-step-usual-4 = Agree
desk-step-usual-5 = Strongly agree
desk-axis-x = Axis across
desk-axis-y = Axis upwards
desk-axis-usual-x = Impact
desk-axis-usual-y = Feasibility
desk-points = Points for each ballot
desk-entries-text = Texts each person may write
desk-entries-ideas = Ideas each person may write
desk-min = At least
desk-min-one = One
desk-min-all = All of them
desk-max = At most
desk-max-any = As many as one likes
desk-rules = Rules of the vote
desk-secrecy = Who learns how somebody voted
desk-secrecy-named = Named
desk-secrecy-named-more = With the result, everybody sees who chose what.
desk-secrecy-chair = Open to the chair
desk-secrecy-chair-more = With the result, chair and secretariat see who chose what; nobody else does.
desk-secrecy-undisclosed = Not shown to anyone
desk-secrecy-undisclosed-more = No page shows who chose what. The server’s files keep it.
desk-secrecy-secret = Secret
desk-secrecy-secret-more = A ballot is final. Once the poll has closed nobody can trace it, not even from the server’s files.
desk-per = Ballots
desk-per-person = One per person
desk-per-delegation = One per delegation
desk-voters = Who may vote
desk-voters-participant = Participants
desk-voters-chair = Chairs
desk-voters-rapporteur = Rapporteurs
desk-voters-classes = Only these classes; none ticked: all of them.
desk-voters-delegations = Only these delegations; none named: all of them.
desk-voters-add = Add
desk-voters-remove = Take { $name } off
desk-late = Those who join later may vote too
desk-late-more = Otherwise those who are there when it opens vote.
desk-ballots-head = A ballot
desk-final = A ballot cannot be changed
desk-final-secret = A secret ballot cannot be changed.
desk-abstain = One may abstain
desk-abstain-always = One may abstain.
desk-time = Time for voting
desk-time-none = Until I close it
desk-time-minutes = { $minutes ->
    [one] One minute
   *[other] { $minutes } minutes
}
desk-time-own = Another time
desk-time-own-label = Minutes, or as in 2:30
desk-results = The result is shown
desk-results-live = While people vote
desk-results-at-close = When it closes
desk-results-when-shown = When I show it
desk-base = Percentages are
desk-base-cast = of the ballots cast
desk-base-valid = of the valid ballots: without abstentions
desk-base-entitled = of those entitled to vote
desk-base-present = of those entitled who are present at the close
desk-quorum = Quorum: how many of those entitled have to vote, in percent
desk-quorum-none = No quorum
desk-more-head = The result
desk-breakdown = Also by class and by regional group
desk-breakdown-more = Groups under five ballots are left out.
desk-breakdown-secret = A secret poll is not told by class or group.
desk-stamp = Mark it “an indication, not a vote”
desk-languages = Languages
desk-languages-one = The original alone
desk-language = Language of the original
desk-language-more = Another language
desk-language-add = Add
desk-language-remove = Remove { $language }
desk-question-in = Question, { $language }
desk-text-in = { $text }, { $language }
desk-lacks-question = Please write the question.
desk-lacks-options = A poll needs at least two answers.
desk-lacks-items = Please write at least one item.
desk-lacks-steps = A scale needs at least two steps.
desk-lacks-axes = Please say what the two axes measure.
desk-lacks-points = Please say how many points a ballot shares out: a whole number from 1 to 1,000.
desk-lacks-secrecy = Ideas cannot be secret: a secret ballot is final, and support comes after the ideas. Choose another secrecy.
desk-lacks-voters = Please say who may vote.
desk-lacks-quorum = The quorum is a whole number from 1 to 100, or left empty.
desk-lacks-time = Write minutes, or minutes and seconds such as 2:30: from 5 seconds to 24 hours.
desk-lacks-language = Please say in which language the original is.
desk-lacks-translation = Please write the question in this language too, or remove it: { $language }.
poll-save-open = Open it now
poll-save-draft = Keep as a draft
desk-save-new = Keep as a new draft
desk-gone = This draft was opened or thrown away meanwhile. What you have written is still here.
poll-leave-question = Throw away what you have written?
poll-leave = Throw away
poll-leave-not = Go on writing

## The chair's polls: templates
desk-template = From a template
desk-template-title = Start from a template
desk-template-more = Each makes a draft, which you can change before it is opened.
desk-template-show-of-hands = Show of hands
desk-template-show-of-hands-more = Yes, no, abstain; by delegation, by name, seen as it grows
desk-template-agreement = Agreement
desk-template-agreement-more = How far one agrees with a statement, with a reason
desk-template-readiness = Readiness
desk-template-readiness-more = Self-assessment on the five components of capacity
desk-template-priorities = Priorities
desk-template-priorities-more = A hundred points among the five components
desk-template-impact-feasibility = Impact and feasibility
desk-template-impact-feasibility-more = Proposals placed on two axes
desk-template-ideas = Ideas
desk-template-ideas-more = People write ideas and support those of others
desk-template-one-word = One word
desk-template-one-word-more = A word cloud

## Polls at the desk
polls-none-chair = No polls yet. A draft is seen by nobody but you until you open it.
