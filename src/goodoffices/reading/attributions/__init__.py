"""Who is said to say what: source mention, cue and content, before anyone is resolved."""
