//! Every command, by every role, in every phase. Who may not is told so whatever state the room is in; a closed room says so to those
//! who may; and what was refused has changed nothing.

use super::{Phase, stands};
use crate::extent::extent;
use crate::support::author::Author;
use crate::support::door::{Participant, with_id};
use crate::support::run;
use crate::support::server::TestServer;
use roundtable::protocol::client::CommandFrame;
use roundtable::room::access::{Right, TABLE, may};
use roundtable::room::seat::Role;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The types of the wire, which are generated from the Rust ones and kept the same by a test.
const TYPES: &str = include_str!("../../../web/src/protocol.gen.ts");

/// A command with its fields; who may, by the first letters of Participant, Chair, Rapporteur, Screen and Organiser; and what the first of
/// them to ask gets in an open room.
type Line = (&'static str, &'static str, &'static str, &'static str);

#[rustfmt::skip]
const COMMANDS: [Line; 81] = [
    ("floor request",       "{}",                                                          "P.R..", "done"),
    ("floor withdraw",      "{}",                                                          "PCR.O", "done"),
    ("floor queue",         r#"{"name":"x"}"#,                                             ".C..O", "done"),
    ("floor import",        r#"{"csv":"name\ny"}"#,                                        ".C..O", "done"),
    ("floor change",        r#"{"request":"r1","name":"x"}"#,                              "PCR.O", "unknown-request"),
    ("floor move",          r#"{"request":"r4"}"#,                                         ".C..O", "done"),
    ("floor note",          r#"{"request":"r4","note":"x"}"#,                              ".C..O", "done"),
    ("floor lane",          r#"{"request":"r4","lane":"precedence"}"#,                     ".C..O", "done"),
    ("floor skip",          r#"{"request":"r4"}"#,                                         ".C..O", "done"),
    ("floor restore",       r#"{"request":"r4"}"#,                                         ".C..O", "done"),
    ("floor give",          "{}",                                                          ".C..O", "done"),
    ("floor more",          r#"{"seconds":60}"#,                                           ".C..O", "done"),
    ("floor pause",         "{}",                                                          ".C..O", "done"),
    ("floor resume",        "{}",                                                          ".C..O", "done"),
    ("floor end",           "{}",                                                          ".C..O", "done"),
    ("floor open",          "{}",                                                          ".C..O", "list-open"),
    ("floor close",         "{}",                                                          ".C..O", "done"),
    ("floor limit",         r#"{"seconds":60}"#,                                           ".C..O", "done"),
    ("floor rule",          r#"{"rule":"protocol"}"#,                                      ".C..O", "done"),
    ("floor allowance",     r#"{"seat":"x","seconds":60}"#,                                ".C..O", "unknown-seat"),
    ("floor undo",          r#"{"step":1}"#,                                               ".C..O", "too-late"),
    ("polls draft",         r#"{"question":"Q?","kind":"single","options":["a","b"]}"#,    ".C..O", "done"),
    ("polls template",      r#"{"template":"show-of-hands"}"#,                             ".C..O", "done"),
    ("polls edit",          r#"{"poll":"p1","question":"Q?","kind":"single","options":["a","b"]}"#, ".C..O", "done"),
    ("polls discard",       r#"{"poll":"p2"}"#,                                            ".C..O", "done"),
    ("polls open",          r#"{"poll":"p1"}"#,                                            ".C..O", "done"),
    ("polls deadline",      r#"{"poll":"p1"}"#,                                            ".C..O", "done"),
    ("polls cast",          r#"{"poll":"p1","choice":["o1"]}"#,                            "PCR..", "done"),
    ("polls enter",         r#"{"poll":"p1","voter":{"name":"x"},"choice":["o1"]}"#,       "....O", "done"),
    ("polls pass",          r#"{"poll":"p1"}"#,                                            ".C..O", "unknown-text"),
    ("polls hold",          r#"{"poll":"p1"}"#,                                            ".C..O", "unknown-text"),
    ("polls close",         r#"{"poll":"p1"}"#,                                            ".C..O", "done"),
    ("polls show",          r#"{"poll":"p1"}"#,                                            ".C..O", "done"),
    ("polls hide",          r#"{"poll":"p1"}"#,                                            ".C..O", "done"),
    ("polls again",         r#"{"poll":"p1"}"#,                                            ".C..O", "done"),
    ("polls shortlist",     r#"{"poll":"p1","ideas":2,"kind":"single"}"#,                  ".C..O", "poll-invalid"),
    ("polls void",          r#"{"poll":"p9","reason":"x"}"#,                               ".C..O", "unknown-poll"),
    ("notes writers",       r#"{"writers":"chosen"}"#,                                     ".C..O", "done"),
    ("notes allow",         r#"{"seat":"x"}"#,                                             ".C..O", "unknown-seat"),
    ("notes disallow",      r#"{"seat":"x"}"#,                                             ".C..O", "unknown-seat"),
    ("notes name",          r#"{"name":"x"}"#,                                             ".CR.O", "done"),
    ("notes unname",        r#"{"version":"v1"}"#,                                         ".CR.O", "done"),
    ("comments add",        r#"{"anchor":{"start":"AAE=","end":"AAI="},"quote":"x","text":"x"}"#, "PCR.O", "done"),
    ("comments reply",      r#"{"comment":"k1","text":"x"}"#,                              "PCR.O", "done"),
    ("comments resolve",    r#"{"comment":"k1"}"#,                                         ".CR.O", "done"),
    ("comments reopen",     r#"{"comment":"k1"}"#,                                         ".CR.O", "done"),
    ("comments delete",     r#"{"comment":"k2"}"#,                                         "PCR.O", "unknown-comment"),
    ("board add",           r#"{"kind":"gap","text":"x"}"#,                                "PCR..", "done"),
    ("board edit",          r#"{"card":"c1","kind":"gap","text":"y"}"#,                    "PCR..", "done"),
    ("board support",       r#"{"card":"c2"}"#,                                            "PCR..", "done"),
    ("board unsupport",     r#"{"card":"c2"}"#,                                            "PCR..", "done"),
    ("board pass",          "{}",                                                          ".CR.O", "unknown-card"),
    ("board hold",          r#"{"card":"c1"}"#,                                            ".CR.O", "done"),
    ("board pin",           r#"{"card":"c1"}"#,                                            ".CR.O", "unknown-card"),
    ("board unpin",         "{}",                                                          ".CR.O", "done"),
    ("board note",          r#"{"card":"c1"}"#,                                            ".CR.O", "done"),
    ("board merge",         r#"{"card":"c9","into":"c1"}"#,                                ".CR.O", "unknown-card"),
    ("board withdraw",      r#"{"card":"c1"}"#,                                            "PCR.O", "card-in-use"),
    ("board answer",        r#"{"card":"c1"}"#,                                            ".CR.O", "unknown-card"),
    ("board unanswer",      r#"{"card":"c1"}"#,                                            ".CR.O", "done"),
    ("board rule",          r#"{"rule":"open"}"#,                                          ".CR.O", "done"),
    ("report circulate",    r#"{"for_s":60}"#,                                             ".CR.O", "done"),
    ("report remark",       r#"{"paragraph":1,"text":"x"}"#,                               "PCR..", "done"),
    ("report withdraw",     r#"{"remark":"m1"}"#,                                          "PCR..", "done"),
    ("report deadline",     "{}",                                                          ".CR.O", "done"),
    ("report answer",       r#"{"remark":"m2","verdict":"taken"}"#,                        ".CR.O", "done"),
    ("report finish",       "{}",                                                          ".CR.O", "remarks-unanswered"),
    ("report resume",       r#"{"reason":"x"}"#,                                           ".CR.O", "report-not-final"),
    ("session announce",    r#"{"message":"x"}"#,                                          ".C..O", "done"),
    ("session unannounce",  "{}",                                                          ".C..O", "done"),
    ("session countdown",   r#"{"seconds":600}"#,                                          ".C..O", "done"),
    ("session extend",      r#"{"minutes":5}"#,                                            ".C..O", "done"),
    ("session end-as-planned", "{}",                                                       ".C..O", "done"),
    ("session stop-countdown", "{}",                                                       ".C..O", "done"),
    ("session call-for-help", "{}",                                                        ".CR..", "done"),
    ("session answer-help", "{}",                                                          "....O", "done"),
    ("session end-help",    "{}",                                                          ".CR.O", "done"),
    ("session screen",      r#"{"shows":"notes"}"#,                                        ".C..O", "done"),
    ("seat update",         r#"{"name":"x"}"#,                                             "PCR.O", "done"),
    ("room reopen",         "{}",                                                          "....O", "room-open"),
    ("room close",          r#"{"settle":true}"#,                                          ".C..O", "done"),
];

/// Who may least comes first, so that what they are refused is still there to be asked for.
const ASKING: [(Role, char); 5] = [
    (Role::Screen, 'S'),
    (Role::Participant, 'P'),
    (Role::Rapporteur, 'R'),
    (Role::Chair, 'C'),
    (Role::Organiser, 'O'),
];

fn command((name, fields, ..): &Line) -> Value {
    let (tool, what) = name.split_once(' ').unwrap();
    let mut command: Value = serde_json::from_str(fields).unwrap();
    command["tool"] = json!(tool);
    command["do"] = json!(what);
    command
}

fn right_of(line: &Line) -> Right {
    let frame: CommandFrame = serde_json::from_value(with_id(command(line))).unwrap();
    Right::needed(&frame.command)
}

/// Every command by its tool, as the types of the wire have them.
fn commands_of_the_wire() -> BTreeSet<String> {
    let declared = |name: &str| {
        let declaration = TYPES.split(&format!("export type {name} = ")).nth(1).unwrap();
        declaration.split("\n\nexport ").next().unwrap()
    };
    let mut found = BTreeSet::new();
    for tool in declared("Command").split("\"tool\": \"").skip(1) {
        let (tool, rest) = tool.split_once("\" } & ").unwrap();
        let of_tool: String = rest.chars().take_while(|letter| letter.is_alphanumeric()).collect();
        let whats = declared(&of_tool).split("{ \"do\": \"").skip(1);
        found.extend(whats.map(|what| format!("{tool} {}", what.split('"').next().unwrap())));
    }
    found
}

#[test]
fn every_command_of_the_wire_has_a_line_and_no_other() {
    let lines: BTreeSet<String> = COMMANDS.iter().map(|(name, ..)| (*name).to_owned()).collect();
    assert_eq!(lines.len(), COMMANDS.len(), "a command has two lines");
    assert_eq!(lines, commands_of_the_wire());
}

#[test]
fn the_lines_say_the_same_as_the_servers_own_table() {
    for line in &COMMANDS {
        for (role, letter) in ASKING {
            assert_eq!(line.2.contains(letter), may(role, right_of(line)), "{role:?}: {}", line.0);
        }
    }
    let asked: BTreeSet<Right> = COMMANDS.iter().map(right_of).collect();
    // Naming somebody else's request and writing the notes need no other command.
    let beside = [Right::WithdrawOthers, Right::ChangeOthers, Right::EditNotes];
    let missing: Vec<Right> = TABLE
        .iter()
        .map(|row| row.right)
        .filter(|right| !asked.contains(right))
        .collect();
    assert_eq!(missing, beside);
}

/// Somebody asks, and the answer is one of those that the line allows; what it was.
async fn ask(line: &Line, phase: Phase, (role, letter): (Role, char), asker: &Participant) -> String {
    let answer = asker.ask(command(line)).await;
    let said = if answer.status == 200 { "done" } else { answer.code() }.to_owned();
    let what = format!("{role:?} asks {} in a room that is {phase:?}: {answer:?}", line.0);
    // The chair, who comes first, has just closed it.
    let is_closed = phase == Phase::Closed || (line.0 == "room close" && role == Role::Organiser && phase == Phase::Open);
    // In a closed room people still sit, who are told things and helped.
    let of_session = line.0.starts_with("session ") && !["session extend", "session end-as-planned"].contains(&line.0);
    let may_be_done = !is_closed || line.0 == "room reopen" || of_session;
    match said.as_str() {
        "not-allowed" => assert!(!line.2.contains(letter) && answer.status == 403, "{what}"),
        "room-closed" => assert!(line.2.contains(letter) && !may_be_done && answer.status == 409, "{what}"),
        _ => assert!(line.2.contains(letter) && may_be_done, "{what}"),
    }
    said
}

/// The room as some of those who sit in it see it, and what was refused since that was last looked at.
struct Witnesses<'a> {
    seats: Vec<&'a Participant>,
    seen: Vec<(Value, Value)>,
    refused: Vec<String>,
}

impl<'a> Witnesses<'a> {
    async fn of(seats: Vec<&'a Participant>) -> Self {
        let (seen, refused) = (Vec::new(), Vec::new());
        let mut witnesses = Self { seats, seen, refused };
        witnesses.seen = witnesses.look().await;
        witnesses
    }

    async fn look(&self) -> Vec<(Value, Value)> {
        let mut seen = Vec::new();
        for seat in &self.seats {
            seen.push(stands(seat).await);
        }
        seen
    }

    /// Nothing that was refused has changed anything. Asked before something is done, and at the end of each line.
    async fn expect_unchanged(&mut self) {
        if !self.refused.is_empty() {
            assert_eq!(
                self.look().await,
                self.seen,
                "refused, and yet something changed: {:?}",
                self.refused
            );
            self.refused.clear();
        }
    }

    /// Something was done: what is seen now is what counts.
    async fn after_deed(&mut self) {
        self.seen = self.look().await;
        self.refused.clear();
    }
}

/// The room is opened again when everything else was asked in the closed one, and it is the organiser who closes it for the second time.
fn is_for_later(phase: Phase, line: &Line, role: Role) -> bool {
    match (phase, line.0) {
        (Phase::Closed, "room reopen") => role == Role::Organiser,
        (Phase::Reopened, "room close") => role == Role::Chair,
        _ => false,
    }
}

#[test]
fn every_command_by_every_role_in_every_phase() {
    run(async {
        let server = TestServer::start().await;
        let mut seats = Vec::new();
        for (role, _) in ASKING {
            seats.push(server.seat("alpha", role).await);
        }
        let (participant, chair, organiser) = (&seats[1], &seats[3], &seats[4]);
        let mut author = Author::live(chair, 1).await;
        author.write("Agreed.").await;
        author.wait_for_answers().await;
        let (mut asked, mut done, mut differing) = (0, 0, Vec::new());
        let mut witnesses = Witnesses::of(extent(vec![organiser], vec![organiser, participant])).await;
        for phase in Phase::ALL {
            if phase == Phase::Reopened {
                // The chair's `room close` at the end of the table closed it.
                phase.begin(chair, organiser).await;
                witnesses.after_deed().await;
            }
            for line in &COMMANDS {
                let mut first = None;
                for (who, seat) in ASKING.into_iter().zip(&seats) {
                    if is_for_later(phase, line, who.0) {
                        continue;
                    }
                    if line.2.contains(who.1) {
                        witnesses.expect_unchanged().await;
                    }
                    let said = ask(line, phase, who, seat).await;
                    asked += 1;
                    if said == "done" {
                        done += 1;
                        witnesses.after_deed().await;
                    } else {
                        witnesses.refused.push(format!("{:?} {}", who.0, line.0));
                    }
                    if said != "not-allowed" {
                        first.get_or_insert(said);
                    }
                }
                witnesses.expect_unchanged().await;
                let first = first.unwrap_or_default();
                if phase == Phase::Open && first != line.3 {
                    differing.push(format!("{}: {first}, not {}", line.0, line.3));
                }
            }
        }
        assert!(differing.is_empty(), "{differing:#?}");
        println!("commands by role and phase: {asked} asked, {done} done, and no refusal changed anything");
    });
}
