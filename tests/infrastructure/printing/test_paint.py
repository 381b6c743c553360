"""The drawn ticket: pure black and white, complete, readable by machine, whatever the words."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
import zxingcpp
from PIL import Image, ImageChops

from kiosk.application.ticket_paper import MissingPaper, TicketPaper
from kiosk.infrastructure.printing.links import PaperWidth
from kiosk.infrastructure.printing.paint import paint_ticket
from tests.support.ticket_papers import PAPER, paper, picture_of

LONG = paper(
    hall="郑州市金水区文化路街道党群服务中心便民服务大厅",
    number="A1000",
    line="老年人残疾人孕妇军人退役军人专门窗口",
    item="申请城乡居民基本养老保险丧葬补助金和个人账户余额继承（参保人去世后 60 日内），ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    priority=True,
    ahead=1288,
    wait_low=1200,
    wait_high=1800,
    place="2 楼 12 号窗口，听叫号，看大屏幕",
)
WIDTHS = list(PaperWidth)
IDENTITY = MissingPaper("居民身份证", "共同生活家庭成员，看原件", perhaps=False)
PERHAPS = MissingPaper("残疾人证", "看原件", perhaps=True)
MANY = tuple(
    MissingPaper(
        "物业区域证明、业主名册、面积清册、规划图、共用设施和物业用房证明", "原件和复印件 3 份，以窗口告知为准", perhaps=n % 2 == 0
    )
    for n in range(9)
)


def painted(facts: TicketPaper, width: PaperWidth, family: str) -> Image.Image:
    return picture_of(paint_ticket(facts, width=width, family=family))


def black_box(picture: Image.Image) -> tuple[int, int, int, int]:
    box = ImageChops.invert(picture.convert("L")).getbbox()
    assert box
    return box


def difference(one: Image.Image, other: Image.Image) -> tuple[int, int, int, int] | None:
    assert one.size == other.size
    return ImageChops.difference(one.convert("L"), other.convert("L")).getbbox()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "facts",
    [PAPER, LONG, paper(item=None, wait_low=None, wait_high=None, ahead=0), paper(missing=MANY)],
    ids=["usual", "long", "bare", "missing"],
)
def test_nothing_touches_the_edge(facts: TicketPaper, width: PaperWidth, family: str) -> None:
    picture = painted(facts, width, family)
    assert picture.width == width
    left, top, right, bottom = black_box(picture)
    assert left >= 8
    assert right <= width - 8
    assert top >= 8
    assert bottom <= picture.height - 4


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("facts", [PAPER, LONG, paper(missing=MANY)], ids=["usual", "long", "missing"])
def test_the_qr_is_read_from_the_picture(facts: TicketPaper, width: PaperWidth, family: str) -> None:
    found = zxingcpp.read_barcodes(painted(facts, width, family).convert("L"))
    assert [code.text for code in found] == [facts.qr_text]


@pytest.mark.parametrize(("width", "least"), [(PaperWidth.MM80, 5), (PaperWidth.MM58, 4)])
@pytest.mark.parametrize("length", [10, 60])
def test_modules_are_large_and_the_quiet_zone_is_white(width: PaperWidth, least: int, length: int, family: str) -> None:
    picture = painted(paper(qr_text="号" * length), width, family)
    (found,) = zxingcpp.read_barcodes(picture.convert("L"))
    left, top = found.position.top_left.x, found.position.top_left.y
    right, bottom = found.position.bottom_right.x, found.position.bottom_right.y
    module = 1
    while picture.getpixel((left + module, top + module)) == 0:
        module += 1
    assert module >= least
    zone = 4 * module
    frame = picture.crop((left - zone, top - zone, right + zone, bottom + zone)).convert("L")
    assert frame.width < width
    assert black_box(Image.frombytes("L", frame.size, frame.tobytes()).convert("1")) == (
        zone,
        zone,
        frame.width - zone,
        frame.height - zone,
    )


@pytest.mark.parametrize("width", WIDTHS)
def test_the_number_stands_on_its_board_alone(width: PaperWidth, family: str) -> None:
    """Same QR text, other number: only the board's upper part differs, and it is as tall as a number must be."""
    box = difference(painted(PAPER, width, family), painted(paper(number="A345"), width, family))
    assert box
    assert box[3] < 400
    assert box[3] - box[1] >= width // 6


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "changes",
    [
        {"hall": "丰产路街道便民服务大厅"},
        {"line": "社保"},
        {"item": "申请补贴"},
        {"priority": True},
        {"ahead": 7},
        {"wait_low": 10},
        {"wait_high": 26},
        {"place": "听叫号，看小屏"},
        {"issued_at": PAPER.issued_at.replace(minute=44)},
        {"edition": "目录 2026 年第 2 版"},
        {"verified": True},
        {"missing": (IDENTITY,)},
        {"missing": (PERHAPS,)},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_every_fact_stands_on_the_paper(changes: dict[str, object], width: PaperWidth, family: str) -> None:
    before, after = painted(PAPER, width, family), painted(paper(**changes), width, family)
    assert before.size != after.size or difference(before, after)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "others",
    [
        (PERHAPS,),
        (MissingPaper("居民户口簿", "共同生活家庭成员，看原件", perhaps=False),),
        (MissingPaper("居民身份证", "共同生活家庭成员，复印件", perhaps=False),),
        (MissingPaper("居民身份证", "共同生活家庭成员，看原件", perhaps=True),),
        (IDENTITY, PERHAPS),
    ],
    ids=["other", "name", "note", "perhaps", "more"],
)
def test_every_missing_paper_stands_there_with_its_note(others: tuple[MissingPaper, ...], width: PaperWidth, family: str) -> None:
    before, after = painted(paper(missing=(IDENTITY,)), width, family), painted(paper(missing=others), width, family)
    assert before.size != after.size or difference(before, after)


