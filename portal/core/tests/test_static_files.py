import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage

from portal.core.static_files import PortalStaticFilesStorage, whole_sheet


def sheets(**texts):
    storage = InMemoryStorage()
    names = {name: f"core/css/{name}.css" for name in texts}
    for name, text in texts.items():
        storage.save(names[name], ContentFile(text.encode()))
    return {path: (storage, path) for path in names.values()}


def test_a_sheet_s_imports_are_written_into_it_in_their_order():
    paths = sheets(portal='@import url("one.css");\n@import url("two.css");', one="p {}", two="a {}")
    assert whole_sheet("core/css/portal.css", paths) == "p {}\na {}"


def test_an_import_of_an_absent_sheet_stops_the_collection():
    with pytest.raises(KeyError):
        whole_sheet("core/css/portal.css", sheets(portal='@import url("absent.css");'))


def test_pages_get_one_sheet_named_by_the_text_of_its_parts(tmp_path):
    def collect(text):
        storage = PortalStaticFilesStorage(location=tmp_path / text[0], base_url="/static/")
        paths = sheets(portal='@import url("one.css");', one=text)
        for path, (source, _) in paths.items():
            storage.save(path, source.open(path))
        list(storage.post_process(paths))
        return storage.stored_name("core/css/portal.css"), storage

    first, storage = collect("p {}")
    second, _ = collect("a {}")
    assert first != second
    with storage.open(first) as sheet:
        assert sheet.read() == b"p {}"
