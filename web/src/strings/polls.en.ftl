### The texts, in English, of polls and of every kind of ballot. They come beside the polls, after the first page.

## A poll
poll-new = A new poll is open
poll-round = Round { $number }
poll-stamp = An indication, not a vote
poll-void = Void
poll-void-reason = Void: { $reason }
poll-closes-in = Closes in { $time }
poll-time-over = The time is over.
poll-turnout-delegations = { $turnout } of { $electorate } delegations have voted
poll-quorum = Quorum: { $turnout } of { $needed } needed
poll-quorum-reached = Quorum reached: { $turnout } of { $needed } needed
poll-quorum-missed = Quorum missed: { $turnout } of { $needed } needed
poll-translated = Translated; original in { $language }
poll-translated-plain = Translated
poll-original = The original
poll-see-original = See the original
poll-see-translation = See the translation
poll-barred = You cannot vote in this poll: it is for others, and who votes was fixed when it opened.
poll-barred-late = You cannot vote in this poll: you joined after it had opened, and who votes was fixed then.

## Every ballot
ballot-secrecy-named = Everyone will see how you voted.
ballot-secrecy-chair = The chair will see how you voted.
ballot-secrecy-undisclosed = Nobody is shown how you voted; the server’s files keep it.
ballot-secrecy-secret = Secret: nobody can trace your vote once the poll has closed. It cannot be changed.
ballot-delegation = One ballot for your delegation
ballot-final = A ballot of this poll is final.
ballot-cast = Cast my ballot
ballot-change = Change my ballot
ballot-sending = Sending …
ballot-in = Your ballot is in. You can change it until the poll closes.
ballot-in-final = Your ballot is in. It is final.
ballot-in-delegation = Your delegation’s ballot is in. You can change it until the poll closes.
ballot-in-delegation-final = Your delegation’s ballot is in. It is final.
ballot-in-secret = Your secret ballot is in.
ballot-in-elsewhere = It was cast on another device or page, not here; what was marked here does not count.
ballot-secret-shown = What you marked is shown on this page alone, until you leave it.
ballot-secret-hide = Hide it
ballot-secret-kept = It is sent when the connection is back. It is kept on this page alone: do not load the page anew.
ballot-counts-still = Your earlier answer counts until you press Change.
ballot-not-changed = The poll closed before you pressed Change. Your earlier answer counts.
ballot-not-cast = The poll closed before you cast your ballot.
ballot-abstain = Abstain
ballot-clear = Clear
ballot-clear-item = Clear: { $item }

## Answers
ballot-single = Choose one
ballot-multiple = { $min ->
    [1] Choose up to { $max }
   *[other] Choose { $min } to { $max }
}
ballot-more = { $min ->
    [1] Choose an answer first.
   *[other] Choose at least { $min } answers.
}
ballot-fewer = Choose at most { $max } answers.
ballot-chosen = { $count } of { $max } chosen
ballot-lacks-answer = Choose an answer first.
ballot-reason = Your reason (optional)
usual-yes = Yes
usual-no = No
usual-strongly-disagree = Strongly disagree
usual-disagree = Disagree
usual-neutral = Neutral
usual-agree = Agree
usual-strongly-agree = Strongly agree

## Items on a scale or on two axes
ballot-grid = Choose a step for each item, or skip it.
ballot-matrix = Place each item on both axes, or skip it.
ballot-skipped = Skipped
ballot-lacks-mark = Choose a step for at least one item.
ballot-lacks-place = Place at least one item.
ballot-lacks-axis = Place “{ $item }” on both axes, or clear it.

## An order
ballot-order-exactly = Press { $count } answers in your order, the best first.
ballot-order = Press { $min } to { $max } answers in your order, the best first.
ballot-order-yours = Your order
ballot-move-up = Move up: { $item }
ballot-move-down = Move down: { $item }
ballot-lacks-places = { $left ->
    [one] One more answer to put in order.
   *[other] { $left } more answers to put in order.
}

## Points
ballot-points = Share out { $points } points.
ballot-points-less = Fewer points: { $item }
ballot-points-more = More points: { $item }
ballot-points-of = Points: { $item }
ballot-points-rest = All that is left: { $item }
ballot-points-all = The rest
ballot-points-equally = The same to each
ballot-lacks-points = { $left ->
    [one] One point left
   *[other] { $left } points left
}

## Own words
ballot-answer = { $max ->
    [1] Your answer
   *[other] Answer { $number } of up to { $max }
}
ballot-answer-add = Another answer
ballot-idea = Idea { $number } of up to { $max }
ballot-idea-add = Another idea
ballot-characters = { $count } of { $max } characters
ballot-texts-held = Others read it once the chair lets it through.
ballot-lacks-text = Write an answer first.
ballot-lacks-idea = Write an idea, or support one.
ballot-ideas-others = Ideas of others: which do you support?
ballot-ideas-none = None has been let through yet.
ballot-idea-support = { $count ->
    [one] one supports it
   *[other] { $count } support it
}
ballot-idea-dropped = The chair has held back an idea that you support: “{ $idea }”
