### The texts of the list of participants, its sheets, and the day of each of them.

listed-parts = Parts of this page
listed-part-list = List
listed-part-groups = Groups
listed-part-sheets = Access

## The list
listed-none = Nobody is on the list yet. Import a file, or add people one by one.
listed-count = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
listed-found = { $found } of { $count }
listed-search = Search by name, delegation or code
listed-filter = Show
listed-filter-all = Everybody
listed-filter-none = Without a group: { $session }
listed-filter-group = { $group }
listed-add = Add a person
listed-import = Import a file
listed-export = Save as CSV
listed-nobody-found = Nobody on the list fits.
listed-page = { $from } to { $to } of { $count }
listed-before = Previous
listed-next = Next
listed-edit = Change { $name }
listed-change = Change
listed-code = Code
listed-no-group = No group
listed-table = Participants

## One person
listed-add-do = Add to the list
listed-name = Name
listed-language = Language
listed-group-of = Group: { $session }
listed-group-of-none = Group
listed-code-new = Give a new code
listed-code-meanwhile = Somebody else has given them a new code meanwhile, which is shown above and may be printed already. It stands. Ask again if you want another one.
listed-code-new-sure = Replace the code now
listed-code-more = A new code takes the place of this one: from then on this one opens nothing, and who came with it has to join again.
listed-remove = Take off the list
listed-remove-sure = Take off the list now
listed-link = Personal link

## Import
listed-import-more = A CSV file in UTF-8 with a first row that names the columns: name, delegation, class, rank, language, room, code. Only name is needed. Groups of several sessions stand in one cell, parted by |.
listed-import-example = An example to fill in (CSV)
listed-import-file = CSV file
listed-import-checking = Checking …
listed-import-new = New
listed-import-changed = Changed
listed-import-unchanged = As before
listed-import-moved = Into another group
listed-import-faults = { $count ->
    [one] One thing is wrong. Nothing has been imported.
   *[other] { $count } things are wrong. Nothing has been imported.
}
listed-import-row = Row { $row }
listed-import-ignored = Columns that are not used: { $columns }
listed-import-do = { $count ->
    [0] Nothing to import
    [one] Import one person
   *[other] Import { $count } people
}
listed-import-done = Imported. New: { $new }. Changed: { $changed }.
listed-import-more-faults = Only the first { $shown } are shown.
listed-import-again = Choose the corrected file
listed-import-changes = What changes

## Groups
listed-session = Session
listed-no-session = Rooms outside the programme
listed-groups-none = There is no session with several rooms, so there are no groups.
listed-waiting = No group yet
listed-places = Places
listed-places-of = Places in { $group }
listed-heads = { $people } of { $cap }
listed-move = Move { $count } to
listed-move-do = Move
listed-selected-none = Select people to move them, or drag them.
listed-select = Select { $name }
listed-select-clear = Clear the selection
listed-moved-status = { $count ->
    [one] { $name } is now in { $group }.
   *[other] { $count } people are now in { $group }.
}
listed-more = Show { $count } more
listed-rule = Assign by rule
listed-rule-more = Groups of the same size, as far as they have places. Each gets its share of every class and regional group by its size, and delegations are spread.
listed-rule-who = Who
listed-rule-waiting = Those without a group
listed-rule-everybody = Everybody anew
listed-rule-preview = The groups as they would be
listed-rule-size = People
listed-rule-delegations = Delegations
listed-rule-unknown = Not stated
listed-rule-difference = Most apart
listed-rule-placed = { $count ->
    [0] Nobody would be moved.
    [one] One person comes into a group.
   *[other] { $count } people come into a group.
}
listed-rule-left = { $count ->
    [one] One person finds no place.
   *[other] { $count } people find no place.
}
listed-rule-do = Assign
listed-choice = Let people choose
listed-choice-on = People can choose their group on their phones now.
listed-choice-off = People cannot choose their group.
listed-choice-open = Open choosing
listed-choice-close = End choosing
listed-balance = Balance
listed-balance-more = Largest difference between two groups: { $size } in size, { $class } within a class, { $region } within a region, { $delegation } within a delegation.

## Sheets and doors
listed-doors = Who may join
listed-doors-all = People who are not on the list may join with a room’s own code
listed-doors-room = { $group }
listed-doors-rooms = In these rooms
listed-wifi = Wi-Fi on the sheets
listed-wifi-name = Network
listed-wifi-password = Password
listed-saved = Saved.
listed-sheets = Print
listed-sheets-who = For whom
listed-sheets-count = { $count ->
    [one] One slip
   *[other] { $count } slips
}
listed-sheets-part = Part
listed-sheets-part-of = { $from } to { $to }
listed-sheets-people = Print slips for people
listed-sheets-rooms = Print sheets for rooms
listed-sheets-making = Preparing …
listed-sheet-yours = Your personal code
listed-sheet-group = Your group
listed-sheet-how = Scan the picture, or open { $host } and type the code. It is yours alone.

## The day
day-now = Now
day-over = Over
day-none = You are not in a group of this session yet.
day-choose = Choose your group
day-choose-more = You can change your choice until the organiser ends choosing.
day-yours = Your group
day-free = { $count ->
    [0] Full
    [one] One place free
   *[other] { $count } places free
}
day-chosen = You are in { $group } now.
day-unlisted = Your day is here for those who joined with a personal code.

## Moved
moved-to = You were moved to { $group }.
moved-kept = You had not sent this. Copy what you need: it stays in the other room.
moved-copy = Copy
moved-copy-of = Copy: { $words }
moved-copied = Copied.
moved-copy-by-hand = This browser lets no page copy here. Hold a finger on the text, and copy it by hand.
moved-out = You are no longer in a group of this session. Your day shows what is open to you.
