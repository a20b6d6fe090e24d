"""`python -m dluhy`."""

from dluhy.cli import main

main()
