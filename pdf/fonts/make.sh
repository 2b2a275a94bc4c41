#!/bin/sh
# Makes the fonts beside this script anew: Noto as Debian bookworm packages it, cut down to what the official languages need.
# Needs apt (only to download), python3 with venv, and the network. The same packages give the same files.
set -eu
folder=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

apt-get download fonts-noto-core fonts-noto-cjk
for package in ./*.deb; do dpkg -x "$package" packages; done
python3 -m venv tools
tools/bin/pip install --quiet "fonttools==4.60.1"

noto=packages/usr/share/fonts
sources=$noto/truetype/noto
subset() { tools/bin/pyftsubset "$@" --no-hinting --name-IDs='0,1,2,3,4,5,6,13,14,16,17' --notdef-outline; }

# Latin with all its accents, phonetic letters, Greek, Cyrillic, punctuation, currencies, arrows, the usual signs.
latin=U+20-7E,U+A0-3FF,U+400-52F,U+1E00-1EFF,U+2000-206F,U+2070-209F,U+20A0-20CF,U+20DD-20E0,U+2100-218F,U+2190-2199
latin=$latin,U+2200-22FF,U+2C60-2C7F,U+2DE0-2DFF,U+A640-A69F,U+A720-A7FF,U+FB00-FB06
for style in Regular Bold Italic BoldItalic; do
    subset "$sources/NotoSans-$style.ttf" --unicodes="$latin" --layout-features='ccmp,kern,liga,locl,mark,mkmk' \
        --output-file="$folder/NotoSans-$style.ttf"
done

for style in Regular Bold; do
    subset "$sources/NotoSansArabic-$style.ttf" --unicodes='*' --output-file="$folder/NotoSansArabic-$style.ttf"
done

# The characters of GB 2312, levels 1 and 2: 6763 Chinese ones, kana and the signs of Chinese typesetting.
python3 - > chinese.txt <<'PYTHON'
pairs = (bytes([row, cell]) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
letters = {letter for pair in pairs for letter in pair.decode("gb2312", "ignore")}
print(",".join(f"U+{ord(letter):X}" for letter in sorted(letters)))
PYTHON
for style in Regular Bold; do
    # Number 2 in the collection is the one with the forms of mainland China.
    subset "$noto/opentype/noto/NotoSansCJK-$style.ttc" --font-number=2 --unicodes-file=chinese.txt --layout-features='' \
        --output-file="$folder/NotoSansCJKsc-$style.otf"
done

# Ticks, boxes, stars, shapes, and those emoji that Noto draws without colours.
subset "$sources/NotoSansSymbols2-Regular.ttf" --unicodes=U+2300-23FF,U+25A0-27BF,U+2B00-2BFF,U+1F300-1F64F,U+1F680-1F6FF \
    --layout-features='' --output-file="$folder/NotoSansSymbols2-Regular.ttf"

tools/bin/python "$folder/last_resort.py" "$folder/LastResort.ttf"
ls -l "$folder"
