"""Cuts Noto Sans SC down to what a chart may say. Run at the root of the repository:

npm pack @expo-google-fonts/noto-sans-sc@0.4.3 && tar xzf expo-google-fonts-noto-sans-sc-0.4.3.tgz
pip install fonttools==4.68.0
python3 src/main/font/make_font.py package/400Regular/NotoSansSC_400Regular.ttf
"""

import glob
import subprocess
import sys

RANGES = [
    (0x20, 0x7E), (0xA0, 0x17F), (0x2B0, 0x2FF), (0x2010, 0x2027), (0x2030, 0x203B),
    (0x2190, 0x2199), (0x2200, 0x226F), (0x25A0, 0x25CF), (0x3000, 0x301F), (0xFF01, 0xFF5E),
]
SINGLE = [0x20AC, 0x2103, 0x2116, 0x2122, 0x2713, 0x2717, 0xFFE5]

# Rare elsewhere, but in given names; not in GB 2312.
NAMES = (
    "喆玥堃赟翀旻昇骎峣祎垚犇芃雱珺珅瑄璟瑀玹珮瑢璠珵琲琇玙玭玕珣瑨镕钘鋆淏湉沄澔洺渼溁浛烜炘焜"
    "燚燊昉昳晞晙暐曌暘旸寗寘宬骉翙翾嫄婳媞嫕嫚嬅婼媱媖姮娸禔禩禛祐祾袆衎奭郤霂頔颙飏馡骃髙龑龒"
    "龢倓倧偲傒佺劼勍卬厷叡咺啟喬囧埌埼堉堯壵妘妧妭姞孖寀屾崟嵚廙弢彧惇慜扆敔晊"
)


def charset(encoding, first, last, seconds):
    """All characters of a two-byte encoding whose first byte is in a range."""
    for high in range(first, last + 1):
        for low in seconds:
            try:
                yield from bytes([high, low]).decode(encoding)
            except UnicodeDecodeError:
                pass


def ours():
    """Han characters of the lexicon, the gazetteer and the dialogs."""
    files = glob.glob("src/main/resources/lexicon/*.txt")
    files += glob.glob("src/main/resources/gazetteer/*.tsv")
    files += glob.glob("dialogs/**/*.yml", recursive=True)
    for name in files:
        with open(name, encoding="utf8") as file:
            yield from (c for c in file.read() if "\u3400" <= c <= "\u9fff")


code_points = set(SINGLE)
for start, end in RANGES:
    code_points.update(range(start, end + 1))
code_points.update(map(ord, NAMES))
code_points.update(map(ord, ours()))
code_points.update(map(ord, charset("gb2312", 0xA1, 0xF7, range(0xA1, 0xFF))))
# The first level of Big5 is what is frequent in Hong Kong and Taiwan.
code_points.update(map(ord, charset("big5", 0xA4, 0xC6, [*range(0x40, 0x7F), *range(0xA1, 0xFF)])))
subprocess.run(
    [
        "pyftsubset",
        sys.argv[1],
        "--unicodes=" + ",".join(f"{c:04X}" for c in sorted(code_points)),
        "--layout-features=",
        "--no-hinting",
        "--notdef-outline",
        "--name-IDs=0,1,2,3,4,5,6,13,14",
        "--output-file=src/main/resources/font/NotoSansSC-Regular.ttf",
    ],
    check=True,
)
