"""Good Offices: what would hold, and what would have to change."""
