// Generated from the Rust types; `cargo xtask types` writes it anew.

export type Millis = number;

export type Seq = number;

export type SeatId = string;

export type RequestId = string;

export type PollId = string;

export type OptionId = string;

export type CardId = string;

export type CommentId = string;

export type RemarkId = string;

export type VersionId = string;

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

export type Code = "bad-command" | "not-allowed" | "room-closed" | "room-open" | "still-open" | "list-closed" | "list-open" | "already-on-list" | "already-speaking" | "not-on-list" | "nobody-waiting" | "nobody-speaking" | "unknown-request" | "already-ended" | "list-changed" | "already-paused" | "not-paused" | "nothing-to-ask" | "nothing-to-reply" | "wrong-lane" | "other-delegation" | "import-invalid" | "too-late" | "unknown-poll" | "unknown-seat" | "not-a-draft" | "poll-not-open" | "poll-not-closed" | "poll-invalid" | "choice-invalid" | "already-voted" | "not-entitled" | "nobody-entitled" | "unknown-text" | "out-of-bounds" | "text-invalid" | "too-many" | "may-not-write" | "notes-invalid" | "notes-full" | "report-final" | "report-not-final" | "name-taken" | "unknown-version" | "unknown-comment" | "unknown-card" | "board-closed" | "card-in-use" | "own-card" | "no-draft" | "draft-under-way" | "unknown-paragraph" | "unknown-remark" | "remarks-unanswered" | "nothing-written" | "attribution-forbids" | "history-full" | "no-such-tool" | "nothing-announced" | "no-countdown" | "help-called" | "no-help-called" | "introduction-missing" | "matchmaking-closed" | "unknown-post" | "post-in-use" | "already-chosen" | "already-agreed" | "unknown-pairing" | "not-agreed" | "text-changed" | "no-places" | "outcome-not-written" | "outcome-not-made" | "storage-fault" | "unknown-person" | "unknown-group" | "in-another-group" | "group-full" | "choice-closed" | "code-taken" | "already-listed" | "unknown-point" | "plenary-closed" | "support-closed" | "no-read-out" | "changed-meanwhile" | "moved-meanwhile" | "extended-meanwhile" | "participants-changed" | "arranged-meanwhile" | "plan-invalid" | "id-taken" | "room-in-use";

export type Refusal = {
/**
 * The stable code.
 */
code: Code,
/**
 * What happened, to what, and what to do.
 */
message: string, };

export type PollKind = "single" | "multiple" | "yes-no" | "agreement" | "grid" | "ranking" | "points" | "matrix" | "text" | "ideas";

export type Secrecy = "named" | "chair" | "undisclosed" | "secret";

export type Per = "person" | "delegation";

export type Voters = {
/**
 * Of these roles (participant, chair, rapporteur).
 */
roles?: Array<Role>,
/**
 * Of these classes.
 */
classes?: Array<Class>,
/**
 * Of these delegations, however they are spelled.
 */
delegations?: Array<string>, };

export type Results = "live" | "at-close" | "when-shown";

export type Base = "cast" | "valid" | "entitled" | "present";

export type Axes = {
/**
 * Across, as in "Impact".
 */
x: string,
/**
 * Upwards, as in "Feasibility".
 */
y: string, };

export type Translation = {
/**
 * The question.
 */
question: string,
/**
 * The answers, in the order of the original.
 */
options?: Array<string>,
/**
 * The labels of the steps.
 */
scale?: Array<string>,
/**
 * The axes.
 */
axes?: Axes, };

export type PaperForm = {
/**
 * Whether a ballot may say that its voter abstains.
 */
abstain?: boolean,
/**
 * Labels of the steps on which items are rated, from the lowest (kind `grid`; for `matrix` the steps of both axes).
 */
scale?: Array<string>,
/**
 * What the two axes of a matrix measure.
 */
axes?: Axes,
/**
 * How many points a ballot shares out.
 */
points?: number, };

export type VotingRules = {
/**
 * Who learns how somebody voted.
 */
secrecy?: Secrecy,
/**
 * Who has one ballot.
 */
per?: Per,
/**
 * Who may vote.
 */
voters?: Voters,
/**
 * Whether those who join after it has opened may vote as well.
 */
late?: boolean,
/**
 * Whether a ballot cannot be changed any more; always so in a secret poll.
 */
final?: boolean,
/**
 * When everybody sees the result.
 */
results?: Results,
/**
 * Of what the percentages are.
 */
base?: Base,
/**
 * How many of those entitled have to vote, percent (1 to 100); left out: no quorum.
 */
quorum_percent?: number,
/**
 * Whether the result is also given by class and by regional group, where five or more voted.
 */
breakdown?: boolean,
/**
 * How long it is open, seconds; left out: until the chair closes it.
 */
duration_s?: number,
/**
 * Whether it bears the stamp "an indication, not a vote".
 */
stamp?: boolean, };

export type PollPaper = {
/**
 * The question.
 */
question: string,
/**
 * What a ballot looks like.
 */
kind: PollKind,
/**
 * The answers or items offered, in order; their ids are `o1`, `o2` … by that order.
 */
options?: Array<string>,
/**
 * Fewest answers of a ballot (of the kinds where more than one is possible).
 */
min?: number,
/**
 * Most answers of a ballot.
 */
max?: number,
/**
 * Language of the texts above, by its BCP 47 tag: the original.
 */
language?: string,
/**
 * The same texts in other languages, by tag.
 */
translations?: { [key in string]: Translation },
/**
 * Whether a ballot may say that its voter abstains.
 */
abstain?: boolean,
/**
 * Labels of the steps on which items are rated, from the lowest (kind `grid`; for `matrix` the steps of both axes).
 */
scale?: Array<string>,
/**
 * What the two axes of a matrix measure.
 */
axes?: Axes,
/**
 * How many points a ballot shares out.
 */
points?: number,
/**
 * Who learns how somebody voted.
 */
secrecy?: Secrecy,
/**
 * Who has one ballot.
 */
per?: Per,
/**
 * Who may vote.
 */
voters?: Voters,
/**
 * Whether those who join after it has opened may vote as well.
 */
late?: boolean,
/**
 * Whether a ballot cannot be changed any more; always so in a secret poll.
 */
final?: boolean,
/**
 * When everybody sees the result.
 */
results?: Results,
/**
 * Of what the percentages are.
 */
base?: Base,
/**
 * How many of those entitled have to vote, percent (1 to 100); left out: no quorum.
 */
quorum_percent?: number,
/**
 * Whether the result is also given by class and by regional group, where five or more voted.
 */
breakdown?: boolean,
/**
 * How long it is open, seconds; left out: until the chair closes it.
 */
duration_s?: number,
/**
 * Whether it bears the stamp "an indication, not a vote".
 */
stamp?: boolean, };

