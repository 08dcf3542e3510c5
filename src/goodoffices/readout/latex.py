"""An analysis as LaTeX tables, as papers print them: options and states, rankings, who is stable where."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from goodoffices.readout.plain import harmless
from goodoffices.readout.tables import LETTERS, shown_states, status_quo
from goodoffices.stability import CONCEPTS, Analysis, Concept

__all__ = ["escaped", "to_latex"]

_ACROSS = 8  # states side by side in the table of options; more go into further blocks
_LETTERS = 14  # of a name in a line above the concepts
_PAGE = 40  # rows a page holds; longer tables break over pages

_WORDS = "p{0.18\\linewidth}p{0.3\\linewidth}"  # the columns of who and what

_RESERVED = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': r"\textquotedbl{}",
    "[": "{[}",  # else it may be read as an option of the line break before it
    "]": "{]}",
}
_PATTERN = re.compile("|".join(re.escape(letter) for letter in _RESERVED))


def escaped(text: str) -> str:
    r"""Return text that LaTeX prints as it stands.

    >>> print(escaped("50% of A_1 & {B}"))
    50\% of A\_1 \& \{B\}
    """
    one_line = " ".join(harmless(text).split())
    return _PATTERN.sub(lambda found: _RESERVED[found[0]], one_line)


def to_latex(
    analysis: Analysis, concepts: Sequence[Concept] = CONCEPTS, *, every_state: bool = False
) -> Iterator[str]:
    r"""Write an analysis as LaTeX tables to put into a paper; the text around them is the author's.

    Three tables: the options with the states as columns of Y and N, the rankings, and for each state
    the concepts under which it is stable for each decision maker and for all. States are named
    :math:`s_k` by number. Of large conflicts the states that matter are shown, and the caption says so.

    >>> import goodoffices as go
    >>> lines = "".join(to_latex(go.load("textbook/chicken").analyse())).splitlines()
    >>> lines[0]
    '% Needs \\usepackage{booktabs}, and \\usepackage[T1]{fontenc} with pdfLaTeX.'
    """
    shown = shown_states(analysis, concepts, every_state=every_state)
    long = len(shown.numbers) > _PAGE
    packages = ["booktabs", "longtable"] if long else ["booktabs"]
    needed = ", ".join(f"\\usepackage{{{package}}}" for package in packages)
    yield f"% Needs {needed}, and \\usepackage[T1]{{fontenc}} with pdfLaTeX.\n"
    note = escaped(shown.sentence.split(" --all")[0])
    if analysis.conflict.listed_states:
        yield from _listed(analysis, shown.numbers, note)
    else:
        yield from _options(analysis, shown.numbers, note)
    yield "\n"
    yield from _rankings(analysis, shown.numbers, note)
    yield "\n"
    yield from _stability(analysis, concepts, shown.numbers, note, long=long)


def _options(analysis: Analysis, numbers: Sequence[int], note: str) -> Iterator[str]:
    """Write who has which option, and in which states it is taken."""
    states, title = analysis.states, escaped(analysis.conflict.title)
    yield "\\begin{table}\n\\centering\n"
    yield f"\\caption{{{title}: options and states.{' ' + note if note else ''}}}\n"
    yield "\\smallskip\n"
    blocks = [numbers[k : k + _ACROSS] for k in range(0, len(numbers), _ACROSS)]
    for block in blocks:
        taken = {number: set(states.taken(number)) for number in block}
        yield f"\\begin{{tabular}}{{{_WORDS}{'c' * len(block)}}}\n\\toprule\n"
        yield _row(["Decision maker", "Option", *(_state(number) for number in block)])
        yield "\\midrule\n"
        for dm in analysis.conflict.decision_makers:
            for k, option in enumerate(dm.options):
                told = escaped(option.text or option.id)
                letters = ["Y" if option.id in taken[number] else "N" for number in block]
                yield _row([escaped(dm.label) if not k else "", told, *letters])
        yield "\\bottomrule\n\\end{tabular}\n"
        if block is not blocks[-1]:
            yield "\n\\medskip\n"
    yield "\\end{table}\n"


def _listed(analysis: Analysis, numbers: Sequence[int], note: str) -> Iterator[str]:
    """Write what each listed state is, with the options known to be taken in it."""
    conflict, states = analysis.conflict, analysis.states
    texts = {option.id: option.text or option.id for option in conflict.options}
    yield "\\begin{table}\n\\centering\n"
    yield f"\\caption{{{escaped(conflict.title)}: states.{' ' + note if note else ''}}}\n"
    yield "\\smallskip\n"
    yield "\\begin{tabular}{llp{0.35\\linewidth}p{0.35\\linewidth}}\n\\toprule\n"
    yield _row(["State", "Name", "What it is", "Taken"]) + "\\midrule\n"
    for number in numbers:
        listed = conflict.listed_states[number - 1]
        taken = "; ".join(texts[id_] for id_ in states.taken(number))
        yield _row([_state(number), escaped(listed.id), escaped(listed.text), escaped(taken)])
    yield "\\bottomrule\n\\end{tabular}\n\\end{table}\n"


def _state(number: int) -> str:
    return f"$s_{{{number}}}$"


def _row(cells: Iterable[str]) -> str:
    return f"{' & '.join(cells)} \\\\\n"


def _rankings(analysis: Analysis, numbers: Sequence[int], note: str) -> Iterator[str]:
    """Write each decision maker's ranking of the states shown, best first."""
    yield "\\begin{table}\n\\centering\n"
    yield (
        f"\\caption{{{escaped(analysis.conflict.title)}: rankings, most preferred first; "
        f"$\\sim$ joins states that tie.{' ' + note if note else ''}}}\n"
    )
    yield "\\smallskip\n"
    yield "\\begin{tabular}{p{0.2\\linewidth}p{0.72\\linewidth}}\n\\toprule\n"
    yield _row(["Decision maker", "Ranking"]) + "\\midrule\n"
    for dm in analysis.conflict.decision_makers:
        tiers: dict[int, list[str]] = {}
        for number in numbers:
            tiers.setdefault(analysis.rank(dm.id, number), []).append(f"s_{{{number}}}")
        ranking = " \\succ ".join(
            " \\sim ".join(tiers[rank]) for rank in sorted(tiers, reverse=True)
        )
        yield _row([escaped(dm.label), f"${ranking}$"])
    yield "\\bottomrule\n\\end{tabular}\n\\end{table}\n"


