"""What Word knows and python-docx has no words for: links, bookmarks, fields, repeated heads, direction."""

from __future__ import annotations

from typing import Any, Protocol

from goodoffices.readout.document.model import Run, Words, clean, followed, right_to_left

__all__ = [
    "add_bookmark",
    "add_field",
    "add_words",
    "border_left",
    "repeat_head",
    "restart_numbers",
    "set_language",
    "turn",
]

_COLOURS = {"quiet": "5B636D", "flag": "7A4A00"}
_LINK = "0B5876"


class Marks(Protocol):
    """A writer that knows the name of the bookmark of each anchor."""

    marks: dict[str, str]


def add_words(
    writer: Marks, line: Any, said: Words | str, *, size: float = 0, bold: bool = False
) -> None:
    """Add words to a paragraph, with their styles and links."""
    for run in (Run(said),) if isinstance(said, str) else said:
        text = clean(run.text)
        if not text:
            continue
        made = line.add_run(text)
        _style(made, run, size, bold)
        link = followed(run.link)
        if link:
            _link(writer, line, made, link)


def _style(made: Any, run: Run, size: float, bold: bool) -> None:
    from docx.shared import Pt, RGBColor

    made.bold = True if bold or run.style == "strong" else None
    made.italic = True if run.style == "emphasis" else None
    if size:
        made.font.size = Pt(size)
    if run.style == "code":
        made.font.name = "Consolas"
    if run.style in _COLOURS:
        made.font.color.rgb = RGBColor.from_string(_COLOURS[run.style])
    if right_to_left(run.text):
        made.font.rtl = True


def _link(writer: Marks, line: Any, made: Any, link: str) -> None:
    """Make a run lead somewhere: to a bookmark of the file or to an address."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    element = OxmlElement("w:hyperlink")
    if link.startswith("#"):
        element.set(qn("w:anchor"), _mark(writer, link[1:]))
    else:
        target = line.part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        element.set(qn("r:id"), target)
    made.font.color.rgb = RGBColor.from_string(_LINK)
    made.font.underline = True
    made._r.addprevious(element)
    element.append(made._r)


def _mark(writer: Marks, anchor: str) -> str:
    """Return the name of an anchor's bookmark: Word allows 40 letters, digits and underscores."""
    return writer.marks.setdefault(anchor, f"go_{len(writer.marks) + 1}")


def add_bookmark(writer: Marks, line: Any, anchor: str) -> None:
    """Mark a paragraph as where an anchor is."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    if not anchor:
        return
    name = _mark(writer, anchor)
    for kind in ("w:bookmarkStart", "w:bookmarkEnd"):
        element = OxmlElement(kind)
        element.set(qn("w:id"), name.removeprefix("go_"))
        if kind == "w:bookmarkStart":
            element.set(qn("w:name"), name)
        line._p.append(element)


def add_field(line: Any, code: str) -> Any:
    """Add a field that Word fills in, such as PAGE; return its run."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = line.add_run()
    for kind in ("begin", "", "separate", "text", "end"):
        if kind == "text":
            element = OxmlElement("w:t")
            element.text = "1"
        elif kind:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        else:
            element = OxmlElement("w:instrText")
            element.text = code
        made._r.append(element)
    return made


def repeat_head(row: Any) -> None:
    """Have Word repeat a row at the head of every page its table goes over."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement("w:tblHeader")
    element.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(element)


def turn(line: Any) -> None:
    """Set a paragraph from right to left."""
    from docx.oxml import OxmlElement

    line._p.get_or_add_pPr().insert_element_before(
        OxmlElement("w:bidi"),
        *("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing"),
        *("w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment"),
        *("w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr"),
        "w:pPrChange",
    )


def border_left(line: Any, colour: str = _LINK) -> None:
    """Draw a line before a paragraph, which sets it off."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders, left = OxmlElement("w:pBdr"), OxmlElement("w:left")
    for key, value in (("val", "single"), ("sz", "18"), ("space", "8"), ("color", colour)):
        left.set(qn(f"w:{key}"), value)
    borders.append(left)
    line._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap",
        "w:overflowPunct", "w:topLinePunct", "w:autoSpaceDE", "w:autoSpaceDN", "w:bidi",
        "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing",
        "w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment",
        "w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr",
        "w:pPrChange",
    )  # fmt: skip


def restart_numbers(file: Any, style: str) -> int:
    """Return a new numbering of a list style that begins at 1."""
    numbering = file.part.numbering_part.element
    of_style = file.styles[style].element.pPr.numPr.numId.val
    abstract = next(n.abstractNumId.val for n in numbering.num_lst if n.numId == of_style)
    made = numbering.add_num(abstract)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(made.numId)


def set_language(file: Any, language: str) -> None:
    """Say in which language the file is, for spelling and for those who hear it."""
    from docx.oxml.ns import qn

    for found in file.styles.element.iter(qn("w:lang")):
        found.set(qn("w:val"), {"en": "en-GB"}.get(language, language))
