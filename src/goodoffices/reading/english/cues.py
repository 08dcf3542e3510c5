"""Reporting cues: verbs and phrases that introduce what somebody said (base forms)."""

REPORTING = frozenset(
    """say tell state add announce insist argue explain note stress emphasize emphasise acknowledge
    admit concede confirm claim warn declare assert allege contend maintain reiterate repeat remark
    recall remind assure inform notify suggest indicate signal report reveal predict complain lament
    caution estimate reply respond answer write tweet post testify boast joke observe comment
    underline underscore affirm reaffirm disclose relate proclaim counter retort quip muse opine
    clarify elaborate stipulate vow pledge promise swear charge advise relay
    conclude continue profess guarantee venture profess quote blog volunteer interject specify
    mutter grumble pronounce forecast reckon rule determine""".split()
)
"""With a finite clause these are counted attributions."""

QUOTE_ONLY = frozenset(
    """ask read shout cry whisper exclaim chant urge demand call describe deride dismiss denounce
    condemn criticize criticise blast slam hail praise welcome greet label brand term dub accuse blame
    reject mock ridicule decry lambast lambaste speak talk cite threaten think believe hope agree
    go begin start shoot fire snap plead beg appeal apologize apologise thank laugh sigh mumble
    scoff express voice characterize characterise portray refer propose promise offer deplore attack
    order instruct deny rebuff rule defend commend applaud oppose vow pledge recount intone
    pray wonder reason sum conclude fume thunder gush yell scream denounce castigate pan
    bemoan rail question challenge want seek set expect""".split()
)
"""Speech acts: counted only where words of theirs stand between marks."""

DEEDS = frozenset(
    """move decision step claim charge accusation remark announcement threat demand pledge
    development statement proposal measure figure assertion suggestion comment allegation stance position argument""".split()
)
"""Nouns with which a reporter goes on about what was said or done: ', a move that …'."""

CLOSING = frozenset("say tell announce add report".split())
"""With these and their subject a report closes a sentence of somebody else's words."""

SHOWING = frozenset("indicate suggest signal reveal confirm underscore underline determine".split())
"""What things do as well as people, and say nothing with it."""

FINDING = frozenset(
    "investigation inquiry enquiry probe research analysis ruling audit review test court verdict judgment "
    "comment remark speech word testimony answer reply interview findings finding autopsy paperwork source sources website site story piece programme program channel "
    "media press radio television data law rule rules evidence".split()
)
"""Things that tell what was found or said."""

PARTICIPLES = frozenset(
    "saying adding warning telling insisting arguing noting stressing claiming stating "
    "explaining announcing declaring emphasizing emphasising acknowledging suggesting indicating "
    "asserting alleging reiterating confirming replying responding writing predicting cautioning "
    "complaining admitting conceding maintaining contending vowing remarking observing pledging "
    "muttering grumbling quipping joking musing lamenting boasting testifying affirming reaffirming proclaiming "
    "promising recalling underlining underscoring reporting asking revealing assuring informing".split()
)
"""Gerunds that open a reported clause sharing the subject of the clause before."""

NARRATIVE_PARTICIPLES = frozenset(
    """blaming accusing citing referring describing calling urging praising demanding denouncing
    condemning criticizing criticising pointing quoting rejecting dismissing threatening speaking
    welcoming echoing appealing signalling signaling inviting labelling labeling comparing
    expressing thanking crediting stopping questioning""".split()
)
"""Gerunds with which the reporter, not the speaker, goes on."""

QUESTION = frozenset("ask inquire enquire wonder question".split())
"""With if, whether or a question word these ask; they assert nothing."""

PASSIVE_QUOTE = frozenset("quote cite report".split())
"""'was quoted (by Y) as saying', 'Y quoted X as saying'."""

PASSED_ON = PASSIVE_QUOTE | {"paraphrase"}
"""'Y paraphrased X as telling Z'."""

ADDRESSED = frozenset("tell inform assure remind notify warn advise caution".split())
"""Cues whose object is the person spoken to."""


IRREALIS_MODALS = frozenset(
    "will would may might could should must can shall 'll 'd wo ca need".split()
)

NEGATIONS = frozenset("not n't n’t never nor neither nobody none no hardly without".split())

DOCUMENTS = frozenset(
    """statement communique communiqué letter report document text draft resolution paper declaration
    message transcript note release study survey memo memorandum decree order article editorial
    tweet post posting email e-mail advisory leaflet circular filing agreement notice broadcast commentary bulletin cable proposal plan
    deal accord treaty charter brief briefing account advertisement petition lawsuit complaint indictment""".split()
)
"""Nouns for things that 'say': their issuer speaks where the text tells who that is."""

ISSUED = frozenset("statement communique communiqué letter message tweet post posting note".split())
"""Documents whose words are their issuer's own."""

COUNTS = frozenset(
    "figures figure data estimates estimate statistics records count tally poll survey index numbers results result".split()
)
"""'According to the ministry's own figures': whose figures they are speaks."""

HOLDERLESS = frozenset(
    "reports rumours rumors leaks allegations speculation signs data figures polls results "
    "anything everything nothing something evidence images photos videos pictures footage records estimates scenario schedule".split()
)
"""Subjects that hold nothing: 'reports said' names nobody."""

NO_SOURCE = frozenset(
    "plan plans schedule law rules reports rumours rumors estimates custom protocol "
    "need needs term terms procedure practice tradition type size age merit index mass weight income rank "
    "ability abilities taste circumstances condition conditions situation situations".split()
)
"""After 'according to' these name no speaker."""

AUDIENCE = frozenset(
    "reporters journalists lawmakers mps peers senators councillors parliament council conference briefing agency "
    "television tv radio newspaper channel".split()
)

OCCASIONS = frozenset(
    "statement letter interview conference speech remark remarks briefing comment comments broadcast "
    "email e-mail message report tweet post hearing rally address note reporters journalists".split()
)
"""What words are said in or at: 'in a letter to the council', 'during the press conference'."""
