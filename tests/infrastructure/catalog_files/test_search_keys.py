"""Readings of names: the product's own phrases, both readings of ambiguous characters, ü as v and u."""

from __future__ import annotations

import pytest

from kiosk.infrastructure.catalog_files.search_keys import MOST_READINGS, Readings


@pytest.fixture(scope="module")
def readings() -> Readings:
    return Readings()


@pytest.mark.parametrize(
    ("name", "initials", "full"),
    [
        ("低保", "db", "DiBao"),
        ("社保卡密码重置", "sbkmmcz", "SheBaoKaMiMaChongZhi"),
        ("社保卡密码重置", "sbkmmzz", "SheBaoKaMiMaZhongZhi"),
        ("还款", "hk", "HuanKuan"),
        ("差旅", "cl", "ChaiLv"),
        ("差旅", "cl", "ChaiLu"),
        ("朝阳", "cy", "ChaoYang"),
        ("长寿补贴", "csbt", "ChangShouBuTie"),
        ("单县", "sx", "ShanXian"),
        ("银行卡", "yhk", "YinHangKa"),
        ("行政给付", "xzjf", "XingZhengJiFu"),
        ("参保", "cb", "CanBao"),
        ("调解", "tj", "TiaoJie"),
        ("解矫证明", "jjzm", "JieJiaoZhengMing"),
        ("残疾证", "cjz", "CanJiZheng"),
        ("老年证", "lnz", "LaoNianZheng"),
        ("女职工", "nzg", "NvZhiGong"),
        ("女职工", "nzg", "NuZhiGong"),
        ("3600 补贴", "3600bt", "3600BuTie"),
        ("郑好办 APP、公租房", "zhbappgzf", "ZhengHaoBanAppGongZuFang"),
        ("“光荣之家”牌", "grzjp", "GuangRongZhiJiaPai"),
        ("㐂", "㐂", "㐂"),
    ],
)
def test_a_reading_is_among_the_alternatives(readings: Readings, name: str, initials: str, full: str) -> None:
    some_initials, some_full = readings.of(name)
    assert initials in some_initials.split("|")
    assert full in some_full.split("|")


def test_the_likeliest_reading_comes_first(readings: Readings) -> None:
    assert readings.of("银行行长")[1].split("|")[0] == "YinHangHangZhang"


def test_alternatives_are_capped_and_not_repeated(readings: Readings) -> None:
    initials, full = readings.of("重还行长参调差朝单解")
    assert len(full.split("|")) == MOST_READINGS == len(set(full.split("|")))
    assert len(set(initials.split("|"))) == len(initials.split("|"))


@pytest.mark.parametrize("name", ["", "……", "（）、。"])
def test_a_name_without_letters_has_no_reading(readings: Readings, name: str) -> None:
    assert readings.of(name) == ("", "")