export type TextId = string;

export type Template = "show-of-hands" | "agreement" | "readiness" | "priorities" | "impact-feasibility" | "ideas" | "one-word";

export type Ballot = {
/**
 * The answers chosen; of a ranking, from the first to the last.
 */
choice?: Array<OptionId>,
/**
 * A number for each item: its step on the scale from 1, or its points.
 */
marks?: { [key in OptionId]: number },
/**
 * The step on each of the two axes, across and upwards, from 1.
 */
places?: { [key in OptionId]: [number, number] },
/**
 * In one's own words: an answer, ideas, or the reason of an agreement.
 */
texts?: Array<string>,
/**
 * Ideas of others that the voter supports.
 */
supports?: Array<TextId>,
/**
 * Whether the voter abstains; then the rest is empty.
 */
abstain?: boolean, };

export type Writers = "everyone" | "chosen";

export type Lane = "point-of-order" | "answer" | "question" | "precedence" | "list" | "reply";

export type Scope = "state" | "organization" | "stakeholder" | "point-of-order" | "answer" | "question" | "precedence" | "reply";

export type Group = "african" | "asia-pacific" | "eastern-european" | "latin-american-and-caribbean" | "western-european-and-others" | "state" | "organization" | "stakeholder" | "unstated";

export type OrderRule = "first-come" | "protocol" | "by-class" | "least-heard" | "alternate-regions" | "alternate-classes";

export type Why = { "by": "first-come" } | { "by": "protocol",
/**
 * The speaker's rank; of States an unknown one counts as a delegate's, of others it comes last.
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
 * What a ballot looks like.
 */
kind: PollKind,
/**
 * The answers or items offered, in order; their ids are `o1`, `o2` … by that order.
 */
options?: Array<string>,
/**
 * Fewest answers of a ballot (of the kinds where more than one is possible).
 */
min?: number,
/**
 * Most answers of a ballot.
 */
max?: number,
/**
 * Language of the texts above, by its BCP 47 tag: the original.
 */
language?: string,
/**
 * The same texts in other languages, by tag.
 */
translations?: { [key in string]: Translation },
/**
 * Whether a ballot may say that its voter abstains.
 */
abstain?: boolean,
/**
 * Labels of the steps on which items are rated, from the lowest (kind `grid`; for `matrix` the steps of both axes).
 */
scale?: Array<string>,
/**
 * What the two axes of a matrix measure.
 */
axes?: Axes,
/**
 * How many points a ballot shares out.
 */
points?: number,
/**
 * Who learns how somebody voted.
 */
secrecy?: Secrecy,
/**
 * Who has one ballot.
 */
per?: Per,
/**
 * Who may vote.
 */
voters?: Voters,
/**
 * Whether those who join after it has opened may vote as well.
 */
late?: boolean,
/**
 * Whether a ballot cannot be changed any more; always so in a secret poll.
 */
final?: boolean,
/**
 * When everybody sees the result.
 */
results?: Results,
/**
 * Of what the percentages are.
 */
base?: Base,
/**
 * How many of those entitled have to vote, percent (1 to 100); left out: no quorum.
 */
quorum_percent?: number,
/**
 * Whether the result is also given by class and by regional group, where five or more voted.
 */
breakdown?: boolean,
/**
 * How long it is open, seconds; left out: until the chair closes it.
 */
duration_s?: number,
/**
 * Whether it bears the stamp "an indication, not a vote".
 */
stamp?: boolean, } | { "do": "template",
/**
 * Which.
 */
template: Template, } | { "do": "edit",
/**
 * The draft.
 */
poll: PollId,
/**
 * The question.
 */
question: string,
/**
 * What a ballot looks like.
 */
kind: PollKind,
/**
 * The answers or items offered, in order; their ids are `o1`, `o2` … by that order.
 */
options?: Array<string>,
/**
 * Fewest answers of a ballot (of the kinds where more than one is possible).
 */
min?: number,
/**
 * Most answers of a ballot.
 */
max?: number,
/**
 * Language of the texts above, by its BCP 47 tag: the original.
 */
language?: string,
/**
 * The same texts in other languages, by tag.
 */
translations?: { [key in string]: Translation },
/**
 * Whether a ballot may say that its voter abstains.
 */
abstain?: boolean,
/**
 * Labels of the steps on which items are rated, from the lowest (kind `grid`; for `matrix` the steps of both axes).
 */
scale?: Array<string>,
/**
 * What the two axes of a matrix measure.
 */
axes?: Axes,
/**
 * How many points a ballot shares out.
 */
points?: number,
/**
 * Who learns how somebody voted.
 */
secrecy?: Secrecy,
/**
 * Who has one ballot.
 */
per?: Per,
/**
 * Who may vote.
 */
voters?: Voters,
/**
 * Whether those who join after it has opened may vote as well.
 */
late?: boolean,
/**
 * Whether a ballot cannot be changed any more; always so in a secret poll.
 */
final?: boolean,
/**
 * When everybody sees the result.
 */
results?: Results,
/**
 * Of what the percentages are.
 */
base?: Base,
/**
 * How many of those entitled have to vote, percent (1 to 100); left out: no quorum.
 */
quorum_percent?: number,
/**
 * Whether the result is also given by class and by regional group, where five or more voted.
 */
breakdown?: boolean,
/**
 * How long it is open, seconds; left out: until the chair closes it.
 */
duration_s?: number,
/**
 * Whether it bears the stamp "an indication, not a vote".
 */
stamp?: boolean, } | { "do": "discard",
/**
 * The draft.
 */
poll: PollId, } | { "do": "open",
/**
 * The draft that is put to the room.
 */
poll: PollId, } | { "do": "deadline",
/**
 * The open poll.
 */
poll: PollId,
/**
 * Seconds from now; left out: no deadline.
 */
in_s?: number, } | { "do": "close",
/**
 * The open poll.
 */
poll: PollId, } | { "do": "void",
/**
 * The poll.
 */
poll: PollId,
/**
 * Why, for all to read.
 */
reason: string, } | { "do": "again",
/**
 * The closed poll.
 */
poll: PollId, } | { "do": "shortlist",
/**
 * The closed poll of ideas.
 */
poll: PollId,
/**
 * How many ideas.
 */
ideas: number,
/**
 * How they are voted on (`single`, `multiple`, `ranking`, `points`, `grid` or `matrix`).
 */
kind: PollKind, } | { "do": "show",
/**
 * The closed poll.
 */
poll: PollId, } | { "do": "hide",
/**
 * The closed poll.
 */
poll: PollId, } | { "do": "pass",
/**
 * The poll.
 */
poll: PollId,
/**
 * Which; empty: all there are and all to come.
 */
texts?: Array<TextId>, } | { "do": "hold",
/**
 * The poll.
 */
poll: PollId,
/**
 * Which; empty: all there are, and those to come wait for the chair again.
 */
texts?: Array<TextId>, } | { "do": "cast",
/**
 * The open poll.
 */
poll: PollId,
/**
 * The answers chosen; of a ranking, from the first to the last.
 */
choice?: Array<OptionId>,
/**
 * A number for each item: its step on the scale from 1, or its points.
 */
marks?: { [key in OptionId]: number },
/**
 * The step on each of the two axes, across and upwards, from 1.
 */
places?: { [key in OptionId]: [number, number] },
/**
 * In one's own words: an answer, ideas, or the reason of an agreement.
 */
texts?: Array<string>,
/**
 * Ideas of others that the voter supports.
 */
supports?: Array<TextId>,
/**
 * Whether the voter abstains; then the rest is empty.
 */
abstain?: boolean, } | { "do": "enter",
/**
 * The open poll.
 */
poll: PollId,
/**
 * Whose ballot.
 */
voter: Profile,
/**
 * Whether it corrects one that was entered for the same voter; else that is refused.
 */
again?: boolean,
/**
 * The answers chosen; of a ranking, from the first to the last.
 */
choice?: Array<OptionId>,
/**
 * A number for each item: its step on the scale from 1, or its points.
 */
marks?: { [key in OptionId]: number },
/**
 * The step on each of the two axes, across and upwards, from 1.
 */
places?: { [key in OptionId]: [number, number] },
/**
 * In one's own words: an answer, ideas, or the reason of an agreement.
 */
texts?: Array<string>,
/**
 * Ideas of others that the voter supports.
 */
supports?: Array<TextId>,
/**
 * Whether the voter abstains; then the rest is empty.
 */
abstain?: boolean, };

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
seat: SeatId, } | { "do": "name",
/**
 * The name.
 */
name: string, } | { "do": "unname",
/**
 * The version.
 */
version: VersionId, };

