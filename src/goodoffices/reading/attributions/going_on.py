"""Who spoke just before and goes on: '…, adding that', 'called it “a freezer,” said two had died and'."""

from goodoffices.reading.attributions.said import Attribution


def share_source(attribution: Attribution, found: list[Attribution]) -> None:
    """', adding that': whoever spoke just before in the sentence goes on."""
    cue = attribution.cue
    if cue is None or not found:
        return
    own = attribution.sentence.kid(cue.low, "nsubj", "nsubjpass")
    joined = cue.form in ("finite", "act") and own is None and not cue.passive
    if cue.form != "participle" and not joined:
        return
    last = found[-1]
    if last.cue is None or last.source is None or last.category != "reported_speech":
        return
    sentence = attribution.sentence
    ends = max(end for _, end in last.fragments)
    doer = sentence.kid(sentence.tokens[cue.low].head, "nsubj")
    if cue.form == "participle" and doer is not None and doer.start >= ends:
        return  # 'saying it was late, and the port withdrew its suit, adding that'
    here = sentence.tokens[cue.low].start
    listed = last.rule == "act-quoted" and sentence.tokens[cue.low - 1].tag == ","
    if listed and cue.form == "finite" and ends <= here:
        attribution.source = last.source  # 'called it “a freezer,” said two had died and'
    if last.rule in ("clause-right", "quote-cue", "clause-left") and (
        ends <= here
        and (
            sentence.tokens[cue.low - 1].tag in (",", "CC", "RB")
            or sentence.tokens[cue.low - 1].lower in ("while", "whilst")
        )
        and (
            cue.form == "participle"
            or (attribution.source is None and _hangs_on(attribution, last))
            or any(
                t.tag == "CC" or t.lower == "then"
                for t in sentence.tokens[max(0, cue.low - 3) : cue.low]
            )
        )
    ):
        attribution.source = last.source


def _hangs_on(attribution: Attribution, last: Attribution) -> bool:
    """'noted that …, cautioned that …, and said': a cue that hangs on the one before it."""
    cue, before = attribution.cue, last.cue
    if cue is None or before is None:
        return False
    return attribution.sentence.tokens[cue.low].head == before.low
