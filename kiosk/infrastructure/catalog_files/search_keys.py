"""Readings of names and aliases, computed once when an edition is made. pypinyin (55 MB) is imported here and nowhere else.

Here: which readings a name gets. Elsewhere: the shape of the keys (domain.catalog.SearchKeys), how a query meets them (domain.search).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice, product
from typing import TYPE_CHECKING, Any, cast

from kiosk.domain.catalog import Department, DepartmentId, Entry, SearchKeys, ServiceItem

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_READINGS = 16
"""Alternatives of one name. Only a name with five or more ambiguous characters loses some."""

# Words that the library's phrase table lacks or reads wrongly (measured against pypinyin 0.55).
_PHRASES: Mapping[str, str] = {
    "重置": "chong zhi",
    "重办": "chong ban",
    "重残": "zhong can",
    "重病": "zhong bing",
    "重度": "zhong du",
    "还款": "huan kuan",
    "还贷": "huan dai",
    "还钱": "huan qian",
    "差旅": "chai lv",
    "朝阳": "chao yang",
    "长寿": "chang shou",
    "长者": "zhang zhe",
    "单县": "shan xian",
    "参保": "can bao",
    "停参保": "ting can bao",
    "参军": "can jun",
    "参战": "can zhan",
    "调解": "tiao jie",
    "调动": "diao dong",
    "解矫": "jie jiao",
    "行驶": "xing shi",
    "银行": "yin hang",
    "行动": "xing dong",
    "会计": "kuai ji",
    "给付": "ji fu",
    "供养": "gong yang",
    "特困供养": "te kun gong yang",
    "抚恤": "fu xu",
    "中牟": "zhong mu",
    "荥阳": "xing yang",
    "长垣": "chang yuan",
    "浚县": "xun xian",
    "签注": "qian zhu",
    "高龄": "gao ling",
    "落户": "luo hu",
    "着落": "zhuo luo",
    "盖章": "gai zhang",
    "没钱": "mei qian",
    "没有": "mei you",
    "没了": "mei le",
    "没工作": "mei gong zuo",
    "干活": "gan huo",
    "干零活": "gan ling huo",
    "得病": "de bing",
    "得了": "de le",
    "应征": "ying zheng",
    "应聘": "ying pin",
    "数据": "shu ju",
    "折子": "zhe zi",
    "存折": "cun zhe",
    "假肢": "jia zhi",
    "假期": "jia qi",
    "暑假": "shu jia",
    "划片": "hua pian",
    "户口薄": "hu kou bu",
}

# Characters that people of the hall really read in two ways. Both readings are kept beside the phrase's own.
_AMBIGUOUS: Mapping[str, tuple[str, ...]] = {
    "重": ("zhong", "chong"),
    "还": ("hai", "huan"),
    "行": ("xing", "hang"),
    "长": ("chang", "zhang"),
    "参": ("can", "shen"),
    "调": ("tiao", "diao"),
    "差": ("cha", "chai"),
    "朝": ("chao", "zhao"),
    "单": ("dan", "shan"),
    "解": ("jie", "xie"),
    "会": ("hui", "kuai"),
    "给": ("gei", "ji"),
    "降": ("jiang", "xiang"),
    "藏": ("cang", "zang"),
    "传": ("chuan", "zhuan"),
    "率": ("lv", "shuai"),
    "便": ("bian", "pian"),
    "得": ("de", "dei"),
    "着": ("zhe", "zhao", "zhuo"),
    "车": ("che", "ju"),
    "没": ("mei", "mo"),
    "落": ("luo", "la"),
    "薄": ("bo", "bao", "bu"),
    "系": ("xi", "ji"),
    "折": ("zhe", "she"),
    "校": ("xiao", "jiao"),
    "血": ("xue", "xie"),
    "露": ("lu", "lou"),
    "咋": ("za", "zha"),
    "恁": ("nen", "ren"),
}
_WORD = re.compile(r"[0-9A-Za-z]+|[\u3400-\u9fff]")
_HANZI_RUN = re.compile(r"[\u3400-\u9fff]+")


class Readings:
    """Reads Hanzi with the product's own phrases loaded. Making one imports pypinyin and loads its tables (0.2 s)."""

    def __init__(self) -> None:
        from pypinyin import Style, lazy_pinyin, load_phrases_dict

        load_phrases_dict({word: [[syllable] for syllable in reading.split()] for word, reading in _PHRASES.items()})
        # `list` keeps characters without a reading one by one, so that readings and characters keep step.
        self._read: Callable[[str], list[str]] = lambda hanzi: lazy_pinyin(hanzi, style=Style.NORMAL, errors=cast("Any", list))

    def of(self, name: str) -> tuple[str, str]:
        """(initials, full) of one name, alternatives parted by `|`. Both empty for a name without letters, digits and Hanzi."""
        syllables = self._syllables(name)
        if not syllables:
            return "", ""
        first = [tuple(dict.fromkeys(reading[0] if _is_hanzi(char) else reading for reading in readings)) for char, readings in syllables]
        initials = "|".join(dict.fromkeys("".join(choice) for choice in islice(product(*first), MOST_READINGS)))
        full = "|".join(
            dict.fromkeys(
                "".join(reading.capitalize() for reading in choice)
                for choice in islice(product(*(readings for _, readings in syllables)), MOST_READINGS)
            )
        )
        return initials, full

    def _syllables(self, name: str) -> list[tuple[str, tuple[str, ...]]]:
        """Each Hanzi with its readings, the likeliest first, and each run of letters or digits as it is."""
        syllables: list[tuple[str, tuple[str, ...]]] = []
        hanzi = "".join(_HANZI_RUN.findall(name))
        likeliest = iter(self._read(hanzi))
        for word in _WORD.findall(name):
            if not _is_hanzi(word):
                syllables.append((word, (word.lower(),)))
                continue
            readings = [next(likeliest), *_AMBIGUOUS.get(word, ())]
            both = [variant for reading in readings for variant in _spellings(reading)]
            syllables.append((word, tuple(dict.fromkeys(both))))
        return syllables


