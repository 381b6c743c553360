"""The hall's own forms: what may be attached, how they travel with an edition, and that a damaged one takes only itself away."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image

from kiosk.application.unavailable import AttachmentUnavailable, DiskFull
from kiosk.domain.catalog import AttachmentKind, EntryCode
from kiosk.infrastructure.catalog_files import attachments as rules
from kiosk.infrastructure.catalog_files import edition_publishing
from kiosk.infrastructure.catalog_files.checker import check_catalog
from kiosk.infrastructure.catalog_files.documents import entry_from_document, entry_to_document
from kiosk.infrastructure.catalog_files.edition_file import read_current_edition
from kiosk.infrastructure.catalog_files.edition_publishing import EditionFolder, compile_edition, content_hash, copy_attached, read_content
from kiosk.infrastructure.catalog_files.faults import Fault
from kiosk.infrastructure.catalog_files.source_tree import CatalogContent
from kiosk.infrastructure.paths import catalog_dir
from tests.support.attached_catalog import BLANK, CODE, PHOTO, SAMPLE, attach, attached_catalog, pdf, picture, place
from tests.support.small_catalog import ITEM, read, small_catalog, spoil

TODAY = date(2026, 11, 22)
FULL = rules.PICTURE


@pytest.fixture(scope="module", autouse=True)
def _small_pictures() -> Iterator[None]:
    """A page of the full size takes a third of a second to write; the rules are the same for small ones."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rules, "PICTURE", tuple(side // 5 for side in FULL))
        yield


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return attached_catalog(tmp_path_factory.mktemp("attached") / "catalog")


@pytest.fixture
def catalog(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sound, tmp_path / "catalog"))


@pytest.fixture(scope="module")
def content(sound: Path) -> CatalogContent:
    return content_of(sound)


def content_of(folder: Path) -> CatalogContent:
    checked = check_catalog(folder, today=TODAY)
    assert checked.faults == ()
    assert checked.content is not None
    return checked.content


def faults_of(folder: Path) -> tuple[Fault, ...]:
    return check_catalog(folder, today=TODAY).faults


# -- checking ------------------------------------------------------------------------------------------------------------------


def test_the_catalogue_of_the_product_has_no_invented_forms() -> None:
    folder = catalog_dir() / rules.FOLDER
    assert [path.name for path in folder.iterdir()] == [rules.GUIDE]
    assert not any('"attachments"' in json.dumps(entry_to_document(entry)) for entry in content_of(catalog_dir()).entries)


def test_a_guide_in_the_folder_is_no_form(catalog: Path) -> None:
    place(catalog, rules.GUIDE, b"# x")
    assert faults_of(catalog) == ()


def locked() -> bytes:
    import pypdf

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf("locked")))
    writer.encrypt("secret")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def many_pages() -> bytes:
    document = pypdfium2.PdfDocument.new()
    for _ in range(rules.MOST_PAGES + 1):
        document.new_page(200, 200)
    file = io.BytesIO()
    document.save(file)
    document.close()
    return file.getvalue()


PLANTED: list[tuple[str, Callable[[], bytes], str]] = [
    (BLANK, lambda: b"", "内容不是 PDF、PNG 或 JPG"),
    (BLANK, lambda: b"MZ\x90 a program", "内容不是 PDF、PNG 或 JPG"),
    (BLANK, lambda: picture("x"), "名字以 .pdf 结尾，内容却是 PNG"),
    (PHOTO, lambda: picture("x"), "名字以 .jpg 结尾，内容却是 PNG"),
    (BLANK, lambda: b"%PDF-1.7 and nothing", "PDF 打不开"),
    (BLANK, lambda: pdf("x")[:900], "PDF"),
    (BLANK, locked, "PDF 有密码"),
    (BLANK, many_pages, "PDF 有 21 页"),
    (SAMPLE, lambda: picture("x")[:400], "图片打不开"),
    (SAMPLE, lambda: b"\x89PNG\r\n\x1a\n", "图片打不开"),
    (SAMPLE, lambda: picture("x") + b"\0" * rules.LARGEST, "太大"),
]


@pytest.mark.parametrize(("name", "made", "what"), PLANTED, ids=[what for _, _, what in PLANTED])
def test_a_file_that_is_not_what_it_should_be_is_one_fault(catalog: Path, name: str, made: Callable[[], bytes], what: str) -> None:
    place(catalog, name, made())
    (fault,) = rules.read_attachments(catalog).faults
    assert fault.file == f"attachments/{name}"
    assert what in fault.what
    assert fault.mend


def test_a_picture_of_too_many_pixels_is_not_unpacked(catalog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "MOST_PIXELS", 1000)
    assert {fault.file for fault in rules.read_attachments(catalog).faults} == {f"attachments/{SAMPLE}", f"attachments/{PHOTO}"}


@pytest.mark.parametrize("name", ["表.pdf", "Form.pdf", "form.PDF", "a b.png", "-x.png", "form.jpeg", "form.exe", f"{'x' * 70}.png"])
def test_a_name_that_is_not_safe(catalog: Path, name: str) -> None:
    place(catalog, name, picture("x"))
    (fault,) = rules.read_attachments(catalog).faults
    assert (fault.file, fault.what) == (f"attachments/{name}", "文件名不合规定")


