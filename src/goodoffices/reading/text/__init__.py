"""From a file to the text as stored, and what of it is the report."""
