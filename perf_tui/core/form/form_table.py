"""The base of every table in a form's files."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class FormTable:
    """A table of a form file. It cannot be changed, and no keys but its own are allowed in it."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}
