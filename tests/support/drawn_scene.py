"""What stands on a drawn screen, and what is wrong with it by the rules of the screen (experience.md §3).

Here: the words and the things to press of one picture, and the checks over them: cut or crowded words, one thing over another, targets and
Hanzi in millimetres, contrast counted from the pixels, names and roles for screen readers. Elsewhere: which pages are drawn in which shapes
(tests/qml/matrix).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from PIL import Image
from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem

INK_OF_HANZI = 0.876
"""Height of 国 as a share of the type size, in the product's face."""
MAIN_TARGET_MM, TARGET_MM = 20.0, 15.0
WORDS_CONTRAST, AWAY_CONTRAST, EDGE_CONTRAST = 7.0, 4.5, 3.0
MAIN_TARGETS = ("HomeBoard", "TicketButton", "TakeButton", "BarCell", "SearchBar", "AnswerChoice", "ElderBoard")
"""Types of what most people come for; everything else is an ordinary target."""
APART = frozenset({"BarCell", "StaffSign"})
"""The frame around the page, which comes after it."""
_ICONS = range(0xF0000, 0x100000)
Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class WordsSeen:
    """One Text item. `ink` is where its words stand, `box` what it was given; both in pixels of the window. `size` is the type size."""

    words: str
    ink: QRectF
    box: QRectF
    size: int
    cut: bool
    overflows: bool
    icon: bool
    away: bool
    boards: tuple[QRectF, ...]
    targets: frozenset[int]


@dataclass(frozen=True, slots=True)
class TargetSeen:
    """One thing to press. `spoken` and `role` are what a screen reader gets; `kind` is its QML type."""

    name: str
    spoken: str
    role: str
    kind: str
    box: QRectF
    available: bool
    focusable: bool
    inside: frozenset[int]
    key: int


@dataclass(frozen=True, slots=True)
class SceneSeen:
    """A picture of a window with everything on it. `beams` are the wooden beams, `figures` the drawn people."""

    size: tuple[int, int]
    words: tuple[WordsSeen, ...]
    targets: tuple[TargetSeen, ...]
    beams: tuple[QRectF, ...]
    figures: tuple[QRectF, ...]
    picture: Image.Image


def see(root: QQuickItem, picture: QImage) -> SceneSeen:
    """Everything visible under `root`, which fills the window that `picture` was grabbed from."""
    words: list[WordsSeen] = []
    targets: list[TargetSeen] = []
    beams: list[QRectF] = []
    figures: list[QRectF] = []
    for item, above in _shown(root, ()):
        kind = _kind(item)
        if kind == "Beam":
            beams.append(_box(item))
        elif kind == "Picture" and str(item.property("file")).startswith("jinxiaoer"):
            box = _box(item)
            figures.append(box.adjusted(box.width() * 0.12, box.height() * 0.08, -box.width() * 0.12, 0))
        elif item.property("lastTap") is not None:
            targets.append(_target(item, kind, above))
        elif item.property("paintedWidth") is not None and str(item.property("text") or "").strip():
            words.append(_words(item, above))
    return SceneSeen((picture.width(), picture.height()), tuple(words), tuple(targets), tuple(beams), tuple(figures), _pixels(picture))


# -- checks ---------------------------------------------------------------------------------------------------------------------


def layout_faults(scene: SceneSeen) -> list[str]:
    """Words cut, out of their place or over something; targets over one another or beyond the window."""
    window = QRectF(-1, -1, scene.size[0] + 2, scene.size[1] + 2)
    found = []
    for seen in scene.words:
        if seen.cut:
            found.append(f"cut: {seen.words}")
        if seen.overflows:
            found.append(f"larger than its box: {seen.words}")
        if not window.contains(seen.ink):
            found.append(f"beyond the window: {seen.words}")
        if any(not board.contains(seen.ink) for board in seen.boards):
            found.append(f"beyond its board: {seen.words}")
        if any(_meet(seen.ink, beam) for beam in scene.beams):
            found.append(f"across the beam: {seen.words}")
        if not seen.icon and not seen.targets and any(_meet(seen.ink, figure) for figure in scene.figures):
            found.append(f"on 金小二: {seen.words}")
        found += [f"{seen.words} under {one.name}" for one in scene.targets if one.key not in seen.targets and _meet(seen.ink, one.box)]
    for one, other in combinations(scene.words, 2):
        if _meet(one.ink, other.ink):
            found.append(f"one over the other: {one.words} / {other.words}")
    for target, another in combinations(scene.targets, 2):
        if target.key not in another.inside and another.key not in target.inside and _meet(target.box, another.box):
            found.append(f"targets over one another: {target.name} / {another.name}")
    found += [f"target beyond the window: {target.name}" for target in scene.targets if not window.contains(target.box)]
    return found


