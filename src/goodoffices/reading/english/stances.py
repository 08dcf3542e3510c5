"""Words that take a stance, by stance; particles and prepositions after a blank."""

VERBS: dict[str, str] = {}
_TABLE = {
    "demand": "demand|call for|call on|call upon|urge|ask for|seek|press for|push for|appeal for|appeal to|appeal|"
    "insist|insist on|request|implore|exhort|beseech|petition|plead for|plead with|press|lobby for|echo|insist upon|"
    "ask|want|challenge|require|expect|clamour for|clamor for|agitate for|campaign for|order|instruct|pressure|tell|hold out for|clamour|plead|encourage|push|"
    "beg|entreat|rally for|cry out for",
    "propose": "propose|offer|invite|put forward|table|volunteer|float|recommend|suggest",
    "accept": "accept|agree|approve|sign|consent|adopt|ratify|acquiesce|assent|extend|sign up|initial|embrace|"
    "live with|go along with|settle for|put up with|abide by|lay down|green-light|pledge|resolve to|promise|comply with|heed|concur|renew",
    "concede": "concede|acknowledge|admit|give way|back down|relent|yield|give ground|capitulate|climb down|compromise|bow to|backtrack|back off|scale back",
    "reject": "reject|refuse|rule out|oppose|boycott|veto|rebuff|spurn|turn down|decline|deny|deride|dismiss|"
    "withdraw|pull out|walk out|suspend|resist|vote against|storm out|block|object to|object|"
    "rebut|refute|defy|overrule|rubbish|vote down|throw out|back out|opt out|disown|shun|scuttle|torpedo|snub|renounce|walk away|scoff at|brush aside|brush off|shrug off|break off|"
    "repudiate|overturn|quash|strike down|annul|disavow|balk|disagree|stay away|disregard|dispute|push back|stop|decide|choose|opt|call off|scrap|cancel|abandon|terminate|freeze|postpone",
    "accuse": "accuse|blame|denounce|fault|allege|charge",
    "disapprove": "condemn|dislike|resent|criticize|criticise|deplore|lament|slam|blast|lambast|lambaste|decry|regret|"
    "hit out|lash out|castigate|rebuke|berate|ridicule|reproach|disparage|denigrate|belittle|excoriate|rail against|frown on|frown upon|mock|scorn|censure|chide|assail|bemoan|protest|protest against|disapprove|complain|chastise|reprimand|scold|admonish",
    "support": "support|agree with|back|vote for|vote in favour|vote in favor|welcome|praise|hail|applaud|endorse|commend|side with|stand by|stand behind|co-sponsor|"
    "champion|salute|laud|congratulate|favour|favor|throw weight behind|thank|acclaim|extol|rally behind|get behind|espouse|defend",
    "threaten": "threaten|vow|swear|warn",
}
for _stance, _words in _TABLE.items():
    for _word in _words.split("|"):
        VERBS.setdefault(_word, _stance)

PARTICLES = frozenset(
    "for on upon to forward up out down against way ground from with by aside off behind at over "
    "away in along back".split()
)

PROPOSALS = frozenset(
    "idea proposal plan draft text demand resolution offer condition term deal solution ultimatum "
    "compromise formula initiative measure status precondition request ceasefire cease-fire truce pause "
    "arrangement deployment partition presence notion".split()
)
"""What one rejects by calling it unacceptable; anything else one disapproves of."""

PUBLIC = frozenset(
    "public resident people citizen traveler traveller tourist driver motorist passenger patient parent "
    "consumer customer investor user voter student farmer villager".split()
)
"""Whoever warns these does so for their own good."""

PRAISING = frozenset(
    "milestone historic constructive positive breakthrough success victory welcome heroes".split()
)
"""With 'called it …' these praise."""

MILD = frozenset("warning useful important fruitful helpful encouraging frank best final".split())
"""With 'called it …' these neither praise nor blame."""

WORRIED = frozenset(
    "alarmed outraged appalled dismayed disappointed shocked saddened troubled "
    "upset suspicious angry dissatisfied displeased annoyed furious perplexed angered sceptical skeptical critical disturbed frustrated unhappy wary horrified".split()
)
"""'is … by, at, about, of' what one disapproves of."""

PLEASED = frozenset(
    "happy pleased encouraged grateful heartened supportive appreciative thankful".split()
)
"""'is … about, with, of' what one supports."""

