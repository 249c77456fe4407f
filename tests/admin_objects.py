"""Real objects for the arguments of the admin's addresses."""

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.models import Collection, ContentType, Locale, Page, Site, Task, UploadedFile, Workflow
from wagtail_localize.models import OverridableSegment, StringSegment, Translation, TranslationSource

from exports.models import ExportCase, ExportFact, ProductGroup, TradeEvent
from exports.tests.factories import ExportCaseFactory, ExportFactFactory, ProductGroupFactory, TradeEventFactory
from industries.models import Enterprise, Industry, Market
from industries.tests.factories import EnterpriseFactory, MarketFactory
from media.decisions import decide
from media.models import BulkChange, HolderChange, Photo, PhotoSlot, ReasonTemplate, RightsHolder, SavedView
from media.tests.factories import PhotoFactory
from portal.accounts.models import User
from portal.accounts.tests.factories import make_person
from portal.core.models import SiteIdentity
from portal.figures.models import Figure, FigureTopic, Source, Unit
from portal.figures.tests.factories import FigureFactory, FigureTopicFactory
from portal.imports.enums import RunStatus
from portal.imports.models import ImportRun
from portal.longread.tests.factories import add_workforce, make_article
from technopolis.models import Benefit, District, Enquiry, TaxRate, Zone
from technopolis.models import Site as ZoneSite
from technopolis.tests.factories import BenefitFactory, SiteFactory, TaxRateFactory
from tests.admin_routes import BULK_PREFIX


class MissingArgumentError(Exception):
    """No object is known for an argument of an address; the message says where to add one."""


