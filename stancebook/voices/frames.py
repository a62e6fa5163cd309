"""What verbs and nouns report, and how: by the classes of VerbNet and the inventories of reporting verbs.

VerbNet 3 (Kipper et al. 2008): say-37.7, tell-37.2, transfer_mesg-37.1, advise-37.9, complain-37.8, promise-37.13,
confess-37.10, lecture-37.11, manner_speaking-37.3, talk-37.5, conjecture-29.5, consider-29.9, characterize-29.2,
dub-29.3, judgement-33, order-58.3, urge-58.1. Nouns: those of verbs of communication and thought (Francis, Hunston &
Manning 1998). Wanting and feeling (want-32.1, admire-31.2) report nothing; seeing and knowing (see-30.1) are facts.
"""

#: Verbs that report beside those of the lexicon, by class; all acknowledge.
FURTHER = frozenset(
    # say, tell, manner of speaking
    "voice pledge quip tweet retort counter concur muse wonder guess snap sigh post blog pronounce exclaim intone "
    "mutter chant "
    "mumble murmur scream yell cry groan grumble moan relate recount narrate confide divulge articulate phrase put "
    "continue conclude interject chime preach rule certify guarantee attest swear reject dispute contest refute rebut "
    "question challenge echo restate argue reason theorize theorise hypothesize posit postulate caution counsel "
    "lecture "
    "scoff sneer jest scold rebuke chide berate beg implore beseech entreat exhort instruct command direct brief "
    "notify "
    "alert apprise advise persuade convince "
    # conjecture, consider, characterize, dub, judgement
    "deem regard consider view see label call term dub christen style hail denounce decry characterize characterise "
    "paint cast fault castigate criticise assess calculate gauge interpret define refer list frame sell treat class "
    "picture rate chorus hold credit count rely bank mistake read ridicule mock deride suppose presume surmise "
    "infer deduce foresee envisage "
    "envision bet wager trust fancy gather mean intend".split()
) - frozenset({"mean", "intend", "trust", "gather"})
#: Verbs that report only where they say what something is: “is seen as a rival”. “Sees that” is a fact seen.
ONLY_PREDICATING = frozenset(
    "interpret define read refer list frame sell treat class picture mistake rely bank count see view regard cast "
    "paint style call label dub term describe portray depict rate".split()
)
#: Of the verbs that say what something is, those whose passive reports though nobody is named: “is seen as a rival”.
REPORTING_IN_PASSIVE = frozenset(
    "see regard view accuse suspect describe portray depict denounce condemn blame dismiss hail".split()
)
#: Verbs that give a name, which nobody need have said: “the exercise, called “Northern Wind””.
NAMING = frozenset("call name dub term title style christen label".split())
#: Verbs whose that-clause is a fact, a wish or a deed, no report. Any other verb with people for its subject and a
#: that-clause reports what they say or think.
NO_REPORT = frozenset(
    "know see hear understand realize realise notice remember forget learn discover find ensure guarantee mean make "
    "let "
    "help cause require want wish prefer like love hate care need seem appear happen matter turn ascertain determine "
    "establish identify watch sense smell taste read check see verify recall recollect overlook ignore appreciate "
    "decide arrange see demonstrate prove show be become get have do go come take give keep leave live wait try manage "
    "stop start feel set".split()
)
#: Verbs of thought, which a negation leaves a view: “does not believe that”.
THINKING = frozenset(
    "believe think expect doubt suspect fear hope worry feel agree accept consider reckon suppose see regard view "
    "imagine guess presume deem".split()
)
#: Verbs by which a thing shows a fact: with a thing as their subject they are the author’s own inference.
SHOWING = frozenset(
    "show prove demonstrate find illustrate highlight underline underscore suggest imply indicate reveal expose "
    "confirm "
    "signal document establish identify determine convey remind express hint threaten promise teach mean".split()
)
#: Verbs that commit their subject to a deed: “threatened to leave”. “Agreed to”, “offered to” are deeds themselves.
COMMITTING = frozenset("promise vow threaten pledge swear pretend claim profess purport undertake expect".split())
#: Verbs that report a deed with “-ing”: “denies having met him”, “suggested waiting”.
WITH_GERUND = frozenset(
    "deny admit acknowledge confess suggest propose recommend advise report recall mention urge concede".split()
)
#: Verbs that bid somebody do something: “urged Russia to pull back”.
BIDDING = frozenset(
    "urge ask tell order advise beg warn implore press instruct request remind caution beseech exhort command direct "
    "counsel entreat recommend".split()
)
#: Verbs that hold something to be so: “believed him to be ill”, “expects the talks to fail”.
HOLDING = frozenset(
    "believe expect consider think judge declare find deem reckon suppose presume assume report".split()
)
#: Verbs that say of something what it is, with the word between the two (“” for none).
CHARACTERIZING = {
    "describe": ("as",), "portray": ("as",), "depict": ("as",), "dismiss": ("as",), "brand": ("as", ""),
    "regard": ("as",), "denounce": ("as",), "hail": ("as",), "condemn": ("as",), "criticize": ("as", "for"),
    "criticise": ("as", "for"), "characterize": ("as",), "characterise": ("as",), "present": ("as",),
    "label": ("as", ""),
    "call": ("",), "deem": ("",), "consider": ("as", ""), "dub": ("",), "term": ("",), "accuse": ("of",),
    "blame": ("for", "on"), "praise": ("for", "as"), "fault": ("for",), "mistake": ("for",), "see": ("as", "in"),
    "declare": ("",), "pronounce": ("",),
    "proclaim": ("",), "suspect": ("of",), "view": ("as",), "paint": ("as",), "cast": ("as",),
    "decry": ("as",), "judge": ("",), "find": ("",), "warn": (), "cite": ("as",), "charge": ("with",),
    "ridicule": ("as", "for"),
    "interpret": ("as",), "define": ("as",), "read": ("as",), "refer": ("as",), "speak": ("as",), "talk": ("as",),
    "list": ("as",), "frame": ("as",), "sell": ("as",), "credit": ("with",), "hold": ("",), "assess": ("as", ""),
    "reject": ("as",), "threaten": ("with",), "class": ("as",), "treat": ("as",), "count": ("as", "among"),
    "name": (), "picture": ("as",),
    "mock": ("as", "for"), "deride": ("as",), "style": ("",), "castigate": ("for",), "rate": ("as",), "think": ("as",),
}  # fmt: skip
#: Verbs whose matter follows a preposition: “warned of”.
MATTERS = {
    "warn": ("of", "about", "against"), "complain": ("of", "about"), "boast": ("of", "about"), "lie": ("about",),
    "speak": ("of", "about"), "talk": ("of", "about"), "lament": ("over",), "caution": ("against", "about"),
    "hint": ("at",), "fantasize": ("about",), "rave": ("about",), "brag": ("of", "about"), 
    "despair": ("of",), "testify": ("to",), "confess": ("to",), "admit": ("to",), "allude": ("to",), "dream": ("of",),
    "remind": ("of",), "argue": ("against", "for"), "predict": ("of",), "advise": ("against",),
    "counsel": ("against",), "accuse": ("of",), "convince": ("of",), "assure": ("of",),
}  # fmt: skip
#: Verbs of mere talk, whose matter is said only where it is a figure or quoted: “has spoken of 30,000 troops”.
TALKING = frozenset({"speak", "talk"})
#: Verbs whose object stands for what is said or thought: “rejects the claim”, “voiced alarm”, “predicted a war”.
WITH_OBJECT = frozenset(
    "deny reject dispute refute rebut contest repeat reiterate restate echo voice express predict forecast foresee "
    "allege "
    "admit acknowledge concede confess affirm reaffirm dismiss deplore suspect assume propose suggest promise "
    "pledge question claim anticipate assert insinuate confirm doubt".split()
)
#: Of these, the object counts where it is itself something said, or stands for it: “rejects the claim”, “disputes that”.
OF_WORDS = frozenset(
    "dismiss reject dispute refute rebut contest doubt confirm repeat reiterate restate echo question".split()
)
#: Of these, the object is what is said only where it is bare: “urged caution”, “urged restraint”.
WITH_BARE_OBJECT = frozenset({"urge", "counsel", "advise", "preach", "signal", "allege", "pledge", "promise", "vow"})
#: Verbs that put a number to something.
FIGURING = frozenset(
    "estimate expect predict forecast project anticipate reckon suggest report claim announce say count calculate "
    "assess number".split()
)
#: Verbs that may stand beside the words they report: “The war, he says, is over.”
BESIDE = frozenset(
    "say think believe argue claim warn add insist explain suggest note admit write report tell predict conclude "
    "recall "
    "reckon maintain contend allege assert declare announce state remark observe reply respond answer complain fear "
    "hope "
    "suspect concede acknowledge joke boast estimate ask wonder continue assure promise vow know hear stress hint "
    "repeat confess lament speculate imagine guess suppose agree caution emphasize emphasise quip counter retort feel "
    "put see describe have read swear state testify concede caution quote chorus sneer scoff mutter shout cry".split()
)
#: “is said to be rich”: hearsay, with nobody named.
HEARSAY = frozenset("say report believe think allege rumour rumor claim understand estimate reckon".split())
#: “declined to say that …” says nothing.
UNSAID = frozenset(
    "decline refuse fail want wish need unable difficult hard easy fair able reluctant unwilling impossible tempt "
    "tempting possible forget hesitate stop cease try intend like prepare dare afraid ought avoid".split()
)
NO_SOURCES = frozenset(
    "nobody none nothing anyone anybody anything neither there i we us me my our myself ourselves".split()
)
#: Verbs that may report with “so” alone: “some say so”.
#: Verbs with a hearer before their matter: “warned their readers of tanks”.
TO_HEARERS = frozenset("warn remind accuse assure convince inform".split())
SO = frozenset("say think believe hope suppose fear tell expect".split())
#: What opens a clause between commas that is no “he says”: “, when he says so,”.
OPENING_CLAUSES = frozenset(
    "when if because after before since although though while whereas unless until that and but or".split()
)
IMPERSONAL = frozenset("it this that these which what all everything one".split())
#: Verbs of the lexicon that report neither speech nor opinion: what is known, found out, done or left open.
NOT_REPORTING = frozenset(
    "decide determine establish identify notice discover ascertain learn realize realise remember certify recognize "
    "recognise document expose deceive mislead misled feign fabricate thank apologize discuss offer order identify "
    "feel illustrate highlight regret lie summarize".split()
)
#: Of the verbs by which things show something, those that people do as well: “it promised loans”.
ALSO_OF_PEOPLE = frozenset("promise threaten hint remind express confirm find teach convey".split())
#: Nouns that are no source, whatever is said of them to say.
NOT_SPEAKING = frozenset(
    "fact truth reason point question answer problem thing way idea history experience logic".split()
)
DOCUMENTS = frozenset(
    "report study survey poll letter statement paper article document analysis investigation inquiry memo book "
    "editorial assessment communique communiqué review audit manual website newspaper magazine daily agency outlet "
    "broadcaster transcript text law ruling verdict court treaty draft memorandum ministry government company bank "
    "party parliament committee commission council office department army police union university institute "
    "embassy alliance group organisation organization media press television tv channel radio service "
    "headquarters palace presidency capital administration authority kremlin press-release resolution charter "
    "constitution".split()
)
#: What may show something without being anybody’s words: “photographs show that”.
EVIDENCE = frozenset(
    "image imagery photograph photo picture footage video film datum data figure number statistics statistic record "
    "map "
    "evidence poll survey study report count list log radar chart table archive trace track file index census register "
    "intelligence analysis research test experiment measurement reading finding result history experience precedent".split()
)
#: What holds somebody’s words: “her letter says” gives hers.
UTTERANCES = frozenset(
    "address speech letter statement remark interview tweet post memoir diary book article column essay testimony "
    "lecture sermon message telegram text comment answer reply note".split()
)
#: Nouns of speech and thought with the verb that gives their alignment.
NOUNS = {
    "claim": "claim", "allegation": "allege", "assertion": "assert", "insistence": "insist", "boast": "boast",
    "contention": "contend", "pretence": "pretend", "pretense": "pretend", "lie": "lie", "charge": "charge",
    "statement": "state", "declaration": "declare", "announcement": "announce", "warning": "warn", "promise": "promise",
    "pledge": "promise", "vow": "vow", "threat": "threaten", "suggestion": "suggest", "argument": "argue",
    "belief": "believe", "fear": "fear", "hope": "hope", "suspicion": "suspect", "doubt": "doubt",
    "expectation": "expect", "prediction": "predict", "forecast": "forecast", "estimate": "estimate",
    "conclusion": "conclude", "admission": "admit", "acknowledgement": "acknowledge", "acknowledgment": "acknowledge",
    "confession": "confess", "confirmation": "confirm", "revelation": "reveal", "finding": "find", "remark": "remark",
    "observation": "observe", "comment": "comment", "complaint": "complain", "accusation": "accuse",
    "assurance": "assure", "reassurance": "reassure", "denial": "deny", "explanation": "explain",
    "proposal": "propose", "recommendation": "recommend", "reminder": "remind", "report": "report",
    "rumour": "speculate", "rumor": "speculate", "speculation": "speculate", "assumption": "assume", "view": "believe",
    "opinion": "believe", "conviction": "believe", "thesis": "argue", "dream": "hope", "message": "say", "line": "say",
    "word": "say", "answer": "answer", "reply": "reply", "verdict": "judge", "notion": "think", "worry": "worry",
    "concern": "worry", "thought": "think", "insinuation": "imply", "implication": "imply", "theory": "argue",
    "assessment": "estimate", "judgement": "judge", "judgment": "judge", "calculation": "estimate", "premise": "assume",
    "impression": "think", "sense": "think", "signal": "say", "narrative": "say", "version": "say", "account": "say",
    "refrain": "say", "mantra": "say", "contention": "contend", "hint": "hint", "hypothesis": "assume",
    "fiction": "pretend",
    "myth": "pretend", "question": "ask", "guarantee": "promise", "figure": "estimate", "projection": "predict",
    "count": "estimate", "advice": "advise", "call": "call for", "plea": "plead", "lecture": "say", "talk": "say",
}  # fmt: skip
#: Of these, what follows “of” or “about” is the matter: “warnings of war”. A fear of war is nobody’s statement.
OF_MATTER = frozenset(
    {
        "warning",
        "accusation",
        "allegation",
        "prediction",
        "forecast",
        "dream",
        "lecture",
        "talk",
        "promise",
        "pledge",
        "denial",
    }
)
#: Of these, a number that follows “of” is the matter: “the Pentagon’s estimate of 100,000 men”.
OF_NUMBERS = frozenset({"estimate", "forecast", "figure", "projection", "count", "prediction"})
#: Of these, what follows “to” is the content: “a promise to leave”.
TO_MATTER = frozenset({"promise", "pledge", "vow", "threat", "dream", "guarantee"})
#: Nouns whose clause is nobody’s unless somebody has it: “the notion that”.
ONLY_OWNED = frozenset(
    "question assessment judgement judgment calculation premise impression sense signal narrative version account "
    "refrain mantra hint belief hope doubt suspicion assumption conviction conclusion expectation suggestion notion "
    "thought theory line word answer view opinion dream idea comment talk lecture call guarantee assurance promise "
    "threat advice pledge".split()
)
#: Nouns that may announce their content with a colon or with “is”: “his message was that”, “one boast: …”.
ANNOUNCING = frozenset(NOUNS) - {"figure", "count", "call", "talk", "threat", "report", "concern"}
#: Verbs that make a noun of speech their subject’s own: “repeated the claim that”.
LIGHT = frozenset(
    "make issue repeat voice express offer give renew reiterate deliver sound hold take share float advance raise have "
    "publish release spread push peddle reject deny dismiss defend".split()
)
#: What somebody’s words may be called: “in Lavrov’s view”, “by her own account”.
VIEWS = frozenset(
    "word words view views opinion account telling phrase judgement judgment estimation estimate estimates reckoning "
    "reading version formulation assessment admission eyes parlance count calculation arithmetic thinking mind "
    "logic".split()
)
