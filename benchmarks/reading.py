"""Measure reading: tokens a second on one core, all layers, over the labelled reports of the tests.

``python -m benchmarks.reading``; set OMP_NUM_THREADS=1 for one core.
"""

from __future__ import annotations

import time
from pathlib import Path

from tests.reading.labelled import load_report

from goodoffices.reading import read_text
from goodoffices.reading.reader import _parsed
from goodoffices.reading.text.body import find_body

REPORTS = Path(__file__).parents[1] / "tests" / "reading"


def main() -> int:
    """Print one line each for the parser alone and for all layers."""
    paths = sorted(
        p for folder in ("reports", "heldout", "heldout2") for p in (REPORTS / folder).glob("*.txt")
    )
    reports = [load_report(path) for path in paths]
    read_text(reports[0].text)  # loads the model
    start = time.process_time()
    tokens = sum(len(s) for r in reports for s in _parsed(r.text, find_body(r.text), (), None))
    parsed = time.process_time() - start
    start = time.process_time()
    for report in reports:
        read_text(report.text, published=report.published)
    read = time.process_time() - start
    print(f"{len(reports)} reports, {tokens:,} tokens")
    print(f"parser alone   {tokens / parsed:8,.0f} tokens a second")
    print(f"all layers     {tokens / read:8,.0f} tokens a second")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