export type Anchor = {
/**
 * Where it begins: an encoded relative position, base64.
 */
start: string,
/**
 * Where it ends.
 */
end: string, };

export type CommentCommand = { "do": "add",
/**
 * Where it is.
 */
anchor: Anchor,
/**
 * Its words, or the beginning of them.
 */
quote: string,
/**
 * The comment.
 */
text: string, } | { "do": "reply",
/**
 * The comment.
 */
comment: CommentId,
/**
 * The answer.
 */
text: string, } | { "do": "resolve",
/**
 * The comment.
 */
comment: CommentId, } | { "do": "reopen",
/**
 * The comment.
 */
comment: CommentId, } | { "do": "delete",
/**
 * The comment.
 */
comment: CommentId, };

export type CardKind = "gap" | "need" | "offer" | "initiative" | "good-practice" | "recommendation" | "question";

export type BoardRule = "open" | "moderated" | "closed";

export type Tool = "floor" | "polls" | "board" | "comments";

export type BoardCommand = { "do": "add",
/**
 * What it contributes.
 */
kind: CardKind,
/**
 * Its text: a sentence or two.
 */
text: string, } | { "do": "edit",
/**
 * The card.
 */
card: CardId,
/**
 * What it contributes now.
 */
kind: CardKind,
/**
 * Its text now.
 */
text: string, } | { "do": "withdraw",
/**
 * The card.
 */
card: CardId, } | { "do": "support",
/**
 * The card.
 */
card: CardId, } | { "do": "unsupport",
/**
 * The card.
 */
card: CardId, } | { "do": "pass",
/**
 * The cards; none: all that wait.
 */
cards: Array<CardId>, } | { "do": "hold",
/**
 * The card.
 */
card: CardId, } | { "do": "merge",
/**
 * The card.
 */
card: CardId,
/**
 * The one that stays.
 */
into: CardId, } | { "do": "pin",
/**
 * The card.
 */
card: CardId, } | { "do": "unpin" } | { "do": "note",
/**
 * The card.
 */
card: CardId, } | { "do": "answer",
/**
 * The card.
 */
card: CardId, } | { "do": "unanswer",
/**
 * The card.
 */
card: CardId, } | { "do": "rule",
/**
 * The rule from now on.
 */
rule: BoardRule, };

export type Verdict = "taken" | "declined";

