"""Checking that nobody has changed or removed a decision past the models."""

from collections.abc import Iterator

from media.enums import CreditStatus
from media.models import CreditDecision, Photo


def broken_links() -> Iterator[str]:
    """Yield what is wrong with the chains of decisions, photo by photo; nothing when all is whole."""
    states = dict(Photo._base_manager.values_list("pk", "credit_status"))
    last: dict[int, CreditDecision] = {}
    for decision in CreditDecision.objects.order_by("photo_id", "pk").iterator():
        before = last.get(decision.photo_id)
        if decision.digest != decision.computed_digest():
            yield f"photo {decision.photo_id}: decision {decision.pk} was changed"
        if decision.previous_digest != (before.digest if before else ""):
            yield f"photo {decision.photo_id}: a decision before {decision.pk} is missing"
        last[decision.photo_id] = decision
    for key, state in states.items():
        decided = last.get(key)
        if decided is not None and decided.to_status != state:
            yield f"photo {key}: its state «{state}» is not that of its last decision"
        elif decided is None and state == CreditStatus.APPROVED:
            yield f"photo {key}: approved without a decision"
