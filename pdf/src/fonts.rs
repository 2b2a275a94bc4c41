//! The fonts that are compiled in. `fonts/make.sh` makes them and says what they hold.

use std::sync::LazyLock;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

const FILES: [&[u8]; 9] = [
    include_bytes!("../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../fonts/NotoSans-Bold.ttf"),
    include_bytes!("../fonts/NotoSans-Italic.ttf"),
    include_bytes!("../fonts/NotoSans-BoldItalic.ttf"),
    include_bytes!("../fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("../fonts/NotoSansArabic-Bold.ttf"),
    include_bytes!("../fonts/NotoSansCJKsc-Regular.otf"),
    include_bytes!("../fonts/NotoSansCJKsc-Bold.otf"),
    include_bytes!("../fonts/NotoSansSymbols2-Regular.ttf"),
];

/// Shows every character as an empty box.
const LAST_RESORT: &[u8] = include_bytes!("../fonts/LastResort.ttf");

/// The fonts, read once.
pub struct Fonts {
    /// The fonts; the last one is the last resort.
    pub fonts: Vec<Font>,
    /// What the typesetter chooses from.
    pub book: LazyHash<FontBook>,
}

/// All of them.
pub static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let files = FILES.into_iter().chain([LAST_RESORT]);
    let fonts: Vec<Font> = files.filter_map(|file| Font::new(Bytes::new(file), 0)).collect();
    let book = LazyHash::new(FontBook::from_fonts(&fonts));
    Fonts { fonts, book }
});

/// Whether a font draws the character, as another thing than a box.
pub fn draw(letter: char) -> bool {
    let drawing = FONTS.fonts.iter().take(FILES.len());
    drawing.into_iter().any(|font| font.info().coverage.contains(letter.into()))
}

/// The family of the font that draws the character, where that is not the first one, which draws most.
pub fn other_family(letter: char) -> Option<&'static str> {
    let covers = |font: &&Font| font.info().coverage.contains(letter.into());
    let family = FONTS.fonts.iter().find(covers)?.info().family.as_str();
    (family != FONTS.fonts.first()?.info().family.as_str()).then_some(family)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_font_can_be_read_and_is_named_as_the_template_names_it() {
        assert_eq!(FONTS.fonts.len(), FILES.len() + 1);
        let families: Vec<&str> = FONTS.book.families().map(|(family, _)| family).collect();
        assert_eq!(
            families,
            [
                "Noto Sans",
                "Noto Sans Arabic",
                "Noto Sans CJK SC",
                "Noto Sans Symbols2",
                "Roundtable Last Resort"
            ]
        );
    }

    #[test]
    fn the_letters_of_the_official_languages_are_drawn() {
        for letter in "Añçœ Жщё ابتثجح،؟ 国家信息安全“”、。 ✓ •".chars() {
            assert!(draw(letter), "{letter}");
        }
        assert!(!draw('ก'));
    }
}
