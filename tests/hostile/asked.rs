//! What people really ask of a meeting's books: the beginnings of what is changed.

use crate::books::{NOW, lines};
use roundtable::matchmaking::settings::Settings;
use roundtable::meeting;
use roundtable::people::plan::Plan;
use serde_json::{Value, json};

/// Of the matchmaking.
pub fn matchmaking() -> Vec<Value> {
    let details =
        json!({ "component": "people", "level": "national", "regions": ["african"], "languages": ["fr"], "sentence": "x" });
    let slots = json!([{ "starts": NOW, "ends": NOW.0 + 900_000 }, { "starts": NOW.0 + 900_000, "ends": NOW.0 + 1_800_000 }]);
    let mut real = lines(
        r##"
{"do":"stage","stage":"open"}
{"do":"assign"}
{"do":"introduce","introduction":{"name":"Ana","delegation":"Tuvalu","contact":"a@example.org"}}
{"do":"busy","slots":[1]}
{"do":"withdraw","post":"#"}
{"do":"choose","need":"#","offer":"#"}
{"do":"accept","pairing":"#"}
{"do":"decline","pairing":"#"}
{"do":"give-up","pairing":"#"}
{"do":"write","pairing":"#","text":"From June"}
{"do":"consent","pairing":"#","version":1}
{"do":"withdraw-consent","pairing":"#"}"##,
    );
    let seen = Settings::default();
    real.push(json!({ "do": "settings", "seen": seen, "settings": { "tables": 2, "slots": slots } }));
    real.push(json!({ "do": "change", "post": "#", "details": details }));
    for kind in ["need", "offer", "need", "offer"] {
        real.push(json!({ "do": "post", "kind": kind, "details": details }));
    }
    real.into_iter().map(|command| json!({ "command": command })).collect()
}

/// Of the closing board.
pub fn board() -> Vec<Value> {
    lines(
        r#"
{"do":"phase","phase":"shown"}
{"do":"phase","phase":"closed"}
{"do":"fold","point":"alpha/1111111111111111","under":"alpha/2222222222222222"}
{"do":"fold","point":"alpha/2222222222222222","under":"beta/1111111111111111"}
{"do":"fold","point":"beta/1111111111111111","under":"alpha/1111111111111111"}
{"do":"unfold","point":"alpha/1111111111111111"}
{"do":"pin","point":"alpha/1111111111111111","at":0}
{"do":"pin","point":"beta/1111111111111111"}
{"do":"unpin","point":"alpha/1111111111111111"}
{"do":"hide","point":"alpha/2222222222222222","reason":"Said twice"}
{"do":"unhide","point":"alpha/2222222222222222"}
{"do":"open-support"}
{"do":"close-support"}
{"do":"support","point":"alpha/1111111111111111"}
{"do":"withdraw-support","point":"alpha/1111111111111111"}
{"do":"read-out","room":"alpha","for_s":120}
{"do":"start-clock"}
{"do":"message","number":2}
{"do":"end-read-out"}"#,
    )
}

/// Of the list of participants.
pub fn participants(plan: &Plan) -> Vec<Value> {
    let example = meeting::example();
    let rooms: Vec<&str> = example.rooms.iter().map(|room| room.id.as_str()).collect();
    let session = plan
        .slots_of(rooms[1])
        .next()
        .map_or(String::new(), |slot| slot.session.clone());
    let mut real = lines(
        r#"
{"do":"add","name":"Ana","delegation":"Tuvalu","class":"state","rank":"minister","language":"fr"}
{"do":"add","name":"Ben","delegation":"France","class":"state"}
{"do":"change","person":"p1","name":"Ana Lima","delegation":"Brazil"}
{"do":"remove","people":["p1"]}
{"do":"code","person":"p1"}
{"do":"doors","open":false}
{"do":"network","name":"UN Guest","password":"a;b\\c:d"}"#,
    );
    real.extend([
        json!({ "do": "assign", "people": ["p1"], "room": rooms[1] }),
        json!({ "do": "move", "people": ["p1"], "session": session, "room": rooms[1] }),
        json!({ "do": "spread", "session": session, "who": "everybody" }),
        json!({ "do": "open-choice", "session": session }),
        json!({ "do": "choose", "session": session, "room": rooms[1] }),
        json!({ "do": "cap", "room": rooms[1], "cap": 1 }),
        json!({ "do": "doors", "room": rooms[1], "open": true }),
    ]);
    real
}

/// Of the keeping of names.
pub fn keeping() -> Vec<Value> {
    lines(
        r#"
{"do":"set","until":"2099-06-01","by":"The secretariat, secretariat@example.org"}
{"do":"unset"}
{"do":"delete-now","confirm":""}"#,
    )
}
