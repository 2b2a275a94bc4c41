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