def search_keys_of(entries: Sequence[Entry], departments: Mapping[DepartmentId, Department]) -> tuple[SearchKeys, ...]:
    """The keys of every entry, in the order of `entries`."""
    readings = Readings()
    return tuple(_keys(entry, departments, readings) for entry in entries)


def _keys(entry: Entry, departments: Mapping[DepartmentId, Department], readings: Readings) -> SearchKeys:
    names = tuple(dict.fromkeys((entry.plain_name, entry.name)))
    aliases = tuple(alias for alias in entry.aliases if alias not in names)
    read = [readings.of(text) for text in names + aliases]
    if isinstance(entry, ServiceItem):
        words: tuple[str | None, ...] = (
            departments[entry.department].name,
            entry.theme_words,
            entry.life_event_words,
            entry.result,
            *entry.summary,
            entry.description,
            *entry.eligibility,
            *(material.name for material in entry.materials),
            entry.benefit_note,
            *entry.common_mistakes,
        )
    else:
        words = (
            entry.kind,
            *entry.used_for,
            entry.asked_by,
            entry.issued_by,
            entry.formerly_issued_by,
            entry.replaced_by,
            entry.replacement_how,
            *entry.obtain_materials,
            entry.note,
            *entry.summary,
        )
    return SearchKeys(
        code=entry.code,
        names=names,
        aliases=aliases,
        words=tuple(dict.fromkeys(word for word in words if word)),
        initials=tuple(initials for initials, _ in read),
        full=tuple(full for _, full in read),
    )


def _spellings(reading: str) -> tuple[str, ...]:
    """ü stands as v on keyboards and as u on signs: 旅 is lv and lu, 略 is lve and lue."""
    plain = reading.replace("ü", "v")
    return (plain, plain.replace("v", "u")) if "v" in plain else (plain,)


def _is_hanzi(word: str) -> bool:
    return bool(_HANZI_RUN.match(word))
