"""The report as a page: passages marked where they stand, speakers in the margin, debris greyed.

One file without scripts from elsewhere. Every statement is reachable with Tab or with j and k;
Enter on a speaker marks everything that speaker said. Works without script too: marks and
margin notes are links to each other.
"""

from collections.abc import Iterator
from html import escape
from itertools import pairwise

from goodoffices.record.model import Position, Record, Statement

_STYLE = """
:root{--bg:#fcfcfa;--fg:#1d1f21;--muted:#5b6067;--line:#d8d8d2;--mark:#fdf0c4;--edge:#8a6100;--mixed:#e3effb;
--medge:#1f5c99;--pos:#a3302b;--focus:#0b57d0;--card:#fff}
@media (prefers-color-scheme:dark){:root{--bg:#16181b;--fg:#e7e5df;--muted:#a3a8ae;--line:#363a40;--mark:#44370f;
--edge:#e3b341;--mixed:#14324d;--medge:#7db8f0;--pos:#ff9c94;--focus:#8ab4f8;--card:#1e2125}}
*{box-sizing:border-box}html{scroll-behavior:smooth}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--bg);color:var(--fg);font:1.0625rem/1.6 Georgia,"Times New Roman",serif}
header,main,section.more{max-width:76rem;margin:0 auto;padding:1rem 1.25rem}
h1{font-size:1.5rem;line-height:1.25;margin:.5rem 0}h2{font-size:1.1rem;margin:1.5rem 0 .5rem}
.facts,.keys,.who,table,.legend{font:.875rem/1.45 system-ui,sans-serif}.facts,.keys{color:var(--muted)}
.row{display:grid;grid-template-columns:minmax(0,42rem) minmax(13rem,17rem);gap:0 2rem}
.row>p{margin:.45rem 0;overflow-wrap:anywhere;white-space:pre-wrap;max-width:42rem}
.who{list-style:none;margin:.45rem 0;padding:0 0 0 .75rem;border-left:2px solid var(--line)}
.who:empty{border-color:transparent}.who li{margin:0 0 .45rem}
.who a{color:inherit;font-weight:600;text-decoration-color:var(--edge);text-underline-offset:.2em}
.who small{display:block;color:var(--muted);font-size:.8125rem}
mark{background:var(--mark);color:inherit;border-bottom:2px solid var(--edge);padding:.05em 0;border-radius:2px}
mark a{color:inherit;text-decoration:none}
mark.indirect,mark.mixed{background:var(--mixed);border-bottom:2px dashed var(--medge)}
mark.nested{background:none;border-bottom:1px dotted var(--medge)}
.stance{text-decoration:underline wavy var(--pos) 1px;text-underline-offset:.3em}
.dropped{color:var(--muted);opacity:.85}.dropped s{text-decoration-thickness:1px}.tag{font:.75rem system-ui,sans-serif;
border:1px solid var(--line);border-radius:3px;padding:0 .35em;color:var(--muted)}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
mark.same,li.same{box-shadow:0 0 0 2px var(--focus)}:target{outline:3px solid var(--focus);outline-offset:2px}
table{border-collapse:collapse;width:100%;background:var(--card)}th,td{text-align:left;vertical-align:top;
padding:.35rem .6rem;border-bottom:1px solid var(--line)}.wide{overflow-x:auto}
@media (max-width:52rem){.row{grid-template-columns:minmax(0,1fr)}.who{margin-bottom:1rem}}
@media print{.keys{display:none}mark{border-bottom-width:1px}}
"""

_SCRIPT = """
const marks=[...document.querySelectorAll('mark[data-first] a')];
let at=-1;
marks.forEach((a,i)=>{
 a.addEventListener('focus',()=>{at=i});
 a.addEventListener('click',()=>{
  const who=document.querySelector(a.getAttribute('href')+' a');
  if(who)setTimeout(()=>who.focus({preventScroll:true}),0);
 });
});
document.addEventListener('keydown',e=>{
 if(e.ctrlKey||e.metaKey||e.altKey)return;
 if(e.key==='Escape'){document.querySelectorAll('.same').forEach(n=>n.classList.remove('same'));return}
 if(e.key!=='j'&&e.key!=='k')return;
 const i=e.key==='j'?Math.min(at+1,marks.length-1):Math.max(at-1,0);
 if(marks[i]){marks[i].focus();marks[i].scrollIntoView({block:'center'})}
});
document.querySelectorAll('.who a[data-actor]').forEach(a=>a.addEventListener('click',()=>{
 document.querySelectorAll('.same').forEach(n=>n.classList.remove('same'));
 document.querySelectorAll(`[data-actor="${a.dataset.actor}"]`).forEach(n=>(n.closest('li')||n).classList.add('same'));
}));
"""


def render_page(record: Record, name: str = "Report") -> str:
    """Return the HTML page of a record."""
    title = record.source.title or name
    rows = "\n".join(_rows(record))
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>\n"
        f"<header><h1>{escape(title)}</h1>{_facts(record)}</header>\n"
        f'<main aria-label="The report, with passages marked">\n{rows}\n</main>\n'
        f'<section class="more">{_positions(record)}{_notes(record)}</section>\n'
        f"<script>{_SCRIPT}</script></body></html>\n"
    )


