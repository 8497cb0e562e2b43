"""What every table of a form's files has in common."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A table of a form file: unchangeable, and closed to keys that it does not name."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}
