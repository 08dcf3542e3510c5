"""The file that ``goodoffices new`` writes: a small invented dispute that shows every feature."""

from __future__ import annotations

__all__ = ["STARTER"]

STARTER = """\
#:schema https://goodoffices.readthedocs.io/schemas/conflict-1.json
# A conflict for Good Offices: who can do what, what cannot be, and who wants what.
# This one is invented. It analyses as it stands; change it line by line into yours.
# Everything after a # is a remark to readers. Remarks and order are kept when a program edits the file.

format = 1
title = "Two towns and a river"
date = 2026-05-04                  # the day the model describes; less precise in quotes: "2026-05"
status_quo = ["upstream_diverts", "downstream_sues"]   # where matters stand: the options taken

story = \"\"\"
Since the dry summer the upper town leads river water to its fields. The lower town has gone to court.
The river commission offers to bring both to one table.\"\"\"

[reading]                          # who made this reading, when, knowing what
name = "first"
by = "A. Analyst"
written = 2026-05-05

# Decision makers, in order; the id in the header is how the rest of the file speaks of them.
# role: "party" (the default), "patron", "mediator", "body" or "observer".
[decision_makers.upstream]
name = "The upper town"
options.upstream_diverts = "go on leading water to the fields"
options.upstream_pays = "pay for the harm done"
# What it wants, most important first. Words: not, and, or, if, only if, iff, at least k of (...),
# at most k of (...), exactly k of (...). "a if b" is true wherever b is false.
preferences = [
  { wants = "not downstream_sues", because = ["council-minutes"], note = "a lost case costs most" },
  "upstream_diverts",
  "not upstream_pays",
]

[decision_makers.downstream]
name = "The lower town"
options.downstream_sues = "go on with the case in court"
options.downstream_talks = { text = "come to the table", kind = "procedure" }   # or "substance"
preferences = [
  "settled",
  "not upstream_diverts",
  "downstream_sues if upstream_diverts",
]

[decision_makers.commission]
name = "The river commission"
role = "mediator"                  # a mediator has options of procedure only
# moves: "reversible" (the default), "only taken" (not to be given up again) or "only given up".
options.commission_invites = { text = "invite both towns", kind = "procedure", moves = "only taken" }
preferences = ["settled", "at least 1 of (downstream_talks, commission_invites)"]

# Somebody who cares and can do nothing has no options. Instead of preferences there can be a ranking:
# every feasible state from best to worst, each written as the list of the options taken; a list of
# states is a tie; [] is the state with no option taken.
# [decision_makers.farmers]
# role = "observer"
# ranking = [
#   ["upstream_diverts"],
#   [["upstream_pays"], []],
#   { states = [["downstream_sues"]], because = ["council-minutes"], note = "feared most" },
# ]

# Or weights: of two states the one is preferred whose weights of what is true sum to more.
# weights = { settled = 3, upstream_diverts = -1.5 }

[derived]                          # names for what is said often, usable wherever an option is
settled = { is = "upstream_pays and not downstream_sues", text = "the harm is made good out of court" }

# What cannot be: one [[feasibility]] for each, with one of the kinds
#   mutually_exclusive = ["a", "b"]    at_least_one = ["a", "b"]    exactly_one = ["a", "b"]
#   option = "a" with only_if = "b"    never = "a and b"    always = "a or b"
#   never_pattern = "--Y-N"            over all options in order: Y taken, N not, - either
[[feasibility]]
option = "downstream_talks"
only_if = "commission_invites"

[[feasibility]]
never = "downstream_talks and downstream_sues and upstream_pays"
because = ["council-minutes"]
note = "the upper town pays nothing while it is before the court"

# Moves that cannot be made although the options would let them; from and to are statements.
# [[forbidden_moves]]
# by = "downstream"
# from = "downstream_sues"
# to = "downstream_talks and not downstream_sues"

# What other programs' files say and is not modelled yet can be kept: who cannot see which states
# (misperceptions = ["a and b"] of a decision maker) and who acts together (coalitions = [["a", "b"]],
# beside title; analyses take everybody alone, goodoffices coalitions asks about them).

# A conflict can also list its states under [states], and each decision maker's moves from them
# (moves.s1 = ["s2"]); then nothing follows from options. The reference page of the file tells more.

# Where things are written; because = ["council-minutes"] refers to this.
[evidence.council-minutes]
citation = "Minutes of the council of the upper town, 28 April 2026"
said = 2026-04-28
known = 2026-04-30
text = "The mayor calls a lost case the worst that can happen and leaves payment open."

# Another reading of what somebody wants; the others keep theirs.
[rival_readings.fields-first]
title = "For the upper town the fields come first"
by = "B. Analyst"
written = 2026-05-06
preferences.upstream = ["upstream_diverts", "not downstream_sues", "not upstream_pays"]
"""
"""A commented conflict file of format 1 that reads and analyses without change."""
