"""What an editor reads when a file is refused: what is wrong and what to do."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from media.uploads.limits import LIMITS

FORMATS = "JPEG, PNG, WebP, AVIF, HEIC, GIF"

SENTENCES = {
    "empty": _("Файл пуст. Выберите его ещё раз."),
    "too-large": _("Файл больше %(megabytes)d МБ. Сохраните снимок в JPEG или уменьшите его и загрузите снова."),
    "not-a-picture": _("Это не снимок. Загрузите файл %(formats)s."),
    "document": _("Это документ или архив, а не снимок. Загрузите файл %(formats)s."),
    "vector": _("Рисунки SVG не принимаются: в них может быть программа. Сохраните рисунок в PNG и загрузите снова."),
    "other-picture": _("Этот вид картинок не принимается. Сохраните снимок в JPEG или PNG и загрузите снова."),
    "truncated": _("Файл обрезан: он дошёл не целиком. Отправьте его ещё раз."),
    "damaged": _("Файл повреждён, открыть снимок не удаётся. Сохраните его заново в JPEG и загрузите снова."),
    "too-small": _("Снимок слишком мал: нужно не меньше %(side)d точек по короткой стороне."),
    "too-many-pixels": _("В снимке больше %(megapixels)d миллионов точек. Уменьшите его и загрузите снова."),
    "too-heavy": _("На этот снимок не хватает памяти. Уменьшите его или сохраните в JPEG и загрузите снова."),
    "too-slow": _("Снимок разбирается слишком долго. Сохраните его заново в JPEG и загрузите снова."),
    "busy": _("Сейчас разбираются другие снимки. Подождите минуту и загрузите этот снова."),
    "malware": _("В документе найдена вредоносная программа. Он не сохранён."),
    "not-scanned": _("Проверка на вирусы сейчас не отвечает, документ не сохранён. Попробуйте позже."),
    "scan-busy": _("Сейчас проверяются другие файлы, документ не сохранён. Подождите минуту и отправьте его снова."),
    "not-stored": _("Файл не удалось сохранить на сервере. Попробуйте позже; если не поможет, скажите администратору."),
}


# Only others are in the way: the same file may be sent again in a while.
BUSY_CODES = frozenset({"busy", "scan-busy"})


def refusal(code: str, most_bytes: int = 0) -> ValidationError:
    """Return the refusal with its sentence."""
    values = {
        "megabytes": most_bytes // 1024**2,
        "formats": FORMATS,
        "side": LIMITS.least_side,
        "megapixels": LIMITS.most_pixels // 1_000_000,
    }
    return ValidationError(SENTENCES[code], code=code, params=values)
