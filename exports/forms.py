"""The editor's form of a fact, a case or an event."""

from media.gate import GatedRecordForm


class ExportRecordForm(GatedRecordForm):
    """Shows at the field what keeps a record from being published; drafts are saved as they are."""

    def _post_clean(self) -> None:
        for field in self.instance._meta.many_to_many:
            if field.name in self.cleaned_data:
                getattr(self.instance, field.name).set(self.cleaned_data[field.name])
        super()._post_clean()
