"""The editor's form of a rights holder."""

from typing import Any

from wagtail.admin.forms import WagtailAdminModelForm


class RightsHolderForm(WagtailAdminModelForm):
    """Tells the record who changes it, so that the change can be undone knowingly."""

    def save(self, commit: bool = True) -> Any:
        """Save under the editor's name."""
        self.instance.changed_by = self.for_user
        return super().save(commit=commit)
