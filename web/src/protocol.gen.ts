// Generated from the Rust types; `cargo xtask types` writes it anew.

export type Millis = number;

export type Seq = number;

export type SeatId = string;

export type RequestId = string;

export type PollId = string;

export type OptionId = string;

export type Role = "participant" | "chair" | "rapporteur" | "screen" | "organiser";

export type Class = "state" | "organization" | "stakeholder";

export type Rank = "minister" | "vice-minister" | "ambassador" | "delegate" | "expert";

export type Profile = {
/**
 * The name as it is shown to the room.
 */
name?: string,
/**
 * The State, organization or stakeholder.
 */
delegation?: string,
/**
 * The kind of body.
 */
class?: Class,
/**
 * The rank of the person.
 */
rank?: Rank, };

export type Code = "bad-command" | "not-allowed" | "room-closed" | "room-open" | "still-open" | "list-closed" | "list-open" | "already-on-list" | "already-speaking" | "not-on-list" | "nobody-waiting" | "nobody-speaking" | "unknown-request" | "already-ended" | "list-changed" | "already-paused" | "not-paused" | "nothing-to-ask" | "nothing-to-reply" | "wrong-lane" | "other-delegation" | "import-invalid" | "too-late" | "unknown-poll" | "unknown-seat" | "not-a-draft" | "poll-not-open" | "poll-not-closed" | "poll-invalid" | "choice-invalid" | "out-of-bounds" | "text-invalid" | "too-many" | "may-not-write" | "notes-invalid" | "notes-full" | "outcome-not-written" | "storage-fault";

export type Refusal = {
/**
 * The stable code.
 */
code: Code,
/**
 * What happened, to what, and what to do.
 */
message: string, };

export type PollKind = "single" | "multiple";

export type PollPaper = {
/**
 * The question.
 */
question: string,
/**
 * How many answers a ballot may hold.
 */
kind: PollKind,
/**
 * The answers offered, in order; their ids are `o1`, `o2` … by that order.
 */
options: Array<string>,
/**
 * Fewest answers of a ballot (multiple choice; 1 where left out).
 */
min?: number,
/**
 * Most answers of a ballot (multiple choice; all where left out).
 */
max?: number, };

export type Writers = "everyone" | "chosen";

export type Lane = "point-of-order" | "answer" | "question" | "precedence" | "list" | "reply";

export type Scope = "state" | "organization" | "stakeholder" | "point-of-order" | "answer" | "question" | "precedence" | "reply";

export type Group = "african" | "asia-pacific" | "eastern-european" | "latin-american-and-caribbean" | "western-european-and-others" | "state" | "organization" | "stakeholder" | "unstated";

export type OrderRule = "first-come" | "protocol" | "by-class" | "least-heard" | "alternate-regions" | "alternate-classes";

export type Why = { "by": "first-come" } | { "by": "protocol",
/**
 * The speaker's rank; unknown ones come last.
 */
rank?: Rank,
/**
 * The class; unknown ones come last.
 */
class?: Class, } | { "by": "by-class",
/**
 * The class; unknown ones come last.
 */
class?: Class, } | { "by": "least-heard",
/**
 * Speeches.
 */
speeches: number,
/**
 * Seconds.
 */
seconds: number, } | { "by": "alternate-regions",
/**
 * Its group.
 */
group: Group,
/**
 * The group that has its turn before; missing where the rotation begins.
 */
after?: Group, } | { "by": "alternate-classes",
/**
 * Its class.
 */
group: Group,
/**
 * The class that has its turn before; missing where the rotation begins.
 */
after?: Group, } | { "by": "moved",
/**
 * Its place in its lane, from 1.
 */
place: number,
/**
 * Why.
 */
reason?: string, };

export type Step = "give" | "end" | "skip" | "restore" | "move" | "lane" | "withdraw" | "queue" | "import" | "open" | "close" | "announce" | "rule" | "limit" | "more" | "pause" | "resume";

export type Wish = {
/**
 * In which lane; left out: the list. Precedence is the chair's to give, an answer follows its question by itself.
 */
lane?: Lane,
/**
 * Who will speak, where it is not the person who asks.
 */
name?: string,
/**
 * Their rank.
 */
rank?: Rank,
/**
 * The group for which they speak.
 */
on_behalf_of?: string,
/**
 * The language that they will speak, as a BCP 47 tag.
 */
language?: string,
/**
 * Whether they speak from elsewhere.
 */
remote?: boolean, };

