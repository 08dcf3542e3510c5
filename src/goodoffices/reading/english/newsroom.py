"""What newsrooms write when somebody takes a side: set turns, stance by stance, one a line.

How the lines are read is told in :mod:`goodoffices.reading.english.inflected`.
"""

from goodoffices.reading.english.inflected import rows

_PLAN = r"(?:plan|plans|proposal|proposals|offer|package|draft|paper|scheme|deal|solution|formula|roadmap|blueprint|text|vision|ideas)"
_DEAL = r"(?:agreement|deal|accord|pact|understanding|settlement|compromise|truce)"
_RULING = r"(?:ruling|order|verdict|decision|agreement|truce|cease-?fire|deal|accord|pact|result|results|outcome|terms|treaty|commitments?|obligations?)"
_STAND = (
    r"(?:stance|position|stand|line|opposition|objections|resistance|demands?|terms|conditions)"
)

PERSONAL = rows(
    demand=r"""
(?:<lodge>|<submit>|<make>|<file>|<put> in) <a> (?:\w+ ){0,2}?(?:request|demand|claim) (?:for|to|that|with)
<have> set <own> sights on
<give> (?:\S+ ){1,3}?a list of demands
<put> the (?:onus|ball) on
(?:<be>|<go>) on strike (?:for|to demand|in support of a claim)
<down> tools to (?:demand|press)
<make> representations to
<lean> on (?=\S+ (?:\S+ ){0,3}?to\b)
<be> (?:adamant|insistent|categorical|emphatic) that
<be> (?:keen|eager|anxious|impatient) to see
<be> looking for (?:\w+ )?(?:guarantees|assurances|concessions)
would like (?!to\b)(?:\S+ ){1,4}?to (?!see|say|thank|know)
<settle> for nothing less
wants? nothing (?:less|short)
<file> (?:\w+ ){0,2}?requests for (?!patents?)
<fight> to (?:keep|save|win back|reclaim) (?!(?:the )?(?:town|city|life|lives|cathedral)|<own> li)
<have> (?:consistently|repeatedly|long|always) (?:asked|called|pressed|pushed) for
<press> (?:home )?<own> (?:claim|demand|case)s?
<make> <a> (?:\w+ )?(?:appeal|plea) (?:for|to)
<make> <a> (?:\w+ )?call for
(?:<be>|<run>) (?:\w+ )?on strike over
<issue> <a> (?:\w+ ){0,2}?(?:appeal|plea|call) (?:for|to)
(?:let[’']s|let us) get
""",
    propose=rf"""
<come> (?:up|back|forward|out) with an? (?:[\w-]+ ){{0,3}}?{_PLAN}
<make> an? (?:\w+ )?(?:overtures?|counter-?offer|counter-?proposal)
(?:<draw> up|<circulate>|<sponsor>|<table>|<introduce>|<submit>|<present>) an? (?:[\w-]+ ){{0,2}}?(?:draft|motion|amendment|{_PLAN})
(?:<renew>|<repeat>|<revive>|<reiterate>|<sweeten>|<improve>) (?:<own>|an?|the) (?:\w+ )?(?:offer|proposal|bid|invitation)
(?:<set>|<lay>|<spell>|<outline>) out (?:<own> |an? |the )?(?:[\w-]+ ){{0,3}}?{_PLAN}
(?:<air>|<float>) the (?:idea|possibility|notion) of
<toy> with the idea of
<hold> out the (?:prospect|possibility|promise) of (?!.{{0,30}}\b(?:sanction|embargo|ban|strike|force|action|war|retaliation|tariff))
<make> (?:itself|himself|herself|themselves) available
<offer> (?:an?|the) olive branch
""",
    accept=rf"""
(?:reach(?:es|ed)?|came to|arrived at) (?:an? |the )?{_DEAL} (?:with|on|over)
<shake> hands on
<be> on board with
<find> common ground on
<see> eye to eye
<bury> the hatchet
<vote> to (?:take|accept|approve|ratify|join|adopt|return)
rubber-(?:<stamp>)
(?:will|would) (?:\w+ly )?(?:honou?r|respect|abide by|comply with|observe|adhere to|implement|uphold) (?:the|its|his|her|their|any|all) (?:\S+ ){{0,2}}?{_RULING}
(?:will|would) (?:take part in|attend|join|participate in) (?:the|an?|any|these) (?:\S+ ){{0,2}}?(?:talks|conference|negotiations|dialogue|process)
<grant> (?:the|an?|<own>) (?:\S+ ){{0,2}}?(?:requests?|wish|demands?|appeal)
<give> (?:<own> )?permission (?:for|to)
<end> (?:the|an?|<own>) (?:\S+ ){{0,2}}?boycott
<pronounce> (?:itself|himself|herself) satisfied
(?:has|have|had) committed to
<decide> to (?:take part|attend|join|participate|accept|comply|cooperate|sign)
<be> persuaded to (?:accept|admit|allow|join|sign|attend|return)
(?:<take>|<seize>) the (?:offer|deal|opportunity)
""",
    provisionally_accept=rf"""
(?:<reach>|<strike>|<come> to) an? (?:tentative|preliminary|provisional|interim|partial) {_DEAL}
(?:<reach>|<come> to) an? {_DEAL} in principle
(?:<do>|<have>|could|would)(?: not|n['’]t) ruled? out (?=.{{0,40}}\b(?:talks|negotiat\w+|deal|compromise|truce|meeting|joining|accepting|return|concessions|extension|dialogue|coalition|plan|pact|offer))
<be> leaning towards? (?:accepting|signing|backing|joining)
<be> favou?rably inclined
<be>(?: not|n['’]t) opposed (?:in principle )?to
<see> (?:\S+ ){{1,5}}?as a basis for
""",
    condition=r"""
(?:<set>|<lay> down|<lay> out|<spell> out|<attach>|<name>) (?!no )(?:\S+ )?(?:conditions|pre-?conditions|terms|strings|its price|his price|their price) (?:for|on|to)
(?:<tie>|<link>) (?:\S+ ){0,2}?(?:release|return|aid|vote|votes|support|signature|approval|lifting|withdrawal|participation|progress|resumption|pullout|cooperation|ratification) (?:of (?:\S+ ){1,4}?)?to
<condition> (?:<own>|the) (?:\S+ ){1,6}?(?:on|upon)
<withhold> (?:<own>|the) (?:\S+ ){1,3}?(?:pending|until)
<hold> back (?:<own>|the) (?:\S+ ){1,3}?(?:pending|until)
<reserve> <own> position
<be> (?:conditional|contingent) (?:up)?on
<see> (?:\S+ ){1,4}?as a (?:prerequisite|precondition|condition) for
""",
    concede=rf"""
(?:<make>|<perform>|<do>) an? (?:\w+ )?(?:U-?turn|about-?face|climb-?down|volte-face|retreat|concessions?)
<reverse> (?:course|itself|himself|<own> (?:\w+ )?(?:decision|stance|position|policy|ban|opposition))
<retreat> from (?:an?|the|<own>) (?:\w+ )?(?:plans?|demands?|threats?|pledge|promise|proposals?)
(?:<ease>|<soften>|<relax>|<moderate>|<drop>|<abandon>|<reduce>|<lower>|<temper>) <own> (?:\w+ )?{_STAND}
<waive> <own> (?:\w+ )?(?:rights?|veto|objections?|demands?|claims?|immunity)
<give> up (?:<own> (?:\w+ )?(?:bid|fight|effort|struggle|plan|plans)|the fight)
(?:<cede>|<give>) ground
<shift> <own> (?:\w+ )?(?:stance|position|stand)
<make> an? (?:goodwill|conciliatory) gesture
<put> (?:\S+ ){{1,4}}?on hold
(?:<row>|<backpedal>|back-pedalled|<backtrack>|<roll>) back on
<be> (?:forced|obliged|compelled) to (?:accept|concede|back down|climb down|(?:drop|withdraw|abandon|scrap) (?:the|an?|<own>) (?:\w+ ){{0,2}}?(?:demands?|plans?|bid|claims?|objections?|bill|policy|offer|tax|curfew|ban))
<have> no choice but to (?:accept|agree|concede|back down|give in|sign)
<resign> (?:itself|himself|herself|themselves) to
<blink> first
<throw> in the towel
(?:<raise>|<wave>) the white flag
<admit> (?:that )?(?:it|he|she|they) (?:had been|was|were|is|are) wrong
as an? (?:sign|gesture) of (?:good ?will|good faith)
<swallow> <own> (?:objections|pride)
""",
    reject=r"""
<end> (?:a|the|its|their|his) (?:truce|cease-?fire)(?! monitoring)
<be> no longer bound by
<wave> (?:away|aside)
<hold> up (?:the )?(?:approval|ratification|adoption|passage|signing|vote)
<come> out (?:\w+ly )?against
<be> up in arms
(?:will|would) have none of
<be> having none of
<turn> a deaf ear
<disclaim> (?:any )?responsibility
<distance> (?:itself|himself|herself|themselves) from
<laugh> off
<give> (?:an?|the) (?:frosty|cool|chilly|icy) (?:reception|response)
<be> (?:standing|holding) (?:<own> ground|firm)
<be> digging in <own> heels
<be> in no mood (?:to|for)
<ignore> (?:an?|the|<own>|repeated|international) (?:\S+ ){0,2}?(?:orders?|calls?|appeals?|requests?|demands?|deadline|ultimatum|pleas?|rulings?|ban)
<flout>
<have> shown (?:no|little) (?:interest|willingness|inclination|sign)
(?:<close>|<shut>|<slam>) the door (?:on|to)
<go> back on <own>
would(?: not|n['’]t) hear of
<have> no time for
<hold> out against
<stop> short of (?:endorsing|backing|supporting|accepting|recogni[sz]ing|agreeing)
<refuse> (?:point-blank|flatly|outright)
(?:will|would) (?:challenge|contest) (?:the|this|that|any|<own>)
<stay> away from the (?:\w+ )?(?:talks|vote|meeting|conference|polls|ceremony|summit|session)
(?:<do>)(?: not|n[’']t) have any (?:reason|intention|obligation|plans?) (?:to|of) (?!worry|fear|doubt|be|believe|think|panic|turn)
<have> no (?:obligation|duty) to
would rather (?:die|fight|quit|resign|starve|go to (?:prison|jail))
<be> against (?:any|such|all|this|that|the (?:plan|idea|proposal|deal|war|move|decision|bill|measure|project|strike|sanctions|use|creation|deployment|expansion|sale|merger))
<give> (?:\S+ )?short shrift
""",
    accuse=r"""
<cry> foul
<be> suing
(?:<pin>|<put>|<lay>|<place>|<heap>|<cast>) (?:the |all the |much of the )?blame (?:on|for|at|squarely)
<see> the hand of
<finger> (?:the|an?|<own>)
<blow> the whistle on
(?:<trade>|<exchange>) (?:\w+ )?(?:accusations|blame|charges|barbs)
<turn> <own> guns on
<point> (?:the|an?) (?:\w+ )?finger
<hold> (?:\S+ ){1,5}?(?:responsible|accountable) for
<document> (?:\S+ ){0,4}?(?:cases?|instances?|abuses?|violations?|killings?|torture|crimes)
<summon> (?:\S+ ){1,6}?to (?:complain|protest)
""",
    disapprove=r"""
<take> a dim view
<be> sick (?:of|and tired)
<tear> into (?!pieces)
<round> on
<grill> (?:the |an? |<own> )?(?:\w+ )?(?:officials?|ministers?|nominees?|executives?|secretary|premier|governor|president|chief)
(?:<heckle>|<boo>) (?:the|an?|<own>)
<grumble> (?:about|over|at|that)
(?:<bristle>|<chafe>) at
<cast> (?:\w+ )?doubts? (?:on|over)
<question> (?:the|<own>) (?:\w+ )?(?:wisdom|need|legality|legitimacy|credibility|independence|fairness|value|validity)
<have> (?:\w+ )?(?:misgivings|reservations|doubts|qualms) (?:about|over)
<be> (?:uneasy|scathing|unimpressed|livid|incensed|aghast|fed up|indignant|bitter|exasperated) (?:about|at|over|with|of|by)
<stage> an? (?:\w+ )?(?:walk-?out|protest|demonstration|sit-in) (?:over|against) (?!the weekend)
<take> to the streets (?:against|to protest|in protest)
<pass> a vote of no confidence
<sound> the alarm (?:about|over|on)
<vent> <own> (?:\w+ )?(?:anger|fury|frustration|rage)
<lose> (?:faith|patience|confidence) (?:in|with)
<be> losing (?:faith|patience|confidence) (?:in|with)
<pour> scorn on
<poke> holes in
<speak> out against
<do>(?: not|n['’]t) approve of
<have> harsh words for
<take> a swipe at
<raise> (?:\w+ )?(?:doubts|questions) (?:about|over)
<voice> (?:\w+ )?(?:frustration|doubts|anger|fears?|criticism)
""",
    support=r"""
<give> the thumbs?[- ]up
<take> the side of
<be> united behind
<express> (?:\w+ )?(?:solidarity|satisfaction|sympathy|gratitude|appreciation|admiration)
(?:<reaffirm>|<reiterate>|<renew>|<restate>) (?:<own>|an?|the|\S+s) (?:[\w-]+ ){0,2}?(?:commitment|support|friendship|solidarity|backing)
<be> (?:\w+ly )?pleased and
(?:<rally>|<march>|<demonstrate>) in support of
<see> merit in
<look> (?:favou?rably|kindly) (?:on|upon)
<remain> behind
<lend> (?:<own> )?(?:voice|name|weight|support) to
<put> <own> names? to
<swing> behind
<line> up behind (?=.{0,40}\b(?:bid|plan|candidacy|candidate|leader|president|premier|government|proposal|deal|call|general))
<close> ranks behind
<come> down on the side of
(?:<leap>|leapt|<come>|<rush>|<spring>) to (?:the|<own>) defen[cs]e
(?:<stick>|<stand>|<speak>) up for
<vouch> for
<warm> to
<second> the motion
recogni[sz]e[sd]? (?:\S+ ){1,6}?as (?:the|an?) (?:\w+ )?(?:legitimate|sole|government|representative)
<be> (?:delighted|thrilled|satisfied|relieved|thankful) (?:by|at|with|that|to see)
<take> heart from
<share> the view of
sympathi[sz]e[sd]? with
<have> (?:\w+ )?sympathy for
<be> on the side of
<have> faith in
<put> <own> faith in
<stand> united with
<sing> the praises
<throw> (?:<own> )?(?:\w+ )?(?:weight|support|lot) (?:behind|in with)
<have> (?:\w+ )?kind words for
<call> (?:\S+ ){1,5}?an? (?:\w+ )?(?:positive|important|welcome|major|historic|big) (?:step|development|achievement)
advocat(?:es|ed|ing)
""",
    threaten=r"""
<give> notice of
<dangle> the prospect of
<hold> out the (?:prospect|possibility|threat) of (?=.{0,30}\b(?:sanction|embargo|ban|strike|force|action|war|retaliation|tariff))
<hint> at (?:\w+ ){0,2}?(?:sanctions|retaliation|action|reprisals|an? ban|an? embargo|strikes?)
(?:<do>|<have>|could|would)(?: not|n['’]t) ruled? out (?=.{0,40}\b(?:strikes?|force|sanctions|action|war|retaliat\w+|attack\w*|invasion|tariffs?|measures))
<send> (?:\w+ )?death threats
(?:could|may|might) (?:\w+ )?(?:decide to )?(?:strike (?:if|unless|over|as)|boycott|go on strike|walk out|retaliate|veto)
(?:<renew>|<repeat>|<reiterate>) (?:<own> )?threats?
resort to (?:other|military|force|all|violence)
(?:<plan>|<intend>|<prepare>) to (?:impose|raise|slap|levy) (?:\w+ ){0,2}?(?:tariffs|sanctions)
<be> (?:poised|ready|prepared) to (?:storm|strike|retaliate|attack|ram|hit back|walk out|quit|leave|pull out|fight)
<be> drawing up (?:\w+ )?(?:countermeasures|sanctions|reprisals)
(?:will|would|could|may|might) (?:\w+ )?(?:go on strike|walk out|stop work|down tools|bring (?:\S+ ){1,4}?to a standstill|go to (?:court|war)|take (?:\S+ ){0,3}?to court|take (?:legal|military|industrial|tough|stern|strong|punitive|retaliatory) (?:action|measures|steps)|resume (?:its|their|the) (?:war|attacks|armed struggle|fight)|impeach|retaliate|boycott|blockade|invade|wipe out)
(?:will|would|could|may|might) (?:\w+ )?(?:sue|prosecute|deport|sack|expel|bomb|execute|kill|crush)(?=.{0,80}\b(?:if|unless)\b)
(?:will|would) (?:\w+ )?take (?:\S+ ){0,3}?(?:measures|steps|action) (?:against|in response)
(?:will|would) (?:\w+ )?take all (?:\w+ )?(?:measures|steps) (?:necessary )?to (?:protect|safeguard|defend|respond)
(?:will|would) take all measures necessary
warn(?:s|ed|ing)? of (?:\w+ ){0,3}?(?:retaliation|reprisals|strikes?|protests|stoppages?|veto|sanctions|war|countermeasures|consequences)
(?:<promise>|<vow>) (?:\w+ ){0,2}?(?:retaliation|revenge|reprisals|response|reply|attacks|countermeasures|punishment)
(?:will|would|might|may|could) (?:\w+ )?(?:impose|slap|levy) (?:\S+ ){0,4}?(?:tariffs?|sanctions|duties|surtax|surtaxes|embargo|penalties on)
(?:will|would) (?:file|lodge|bring) an? (?:\w+ )?(?:complaint|lawsuit|case|suit)
<set> (?:\S+ )?to strike
(?:will|would)(?: not|n['’]t) (?:stand|sit) idly by
""",
    ultimatum=r"""
<give> (?:\S+ ){1,6}?(?:hours?|days?|weeks?|months?|minutes?) to (?!prepare|recover|celebrate|think|decide|mourn|respond)
<tell> (?:\S+ ){1,5}?to (?:\S+ ){1,8}?or (?:face|lose|be|risk|leave|die|quit)
<set> (?:an?|the) (?:\S+ ){0,2}?deadline (?:of|for)
<put> (?:\S+ ){1,4}?on notice
<send> (?:\S+ ){1,4}?(?:final|last) warning
<issue> (?:an?|the) (?:final|last) warning
""",
    constraint=r"""
(?:does|do|did)(?: not|n['’]t) have (?:enough|the) (?:\w+ )?(?:ships?|troops|staff|men|power|powers|means|authority|mandate|resources|capacity|equipment|fuel|funds|right|votes)
<be> stretched (?:too )?thin
<be> (?:short|out) of (?:men|money|funds|cash|fuel|staff|supplies)
<be> not at liberty to
""",
)
"""By these their subject takes the stance."""

