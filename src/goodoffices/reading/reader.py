"""From the text of one report to a proposed record."""

from goodoffices.reading.body import find_body
from goodoffices.reading.marks import find_quotes
from goodoffices.reading.paragraphs import find_paragraphs
from goodoffices.reading.parser import load_model, parse
from goodoffices.reading.pipeline import cast
from goodoffices.reading.statements import find_attributions
from goodoffices.reading.units import make_units
def read_quick(text, keep=None):
    body=find_body(text)
    spans=body.keep
    paras=find_paragraphs(text,spans)
    quotes=find_quotes(text,paras)
    units=make_units(text,paras,quotes)
    sents=parse(units,load_model())
    for s in sents:
        if any(a<=s.start<b for a,b in body.headlines): s.headline=True
    atts=find_attributions(sents)
    c=cast(text,sents,atts,spans)
    return sents,atts,c