def _facts(record: Record) -> str:
    source = record.source
    counted = [s for s in record.statements if s.category == "reported_speech"]
    known = [
        f"published {source.published} ({source.published_basis})"
        if source.published
        else "publication date unknown",
        f"publisher {source.publisher}" if source.publisher else "publisher unknown",
        f"{len(counted)} statements, {len(record.positions)} positions: proposed by rules, each waiting for a person",
    ]
    return (
        f'<p class="facts">{escape("; ".join(known))}.</p>'
        '<p class="legend"><mark>direct speech</mark> <mark class="indirect">reported speech</mark> '
        '<span class="stance">stance</span> <span class="dropped"><s>not part of the report</s></span></p>'
        '<p class="keys">Keys: j and k go from passage to passage, Enter jumps to the speaker, Esc clears.</p>'
    )


def _rows(record: Record) -> Iterator[str]:
    """One row a paragraph: the words on the left, who speaks on the right."""
    at = 0
    for line in record.text.split("\n"):
        end = at + len(line)
        if line.strip():
            here = [
                s
                for s in record.statements
                if s.fragments and at <= s.fragments[0].start < max(end, at + 1)
            ]
            note = "".join(_margin(s, record) for s in here)
            yield f'<div class="row"><p>{_marked(record, at, end)}</p><ul class="who">{note}</ul></div>'
        at = end + 1


def _margin(statement: Statement, record: Record) -> str:
    who = escape(statement.speaker_name or "nobody named")
    actor = record.actor(statement.speaker)
    unsure = "" if actor is None or actor.resolved else ", introduced nowhere"
    kind = (
        statement.kind
        if statement.category == "reported_speech"
        else f"{statement.kind}, {statement.category}"
    )
    return (
        f'<li id="who-{statement.id}"><a href="#{statement.id}" data-actor="{escape(statement.speaker or statement.id)}">{who}</a>'
        f"<small>{escape(kind)}{unsure}; rule {escape(statement.rule)}, {statement.score:g}</small></li>"
    )


def _marked(record: Record, start: int, end: int) -> str:
    """The words of one line, cut at every edge so that overlapping passages nest properly."""
    spans = [
        (f.start, f.end, s)
        for s in record.statements
        for f in s.fragments
        if f.start < end and start < f.end
    ]
    stances = [
        (p.trigger.start, p.trigger.end, p)
        for p in record.positions
        if p.trigger.start < end and start < p.trigger.end
    ]
    gone = [
        (d.span.start, d.span.end, d.kind)
        for d in record.dropped
        if d.span.start < end and start < d.span.end
    ]
    edges = sorted(
        {start, end, *(e for s in (*spans, *stances, *gone) for e in s[:2] if start < e < end)}
    )
    return "".join(_piece(record.text, a, b, spans, stances, gone) for a, b in pairwise(edges))


def _piece(
    text: str,
    start: int,
    end: int,
    spans: list[tuple[int, int, Statement]],
    stances: list[tuple[int, int, Position]],
    gone: list[tuple[int, int, str]],
) -> str:
    words = escape(text[start:end])
    stance = next((p for s, e, p in stances if s <= start < e), None)
    if stance is not None:
        label = escape(f"{stance.holder_name or 'unnamed'}: {stance.stance.replace('_', ' ')}")
        words = f'<span class="stance" title="{label}">{words}</span>'
    kind = next((k for s, e, k in gone if s <= start < e), None)
    if kind is not None:
        tag = (
            f' <span class="tag">{escape(kind.replace("_", " "))}</span>'
            if any(e == end for _, e, _ in gone)
            else ""
        )
        return f'<span class="dropped"><s>{words}</s>{tag}</span>'
    for low, high, statement in sorted(
        ((s, e, x) for s, e, x in spans if s <= start < e), key=lambda t: t[1] - t[0]
    ):
        first = low == start and statement.fragments[0].start == low
        style = statement.category if statement.category == "nested" else statement.kind
        identity = f' id="{statement.id}" data-first' if first else ""
        link = f'<a href="#who-{statement.id}" aria-label="{escape(statement.speaker_name or "nobody named")}: {escape(text[low : min(high, low + 60)])}">{words}</a>'
        words = f'<mark class="{style}"{identity} data-actor="{escape(statement.speaker or statement.id)}">{link if first and "<a " not in words else words}</mark>'
    return words


def _positions(record: Record) -> str:
    if not record.positions:
        return ""
    rows = "".join(
        f"<tr><td>{escape(p.holder_name or 'unnamed')}</td><td>{escape(p.stance.replace('_', ' '))}</td>"
        f"<td>{escape(p.trigger.exact)}{escape(' … ' + p.object.exact if p.object else '')}</td>"
        f"<td>{escape(_terms(p))}</td></tr>"
        for p in record.positions
    )
    return (
        '<h2>Positions</h2><div class="wide" tabindex="0" role="region" aria-label="Positions"><table><thead><tr>'
        "<th>Actor</th><th>Stance</th><th>Words</th><th>Condition, deadline</th></tr></thead>"
        f"<tbody>{rows}</tbody></table></div>"
    )


def _terms(position: Position) -> str:
    """What a position hangs on: its condition, its deadline, what else happens."""
    parts = [
        position.condition.exact if position.condition else "",
        f"deadline {position.deadline}" if position.deadline else "",
        f"else {position.consequence.exact}" if position.consequence else "",
    ]
    return "; ".join(part for part in parts if part)


def _notes(record: Record) -> str:
    if not record.notes:
        return ""
    return (
        '<h2>To look at</h2><ul class="facts">'
        + "".join(f"<li>{escape(n)}</li>" for n in record.notes)
        + "</ul>"
    )
