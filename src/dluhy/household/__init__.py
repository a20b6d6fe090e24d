"""The household: what comes in, what goes out, what is left, what the law says it must live on, what it could draw."""
