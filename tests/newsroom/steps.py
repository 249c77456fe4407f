"""The ways a page or a record becomes public: by the screens of the admin, by the clock, by code, past the code."""

import io
from datetime import timedelta

from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.copy_for_translation import CopyPageForTranslationAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Locale, Page, Revision, Workflow

from industries import services
from industries.tests.factories import EnterpriseFactory
from tests.newsroom.forms import filled_form, with_photo


def run_quietly(name):
    """Run a command of the clock."""
    call_command(name, stdout=io.StringIO(), stderr=io.StringIO())


def fresh(record):
    """Return a page or a record as it is stored."""
    return type(record)._base_manager.get(pk=record.pk)


def give_photo(record, photo):
    """Put the photo on the page or record in memory: as its picture, in its text, or in its list."""
    if hasattr(record, "photos"):
        record.photos = [record.photos.model(photo=photo)]
    elif hasattr(record, "plate"):
        record.plate = photo
    if "photo" in _blocks(record):
        record.body = [("photo", {"photo": photo, "caption": ""})]
    return record


def _blocks(record):
    body = getattr(record, "body", None)
    return body.stream_block.child_blocks if hasattr(body, "stream_block") else {}


class Publisher:
    """Tries to make one page or record public with one photo, by one way; a refusal is raised or answered."""

    def __init__(self, office, client):
        self.office, self.client, self.count = office, client, 0

    def next_slug(self):
        """Return an address nobody has."""
        self.count += 1
        return f"copy-{self.count}"

    def by_revision(self, record, photo):
        give_photo(fresh(record), photo).save_revision().publish()

    def by_draft(self, record, photo):
        give_photo(fresh(record), photo).save_revision()

    def by_saving(self, record, photo):
        changed = give_photo(fresh(record), photo)
        changed.live = True
        changed.save()

    def by_single_fields(self, record, photo):
        changed = give_photo(fresh(record), photo)
        changed.live = True
        changed.save(update_fields=["live", *(["plate"] if hasattr(changed, "plate") else [])])

    def by_schedule(self, record, photo):
        due = timezone.now() - timedelta(minutes=1)
        give_photo(fresh(record), photo).save_revision(approved_go_live_at=due)
        run_quietly("publish_scheduled")

    def by_reverting(self, record, photo):
        oldest = Revision.objects.for_instance(fresh(record)).order_by("pk").first()
        if oldest is not None:
            oldest.publish(previous_revision=fresh(record).get_latest_revision())

    def past_the_models(self, record, photo):
        type(record)._base_manager.filter(pk=record.pk).update(live=True)
        if hasattr(record, "plate"):
            type(record)._base_manager.filter(pk=record.pk).update(plate=photo)


class PagePublisher(Publisher):
    """The ways of pages."""

    def by_the_editor(self, page, photo):
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        values = filled_form(self.client, address, plate=photo.pk, **{"action-publish": "1"})
        values.setdefault("body-count", "0")
        assert self.client.post(address, values).status_code in {200, 302}

    def by_bulk(self, page, photo, **values):
        give_photo(fresh(page), photo).save_revision()
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
        chosen = self.office.article.pk if values else page.pk
        assert self.client.post(f"{address}?id={chosen}&next=/admin/", values).status_code == 302

    def by_bulk_with_descendants(self, page, photo):
        self.by_bulk(page, photo, include_descendants="on")

    def by_workflow(self, page, photo):
        changed = give_photo(fresh(page), photo)
        changed.save_revision()
        state = changed.current_workflow_state or Workflow.objects.get().start(changed, self.office.editor)
        address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.current_task_state.pk])
        assert self.client.post(address, {"comment": ""}).status_code in {200, 302}

    def by_interface(self, page, photo):
        give_photo(fresh(page), photo).save_revision()
        address = reverse("wagtailadmin_api:pages:action", args=[page.pk, "publish"])
        assert self.client.post(address).status_code in {200, 400}

    def by_copying(self, page, photo):
        if page not in self.office.sections:
            return
        give_photo(fresh(page), photo).save_revision()
        values = {"new_title": "К", "new_slug": self.next_slug(), "new_parent_page": self.office.article.pk}
        address = reverse("wagtailadmin_pages:copy", args=[page.pk])
        assert self.client.post(address, {**values, "publish_copies": "on"}).status_code in {200, 302}

    def by_alias(self, page, photo):
        if page in self.office.sections:
            action = CreatePageAliasAction(fresh(page), update_slug=self.next_slug(), parent=self.office.article)
            action.execute(skip_permission_checks=True)

    def by_adding(self, page, photo):
        if page in self.office.sections:
            added = give_photo(type(page)(title="Н", slug=self.next_slug(), heading="Н"), photo)
            self.office.article.add_child(instance=added)

    def by_translating(self, page, photo):
        english = Locale.objects.get(language_code="en")
        translated = Page.objects.filter(translation_key=page.translation_key, locale=english).first()
        if translated is None:
            action = CopyPageForTranslationAction(fresh(page), english, copy_parents=True)
            translated = action.execute(skip_permission_checks=True)
        give_photo(translated.specific, photo).save_revision().publish()


class RecordPublisher(Publisher):
    """The ways of records."""

    def by_the_editor(self, record, photo):
        options = record._meta
        address = reverse(f"wagtailsnippets_{options.app_label}_{options.model_name}:edit", args=[record.pk])
        values = with_photo(filled_form(self.client, address), photo.pk)
        assert self.client.post(address, {**values, "action-publish": "1"}).status_code in {200, 302}

    def by_joining(self, record, photo):
        if record != self.office.enterprise:
            return
        other = EnterpriseFactory(live=False)
        other.photos.add(other.photos.model(photo=photo))
        other.save()
        services.merge(fresh(record), [other], self.office.chief)

    def as_the_sites_picture(self, record, photo):
        identity = fresh(self.office.identity)
        identity.social_image = photo
        identity.save()


def ways(publisher):
    """Return the names of a publisher's ways."""
    return sorted(name for name in dir(publisher) if name.startswith(("by_", "past_", "as_")))
