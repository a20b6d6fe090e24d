"""The description of the service (OpenAPI 3.1) and its page: our own document, nothing loaded from elsewhere."""