class AdminObjects:
    """One object of every kind the admin's addresses ask for."""

    def __init__(self):
        self.make_content()
        self.make_processes()
        self.by_argument = self.arguments()
        self.by_place = self.places()
        self.by_model = self.models()
        self.labels = self.labelled()

    def make_content(self):
        """Make a person, pages, files and records."""
        self.person = make_person("somebody")
        self.article = make_article()
        self.section = add_workforce(self.article)
        self.photo = PhotoFactory(consent_document=ContentFile(b"text", name="consent.pdf"))
        self.slot = PhotoSlot.objects.create(
            name="Снимок цеха", rights_holder=self.photo.rights_holder, credit_line="Фото: завод"
        )
        self.make_desk_records()
        self.document = get_document_model().objects.create(title="Справка", file=ContentFile(b"text", name="note.txt"))
        self.collection = Collection.get_first_root_node().add_child(name="Съёмка")
        self.topic = FigureTopicFactory()
        self.figure = FigureFactory()
        self.zone_site = SiteFactory()
        self.tax_rate = TaxRateFactory()
        self.benefit = BenefitFactory()
        self.enquiry = Enquiry.objects.create(site=self.zone_site, consent_text="Согласен")
        self.market = MarketFactory()
        self.enterprise = EnterpriseFactory(markets=[self.market])
        self.export_fact = ExportFactFactory(product_group=ProductGroupFactory())
        self.export_case = ExportCaseFactory()
        self.trade_event = TradeEventFactory()
        self.redirect = Redirect.objects.create(old_path="/old", redirect_link="/")
        self.identity = SiteIdentity.for_site(Site.objects.get())

    def make_desk_records(self):
        """Make what the moderators' desk keeps."""
        self.reason = ReasonTemplate.objects.create(text="Нет письма", status="rejected")
        self.saved_view = SavedView.objects.create(user=self.person, name="Мой вид")
        self.bulk_change = BulkChange.objects.create(kind="approve")
        state = {"name": "А", "credit_line": "Фото: А", "aliases": "", "contact": ""}
        self.holder_change = HolderChange.objects.create(holder=self.photo.rights_holder, before=state, after=state)
        self.decision = decide(self.photo, "disputed", self.person, "спор", ContentFile(b"text", name="letter.txt"))

    def make_processes(self):
        """Make what people and the framework leave behind: revisions, uploads, approvals, translations."""
        self.revision = self.section.save_revision(user=self.person)
        records = {
            "figures/": self.figure,
            "technopolis/site": self.zone_site,
            "industries/": self.enterprise,
            "exports/exportfact": self.export_fact,
            "exports/exportcase": self.export_case,
            "exports/tradeevent": self.trade_event,
        }
        self.record_revisions = {place: record.save_revision(user=self.person) for place, record in records.items()}
        self.upload = UploadedFile.objects.create(
            for_content_type=ContentType.objects.get_for_model(Photo),
            file=ContentFile(b"x", name="x.png"),
            uploaded_by_user=self.person,
        )
        self.run = ImportRun.objects.create(
            kind="figures", status=RunStatus.CHECKED, unknown_words={"source": {"Итоги": 1}}, uploaded_by=self.person
        )
        self.workflow = Workflow.objects.get()
        self.workflow_state = self.workflow.start(self.section, self.person)
        english = Locale.objects.get_or_create(language_code="en")[0]
        self.source, _created = TranslationSource.get_or_create_from_instance(self.article)
        self.translation = Translation.objects.create(source=self.source, target_locale=english)
        self.translation.save_target(publish=False)
        self.editing = EditingSession.objects.create(
            user=self.person, content_object=self.section, last_seen_at=self.revision.created_at
        )

    def arguments(self):
        """Return values by the argument's name, where the name says all."""
        return {
            "page_id": self.section.pk,
            "parent_page_id": self.article.pk,
            "page_to_move_id": self.section.pk,
            "destination_id": self.article.pk,
            "page_pk": self.article.pk,
            "workflow_pk": self.workflow.pk,
            "value_pk": self.figure.values.get().pk,
            "revision_id": self.revision.pk,
            "revision_id_a": "earliest",
            "revision_id_b": "latest",
            "task_id": self.workflow_state.current_task_state.task.pk,
            "task_state_id": self.workflow_state.current_task_state.pk,
            "workflow_state_id": self.workflow_state.pk,
            "collection_id": self.collection.pk,
            "session_id": self.editing.pk,
            "image_id": self.photo.pk,
            "document_id": self.document.pk,
            "doc_id": self.document.pk,
            "uploaded_file_id": self.upload.pk,
            "redirect_id": self.redirect.pk,
            "filter_spec": "width-100",
            "content_type_app_name": "longread",
            "content_type_model_name": "workforcesectionpage",
            "translation_source_id": self.source.pk,
            "translation_id": self.translation.pk,
            "string_segment_id": getattr(StringSegment.objects.filter(source=self.source).first(), "pk", 0),
            "overridable_segment_id": getattr(OverridableSegment.objects.filter(source=self.source).first(), "pk", 0),
            "name": "consent_document",
            "mode": "default",
            "action_name": "approve",
            "object_id": self.section.pk,
            "kind": "figures",
            "file_format": "csv",
            "run_key": self.run.pk,
            "step": "reject",
            "uidb64": "MQ",
            "token": "set-password",
        }

    def places(self):
        """Return objects by the beginning of the address, where the argument is only called a key."""
        return {
            "admin/api/main/^pages/": self.section,
            "admin/api/main/^documents/": self.document,
            "admin/api/main/^images/": self.photo,
            "admin/pages/": self.section,
            "admin/collections/": self.collection,
            "admin/credits/bulk/": self.bulk_change,
            "admin/credits/views/": self.saved_view,
            "admin/credits/holders/": self.holder_change,
            "admin/credits/evidence/": self.decision,
            "admin/credits/": self.photo,
            "admin/workflows/tasks/": Task.objects.get(),
            "admin/workflows/": self.workflow,
            "admin/users/": self.person,
            "admin/groups/": Group.objects.first(),
            "admin/sites/": Site.objects.get(),
            "admin/locales/": Locale.objects.first(),
            "admin/settings/": Site.objects.get(),
            "admin/documents/": self.document,
            "admin/images/": self.photo,
            "admin/figures/": self.figure,
            "admin/figures/override/<str:app_label>/": self.enterprise,
            "admin/snippets/figures/figure/": self.figure,
            "admin/localize/": self.figure,
            "admin/snippets/choose/figures/figure/": self.figure,
            "admin/snippets/technopolis/site/": self.zone_site,
        }

    def models(self):
        """Return objects by the model a view says it serves."""
        return {
            Enterprise: self.enterprise,
            ExportCase: self.export_case,
            ExportFact: self.export_fact,
            ProductGroup: self.export_fact.product_group,
            TradeEvent: self.trade_event,
            Industry: self.enterprise.industry,
            Market: self.market,
            Figure: self.figure,
            Unit: self.figure.unit,
            FigureTopic: self.topic,
            ZoneSite: self.zone_site,
            Zone: self.zone_site.zone,
            TaxRate: self.tax_rate,
            Benefit: self.benefit,
            Enquiry: self.enquiry,
            District: self.zone_site.district,
            Source: Source.objects.first(),
            Photo: self.photo,
            RightsHolder: self.photo.rights_holder,
            PhotoSlot: self.slot,
            ReasonTemplate: self.reason,
            User: self.person,
            get_document_model(): self.document,
            Page: self.section,
        }

    def labelled(self):
        """Return objects by the beginning of an address that names a model."""
        return {
            "admin/pages/create/": self.section,
            "admin/tag-autocomplete/": None,
            "admin/workflows/tasks/add/": Task.objects.get().specific,
            "admin/editing-sessions/": self.section,
            "admin/localize/": self.figure,
            "admin/settings/": self.identity,
            "admin/figures/override/": self.enterprise,
        }

    def address_of(self, route):
        """Return the route's address with real objects in it."""
        address = route.address(self.values_for(route))
        return f"{address}?id={self.instance_for(route).pk}" if route.pattern.startswith(BULK_PREFIX) else address

    def values_for(self, route):
        """Return a value for each argument of the route."""
        return {name: self.value_for(route, name) for name in route.arguments}

    def value_for(self, route, name):
        """Return the value of one argument; raise :class:`MissingArgumentError` if none is known."""
        if name in {"app_label", "app_name", "model_name"}:
            return self.label_for(route, name)
        if name == "revision_id" and "snippets/" in route.pattern:
            return self.revision_of_record(route)
        if name == "action_name" and "api/main" in route.pattern:
            return "publish"
        if name in self.by_argument:
            return self.by_argument[name]
        if name in {"pk", "object_id"}:
            return self.instance_for(route).pk
        raise MissingArgumentError(f"{route.pattern}: say in tests/admin_objects.py what «{name}» is.")

    def revision_of_record(self, route):
        """Return the revision of the record that an address of its model is about."""
        for place, revision in self.record_revisions.items():
            if f"snippets/{place}" in route.pattern:
                return revision.pk
        raise MissingArgumentError(f"{route.pattern}: make a revision of {route.model} in tests/admin_objects.py.")

    def label_for(self, route, name):
        """Return the app's or the model's label in an address that names a model."""
        if "tag-autocomplete" in route.pattern:
            return "taggit" if name == "app_name" else "tag"
        found = [value for place, value in self.labels.items() if route.pattern.startswith(place)]
        if not found:
            raise MissingArgumentError(f"{route.pattern}: say in tests/admin_objects.py which model it is about.")
        options = found[0]._meta
        return options.model_name if name == "model_name" else options.app_label

    def instance_for(self, route):
        """Return the object whose key the address asks for."""
        if route.model in self.by_model:
            return self.by_model[route.model]
        places = sorted((place for place in self.by_place if route.pattern.startswith(place)), key=len)
        if places:
            return self.by_place[places[-1]]
        existing = route.model.objects.first() if route.model else None
        if existing is None:
            raise MissingArgumentError(f"{route.pattern}: make an object of {route.model} in tests/admin_objects.py.")
        return existing
