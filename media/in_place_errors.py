"""Turns places in a page's content into errors at the very field or block."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import BaseModelForm
from wagtail.blocks import ListBlockValidationError, StreamBlockValidationError, StructBlockValidationError
from wagtail.blocks.list_block import ListValue
from wagtail.blocks.stream_block import StreamValue

from media.photo_places import child_key

Tree = dict[str, Any]


def add_problems_in_place(form: BaseModelForm, problems: Sequence[Any]) -> None:
    """Add each problem to the field or block its path names, and to the whole form where there is none."""
    by_field: dict[str, list[Any]] = {}
    for problem in problems:
        field = problem.path[0] if problem.path else ""
        if field in form.fields:
            by_field.setdefault(field, []).append(problem)
        elif not _add_to_formset(form, problem):
            form.add_error(None, ValidationError(problem.message))
    for field, found in by_field.items():
        form.add_error(field, _field_error(getattr(form.instance, field, None), found))


def _add_to_formset(form: BaseModelForm, problem: Any) -> bool:
    formsets = getattr(form, "formsets", {})
    if len(problem.path) < 3 or problem.path[0] not in formsets:
        return False
    name, key, child_field = problem.path[:3]
    children = enumerate(getattr(form.instance, name).all())
    meant = next((child for position, child in children if child_key(child, position) == key), None)
    for child_form in formsets[name].forms:
        if child_form.instance is meant or (meant and meant.pk and child_form.instance.pk == meant.pk):
            child_form.add_error(child_field, ValidationError(problem.message))
            return True
    return False


def _field_error(value: Any, problems: Sequence[Any]) -> ValidationError:
    if isinstance(value, StreamValue):
        placed = [problem for problem in problems if len(problem.path) > 1 and _has_block(value, problem.path[1])]
        if len(placed) == len(problems):
            return _block_error(value, _tree(problems))
    return ValidationError(list(dict.fromkeys(str(problem.message) for problem in problems)))


def _has_block(stream: StreamValue, block_id: str) -> bool:
    return any(child.id == block_id for child in stream)


def _tree(problems: Sequence[Any]) -> Tree:
    tree: Tree = {}
    for problem in problems:
        node = tree
        for part in problem.path[1:-1]:
            node = node.setdefault(part, {})
        node[problem.path[-1]] = problem.message
    return tree


def _block_error(value: Any, node: Any) -> ValidationError:
    if not isinstance(node, dict):
        return ValidationError(node)
    if isinstance(value, StreamValue):
        return StreamBlockValidationError(
            block_errors={
                i: _block_error(child.value, node[child.id]) for i, child in enumerate(value) if child.id in node
            }
        )
    if isinstance(value, ListValue):
        bound = enumerate(value.bound_blocks)
        return ListBlockValidationError(
            block_errors={i: _block_error(child.value, node[child.id]) for i, child in bound if child.id in node}
        )
    return StructBlockValidationError(
        block_errors={name: _block_error(value.get(name), below) for name, below in node.items()}
    )