MEETING = frozenset("meet talk discuss hold agree negotiate cooperate co-operate work sign".split())
"""'is ready to …': what one agrees to; other acts one offers."""

GIVING_UP = frozenset("withdraw modify pause drop relinquish yield leave concede".split())
"""'is willing to …': what one gives up."""

AT_RISK = frozenset(
    "security peace stability existence future integrity sovereignty enjoyment rights right lives life "
    "safety economy livelihood process interests unity health".split()
)
"""What is threatened without a threat being made: 'threatens regional security'."""

WRONGS = frozenset(
    "undermine violate breach obstruct sabotage provoke destabilise destabilize trample interfere meddle "
    "harass fabricate distort mislead lie cheat rig exploit ignore disregard block hinder impede hamper "
    "jeopardise jeopardize endanger threaten sponsor harbour harbor commit perpetrate massacre torture "
    "persecute discriminate collude conspire plot stoke incite deceive betray weaken disrupt derail "
    "trample bully intimidate politicise politicize fuel weaponise weaponize hamper stall indulge punish "
    "smuggle loot plunder suppress oppress repress starve blackmail coerce defy flout shirk renege abuse "
    "pocket embezzle siphon misappropriate swindle defraud forge whitewash brutalise brutalize enslave "
    "besiege imprison disenfranchise gerrymander muzzle gag smear slander defame insult humiliate bankroll "
    "orchestrate mastermind instigate conceal withhold dodge evade squander mismanage bungle botch extort "
    "misuse manipulate falsify silence mistreat spy stonewall steal rob dupe torpedo hijack foment "
    "marginalise marginalize overstep desecrate sideswipe ram scapegoat vilify demonise demonize".split()
)
"""Said of somebody else, these accuse."""

ACCUSING = frozenset(
    "denial aggression provocation violation violations crimes atrocities massacre obstruction betrayal "
    "blackmail terrorism provocations persecution intimidation harassment "
    "marginalisation marginalization vandalism extortion bullying discrimination repression "
    "oppression cover-up".split()
)
"""Nouns with which a speaker accuses."""

EVALUATIVE = {
    "unacceptable": "disapprove",
    "absurd": "reject",
    "outrageous": "disapprove",
    "illegal": "accuse",
    "shameful": "disapprove",
    "irresponsible": "disapprove",
    "disgraceful": "disapprove",
    "intolerable": "disapprove",
    "regrettable": "disapprove",
    "deplorable": "disapprove",
    "baseless": "reject",
    "groundless": "reject",
    "one-sided": "reject",
    "ridiculous": "reject",
    "nonsense": "reject",
    "inadmissible": "reject",
    "illegitimate": "reject",
    "unfounded": "reject",
    "false": "reject",
    "untrue": "reject",
    "hoax": "reject",
    "meaningless": "reject",
    "objectionable": "disapprove",
    "flawed": "disapprove",
    "unfair": "disapprove",
    "unjust": "disapprove",
    "unlawful": "disapprove",
    "unconstitutional": "disapprove",
    "undemocratic": "disapprove",
    "counterproductive": "disapprove",
    "counter-productive": "disapprove",
    "short-sighted": "disapprove",
    "inappropriate": "disapprove",
    "unhelpful": "disapprove",
    "provocative": "disapprove",
    "hypocritical": "disapprove",
    "reckless": "disapprove",
    "disastrous": "disapprove",
    "catastrophic": "disapprove",
    "inhumane": "disapprove",
    "offensive": "disapprove",
    "damning": "disapprove",
    "unfortunate": "disapprove",
    "waste": "disapprove",
    "reprehensible": "disapprove",
    "inconsistent": "disapprove",
    "travesty": "disapprove",
    "insulting": "disapprove",
    "insult": "disapprove",
    "disgrace": "disapprove",
    "scandalous": "disapprove",
    "cynical": "disapprove",
    "futile": "disapprove",
    "pointless": "disapprove",
    "inadequate": "disapprove",
    "insufficient": "disapprove",
    "misguided": "disapprove",
    "misleading": "disapprove",
    "immoral": "disapprove",
    "inexcusable": "disapprove",
    "unjustified": "disapprove",
    "unwarranted": "disapprove",
    "excessive": "disapprove",
    "disproportionate": "disapprove",
    "indiscriminate": "accuse",
    "barbaric": "disapprove",
    "cowardly": "disapprove",
    "heinous": "disapprove",
    "appalling": "disapprove",
    "abhorrent": "disapprove",
    "despicable": "disapprove",
    "foolish": "disapprove",
    "naive": "disapprove",
    "ludicrous": "reject",
    "laughable": "reject",
    "propaganda": "disapprove",
    "lie": "reject",
    "lies": "reject",
    "fabrication": "reject",
    "slander": "reject",
    "biased": "accuse",
    "unrealistic": "disapprove",
    "unreliable": "reject",
    "incorrect": "reject",
    "inaccurate": "reject",
    "wrong": "disapprove",
    "shocking": "disapprove",
    "calamity": "disapprove",
    "disappointing": "disapprove",
    "harmful": "disapprove",
    "dishonest": "disapprove",
    "setback": "disapprove",
    "mistake": "disapprove",
    "farce": "disapprove",
    "sham": "disapprove",
    "rigged": "accuse",
    "fraudulent": "accuse",
    "indefensible": "disapprove",
    "illogical": "disapprove",
    "farcical": "disapprove",
    "suicidal": "disapprove",
    "hypocrisy": "accuse",
    "neo-colonialism": "disapprove",
    "unjustifiable": "disapprove",
    "unforgivable": "disapprove",
}
ACTS = frozenset(
    "attack strike retaliate respond bomb invade destroy sanction punish withdraw send shell cut close "
    "impose resume march block seize fight suspend expel halt quit leave pull deny revoke ban stop "
    "intensify escalate cancel freeze sue target kill hit shoot shut storm boycott walk veto sever "
    "blow".split()
)
"""What a threat threatens with."""

