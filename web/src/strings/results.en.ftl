# The results of polls: charts, their tables, and of what the figures are.

## Every result
result-stamp = An indication, not a vote
result-abstained = Abstained
result-base-cast = { $count ->
    [one] Share of the one ballot cast
   *[other] Share of the { $count } ballots cast
}
result-base-valid = { $count ->
    [one] Share of the one valid ballot
   *[other] Share of the { $count } valid ballots
}
result-base-entitled = { $count ->
    [one] Share of the one voter entitled
   *[other] Share of the { $count } entitled to vote
}
result-base-present = { $count ->
    [one] Share of the one voter entitled who was present at the close
   *[other] Share of the { $count } entitled who were present at the close
}
result-base-answered = { $count ->
    [one] One ballot with an answer
   *[other] { $count } ballots with an answer
}
result-base-points = { $count ->
    [one] Share of the { $points } points of one ballot
   *[other] Share of the { $points } points of { $count } ballots
}
result-skips = Items could be skipped
result-abstentions = { $count ->
    [one] One abstained
   *[other] { $count } abstained
}
result-turnout = Turnout { $turnout } of { $electorate }
result-so-far = So far: { $counted } of { $turnout } ballots are counted
result-so-far-counted = { $count ->
    [one] One ballot is counted so far
   *[other] { $count } ballots are counted so far
}
result-quorum-reached = Quorum of { $needed } reached
result-quorum-missed = Quorum of { $needed } not reached
result-entered = { $count ->
    [one] One ballot was entered by the secretariat
   *[other] { $count } ballots were entered by the secretariat
}

## Tables
result-as-table = As a table
result-copy = Copy the table
result-copied = Copied
result-copy-failed = It could not be copied. Select the table and copy it.
result-item = Item
result-points = Points
result-points-share = Share of all points
result-points-mean = Mean of a ballot
result-mean-step = Mean
result-mean-of = { $axis }, mean
result-skipped = Skipped
result-reasons = Reasons
result-reason = Reason
result-idea = Idea
result-support = Support
result-written = Written by
result-text = Text

## One's own
result-your-points = Your points: { $points }
result-your-place = Your place: { $place }
result-you-support = You support it

## The scale
result-mean = Mean { $mean } of { $steps }: nearest to “{ $nearest }”
result-scale = The steps

## The ranking
result-borda = Borda points
result-borda-points = Borda points
result-borda-how = { $best ->
    [one] One point for a first place
   *[other] { $best } points for a first place, one fewer for each place after it
}
result-first-places = First places
result-runoff = Instant run-off
result-runoff-how = In each round the answer with the fewest ballots is out, until one has more than half
result-round = Round { $number }
result-exhausted = Ballots without an answer still in
result-runoff-out = { $votes } (out)
result-runoff-tied-out = { $votes } (out, by the rule for ties)
result-runoff-wins = { $votes } (wins)
result-ranking-same = “{ $winner }” is first by both counts.
result-ranking-differ = The two counts differ: “{ $borda }” has the most points, “{ $winner }” wins the run-off.
result-ranking-tie = Several have as many points ({ $names }); “{ $winner }” wins the run-off.
result-rounds-left-out = { $count ->
    [one] One round in between is not shown here.
   *[other] { $count } rounds in between are not shown here.
}

result-answers-left-out = { $count ->
    [one] One more answer is in the result on everybody’s own page.
   *[other] { $count } more answers are in the result on everybody’s own page.
}

## The two axes
result-axis-x = Across
result-axis-y = Upwards
result-number = No.
result-plot = Each item stands at the mean of its places; the faint dots are the places of all items.
result-your-places = Your place: { $x } / { $y }

## Own words
result-cloud = The words, the larger the more answers have them. All answers are in the list.
result-words = The words
result-word = Word
result-answers = Answers
result-nothing-passed = No answers have been let through yet.

## Beside the result
result-rounds = The rounds side by side
result-rounds-base = Of what
result-classes = By class
result-regions = By regional group
result-group-ballots = Ballots
result-groups-base = Each figure is of the ballots of that group.
result-groups-small = By class and region, groups with fewer than five ballots are not told.
result-roll = Who voted how
result-roll-entered = entered by the secretariat
result-voters = { $count ->
    [one] One voter
   *[other] { $count } voters
}

## The screen
result-screen-left = { $left } left
result-screen-voted = of { $electorate } have voted
result-screen-quorum = Quorum: { $needed } needed

## What every result says
poll-multiple-base = Several answers per ballot, so shares may add up to more than 100%
poll-option = Answer
poll-ballots = Ballots
poll-share = Share
poll-your-answer = Your answer
poll-result-of = Result: { $question }
poll-result = Result
