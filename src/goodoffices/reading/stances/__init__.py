"""Who demands, proposes, accepts or rejects what: triggers in sentences, and whose they are."""
