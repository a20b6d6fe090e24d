"""What the commands do once their arguments are known: run the library, tell people, return an exit status."""

from typing import Final

STANDARD: Final = ":-"
"""How standard input and output are named once the command line was read, where a lone dash looks like an option."""
