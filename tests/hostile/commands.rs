//! Commands as clients write them, changed as JSON and as bytes, asked by every role. What is accepted leaves a room that can be kept,
//! read back, shown and told.

use crate::extent::{Chance, extent};
use crate::measured::run;
use crate::mutator::mutated;
use crate::support::door::with_id;
use crate::support::server::meeting;
use roundtable::http::rooms::parse;
use roundtable::outcome::{AsOf, Document, compose};
use roundtable::room::event::Event;
use roundtable::room::ids::{Millis, SeatId, Seq};
use roundtable::room::record::Record;
use roundtable::room::seat::{Profile, Role, Seat};
use roundtable::room::view::Audience;
use roundtable::room::{Context, Room};
use serde_json::{Value, json};

/// Inputs of one room.
const STEPS: u64 = 400;
/// Somebody of each role; an organiser has no seat in the room.
const SEATS: [(&str, Role); 6] = [
    ("chair", Role::Chair),
    ("rapporteur", Role::Rapporteur),
    ("ana", Role::Participant),
    ("ben", Role::Participant),
    ("screen", Role::Screen),
    ("organiser", Role::Organiser),
];

/// One command of nearly every kind.
pub fn real() -> Vec<Value> {
    let lines = r#"
{"tool":"floor","do":"request"}
{"tool":"floor","do":"request","kind":"point-of-order"}
{"tool":"floor","do":"withdraw"}
{"tool":"floor","do":"give"}
{"tool":"floor","do":"end"}
{"tool":"floor","do":"skip","request":"r1"}
{"tool":"floor","do":"move","request":"r2","before":"r1"}
{"tool":"floor","do":"open"}
{"tool":"floor","do":"close","in_s":60}
{"tool":"floor","do":"limit","seconds":60}
{"tool":"floor","do":"queue","name":"Somebody","delegation":"Tuvalu","rank":"minister"}
{"tool":"floor","do":"import","csv":"name,delegation,class,rank\nAna,France,state,minister\n\"B, C\",Tuvalu,state,delegate\n"}
{"tool":"floor","do":"change","request":"r1"}
{"tool":"floor","do":"lane","request":"r1","lane":"precedence"}
{"tool":"floor","do":"rule","rule":"protocol"}
{"tool":"floor","do":"more","seconds":60}
{"tool":"floor","do":"pause"}
{"tool":"floor","do":"resume"}
{"tool":"floor","do":"allowance","seat":"ana","seconds":60}
{"tool":"floor","do":"note","request":"r1","note":"x"}
{"tool":"floor","do":"undo","step":1}
{"tool":"polls","do":"draft","question":"Q?","kind":"single","options":["a","b"]}
{"tool":"polls","do":"draft","question":"Q?","kind":"ranking","options":["a","b","c"],"secrecy":"secret"}
{"tool":"polls","do":"edit","poll":"p1","question":"R?","kind":"multiple","options":["a","b","c"]}
{"tool":"polls","do":"open","poll":"p1"}
{"tool":"polls","do":"template","template":"show-of-hands"}
{"tool":"polls","do":"deadline","poll":"p1","in_s":30}
{"tool":"polls","do":"cast","poll":"p1","choice":["o1"]}
{"tool":"polls","do":"enter","poll":"p1","voter":{"name":"x"},"choice":["o1"]}
{"tool":"polls","do":"pass","poll":"p1"}
{"tool":"polls","do":"close","poll":"p1"}
{"tool":"polls","do":"show","poll":"p1"}
{"tool":"polls","do":"again","poll":"p1"}
{"tool":"polls","do":"shortlist","poll":"p1","ideas":2,"kind":"single"}
{"tool":"polls","do":"void","poll":"p1","reason":"x"}
{"tool":"notes","do":"writers","writers":"everyone"}
{"tool":"notes","do":"allow","seat":"ana"}
{"tool":"notes","do":"name","name":"Before lunch"}
{"tool":"comments","do":"add","anchor":{"start":"AAE=","end":"AAI="},"quote":"x","text":"y"}
{"tool":"comments","do":"reply","comment":"k1","text":"z"}
{"tool":"comments","do":"resolve","comment":"k1"}
{"tool":"board","do":"add","kind":"gap","text":"Teams"}
{"tool":"board","do":"support","card":"c1"}
{"tool":"board","do":"merge","card":"c1","into":"c2"}
{"tool":"board","do":"pin","card":"c1"}
{"tool":"report","do":"circulate","for_s":60}
{"tool":"report","do":"remark","paragraph":1,"text":"x"}
{"tool":"report","do":"answer","remark":"m1","verdict":"taken"}
{"tool":"seat","do":"update","name":"Ana","delegation":"France"}
{"tool":"room","do":"close","settle":true}
{"tool":"room","do":"reopen"}"#;
    lines.trim().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Puts something else somewhere into it.
pub fn altered(value: &mut Value, chance: &mut Chance) {
    match value {
        Value::Object(fields) if !fields.is_empty() && !chance.percent(5) => {
            let names: Vec<String> = fields.keys().cloned().collect();
            let name = chance.one_of(&names).clone();
            match chance.below(8) {
                0 => drop(fields.remove(&name)),
                1 => drop(fields.insert(format!("{name}\u{0}"), odd(chance))),
                _ => altered(&mut fields[name.as_str()], chance),
            }
        }
        Value::Array(items) if !items.is_empty() && !chance.percent(20) => {
            let at = usize::try_from(chance.below(items.len() as u64)).unwrap();
            match chance.below(4) {
                0 => drop(items.remove(at)),
                // What is large already is not made 300 times as large: the memory of the harness is measured with the reader's.
                1 if items[at].to_string().len() < 1_000 => *items = vec![items[at].clone(); 300],
                _ => altered(&mut items[at], chance),
            }
        }
        value => *value = odd(chance),
    }
}

fn odd(chance: &mut Chance) -> Value {
    const TEXTS: [&str; 7] = [
        "",
        "\u{202e}\u{0}\u{feff}👩\u{200d}💻",
        "r4294967295",
        "p1",
        "o2",
        "ana",
        "secret",
    ];
    match chance.below(16) {
        0 => json!(null),
        1 => json!(true),
        2 => json!(-1),
        3 => json!(0),
        4 => json!(u32::MAX),
        5 => json!(i64::MIN),
        6 => json!(u64::MAX),
        7 => json!(1e308),
        8 => json!(0.5),
        9 => json!("x".repeat(20_000)),
        10 => json!([]),
        11 => json!({}),
        12 => json!(["o1", "o1"]),
        13 => (0..100).fold(json!(1), |inner, _| json!([inner])),
        _ => json!(chance.one_of(&TEXTS)),
    }
}

struct Asked {
    room: Room,
    now: Millis,
    records: u64,
}

impl Asked {
    fn new() -> Self {
        let definition = Box::new(meeting().definition("alpha", "CODE").unwrap());
        let mut asked = Self {
            room: Room::new(),
            now: Millis(1_715_356_800_000),
            records: 0,
        };
        asked.make_so(None, vec![Event::RoomOpened { definition }]);
        for (id, role) in SEATS {
            let profile = Profile {
                name: Some(id.to_owned()),
                ..Profile::default()
            };
            let id = SeatId::new(id).unwrap();
            let seat = Seat {
                id,
                role,
                profile,
                issue: 0,
            };
            if let Some(event) = asked.room.decide_join(seat, 7).unwrap() {
                asked.make_so(None, vec![event]);
            }
        }
        asked
    }

    fn ask(&mut self, text: &[u8], (seat, role): (&str, Role)) -> bool {
        let Ok(frame) = parse(text) else { return false };
        let context = Context {
            now: self.now,
            seat: SeatId::new(seat).unwrap(),
            role,
            request: Some(frame.id),
            present: None,
        };
        match self.room.decide(&frame.command, &context) {
            Ok(events) => self.make_so(Some(context.seat), events),
            Err(refusal) => {
                assert!(!refusal.message.is_empty());
                return false;
            }
        }
        true
    }

    fn make_so(&mut self, by: Option<SeatId>, events: Vec<Event>) {
        let record = Record {
            at: self.now,
            by,
            request: None,
            made: None,
            events,
        };
        let read = Record::decode(&record.encode()).unwrap();
        assert_eq!(read, record, "it is kept otherwise");
        self.records += 1;
        self.room.begin_record(Seq(self.records));
        record.events.iter().for_each(|event| self.room.apply(&record.stamp(), event));
    }

    fn let_time_pass(&mut self, chance: &mut Chance) {
        self.now.0 += i64::try_from(chance.below(40_000)).unwrap();
        let due = self.room.decide_due(self.now, None);
        if !due.is_empty() {
            self.make_so(None, due);
        }
    }

    fn assert_whole(&self) {
        let kept = self.room.snapshot();
        let restored = Room::restore(&kept).unwrap();
        assert!(restored.snapshot() == kept, "what is read back is kept otherwise");
        for audience in Audience::ALL {
            let views = [&self.room, &restored].map(|room| serde_json::to_value(room.view(audience)).unwrap());
            assert_eq!(views[0], views[1]);
        }
        let as_of = AsOf {
            seq: Seq(self.records),
            at: self.now,
        };
        let outcome = compose(&self.room, as_of);
        for document in [
            Document::Markdown,
            Document::Json,
            Document::Polls,
            Document::Speakers,
            Document::Board,
        ] {
            document.render(&outcome).unwrap();
        }
    }
}

#[test]
fn whatever_is_asked_the_room_answers_and_stays_whole() {
    let figures = run("commands", |meter, chance| {
        let commands = real();
        let texts: Vec<Vec<u8>> = commands
            .iter()
            .map(|command| with_id(command.clone()).to_string().into_bytes())
            .collect();
        while meter.inputs() < extent(4_000, 300_000) {
            let mut asked = Asked::new();
            for _ in 0..STEPS {
                // Closing comes at the end of the list, and seldom.
                let open = &commands[..commands.len() - 2];
                let among = if chance.percent(97) { open } else { &commands };
                let mut command = with_id(chance.one_of(among).clone());
                let text = match chance.below(10) {
                    0..4 => command.to_string().into_bytes(),
                    4..8 => {
                        (0..=chance.below(2)).for_each(|_| altered(&mut command, chance));
                        command.to_string().into_bytes()
                    }
                    _ => mutated(command.to_string().as_bytes(), &texts, chance),
                };
                let seat = *chance.one_of(&SEATS);
                meter.input(&text, |text| asked.ask(text, seat));
                if chance.percent(5) {
                    asked.let_time_pass(chance);
                }
            }
            asked.assert_whole();
        }
    });
    assert!(figures.accepted * 100 / figures.inputs >= 5, "nothing is tried that way");
}

#[test]
fn lists_of_speakers_as_a_spreadsheet_writes_them() {
    run("lists of speakers", |meter, chance| {
        let real = [
            "name,delegation,class,rank,lane\nAna,France,state,minister,list\n\"B, \"\"C\"\"\",Tuvalu,state,delegate,precedence\n",
            "\u{feff}delegation;name\r\nFrance;Ana\r\n\r\nTuvalu;Ben\r\n",
            "name\tnote\nAna\t\"two\nlines\"\n",
            "Name\nAna\n",
        ];
        let real: Vec<Vec<u8>> = real.iter().map(|text| text.as_bytes().to_vec()).collect();
        let mut asked = Asked::new();
        for number in 0..extent(1_000, 50_000) {
            let source: &Vec<u8> = chance.one_of(&real);
            let list = if number < 20 {
                source.clone()
            } else {
                mutated(source, &real, chance)
            };
            let command = json!({ "tool": "floor", "do": "import", "csv": String::from_utf8_lossy(&list) });
            let text = with_id(command).to_string();
            if meter.input(text.as_bytes(), |text| asked.ask(text, SEATS[0])) {
                // A list that is full would take nothing more.
                std::mem::replace(&mut asked, Asked::new()).assert_whole();
            }
        }
    });
}
