"""Files of talks made for tests, and the Geneva case's own."""

from functools import cache
from pathlib import Path

from goodoffices import gallery
from goodoffices.talks.talks import Talks, read_talks

GENEVA = Path(gallery.__file__).parent / "geneva-2014" / "talks"


@cache
def geneva_files() -> dict[str, str]:
    return {
        file.relative_to(GENEVA).as_posix(): file.read_text(encoding="utf-8")
        for file in sorted(GENEVA.rglob("*.toml"))
    }


@cache
def geneva() -> Talks:
    return read_talks(geneva_files())


PROCESS = """format = 1
title = "Talks"

[participants.a]
name = "A"
part = "party"

[participants.b]
name = "B"
part = "party"

[participants.m]
name = "M"
part = "mediator"
"""

TEXT = """format = 1
title = "One text"
kind = "paper"
procedure = "one-text"
pen = ["m"]

[clauses.border]
text = "the border"

[clauses.money]
text = "who pays"

[versions.one]
name = "first"
when = 2020-01-01
stage = "proposed"
by = ["m"]
[versions.one.clauses]
border = "the river"

[versions.two]
name = "second"
when = 2020-02-01
stage = "proposed"
by = ["m"]
[versions.two.clauses]
border = "the old river"
money = "both"
"""
