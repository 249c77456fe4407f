"""Who may do what to organisations in the admin."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.permission_policies import ModelPermissionPolicy

NEVER_DELETED = _(
    "Записи о предприятиях не удаляют: на их адреса ссылаются. Снимите запись с показа или объедините её с другой."
)


class NobodyDeletesPolicy(ModelPermissionPolicy):
    """Rights as they are given, but for deleting: administrators may not either."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Tell whether the person has the right to do it to some record."""
        return action != "delete" and super().user_has_permission(user, action)

    def users_with_any_permission(self, actions: Any) -> Any:
        """Return those who may do any of it."""
        return super().users_with_any_permission([action for action in actions if action != "delete"])
