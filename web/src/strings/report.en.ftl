### The texts, in English, of the clearing of the report, and of the documents that are taken home.

## What everybody sees
report = Report
report-open = Draft { $number } of the report is open for remarks until { $time }.
report-read = Read it
report-read-again = Read the draft
report-notes-circulated = Draft { $number } circulated. What is written from now on is not part of it.
report-notes-commented = The remarks on draft { $number } are being answered.
report-notes-closed = The session is closed. Draft { $number } was the last that was circulated.
report-notes-final = Final: the notes can be written no more.
report-resumed = Taken up again: { $reason }

## The draft
draft-title = Draft { $number } of the report
draft-more = This is the text as it was frozen at { $time }. Press + beside a paragraph to remark on it.
draft-more-read = This is the text as it was frozen at { $time }.
draft-over = The time for remarks on this draft is over.
draft-newer = Draft { $number } has been circulated since. This one takes no more remarks.
draft-newer-read = Read draft { $number }
draft-which = Which draft
draft-one = Draft { $number }
draft-loading-failed = The draft could not be fetched.
draft-hash = SHA-256 of the draft
draft-remark-on = Remark on paragraph { $number }
draft-remark = Your remark
draft-remark-send = Send it
draft-remark-leave = Cancel
draft-remark-late = This draft takes no remarks any more. Your text is kept here, to be copied.
draft-remark-mine = Your remark
draft-remark-back = Take it back
draft-remark-waits = Waits for an answer
draft-remark-of = Remark
verdict-taken = Taken
verdict-declined = Declined
remarks-own-count = { $count ->
    [one] You made one remark
   *[other] You made { $count } remarks
}

## The rapporteur clears the report
report-clear = Clear the report with the room
report-state-draft = The report is being written.
report-state-circulated = Draft { $number } is open for remarks.
report-state-commented = The time for remarks on draft { $number } is over.
report-state-final = The report is final since { $time }.
report-circulate-more = The notes are frozen as a numbered draft, and everyone in the room can remark on its paragraphs.
report-circulate-for = Time for remarks
report-for-600 = 10 minutes
report-for-1800 = 30 minutes
report-for-3600 = 1 hour
report-for-86400 = 1 day
report-circulate = Circulate a draft
report-circulate-again = Circulate another draft
report-ask = Circulate draft { $number }?
report-ask-to = { $count ->
    [one] The notes as they are now go to everyone in the room; { $count } person is here.
   *[other] The notes as they are now go to everyone in the room; { $count } people are here.
}
report-ask-for-600 = They can remark for 10 minutes.
report-ask-for-1800 = They can remark for 30 minutes.
report-ask-for-3600 = They can remark for 1 hour.
report-ask-for-86400 = They can remark for 1 day.
report-ask-what = { $count ->
    [one] The draft has { $count } paragraph.
   *[other] The draft has { $count } paragraphs.
}
report-ask-empty = Nothing is written yet under
report-ask-send = Circulate
report-left = { $left } left, until { $time }
report-more-time = + { $minutes } min
report-end = End it now
report-end-sure = End the time for remarks
report-remarks = Remarks
report-remarks-none = No remarks yet.
report-remarks-waiting = { $count ->
    [0] Every remark has its answer.
    [one] One remark waits for an answer.
   *[other] { $count } remarks wait for an answer.
}
report-left-on = { $count ->
    [one] One remark on draft { $number } waits for an answer.
   *[other] { $count } remarks on draft { $number } wait for an answer.
}
report-left-read = Answer on draft { $number }
report-paragraph = Paragraph { $number }
report-word = A word on it
report-word-needed = Needed to decline
report-take = Take it
report-decline = Decline
report-answer-change = Change the answer
report-finish = Make it final
report-finish-more = The notes can be written no more, and the document says that it is final.
report-resume = Take it up again …
report-resume-more = The notes can be written again. Everybody reads why.
report-resume-reason = Why
report-resume-do = Take it up again
report-resume-not = Leave it final

## What under the Chatham House Rule should not stand in the text
named-title = Names in the text
named-more = This room holds the Chatham House Rule. These names or delegations occur in the text, and the report would tell of them:
named-person = person
named-delegation = delegation
named-as-owner = named as the owner of a point
named-unknown = It could not be checked whether names stand in the text. Please try again, or read it with that in mind.

## Documents
outcome-status = Status of the report
outcome-status-draft = Draft
outcome-status-circulated = Circulated for remarks
outcome-status-commented = Remarks are being answered
outcome-status-final = Final
outcome-documents = Document
outcome-tables = Tables
outcome-all = Everything
file-outcome-docx = Word
file-outcome-pdf = PDF
file-points-csv = Points (CSV)
file-board-csv = Board (CSV)
file-outcome-zip = One file (ZIP)
outcome-earlier = Earlier revisions
outcome-revision = Revision { $revision }
signing-key = Documents are signed with this server’s key:
meeting-outcome = Outcome of the whole meeting
meeting-outcome-more = One report of all rooms, by kind of point, and everything in one file.
meeting-report = Combined report
