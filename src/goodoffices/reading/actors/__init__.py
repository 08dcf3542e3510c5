"""One actor for all that a report calls by name, office, pronoun or body; who speaks, who backs whom."""
