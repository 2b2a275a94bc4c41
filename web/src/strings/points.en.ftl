# Outcome points: marking a paragraph, the overview, and the ways from the notes to points, comments and history.

ways-points = Points { $count }
ways-comments = Comments { $count }
ways-history = History
panel-points = Points
panel-comments = Comments
panel-close = Close the panel

point-title = Make it a point
point-title-change = Change the point
point-kind = Kind
point-kind-key-issue = Key issue
point-kind-need = Need
point-kind-gap = Gap
point-kind-initiative = Initiative
point-kind-good-practice = Good practice
point-kind-barrier = Barrier
point-kind-recommendation = Recommendation
point-kind-next-step = Next step
point-kind-open-question = Open question
point-kind-plenary-message = Plenary message
point-standing = Standing
point-standing-convergence = Convergence
point-standing-divergence = Divergence
point-standing-raised = Raised
point-standing-parked = Parked
point-component = Component
point-component-policies = Policies and regulations
point-component-processes = Processes and structures
point-component-partnerships = Partnerships and networks
point-component-people = People and skills
point-component-technology = Technology
point-reach = Level
point-reach-national = National
point-reach-subregional = Subregional
point-reach-regional = Regional
point-reach-global = Global
point-region = Region
point-region-african = African
point-region-asia-pacific = Asia-Pacific
point-region-eastern-european = Eastern European
point-region-latin-american-and-caribbean = Latin American and Caribbean
point-region-western-european-and-others = Western European and Others
point-owner = Owner
point-owned = Owner: { $owner }
point-unsaid = Not said
point-remove = No point any more
point-done = Done
point-cancel = Cancel

points-none = Nothing is marked as a point yet.
points-none-write = Nothing is marked as a point yet. Put the cursor in a paragraph and press “Point”, or Ctrl (Cmd) and full stop.
points-all = All kinds ({ $count })
points-of-kind = { $kind } ({ $count })
points-any-standing = Any standing
points-filters = More filters
points-any = Any
points-shown = { $count ->
    [one] One point shown
   *[other] { $count } points shown
}
points-reading = { $count ->
    [one] One message for the plenary, { $time } min when read out.
   *[other] { $count } messages for the plenary, { $time } min when read out.
}
points-reading-long = It should be three messages and two minutes.
points-empty = (no text)
points-change = Change
points-change-of = Change the point: { $text }
