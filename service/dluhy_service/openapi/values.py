"""What is declared of an operation: its texts, its bodies and answers by form, what it may be refused for."""

from __future__ import annotations

from typing import Any, Final, Literal

from attrs import field, frozen

Method = Literal["get", "post"]
Key = Literal["case", "list", "metrics", "any", "none"]
"""Which key an operation needs: of a scope, any, or none."""
JSON: Final = "application/json"
NDJSON: Final = "application/x-ndjson"
CSV: Final = "text/csv"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@frozen
class Both:
    """A text in Czech and English."""

    cs: str
    en: str

    def __str__(self) -> str:
        """Return both, Czech first."""
        return f"{self.cs} / {self.en}"


@frozen
class Media:
    """A body or an answer of one form: its schema, and names of examples with their values."""

    schema: dict[str, Any]
    examples: dict[str, Any] = field(factory=dict)
    encoding: dict[str, Any] = field(factory=dict)


@frozen(kw_only=True)
class Operation:
    """One method of one path.

    `parameters` and `headers` are names of components; `refusals` types of problems beyond those that every operation
    has; `statuses` further answers without a body of their own, such as 304.
    """

    method: Method
    path: str
    id: str
    tag: str
    summary: Both
    description: Both
    key: Key
    answers: dict[str, Media]
    bodies: dict[str, Media] = field(factory=dict)
    parameters: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()
    refusals: tuple[str, ...] = ()
    not_modified: bool = False
