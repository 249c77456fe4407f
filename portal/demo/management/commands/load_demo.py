"""Loads the first site with its real content."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import translation

from portal.accounts.demo_logins import DemoLoginsForbiddenError, create_demo_logins
from portal.demo.loading.article import article_exists, load_article
from portal.demo.loading.entrances import load_entrances
from portal.demo.loading.exports import load_export_figures, load_exports, load_exports_page
from portal.demo.loading.figures import load_figures
from portal.demo.loading.industries import load_enterprises
from portal.demo.loading.industry_pages import load_industry_pages
from portal.demo.loading.photos import (
    load_demonstration_photos,
    load_holders,
    load_plates,
    load_reason_templates,
    load_slots,
)
from portal.demo.loading.technopolis import load_technopolis, load_technopolis_page
from portal.figures.models import FigureValue, Source


class Command(BaseCommand):
    help = "Loads the demo site into an empty database; an existing article is never touched."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--if-empty", action="store_true", help="Do nothing where there is an article already.")

    def handle(self, *args: Any, **options: Any) -> None:
        if article_exists():
            if options["if_empty"]:
                self.stdout.write("Статья уже есть: демонстрационные данные не загружаются.")
                return
            raise CommandError("В базе уже есть статья. Чтобы начать заново, выполните make demo-reset.")
        try:
            with translation.override("ru"), transaction.atomic():
                self._load()
        except DemoLoginsForbiddenError as error:
            raise CommandError(
                "Демонстрационные данные с их учётными записями загружаются только в настройках разработки."
            ) from error

    def _load(self) -> None:
        logins = create_demo_logins()
        editor, moderator = logins["editor"], logins["moderator"]
        self._say("Цифры и источники…")
        figures = load_figures(editor)
        self._say(f"Цифры: {FigureValue.objects.count()} значений из {Source.objects.count()} источников.")
        sites = load_technopolis(figures, editor)
        self._say(f"Площадки зоны: {len(sites)}.")
        enterprises = load_enterprises(editor)
        drafts = sum(not enterprise.live for enterprise in enterprises)
        self._say(f"Предприятия: {len(enterprises)} записей, из них черновиков — {drafts}.")
        export_figures, exports = load_export_figures(), load_exports(editor)
        self._say(
            f"Экспорт: фактов — {exports['facts']}, кейсов — {exports['cases']}, событий — {exports['events']}, "
            f"из них черновиков — {exports['drafts']}."
        )
        holders = load_holders()
        photos = load_plates(holders["editorial"], editor, moderator, self._say)
        load_demonstration_photos(holders["editorial"], editor, moderator)
        load_slots(holders["press_service"], photos)
        load_reason_templates()
        self._say("Статья и разделы…")
        article = load_article({**figures, **export_figures}, photos, editor)
        sections = article.get_children().count()
        load_entrances(article, editor)
        load_industry_pages(article, photos, editor)
        load_exports_page(article, {**figures, **export_figures}, photos, editor)
        load_technopolis_page(article, editor)
        self._say(f"Готово: «{article.title}», разделов — {sections}.")

    def _say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()
