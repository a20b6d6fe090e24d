"""Evaluates rules: conditions as polars expressions, three-valued, for one row or ten million alike."""
