"""What nouns and adjectives report, and what makes their content somebody’s: by the patterns of grammar.

Nouns and adjectives of communication and thought that take a that-clause (“N that”, “ADJ that”: Francis, Hunston &
Manning 1998, whose lists these follow; shell nouns: Schmid 2000). “Glad that” tells a feeling, no view.
"""

#: Nouns of speech and thought with the verb that gives their alignment.
NOUNS = {
    "account": "say", "accusation": "accuse", "acknowledgement": "acknowledge", "acknowledgment": "acknowledge",
    "admission": "admit", "admonition": "urge", "advice": "advise", "allegation": "allege", "analysis": "judge",
    "announcement": "announce", "answer": "answer", "anxiety": "worry", "aphorism": "say", "appeal": "appeal",
    "apprehension": "fear", "argument": "argue", "assertion": "assert", "assessment": "estimate",
    "assumption": "assume", "assurance": "assure", "axiom": "believe", "belief": "believe", "bet": "believe",
    "boast": "boast", "bromide": "say", "calculation": "estimate", "calculus": "estimate", "call": "call for",
    "case": "argue", "catchphrase": "say", "caveat": "caution", "certainty": "believe", "certitude": "believe",
    "charge": "charge", "claim": "claim", "clarification": "explain", "cliche": "say", "cliché": "say",
    "comment": "comment", "commonplace": "say", "complaint": "complain", "conceit": "believe", "concern": "worry",
    "concession": "concede", "conclusion": "conclude", "confession": "confess", "confirmation": "confirm",
    "conjecture": "guess", "consensus": "believe", "contention": "contend", "conviction": "believe",
    "count": "estimate", "counterargument": "argue", "counterclaim": "claim", "credo": "believe", "creed": "believe",
    "criticism": "criticize", "critique": "criticize", "cry": "say", "declaration": "declare", "defence": "argue",
    "defense": "argue", "delusion": "believe", "demand": "demand", "denial": "deny", "diagnosis": "judge",
    "dictum": "say", "disbelief": "doubt", "disclosure": "reveal", "doctrine": "believe", "dogma": "believe",
    "doubt": "doubt", "dream": "hope", "drift": "say", "estimate": "estimate", "excuse": "say", "exhortation": "urge",
    "expectation": "expect", "explanation": "explain", "faith": "believe", "fallacy": "believe", "fantasy": "imagine",
    "fear": "fear", "feeling": "think", "fiction": "pretend", "figure": "estimate", "finding": "find",
    "folklore": "say", "foreboding": "fear", "forecast": "forecast", "gamble": "believe", "gibe": "say", "gist": "say",
    "gospel": "believe", "gossip": "speculate", "grievance": "complain", "gripe": "complain", "ground": "argue",
    "grumble": "complain", "guarantee": "promise", "guess": "guess", "hint": "hint", "hope": "hope", "hunch": "believe",
    "hypothesis": "assume", "idea": "think", "illusion": "believe", "implication": "imply", "impression": "think",
    "inference": "conclude", "injunction": "urge", "innuendo": "imply", "insinuation": "imply", "insistence": "insist",
    "instinct": "think", "instruction": "urge", "interpretation": "believe", "intimation": "hint", "intuition": "think",
    "jibe": "say", "joke": "joke", "judgement": "judge", "judgment": "judge", "lament": "lament", "lecture": "say",
    "legend": "say", "lie": "lie", "line": "say", "mantra": "say", "maxim": "say", "message": "say",
    "misapprehension": "believe", "misconception": "believe", "misgiving": "doubt", "motto": "say", "myth": "pretend",
    "narrative": "say", "notion": "think", "objection": "object", "observation": "observe", "opinion": "believe",
    "orthodoxy": "believe", "perception": "think", "pitch": "say", "platitude": "say", "plea": "plead",
    "pledge": "promise", "point": "argue", "position": "say", "prediction": "predict", "prejudice": "believe",
    "premise": "assume", "premonition": "fear", "presumption": "assume", "presupposition": "assume",
    "pretence": "pretend", "pretense": "pretend", "pretext": "pretend", "principle": "believe",
    "proclamation": "proclaim", "prognosis": "predict", "projection": "predict", "promise": "promise",
    "pronouncement": "declare", "propaganda": "say", "prophecy": "predict", "proposal": "propose",
    "proposition": "argue", "protest": "protest", "protestation": "insist", "proverb": "say", "question": "ask",
    "quibble": "object", "quip": "joke", "rationale": "argue", "reading": "believe", "reasoning": "argue",
    "reassurance": "reassure", "rebuttal": "deny", "reckoning": "estimate", "recommendation": "recommend",
    "refrain": "say", "rejoinder": "answer", "remark": "remark", "reminder": "remind", "reply": "reply",
    "report": "report", "reproach": "criticize", "request": "ask", "response": "answer", "retort": "answer",
    "revelation": "reveal", "rhetoric": "say", "riposte": "answer", "rumor": "speculate", "rumour": "speculate",
    "saying": "say", "scepticism": "doubt", "sense": "think", "sentiment": "think", "signal": "say",
    "skepticism": "doubt", "slogan": "say", "soundbite": "say", "speculation": "speculate", "stance": "say",
    "statement": "state", "stereotype": "believe", "story": "say", "storyline": "say", "submission": "say",
    "subtext": "imply", "suggestion": "suggest", "superstition": "believe", "supposition": "assume", "surmise": "guess",
    "suspicion": "suspect", "tale": "say", "talk": "say", "taunt": "say", "tenet": "believe", "testimony": "testify",
    "theory": "argue", "thesis": "argue", "thought": "think", "threat": "threaten", "thrust": "say", "trope": "say",
    "truism": "say", "ultimatum": "threaten", "understanding": "think", "verdict": "judge", "version": "say",
    "view": "believe", "vow": "vow", "wager": "believe", "warning": "warn", "watchword": "say", "whisper": "say",
    "wisdom": "believe", "word": "say", "worry": "worry",
}  # fmt: skip
#: Other nouns that sum up what was just said, to say something of it: “…, a step that Beijing condemned” (Schmid 2000).
SHELLS = frozenset(
    """act arrangement description development fact feat figure formula gesture habit irony label measure move number
    outcome phrase policy practice prospect scenario situation solution step term thing trick turn word""".split()
)
#: Of the nouns, what follows “of” or “about” is the matter: “warnings of war”. A fear of war is nobody’s statement.
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
TO_MATTER = frozenset(
    """appeal claim demand dream guarantee plea pledge promise proposal request threat vow""".split()
)
#: Nouns whose clause is nobody’s unless somebody has it: “the notion that”.
ONLY_OWNED = frozenset(
    """account admonition advice analysis answer aphorism appeal assessment assumption assurance axiom belief bet
    bromide calculation calculus call case catchphrase caveat certainty certitude clarification cliche cliché
    comment commonplace conceit concession conclusion conjecture consensus conviction counterargument credo creed
    critique cry defence defense delusion demand diagnosis dictum disbelief doctrine dogma doubt dream drift excuse
    exhortation expectation faith fallacy fantasy feeling folklore foreboding gamble gibe gist gospel gripe ground
    grumble guarantee guess hint hope hunch idea illusion impression inference injunction innuendo instinct
    instruction interpretation intimation intuition jibe joke judgement judgment lament lecture legend line mantra
    maxim misapprehension misconception misgiving motto narrative notion objection opinion orthodoxy perception
    pitch platitude pledge point position prejudice premise premonition presumption presupposition pretext principle
    prognosis promise propaganda proposition protest proverb question quibble quip rationale reading reasoning
    rebuttal reckoning refrain rejoinder reproach request response retort rhetoric riposte saying scepticism sense
    sentiment signal skepticism slogan soundbite stance stereotype story storyline submission subtext suggestion
    superstition supposition surmise suspicion tale talk taunt tenet testimony theory thought threat thrust trope
    truism ultimatum understanding version view wager watchword wisdom word""".split()
)
#: Of these, those of which “there is a … that” tells nobody’s belief.
OF_NO_MIND = frozenset(
    """account appeal case clarification concession defence defense injunction instruction joke line maxim motto pitch
    pledge point position principle promise proverb question quip rebuttal rejoinder request riposte saying slogan
    story tale taunt threat ultimatum version word""".split()
)
#: Nouns of what somebody is: “of the opinion that”, “under the impression that”.
OPINIONS = frozenset(
    """belief conviction delusion illusion impression mind misapprehension opinion persuasion understanding view""".split()
)
#: Nouns that do not announce their content with “is” or a colon, as in “his message was that”, “one boast: …”.
NOT_ANNOUNCING = frozenset(
    """anxiety apprehension call concern count criticism critique faith figure ground illusion legend
    misapprehension propaganda protest report request threat understanding""".split()
)
ANNOUNCING = frozenset(NOUNS) - NOT_ANNOUNCING
#: What a state of affairs is to those who judge it: “for the regime, either outcome is undesirable”.
ACCEPTING = frozenset(
    """acceptable desirable ideal inconceivable intolerable inevitable obvious preferable tolerable unacceptable
    undesirable unthinkable unwelcome welcome""".split()
)
#: What is said of a view that many hold: “the belief that they do not is widespread”.
HELD_BY_MANY = frozenset(
    "common conventional fashionable general popular prevailing prevalent received rife universal widespread".split()
)
#: What is said of a view that somebody in authority, or everybody, puts forth: “the official line is that”.
PUT_FORTH = frozenset("official orthodox party received standard stock usual".split())
#: Nouns for what is in everybody’s mouth: “the talk is of war”.
TALK = frozenset("buzz chatter gossip speculation talk whisper".split())
#: Nouns for a story as somebody tells it: “the ministry’s account, in which nobody was hurt”.
NARRATING = frozenset("account explanation interpretation narrative reading retelling story tale version".split())
#: What holds written words: “the placard reads: …”.
WRITTEN = frozenset(
    """advertisement banner billboard board card caption graffiti headline hoarding inscription label leaflet note notice
    placard plaque poster sign slogan sticker ticket""".split()
)
#: By which a case stands: “her case rests on the claim that”.
RESTING = frozenset("base boil build come depend hang hinge rely rest stand turn".split())
#: Those who are named by the view that they take: “critics see a trap”.
VIEW_HOLDERS = frozenset(
    """admirer advocate analyst apologist backer booster campaigner champion commentator critic cynic defender detractor
    devotee dissenter doubter economist enthusiast expert fan historian loyalist observer opponent optimist pessimist
    proponent purist realist sceptic skeptic strategist supporter sympathiser sympathizer""".split()
)
#: What comes, as a report does: “word came that”.
NEWS = frozenset("report rumor rumour warning word".split())
#: Verbs by which a view is there, comes up or passes: “fears are growing that”, “doubts remain whether”.
GROWING = frozenset(
    """abound arise circulate deepen dim emerge fade float grow hear heighten linger make mount persist prevail raise
    recede remain revive rise spread strengthen surface swirl vanish voice""".split()
)
#: Adjectives with a clause of their own: “the claim is true that” is no attribution, “the hope is high that” is one.
TAKING_CLAUSES = frozenset("clear certain evident false obvious plain right sure true wrong".split())
#: Common nouns for where people hold a view.
QUARTERS = frozenset(
    """bar barracks bench bloc boardroom canteen capital chancellery circle city classroom corridor country countryside embassy establishment
    factory farm industry kitchen neighbourhood neighborhood palace press province pulpit quarter region street
    terrace town trench village""".split()
)
#: Verbs that make a noun of speech their subject’s own: “repeated the claim that”.
LIGHT = frozenset(
    """abandon accept advance arrive cherish come confirm defend deliver draw drop echo embrace endorse entertain
    express float form give harbor harbour have hold issue keep make nurse nurture offer peddle publish push raise
    reach recant reiterate release renew repeat retract share sound spread sustain take tell voice withdraw""".split()
)
#: What comes of a question or a thought that one puts to somebody: “the question that my students ask me”.
PUTTING = frozenset("advance ask bring float give have hold make offer pose put raise repeat share utter voice".split())
#: Prepositions of the ground on which somebody acts: “on the assumption that”, “in the belief that”.
GROUNDING = frozenset("from in on out under".split())
#: Of nouns of speech and thought, those on whose ground one acts.
GROUNDS = frozenset(
    """assumption belief conviction delusion expectation faith fear ground guess hope hunch idea
    illusion impression knowledge logic misapprehension notion plea pledge premise presumption pretence pretense pretext
    principle promise rationale reasoning suspicion theory understanding view""".split()
)
#: What somebody’s words may be called: “in Lavrov’s view”, “by her own account”.
VIEWS = frozenset(
    """account admission analysis argument arithmetic assessment calculation count definition description estimate
    estimates estimation eyes figures formulation framing interpretation judgement judgment lights logic mind narrative
    numbers opinion parlance phrase portrayal reading reckoning retelling rhetoric showing telling thinking version
    view views vision word words""".split()
)
#: Adjectives of what people hold to be so and say: “is adamant that”. “Glad”, “sure”, “afraid that” tell a feeling.
BELIEVING = frozenset(
    """adamant categorical certain clear confident convinced divided doubtful emphatic explicit firm hopeful
    insistent optimistic persuaded pessimistic resolute sceptical skeptical unanimous unconvinced undecided
    unequivocal unsure""".split()
)
#: How somebody speaks: “was less kind: …”.
MANNERS = frozenset(
    """adamant blunt blunter candid categorical charitable clear curt defiant direct dismissive emphatic explicit forthright
    frank gracious harsher insistent kind kinder outspoken plain plainer scathing terse unequivocal unmoved unrepentant
    withering""".split()
)
#: Of these, those that things are as well, in nobody’s view: “it is clear that”, “the evidence is clear that”.
OF_THINGS_AS_WELL = frozenset("certain clear divided doubtful explicit firm unequivocal".split())
