"""Every component of the portal on one page, each from the example that feeds its preview."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.auth import require_admin_access
from wagtail.blocks import Block
from wagtail.fields import StreamField

from portal.core.models import SectionPage

EXAMPLES_HOOK = "register_style_guide_examples"


@dataclass(frozen=True)
class Example:
    """One component with its example rendered."""

    name: str
    label: str
    description: str
    html: SafeString

    @property
    def is_empty(self) -> bool:
        """Whether the example shows nothing."""
        return not strip_tags(self.html).strip() and "<img" not in self.html


def section_models() -> list[type[SectionPage]]:
    """Return every concrete section type of the installed apps."""
    return [model for model in apps.get_models() if issubclass(model, SectionPage)]


def section_blocks() -> Iterator[tuple[str, Block]]:
    """Yield each kind of block that sections offer, once, by its class name."""
    seen: set[type[Block]] = set()
    for model in section_models():
        for field in model._meta.get_fields():
            if isinstance(field, StreamField):
                for block in field.stream_block.child_blocks.values():
                    if type(block) not in seen:
                        seen.add(type(block))
                        yield type(block).__name__, block


def examples() -> list[Example]:
    """Render the example of every block, then those that apps give by the hook ``register_style_guide_examples``."""
    blocks = [
        Example(
            name, str(block.label), str(block.get_description()), SafeString(block.render(block.get_preview_value()))
        )
        for name, block in sorted(section_blocks(), key=lambda pair: pair[0])
    ]
    return [*blocks, *(example for give in hooks.get_hooks(EXAMPLES_HOOK) for example in give())]


@require_admin_access
def style_guide(request: HttpRequest) -> HttpResponse:
    """Show the style guide to staff."""
    return TemplateResponse(request, "core/style_guide.html", {"examples": examples()})
