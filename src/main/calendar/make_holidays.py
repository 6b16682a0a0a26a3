"""Makes src/main/resources/calendar/china.tsv from the npm package chinese-days.

Run:  npm pack chinese-days && tar xzf chinese-days-*.tgz
      python3 src/main/calendar/make_holidays.py package/dist/chinese-days.json 2020 > src/main/resources/calendar/china.tsv

Columns: date, "off" for a day of a public holiday or "on" for a weekend day that is worked in exchange, name of
the holiday in Chinese and in English. The second argument is the first year to keep.
"""

import json
import sys

with open(sys.argv[1], encoding="utf-8") as source:
    data = json.load(source)
rows = []
for kind, key in (("off", "holidays"), ("on", "workdays")):
    for day, names in data[key].items():
        english, chinese, _ = names.rsplit(",", 2)
        if day >= sys.argv[2]:
            rows.append((day, kind, chinese, english))
print("# Public holidays of China and the weekend days worked in exchange (State Council), by chinese-days.")
for row in sorted(rows):
    print("\t".join(row))
