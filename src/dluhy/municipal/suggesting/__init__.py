"""What a municipality should do: suggestions for a case, a list, a place and a region."""

from dluhy.municipal.suggesting.making import suggest

__all__ = ["suggest"]