DRAWN = rows(
    disapprove=r"""
(?:<draw>|<attract>|<provoke>|<spark>|<trigger>|<prompt>|<cause>|<meet>|<bring>) (?:with )?(?:an? |the )?(?:[\w-]+ ){0,2}?(?:criticism|condemnation|protests?|ire|jeers|rebuke|outcry|backlash|rebukes|denunciations?|complaints?|dismay) (?:from|by)
to the (?:\w+ )?(?:dismay|annoyance|anger|fury|chagrin) of
under (?:\w+ )?fire from
(?:ill received|coolly received) by
(?:did|does|do|will|would)(?: not|n[’']t) go down well with
""",
    demand=r"""
(?:requests?|calls?|demands?|appeals?|pleas?) (?:have|has|had|also) (?:also )?(?:come|came) from
""",
    reject=r"""
(?:<meet>|<face>|<encounter>|<run> into) (?:with )?(?:an? |the )?(?:[\w-]+ ){0,2}?(?:opposition|resistance|objections|rejection) from
""",
    support=r"""
(?:<win>|<draw>|<earn>|<get>|<gain>|<receive>|<have>|<enjoy>) (?:an? |the )?(?:[\w-]+ ){0,2}?(?:support|backing|endorsement|praise|applause|blessing|approval|nod) (?:of|from)
with the (?:\w+ )?(?:backing|blessing|support) of
""",
)
"""What something draws from whoever is named right behind."""