export type ReportCommand = { "do": "circulate",
/**
 * For how long, seconds.
 */
for_s: number, } | { "do": "deadline",
/**
 * Seconds from now; left out: it ends now.
 */
in_s: number | null, } | { "do": "remark",
/**
 * The number of the draft that the asker has read; refused where another one is under way. Left out: whichever is.
 */
draft: number | null,
/**
 * Its number in the draft, from 1.
 */
paragraph: number,
/**
 * The remark.
 */
text: string, } | { "do": "withdraw",
/**
 * The remark.
 */
remark: RemarkId, } | { "do": "answer",
/**
 * The remark.
 */
remark: RemarkId,
/**
 * Whether it is taken.
 */
verdict: Verdict,
/**
 * The word; may be empty where it is taken.
 */
word: string, } | { "do": "finish" } | { "do": "resume",
/**
 * Why.
 */
reason: string, };

export type Shows = "automatic" | "floor" | "poll" | "notes" | "board" | "join" | "countdown" | "plenary" | "blank";

export type SessionCommand = { "do": "announce",
/**
 * What.
 */
message: string,
/**
 * How long it stays on the pages of those who do not put it away, seconds. Left out: ten minutes.
 */
for_s: number | null, } | { "do": "unannounce" } | { "do": "countdown",
/**
 * How long, seconds from now.
 */
seconds: number,
/**
 * To what; may be empty.
 */
label: string, } | { "do": "stop-countdown" } | { "do": "extend",
/**
 * How many minutes.
 */
minutes: number,
/**
 * By how many minutes it lasted longer when it was looked at: where somebody has given it time or taken it back since, nothing is
 * done. Left out: it is given to whatever it has.
 */
seen?: number, } | { "do": "end-as-planned",
/**
 * As with `Extend`.
 */
seen?: number, } | { "do": "call-for-help",
/**
 * What for; may be empty.
 */
reason: string, } | { "do": "answer-help" } | { "do": "end-help" } | { "do": "screen",
/**
 * What.
 */
shows: Shows, };

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

export type Command = { "tool": "floor" } & FloorCommand | { "tool": "polls" } & PollCommand | { "tool": "notes" } & NotesCommand | { "tool": "comments" } & CommentCommand | { "tool": "board" } & BoardCommand | { "tool": "report" } & ReportCommand | { "tool": "session" } & SessionCommand | { "tool": "room" } & RoomCommand | { "tool": "seat" } & SeatCommand;

export type PointKind = "key-issue" | "need" | "gap" | "initiative" | "good-practice" | "barrier" | "recommendation" | "next-step" | "open-question" | "plenary-message";

export type Standing = "convergence" | "divergence" | "raised" | "parked";

export type Component = "policies" | "processes" | "partnerships" | "people" | "technology";

export type Reach = "national" | "subregional" | "regional" | "global";

export type RegionalGroup = "african" | "asia-pacific" | "eastern-european" | "latin-american-and-caribbean" | "western-european-and-others";

export type Point = {
/**
 * Names it for as long as its paragraph lives: 16 hexadecimal digits, the beginning of a SHA-256 over meeting, room and the
 * paragraph's place in the document, so that no two rooms have the same one. It tells nothing about its writer.
 */
id: string,
/**
 * What it is.
 */
kind: PointKind,
/**
 * Where the room stands on it.
 */
standing?: Standing | null,
/**
 * The component of capacity.
 */
component?: Component | null,
/**
 * The level.
 */
reach?: Reach | null,
/**
 * The regional group. The attribute `region`.
 */
region?: RegionalGroup | null,
/**
 * Who will see to it, in words. The attribute `owner`.
 */
owner?: string | null,
/**
 * The card that it came from, as in `c12`. The attribute `source`.
 */
source?: string | null, };

export type Attribution = "on-the-record" | "chatham-house" | "closed";

export type Gathering = "group" | "plenary" | "panel";

export type Sitting = {
/**
 * Its title.
 */
session: string,
/**
 * Its date, as in `2024-05-10`.
 */
date: string,
/**
 * Its start in the place's own time, as in `15:00`.
 */
starts: string,
/**
 * Its end.
 */
ends: string, };

export type SittingTimes = {
/**
 * Its date, as in `2024-05-10`.
 */
date: string,
/**
 * Its start in the place's own time, as in `15:00`.
 */
starts: string,
/**
 * Its end.
 */
ends: string, };

export type Extension = {
/**
 * By how many minutes; 0 where all was taken back.
 */
minutes: number,
/**
 * How far that was changed so far: minutes given, and times taken back. Only grows, so that a calendar knows the newer one.
 */
turns: number,
/**
 * Its date, as in `2024-05-10`.
 */
date: string,
/**
 * Its start in the place's own time, as in `15:00`.
 */
starts: string,
/**
 * Its end.
 */
ends: string, };

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
 * As what it meets.
 */
gathering: Gathering,
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
 * The further sessions in which it meets, in the order of the programme; missing where there is none.
 */
later?: Array<Sitting>,
/**
 * The place's time zone by its IANA name; missing where it was not said.
 */
timezone?: string,
/**
 * What may be told outside.
 */
attribution: Attribution,
/**
 * The tools that it goes without; missing where it has all of them.
 */
without?: Array<Tool>,
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

export type PollState = "draft" | "open" | "closed" | "void";

export type Round = {
/**
 * The poll of the first round.
 */
first: PollId,
/**
 * Its number, from 2.
 */
number: number, };

export type QuorumView = {
/**
 * Ballots needed.
 */
needed: number,
/**
 * Whether there are as many.
 */
reached: boolean, };

export type RunoffRound = {
/**
 * Ballots by answer still in.
 */
votes: { [key in OptionId]: number },
/**
 * Ballots that name none of those still in.
 */
exhausted: number,
/**
 * Who is out after it; none in the last round.
 */
out?: OptionId,
/**
 * Whether a tie decided who is out (by the rule in `kinds/ranking.rs`).
 */
tied?: boolean, };

