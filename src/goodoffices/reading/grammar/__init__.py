"""Sentences with their grammar: what the parser is given, what it answers, and its known errors put right."""
