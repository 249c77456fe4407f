"""Background work of imports."""

from django.conf import settings
from django.utils import translation
from django_tasks import task

from portal.imports.checking import check_run
from portal.imports.writing import undo_run, write_run


@task()
def check_table(run_key: int) -> None:
    """Check a run; what it says is Russian whoever runs it."""
    with translation.override(settings.LANGUAGE_CODE):
        check_run(run_key)


@task()
def write_table(run_key: int) -> None:
    """Write a run."""
    with translation.override(settings.LANGUAGE_CODE):
        write_run(run_key)


@task()
def undo_table(run_key: int) -> None:
    """Take a run back."""
    with translation.override(settings.LANGUAGE_CODE):
        undo_run(run_key)