@pytest.mark.parametrize("width", WIDTHS)
def test_before_each_missing_paper_stands_an_empty_box(width: PaperWidth, family: str) -> None:
    """Its inside is white, its edge black all around: it is ticked by hand."""
    picture = painted(paper(missing=(IDENTITY,)), width, family).convert("L")
    left = next(x for x in range(width) if any(picture.getpixel((x, y)) == 0 for y in range(picture.height // 2)))
    boxes = [side for side in range(20, 48) if any(_is_box(picture, left, y, side) for y in range(400, picture.height - 200))]
    assert boxes


def _is_box(picture: Image.Image, left: int, top: int, side: int) -> bool:
    """A square frame of `side` dots whose corners may be round."""
    middle, inside = side // 2, side // 5
    rim = [(left, top + middle), (left + side - 1, top + middle), (left + middle, top), (left + middle, top + side - 1)]
    within = picture.crop((left + inside, top + inside, left + side - inside, top + side - inside))
    outside = [(left + middle, top - 2), (left + middle, top + side + 1), (left + side + 1, top + middle)]
    white = within.getextrema() == (255, 255) and all(picture.getpixel(dot) == 255 for dot in outside)
    return white and all(picture.getpixel(dot) == 0 for dot in rim)


@pytest.mark.parametrize("width", WIDTHS)
def test_without_an_item_its_row_is_gone(width: PaperWidth, family: str) -> None:
    assert painted(paper(item=None), width, family).height < painted(PAPER, width, family).height


def test_an_unknown_wait_is_no_figure(family: str) -> None:
    one = painted(paper(wait_low=None, wait_high=25), PaperWidth.MM80, family)
    other = painted(paper(wait_low=15, wait_high=None), PaperWidth.MM80, family)
    assert difference(one, other) is None


def test_painting_on_a_thread_gives_the_same_dots(family: str) -> None:
    here = painted(PAPER, PaperWidth.MM80, family)
    with ThreadPoolExecutor(2) as threads:
        elsewhere = list(threads.map(lambda _: paint_ticket(PAPER, width=PaperWidth.MM80, family=family), range(4)))
    assert [difference(here, picture_of(picture)) for picture in elsewhere] == [None] * 4
