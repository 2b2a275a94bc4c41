### The texts, in English, that a delegate’s page needs soon after its first page: the form, how one stands and why.

## One's own request
floor-missed = Your request is off the list: the chair moved on without it, or it was withdrawn.
floor-withdraw-closed = The list is closed: you would lose your place.
floor-withdraw-short = Withdraw
floor-stay = Keep my place
floor-spoken = { $count ->
    [0] No speech was given
    [one] One speech was given
   *[other] { $count } speeches were given
}

## Dialogs of the room
save = Save
close-dialog = Close
join-qr = QR code of the join link
poll-draft = Draft
poll-shown = result shown

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
why-moved = Moved by the chair
why-moved-reason = Moved by the chair: { $reason }
why-point-of-order = Point of order, heard at once
why-question = Question to the speaker
why-question-about = Question to { $name }
why-answer = Answer
why-answer-about = Answer to { $name }
why-precedence = Given precedence by the chair
why-reply = Right of reply, heard at the end
why-first-come = In the order of asking
why-protocol = { $rank }, { $class }, then in the order of asking
why-rank-unstated = Rank not stated
why-by-class = { $class }, in the order of asking
why-least-heard = { $speeches ->
    [0] Not heard yet
    [one] Heard once so far, { $time }
   *[other] Heard { $speeches } times so far, { $time }
}
why-alternate = The turn of { $group }, after { $after }
why-alternate-first = The turn of { $group }
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

## The phone: how one's delegation stands
your-delegation = Your delegation
floor-wait-soon = less than a minute
floor-wait = about { $minutes } min
floor-wait-limit = about { $minutes } min if all use their time
floor-will-speak = { $name } will speak
floor-closes-in = The list closes in { $time }
floor-list-closing = Closes in { $time }
floor-empty-heard = Nobody is waiting any more.
floor-still-taken = Points of order and replies are still taken.
floor-yours-interrupted = You go on after the point of order.
floor-more = More ways to speak
floor-more-own = Change or add a request
kept-take-back = Do not send it
floor-change = Change, withdraw or add
floor-notify = Tell me when I am next
floor-on-behalf-of = on behalf of { $group }
floor-language-of = speaks in
floor-language-other = Another language
floor-remote = remote
floor-clock-stopped = Clock stopped
floor-goes-on = { $name } goes on after this

## The phone: asking with details
wish-language-others = Other languages

## The phone: taking a request back, and what else waits
floor-withdraw-list = Withdraw from the list
floor-given-meanwhile = You were given the floor in the meantime; nothing was withdrawn.
floor-clock-stands = Your clock stands at { $used } of { $limit }
floor-as-of = As of { $time }, no connection
floor-also = { $lane }: { ORDINAL($place) ->
    [one] { $place }st
    [two] { $place }nd
    [few] { $place }rd
   *[other] { $place }th
}

## Polls, and what opens from the head
polls-none = No polls yet. They appear here when the chair opens one.
poll-open = Open
poll-closed = Closed
poll-not-shown = The result has not been shown.
poll-turnout = { $turnout } of { $electorate } have voted
poll-vote-now = Vote now
percent = { $share }%
own-seat = Your seat
meeting-whole = The whole programme

## The list after the close
floor-left = { $count ->
    [one] One request was open at the close
   *[other] { $count } requests were open at the close
}
floor-empty-closed = Nobody was waiting.

## A button that asks once more
sure-not = Keep it as it is

## Ranks, and a role that nobody is called by on the first page
role-screen = Screen
rank-minister = Minister
rank-vice-minister = Vice-minister
rank-ambassador = Ambassador
rank-expert = Expert
rank-delegate = Delegate

## After a reload
storage-full = The server’s disk is full: nothing can be changed for now. Nothing is lost; please tell the organiser.
storage-failing = The server’s disk fails: nothing can be changed for now. Nothing is lost; please tell the organiser.
asking-again = Sending what you asked for before this page was reloaded …

## Why one cannot ask for the floor now
floor-list-closed-more = The list of speakers is closed.
floor-list-not-open-more = The list of speakers is not open yet; the chair opens it. To be inscribed in advance, ask the secretariat.
floor-list-exhausted-more = Nobody is on the list any more.

# What a proxy says without words; the server brings its own.
refusal-too-many-tries = Too many wrong codes came from here. Please wait a minute and try again.
refusal-unavailable = The server cannot take this up at the moment. Please try again in a moment.
refusal-token-expired = Your seat has ended. Please join again with your code.
refusal-bad-command = The server did not understand this. Please reload the page.