export type Change = {
/**
 * The request; left out: the asker's own on the list.
 */
request?: RequestId,
/**
 * The seat that will speak: one of the same delegation. Left out: as before.
 */
seat?: SeatId,
/**
 * Who will speak, where it is not the person who has the seat.
 */
name?: string,
/**
 * Their rank.
 */
rank?: Rank,
/**
 * The group for which they speak.
 */
on_behalf_of?: string,
/**
 * The language that they will speak, as a BCP 47 tag.
 */
language?: string,
/**
 * Whether they speak from elsewhere.
 */
remote?: boolean, };

export type Entry = {
/**
 * In which lane; left out: the list.
 */
lane?: Lane,
/**
 * The group for which they speak.
 */
on_behalf_of?: string,
/**
 * The language that they will speak, as a BCP 47 tag.
 */
language?: string,
/**
 * Whether they speak from elsewhere.
 */
remote?: boolean,
/**
 * A note that only the chair sees.
 */
note?: string,
/**
 * The name as it is shown to the room.
 */
name?: string,
/**
 * The State, organization or stakeholder.
 */
delegation?: string,
/**
 * The kind of body.
 */
class?: Class,
/**
 * The rank of the person.
 */
rank?: Rank, };

export type FloorCommand = { "do": "request" } & Wish | { "do": "queue" } & Entry | { "do": "import",
/**
 * Text of the list, comma- or semicolon-separated, with a header of the fields of an [`Entry`].
 */
csv: string, } | { "do": "change" } & Change | { "do": "withdraw",
/**
 * The request; left out: the asker's own.
 */
request?: RequestId,
/**
 * Why, where the chair takes it off.
 */
reason?: string, } | { "do": "give",
/**
 * The request that gets the floor.
 */
request?: RequestId,
/**
 * Without `request`: whom the asker sees as the next; refused where somebody else is.
 */
expects?: RequestId,
/**
 * Why somebody speaks out of turn.
 */
reason?: string, } | { "do": "end",
/**
 * The request whose speech is meant; left out: whichever is under way.
 */
request?: RequestId, } | { "do": "skip",
/**
 * The request that is skipped.
 */
request: RequestId,
/**
 * Why.
 */
reason?: string, } | { "do": "restore",
/**
 * The request.
 */
request: RequestId, } | { "do": "move",
/**
 * The request that moves.
 */
request: RequestId,
/**
 * The request it then stands in front of.
 */
before?: RequestId,
/**
 * Why; everybody sees it, and it stays on record.
 */
reason?: string, } | { "do": "lane",
/**
 * The request.
 */
request: RequestId,
/**
 * The lane; an answer cannot be given out.
 */
lane: Lane,
/**
 * Why; it stays on record.
 */
reason?: string, } | { "do": "open" } | { "do": "close",
/**
 * Announce it instead, for so many seconds from now (10 to 14,400).
 */
in_s?: number, } | { "do": "rule",
/**
 * The rule from now on.
 */
rule: OrderRule, } | { "do": "limit",
/**
 * Seconds, from 10 to 3,600; left out: a class or lane has that of the list again.
 */
seconds?: number,
/**
 * The class or lane; left out: the list.
 */
scope?: Scope, } | { "do": "more",
/**
 * Seconds, from 10 to 3,600.
 */
seconds: number,
/**
 * The request whose speech is meant; left out: whichever is under way.
 */
request?: RequestId, } | { "do": "pause",
/**
 * The request whose speech is meant; left out: whichever is under way.
 */
request?: RequestId, } | { "do": "resume",
/**
 * The request whose speech is meant; left out: whichever is under way.
 */
request?: RequestId, } | { "do": "allowance",
/**
 * The seat.
 */
seat: SeatId,
/**
 * Seconds, up to 600; 0 takes it back.
 */
seconds: number, } | { "do": "note",
/**
 * The request.
 */
request: RequestId,
/**
 * The note; empty takes it away.
 */
note: string, } | { "do": "undo",
/**
 * Its number, as the view tells it.
 */
step: number, };

