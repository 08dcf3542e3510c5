"""What speakers say in reports when they judge, charge, ask or refuse, stance by stance, one a line.

How the lines are read is told in :mod:`goodoffices.reading.english.inflected`.
"""

from goodoffices.reading.english.inflected import rows

SPOKEN = rows(
    demand=r"""
(?:it (?:is|was)|it['’]s) (?:\w+ )?(?:imperative|essential|vital|crucial|critical|necessary|incumbent) (?:\S+ ){0,4}?(?:that|to|for)
(?:is|was|['’]s) up to (?:\S+ ){1,4}?to (?!decide|choose|determine|judge)
(?:our|the) people deserve
all (?:we|they|I) (?:want|ask|are asking|demand) (?:is|for)
<have> a (?:\w+ )?(?:duty|responsibility|obligation) to
nothing (?:short of|less than)
there (?:must|should|needs to|has to) be (?!no|a limit|something)
""",
    propose=r"""
how about
why not (?!\?)
(?:my|our) (?:proposal|suggestion|idea|offer) (?:is|was)
what (?:I am|I['’]m|we are|we['’]re) (?:suggesting|proposing) is
(?:we|I) (?:can|could) (?:offer|meet|share|discuss|agree on|start with|sit)
(?:it would be|would be) (?:better|best|wise|wiser) to
perhaps (?:we|they|both|the) (?:\S+ ){0,3}?should
""",
    accept=r"""
(?:is|are|was|were|['’]s) (?:acceptable|fine|ok|okay|agreeable) (?:to|with|by) (?:us|me|them|him|her|the|its|his)
<have> no quarrel with
(?:can|could) (?:work|live) with (?:that|it|this|the)
""",
    provisionally_accept=r"""
in principle,? yes
(?:am|are|is|['’]re|['’]m)(?: not|n['’]t)? (?:not )?saying no
(?:have|has|had) no objections? in principle
a (?:good|sound|possible|useful|workable) (?:basis|starting point) (?:for|to)?
give it a (?:chance|try)
""",
    condition=r"""
[“"‘']no (?:\w+ ){1,2}?, no \w+
[“"‘']not (?:until|before|unless)
(?:we|I|it|they|he|she) (?:have|has|had) (?:just |only )?(?:one|two|three|a single) conditions?
a sine qua non
(?:is|are|was|were) (?:possible|acceptable|conceivable|thinkable|available) (?:only )?if
""",
    concede=r"""
(?:we|I) (?:made|have made) (?:a |some )?mistakes?
(?:we|I) (?:have|need|had) to be flexible
(?:we|I) (?:have|['’]ve) listened
(?:we|I) admit
""",
    reject=r"""
over (?:my|our|his|her|their) dead (?:body|bodies)
(?:is|are|was|were) not on the table
(?:said|there (?:is|was|are|were|had been|have been)) no such (?:talks?|deal|agreement|plans?|order|request|contacts?|meeting|thing)
(?:sanctions|pressure|threats?|plan|approach|policy|this|that) (?:will|would|do|does)(?: not|n['’]t) work (?!with|for|on|in|at|together|under|there|here|until)
no compromise (?:on|with|over)
no such (?:talks|deal|agreement|plans?|request|contacts|meeting) (?:had|has|have|was|were|is|are|existed|exists|took)
take no for an answer
no (?:cease-?fire|deal|agreement|talks|peace|compromise|solution|progress) (?:is|was|will be|would be) possible (?!without|unless|until|if|while|as|so)
(?:can|could)(?:not|n[’']t| not) be (?:the|a) (?:solution|answer|option)
(?:is|was|[’']s) not (?:the|a|an) (?:solution|answer|option)
(?:offer|concessions?|steps?|measures?|promises?|statement|apology|proposal|plan|this|that) (?:is|are) not (?:nearly |simply )?enough
""",
    accuse=r"""
(?:stabbed|stabbing) (?:\S+ ){1,4}?in the back
(?<!who\s)(?<!what\s)(?:is|are|was|were) behind the (?:\w+ ){0,2}?(?:attacks?|bombings?|killings?|shootings?|murders?|poisoning|plot|coup|violence|unrest|raids?|blasts?|assassination)
in (?:the pay|cahoots)
(?:a|the) stooges? of
trumped[- ]up
cover-?up
<have> (?:sold out|betrayed|turned (?:its|their) backs? on|hijacked|torpedoed)
(?:opened fire|fired) (?:on (?:\w+ )?(?:civilians|unarmed|protesters|marchers|demonstrators|fishermen|a (?:school|hospital|clinic)))
(?:shot|killed|murdered) (?:\w+ )?in cold blood
<hold> the (?:country|nation|public|city|people) to ransom
(?:did|has done|had done|have done|does) nothing to (?:save|stop|prevent|help|protect)
put (?:lives|civilians|people) at risk
took bribes
<be> robbing us
left us to die
a culture of impunity
in (?:breach|violation) of
<be> against (?:international )?law
deliberately (?:fired|targeted|attacked|shot|killed|bombed|shelled|rammed|sideswiped|misled|delayed|provoked|destroyed|damaged|blocked|starved|targeting|attacking|provoking|starving)
(?:illegally|unlawfully|fraudulently) (?:\w+ed|\w+ing|change|seize|occupy|detain|enter)
(?:fishing|acting|operating|detained|arrested|seized|occupied) (?:illegally|unlawfully)
(?:attacks?|bombings?|killings?|massacre|blasts?|assault|murders?)(?: \S+){0,6}? (?:was|were|been) (?:carried out|staged|planned|ordered|masterminded|orchestrated|funded|instigated) by (?!helicopters|planes|jets|drones)
(?:carrying out|carried out|playing|played) (?:\w+ )?dirty tricks
dirty tricks (?:were |was )?played
there (?:was|were|had been|has been|have been) (?:\w+ )?(?:fraud|vote-rigging|irregularities|intimidation)(?=.{0,60}\b(?:votes?|voting|polls?|elections?|count|accounts|ballots?|run-?off)\b)
<be> (?:likely |directly |fully |solely |personally )?responsible for (?:the|this|these|those|killing) (?:\w+ ){0,2}?(?:attack|attacks|killings?|bombing|massacre|violence|bloodshed)
""",
    disapprove=r"""
an? (?:slap|kick) in the (?:face|teeth)
an? (?:\w+ )?obstacles? to
null and void
an? (?:unfriendly|hostile) (?:act|move|step|gesture)
shame on
empty (?:words|promises|rhetoric|gesture)
window[- ]dressing
not the (?:right )?(?:way|answer|solution) (?:to|for)?
should never have (?:been )?
should(?: not|n['’]t) have been
sent (?:the|a|an) (?:\w+ )?wrong (?:signal|message)
the wrong (?:approach|decision|way|move|answer|signal|message)
a bitter pill
(?:deeply|very|extremely|gravely) (?:concerning|worrying|troubling|disturbing)
(?:give|gives|giving) (?:the|a|an) (?:\w+ )?wrong (?:signals?|messages?)
not a (?:very |really )?good (?:deal|idea|plan|agreement|sign)
(?:is|was|[’']s) an injustice
""",
    support=r"""
long overdue
(?:is|was|are|were) (?:very |really )?good news
<have> (?:every|the|a) (?:legitimate |sovereign )?right to (?!know|vote|appeal|remain|a\b)
can count on (?:us|me|our)
whatever it takes to (?:help|support|defend)
(?:are|is|['’]re|am|['’]m) (?:fully |firmly |all )?(?:with|behind) (?:our|the) (?:brothers|people|reform|plan|president|proposal)
""",
    threaten=r"""
(?:is|are|was|were|be) a cause for war
blood will (?:flow|be spilled)
a lesson (?:it|they|he|she) will (?:not|never) forget
teach (?:\S+ ){1,3}?a lesson
make (?:them|him|her|you|us|it) pay
turn off the taps?
<own> days are numbered
a legitimate target
fair game
do not test (?:us|our)
(?:our|its|his|her|their) patience (?:is|was|has) (?:not endless|running out|run out|not unlimited|limits|wearing thin)
(?:will|would) face (?:\w+ ){0,3}?(?:sanctions|consequences|punishment|retaliation|war|isolation)
""",
    ultimatum=r"""
(?:this|it) (?:is|was) (?:\S+ )?last (?:chance|warning)\b(?! to (?:see|win|buy|qualify|play|watch|vote))
time is running out for
take it or leave it
,? or else
failing that
""",
    constraint=r"""
(?:is|are|was|were) out of (?:my|our|his|her|their) hands
not (?:within|in) (?:my|our|its|his|her) (?:jurisdiction|remit|competence|power)
no room for manoeuvre
<have> reached <own> limit
(?:can|could) (?:only|merely) (?:carry|recommend|advise|suggest|observe|report|ask|appeal)
""",
)
"""By these whoever speaks takes a stance on what others do."""