REFUSABLE = frozenset(
    "accept agree sign negotiate recognise recognize surrender allow tolerate permit withdraw attend "
    "take join meet talk compromise leave yield bow give hand discuss return participate resume "
    "relinquish release stop lift abandon back support consider concede retreat enter cede "
    "drop submit vote move pay budge step cooperate co-operate honour honor comply deal make let "
    "part trade sit come go rest put disarm demobilise demobilize blackmail bully intimidate pressure "
    "silence dictate rush coerce sway drag deter".split()
)
"""What one can be asked for: an imperative of these is a demand, with or without an object."""

OBLIGING = frozenset(
    "return resume reopen consider attend join rejoin sign accept talk negotiate meet withdraw release lift "
    "halt cease support back move agree discuss disarm hand reconsider participate cooperate co-operate "
    "recognise recognize repair ratify extend honour honor lay drop stop end approve open restore".split()
)
"""With 'would … if' what one would do for something is a condition."""

NOT_REFUSED = frozenset(
    "be hesitate have know think happen need work last see find want hope feel seem look become remain "
    "end get hear live die achieve erase miss risk change mean matter believe forget understand cost hurt fall forgive regret".split()
)
"""With 'will not' these say what is, and refuse nothing."""

ADDRESSING = frozenset(
    "thank look see listen imagine believe remember say wait mind excuse pardon suppose think guess note "
    "hear bear let call have be forget ask tell come go give take get make show read try keep write".split()
)
"""Imperatives that ask a listener for attention, not for something to be done."""

LASTING = frozenset(
    "stay remain continue keep fight strike hold resist protest go occupy camp boycott".split()
)
"""With 'until' what one keeps doing is a condition: 'would stay out until'."""

THREATENED = frozenset("step measure action option sanction response".split())
"""What one considers, takes or weighs in a threat: 'will consider other steps if'."""

CONDITIONS = (
    "only if",
    "unless",
    "until",
    "so long as",
    "as long as",
    "on condition that",
    "on the condition that",
    "provided that",
    "provided",
    "only when",
    "only after",
    "not before",
    "without",
    "except if",
    "if",
)
"""Openers of conditions, strongest first; 'if' counts only beside a stance."""
THINGS = frozenset(
    "release road bridge price gap window number issue question point fact dispute rhetoric evidence "
    "crisis tax taxes sanctions subsidy charge figure presence absence record law constitution talk talks".split()
)
"""Nouns that never take a stance."""

NO_STANCE_SUBJECTS = frozenset(
    "deal agreement accord plan talks draft resolution text treaty document who which "
    "that it there this what proposal letter law negotiation negotiations "
    "round session violence war fighting conflict process truce ceasefire cease-fire vote election move "
    "decision step attack report statement".split()
)
