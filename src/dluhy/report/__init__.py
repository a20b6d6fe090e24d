"""Results -> what people and programs read: workbook, CSV, NDJSON, Parquet, a summary on the terminal."""