def test_a_file_with_a_fault_is_named_once_and_publishes_nothing(catalog: Path) -> None:
    place(catalog, BLANK, b"%PDF-1.7 and nothing")
    assert [fault.file for fault in faults_of(catalog)] == [f"attachments/{BLANK}"]


@pytest.mark.parametrize("outside", ["../edition.yaml", "/etc/hostname", "sub/form.pdf", "..", "form.pdf/.."])
def test_a_field_never_leads_out_of_the_folder(catalog: Path, outside: str) -> None:
    spoil(catalog, ITEM, lambda d: attach(d, 0, ("blank", BLANK), ("sample", outside)))
    faults = faults_of(catalog)
    assert Fault(ITEM, "materials[0].attachments[1].file", f"attachments 里没有 “{outside}”", "把文件放进去，或改正文件名") in faults


def test_links_and_folders_are_no_files(catalog: Path) -> None:
    (catalog / "attachments" / "link.pdf").symlink_to(catalog / "edition.yaml")
    (catalog / "attachments" / "sub").mkdir()
    told = {fault.file for fault in rules.read_attachments(catalog).faults if fault.what == "不是一个文件"}
    assert told == {"attachments/link.pdf", "attachments/sub"}


def test_a_file_that_no_paper_uses(catalog: Path) -> None:
    place(catalog, "old.png", picture("old"))
    assert [str(fault) for fault in faults_of(catalog)] == ["attachments/old.png：没有哪份材料用到它。在事项的材料里写上它，或移走"]


def test_two_of_a_kind_on_one_paper(catalog: Path) -> None:
    spoil(catalog, ITEM, lambda d: attach(d, 0, ("sample", SAMPLE), ("sample", PHOTO)))
    assert [(fault.field, fault.what) for fault in faults_of(catalog)] == [("materials[0].attachments[1].kind", "一份材料有两个同一种附件")]


@pytest.mark.parametrize(
    "bad", [{"kind": "form", "file": BLANK}, {"kind": "blank"}, {"kind": "blank", "file": ""}, {"kind": "blank", "file": BLANK, "x": 1}]
)
def test_the_schema_knows_attachments(catalog: Path, bad: dict[str, Any]) -> None:
    spoil(catalog, ITEM, lambda d: d["materials"][0].update(attachments=[bad]))
    assert {fault.file for fault in faults_of(catalog)} >= {ITEM}


# -- pictures ------------------------------------------------------------------------------------------------------------------


def test_every_page_of_a_pdf_becomes_a_large_picture(sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "PICTURE", FULL)
    fit = rules.read_attachments(sound).fit[BLANK]
    sizes = [Image.open(io.BytesIO(page)).size for page in fit.pictures]
    assert len(sizes) == 2
    assert all(width == rules.PICTURE[0] or height == rules.PICTURE[1] for width, height in sizes)
    first, second = (Image.open(io.BytesIO(page)).convert("L") for page in fit.pictures)
    shades = first.histogram()
    assert sum(shades[:60]) > 1000
    assert shades[255] > 0.7 * sum(shades)
    assert first.tobytes() != second.tobytes()


def test_a_photograph_stands_upright_and_tells_nothing_of_its_camera(catalog: Path) -> None:
    file = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010E] = "a secret place"
    Image.new("RGB", (400, 200), "white").save(file, "JPEG", exif=exif)
    place(catalog, PHOTO, file.getvalue())
    (shown,) = rules.read_attachments(catalog).fit[PHOTO].pictures
    assert Image.open(io.BytesIO(shown)).size == (200, 400)
    assert b"secret" not in shown


def test_what_is_clear_in_a_picture_is_paper(catalog: Path) -> None:
    file = io.BytesIO()
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(file, "PNG")
    place(catalog, SAMPLE, file.getvalue())
    (shown,) = rules.read_attachments(catalog).fit[SAMPLE].pictures
    assert Image.open(io.BytesIO(shown)).convert("RGB").getpixel((25, 25)) == (255, 255, 255)


# -- publishing ----------------------------------------------------------------------------------------------------------------


def published(folder: Path, content: CatalogContent) -> EditionFolder:
    shelf = EditionFolder(folder)
    shelf.publish(content)
    return shelf


def test_what_is_published_is_read_back_whole(tmp_path: Path, sound: Path, content: CatalogContent) -> None:
    shelf = published(tmp_path / "editions", content)
    edition = read_current_edition(shelf.folder)
    assert edition is not None
    material = edition.item(EntryCode(CODE)).materials[0]
    blank, sample = material.attachments
    assert (blank.kind, sample.kind) == (AttachmentKind.BLANK, AttachmentKind.SAMPLE)
    assert edition.attached_file(blank.content).read_bytes() == (sound / "attachments" / BLANK).read_bytes()
    assert [len(blank.pictures), len(sample.pictures)] == [2, 1]
    for name in (*blank.pictures, *sample.pictures):
        assert hashlib.sha256(edition.attached_file(name).read_bytes()).hexdigest() == name
    path = shelf.current()
    assert path is not None
    assert read_content(path) == content


