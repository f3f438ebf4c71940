"""`page`: a template and all it may use."""

from dataclasses import fields
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def page(
    request: HttpRequest, template: str, context: "DataclassInstance", *, status: int = 200
) -> HttpResponse:
    """Render a template with the fields of a frozen dataclass, and nothing else."""
    values = {field.name: getattr(context, field.name) for field in fields(context)}
    return render(request, template, values, status=status)
