### The texts, in English, of the matchmaking: for those who take part, and for the organiser.

match-title = Matchmaking
match-intro = Post what you need or what you offer. The server proposes partners. Names and contacts are shown only when both have said yes.
match-closed = Nothing new is taken any more. What you agreed stays.
match-for-organiser = You are here as an organiser.
match-to-organiser = To the organiser's page
match-post-need = I need …
match-post-offer = I offer …

match-kind-need = Need
match-kind-offer = Offer
match-own = Your posts
match-own-none = You have posted nothing yet.
match-seen-by-everyone = Everybody in the meeting sees it
match-seen-by-other-side-need = Those who offer something see it
match-seen-by-other-side-offer = Those who need something see it
match-seen-by-proposed = Only proposed partners see it
match-seen-by-secretariat = Only the secretariat sees it
match-change = Change
match-withdraw = Take it back
match-withdraw-sure = Yes, take it back

match-form-need = What do you need?
match-form-offer = What do you offer?
match-form-change = Change the post
match-sentence = In a sentence
match-sentence-more = Others read it as you write it. Write no name in it that they should not know yet.
match-left = { $left ->
    [one] One character left
   *[other] { $left } characters left
}
match-component-choose = Choose …
match-regions = Regions
match-regions-more = None ticked: any region.
match-languages = Languages you can work in
match-languages-more = None ticked: any language.
match-visibility = Who sees it
match-visibility-everyone = Everybody in the meeting
match-visibility-other-side-need = Those who offer something
match-visibility-other-side-offer = Those who need something
match-visibility-proposed = Only proposed partners
match-visibility-secretariat = Only the secretariat, and whom I choose
match-who = Who you are
match-who-more = Shown only to those with whom you agree to meet.
match-name = Your name
match-contact = How to reach you
match-contact-more = Telephone, e-mail, or where to find you. May be left empty.
match-do-post = Post it
match-do-change = Change it

match-proposed = { $count ->
    [0] No partner fits yet. You will see one here as soon as there is.
    [one] One proposed partner
   *[other] { $count } proposed partners
}
match-wanted = { $count ->
    [0] No need fits yet.
    [one] One need fits it. Who has it can choose you.
   *[other] { $count } needs fit it. Those who have them can choose you.
}
match-why = Why
match-reason-component = { $side ->
    [need] Offers what you need: { $component }
   *[offer] Needs what you offer: { $component }
}
match-reason-level = At the same level: { $level }
match-reason-other-level = At another level: { $level }
match-reason-region = { $side ->
    [need] Works in your region: { $regions }
   *[offer] From a region you work in: { $regions }
}
match-reason-any-region = { $side ->
    [need] Works in any region
   *[offer] You work in any region
}
match-reason-language = You share a language: { $languages }
match-reason-no-language = No language in common
match-choose = Yes, ask to meet
match-not-now = Not now
match-more = { $count ->
    [one] Show one more
   *[other] Show { $count } more
}

match-asked = Waiting for your answer
match-asked-more = Somebody wants to meet about your offer. They see who you are if you say yes, and you see who they are.
match-accept = Yes, meet
match-declined = You said “not now”. You can still say yes.
match-waiting = Waiting for their answer
match-waiting-more = You asked to meet. Names are shown when they say yes too.
match-they-declined = Not now, they say. They may still say yes.
match-give-up = Give it up
match-give-up-sure = Yes, give it up

match-agreed = Agreed
match-partner = { $name }, { $delegation }
match-no-table = No table yet. It stands here as soon as you have one.
match-cancel = Cancel this meeting
match-cancel-sure = Yes, cancel it
match-cancelled = Cancelled
match-cancelled-more = This meeting was cancelled and does not take place.
match-text = What you agreed on
match-text-more = Both of you can write it. Leave it empty if you like.
match-text-save = Save
match-text-saved = Saved
match-consent = It may go into the outcome of the meeting
match-consent-more = With both delegations, both posts and this text; no names of people, no contacts. Only if both tick it.
match-consent-save = Save your text first.
match-consent-both = Both have ticked it: it goes into the outcome.
match-consent-one = The other side has not ticked it yet.
match-consent-theirs = The other side has ticked it.

match-day = Your meetings
match-now = Now
match-next = Next
match-over = Your meetings are over.
match-later = Your timetable
match-table = Table
match-table-number = Table { $table }
match-left-time = left
match-starts-in = until it begins
match-with = With { $name }, { $delegation }

match-busy = When you cannot come
match-busy-more = Tick the times at which you cannot meet.
match-others = Other posts
match-others-more = { $count ->
    [one] And one more.
   *[other] And { $count } more.
}

match-organise-settings = Tables and times
match-organise-open = Takes posts and answers
match-organise-open-more = When you close it, nothing new is posted or agreed. What was agreed stays.
match-organise-tables = Tables
match-organise-date = Day
match-organise-starts = First slot begins
match-organise-minutes = Minutes for each meeting
match-organise-pause = Minutes between two
match-organise-slots = Slots
match-organise-last = { $count ->
    [one] One slot, { $from } to { $until }
   *[other] { $count } slots, { $from } to { $until }
}
match-organise-proposed = This is a proposal: it counts when you save it.
match-organise-past = What is saved lies in the past. Enter later times, and tables can be assigned.
match-organise-needs-from = Who may post a need
match-organise-needs-from-everyone = Everybody
match-organise-needs-from-states = Only States
match-organise-save = Save
match-organise-saved = Saved.
match-organise-figures = Figures
match-figure-people = People with a post
match-figure-needs = Needs
match-figure-offers = Offers
match-figure-chosen = Waiting for an answer
match-figure-agreed = Agreed meetings
match-figure-seated = With a table
match-figure-consented = For the outcome
match-assign = Assign tables
match-assign-more = As many agreed meetings as possible get a table. Nobody is in two places. Who has a table keeps it, unless one more meeting can take place if it moves. What is agreed later gets a free table by itself, and nobody is moved for it.
match-assign-waiting = { $count ->
    [one] One meeting waits for a table.
   *[other] { $count } meetings wait for a table.
}
match-assigned = { $seated } of { $agreed } agreed meetings have a table.
match-assigned-added = New: { $added }.
match-assigned-moved = Moved: { $moved }.
match-assigned-unseated = Without a table now: { $unseated }.
match-assigned-at = Assigned at { $time }.
match-not-possible = More than { $possible } could not take place with these tables, slots and people.
match-unseated = Without a table
match-why-not-not-assigned = There is room: assign tables
match-why-not-not-set = Tables and times are not set yet
match-why-not-nothing-ahead = No slot lies ahead
match-why-not-no-common-slot = No slot to which both can come
match-why-not-other-meetings = One of them has another meeting in every slot
match-why-not-no-table = All tables are taken when both are free
match-plan = Plan
match-plan-none = No meeting has a table yet.
match-plan-print = Print the plan
match-plan-time = Time
match-plan-pick = Choose a meeting in the plan to cancel it.
match-plan-free = free
match-partnerships = Partnerships
match-partnerships-more = { $count ->
    [one] One agreement goes into the outcome, with the consent of both. It has a chapter in the combined report.
   *[other] { $count } agreements go into the outcome, with the consent of both. They have a chapter in the combined report.
}
match-partnerships-report = Combined report
match-partnerships-data = As data (JSON)
match-posts = Posts
match-posts-none = Nothing has been posted yet.
match-posts-agreed = { $count ->
    [0] Nothing agreed
    [one] One agreed
   *[other] { $count } agreed
}
