### The texts, in English, of the organiser's desk: all rooms on one page.

overview-calls = Calls for help
overview-calls-of = { $room } calls for help.
overview-acts = What is done in rooms
overview-all = { $count ->
    [0] No room has begun yet
    [one] For the one room that has begun
   *[other] For all { $count } rooms that have begun
}
overview-chosen = { $count ->
    [one] For the room you chose
   *[other] For the { $count } rooms you chose
}
overview-people = { $count ->
    [one] One person connected in all
   *[other] { $count } people connected in all
}
overview-choose = Choose rooms together
overview-choose-none = Choose none
overview-no-rooms = This meeting has no rooms yet.
overview-act-announce = Announce
overview-act-time = Time
overview-act-lists = Lists of speakers
overview-act-close = Close …
overview-act-reopen = Reopen
overview-meant = { $count ->
    [one] One room:
   *[other] { $count } rooms:
}
overview-done = { $count ->
    [0] Done in no room.
    [one] Done in one room.
   *[other] Done in { $count } rooms.
}
overview-refused = { $count ->
    [one] One room did not do it:
   *[other] { $count } rooms did not do it:
}
overview-put-away = Put away

## A room
overview-state-open = Open
overview-state-closed = Closed
overview-state-not-begun = Not begun
overview-state-unavailable = Not available
overview-help = Calls for help
overview-help-coming = Help is coming
overview-help-since = { $minutes ->
    [0] { $role }, just now
    [one] { $role }, a minute ago
   *[other] { $role }, { $minutes } minutes ago
}
overview-help-answer-of = Say in { $room } that help is coming
overview-help-end = Done
overview-help-end-of = The call of { $room } is dealt with
overview-people-head = People
overview-people-of = { $here } here, { $joined } joined so far
overview-floor = Floor
overview-floor-nobody = Nobody speaks
overview-waiting = { $count ->
    [0] nobody waits
    [one] one waits
   *[other] { $count } wait
}
overview-list-not-open = list not open yet
overview-list-open = list open
overview-list-closing = list closing
overview-list-closed = list closed
overview-list-exhausted = all heard
overview-poll = Poll
overview-turnout = { $turnout } of { $electorate } voted
overview-notes = Notes
overview-notes-none = Empty so far
overview-report = Report
overview-report-draft = Being written
overview-report-circulated = Draft open for remarks
overview-report-commented = Remarks being answered
overview-report-final = Final
overview-report-sealed = Sealed, revision { $revision }
overview-remarks = { $count ->
    [one] one remark waits
   *[other] { $count } remarks wait
}
overview-told = Time
overview-announced = Announced
overview-extended = + { $minutes } min
overview-screen-of = Screen of { $room }
overview-not-begun = Nobody has been here yet.
overview-unavailable = This room cannot be read now. The server’s log says why.
overview-details = Links and seats
overview-details-of = Links and seats of { $room }

## Doing things in several rooms
overview-unannounce = { $count ->
    [one] Take the announcement off in one room
   *[other] Take the announcements off in { $count } rooms
}
overview-lists-open = { $count ->
    [one] Open the list of one room
   *[other] Open the lists of { $count } rooms
}
overview-lists-close = { $count ->
    [one] Close the list of one room
   *[other] Close the lists of { $count } rooms
}
overview-close-title = { $count ->
    [0] Close rooms
    [one] Close one room?
   *[other] Close { $count } rooms?
}
overview-close-more = A closed room can be read, but nothing in it changes any more. Its outcome is sealed. You can reopen it.
overview-close-speaking = somebody speaks
overview-close-polls = { $count ->
    [one] a poll is open
   *[other] { $count } polls are open
}
overview-close-waiting = { $count ->
    [one] one speaker waits and will not be heard
   *[other] { $count } speakers wait and will not be heard
}
overview-close-remarks = { $count ->
    [one] one remark has no answer
   *[other] { $count } remarks have no answer
}
overview-close-nobody = Nobody has been here yet. Whoever comes later finds it closed.
overview-close-nothing = Nothing stands in the way.
overview-close-none = None of these rooms is open.
overview-close-names = Rooms under the Chatham House Rule: look in the room first whether its texts name somebody.
overview-close-settle = End speeches and close open polls first
overview-close-not = Not now
overview-close-do = { $count ->
    [one] Close the room
   *[other] Close { $count } rooms
}
overview-reopen-more = The same people come back to everything as it stood. The next close makes a new revision of the outcome.
overview-reopen-none = None of these rooms is closed.
overview-reopen-do = { $count ->
    [one] Reopen the room
   *[other] Reopen { $count } rooms
}

## Links and seats
details-links = Join links
details-links-more = A link that got into the wrong hands is replaced: the old code opens nothing any more.
details-stay = Those who came with the old link stay
details-replace = Replace
details-replace-sure = Replace the link: { $role }
details-replaced = { $role }: the code is now { $code }.
details-seats = Seats
details-seats-more = Whoever loses their seat is out at once and has to join anew. What they did stays on record.
details-seats-none = Nobody has a seat here yet.
details-end = End seat
details-end-sure = End the seat of { $name }
details-ended = The seat of { $name } has ended.
