"""What editors do to several organisations at once."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from industries import services
from industries.admin.filters import EnterpriseFilterSet
from industries.models import Enterprise


class EnterpriseBulkAction(SnippetBulkAction):
    """Asks for confirmation, then does one thing to the ticked organisations the person may publish."""

    models: ClassVar[list[type]] = [Enterprise]
    template_name = "industries/admin/bulk_action.html"
    question: ClassVar[Any] = ""
    done: ClassVar[Any] = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer only those who may publish organisations; nobody else learns the names of drafts.

        Raises:
            PermissionDenied: the person may not.
        """
        if not self.permission_policy.user_has_permission(request.user, "publish"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_all_objects_in_listing_query(self, parent_id: str | None) -> Iterable[int]:
        """Return the keys of all records of the list as it is filtered, not of all there are."""
        parameters = QueryDict(urlsplit(self.next_url).query)
        filtered = EnterpriseFilterSet(parameters, queryset=Enterprise.objects.all(), request=self.request)
        return filtered.qs.values_list("pk", flat=True)

    def check_perm(self, obj: Enterprise) -> bool:
        """Tell whether the person may publish the record."""
        return self.permission_policy.user_has_permission_for_instance(self.request.user, "publish", obj)

    def get_execution_context(self) -> dict[str, Any]:
        """Add who does it and what was chosen."""
        return {**super().get_execution_context(), "user": self.request.user, "form": self.cleaned_form}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the words of the confirmation."""
        return {**super().get_context_data(**kwargs), "question": self.question, "action_name": self.display_name}

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        """Say how many records it was done to."""
        return self.done % {"count": num_parent_objects}


class VerifyTodayAction(EnterpriseBulkAction):
    """Notes that the records were checked today."""

    display_name = _("Проверено сегодня")
    action_type = "verify"
    aria_label = _("Отметить выбранные записи проверенными сегодня")
    question = _("Вы сверили эти записи с источниками? Дата проверки и ваше имя будут записаны.")
    done = _("Отмечено проверенными: %(count)d.")
    action_priority = 10

    @classmethod
    def execute_action(cls, objects: Sequence[Enterprise], user: Any = None, **kwargs: Any) -> tuple[int, int]:
        """Do it."""
        return services.verify_today(objects, user), 0


class RetireAction(EnterpriseBulkAction):
    """Takes the records off the site for good; it stands in the place of deletion, which the framework offers."""

    display_name = _("Снять с показа")
    action_type = "delete"
    aria_label = _("Снять выбранные записи с показа")
    question = _("Записи исчезнут с сайта, но останутся здесь: их можно вернуть.")
    done = _("Снято с показа: %(count)d.")
    action_priority = 40
    classes: ClassVar[set[str]] = {"serious"}

    @classmethod
    def execute_action(cls, objects: Sequence[Enterprise], user: Any = None, **kwargs: Any) -> tuple[int, int]:
        """Do it."""
        return services.retire(objects, user), 0


class RestoreAction(EnterpriseBulkAction):
    """Makes drafts of retired records."""

    display_name = _("Вернуть в черновики")
    action_type = "restore"
    aria_label = _("Вернуть снятые записи в черновики")
    question = _("Снятые с показа записи станут черновиками; опубликуйте их после проверки.")
    done = _("Возвращено в черновики: %(count)d.")
    action_priority = 50

    @classmethod
    def execute_action(cls, objects: Sequence[Enterprise], user: Any = None, **kwargs: Any) -> tuple[int, int]:
        """Do it."""
        return services.restore(objects, user), 0


class DuplicateField(forms.ModelChoiceField):
    """Names a record so that it can be told from another of the same name."""

    def label_from_instance(self, obj: Any) -> str:
        """Return its name, whether visitors see it, its address and numbers."""
        standing = _("на сайте") if obj.is_shown else _("не на сайте")
        numbers = [f"{label} {number}" for label, number in ((_("ИНН"), obj.inn), (_("ОГРН"), obj.ogrn)) if number]
        return ", ".join([f"{obj.name} — {standing}", f"/{obj.slug}/", *numbers])


class MergeForm(forms.Form):
    """Which of the duplicates stays."""

    kept = DuplicateField(
        label=_("Какая запись остаётся"),
        queryset=Enterprise.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": _("Выберите запись, которая остаётся.")},
    )

    def __init__(self, *args: Any, enterprises: Sequence[Enterprise] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.enterprises = enterprises
        self.fields["kept"].queryset = Enterprise.objects.filter(pk__in=[one.pk for one in enterprises])  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Refuse what is no merge of duplicates."""
        cleaned = super().clean() or {}
        if len(self.enterprises) < 2:
            raise ValidationError(_("Отметьте хотя бы две записи одной организации."))
        kept = cleaned.get("kept")
        if kept:
            services.check_mergeable(kept, self.others(kept))
        return cleaned

    def others(self, kept: Enterprise) -> list[Enterprise]:
        """Return the records that go."""
        return [one for one in self.enterprises if one.pk != kept.pk]


class MergeAction(EnterpriseBulkAction):
    """Joins duplicates into one of them."""

    display_name = _("Объединить")
    action_type = "merge"
    aria_label = _("Объединить выбранные записи в одну")
    question = _(
        "Источники, фото, рынки и упоминания перейдут к той записи, которая остаётся; адреса остальных поведут на неё. "
        "Разделить их потом нельзя: убедитесь, что это одна и та же организация."
    )
    done = _("Объединено записей: %(count)d.")
    action_priority = 60
    form_class = MergeForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """Give the form the ticked records."""
        return {**super().get_form_kwargs(), "enterprises": self.get_actionable_objects()[0]}

    @classmethod
    def execute_action(
        cls, objects: Sequence[Enterprise], user: Any = None, form: Any = None, **kwargs: Any
    ) -> tuple[int, int]:
        """Do it."""
        kept = form.cleaned_data["kept"]
        services.merge(kept, form.others(kept), user)
        return len(objects), 0


BULK_ACTIONS = (VerifyTodayAction, RetireAction, RestoreAction, MergeAction)
