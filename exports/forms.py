"""The editor's form of a fact, a case or an event."""

from typing import Any

from wagtail.admin.forms import WagtailAdminModelForm


class ExportRecordForm(WagtailAdminModelForm):
    """Shows at the field what keeps a record from being published; drafts are saved as they are."""

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.is_deferred_validation:
            return
        for name, message in self.instance.publication_errors(self._related()).items():
            self.add_error(name if name in self.fields else None, message)

    def _related(self) -> dict[str, list[Any]]:
        fields = self.instance._meta.many_to_many
        return {field.name: list(self.cleaned_data.get(field.name) or []) for field in fields}
