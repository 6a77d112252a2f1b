"""The import of a CSV file: looked at, chosen from, and only then taken."""
