"""Documents that people write: bytes to plain values, fields with labels, strict values, all errors at once."""
