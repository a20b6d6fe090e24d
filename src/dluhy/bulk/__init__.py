"""Runners of the one path over lists that do not fit into memory."""
