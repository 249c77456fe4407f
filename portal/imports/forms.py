"""Forms of imports: the file, its columns, the words no vocabulary knows."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from media.uploads.malware import refuse_malware
from portal.imports.columns import Column
from portal.imports.headers import listed
from portal.imports.kinds import ImportKind
from portal.imports.models import ImportRun
from portal.imports.parsing import column_readers
from portal.imports.reading.encodings import ENCODINGS
from portal.imports.reading.limits import LARGEST_FILE

OFFERED_ENCODINGS = ("utf-8-sig", "utf-16", "cp1251", "koi8-r", "cp866")
LEAVE_OUT = "-"


class UploadForm(forms.Form):
    """Takes a table in."""

    file = forms.FileField(
        label=gettext_lazy("Таблица"),
        help_text=gettext_lazy(
            "XLSX или CSV, до 20 МБ и 200 000 строк. Файл удаляется после записи. До утверждения и записи таблицу "
            "видите только вы и администраторы."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
        error_messages={
            "required": gettext_lazy("Выберите файл таблицы."),
            "empty": gettext_lazy("Файл пуст. Выберите таблицу, в которой есть заголовки и строки."),
        },
    )
    encoding = forms.ChoiceField(
        label=gettext_lazy("Кодировка CSV"),
        required=False,
        choices=[("", gettext_lazy("Определить по файлу")), *[(name, ENCODINGS[name]) for name in OFFERED_ENCODINGS]],
        help_text=gettext_lazy("Меняйте, только если буквы на следующем шаге не читаются."),
    )

    def clean_file(self) -> UploadedFile:
        """Refuse what is too large, and what clamd knows for malware, before it is looked into."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            raise forms.ValidationError(_("Файл больше 20 МБ. Разделите таблицу на части."))
        refuse_malware(file)
        return file


class ColumnsForm(forms.Form):
    """Asks which column of the table is which; a field for each column of the kind."""

    def __init__(self, *args: Any, kind: ImportKind, run: ImportRun, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        places = [(str(place), _named(place, heading)) for place, heading in enumerate(run.header)]
        for column in kind.columns:
            self.fields[column.key] = forms.ChoiceField(
                label=str(column.label),
                help_text=str(column.help_text),
                required=column.is_required,
                choices=[("", _("— нет в таблице —")), *places],
                initial=str(run.columns.get(column.key, "")),
                error_messages={"required": _("Без этого столбца строки не прочесть.")},
            )

    def clean(self) -> dict[str, Any]:
        """Refuse one column of the table for two meanings."""
        cleaned = super().clean() or {}
        by_place: dict[str, list[Column]] = {}
        for column in self.kind.columns:
            if cleaned.get(column.key):
                by_place.setdefault(cleaned[column.key], []).append(column)
        for columns in by_place.values():
            if len(columns) > 1:
                names = listed([f"«{column.label}»" for column in columns])
                self.add_error(columns[-1].key, _("Один столбец выбран дважды: %(names)s.") % {"names": names})
        return cleaned

    def places(self) -> dict[str, int]:
        """Return the place of each chosen column."""
        return {key: int(place) for key, place in self.cleaned_data.items() if place}


class WordsForm(forms.Form):
    """Asks what the words mean that are no entries of vocabularies."""

    def __init__(self, *args: Any, kind: ImportKind, run: ImportRun, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.words: dict[str, tuple[str, str]] = {}
        readers = column_readers(kind)
        for key, counted in run.unknown_words.items():
            vocabulary = readers[key].vocabulary if key in readers else None
            if vocabulary is None:
                continue
            terms = [("", _("— решить позже —")), *vocabulary.terms.items(), (LEAVE_OUT, _("Оставить ячейку пустой"))]
            for word, count in counted.items():
                name = f"word-{len(self.words)}"
                self.words[name] = (key, word)
                self.fields[name] = forms.ChoiceField(
                    label=f"«{word}»",
                    required=False,
                    choices=terms,
                    initial=vocabulary.closest(word),
                    help_text=_("%(column)s · встречается: %(count)d")
                    % {"column": readers[key].column.label, "count": count},
                )

    def terms(self) -> dict[tuple[str, str], str]:
        """Return the chosen entry for each word that was decided."""
        return {self.words[name]: "" if term == LEAVE_OUT else term for name, term in self.cleaned_data.items() if term}


def _named(place: int, heading: str) -> str:
    """Return how a column is offered: by its letter, as spreadsheets show it, and its heading."""
    letters = ""
    number = place + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters} · {heading}" if heading else letters