def _stability(
    analysis: Analysis,
    concepts: Sequence[Concept],
    numbers: Sequence[int],
    note: str,
    *,
    long: bool,
) -> Iterator[str]:
    """Write under which concepts each state is stable for whom, and for all: a column for each."""
    here = status_quo(analysis)
    caption = _stability_caption(analysis, concepts, note, marked=here in numbers)
    groups = [dm.label for dm in analysis.conflict.decision_makers] + ["All"]
    columns = "l" + "c" * (len(groups) * len(concepts))
    head = "".join(_stability_head(groups, concepts))
    yield "{\\footnotesize\\setlength{\\tabcolsep}{2pt}\n"
    if long:
        yield f"\\begin{{longtable}}{{{columns}}}\n{caption} \\\\\n"
        yield f"\\toprule\n{head}\\midrule\n\\endhead\n\\bottomrule\n\\endfoot\n"
    else:
        yield f"\\begin{{table}}\n\\centering\n{caption}\n\\smallskip\n"
        yield f"\\begin{{tabular}}{{{columns}}}\n\\toprule\n{head}\\midrule\n"
    for number in numbers:
        name = f"$s_{{{number}}}{'^*' if number == here else ''}$"
        yield _row([name, *_marks(analysis, concepts, number)])
    yield "\\end{longtable}" if long else "\\bottomrule\n\\end{tabular}\n\\end{table}"
    yield "}\n"


def _stability_caption(
    analysis: Analysis, concepts: Sequence[Concept], note: str, *, marked: bool
) -> str:
    letters = ", ".join(f"{LETTERS[concept]} {concept}" for concept in concepts)
    told = [f"{escaped(analysis.conflict.title)}: stable states ($\\bullet$) under {letters}."]
    told += ["$^*$ marks the status quo."] if marked else []
    told += ["Sanctions are one move of one opponent."] if analysis.sanctions != "legal" else []
    return f"\\caption{{{' '.join([*told, *filter(None, [note])])}}}"


def _stability_head(groups: Sequence[str], concepts: Sequence[Concept]) -> Iterator[str]:
    """Write who above which concept."""
    wide = len(concepts)
    yield _row(["", *(f"\\multicolumn{{{wide}}}{{c}}{{{_stacked(group)}}}" for group in groups)])
    ends = (2 + wide * k for k in range(len(groups)))
    yield " ".join(f"\\cmidrule(lr){{{first}-{first + wide - 1}}}" for first in ends) + "\n"
    yield _row(["State", *(LETTERS[concept] for _ in groups for concept in concepts)])


def _stacked(name: str) -> str:
    """Return a name in lines that fit above its columns."""
    lines = textwrap.wrap(name, _LETTERS) or [name]
    stacked = " \\\\ ".join(map(escaped, lines))
    return f"\\shortstack{{{stacked}}}" if lines[1:] else stacked


def _marks(analysis: Analysis, concepts: Sequence[Concept], number: int) -> Iterator[str]:
    """Yield a mark or nothing for each decision maker and concept, and for all."""
    for dm in analysis.conflict.decision_makers:
        for concept in concepts:
            yield "$\\bullet$" if analysis.is_stable(concept, dm.id, number) else ""
    for concept in concepts:
        yield "$\\bullet$" if analysis.is_equilibrium(concept, number) else ""
