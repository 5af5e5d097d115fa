"""Makes the fonts of this folder from the npm package @ibm/plex-sans: `python3 subset.py FOLDER-OF-THE-PACKAGE`.

Needs fonttools and brotli. "Plex" is a reserved font name, so what is cut from it bears another one.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FAMILY = "Pejling Sans"
WEIGHTS = {"Regular": 400, "SemiBold": 600}

# Latin-1, Sámi and neighbours' letters for names, quotation marks, dashes, arrows, the signs of figures.
PAGES = (
    "U+0020-007E,U+00A0-00FF,U+010C-010D,U+0110-0111,U+0141-0142,U+014A-014B,U+0152-0153,U+0160-0161,U+0166-0167,"
    "U+0178,U+017D-017E,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+2030,U+2032-2033,U+2039-203A,U+20AC,U+2122,"
    "U+2190-2193,U+2212,U+2248,U+2260,U+2264-2265,U+FFFD"
)


def cut(source: Path, target: Path, weight: int) -> None:
    options = subset.Options()
    options.hinting = False
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl", "tnum", "liga"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.recalc_timestamp = False
    font = TTFont(source, recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=subset.parse_unicodes(PAGES))
    cutter.subset(font)
    style = "Regular" if weight == 400 else "SemiBold"
    names = {1: FAMILY, 2: style, 4: f"{FAMILY} {style}", 6: f"PejlingSans-{style}", 3: f"PejlingSans-{style}"}
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]
    font.flavor = "woff2"
    font.save(target)


def main() -> None:
    here = Path(__file__).parent
    package = Path(sys.argv[1]) / "fonts/complete/woff2"
    for name, weight in WEIGHTS.items():
        source = package / f"IBMPlexSans-{name}.woff2"
        cut(source, here / f"plex-sans-{weight}.woff2", weight)


if __name__ == "__main__":
    main()
