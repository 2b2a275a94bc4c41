### The texts, in English, of the page on which a meeting is set up.

setup-change = Change
setup-change-of = Change { $name }
setup-cancel = Cancel
setup-done = Done
setup-remove = Remove
setup-remove-of = Remove { $name }
setup-up = Move up
setup-up-of = Move { $name } up
setup-saved = Saved: { $name }
setup-not-saved = Not saved yet. Please look at this:
setup-not-saved-above = Not saved yet. Please look at what is marked above.
setup-count = { $count ->
    [0] None
   *[other] { $count }
}

setup-details = Details of the meeting
setup-field-title = Title
setup-field-subtitle = Aim, in a sentence
setup-field-place = Place
setup-field-date = Day
setup-field-timezone = Time zone of the place
setup-timezone-more = Area and city, as in America/New_York. Times of the programme are in it.
setup-field-languages = Languages
setup-move-days = Move all sessions by as many days

setup-session-add = Add a session
setup-session-new = New session
setup-session = Session
setup-session-remove = Remove this session
setup-session-remove-sure = Remove it; its rooms stay
setup-no-sessions = No sessions yet. Add the first one.
setup-field-kind = Kind
setup-kind-social = Break or reception
setup-kind-plenary = Plenary
setup-kind-panel = Panel
setup-kind-matchmaking = Matchmaking
setup-kind-breakout = Breakout groups
setup-field-starts = Starts
setup-field-ends = Ends
setup-field-description = What happens
setup-field-rooms = Rooms that meet in it

setup-room-add = Add a room
setup-room-new = New room
setup-room = Room
setup-no-rooms = No rooms yet. Add the first one: a plenary, a panel or a group.
setup-room-address = Its address: { $address }
setup-room-entered = People have been in this room. What you save reaches them at once, but for what is said below.
setup-when-questions = In the room at once. As headings in the notes only while nobody has written in them.
setup-when-attribution = A stricter rule counts at once. A looser one is refused: people came in under this one.
setup-when-polls = New polls wait in the room as drafts at once. What the chair has changed or asked stays.
setup-when-speaking = Order and times count at once. Whether the list is open, the chair now decides in the room.
setup-when-speakers = New speakers come onto the list at once. Who has spoken or was taken off is not put on again.
setup-when-tools = At once. A tool in which something is already stays.
setup-when-notes = Who may write and who sees a new card: at once, unless the chair has chosen otherwise. Headings: only while nobody has written in the notes.
setup-field-theme = Theme
setup-theme-more = In a sentence
setup-meets-in = Meets in
setup-meets-now = Meets in: { $sessions }. You change that with the session, in the programme.
setup-meets-not = Meets in no session yet. You change that with the session, in the programme.
setup-meets-nowhere = No session yet
setup-field-questions = Guiding questions
setup-lines-more = One on each line
setup-field-attribution = What may be told outside
setup-field-writers = Who may write the notes
setup-field-polls = Prepared polls
setup-poll-keep = Keep with the room
setup-speaking = Speaking
setup-field-list = List of speakers at first
setup-list-open = Open
setup-list-open-more = People ask for the floor from their phones, also in advance: from when they are in the room.
setup-list-closed = Closed
setup-list-closed-more = Only those that you inscribe, until the chair opens it. Choose “Open” to let people inscribe themselves in advance.
setup-field-order = Who comes first
setup-field-speaking_limit_s = Time for one speaker, in seconds
setup-field-speaking_limits = Other times, in seconds; empty: the same
setup-field-speakers = Speakers inscribed in advance
setup-speakers-more = They are on the list when the room opens. The chair can also import a spreadsheet.
setup-speaker-name = Name
setup-speaker-add = Add a speaker
setup-speaker-remove = Remove this speaker
setup-notes-board = Notes and board
setup-field-sections = Headings of the notes
setup-sections-more = One on each line. The guiding questions follow them.
setup-field-board = Who sees a new card
setup-tools = Tools of the room
setup-tools-more = The notes are always there: they are what becomes of the room.
setup-tool-notes = Notes
setup-tool-floor = List of speakers
setup-tool-polls = Polls
setup-tool-board = Board, or questions from the floor
setup-tool-comments = Comments on the notes
setup-people = Moderators and panel
setup-nobody = Nobody named
setup-people-more = One name on each line
setup-field-moderators = Moderators
setup-field-panellists = Panellists
setup-questions-count = { $count ->
    [one] 1 question
   *[other] { $count } questions
}
setup-polls-count = { $count ->
    [one] 1 poll
   *[other] { $count } polls
}
setup-people-now = { $count ->
    [one] 1 person in it now
   *[other] { $count } people in it now
}
setup-closed = Closed
setup-template = Use as template
setup-template-of = New room from { $name }
setup-copy-of = { $name } (copy)

