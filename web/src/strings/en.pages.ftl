### The texts, in English, of the other pages: home, addresses that lead nowhere, the meeting, the screen.

## The desk
people-joined = { $count ->
    [0] nobody yet
    [one] { $count } person
   *[other] { $count } people
}

## The meeting
meeting-rooms = Rooms
meeting-no-rooms = There is no room for you yet.
meeting-programme = Programme
session-extended = Extended until { $time }
meeting-pages = More of this meeting
day-title = Your day
meeting-matchmaking = Go to the matchmaking
meeting-timezone = Times in { $timezone }
room-open-short = Open
room-closed-short = Closed
room-enter = Enter
room-screen = Screen
join-links = Join links
join-link-of = { $role }: join link
copy-link = Copy
copy-link-of = Copy the join link: { $role }
copied-link-of = The join link is copied: { $role }
copy-failed = This browser lets no page copy here. The link is
sheet-print = Print join sheets
sheet-how = Scan the picture with your phone, or open { $host } and type the code.
sheet-wifi = Wi-Fi

## The screen
screen-next = Next
screen-join = Join at { $host }
screen-reconnecting = Reconnecting …

## Dialogs of the room
room-closed-screen = This session is closed. Thank you.

## Home and addresses that lead nowhere
home-title = Join your session
home-what = The working room of your breakout group: ask for the floor, vote, and write the notes together.
code-label = Join code
code-hint = Your code is on your invitation, or on the screen in the room.
code-incomplete = A join code has 6 or 8 letters and digits. Please check what is missing.
code-go = Continue
not-found-page = There is no such page
not-found-page-more = The address may be incomplete. With your join code you find your room.
not-found-code = This code opens no room
not-found-code-more = Please check it against the screen in the room or your invitation. Capitals or small letters make no difference.
not-found-seat = You have no seat here
not-found-seat-more = Your seat in this room is not known on this device, or it has ended. Join with your code; nothing you sent is lost.

## The floor on the screen
screen-remain = { $count } still to speak
screen-list-not-open = The list is not open yet
screen-list-open = The list is open
screen-list-closing = The list closes in { $left }
screen-list-closed = The list is closed
screen-list-exhausted = The list is through
screen-on-behalf = on behalf of { $group }
screen-goes-on = { $name } goes on after this
screen-goes-on-from = { $name } goes on after this, from { $used } of { $limit }
screen-sound-on = Turn sound on
