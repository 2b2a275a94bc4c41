"""Makes the font that has every character and shows each as the same empty box: what no other font draws is seen to be there,
can be searched and copied, and never keeps a document from being made. Called by make.sh with the file to write."""

import sys

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

# Without surrogates and private use, which stand for nothing that others could know.
RANGES = [(0xA0, 0xD7FF), (0xF900, 0xFFFD), (0x10000, 0x3FFFD), (0xE0001, 0xE01EF)]


def rectangle(pen, left, bottom, right, top, clockwise):
    corners = [(left, bottom), (left, top), (right, top), (right, bottom)]
    corners = corners if clockwise else corners[::-1]
    pen.moveTo(corners[0])
    for corner in corners[1:]:
        pen.lineTo(corner)
    pen.closePath()


def box():
    pen = TTGlyphPen(None)
    rectangle(pen, 80, 0, 620, 700, clockwise=True)
    rectangle(pen, 130, 50, 570, 650, clockwise=False)
    return pen.glyph()


def character_map():
    table = CmapSubtable.newSubtable(13)
    table.platformID, table.platEncID, table.language = 0, 6, 0
    table.format, table.reserved = 13, 0
    table.cmap = {0x20: "space"}
    table.cmap.update((letter, "box") for first, last in RANGES for letter in range(first, last + 1))
    return table


def main(path):
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "space", "box"])
    builder.setupCharacterMap({0x20: "space"})
    builder.font["cmap"].tables = [character_map()]
    builder.setupGlyf({".notdef": box(), "space": TTGlyphPen(None).glyph(), "box": box()})
    builder.setupHorizontalMetrics({".notdef": (700, 80), "space": (260, 0), "box": (700, 80)})
    builder.setupHorizontalHeader(ascent=1069, descent=-293)
    builder.setupNameTable({"familyName": "Roundtable Last Resort", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=1069, sTypoDescender=-293, usWinAscent=1069, usWinDescent=293)
    builder.setupPost()
    # A fixed moment, or the same script would make another file each time.
    builder.font["head"].created = builder.font["head"].modified = 3786825600
    builder.font.recalcTimestamp = False
    builder.save(path)


main(sys.argv[1])
