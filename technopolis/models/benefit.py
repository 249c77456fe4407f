"""What a company gains or pays besides the rates of :class:`TaxRate`: land, contributions, terms of the zone."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable
from wagtail.search import index

from portal.core.numbers import format_number
from portal.figures.widgets import NumberInput
from technopolis.enums import BenefitScope
from technopolis.models.legal_record import LegalRecord, legal_constraints, origin_panel, term_panel
from technopolis.querysets import BenefitQuerySet


class Benefit(index.Indexed, ClusterableModel, LegalRecord):
    """One condition in words, with its steps where it changes; without words or steps it is unknown and says so.

    The article, the zone's pages and the calculator read these records, so one change reaches them at once.
    """

    name = models.CharField(_("льгота или условие"), max_length=120, help_text=_("«Аренда земли»."))
    scope = models.CharField(_("для кого"), max_length=20, choices=BenefitScope.choices, default=BenefitScope.RESIDENT)
    position = models.PositiveSmallIntegerField(_("порядок"), default=0)
    text = models.CharField(
        _("что даёт"),
        max_length=400,
        blank=True,
        help_text=_("Своими словами. Нет ни слов, ни ступеней — «нет данных»."),
    )

    objects = BenefitQuerySet.as_manager()

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldRowPanel([FieldPanel("scope"), FieldPanel("position")]),
                FieldPanel("text"),
                FieldPanel("is_published"),
            ],
            _("Льгота"),
        ),
        InlinePanel("steps", heading=_("Ступени"), label=_("Ступень")),
        term_panel(),
        origin_panel(),
        FieldPanel("editors_note"),
    ]

    search_fields = [index.SearchField("name", boost=2), index.SearchField("text"), index.AutocompleteField("name")]

    class Meta:
        verbose_name = _("льгота")
        verbose_name_plural = _("льготы")
        ordering = ["position", "name"]
        constraints = [
            *legal_constraints("benefit", _("Льготу без источника нельзя показать.")),
            models.CheckConstraint(condition=~Q(name=""), name="technopolis_benefit_has_a_name"),
            models.UniqueConstraint(
                fields=["scope", "name"],
                condition=Q(is_published=True),
                name="technopolis_benefit_published_once",
                violation_error_message=_("Такая льгота уже опубликована."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class BenefitStep(Orderable):
    """One step of a benefit: «первый год — 0,4 базовой ставки»."""

    benefit = ParentalKey(Benefit, verbose_name=_("льгота"), on_delete=models.CASCADE, related_name="steps")
    period = models.CharField(
        _("когда или кому"), max_length=80, blank=True, help_text=_("«первый год», «с 2018 года».")
    )
    amount = models.DecimalField(_("сколько"), max_digits=12, decimal_places=3)
    unit = models.CharField(_("чего"), max_length=60, help_text=_("«%», «% кадастровой стоимости», «базовой ставки»."))

    panels = [
        FieldPanel("period"),
        FieldRowPanel([FieldPanel("amount", widget=NumberInput), FieldPanel("unit")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("ступень льготы")
        verbose_name_plural = _("ступени льгот")
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gte=0),
                name="technopolis_benefitstep_amount_is_not_negative",
                violation_error_message=_("Ступень не бывает меньше нуля."),
            ),
        ]

    def __str__(self) -> str:
        return f"{format_number(self.amount)} {self.unit}"
