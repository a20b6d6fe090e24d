"""The brief of a municipality: its numbers, index, what to do first, services, provisions."""

from dluhy.municipal.brief.making import brief_of

__all__ = ["brief_of"]