export type CountDetail = {
/**
 * Ballots that abstain.
 */
abstentions?: number,
/**
 * How many ballots put each item on each step, from the lowest; of a matrix on each cell: the lowest row from the left
 * to the right, then the row above it.
 */
spread?: { [key in OptionId]: Array<number> },
/**
 * Ballots that skip each item, of the kinds where items may be skipped.
 */
skipped?: { [key in OptionId]: number },
/**
 * Borda points.
 */
borda?: { [key in OptionId]: number },
/**
 * The rounds of the instant run-off.
 */
runoff?: Array<RunoffRound>, };

export type GroupResult = {
/**
 * Ballots.
 */
ballots: number,
/**
 * The first figure of each answer.
 */
tally: { [key in OptionId]: number },
/**
 * How many ballots put each item on each step.
 */
spread?: { [key in OptionId]: Array<number> }, };

export type CountView = {
/**
 * Ballots that are counted in it; of a live count perhaps fewer than the turnout.
 */
ballots: number,
/**
 * Those of them that do not abstain.
 */
valid: number,
/**
 * The number that percentages are of.
 */
base_number: number,
/**
 * Those entitled who were connected at the close, or had voted.
 */
present?: number,
/**
 * Ballots that were entered for somebody without a device.
 */
entered?: number,
/**
 * The result by class, for groups of five and more.
 */
classes?: { [key in Group]?: GroupResult },
/**
 * The same by regional group.
 */
regions?: { [key in Group]?: GroupResult },
/**
 * Ballots that abstain.
 */
abstentions?: number,
/**
 * How many ballots put each item on each step, from the lowest; of a matrix on each cell: the lowest row from the left
 * to the right, then the row above it.
 */
spread?: { [key in OptionId]: Array<number> },
/**
 * Ballots that skip each item, of the kinds where items may be skipped.
 */
skipped?: { [key in OptionId]: number },
/**
 * Borda points.
 */
borda?: { [key in OptionId]: number },
/**
 * The rounds of the instant run-off.
 */
runoff?: Array<RunoffRound>, };

export type RollLine = {
/**
 * The delegation, or the name of who has none; empty where neither was said.
 */
voter: string,
/**
 * The group among which they are counted.
 */
group: Group,
/**
 * Whether it was entered for somebody without a device.
 */
entered?: boolean,
/**
 * The answers chosen; of a ranking, from the first to the last.
 */
choice?: Array<OptionId>,
/**
 * A number for each item: its step on the scale from 1, or its points.
 */
marks?: { [key in OptionId]: number },
/**
 * The step on each of the two axes, across and upwards, from 1.
 */
places?: { [key in OptionId]: [number, number] },
/**
 * In one's own words: an answer, ideas, or the reason of an agreement.
 */
texts?: Array<string>,
/**
 * Ideas of others that the voter supports.
 */
supports?: Array<TextId>,
/**
 * Whether the voter abstains; then the rest is empty.
 */
abstain?: boolean, };

export type TextView = {
/**
 * The text.
 */
text: string,
/**
 * Ballots that have it; 0 where the result is hidden.
 */
written: number,
/**
 * Ballots that have it or support it; 0 where the result is hidden.
 */
support: number,
/**
 * The answer that it is a reason for.
 */
about?: OptionId,
/**
 * Whether everybody sees it.
 */
passed: boolean, };

export type TranslationView = {
/**
 * The question.
 */
question: string,
/**
 * The answers.
 */
options: { [key in OptionId]: string },
/**
 * The labels of the steps.
 */
scale?: Array<string>,
/**
 * The axes.
 */
axes?: Axes, };

export type PollView = {
/**
 * The question.
 */
question: string,
/**
 * What a ballot looks like.
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
 * Language of the texts above: the original.
 */
language?: string,
/**
 * The same texts in other languages, by tag.
 */
translations?: { [key in string]: TranslationView },
/**
 * Where it is in its life.
 */
state: PollState,
/**
 * Which round of which poll it is, where it was asked again.
 */
round?: Round,
/**
 * When the voting began.
 */
opened_at?: Millis,
/**
 * When it ends by itself.
 */
closes_at?: Millis,
/**
 * Why it is void.
 */
void_reason?: string,
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
 * How many may vote: fixed at the opening, or growing until the close where those who join later may vote too.
 */
electorate: number,
/**
 * How many have to vote.
 */
quorum?: QuorumView,
/**
 * The first figure of each answer: for the chair once the poll is closed, for the others while the result is shown, for all
 * while people vote where the result is live.
 */
tally?: { [key in OptionId]: number },
/**
 * The other figures; where the tally is.
 */
count?: CountView,
/**
 * Who voted how, by voter: where the tally is, as the secrecy allows.
 */
roll?: { [key in string]: RollLine },
/**
 * What voters wrote: all of it for the chair, for the others what was let through.
 */
texts?: { [key in TextId]: TextView },
/**
 * Whether texts that are still to be written will be seen at once; in the chair's view alone.
 */
passes_all?: boolean,
/**
 * Who has not voted yet, by name; in the chair's view alone, while a poll is open that is not secret, and where they
 * are not too many.
 */
missing?: Array<string>,
/**
 * Whether a ballot may say that its voter abstains.
 */
abstain?: boolean,
/**
 * Labels of the steps on which items are rated, from the lowest (kind `grid`; for `matrix` the steps of both axes).
 */
scale?: Array<string>,
/**
 * What the two axes of a matrix measure.
 */
axes?: Axes,
/**
 * How many points a ballot shares out.
 */
points?: number,
/**
 * Who learns how somebody voted.
 */
secrecy?: Secrecy,
/**
 * Who has one ballot.
 */
per?: Per,
/**
 * Who may vote.
 */
voters?: Voters,
/**
 * Whether those who join after it has opened may vote as well.
 */
late?: boolean,
/**
 * Whether a ballot cannot be changed any more; always so in a secret poll.
 */
final?: boolean,
/**
 * When everybody sees the result.
 */
results?: Results,
/**
 * Of what the percentages are.
 */
base?: Base,
/**
 * How many of those entitled have to vote, percent (1 to 100); left out: no quorum.
 */
quorum_percent?: number,
/**
 * Whether the result is also given by class and by regional group, where five or more voted.
 */
breakdown?: boolean,
/**
 * How long it is open, seconds; left out: until the chair closes it.
 */
duration_s?: number,
/**
 * Whether it bears the stamp "an indication, not a vote".
 */
stamp?: boolean, };

