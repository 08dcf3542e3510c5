"""Times, figures and events."""
