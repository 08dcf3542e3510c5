"""Names in a text: what lists know, what the parse shows, one name in several spellings."""
