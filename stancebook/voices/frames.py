"""What verbs, nouns and adjectives report, and how: by the classes of VerbNet and the patterns of grammar.

VerbNet 3 (Kipper et al. 2008): say-37.7, tell-37.2, transfer_mesg-37.1, advise-37.9, complain-37.8, promise-37.13,
confess-37.10, lecture-37.11, manner_speaking-37.3, talk-37.5, conjecture-29.5, consider-29.9, characterize-29.2,
dub-29.3, judgement-33, order-58.3, urge-58.1. Nouns and adjectives: those of communication and thought that take a
that-clause (“N that”, “ADJ that”: Francis, Hunston & Manning 1998). Wanting and feeling (want-32.1, admire-31.2; “glad
that”) report nothing; seeing and knowing (see-30.1) are facts.
"""

# Verbs

#: Verbs that report beside those of the lexicon; all acknowledge.
FURTHER = frozenset(
    """alert apprise articulate assess attest bank beg berate beseech bet blog calculate call cast castigate
    challenge chant characterise characterize chide chime chorus christen class command concur confide
    consider construe contest continue convince counsel count counter credit criticise cry debate decry
    deduce deem define denounce deride differ direct disagree dispute divulge dub echo entreat envisage
    envision exclaim exhort fancy fault foresee frame gauge groan grumble guarantee guess hail hypothesize
    implore infer instruct interject interpret intone jest label lecture liken list mistake moan mock mumble
    murmur muse mutter narrate notify paint perceive persuade phrase picture pledge posit post postulate
    preach presume pronounce put question quip rate read reason rebuke rebut recount refer refute regard
    reject relate rely restate retort ridicule rule scoff scold scream see sell sigh snap sneer style
    suppose surmise tally term theorise theorize treat tweet view voice wager wonder yell""".split()
) | {"rule out"}
#: Verbs of the lexicon that report neither speech nor opinion: what is known, found out, done or left open.
NOT_REPORTING = frozenset(
    """apologize ascertain certify deceive decide determine discover discuss document establish expose
    fabricate feel feign highlight identify illustrate learn lie mislead misled notice offer order realize
    recognize regret remember summarize thank""".split()
)
#: Verbs that report only where they say what something is: “is seen as a rival”. “Sees that” is a fact seen.
ONLY_PREDICATING = frozenset(
    """bank call cast class construe count define depict describe dub frame interpret label list mistake paint
    perceive picture portray rate read refer regard rely see sell style term treat view""".split()
)
#: Of the verbs that say what something is, those whose passive reports though nobody is named: “is seen as a rival”.
REPORTING_IN_PASSIVE = frozenset(
    """accuse blame condemn construe denounce depict describe dismiss hail interpret perceive portray read
    regard see suspect view""".split()
)
#: Verbs that give a name, which nobody need have said: “the exercise, called “Northern Wind””.
NAMING = frozenset("call christen dub label name style term title".split())
#: Verbs whose that-clause is a fact, a wish or a deed, no report. Any other verb with people for its subject and a
#: that-clause reports what they say or think.
NO_REPORT = frozenset(
    """appear appreciate arrange ascertain be become care cause check come decide demonstrate determine
    discover do ensure establish feel find forget get give go guarantee happen hate have hear help identify
    ignore keep know learn leave let like live love make manage matter mean need notice overlook prefer
    prove read realise realize recall recollect remember require see seem sense set show smell start stop
    take taste try turn understand verify wait want watch wish""".split()
)
#: Verbs of thought, which a negation leaves a view: “does not believe that”.
THINKING = frozenset(
    """accept agree believe consider deem disagree doubt expect fear feel guess hope imagine presume reckon
    regard see suppose suspect think view worry""".split()
)
#: Of these, those that nobody’s doing so turns into doubt: “nobody in the town believes that”.
DISBELIEVED = frozenset("believe expect imagine suppose think".split())
#: Verbs by which a thing shows a fact: with a thing as their subject they are the author’s own inference.
SHOWING = frozenset(
    """confirm convey demonstrate determine document establish expose express find highlight hint identify
    illustrate imply indicate mean promise prove remind reveal show signal suggest teach threaten underline
    underscore""".split()
)
#: Of these, those that people do as well: “it promised loans”.
ALSO_OF_PEOPLE = frozenset("confirm convey express find hint promise remind teach threaten".split())
#: Of these, those by which pictures show a thing: “images showed new trenches”.
SHOWING_OBJECTS = frozenset("document reveal show".split())
#: Verbs that commit their subject to a deed: “threatened to leave”. “Agreed to”, “offered to” are deeds themselves.
COMMITTING = frozenset("claim expect pledge pretend profess promise purport swear threaten undertake vow".split())
#: Verbs that report a deed with “-ing”: “denies having met him”, “suggested waiting”.
WITH_GERUND = frozenset(
    """acknowledge admit advise concede confess deny mention propose recall recommend report suggest urge""".split()
) | {"rule out"}
#: Verbs that bid somebody do something: “urged Russia to pull back”.
BIDDING = frozenset(
    """advise ask beg beseech caution command counsel direct entreat exhort implore instruct order press
    recommend remind request tell urge warn""".split()
)
#: Verbs that hold something to be so: “believed him to be ill”, “expects the talks to fail”.
HOLDING = frozenset(
    """assume believe consider declare deem expect find judge presume reckon report suppose think""".split()
)
#: Verbs that say of something what it is, with the word between the two (“” for none).
CHARACTERIZING = {
    "accuse": ("of",), "assess": ("as", ""), "blame": ("for", "on"), "brand": ("as", ""), "call": ("",),
    "cast": ("as",), "castigate": ("for",), "characterise": ("as",), "characterize": ("as",), "charge": ("with",),
    "cite": ("as",), "class": ("as",), "condemn": ("as",), "consider": ("as", ""), "construe": ("as",),
    "count": ("as", "among"), "credit": ("with",), "criticise": ("as", "for"), "criticize": ("as", "for"),
    "declare": ("",), "decry": ("as",), "deem": ("",), "define": ("as",), "denounce": ("as",), "depict": ("as",),
    "deride": ("as",), "describe": ("as",), "dismiss": ("as",), "dub": ("",), "fault": ("for",), "find": ("",),
    "frame": ("as",), "hail": ("as",), "hold": ("",), "interpret": ("as",), "judge": ("",), "label": ("as", ""),
    "liken": ("to",), "list": ("as",), "mistake": ("for",), "mock": ("as", "for"), "paint": ("as",),
    "perceive": ("as",), "picture": ("as",), "portray": ("as",), "praise": ("for", "as"), "present": ("as",),
    "proclaim": ("",), "pronounce": ("",), "rate": ("as",), "read": ("as",), "refer": ("as",), "regard": ("as",),
    "reject": ("as",), "ridicule": ("as", "for"), "see": ("as", "in"), "sell": ("as",), "speak": ("as",),
    "style": ("",), "suspect": ("of",), "talk": ("as",), "term": ("",), "think": ("as",), "threaten": ("with",),
    "treat": ("as",), "view": ("as",),
}  # fmt: skip
#: Verbs whose matter follows a preposition: “warned of”.
MATTERS = {
    "accuse": ("of",), "admit": ("to",), "advise": ("against",), "allude": ("to",), "argue": ("against", "for"),
    "assure": ("of",), "boast": ("of", "about"), "brag": ("of", "about"), "caution": ("against", "about"),
    "complain": ("of", "about"), "confess": ("to",), "convince": ("of",), "counsel": ("against",),
    "despair": ("of",), "dream": ("of",), "fantasize": ("about",), "hint": ("at",), "lament": ("over",),
    "lie": ("about",), "predict": ("of",), "rave": ("about",), "remind": ("of",), "speak": ("of", "about"),
    "talk": ("of", "about"), "testify": ("to",), "warn": ("of", "about", "against"),
}  # fmt: skip
#: Verbs of mere talk, whose matter is said only where it is a figure or quoted: “has spoken of 30,000 troops”.
TALKING = frozenset("speak talk".split())
#: Verbs whose object stands for what is said or thought: “rejects the claim”, “voiced alarm”, “predicted a war”.
WITH_OBJECT = frozenset(
    """acknowledge admit affirm allege anticipate assert assume claim concede confess confirm contest deny
    deplore dismiss dispute doubt echo envisage express forecast foresee insinuate pledge predict promise
    propose question reaffirm rebut refute reiterate reject repeat restate suggest suspect voice""".split()
) | {"rule out"}
#: Of these, the object counts where it is something said or stands for it: “rejects the claim”, “disputes that”.
OF_WORDS = frozenset(
    """confirm contest dismiss dispute doubt echo question rebut refute reiterate reject repeat restate""".split()
)
#: Verbs whose object is what is said only where it is bare: “urged caution”, “urged restraint”.
WITH_BARE_OBJECT = frozenset("advise allege counsel pledge preach promise signal urge vow".split())
#: Verbs whose object is thought to happen where it is no person and not yet known: “expect a long winter”.
HAPPENING = frozenset("expect fear".split())
#: Verbs that put a number to something.
FIGURING = frozenset(
    """announce anticipate assess calculate claim count estimate expect forecast number predict project reckon
    report say suggest""".split()
)
#: Of these, those that do so by counting.
COUNTING = frozenset("count tally".split())
#: Verbs that may stand beside the words they report: “The war, he says, is over.”
BESIDE = frozenset(
    """acknowledge add admit agree allege announce answer argue ask assert assure believe boast caution chorus
    claim complain concede conclude confess contend continue counter cry declare describe emphasise
    emphasize estimate explain fear feel guess have hear hint hope imagine insist joke know lament maintain
    mutter note observe predict promise put quip quote read recall reckon remark repeat reply report respond
    retort say scoff see shout sneer speculate state stress suggest suppose suspect swear tell testify think
    vow warn wonder write""".split()
)
#: “is said to be rich”: hearsay, with nobody named.
HEARSAY = frozenset("allege believe claim estimate reckon report rumor rumour say think understand".split())
#: Verbs with a hearer before their matter: “warned their readers of tanks”.
TO_HEARERS = frozenset("accuse assure convince inform remind warn".split())
#: Verbs that may report with “so” alone: “some say so”.
SO = frozenset("believe expect fear hope say suppose tell think".split())
#: Verbs of “as the governor sees it”, “as she tells it”.
STANDPOINT = frozenset("have see tell understand".split())
#: Verbs by which the report itself travels: “word came that”.
ARRIVING = frozenset("arrive circulate come emerge go reach spread".split())
#: “declined to say that …” says nothing.
UNSAID = frozenset(
    """able afraid avoid cease dare decline difficult easy fail fair forget hard hesitate impossible intend
    need ought possible prepare refuse reluctant stop tempt tempting try unable unwilling want wish""".split()
)
#: Verbs without an object (VerbNet appear-48.1.1, disappearance-48.2, escape-51.1, occurrence-48.3).
WITHOUT_OBJECT = frozenset(
    """arrive collapse come decline depart die disappear emerge erupt exist expire fail fall go happen lapse
    matter occur perish persist prevail recede resign return rise sink sleep vanish""".split()
)
#: Who is so to say something says it: “was quick to call it a bluff”.
READY = frozenset("careful prompt quick swift".split())
#: What opens a clause between commas that is no “he says”: “, when he says so,”.
OPENING_CLAUSES = frozenset(
    """after although and because before but if or since that though unless until when whereas while""".split()
)