def millimetre_faults(scene: SceneSeen, *, mm_per_pixel: float, body_mm: float) -> list[str]:
    """Targets and Hanzi too small on a screen of this density. `body_mm`: the least height of 国."""
    found = []
    for target in scene.targets:
        least = MAIN_TARGET_MM if target.kind in MAIN_TARGETS else TARGET_MM
        if (side := min(target.box.width(), target.box.height()) * mm_per_pixel) < least:
            found.append(f"hard to hit: {target.name} ({target.kind}) {side:.1f} mm")
    heights = ((seen.words, seen.size * INK_OF_HANZI * mm_per_pixel) for seen in scene.words if not seen.icon)
    return found + [f"hard to read: {words} {height:.2f} mm" for words, height in heights if height < body_mm]


def contrast_faults(scene: SceneSeen) -> list[str]:
    """Words that stand out too little from the pixels around them, and targets without an edge that can be seen."""
    found = []
    for seen in scene.words:
        least = EDGE_CONTRAST if seen.icon else AWAY_CONTRAST if seen.away else WORDS_CONTRAST
        if (ratio := words_contrast(scene.picture, seen.ink)) < least:
            found.append(f"pale: {seen.words if not seen.icon else hex(ord(seen.words[0]))} {ratio:.1f}")
    edges = ((target.name, edge_contrast(scene.picture, target.box)) for target in scene.targets if target.available)
    return found + [f"no edge: {name} {ratio:.1f}" for name, ratio in edges if ratio < EDGE_CONTRAST]


def name_faults(scene: SceneSeen) -> list[str]:
    """Things to press that a screen reader cannot tell."""
    return [f"nameless: {target.kind}" for target in scene.targets if not target.spoken.strip()] + [
        f"{target.spoken} is no button: {target.role}" for target in scene.targets if target.role != "Button"
    ]


def focus_faults(scene: SceneSeen) -> list[str]:
    """Steps of the keyboard against the order of reading: up, or back to the left on one line. Inside a thing to press the order is its own."""
    found = []
    for one, other in pairwise(target for target in scene.targets if target.focusable and target.kind not in APART):
        level = abs(one.box.center().y() - other.box.center().y()) < min(one.box.height(), other.box.height()) / 2
        up = other.box.bottom() <= one.box.top() + 2 and other.box.left() < one.box.right()
        if up or (level and other.box.right() <= one.box.left() + 2):
            found.append(f"focus goes back: {one.name} / {other.name}")
    return found


def words_contrast(picture: Image.Image, where: QRectF) -> float:
    """The ground is the colour that most pixels have; the words are what stands out most from it and is more than a speck."""
    colours = _colours(picture, where)
    if not colours:
        return 21.0
    ground = max(colours)[1]
    least = max(4, int(where.width() * where.height() / 1500))
    return max((contrast(ground, colour) for count, colour in colours if count >= least), default=1.0)


def edge_contrast(picture: Image.Image, box: QRectF) -> float:
    """The best of its four sides: how a line along the edge stands out from what lies just outside or just inside it."""
    reach = 14
    middle = box.center()
    best = 1.0
    for x, y, dx, dy in (
        (box.left(), middle.y(), 1, 0), (box.right(), middle.y(), -1, 0), (middle.x(), box.top(), 0, 1), (middle.x(), box.bottom(), 0, -1)
    ):  # fmt: skip
        line = [_pixel(picture, x + dx * step, y + dy * step) for step in range(-5, reach)]
        seen = [colour for colour in line if colour is not None]
        neighbours = [*pairwise(seen), *pairwise(seen[::2]), *pairwise(seen[1::2])]  # at one pixel's distance and at two
        best = max([best, *(contrast(one, other) for one, other in neighbours)])
    return best