export type PollsView = {
/**
 * By id. Drafts are in the chair's view alone.
 */
items: { [key in PollId]: PollView },
/**
 * In the order of drafting.
 */
order: Array<PollId>, };

export type VersionView = {
/**
 * Its name.
 */
name: string,
/**
 * When it was named.
 */
at: Millis,
/**
 * The position at which it was named: the history has the notes as they were then under it, in the last step up to it.
 */
seq: Seq, };

export type NotesView = {
/**
 * The rule.
 */
writers: Writers,
/**
 * The named versions.
 */
versions: { [key in VersionId]: VersionView }, };

export type Written = {
/**
 * The name.
 */
name?: string,
/**
 * The delegation.
 */
delegation?: string, };

export type ReplyView = {
/**
 * Its text.
 */
text: string,
/**
 * When it was written.
 */
at: Millis,
/**
 * Who wrote it; only where the room is on the record.
 */
by?: Written, };

export type CommentView = {
/**
 * Where its passage is.
 */
anchor: Anchor,
/**
 * The passage's words when it was written.
 */
quote: string,
/**
 * Its text.
 */
text: string,
/**
 * When it was written.
 */
at: Millis,
/**
 * Who wrote it; only where the room is on the record.
 */
by?: Written,
/**
 * The answers, in order.
 */
replies?: Array<ReplyView>,
/**
 * Whether it is settled.
 */
resolved?: boolean, };

export type CommentsView = {
/**
 * The comments by id, resolved ones among them.
 */
comments: { [key in CommentId]: CommentView }, };

export type CardView = {
/**
 * What it contributes.
 */
kind: CardKind,
/**
 * Its text.
 */
text: string,
/**
 * How many seats support it, its author not counted.
 */
support: number,
/**
 * When it was added.
 */
at: Millis,
/**
 * Who added it; only where the room is on the record.
 */
by?: Written,
/**
 * Whether it waits to be let through.
 */
waits?: boolean,
/**
 * Whether it is in the notes.
 */
noted?: boolean,
/**
 * Whether it was dealt with: the question was answered.
 */
answered?: boolean,
/**
 * Cards that said the same and are one with it.
 */
merged?: Array<CardId>, };

export type OwnCard = {
/**
 * What it contributes.
 */
kind: CardKind,
/**
 * Its text.
 */
text: string,
/**
 * Whether it waits to be let through.
 */
waits?: boolean,
/**
 * The card with which it was merged.
 */
merged_into?: CardId, };

export type BoardView = {
/**
 * Who sees a new card.
 */
rule: BoardRule,
/**
 * The cards by id: those that everybody sees; for chair and rapporteur also those that wait.
 */
cards: { [key in CardId]: CardView },
/**
 * Their order: most support first, then the older.
 */
order: Array<CardId>,
/**
 * The card that the screen shows large.
 */
pinned?: CardId, };

export type ReportState = "draft" | "circulated" | "commented" | "final";

export type RemarkView = {
/**
 * The number of the paragraph that it is about, from 1.
 */
paragraph: number,
/**
 * Its text.
 */
text: string,
/**
 * When it was made.
 */
at: Millis,
/**
 * Who made it; only where the room is on the record.
 */
by?: Written,
/**
 * What became of it; missing while it waits.
 */
verdict?: Verdict,
/**
 * The word on it.
 */
word?: string, };

export type DraftView = {
/**
 * When it was circulated.
 */
at: Millis,
/**
 * Until when remarks are taken, or when that ended.
 */
until: Millis,
/**
 * SHA-256 of what it says, in hexadecimal digits.
 */
sha256: string,
/**
 * How many paragraphs it has.
 */
paragraphs: number,
/**
 * How many remarks on it there are.
 */
made: number,
/**
 * How many of them wait for an answer.
 */
waiting: number,
/**
 * The remarks on it, of the draft under way only; those on earlier ones come with what they say.
 */
remarks: { [key in RemarkId]: RemarkView }, };

export type ReportView = {
/**
 * How far it is.
 */
state: ReportState,
/**
 * The drafts that were circulated, by their number; the last one is the draft under way.
 */
drafts: { [key in number]: DraftView },
/**
 * Why the report was taken up again after it was final, the latest reason.
 */
resumed_because?: string,
/**
 * When it became final.
 */
final_at?: Millis, };

export type AnnouncementView = {
/**
 * The how manieth of the room it is, from 1: by it a page knows which one its reader has put away.
 */
number: number,
/**
 * What.
 */
message: string,
/**
 * When it was announced.
 */
at: Millis,
/**
 * Until when it is shown.
 */
until: Millis,
/**
 * As what the one spoke who announced it: chair or organiser.
 */
role: Role, };

export type CountdownView = {
/**
 * When it ends.
 */
ends_at: Millis,
/**
 * To what it counts; missing where nothing was said.
 */
label?: string, };

export type HelpView = {
/**
 * What for; missing where nothing was said.
 */
reason?: string,
/**
 * Since when.
 */
at: Millis,
/**
 * Who calls: the chair or the rapporteur.
 */
role: Role,
/**
 * Whether help is coming.
 */
coming?: boolean, };

export type SessionView = {
/**
 * What was announced last; it may be over.
 */
announcement?: AnnouncementView,
/**
 * The countdown; it may be over.
 */
countdown?: CountdownView,
/**
 * How many minutes the session lasts longer than planned; of several, the one that was given time last.
 */
extended_min?: number,
/**
 * Which sessions last longer, where the room meets in several.
 */
extended?: Array<Extension>,
/**
 * What the screen shows.
 */
screen: Shows,
/**
 * That the room calls for help; only for chair, rapporteur and organiser.
 */
help?: HelpView, };

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
 * Who may write the notes, and their named versions.
 */