# Sources

#: The author, and nobody.
NO_SOURCES = frozenset(
    """anybody anyone anything i me my myself neither nobody none nothing our ourselves there us we""".split()
)
IMPERSONAL = frozenset("all everything it one that these this what which".split())
#: Nouns that are no source, whatever is said of them to say.
NOT_SPEAKING = frozenset(
    "answer experience fact history idea logic point problem question reason thing truth way".split()
)
#: Papers and bodies that speak.
DOCUMENTS = frozenset(
    """administration agency alliance analysis army article assessment audit authority bank book broadcaster
    bulletin cable capital channel charter commission committee communique communiqué company constitution
    council court daily department dispatch document draft editorial embassy government group headquarters
    inquiry institute investigation kremlin law leaflet letter magazine manual media memo memorandum
    ministry newspaper office organisation organization outlet palace pamphlet paper parliament party
    petition police poll presidency press press-release radio report resolution review ruling service
    statement story study survey television text transcript treaty tv union university verdict website""".split()
)
#: What may show something without being anybody’s words: “photographs show that”.
EVIDENCE = frozenset(
    """analysis archive census chart count data datum evidence experience experiment figure file film finding
    footage history image imagery index intelligence list log map measurement number photo photograph
    picture poll precedent radar reading record register report research result statistic statistics study
    survey table test trace track video""".split()
)
#: Of this, what shows things to the eye.
PICTURES = frozenset("film footage image imagery photo photograph picture radar recording scan video".split())
#: What leads to the place where a thing was seen or counted.
PLACING = frozenset(
    """across along around at behind beside between in inside near on outside over under within""".split()
)
#: What holds somebody’s words: “her letter says” gives hers.
UTTERANCES = frozenset(
    """address answer article book column comment diary essay interview lecture letter memoir message note post
    remark reply sermon speech statement telegram testimony text tweet""".split()
)

