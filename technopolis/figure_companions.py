"""Every step of a resident's tax, for the figures that show one of them."""

from functools import partial

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.figures.companions import register_companion
from technopolis.blocks import table_of
from technopolis.enums import Regime, Tax
from technopolis.rate_display import tax_steps


def steps_in_words(tax: str) -> str:
    """Return all steps of the resident's tax: «ступени: 2 % — до конца 2027 года, 7 % — 2028–2032 годы».

    Nothing while a step is missing: what is left would pass for all there is.
    """
    rates = [rate for rate in table_of("TaxRate") if rate.is_published]
    chosen = tax_steps(rate for rate in rates if (rate.regime, rate.tax) == (Regime.RESIDENT, tax))
    if not chosen or not chosen[0].is_without_gaps:
        return ""
    return _("ступени: %(steps)s") % {"steps": chosen[0].steps_text}


def register() -> None:
    """Offer the steps of each tax to figures."""
    for tax in Tax:
        label = format_lazy("{words}: {tax}", words=gettext_lazy("Все ступени ставки резидента"), tax=tax.label)
        register_companion(f"resident-{tax}", partial(steps_in_words, tax), label)
