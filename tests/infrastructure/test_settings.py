"""hall.toml: the demo hall, every kind of fault, and what each is told with."""

from datetime import date
from pathlib import Path

import pytest

from kiosk.application.unavailable import SettingsMalformed
from kiosk.domain.hall import NoticeKind, Period
from kiosk.infrastructure.demo_hall import DEMO
from kiosk.infrastructure.printing.links import (
    DeviceFileLink,
    IppQueue,
    NetworkLink,
    PaperWidth,
    PreviewLink,
    PrinterLink,
    SerialLink,
    SheetFolder,
    SheetLink,
    UsbLink,
    WindowsLink,
    WindowsSheets,
)
from kiosk.infrastructure.settings import demo_settings, parse_settings, settings_of

PATH = Path("hall.toml")


def faults(text: str) -> tuple[str, ...]:
    with pytest.raises(SettingsMalformed) as malformed:
        parse_settings(text, PATH)
    return malformed.value.faults


def with_line(old: str, new: str) -> str:
    assert old in DEMO
    return DEMO.replace(old, new, 1)


def test_the_demo_hall() -> None:
    settings = demo_settings()
    hall = settings.hall
    assert (hall.name, hall.live, settings.zone.key, settings.printer) == ("文化路街道便民服务大厅", False, "Asia/Shanghai", None)
    assert [(line.id, line.name) for line in hall.lines] == [("A", "一口受理"), ("B", "社保"), ("H", "金小二帮办")]
    assert [(counter.id, counter.lines) for counter in hall.counters] == [(1, ("A", "B", "H")), (2, ("A", "B")), (3, ("A", "B"))]
    assert [sum(period.minutes for period in hall.hours.weekdays[day]) for day in range(7)] == [420] * 5 + [0, 0]
    assert hall.hours.makeup_workday == hall.hours.weekdays[0]
    assert (settings.screen.diagonal, settings.screen.mount_mm) == (21.5, 800)
    (notice,) = hall.notices
    assert (notice.kind, notice.shown_from, "核对" in notice.text) == (NoticeKind.HALL, None, True)


def test_first_use_writes_the_demo_hall_and_later_uses_read_it(tmp_path: Path) -> None:
    path = tmp_path / "hall" / "hall.toml"
    assert settings_of(path) == demo_settings()
    assert path.read_text(encoding="utf-8") == DEMO
    path.write_text(with_line("diagonal = 21.5", "diagonal = 32"), encoding="utf-8-sig", newline="\r\n")
    assert settings_of(path).screen.diagonal == 32
    assert [file.name for file in path.parent.iterdir()] == ["hall.toml"]


def test_quotas_screens_and_their_places() -> None:
    hall = demo_settings().hall
    assert ({line.quota for line in hall.lines}, hall.item_quotas, hall.kiosks, demo_settings().screen.kiosk) == ({None}, {}, {}, 1)
    text = with_line('id = "A"', 'id = "A"\nquota = 120').replace("kiosk = 1", "kiosk = 2")
    text += '\n[quotas]\nWHL-MZ-001 = 30\n[[kiosk]]\nnumber = 2\nplace = "进门左手第二台"\n'
    settings = parse_settings(text, PATH)
    assert [line.quota for line in settings.hall.lines] == [120, None, None]
    assert settings.hall.item_quotas == {"WHL-MZ-001": 30}
    assert (settings.screen.kiosk, settings.hall.kiosks) == (2, {2: "进门左手第二台"})


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('id = "A"', 'id = "A"\nquota = 0', "quota"),
        ('id = "B"', 'id = "P"', "纸本号码"),
        ("kiosk = 1", "kiosk = 0", "screen.kiosk"),
        ("[screen]", "[quotas]\nWHL-MZ-001 = true\n[screen]", "quotas.WHL-MZ-001"),
        ("[screen]", "[[kiosk]]\nnumber = 1\n[screen]", "place"),
    ],
)
def test_faults_of_quotas_and_screens(old: str, new: str, told: str) -> None:
    assert any(told in fault for fault in faults(with_line(old, new)))


