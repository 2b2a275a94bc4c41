### The texts, in English, of the course of a session: announcements, the countdown, more time, help, and the screen.

## What everybody sees
course-from-organiser = From the organiser
course-from-chair = From the chair
course-put-away = Put away
course-left = left
course-left-of = { $time } left
course-over = Time is up
course-minute = One minute left
course-until = until { $time }
course-help-coming = Help is coming.

## Help
course-help = Help
course-help-more = Calls the organiser to your room. Participants and the screen do not see it.
course-help-reason = What for? (may stay empty)
course-help-call = Call for help
course-help-called = The organiser has been called.
course-help-none = The room does not call for help.
course-help-answer = Help is coming
course-help-end = No help needed any more

course-head = The session

## Time
course-time = Time
course-countdown = Countdown on every phone and screen
course-minutes = { $minutes } min
course-countdown-of = Count down { $minutes } minutes
course-countdown-own = Other minutes
course-countdown-min = Minutes
course-countdown-start = Start
course-countdown-label = What comes then (may stay empty)
course-countdown-stop = Take the countdown off
course-extend = Give the session more time
course-extend-by = + { $minutes } min
course-extend-of = { $minutes } minutes more
course-as-planned = End as planned
course-extended = The session now ends at { $time }.
course-extended-by = The session was given { $minutes } minutes more.

## Announcements
course-announce = Announcement
course-announce-text = What everyone in the room is told
course-announce-do = Announce
course-announce-on = on every page now
course-announce-off = Take it off
course-announce-now = On every page now: { $message }
course-template-ten = Ten minutes left.
course-template-five = Five minutes left. Please come to a close.
course-template-plenary = Please come back to the plenary.
course-template-rapporteur = Rapporteurs: please settle your three messages now.

## The screen
course-screen = Screen
course-screen-shows = What the screen shows
course-screen-automatic = What is going on
course-screen-floor = Speakers
course-screen-poll = Poll
course-screen-notes = Notes
course-screen-board = Contributions
course-screen-plenary = The closing board
course-screen-join = How to join
course-screen-countdown = Countdown
course-screen-blank = Title only
course-screen-notes-none = The notes are empty so far.
course-screen-board-none = No contributions so far.

## Questions from the floor
questions-floor = Questions
questions-add = Ask a question
questions-add-more = One question, in a sentence or two. Others can support it.
questions-text = Your question
questions-answered = Answered
questions-answer = Mark as answered
questions-unanswer = Not answered yet
questions-empty = No questions yet.
questions-settled = { $count ->
    [one] One answered question
   *[other] { $count } answered questions
}
