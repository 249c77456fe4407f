"""A fact about exports to one market or several."""

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.models import PreviewableMixin
from wagtail.search import index

from exports.enums import Comparison, Metric, Scope
from exports.models.fact_panels import FACT_PANELS
from exports.models.fact_rules import fact_problems
from exports.models.record import ExportRecord, Problems, period_of
from exports.querysets import ExportFactQuerySet
from exports.validators import validate_base_period
from exports.wording import FactWords, sentence
from exports.wording.amounts import Amount
from exports.wording.market_words import names_of
from portal.core.numbers import Comparator, Language, Period
from portal.figures.enums import ValueKind, ValueStatus
from portal.figures.validators import validate_period


class ExportFact(PreviewableMixin, ExportRecord):
    """How much of what goes where, in which period, compared with what, according to whom.

    A fact about several markets says whether its number is theirs together or each one's. Without period or scope it
    is never public: the database refuses it.
    """

    markets = ParentalManyToManyField(
        "industries.Market", verbose_name=_("рынки"), blank=True, related_name="export_facts"
    )
    scope = models.CharField(
        _("область"),
        max_length=20,
        choices=Scope.choices,
        blank=True,
        help_text=_("Число нескольких стран вместе никогда не показывается как число одной из них."),
    )
    metric = models.CharField(_("о чём факт"), max_length=20, choices=Metric.choices, default=Metric.GROWTH)
    product_group = models.ForeignKey(
        "exports.ProductGroup",
        verbose_name=_("группа товаров"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="facts",
    )
    subject = models.CharField(
        _("предмет"), max_length=160, help_text=_("Именительный падеж: «Поставки продукции приборостроения».")
    )
    subject_english = models.CharField(_("предмет по-английски"), max_length=160, blank=True)
    statement = models.CharField(
        _("утверждение"), max_length=160, blank=True, help_text=_("Только для факта без числа: «среди лидеров роста».")
    )
    statement_english = models.CharField(_("утверждение по-английски"), max_length=160, blank=True)
    comparator = models.CharField(_("точность"), max_length=20, choices=Comparator.choices, default=Comparator.EXACTLY)
    value = models.DecimalField(_("число"), max_digits=20, decimal_places=4, null=True, blank=True)
    unit = models.ForeignKey(
        "figures.Unit", verbose_name=_("единица"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    period = models.CharField(
        _("период"),
        max_length=60,
        blank=True,
        validators=[validate_period],
        help_text=_("2025-10, 2024H1, 2024 9M, 2025, 2022–2025, с 2022."),
    )
    period_wording = models.CharField(
        _("период словами"),
        max_length=80,
        blank=True,
        help_text=_("Если период выше точно не выразить: «в январе–июле 2025 года»."),
    )
    period_wording_english = models.CharField(_("период словами по-английски"), max_length=80, blank=True)
    period_end = models.DateField(_("конец периода"), null=True, editable=False)
    comparison = models.CharField(
        _("с чем сравнивается"), max_length=20, choices=Comparison.choices, default=Comparison.NONE
    )
    base_period = models.CharField(
        _("период сравнения"),
        max_length=60,
        blank=True,
        validators=[validate_base_period],
        help_text=_("2024, 2024H1, 2024 9M."),
    )
    kind = models.CharField(_("происхождение"), max_length=20, choices=ValueKind.choices, default=ValueKind.REPORTED)
    source = models.ForeignKey(
        "figures.Source",
        verbose_name=_("источник"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="export_facts",
    )

    objects = ExportFactQuerySet.as_manager()

    panels = FACT_PANELS
    search_fields = [
        index.SearchField("subject", boost=2),
        index.SearchField("statement"),
        index.AutocompleteField("subject"),
        index.FilterField("live"),
        index.FilterField("metric"),
        index.FilterField("scope"),
        index.FilterField("status"),
    ]

    class Meta:
        verbose_name = _("факт об экспорте")
        verbose_name_plural = _("факты об экспорте")
        ordering = ["subject", "-period_end", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(live=False) | ~Q(period=""),
                name="exports_fact_live_has_period",
                violation_error_message=_("Укажите период: без него факт нельзя опубликовать."),
            ),
            models.CheckConstraint(
                condition=Q(live=False) | ~Q(scope=""),
                name="exports_fact_live_has_scope",
                violation_error_message=_("Укажите, относится ли факт к рынкам вместе или к каждому из них."),
            ),
            models.CheckConstraint(
                condition=Q(live=False) | Q(source__isnull=False) | Q(kind=ValueKind.OWNERS_CLAIM),
                name="exports_fact_live_has_source",
                violation_error_message=_("Укажите источник или отметьте, что это данные заказчика."),
            ),
            models.CheckConstraint(
                condition=Q(live=False) | ~Q(metric=Metric.GROWTH) | ~Q(comparison=Comparison.NONE),
                name="exports_fact_live_growth_has_base",
                violation_error_message=_("Скажите, с чем сравнивается рост, или что источник этого не говорит."),
            ),
            models.CheckConstraint(
                condition=~Q(comparison=Comparison.PERIOD) | Q(live=False) | ~Q(base_period=""),
                name="exports_fact_live_has_base_period",
                violation_error_message=_("Укажите период, с которым сравнивается рост."),
            ),
            models.CheckConstraint(
                condition=~Q(status=ValueStatus.CONFIRMED) | Q(source__isnull=False),
                name="exports_fact_confirmed_has_source",
                violation_error_message=_("Подтверждённому факту нужен источник."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject} · {self.period}" if self.period else self.subject

    def prepare(self) -> None:
        """Work out the address and the last day of the period."""
        super().prepare()
        typed = self.typed_period
        self.period_end = typed.end if typed else None

    def missing_words(self, related: dict[str, Sequence[Any]]) -> Problems:
        """Return what keeps the fact from being public, by field."""
        return {**super().missing_words(related), **fact_problems(self, related["markets"])}

    @property
    def typed_period(self) -> Period | None:
        """The period with its kind and days, or ``None`` while the editor has not given one."""
        return period_of(self.period)

    @cached_property
    def words(self) -> FactWords | None:
        """What the fact's sentence is made of; ``None`` while period, scope or markets are missing."""
        markets = tuple(names_of(market) for market in self.ordered_markets)
        period = self.typed_period
        if period is None or not (self.scope and markets):
            return None
        return FactWords(
            metric=self.metric,
            scope=self.scope,
            markets=markets,
            subject=self.subject,
            subject_english=self.subject_english,
            period=period,
            amount=self._amount(),
            statement=self.statement,
            statement_english=self.statement_english,
            period_wording=self.period_wording,
            period_wording_english=self.period_wording_english,
            comparison=self.comparison,
            base_period=period_of(self.base_period),
        )

    @cached_property
    def ordered_markets(self) -> list[Any]:
        """The fact's markets in the order the site lists them."""
        return sorted(self.markets.all(), key=lambda market: (market.position, market.name))

    @property
    def shown_markets(self) -> str:
        """The markets' names for the admin's list."""
        return ", ".join(market.name for market in self.ordered_markets)

    @property
    def shown_number(self) -> str:
        """The number or the statement for the admin's list."""
        amount = self._amount()
        return amount.text("ru") if amount else self.statement or "—"

    @property
    def shown_source(self) -> str:
        """The publisher for the admin's lists."""
        return self.source.publisher if self.source else "—"

    def sentence(self, language: Language, market: Any = None) -> str:
        """Return how the fact reads by itself or on the page of ``market``; empty where it can't be said yet."""
        words = self.words
        if words is None:
            return ""
        return sentence(words.for_market(names_of(market)) if market else words, language)

    def get_preview_template(self, request: Any, mode_name: str) -> str:
        """The preview names every page the fact stands on."""
        return "exports/admin/fact_preview.html"

    def get_preview_context(self, request: Any, mode_name: str) -> dict[str, Any]:
        """Add the readings of the fact as it is in memory."""
        return {**super().get_preview_context(request, mode_name), "readings": self.readings()}

    def readings(self) -> list[dict[str, str]]:
        """Return how the fact reads on each page it stands on, in both languages."""
        places: list[tuple[str, Any]] = [(str(_("Страница «Экспорт»")), None)]
        for market in self.ordered_markets:
            places.append((str(_("Страница рынка «%(market)s»") % {"market": market.name}), market))
        return [
            {"place": place, "russian": self.sentence("ru", market), "english": self.sentence("en", market)}
            for place, market in places
        ]

    def _amount(self) -> Amount | None:
        if self.value is None or self.unit is None:
            return None
        return Amount(self.comparator, self.value, self.unit.forms())
