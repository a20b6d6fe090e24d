"""Facts of claims that are computed."""

from __future__ import annotations
