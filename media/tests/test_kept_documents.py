from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage

from media.uploads.documents import store_once


def test_the_same_document_is_kept_once():
    storage, contract = InMemoryStorage(), ContentFile(b"contract", name="contract.pdf")
    assert store_once(storage, "rights", contract) == store_once(storage, "rights", contract)


def test_a_part_of_a_document_left_by_a_full_disk_does_not_pass_for_it():
    storage, contract = InMemoryStorage(), ContentFile(b"the whole contract", name="contract.pdf")
    path = store_once(storage, "rights", contract)
    storage.delete(path)
    storage.save(path, ContentFile(b"the who"))
    with storage.open(store_once(storage, "rights", contract)) as kept:
        assert kept.read() == b"the whole contract"
