"""Random conflicts and other helps for testing what builds on Good Offices; needs Hypothesis."""
