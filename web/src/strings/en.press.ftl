### The texts, in English, of what a delegate opens: all that can be asked of the floor, one’s own seat, what the room is about.

## Dialogs of the room
invite = Others can join
invite-more = At { $host }, with this code:
questions = Guiding questions
own-seat-more = This is how others see you. A correction keeps your place on the list.
own-seat-fixed = You are here as { $role }.
languages = Language of the pages

## The phone: asking with details
ask-list = Ask for the floor
ask-list-more = On the list of speakers, at the place that its rule gives you.
ask-question = Question to the speaker
ask-question-more = A short question about the speech; the speaker may answer at once.
ask-reply = Right of reply
ask-reply-more = To answer what was said of you; heard when the list is through.
ask-point-of-order = Point of order
ask-point-of-order-more = About the procedure only. Heard at once: it interrupts the speaker.
ask-point-of-order-doubt = This interrupts the speaker. Raise the point of order now?
ask-point-of-order-now = Raise it now
ask-not = Not now
ask-also = Ask for something else
ask-details = Who speaks, for whom, in which language
ask-sounds = Sound a soft tone when my time is nearly over, and when it is over
own-requests = Your delegation's requests
own-place = { ORDINAL($place) ->
    [one] { $place }st
    [two] { $place }nd
    [few] { $place }rd
   *[other] { $place }th
} in the order
own-take-over = I will speak
own-change = Change the speaker
own-change-not = Leave it as it was
wish-name = Who will speak
wish-name-hint = You, if left empty
wish-rank = Rank of the speaker
wish-group = On behalf of
wish-group-hint = A group, where you speak for one
wish-language = Language of the speech
wish-remote = Speaks from elsewhere (remote)

## Taking a request back, by its name
floor-withdraw-precedence = Withdraw from the list
floor-withdraw-point-of-order = Withdraw my point of order
floor-withdraw-question = Withdraw my question
floor-withdraw-answer = Withdraw my answer
floor-withdraw-reply = Withdraw my right of reply