notes: NotesView,
/**
 * The comments on the notes.
 */
comments: CommentsView,
/**
 * The board of contributions.
 */
board: BoardView,
/**
 * The clearing of the report.
 */
report: ReportView,
/**
 * The course of the session.
 */
session: SessionView, };

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
 * Whether it may look at the history of the notes: whoever is of those who write them, also when they are final or the room is
 * closed.
 */
history: boolean,
/**
 * The requests of its delegation that wait or have the floor.
 */
requests: Array<RequestId>,
/**
 * The answers that it, or its delegation, has chosen, by poll; of a secret poll nothing.
 */
ballots: { [key in PollId]: Array<OptionId> },
/**
 * The whole ballots that are in, its own or its delegation's, by poll; of a secret poll an empty one, which says only that
 * it is in.
 */
cast?: { [key in PollId]: Ballot },
/**
 * Open polls in which it may not vote although its role may: it joined later, or is of another class or delegation.
 */
barred?: Array<PollId>,
/**
 * Its own cards on the board, those that wait among them.
 */
cards?: { [key in CardId]: OwnCard },
/**
 * Cards that it supports.
 */
supports?: Array<CardId>,
/**
 * Its own comments on the notes.
 */
comments?: Array<CommentId>,
/**
 * Its own remarks on the draft under way.
 */
remarks?: Array<RemarkId>,
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
id: string, } & ({ "tool": "floor" } & FloorCommand | { "tool": "polls" } & PollCommand | { "tool": "notes" } & NotesCommand | { "tool": "comments" } & CommentCommand | { "tool": "board" } & BoardCommand | { "tool": "report" } & ReportCommand | { "tool": "session" } & SessionCommand | { "tool": "room" } & RoomCommand | { "tool": "seat" } & SeatCommand);

export type ControlFrame = { "type": "ping" } | { "type": "refresh" };

export type StorageTrouble = "full" | "failing";

export type Presence = {
/**
 * How many seats have at least one connection; screens do not count.
 */
count: number,
/**
 * Which, for chair and rapporteur.
 */
seats?: Array<SeatId>,
/**
 * Why nothing can be changed now, while the server's disk takes nothing.
 */
storage?: StorageTrouble, };

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
message: string, } | { "type": "check",
/**
 * The position; a client that stands there or behind it, and has read all before this frame, has the same.
 */
seq: Seq,
/**
 * The digest of the view.
 */
view: string,
/**
 * The digest of the notes; left out where they are too large to be read.
 */
notes?: string, } | { "type": "pong",
/**
 * The room's position.
 */
seq: Seq,
/**
 * The server's clock.
 */
now: Millis, };

export type PlanHint = { "hint": "near",
/**
 * The nearest.
 */
names: string, } | { "hint": "known",
/**
 * All that are known.
 */
names: string, } | { "hint": "none" };

export type PlanUnknownName = {
/**
 * As it is written.
 */
written: string, } & ({ "hint": "near",
/**
 * The nearest.
 */
names: string, } | { "hint": "known",
/**
 * All that are known.
 */
names: string, } | { "hint": "none" });

export type PlanUnknownWord = {
/**
 * As it is written.
 */
written: string,
/**
 * The words that can.
 */
words: string, } & ({ "hint": "near",
/**
 * The nearest.
 */
names: string, } | { "hint": "known",
/**
 * All that are known.
 */
names: string, } | { "hint": "none" });

export type PlanFound = "text" | "whole-number" | "fraction" | "yes-or-no" | "moment" | "list" | "table";

export type PlanWanted = { "wanted": "text" } | { "wanted": "number",
/**
 * The least.
 */
min: number,
/**
 * The most.
 */
max: number, } | { "wanted": "yes-or-no" } | { "wanted": "word",
/**
 * The words.
 */
words: string, } | { "wanted": "words",
/**
 * The words.
 */
words: string, } | { "wanted": "list",
/**
 * What can be in it.
 */
example: string, } | { "wanted": "texts",
/**
 * Such a list.
 */
example: string, } | { "wanted": "languages" } | { "wanted": "rooms" } | { "wanted": "tables",
/**
 * The heading.
 */
heading: string, } | { "wanted": "named-tables",
/**
 * Such a heading.
 */
heading: string, } | { "wanted": "axes" } | { "wanted": "voters" } | { "wanted": "speaking-limits" };

export type PlanOtherKind = {
/**
 * What stands there.
 */
found: PlanFound, } & ({ "wanted": "text" } | { "wanted": "number",
/**
 * The least.
 */
min: number,
/**
 * The most.
 */
max: number, } | { "wanted": "yes-or-no" } | { "wanted": "word",
/**
 * The words.
 */
words: string, } | { "wanted": "words",
/**
 * The words.
 */
words: string, } | { "wanted": "list",
/**
 * What can be in it.
 */
example: string, } | { "wanted": "texts",
/**
 * Such a list.
 */
example: string, } | { "wanted": "languages" } | { "wanted": "rooms" } | { "wanted": "tables",
/**
 * The heading.
 */
heading: string, } | { "wanted": "named-tables",
/**
 * Such a heading.
 */
heading: string, } | { "wanted": "axes" } | { "wanted": "voters" } | { "wanted": "speaking-limits" });

export type PlanPollText = "option" | "step";

export type PlanWrongFile = { "code": "file-large", "args": {
/**
 * How many it has.
 */
bytes: number,
/**
 * How many are read.
 */
max: number, } } | { "code": "encoding" } | { "code": "file-empty" } | { "code": "syntax", "args": {
/**
 * What the reader says.
 */
said: string, } };

