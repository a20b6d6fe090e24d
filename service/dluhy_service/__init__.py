"""The engine over HTTP: thin over the library, nothing stored."""
