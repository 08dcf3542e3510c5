"""An analysis as a graph for networkx, and as GraphML, which most graph programs read."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from goodoffices.errors import LimitError
from goodoffices.readout.moves import listed_moves
from goodoffices.readout.plain import harmless
from goodoffices.readout.tables import refuse_if_long, status_quo
from goodoffices.stability import Analysis
from goodoffices.stability.sentences import state_words

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["to_graphml", "to_networkx"]


def to_networkx(
    analysis: Analysis, *, improvements_only: bool = False, every_state: bool = False
) -> nx.MultiDiGraph:
    """Return the states as nodes and the moves as edges of a networkx ``MultiDiGraph``.

    A node is a state's number. Its attributes: ``state`` (its id: the options taken, with commas),
    ``label``, ``status_quo``; ``code`` and ``yn`` where states are made of options; ``option:ID`` bool;
    ``rank:DM`` int, larger is preferred; ``CONCEPT:DM`` bool, stable for the decision maker;
    ``CONCEPT:all`` bool, an equilibrium. An edge's key is its mover's id; its attributes: ``mover``,
    ``improvement`` bool, ``change`` 1, 0 or -1, and ``move``, a name no other edge has.
    The graph's attributes: ``title``, ``reading``, ``sanctions``, ``version``.

    Parameters
    ----------
    improvements_only : leave out moves that do not improve their mover.
    every_state : build it however many states and moves there are.

    Raises
    ------
    LimitError
        where networkx is not installed, saying how to get it; above 100,000 states or a million moves
        unless ``every_state``.

    >>> import goodoffices as go
    >>> graph = to_networkx(go.load("geneva-2014/council").analyse())
    >>> graph.number_of_nodes(), graph.number_of_edges(), graph.nodes[1]["state"]
    (12, 48, '-')
    """
    networkx = _networkx()
    refuse_if_long(analysis, every_state=every_state)
    conflict = analysis.conflict
    graph = networkx.MultiDiGraph(
        title=harmless(conflict.title),
        reading=harmless(conflict.reading.name),
        sanctions=analysis.sanctions,
        version=analysis.version,
    )
    here = status_quo(analysis)
    for number in analysis.states:
        graph.add_node(number, **_node(analysis, number, number == here))
    for move in listed_moves(analysis, improvements_only=improvements_only, every_move=every_state):
        graph.add_edge(
            move.source,
            move.target,
            key=move.mover,
            mover=move.mover,
            improvement=move.change > 0,
            change=move.change,
            move=f"{move.mover}.{move.source}.{move.target}",
        )
    return graph


def _node(analysis: Analysis, number: int, here: bool) -> dict[str, Any]:
    """Return a state's attributes; each is a plain value, which every format can hold."""
    states, dms = analysis.states, analysis.conflict.decision_makers
    taken = set(states.taken(number))
    made_of = {"code": states.code(number), "yn": states.yn(number)}
    found: dict[str, Any] = {
        "state": states.id(number),
        "label": harmless(state_words(analysis.conflict, number)),
        "status_quo": here,
        **{key: value for key, value in made_of.items() if value is not None},
        **{f"option:{id_}": id_ in taken for id_ in states.option_ids},
        **{f"rank:{dm.id}": analysis.rank(dm.id, number) for dm in dms},
    }
    for concept in analysis.concepts:
        for dm in dms:
            found[f"{concept}:{dm.id}"] = analysis.is_stable(concept, dm.id, number)
        found[f"{concept}:all"] = analysis.is_equilibrium(concept, number)
    return found


def to_graphml(
    analysis: Analysis, *, improvements_only: bool = False, every_state: bool = False
) -> str:
    """Return `to_networkx` as GraphML.

    Raises
    ------
    LimitError
        as `to_networkx` does.

    >>> import goodoffices as go
    >>> to_graphml(go.load("textbook/chicken").analyse()).splitlines()[0]
    "<?xml version='1.0' encoding='utf-8'?>"
    """
    graph = to_networkx(analysis, improvements_only=improvements_only, every_state=every_state)
    written = io.BytesIO()
    # networkx escapes what XML reserves; what XML forbids, `harmless` has taken out
    # the writer on the standard library, so that the bytes do not depend on what else is installed
    _networkx().write_graphml_xml(graph, written, edge_id_from_attribute="move")
    return _in_small_letters(written.getvalue().decode("utf-8").rstrip()) + "\n"


def _in_small_letters(text: str) -> str:
    """Write true and false as XML Schema does; networkx writes them as Python does."""
    flags = re.findall(r'<key id="(\w+)"[^>]* attr.type="boolean"\s*/>', text)
    pattern = rf'(<data key="(?:{"|".join(flags)})">)(True|False)(</data>)'
    return re.sub(pattern, lambda found: f"{found[1]}{found[2].lower()}{found[3]}", text)


def _networkx() -> Any:
    try:
        import networkx
    except ImportError:
        raise LimitError(
            "graphs for other programs need networkx, which is not installed: "
            "pip install 'goodoffices[graph]'; --to dot needs nothing"
        ) from None
    return networkx