export type PlanWrongValue = { "code": "missing", "args": {
/**
 * Its name.
 */
name: string,
/**
 * What it could be.
 */
example: string, } } | { "code": "unknown-field", "args": PlanUnknownName } | { "code": "other-kind", "args": PlanOtherKind } | { "code": "unknown-word", "args": PlanUnknownWord } | { "code": "empty" } | { "code": "text-long", "args": {
/**
 * How many it has.
 */
length: number,
/**
 * How many fit.
 */
max: number, } } | { "code": "text-lines" } | { "code": "text-unshowable" } | { "code": "text-unseen" } | { "code": "text-mark-in-front" } | { "code": "text-marks", "args": {
/**
 * How many there can be.
 */
max: number, } } | { "code": "out-of-bounds", "args": {
/**
 * As it is written.
 */
written: string,
/**
 * The least.
 */
min: number,
/**
 * The most.
 */
max: number, } } | { "code": "too-many", "args": {
/**
 * How many it has.
 */
count: number,
/**
 * How many fit.
 */
max: number, } } | { "code": "language", "args": {
/**
 * As it is written.
 */
written: string, } } | { "code": "id", "args": {
/**
 * As it is written.
 */
written: string,
/**
 * How long ids are at most.
 */
max: number, } } | { "code": "id-of-system", "args": {
/**
 * As it is written.
 */
written: string, } } | { "code": "date" } | { "code": "time" } | { "code": "time-zone", "args": {
/**
 * As it is written.
 */
written: string, } };

export type PlanWrongPart = { "code": "no-rooms" } | { "code": "room-id-twice", "args": {
/**
 * The id.
 */
id: string, } } | { "code": "session-id-twice", "args": {
/**
 * The id.
 */
id: string, } } | { "code": "room-unknown", "args": PlanUnknownName } | { "code": "room-in-session-twice", "args": {
/**
 * The room's id.
 */
room: string,
/**
 * The session's.
 */
session: string, } } | { "code": "ends-before-start", "args": {
/**
 * When it ends.
 */
ends: string,
/**
 * When it starts.
 */
starts: string, } } | { "code": "template-name", "args": {
/**
 * As it is written.
 */
written: string, } } | { "code": "template-unknown", "args": PlanUnknownName } | { "code": "speaker-unnamed" } | { "code": "speaker-twice", "args": {
/**
 * Who it is.
 */
who: string,
/**
 * The line of a file; of a form it says nothing.
 */
line: number, } } | { "code": "speakers-without-floor" } | { "code": "polls-without-polls" };

export type PlanWrongPoll = { "code": "poll-text-twice", "args": {
/**
 * Of what it is the text.
 */
what: PlanPollText,
/**
 * The text.
 */
written: string, } } | { "code": "poll-takes-one" } | { "code": "poll-min-above-max", "args": {
/**
 * The fewest.
 */
min: number,
/**
 * The most.
 */
max: number, } } | { "code": "poll-voters-nobody", "args": {
/**
 * The name of the list.
 */
name: string, } } | { "code": "poll-tells-votes", "args": {
/**
 * The room's id.
 */
room: string, } } | { "code": "poll-invalid", "args": {
/**
 * Their sentence.
 */
said: string, } };

export type PlanWrongChange = { "code": "unread" } | { "code": "session-id-stays", "args": {
/**
 * The id.
 */
id: string, } } | { "code": "room-id-stays", "args": {
/**
 * The id.
 */
id: string, } } | { "code": "moved-to-no-time" } | { "code": "past-midnight" } | { "code": "no-day" } | { "code": "other-rooms" };

export type PlanWrong = PlanWrongFile | PlanWrongValue | PlanWrongPart | PlanWrongPoll | PlanWrongChange;

export type ScheduleRight = "everything" | "days" | "talks" | "talks-by-room" | "timetable" | "talk-title" | "entry-title" | "length" | "time" | "moment";

export type ScheduleMade = "sessions" | "rooms";

export type ScheduleExtra = "links" | "attachments" | "answers";

export type ScheduleSaid = { "code": "file-large", "args": {
/**
 * How many it has.
 */
bytes: number,
/**
 * How many are read.
 */
max: number, } } | { "code": "parts-many", "args": {
/**
 * How many are read.
 */
max: number, } } | { "code": "encoding" } | { "code": "syntax", "args": {
/**
 * The line.
 */
line: number,
/**
 * The column.
 */
column: number, } } | { "code": "format" } | { "code": "no-talks" } | { "code": "missing", "args": {
/**
 * Its name.
 */
name: string,
/**
 * What it is for.
 */
right: ScheduleRight, } } | { "code": "no-list" } | { "code": "no-table" } | { "code": "length" } | { "code": "time" } | { "code": "no-date" } | { "code": "moment" } | { "code": "title-empty" } | { "code": "talks-many", "args": {
/**
 * How many it has.
 */
count: number,
/**
 * How many rooms there can be.
 */
max: number, } } | { "code": "made-many", "args": {
/**
 * Of what.
 */
what: ScheduleMade,
/**
 * How many it makes.
 */
count: number,
/**
 * How many there can be.
 */
max: number, } } | { "code": "meeting-many", "args": {
/**
 * Of what.
 */
what: ScheduleMade,
/**
 * How many there would be.
 */
count: number,
/**
 * How many there can be.
 */
max: number, } } | { "code": "left-out", "args": {
/**
 * What it is.
 */
what: ScheduleExtra, } } | { "code": "no-length" } | { "code": "not-on-its-day" } | { "code": "past-midnight" } | { "code": "other-zone", "args": {
/**
 * The file's.
 */
theirs: string,
/**
 * The meeting's.
 */
ours: string, } } | { "code": "title-cut", "args": {
/**
 * How many characters are left.
 */
max: number, } } | { "code": "text-cut", "args": {
/**
 * How many characters are left.
 */
max: number, } } | { "code": "people-cut", "args": {
/**
 * How many were taken.
 */
max: number,
/**
 * How many there are.
 */
count: number, } };

export type ParticipantsFaultCode = "name-empty" | "text-long" | "text-unfit" | "language" | "class" | "rank" | "more-cells" | "letters-lost" | "rooms-many" | "room-unknown" | "room-several" | "rooms-none" | "two-groups" | "code-shape" | "code-twice" | "code-taken" | "code-of-other" | "code-not-made" | "person-twice" | "person-in-two" | "list-full";