def contrast(one: Colour, other: Colour) -> float:
    """WCAG 2: (lighter + 0.05) / (darker + 0.05)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _pixel(picture: Image.Image, x: float, y: float) -> Colour | None:
    place = int(x), int(y)
    if not (0 <= place[0] < picture.width and 0 <= place[1] < picture.height):
        return None
    red, green, blue = picture.getpixel(place)  # type: ignore[misc]  # RGB: three figures
    return red, green, blue


def _colours(picture: Image.Image, where: QRectF) -> Sequence[tuple[int, Colour]]:
    part = where.intersected(QRectF(0, 0, picture.width, picture.height)).toAlignedRect()
    if part.isEmpty():
        return ()
    cut = picture.crop((part.left(), part.top(), part.right() + 1, part.bottom() + 1))
    return cut.getcolors(cut.width * cut.height) or ()  # type: ignore[return-value]  # RGB: three figures


def _pixels(picture: QImage) -> Image.Image:
    plain = picture.convertToFormat(QImage.Format.Format_RGB888)
    size = plain.width(), plain.height()
    return Image.frombuffer("RGB", size, bytes(plain.constBits()), "raw", "RGB", plain.bytesPerLine(), 1)


# -- what is seen ---------------------------------------------------------------------------------------------------------------


def _shown(item: QQuickItem, above: tuple[QQuickItem, ...]) -> Iterator[tuple[QQuickItem, tuple[QQuickItem, ...]]]:
    if item.isVisible() and item.opacity() > 0 and (item.width() >= 0 or item.property("lastTap") is not None):
        yield item, above
        for child in item.childItems():
            yield from _shown(child, (*above, item))


def _kind(item: QObject) -> str:
    return item.metaObject().className().split("_QML")[0]


def _box(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def _is_sheet(item: QQuickItem) -> bool:
    """A Rectangle: what lies on it stays on it."""
    return item.inherits("QQuickRectangle")


def _meet(one: QRectF, other: QRectF) -> bool:
    shared = one.intersected(other)
    return shared.width() > 1.5 and shared.height() > 1.5


def _target(item: QQuickItem, kind: str, above: Sequence[QQuickItem]) -> TargetSeen:
    spoken = QAccessible.queryAccessibleInterface(item)
    return TargetSeen(
        name=str(item.property("name")),
        spoken=spoken.text(QAccessible.Text.Name),
        role=spoken.role().name,
        kind=kind,
        box=_box(item),
        focusable=item.activeFocusOnTab(),
        # Not whether it takes a touch this moment: a page takes none for half a second after it came.
        available=bool(item.property("available")),
        inside=frozenset(id(each) for each in above),
        key=id(item),
    )


def _words(item: QQuickItem, above: Sequence[QQuickItem]) -> WordsSeen:
    words = str(item.property("text"))
    targets = [each for each in above if each.property("lastTap") is not None]
    setting = _setting(item)
    icon = all(ord(letter) in _ICONS for letter in words)
    width = float(item.property("paintedWidth"))
    height = float(item.property("paintedHeight")) + setting.top + setting.bottom
    return WordsSeen(
        words=words,
        ink=_ink(item, setting, height),
        box=_box(item),
        size=item.property("font").pixelSize(),
        cut=bool(item.property("truncated")) and not item.property("excerpt"),
        overflows=not icon and (width > item.width() + 1.5 or height > item.height() + 1.5),
        icon=icon,
        away=any(not each.property("available") for each in targets),
        boards=tuple(_box(each).adjusted(-1, -1, 1, 1) for each in above if each in targets or each.clip() or _is_sheet(each)),
        targets=frozenset(id(each) for each in targets),
    )


@dataclass(frozen=True, slots=True)
class _Setting:
    """How a Text sets its lines in its box. Alignments are Qt's figures."""

    across: int
    down: int
    top: float
    bottom: float


def _setting(item: QQuickItem) -> _Setting:
    """Asked in QML: enums and later revisions of properties are not told by QObject.property."""
    context = qmlContext(item)
    if context is None:
        return _Setting(0, 0, 0.0, 0.0)
    told = QQmlExpression(context, item, "[horizontalAlignment, verticalAlignment, topPadding, bottomPadding].join(' ')").evaluate()[0]
    across, down, top, bottom = str(told).split()
    return _Setting(int(across), int(down), float(top), float(bottom))


def _ink(item: QQuickItem, setting: _Setting, height: float) -> QRectF:
    """Where the words stand: without the air that the box has beyond them."""
    width = min(float(item.property("paintedWidth")), max(item.width(), 1.0))
    left = _room_before(setting.across, item.width() - width, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter)
    top = _room_before(setting.down, item.height() - height, Qt.AlignmentFlag.AlignBottom, Qt.AlignmentFlag.AlignVCenter)
    air = item.property("font").pixelSize() * 0.06
    return item.mapRectToScene(QRectF(left, top, width, height)).adjusted(1, air, -1, -air)


def _room_before(alignment: int, free: float, far: Qt.AlignmentFlag, middle: Qt.AlignmentFlag) -> float:
    return free if alignment == far.value else free / 2 if alignment == middle.value else 0.0
