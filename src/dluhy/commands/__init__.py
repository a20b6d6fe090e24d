"""What the commands do once their arguments are known: run the library, tell people, return an exit status."""
