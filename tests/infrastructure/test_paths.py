"""Where data and shipped parts are found."""

from pathlib import Path

from kiosk.infrastructure.paths import catalog_dir, data_directory, resources_dir


def test_the_data_directory_is_chosen_named_or_the_users_own(tmp_path: Path) -> None:
    assert data_directory(str(tmp_path), {"KIOSK_DATA": "/elsewhere"}).root == tmp_path
    assert data_directory(None, {"KIOSK_DATA": str(tmp_path)}).root == tmp_path
    assert data_directory(None, {}).root.name == "jinxiaoer"
    assert data_directory("here", {}).root == Path.cwd() / "here"


def test_what_ships_with_the_program_is_found() -> None:
    assert (catalog_dir() / "edition.yaml").is_file()
    assert resources_dir().is_dir()


def test_asking_for_a_path_makes_nothing(tmp_path: Path) -> None:
    data = data_directory(str(tmp_path / "new"), {})
    assert len({data.database, data.hall_settings, data.editions, data.logs, data.lock("a"), data.lock("b")}) == 6
    assert not data.root.exists()