def test_an_entry_goes_through_its_document_without_loss(content: CatalogContent) -> None:
    entry = next(entry for entry in content.entries if entry.code == CODE)
    document = json.loads(json.dumps(entry_to_document(entry), ensure_ascii=False))
    assert document["materials"][0]["attachments"][0] == {
        "kind": "blank",
        "file": BLANK,
        "content": hashlib.sha256(content.attached[document["materials"][0]["attachments"][0]["content"]]).hexdigest(),
        "pictures": document["materials"][0]["attachments"][0]["pictures"],
    }
    assert entry_from_document(document) == entry


def test_the_same_files_are_the_same_edition_and_another_file_is_another(catalog: Path, content: CatalogContent) -> None:
    assert compile_edition(content_of(catalog), number=1) == compile_edition(content, number=1)
    place(catalog, SAMPLE, picture("SAMPLE of next year"))
    assert content_hash(content_of(catalog)) != content_hash(content)


def test_an_older_edition_keeps_its_own_forms(tmp_path: Path, catalog: Path, content: CatalogContent) -> None:
    shelf = published(tmp_path / "editions", content)
    before = read_current_edition(shelf.folder)
    place(catalog, SAMPLE, picture("SAMPLE of next year"))
    shelf.publish(content_of(catalog))
    after = read_current_edition(shelf.folder)
    assert before is not None
    assert after is not None
    old, new = (edition.item(EntryCode(CODE)).materials[0].attachments[1].content for edition in (before, after))
    assert old != new
    assert before.attached_file(old).read_bytes() != after.attached_file(new).read_bytes()


def test_a_publication_that_fails_at_a_form_changes_nothing(
    tmp_path: Path, content: CatalogContent, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = edition_publishing.write_atomically
    written: list[Path] = []

    def full(path: Path, data: bytes) -> None:
        if len(written) == 2:
            raise DiskFull(path=str(path))
        written.append(path)
        real(path, data)

    monkeypatch.setattr(edition_publishing, "write_atomically", full)
    shelf = EditionFolder(tmp_path / "editions")
    with pytest.raises(DiskFull):
        shelf.publish(content)
    assert all(path.parent.name == "attachments" for path in written)
    assert read_current_edition(shelf.folder) is None
    assert list(shelf.folder.glob("*.json")) == []


@pytest.mark.parametrize(("harm", "reason"), [(lambda path: path.unlink(), "missing"), (lambda path: path.write_bytes(b"x"), "damaged")])
def test_a_form_that_is_gone_or_damaged_takes_only_itself_away(
    tmp_path: Path, content: CatalogContent, harm: Callable[[Path], object], reason: str
) -> None:
    shelf = published(tmp_path / "editions", content)
    edition = read_current_edition(shelf.folder)
    assert edition is not None
    blank, sample = edition.item(EntryCode(CODE)).materials[0].attachments
    harm(edition.attached_file(sample.pictures[0]))
    with pytest.raises(AttachmentUnavailable) as away:
        edition.attached_file(sample.pictures[0])
    assert away.value.facts()["reason"] == reason
    assert edition.attached_file(blank.pictures[0]).is_file()
    again = read_current_edition(shelf.folder)
    assert again is not None
    assert len(again.rows) == 5
    # What is not whole counts as not published: publishing the same catalogue mends it.
    assert shelf.hash_in_force() is None
    shelf.publish(content)
    assert shelf.hash_in_force() == content_hash(content)


@pytest.mark.parametrize("name", ["../current", "current", "0" * 63, "", "A" * 64])
def test_only_a_hash_names_a_form(tmp_path: Path, content: CatalogContent, name: str) -> None:
    edition = read_current_edition(published(tmp_path / "editions", content).folder)
    assert edition is not None
    with pytest.raises(AttachmentUnavailable):
        edition.attached_file(name)


def test_a_catalogue_without_forms_makes_no_folder(tmp_path: Path) -> None:
    shelf = published(tmp_path / "editions", content_of(small_catalog(tmp_path / "catalog")))
    assert sorted(path.suffix for path in shelf.folder.iterdir()) == ["", ".json"]


def test_forms_that_came_with_the_program_go_to_a_new_hall(tmp_path: Path, content: CatalogContent) -> None:
    built = tmp_path / "built" / "edition.json"
    edition_publishing.write_attached(content, beside=built)
    (built.parent / "attachments" / ".part").write_bytes(b"half")
    copy_attached(built, tmp_path / "hall" / "0001-x.json")
    assert {path.name for path in (tmp_path / "hall" / "attachments").iterdir()} == set(content.attached)
    copy_attached(tmp_path / "none" / "edition.json", tmp_path / "other" / "0001-x.json")
    assert not (tmp_path / "other").exists()


def test_the_document_on_disk_names_only_kind_and_file(sound: Path) -> None:
    assert read(sound, ITEM)["materials"][0]["attachments"] == [{"kind": "blank", "file": BLANK}, {"kind": "sample", "file": SAMPLE}]