export type PollCommand = { "do": "draft",
/**
 * The question.
 */
question: string,
/**
 * How many answers a ballot may hold.
 */
kind: PollKind,
/**
 * The answers offered, in order; their ids are `o1`, `o2` … by that order.
 */
options: Array<string>,
/**
 * Fewest answers of a ballot (multiple choice; 1 where left out).
 */
min?: number,
/**
 * Most answers of a ballot (multiple choice; all where left out).
 */
max?: number, } | { "do": "edit",
/**
 * The draft.
 */
poll: PollId,
/**
 * The question.
 */
question: string,
/**
 * How many answers a ballot may hold.
 */
kind: PollKind,
/**
 * The answers offered, in order; their ids are `o1`, `o2` … by that order.
 */
options: Array<string>,
/**
 * Fewest answers of a ballot (multiple choice; 1 where left out).
 */
min?: number,
/**
 * Most answers of a ballot (multiple choice; all where left out).
 */
max?: number, } | { "do": "discard",
/**
 * The draft.
 */
poll: PollId, } | { "do": "open",
/**
 * The draft that is put to the room.
 */
poll: PollId, } | { "do": "close",
/**
 * The open poll.
 */
poll: PollId, } | { "do": "show",
/**
 * The closed poll.
 */
poll: PollId, } | { "do": "hide",
/**
 * The closed poll.
 */
poll: PollId, } | { "do": "cast",
/**
 * The open poll.
 */
poll: PollId,
/**
 * The answers chosen.
 */
choice: Array<OptionId>, };

export type NotesCommand = { "do": "writers",
/**
 * The rule from now on.
 */
writers: Writers, } | { "do": "allow",
/**
 * The seat.
 */
seat: SeatId, } | { "do": "disallow",
/**
 * The seat.
 */
seat: SeatId, };

export type RoomCommand = { "do": "close",
/**
 * Whether to end the speech and close the polls that are still open. Left out, those make the room refuse.
 */
settle: boolean, } | { "do": "reopen" };

export type SeatCommand = { "do": "update",
/**
 * The name as it is shown to the room.
 */
name?: string,
/**
 * The State, organization or stakeholder.
 */
delegation?: string,
/**
 * The kind of body.
 */
class?: Class,
/**
 * The rank of the person.
 */
rank?: Rank, };

export type Command = { "tool": "floor" } & FloorCommand | { "tool": "polls" } & PollCommand | { "tool": "notes" } & NotesCommand | { "tool": "room" } & RoomCommand | { "tool": "seat" } & SeatCommand;

export type Attribution = "on-the-record" | "chatham-house" | "closed";

export type RoomState = "open" | "closed";

export type RoomView = {
/**
 * The meeting's id.
 */
meeting: string,
/**
 * The meeting's title.
 */
meeting_title: string,
/**
 * The room's id.
 */
id: string,
/**
 * Its title.
 */
title: string,
/**
 * Its theme; may be empty.
 */
theme: string,
/**
 * Its guiding questions.
 */
questions: Array<string>,
/**
 * Title of its session; may be empty.
 */
session: string,
/**
 * Date of the session, `2024-05-10`; may be empty.
 */
date: string,
/**
 * Start in the place's own time, `15:00`; may be empty.
 */
starts: string,
/**
 * End; may be empty.
 */
ends: string,
/**
 * What may be told outside.
 */
attribution: Attribution,
/**
 * The participants' join code.
 */
join_code: string,
/**
 * Whether the room takes commands.
 */
state: RoomState,
/**
 * Number of the outcome that the next close makes (open) or the last one made (closed), from 1.
 */
revision: number,
/**
 * When it was closed.
 */
closed_at?: Millis, };

export type SeatView = {
/**
 * Its role.
 */
role: Role,
/**
 * Whether it may write the notes now.
 */
writes: boolean,
/**
 * The name as it is shown to the room.
 */
name?: string,
/**
 * The State, organization or stakeholder.
 */
delegation?: string,
/**
 * The kind of body.
 */
class?: Class,
/**
 * The rank of the person.
 */
rank?: Rank, };

export type PeopleView = {
/**
 * How many seats of participants, chairs and rapporteurs have been taken so far, whether or not they are connected now.
 */
seats_taken: number,
/**
 * The seats by id: all of them for chair and rapporteur; only chairs and rapporteurs for the others.
 */
seats: { [key in SeatId]: SeatView }, };

export type ListState = "not-open" | "open" | "closing" | "closed" | "exhausted";

export type RequestView = {
/**
 * Whose it is; missing where the chair put somebody without a device on the list.
 */
seat?: SeatId,
/**
 * The group among which rotations and balances count them.
 */
group: Group,
/**
 * The group for which they speak.
 */
on_behalf_of?: string,
/**
 * The language that they will speak.
 */
language?: string,
/**
 * Whether they speak from elsewhere.
 */
remote?: boolean,
/**
 * Its lane.
 */
lane: Lane,
/**
 * Of a question or an answer: who is asked, or who asked.
 */
about?: string,
/**
 * When it was made.
 */
asked_at: Millis,
/**
 * The time limit that its speech would have now, seconds, a private allowance left out; missing for who speaks.
 */
time_s?: number,
/**
 * Why it stands where it stands; missing for who speaks.
 */
why?: Why,
/**
 * The name as it is shown to the room.
 */
name?: string,
/**
 * The State, organization or stakeholder.
 */
delegation?: string,
/**
 * The kind of body.
 */
class?: Class,
/**
 * The rank of the person.
 */
rank?: Rank, };