@pytest.mark.parametrize(
    ("printer", "link"),
    [
        ('kind = "network"\naddress = "192.0.2.7"', NetworkLink("192.0.2.7", 9100)),
        ('kind = "network"\naddress = "printer.hall:9101"', NetworkLink("printer.hall", 9101)),
        ('kind = "usb"\naddress = "04b8:0E15"', UsbLink(0x04B8, 0x0E15)),
        ('kind = "serial"\naddress = "COM3"\nbaud = 38400', SerialLink("COM3", 38400)),
        ('kind = "file"\naddress = "/dev/usb/lp0"', DeviceFileLink(Path("/dev/usb/lp0"))),
        ('kind = "windows"\naddress = "POS-80"', WindowsLink("POS-80")),
        ('kind = "preview"\naddress = "tickets"', PreviewLink(Path("tickets"))),
    ],
)
def test_printers(printer: str, link: PrinterLink) -> None:
    made = parse_settings(with_line('kind = "none"', printer), PATH).printer
    assert made is not None
    assert (made.link, made.width) == (link, PaperWidth.MM80)


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("none", None),
        ("cups:Office", IppQueue("localhost", 631, "/printers/Office")),
        ("cups:办公室", IppQueue("localhost", 631, "/printers/%E5%8A%9E%E5%85%AC%E5%AE%A4")),
        ("ipp://192.168.1.9/ipp/print", IppQueue("192.168.1.9", 631, "/ipp/print")),
        ("ipp://print.hall:8631/printers/A4", IppQueue("print.hall", 8631, "/printers/A4")),
        ("windows:HP LaserJet 1020", WindowsSheets("HP LaserJet 1020")),
        ("folder:sheets", SheetFolder(Path("sheets"))),
    ],
)
def test_a4_printers(written: str, link: SheetLink | None) -> None:
    assert parse_settings(with_line('a4 = "none"', f'a4 = "{written}"'), PATH).sheets == link


def test_a_hall_may_have_a_page_of_its_own() -> None:
    line = '# url = "https://www.example.gov.cn/hall"'
    assert demo_settings().hall.url is None
    assert parse_settings(with_line(line, line.removeprefix("# ")), PATH).hall.url == "https://www.example.gov.cn/hall"


@pytest.mark.parametrize(
    "written", ["http://www.example.gov.cn", "www.example.gov.cn", "https://", "https://hall", "https://a.cn/<x>", "ftp://a.cn"]
)
def test_a_page_that_phones_would_not_open_is_told(written: str) -> None:
    (fault,) = faults(with_line('# url = "https://www.example.gov.cn/hall"', f'url = "{written}"'))
    assert fault.startswith("hall")
    assert "https://" in fault


def test_a_file_of_an_older_program_has_no_a4_printer() -> None:
    assert parse_settings(with_line('[printing]\na4 = "none"', ""), PATH).sheets is None


@pytest.mark.parametrize(
    "written",
    [
        "cups:",
        "cups:two words",
        "ipp://",
        "ipp://host",
        "ipp://host:99999/x",
        "ipp://ho st/x",
        "windows:",
        "folder:",
        "lpt1",
        "https://x/y",
    ],
)
def test_an_a4_printer_that_cannot_be_read_is_told_with_an_example(written: str) -> None:
    (fault,) = faults(with_line('a4 = "none"', f'a4 = "{written}"'))
    assert fault.startswith("printing")
    assert "cups:Office" in fault


def test_a_notice_has_its_days() -> None:
    text = f'{DEMO}\n[[notice]]\ntitle = "修路"\ntext = "文化路修路。"\nkind = "street"\nfrom = 2026-11-20\nuntil = 2026-11-30\n'
    notice = parse_settings(text, PATH).hall.notices[1]
    assert (notice.kind, notice.shown_from, notice.shown_until) == (NoticeKind.STREET, date(2026, 11, 20), date(2026, 11, 30))


