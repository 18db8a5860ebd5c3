"""Makes the fonts of this folder: python make.py xtask/node_modules/@fontsource cli/fonts"""

import io
import sys
from pathlib import Path

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont

packages, folder = map(Path, sys.argv[1:])

# Latin with its extensions, Greek, Cyrillic, and the signs between words.
LETTERS = (
    "20-7E A0-24F 2BB-2BC 300-304 306-30C 31B 323 326-329 370-3FF 400-45F 490-491 4B0-4B1 1E00-1EFF"
    " 2010-2015 2018-2027 2030-203A 2044 20A0-20BF 2116 2122 2212"
)
ARABIC = "600-6FF 750-77F 200C-200D 2010-2011"
PARTS = ["latin", "latin-ext", "vietnamese", "greek", "cyrillic"]
# Without `locl`: the renderer tells fonts no language.
FEATURES = "ccmp liga calt rlig init medi fina kern mark mkmk".split()
TABLES = "BASE DSIG GlyphOrder STAT gasp prep".split()


def make(name, package, weight, parts, letters):
    files = []
    for part in parts:
        font = TTFont(packages / package / "files" / f"{package}-{part}-{weight}-normal.woff2")
        font.flavor = None
        made = font["head"].created
        file = io.BytesIO()
        font.save(file)
        files.append(io.BytesIO(file.getvalue()))
    font = Merger().merge(files) if len(files) > 1 else TTFont(files[0])
    options = subset.Options(
        hinting=False, name_IDs=[0, 13, 14], layout_features=FEATURES, notdef_outline=True, glyph_names=False
    )
    options.drop_tables += TABLES
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(letters.replace(" ", ",")))
    subsetter.subset(font)
    # The licence reserves the name "Source" for the fonts as Adobe made them.
    title = f"Explainer {name}"
    for number, text in [(1, title), (2, "Regular"), (4, title), (6, title.replace(" ", ""))]:
        font["name"].setName(text, number, 3, 1, 0x409)
    # The same bytes each time.
    font.recalcTimestamp = False
    font["head"].created = font["head"].modified = made
    font.save(folder / f"{name}.ttf")


make("serif-600", "source-serif-4", 600, PARTS, LETTERS)
make("sans-400", "source-sans-3", 400, PARTS, LETTERS)
make("sans-600", "source-sans-3", 600, PARTS, LETTERS)
make("naskh-400", "noto-naskh-arabic", 400, ["arabic"], ARABIC)
make("naskh-700", "noto-naskh-arabic", 700, ["arabic"], ARABIC)
