import string

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Page, Revision, Site

from portal.core.bulk_rows import insert_rows, reserve_keys, set_numbers

pytestmark = pytest.mark.django_db

# What the text form of COPY gives a meaning of its own is asked for more often than chance would.
texts = st.text(
    st.sampled_from("\t\n\r\\\"'{},N;ёЯ—\u2028😀") | st.characters(exclude_categories=["Cs"], exclude_characters="\0")
)
contents = st.dictionaries(st.sampled_from(string.ascii_letters), st.none() | st.booleans() | st.integers() | texts)


def make_revisions(count, keys=()):
    content_type = ContentType.objects.get_for_model(Site)
    now = timezone.now()
    return [
        Revision(
            pk=keys[number] if keys else None,
            content_type=content_type,
            base_content_type=content_type,
            object_id=str(number),
            object_str="Площадка",
            created_at=now,
            content={"number": number},
        )
        for number in range(count)
    ]


@given(rows=st.lists(st.tuples(texts, contents), max_size=5))
def test_rows_come_back_as_they_were_written(rows):
    with transaction.atomic():
        revisions = make_revisions(len(rows), reserve_keys(Revision, len(rows)))
        for revision, (name, content) in zip(revisions, rows, strict=True):
            revision.object_str, revision.content = name, content
        insert_rows(Revision, revisions)
        found = [Revision.objects.get(pk=revision.pk) for revision in revisions]
        assert [(each.object_str, each.content) for each in found] == rows
        assert [each.created_at for each in found] == [each.created_at for each in revisions]
        assert not any(each._state.adding for each in revisions)


def test_rows_without_a_key_get_one_each():
    insert_rows(Revision, make_revisions(3))
    assert sorted(Revision.objects.values_list("object_id", flat=True)) == ["0", "1", "2"]


def test_reserved_keys_are_given_to_nobody_else_even_when_their_rows_are_gone():
    keys = list(reserve_keys(Revision, 3))
    insert_rows(Revision, make_revisions(3, keys))
    Revision.objects.all().delete()
    (single,) = make_revisions(1)
    single.save()
    more = list(reserve_keys(Revision, 2))
    assert len({*keys, single.pk, *more}) == 6
    assert min(single.pk, *more) > max(keys)


def test_no_keys_and_no_rows_are_no_work():
    assert list(reserve_keys(Revision, 0)) == []
    insert_rows(Revision, [])
    set_numbers(Site, "port", {})


def test_a_row_that_breaks_a_constraint_leaves_nothing():
    keys = list(reserve_keys(Revision, 2))
    with pytest.raises(IntegrityError), transaction.atomic():
        insert_rows(Revision, make_revisions(3, [*keys, keys[0]]))
    assert not Revision.objects.exists()


def test_numbers_are_set_in_the_named_rows_only():
    root = Page.get_first_root_node()
    sites = [Site.objects.create(hostname=name, port=80, root_page=root) for name in ("a.test", "b.test", "c.test")]
    set_numbers(Site, "port", {sites[0].pk: 8080, sites[2].pk: 443})
    assert [Site.objects.get(pk=site.pk).port for site in sites] == [8080, 80, 443]
