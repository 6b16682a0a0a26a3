"""Writes coordinates.tsv: the places of places.tsv with their latitude and longitude.

Usage: make_coordinates.py ADCODES PLACES OUT, where ADCODES is adcodes.csv of the package cpca 0.5.5.
"""

import csv
import sys

# Became a city after the table was made.
LATER = {"540600": (92.051239, 31.476202)}


def main(adcodes, places, out):
    known = dict(LATER)
    with open(adcodes, encoding="utf-8") as table:
        for row in csv.DictReader(table):
            if row["longitude"]:
                known[row["adcode"][:6]] = (float(row["longitude"]), float(row["latitude"]))
    with open(places, encoding="utf-8") as table, open(out, "w", encoding="utf-8") as written:
        for line in table:
            code = line.split("\t")[0]
            if code in known:
                longitude, latitude = known[code]
                written.write(f"{code}\t{latitude:.3f}\t{longitude:.3f}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