setup-remove-room = Remove the room
setup-remove-title = Remove “{ $name }”?
setup-remove-empty = Nobody has been in it. It leaves the plan, and its join codes open nothing. You can put it back.
setup-remove-stays = { $people ->
    [0] It holds what people have written and said. Close it first, so that its outcome is sealed and kept. Then you can remove it.
    [one] One person is in it. Close it first, so that its outcome is sealed and kept. Then you can remove it.
   *[other] { $people } people are in it. Close it first, so that its outcome is sealed and kept. Then you can remove it.
}
setup-go-close = Go to the room
setup-remove-held = It is closed and its outcome is sealed. Whoever still reads in it is shown out, and its join codes open nothing. The outcome stays on the server, and you can put the room back with everything in it.
setup-remove-outcome = Download its outcome first
setup-removed = { $count ->
    [one] 1 room was removed
   *[other] { $count } rooms were removed
}
setup-removed-more = Put back, a room is there with everything that was in it, and its join codes work again.
setup-put-back = Put back
setup-put-back-of = Put back { $name }

setup-warnings = { $count ->
    [one] Worth a look
   *[other] { $count } things worth a look
}
setup-warning-room-twice = “{ $room }” meets in “{ $first }” and in “{ $second }” at the same time.
setup-warning-everybody-twice = “{ $first }” and “{ $second }” are at the same time, and one of them is for everybody.
setup-warning-no-rooms = “{ $first }” has groups side by side, but no rooms.
setup-warning-rooms-beside = “{ $room }” meets in “{ $first }”: at that time people are sent into the room, not to the matchmaking or the break.
setup-warning-room-unplaced = “{ $room }” meets in no session.

setup-file = The plan as a file
setup-file-more = A file holds the same as this page: programme, rooms and polls, but nothing that people did.
setup-export = Export as file
setup-import = Import a file
setup-import-more = A meeting file becomes a meeting of this server. Nothing is taken of a file that has something wrong.
setup-import-file = Meeting file (.toml)
setup-import-id-more = Empty: as the file says
setup-import-take = Import
setup-import-replace = Replace that plan
setup-import-line = Line { $line }
setup-link = Organiser's link
setup-link-keep = Keep this link: it is the only way back in.
setup-link-more = Whoever has it organises this meeting, on any browser. Give it to a second organiser, and to nobody else.
setup-link-copy = Copy the link
setup-link-copied = The link is copied.
setup-link-by-hand = This browser lets no page copy here. Please copy the link by hand.
setup-link-replace = Replace the link
setup-link-replace-sure = Replace it: the old link will open nothing
setup-link-stay = Those who organise already stay
setup-link-replaced = This is the new link. The old one opens nothing any more.
setup-link-go-on = I have kept it: go on
setup-made = The meeting is made
setup-meetings = Meetings
setup-this-one = this one
setup-copy = Copy this meeting
setup-copy-more = Programme, rooms and polls, with all days moved; nothing that people did.
setup-new = New meeting
setup-make = Make the meeting
setup-field-id = Short name
setup-id-taken = Another meeting on this server has this short name already. Choose another.
setup-id-wrong = Only a-z, 0-9 and hyphens between them, as in roundtable-2026.
setup-id-more = Part of every address: a-z, 0-9 and hyphens. Empty: from the title.
