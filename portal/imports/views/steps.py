"""What a person decides about an import; only sent forms are taken."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.generic import View
from wagtail.admin import messages

from portal.imports.models import ImportRun
from portal.imports.services import (
    StepRefused,
    approve_undo,
    begin_undo,
    begin_writing,
    check_again,
    drop_undo,
    reject,
    resume,
    send_for_approval,
)
from portal.imports.views.base import RunMixin

STEPS: dict[str, Callable[[ImportRun, Any, int], None]] = {
    "check": check_again,
    "send": send_for_approval,
    "write": begin_writing,
    "write-good": partial(begin_writing, good_rows_only=True),
    "reject": reject,
    "undo": begin_undo,
    "approve-undo": approve_undo,
    "drop-undo": drop_undo,
    "resume": resume,
}


class StepView(RunMixin, View):
    """Takes one step."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Take the step, or say why it can't be taken."""
        step = STEPS.get(kwargs["step"])
        if step is None:
            raise Http404
        try:
            step(self.run, request.user, self.seen)
        except StepRefused as refusal:
            messages.error(request, str(refusal))
        return redirect(self.run_url if self.run.is_seen_by(request.user) else "imports:index")
