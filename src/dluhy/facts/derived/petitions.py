"""Facts of petitions that are computed."""

from __future__ import annotations
