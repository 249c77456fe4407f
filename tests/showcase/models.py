"""A record with drafts, one without, and a child: each place a photo may stand in is a field of theirs."""

from django.db import models
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, InlinePanel, PublishingPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import DraftStateMixin, RevisionMixin

from media.blocks import PhotoBlock, PhotoChooserBlock
from media.gate import GatedRecordMixin


class Plaque(GatedRecordMixin, models.Model):
    """A record without drafts: public once it is saved."""

    name = models.CharField(max_length=50)
    picture = models.ForeignKey("media.Photo", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.name


class Showcase(GatedRecordMixin, DraftStateMixin, RevisionMixin, ClusterableModel):
    """A record with drafts."""

    name = models.CharField(max_length=50)
    cover = models.ForeignKey("media.Photo", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    story = RichTextField(blank=True)
    body = StreamField(
        [
            ("photo", PhotoBlock()),
            ("photos", blocks.ListBlock(PhotoChooserBlock())),
            ("group", blocks.StructBlock([("rows", blocks.ListBlock(blocks.StreamBlock([("photo", PhotoBlock())])))])),
        ],
        blank=True,
    )
    plaque = models.ForeignKey(Plaque, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    more_photos = ParentalManyToManyField("media.Photo", blank=True, related_name="+")

    panels = [
        FieldPanel("name"),
        FieldPanel("cover"),
        FieldPanel("body"),
        InlinePanel("slides", label="slide"),
        PublishingPanel(),
    ]

    def __str__(self) -> str:
        return self.name


class Slide(models.Model):
    """An inline child with a photo."""

    showcase = ParentalKey(Showcase, on_delete=models.CASCADE, related_name="slides")
    picture = models.ForeignKey("media.Photo", on_delete=models.PROTECT, related_name="+")

    panels = [FieldPanel("picture")]

    def __str__(self) -> str:
        return f"slide {self.pk}"
