"""The small case, written anew for each test."""

from pathlib import Path

import pytest

import goodoffices as go
from goodoffices.case import Case
from tests.case.cases import small


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return the folder of a small case."""
    return small(tmp_path)


@pytest.fixture
def case(root: Path) -> Case:
    """Return the small case, opened."""
    return go.load_case(root)