export type SpeakingView = {
/**
 * The request it came from.
 */
request: RequestId,
/**
 * When it began.
 */
started_at: Millis,
/**
 * Since when its clock stands.
 */
paused_at?: Millis,
/**
 * How long its clock has stood before, milliseconds.
 */
paused_ms: number,
/**
 * Its time limit, seconds.
 */
limit_s: number,
/**
 * Whose it is; missing where the chair put somebody without a device on the list.
 */
seat?: SeatId,
/**
 * The group among which rotations and balances count them.
 */
group: Group,
/**
 * The group for which they speak.
 */
on_behalf_of?: string,
/**
 * The language that they will speak.
 */
language?: string,
/**
 * Whether they speak from elsewhere.
 */
remote?: boolean,
/**
 * Its lane.
 */
lane: Lane,
/**
 * Of a question or an answer: who is asked, or who asked.
 */
about?: string,
/**
 * When it was made.
 */
asked_at: Millis,
/**
 * The time limit that its speech would have now, seconds, a private allowance left out; missing for who speaks.
 */
time_s?: number,
/**
 * Why it stands where it stands; missing for who speaks.
 */
why?: Why,
/**
 * The name as it is shown to the room.
 */
name?: string,
/**
 * The State, organization or stakeholder.
 */
delegation?: string,
/**
 * The kind of body.
 */
class?: Class,
/**
 * The rank of the person.
 */
rank?: Rank, };

export type PaceView = {
/**
 * One turn with the pause after it, seconds.
 */
turn_s: number,
/**
 * From how many speeches that is known; 0: from none, it is the speaking time.
 */
speeches: number,
/**
 * How much of their limit those speeches took, percent; 100 where there is none.
 */
use_percent: number,
/**
 * The pause between two of them, seconds.
 */
gap_s: number, };

export type HeardView = {
/**
 * Speeches.
 */
speeches: number,
/**
 * Seconds.
 */
seconds: number, };

export type UndoView = {
/**
 * Its number.
 */
step: number,
/**
 * What it was.
 */
what: Step,
/**
 * Until when.
 */
until: Millis, };

export type DeskView = {
/**
 * The chair's notes beside requests.
 */
notes: { [key in RequestId]: string },
/**
 * Private allowances, seconds.
 */
allowances: { [key in SeatId]: number },
/**
 * Those who were passed over or taken off the list, and can be put back.
 */
dismissed: { [key in RequestId]: RequestView },
/**
 * The step that can be undone.
 */
undo?: UndoView,
/**
 * How often and how long each class has spoken so far, points of order not counted.
 */
classes: { [key in Group]?: HeardView },
/**
 * The same for each regional group, and for those who are in none.
 */
regions: { [key in Group]?: HeardView }, };

export type FloorView = {
/**
 * Whether it takes requests.
 */
list: ListState,
/**
 * When it will close; only while it is closing.
 */
closes_at?: Millis,
/**
 * The rule that orders it.
 */
rule: OrderRule,
/**
 * Time limit of the speeches to come, seconds.
 */
limit_s: number,
/**
 * Time limits of classes and lanes that differ from it, seconds.
 */
limits: { [key in Scope]?: number },
/**
 * Who has the floor.
 */
speaking?: SpeakingView,
/**
 * Whom a point of order has interrupted: they have the floor again after it.
 */
interrupted?: SpeakingView,
/**
 * Who waits, by request.
 */
requests: { [key in RequestId]: RequestView },
/**
 * The order in which they wait, all lanes in one.
 */
order: Array<RequestId>,
/**
 * How many speeches have been given, points of order not counted.
 */
spoken: number,
/**
 * How fast it goes.
 */
pace: PaceView,
/**
 * What only the chair sees.
 */
desk?: DeskView, };

export type PollState = "draft" | "open" | "closed";

