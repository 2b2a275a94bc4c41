//! The labels of a drawing, with the font of each stretch said. Left to find fonts itself, what reads the drawing takes a label apart
//! letter by letter and gives up where two letters are drawn as one in one font and not in another, as in Arabic beside Latin.

use crate::fonts;

/// The drawing with its labels in parts, each in the font that draws it. What stands between its elements is text, nothing else.
pub fn labelled(svg: &str) -> String {
    let mut labelled = String::with_capacity(svg.len());
    let mut family = None;
    let mut is_text = false;
    for letter in svg.chars() {
        let of_letter = if is_text && !letter.is_ascii() {
            fonts::other_family(letter)
        } else {
            None
        };
        if of_letter != family {
            labelled.push_str(if family.is_some() { "</tspan>" } else { "" });
            if let Some(family) = of_letter {
                labelled.push_str(&format!("<tspan font-family=\"'{family}'\">"));
            }
            family = of_letter;
        }
        match letter {
            '<' => is_text = false,
            '>' => is_text = true,
            _ => {}
        }
        labelled.push(letter);
    }
    labelled
}

#[cfg(test)]
mod tests {
    use super::labelled;

    #[test]
    fn each_stretch_of_a_label_says_its_font_where_it_is_not_the_usual_one() {
        let arabic = "<tspan font-family=\"'Noto Sans Arabic'\">";
        assert_eq!(
            labelled("<text x=\"é\">الأردن (UNDP) é</text><text>a</text>"),
            format!("<text x=\"é\">{arabic}الأردن</tspan> (UNDP) é</text><text>a</text>")
        );
        let chinese = "<tspan font-family=\"'Noto Sans CJK SC'\">";
        assert_eq!(
            labelled("<text>国ن</text>"),
            format!("<text>{chinese}国</tspan>{arabic}ن</tspan></text>")
        );
    }
}
