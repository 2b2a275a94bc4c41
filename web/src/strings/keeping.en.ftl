### The texts, in English, about a meeting's files and about how long it keeps who took part.

keeping-door = Your name is kept until { $date } by { $by }.
keeping-gone = The names of those who took part were deleted.
calendar-add = Add to calendar

files-programme = Programme
files-calendar-more = All sessions as a calendar file, for any calendar program.
schedule-title = Take over a programme
schedule-more = From a schedule.json of pretalx or frab, or a timetable of Indico. You see first what would change. Nothing that the meeting has is lost.
schedule-file = File
schedule-looking = Reading the file …
schedule-would = What would change
schedule-done = Taken over
schedule-nothing = Nothing: the meeting has all of it already.
schedule-sessions-added = { $count ->
    [one] One new session
   *[other] { $count } new sessions
}
schedule-sessions-changed = { $count ->
    [one] One session told otherwise
   *[other] { $count } sessions told otherwise
}
schedule-rooms-added = { $count ->
    [one] One new room
   *[other] { $count } new rooms
}
schedule-more-items = … and { $count } more
schedule-warnings = { $count ->
    [one] One remark
   *[other] { $count } remarks
}
schedule-errors = { $count ->
    [one] Nothing was taken: one place in the file is wrong
   *[other] Nothing was taken: { $count } places in the file are wrong
}
schedule-take = Take it over
schedule-other = Choose another file

archive-title = Archive
archive-more = Everything of the meeting in one file: the programme, the report, every sealed outcome and the drafts of open rooms. It can be read without this server, and has the names in it: keep it as you keep other personal data.
archive-get = Download the archive

keeping-title = Names and data
keeping-more = Set a day until which the names of those who take part are kept. They are told it at the door. When the day is over, names, seats, personal codes and contacts are deleted by themselves. Sealed outcomes stay as they are, and so does what people wrote.
keeping-open-room = A room that is still open then is closed first.
keeping-until = Kept until the end of
keeping-by = Kept by (who, and how to reach them)
keeping-by-example = the secretariat, data@example.org
keeping-save = Save
keeping-sure = Names are kept until the end of { $date } by { $by }. Everybody is told so, and once people have come in the day can only be made earlier. Is that right?
keeping-sure-do = Yes, keep them until then
keeping-saved = Saved. Everybody is told from now on.
keeping-unset = No date
keeping-none = No date is set: names are kept until you delete them.
keeping-promised = People have come in and were told this day. It can be made earlier, not later.
keeping-at-door = At the door it says:
keeping-deleting = The names are being deleted.
keeping-deleted = The names were deleted on { $date }.
keeping-deleted-more = Nobody can join any more. What came of the meeting can still be downloaded here.
delete-title = Delete the names now
delete-more = Download the archive first if you need it. This cannot be taken back: everybody but you is shown out, and no join link opens anything any more.
delete-open = { $count ->
    [one] Close this room first: { $rooms }
   *[other] Close these rooms first: { $rooms }
}
delete-confirm = To confirm, write { $word }
delete-go = Delete all names