export type PollView = {
/**
 * The question.
 */
question: string,
/**
 * Single or multiple choice.
 */
kind: PollKind,
/**
 * The answers offered.
 */
options: { [key in OptionId]: string },
/**
 * Their order on the ballot paper.
 */
option_order: Array<OptionId>,
/**
 * Fewest answers of a ballot.
 */
min: number,
/**
 * Most answers of a ballot.
 */
max: number,
/**
 * Where it is in its life.
 */
state: PollState,
/**
 * Whether the result is shown to all.
 */
shown: boolean,
/**
 * Since when it is: a projector shows the result that was shown last.
 */
shown_at?: Millis,
/**
 * Ballots cast so far.
 */
turnout: number,
/**
 * How many may vote: participants' seats so far, fixed at the close.
 */
electorate: number,
/**
 * Ballots by option: for the chair once the poll is closed, for the others once the result is shown.
 */
tally?: { [key in OptionId]: number }, };

export type PollsView = {
/**
 * By id. Drafts are in the chair's view alone.
 */
items: { [key in PollId]: PollView },
/**
 * In the order of drafting.
 */
order: Array<PollId>, };

export type NotesView = {
/**
 * The rule.
 */
writers: Writers, };

export type View = {
/**
 * What the room is and whether it is open.
 */
room: RoomView,
/**
 * Who is in it.
 */
people: PeopleView,
/**
 * The list of speakers.
 */
floor: FloorView,
/**
 * The polls.
 */
polls: PollsView,
/**
 * Who may write the notes.
 */
notes: NotesView, };

export type You = {
/**
 * Its id.
 */
seat: SeatId,
/**
 * Its role.
 */
role: Role,
/**
 * Whether it may write the notes now.
 */
writes: boolean,
/**
 * The requests of its delegation that wait or have the floor.
 */
requests: Array<RequestId>,
/**
 * Its own ballots by poll.
 */
ballots: { [key in PollId]: Array<OptionId> },
/**
 * The name as it is shown to the room.
 */
name?: string,
/**
 * The State, organization or stakeholder.
 */
delegation?: string,
/**
 * The kind of body.
 */
class?: Class,
/**
 * The rank of the person.
 */
rank?: Rank, };

export type CommandFrame = {
/**
 * Chosen by the client, one for each thing it wants done; a repeat gets the first answer.
 */
id: string, } & ({ "tool": "floor" } & FloorCommand | { "tool": "polls" } & PollCommand | { "tool": "notes" } & NotesCommand | { "tool": "room" } & RoomCommand | { "tool": "seat" } & SeatCommand);

export type ControlFrame = { "type": "ping" };

export type Presence = {
/**
 * How many seats have at least one connection; screens do not count.
 */
count: number,
/**
 * Which, for chair and rapporteur.
 */
seats?: Array<SeatId>, };

export type ServerFrame = { "type": "welcome",
/**
 * The receiver's own seat.
 */
you: You,
/**
 * Which run of the room `seq` counts in; changes when the server starts anew.
 */
epoch: string,
/**
 * The position that `view` shows.
 */
seq: Seq,
/**
 * The server's clock.
 */
now: Millis,
/**
 * Who is connected.
 */
presence: Presence,
/**
 * What the receiver's role may see.
 */
view: View, } | { "type": "resumed",
/**
 * The receiver's own seat.
 */
you: You,
/**
 * As asked.
 */
epoch: string,
/**
 * The server's position now.
 */
seq: Seq,
/**
 * The server's clock.
 */
now: Millis,
/**
 * Who is connected.
 */
presence: Presence, } | { "type": "change",
/**
 * The position after the change.
 */
seq: Seq,
/**
 * An RFC 7396 merge patch of the view.
 */
patch: Record<string, unknown>, } | { "type": "you",
/**
 * The position after the change.
 */
seq: Seq,
/**
 * The seat.
 */
you: You, } | { "type": "done",
/**
 * The command's id.
 */
id: string,
/**
 * The position at which it took effect.
 */
seq: Seq,
/**
 * The id of what it made, where it made something.
 */
made?: string, } | { "type": "refused",
/**
 * The command's id, where it could be read.
 */
id?: string,
/**
 * The stable code.
 */
code: Code,
/**
 * One sentence.
 */
message: string,
/**
 * Where a notes update was refused: the number of updates of this connection that are answered, with it.
 */
updates?: number, } | { "type": "saved",
/**
 * How many of the non-empty notes updates sent on this connection are answered so far, in their order.
 */
updates: number, } | { "type": "presence" } & Presence | { "type": "notice",
/**
 * What kind, stable.
 */
code: string,
/**
 * One sentence.
 */
message: string, } | { "type": "pong",
/**
 * The room's position.
 */
seq: Seq,
/**
 * The server's clock.
 */
now: Millis, };
