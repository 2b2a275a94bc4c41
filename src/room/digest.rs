//! A short number for a value, by which a page and the server find out whether they have the same. It is for accidents, not against
//! malice. Pages compute it too (`web/src/checking/digest.ts`), so it is made of what JSON is in JavaScript: a number counts as the
//! double that it is there, a text by its UTF-16 units, and the members of an object in whatever order they come.

use serde_json::Value;

/// The number of one value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Digest(u32);

impl Digest {
    /// As it travels: eight hexadecimal digits.
    pub fn text(self) -> String {
        format!("{:08x}", self.0)
    }
}

/// What a value is, so that an empty text, an empty list and nothing differ.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// Nothing.
    Null = 1,
    /// Yes or no.
    Truth = 2,
    /// A double.
    Number = 3,
    /// UTF-16 units.
    Text = 4,
    /// Values in their order.
    List = 5,
    /// Values by name.
    Object = 6,
    /// A name and its value.
    Member = 7,
}

/// A number in the making: words go in, one after the other.
#[derive(Debug, Clone, Copy)]
pub struct Digesting(u32);

impl Digesting {
    /// Begins a value.
    pub fn of(kind: Kind) -> Self {
        let mut digesting = Self(0x811c_9dc5);
        digesting.word(kind as u32);
        digesting
    }

    /// Takes a word in. Every step can be undone, so that none loses anything of the steps before.
    pub fn word(&mut self, word: u32) {
        let mixed = (self.0 ^ word).wrapping_mul(0x85eb_ca6b);
        self.0 = mixed ^ (mixed >> 15);
    }

    /// Takes the units of a text in, without its end.
    pub fn letters(&mut self, text: &str) {
        text.encode_utf16().for_each(|unit| self.word(u32::from(unit)));
    }

    /// Takes another value in.
    pub fn value(&mut self, value: Digest) {
        self.word(value.0);
    }

    /// The number.
    pub fn done(mut self) -> Digest {
        self.word(0xc2b2_ae35);
        Digest(self.0)
    }
}

/// Members of an object: those that are put together make the same whatever comes first.
#[derive(Debug, Clone, Copy, Default)]
pub struct Members {
    sum: u32,
    count: u32,
}

impl Members {
    /// Puts a member to the others.
    pub fn add(&mut self, name: &str, value: Digest) {
        let mut member = Digesting::of(Kind::Member);
        member.value(of_text(name));
        member.value(value);
        self.sum = self.sum.wrapping_add(member.done().0);
        self.count = self.count.wrapping_add(1);
    }

    /// The object.
    pub fn done(self) -> Digest {
        let mut object = Digesting::of(Kind::Object);
        object.word(self.sum);
        object.word(self.count);
        object.done()
    }
}

/// Of a text.
pub fn of_text(text: &str) -> Digest {
    let mut digesting = Digesting::of(Kind::Text);
    digesting.letters(text);
    digesting.done()
}

/// Of a number.
pub fn of_number(number: f64) -> Digest {
    // Zero has a sign that JSON does not always tell.
    let bits = if number == 0.0 { 0 } else { number.to_bits() };
    let mut digesting = Digesting::of(Kind::Number);
    digesting.word((bits & u64::from(u32::MAX)) as u32);
    digesting.word((bits >> 32) as u32);
    digesting.done()
}

/// Of yes or no.
pub fn of_truth(truth: bool) -> Digest {
    let mut digesting = Digesting::of(Kind::Truth);
    digesting.word(u32::from(truth));
    digesting.done()
}

/// Of nothing.
pub fn of_null() -> Digest {
    Digesting::of(Kind::Null).done()
}

/// Of values in their order.
pub fn of_list(values: impl IntoIterator<Item = Digest>) -> Digest {
    let mut digesting = Digesting::of(Kind::List);
    values.into_iter().for_each(|value| digesting.value(value));
    digesting.done()
}

/// Of any JSON.
pub fn of_json(value: &Value) -> Digest {
    match value {
        Value::Null => of_null(),
        Value::Bool(truth) => of_truth(*truth),
        Value::Number(number) => of_number(number.as_f64().unwrap_or_default()),
        Value::String(text) => of_text(text),
        Value::Array(values) => of_list(values.iter().map(of_json)),
        Value::Object(members) => {
            let mut object = Members::default();
            members.iter().for_each(|(name, value)| object.add(name, of_json(value)));
            object.done()
        }
    }
}
