"""From the text of one report to a proposed record."""
from goodoffices.reading.marks import find_quotes
from goodoffices.reading.paragraphs import find_paragraphs
from goodoffices.reading.parser import load_model, parse
from goodoffices.reading.pipeline import cast
from goodoffices.reading.statements import find_attributions
from goodoffices.reading.units import make_units
def read_quick(text, keep=None):
    spans=keep or [(0,len(text))]
    paras=find_paragraphs(text,spans)
    quotes=find_quotes(text,paras)
    units=make_units(text,paras,quotes)
    sents=parse(units,load_model())
    atts=find_attributions(sents)
    c=cast(text,sents,atts,spans)
    return sents,atts,c
