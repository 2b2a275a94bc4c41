### The texts of the first page, in English: joining, floor, polls. The rest is in en.later.ftl. Other languages may lack some;
### those are then said in English.

product = Roundtable

## General
loading = Loading …
loading-failed = This part could not be loaded. What you did is kept.
try-again = Try again
you = You
dismiss = Dismiss
notices = Announcements
tabs = Parts of the room
skip-to-content = Skip to the content
show-all = Show all { $count }
kept-until-back = No connection. This is kept and sent as soon as it is back.

## Status
status-connecting = Connecting …
status-live = Connected
status-reconnecting = Reconnecting …
status-offline = No network
status-closed = Closed
status-gone = Join again
people-here = { $count } here

## Joining
join-as = You join as { $role }
join-continue = Continue as { $name }
join-other = Join as somebody else

## Roles
role-participant = Participant
role-chair = Chair
role-rapporteur = Rapporteur
role-organiser = Organiser

## What may be told outside
attribution-on-the-record = On the record
attribution-on-the-record-more = What is said here may be reported, with the name of who said it.
attribution-chatham-house = Chatham House Rule
attribution-chatham-house-more = What is said here may be used outside, but not who said it, nor who was present.
attribution-closed = Closed session
attribution-closed-more = Nothing said here may be reported outside this room.

## The room
room-connecting = Opening the room …
room-closed = This session is closed. Everything stays here to be read.
about = About this session
own-seat-open = Your seat: { $name }
tab-floor = Floor
tab-polls = Polls
tab-notes = Notes
tab-board = Board
tab-questions = Questions
tab-desk = Manage

## The floor
floor-list = List of speakers
floor-speaking = Now speaking
floor-nobody = Nobody has the floor
floor-yours = You have the floor
floor-next = You are next
floor-place = { ORDINAL($place) ->
    [one] You are { $place }st on the list
    [two] You are { $place }nd on the list
    [few] You are { $place }rd on the list
   *[other] You are { $place }th on the list
}
floor-not-on-list = You are not on the list.
floor-request = Ask for the floor
floor-withdraw = Withdraw my request
floor-waiting = { $count ->
    [0] Nobody waiting
   *[other] { $count } waiting
}
floor-limit-each = { $limit } each
floor-limit-range = from { $least } to { $most }
floor-list-closed = List closed
floor-empty = Nobody has asked for the floor yet.
clock-ending = Nearly over
clock-over = Over time


## Why something was not done. The server says most of it, in English; here is what it cannot say.
refusal-unknown = This could not be done. Please try again.
refusal-unreachable = The server cannot be reached. Check the connection and try again.
refusal-unknown-code = This code opens no room. Please check it.
refusal-not-found = There is nothing here that you may see. Join with your code.
refusal-join-again = Your seat has ended. Please join again with your code.

## The clock that stands
clock-stopped = Clock stopped
## The phone
floor-next-delegation = Your delegation is next
floor-place-delegation = { ORDINAL($place) ->
    [one] Your delegation is { $place }st on the list
    [two] Your delegation is { $place }nd on the list
    [few] Your delegation is { $place }rd on the list
   *[other] Your delegation is { $place }th on the list
}
floor-yours-more-delegation = Your delegation has the floor.
floor-list-not-open = Not open yet
floor-list-exhausted = The list is through
