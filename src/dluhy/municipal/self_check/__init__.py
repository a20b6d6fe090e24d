"""A municipality as a creditor: what to change by its own list and practice, and why."""

from dluhy.municipal.self_check.checking import SelfCheck, self_check

__all__ = ["SelfCheck", "self_check"]
