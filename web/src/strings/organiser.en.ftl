### The texts, in English, around the organiser's pages.

organiser-nav = Organiser's pages
organiser-desk = Desk
organiser-calls = { $count ->
    [one] 1 call
   *[other] { $count } calls
}
organiser-setup = Set-up
organiser-people = People
organiser-matchmaking = Matchmaking
organiser-board = Closing board
organiser-keeping = Files and data
organiser-meeting = Meeting page
news-live = Live
news-away = Not connected. What is shown may be old.