def test_a_day_may_have_one_period() -> None:
    hours = parse_settings(with_line("saturday = []", 'saturday = ["10:00-14:30"]'), PATH).hall.hours
    assert [period.minutes for period in hours.weekdays[5]] == [270]
    assert isinstance(hours.weekdays[5][0], Period)


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ('name = "文化路街道便民服务大厅"', 'name = ""', "hall.name"),
        ('name = "文化路街道便民服务大厅"', 'name = "a\\u0007b"', "hall.name"),
        ("live = false", 'live = "no"', "hall.live"),
        ("live = false", "live = false\nlove = true", "hall.love"),
        ('timezone = "Asia/Shanghai"', 'timezone = "../etc"', "hall.timezone"),
        ('id = "A"', 'id = "a"', "line（第 1 个）.id"),
        ('id = "B"', 'id = "A"', "line：A"),
        ("service_minutes = 8", "service_minutes = 0", "line（第 1 个）.service_minutes"),
        ("service_minutes = 8", "service_minutes = true", "line（第 1 个）.service_minutes"),
        ('lines = ["A", "B", "H"]', 'lines = ["A", "Q"]', "counter（第 1 个）.lines"),
        ('lines = ["A", "B", "H"]', 'lines = "A"', "counter（第 1 个）.lines"),
        ("number = 2", "number = 1", "counter：1"),
        ("sunday = []", 'sunday = ["9-12"]', "hours.sunday"),
        ("sunday = []", 'sunday = ["12:00-09:00"]', "hours.sunday"),
        ("sunday = []", 'sunday = ["25:00-26:00"]', "hours.sunday"),
        ("sunday = []", 'sunday = ["09:00-12:00", "11:00-13:00"]', "hours.sunday"),
        ("sunday = []\n", "", "hours.sunday"),
        ("dots = 576", "dots = 512", "printer.dots"),
        ('kind = "none"', 'kind = "laser"', "printer.kind"),
        ('kind = "none"', 'kind = "network"', "printer.address"),
        ('kind = "none"', 'kind = "network"\naddress = "host:port"', "printer.address"),
        ('kind = "none"', 'kind = "usb"\naddress = "epson"', "printer.address"),
        ('kind = "none"', 'kind = "serial"\naddress = "COM3"\nbaud = 9600', "printer.baud"),
        ("diagonal = 21.5", "diagonal = 1", "screen.diagonal"),
        ('kind = "hall"', 'kind = "hall"\nfrom = "2026-11-20"', "notice（第 1 个）.from"),
        ('kind = "hall"', 'kind = "hall"\nfrom = 2026-11-20\nuntil = 2026-11-19', "notice（第 1 个）.until"),
        ("[screen]", "[sound]\nvolume = 3\n[screen]", "hall.toml.sound"),
        ("[screen]", "[[screen]]", "screen"),
        ("[[notice]]", "[notice]", "notice"),
    ],
)
def test_one_fault_is_told_once_with_its_place_and_its_mending(old: str, new: str, where: str) -> None:
    (fault,) = faults(with_line(old, new))
    assert fault.startswith(where)
    assert fault.endswith("。")
    assert "；" in fault


def test_all_faults_are_told_at_once() -> None:
    text = with_line("live = false", "live = 1").replace("dots = 576", "dots = 1").replace("number = 3", "number = 0")
    assert [fault.partition("：")[0] for fault in faults(text)] == ["counter（第 3 个）.number", "printer.dots", "hall.live"]


def test_an_empty_file_says_what_is_missing() -> None:
    told = " ".join(faults(""))
    assert all(word in told for word in ("hall.name", "[[line]]", "[[counter]]", "hours.monday"))


@pytest.mark.parametrize("text", ["[hall", 'name = "a', "a = 1\na = 2", "\x00"])
def test_what_is_no_toml_names_the_line(text: str) -> None:
    (fault,) = faults(text)
    assert fault.startswith(("第 1 行", "第 2 行", "文件末尾"))


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "hall.toml"
    path.write_bytes(DEMO.encode("gb18030"))
    with pytest.raises(SettingsMalformed) as malformed:
        settings_of(path)
    assert "UTF-8" in malformed.value.faults[0]