# Nouns and adjectives

#: Nouns of speech and thought with the verb that gives their alignment.
NOUNS = {
    "account": "say", "accusation": "accuse", "acknowledgement": "acknowledge", "acknowledgment": "acknowledge",
    "admission": "admit", "advice": "advise", "allegation": "allege", "announcement": "announce",
    "answer": "answer", "argument": "argue", "assertion": "assert", "assessment": "estimate",
    "assumption": "assume", "assurance": "assure", "belief": "believe", "bet": "believe", "boast": "boast",
    "calculation": "estimate", "call": "call for", "charge": "charge", "claim": "claim", "comment": "comment",
    "complaint": "complain", "concern": "worry", "conclusion": "conclude", "confession": "confess",
    "confirmation": "confirm", "conjecture": "guess", "consensus": "believe", "contention": "contend",
    "conviction": "believe", "count": "estimate", "declaration": "declare", "delusion": "believe",
    "demand": "demand", "denial": "deny", "diagnosis": "judge", "dictum": "say", "disbelief": "doubt",
    "doubt": "doubt", "dream": "hope", "estimate": "estimate", "excuse": "say", "expectation": "expect",
    "explanation": "explain", "fear": "fear", "feeling": "think", "fiction": "pretend", "figure": "estimate",
    "finding": "find", "forecast": "forecast", "gossip": "speculate", "guarantee": "promise", "guess": "guess",
    "hint": "hint", "hope": "hope", "hunch": "believe", "hypothesis": "assume", "idea": "think",
    "implication": "imply", "impression": "think", "inference": "conclude", "insinuation": "imply",
    "insistence": "insist", "intuition": "think", "judgement": "judge", "judgment": "judge", "lecture": "say",
    "lie": "lie", "line": "say", "mantra": "say", "message": "say", "misconception": "believe", "myth": "pretend",
    "narrative": "say", "notion": "think", "objection": "object", "observation": "observe", "opinion": "believe",
    "orthodoxy": "believe", "perception": "think", "plea": "plead", "pledge": "promise", "position": "say",
    "prediction": "predict", "premise": "assume", "presumption": "assume", "pretence": "pretend",
    "pretense": "pretend", "proclamation": "proclaim", "projection": "predict", "promise": "promise",
    "pronouncement": "declare", "prophecy": "predict", "proposal": "propose", "protestation": "insist",
    "question": "ask", "reasoning": "argue", "reassurance": "reassure", "recommendation": "recommend",
    "refrain": "say", "remark": "remark", "reminder": "remind", "reply": "reply", "report": "report",
    "response": "answer", "retort": "answer", "revelation": "reveal", "rumor": "speculate", "rumour": "speculate",
    "scepticism": "doubt", "sense": "think", "signal": "say", "skepticism": "doubt", "speculation": "speculate",
    "statement": "state", "submission": "say", "suggestion": "suggest", "supposition": "assume",
    "suspicion": "suspect", "talk": "say", "testimony": "testify", "theory": "argue", "thesis": "argue",
    "thought": "think", "threat": "threaten", "verdict": "judge", "version": "say", "view": "believe", "vow": "vow",
    "warning": "warn", "wisdom": "believe", "word": "say", "worry": "worry",
}  # fmt: skip
#: Of these, what follows “of” or “about” is the matter: “warnings of war”. A fear of war is nobody’s statement.
OF_MATTER = frozenset(
    """accusation allegation denial dream forecast lecture pledge prediction promise prophecy report rumor
    rumour speculation talk warning""".split()
)
#: Of these, those that need nobody who has them: “there is talk of war”, “predictions of a war have multiplied”.
UNOWNED_MATTER = frozenset(
    "accusation allegation prediction prophecy report rumor rumour speculation talk warning".split()
)
#: Nouns of which a number that follows “of” is the matter: “the Pentagon’s estimate of 100,000 men”.
OF_NUMBERS = frozenset("count estimate figure forecast prediction projection".split())
#: Nouns of which what follows “to” is the content: “a promise to leave”, “the claim to have acted”.
TO_MATTER = frozenset("claim dream guarantee pledge promise threat vow".split())
#: Nouns whose clause is nobody’s unless somebody has it: “the notion that”.
ONLY_OWNED = frozenset(
    """account advice answer assessment assumption assurance belief bet calculation call comment conclusion
    conjecture consensus conviction delusion demand diagnosis dictum disbelief doubt dream excuse
    expectation feeling guarantee guess hint hope hunch idea impression inference intuition judgement
    judgment lecture line mantra misconception narrative notion objection opinion orthodoxy perception
    pledge position premise presumption promise question reasoning refrain response retort scepticism sense
    signal skepticism submission suggestion supposition suspicion talk testimony theory thought threat
    version view wisdom word""".split()
)
#: Of these, those of which “there is a … that” tells nobody’s belief.
OF_NO_MIND = frozenset("account line pledge position promise question threat version word".split())
#: Nouns of what somebody is: “of the opinion that”, “under the impression that”.
OPINIONS = frozenset("belief impression opinion view".split())
#: Nouns that do not announce their content with “is” or a colon, as in “his message was that”, “one boast: …”.
NOT_ANNOUNCING = frozenset("call concern count figure report threat".split())
ANNOUNCING = frozenset(NOUNS) - NOT_ANNOUNCING
#: What comes, as a report does: “word came that”.
NEWS = frozenset("report rumor rumour warning word".split())
#: Verbs that make a noun of speech their subject’s own: “repeated the claim that”.
LIGHT = frozenset(
    """advance arrive come defend deliver deny dismiss draw express float form give have hold issue make offer
    peddle publish push raise reach reiterate reject release renew repeat share sound spread take voice""".split()
)
#: What somebody’s words may be called: “in Lavrov’s view”, “by her own account”.
VIEWS = frozenset(
    """account admission arithmetic assessment calculation count estimate estimates estimation eyes formulation
    judgement judgment logic mind opinion parlance phrase reading reckoning telling thinking version view
    views word words""".split()
)
#: Adjectives of what people hold to be so and say: “is adamant that”. “Glad”, “sure”, “afraid that” tell a feeling.
BELIEVING = frozenset(
    """adamant categorical certain clear confident convinced divided doubtful emphatic explicit firm hopeful
    insistent optimistic persuaded pessimistic resolute sceptical skeptical unanimous unconvinced undecided
    unequivocal unsure""".split()
)
#: Of these, those that things are as well, in nobody’s view: “it is clear that”, “the evidence is clear that”.
OF_THINGS_AS_WELL = frozenset("certain clear divided doubtful explicit firm unequivocal".split())
