"""What verbs report, and how, and who may speak: by the classes of VerbNet and the frames of FrameNet.

VerbNet 3 (Kipper et al. 2008): say-37.7, tell-37.2, transfer_mesg-37.1, advise-37.9, complain-37.8, promise-37.13,
confess-37.10, lecture-37.11, manner_speaking-37.3, talk-37.5, conjecture-29.5, consider-29.9, characterize-29.2,
dub-29.3, judgement-33, order-58.3, urge-58.1. FrameNet 1.7 (Baker, Fillmore & Lowe 1998): Statement, Judgment
communication, Attributing cause, Opinion. Wanting and feeling (want-32.1, admire-31.2) report nothing; seeing and
knowing (see-30.1) are facts.
"""

# Verbs

#: Verbs that report beside those of the lexicon; all acknowledge.
FURTHER = frozenset(
    """acclaim admonish alert apprise articulate ascribe assail assess attack attest attribute aver avow bank bark beg
    belittle bellow bemoan berate beseech bet bill blare bleat blog bluster boom broach calculate call caricature
    carp cast castigate celebrate censure challenge chant characterise characterize chide chime chorus christen
    clarify class cluck command compare concur confide consider construe contest continue convince coo counsel count
    counter credit criticise croak crow cry damn debate decry deduce deem define demur denigrate denounce deprecate
    deride differ direct disagree disclaim disparage dispute divulge drawl drone dub echo enquire enthuse entreat
    envisage envision equate exclaim excoriate exhort extol fancy fault figure float foresee frame fret fulminate
    fume gauge gloat gripe groan grouse growl grumble guarantee guess gush hail harangue hazard hector herald hiss
    howl hypothesise hypothesize implore infer inquire instruct interject interpret intimate intone jeer jest jibe
    label lambast lambaste lampoon laud leak lecture liken list malign marvel mention mistake moan mock moot
    moralise moralize mumble murmur muse mutter nag narrate notify object opine paint parrot peddle perceive
    persuade philosophise phrase picture pillory pitch pledge point ponder pontificate posit post postulate preach
    presume pronounce purr put query question quibble quip rage rail rasp rate read reason reassert rebuke rebut
    recount refer reflect refute regard reject rejoin relate rely reprimand reproach repute restate retort revile
    ridicule roar rule rumble ruminate rumor rumour salute savage scoff scold scorn scream screech see sell
    sermonise shriek shrill sigh slam slate smear snap snarl sneer sniff snort specify splutter squeal stipulate
    stutter style suppose surmise swear tally taunt term theorise theorize thunder tout treat trumpet tweet
    understand upbraid venture view vilify voice volunteer wager wail welcome whimper whine wonder yell""".split()
) | {
    "brush aside", "explain away", "hold up", "laugh off", "pass off", "play down", "rule out", "shrug off", "talk down",
    "talk up", "wave aside", "wave away", "wave off", "write off",
}  # fmt: skip
#: Verbs by which a thing is to somebody what he takes it for: “for the hawks, this proves that”.
PROVING = frozenset("confirm constitute prove represent show vindicate".split())
#: Verbs of the lexicon that report neither speech nor opinion: what is known, found out, done or left open.
NOT_REPORTING = frozenset(
    """apologize ascertain certify deceive decide determine discover discuss document establish expose
    fabricate feel feign highlight identify illustrate learn lie mislead misled notice offer order realize
    recognize regret remember summarize thank""".split()
)
#: Verbs that report only where they say what something is: “is seen as a rival”. “Sees that” is a fact seen.
ONLY_PREDICATING = frozenset(
    """ascribe attribute bank bill call caricature cast class compare construe count credit define depict describe dub
    equate frame interpret label list mistake paint peddle perceive picture pitch portray rate read refer regard
    rely see sell style term tout treat view""".split()
)
#: Of the verbs that say what something is, those whose passive reports though nobody is named: “is seen as a rival”.
REPORTING_IN_PASSIVE = frozenset(
    """acclaim accuse applaud attack bill blame brand caricature cast castigate celebrate censure characterise
    characterize condemn construe credit criticise criticize decry denigrate denounce depict deride describe dismiss
    disparage excoriate fault frame hail herald interpret lambast lambaste lampoon laud mock paint perceive picture
    pillory portray praise read regard revile ridicule scorn see sell suspect tout trumpet view vilify""".split()
)
#: Verbs that give a name, which nobody need have said: “the exercise, called “Northern Wind””.
NAMING = frozenset("call christen dub label name style term title".split())
#: Verbs whose that-clause is a fact, a wish or a deed, no report. Any other verb with people for its subject and a
#: that-clause reports what they say or think.
NO_REPORT = frozenset(
    """appear appreciate arrange ascertain ask be become care cause check come decide demonstrate determine discover do
    ensure establish feel find forget get give go guarantee guard happen hate have hear help identify ignore keep
    know learn leave let like live love make manage matter mean need notice overlook prefer prove read realise
    realize recall recollect remember require see seem sense set show smell start stop take taste try turn
    understand verify wait want watch wish""".split()
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
    "acclaim": ("as",), "accuse": ("of",), "applaud": ("as", "for"), "ascribe": ("to",), "assail": ("as", "for"),
    "assess": ("as", ""), "attack": ("as", "for"), "attribute": ("to",), "belittle": ("as",), "berate": ("for",),
    "bill": ("as",), "blame": ("for", "on"), "brand": ("as", ""), "brush aside": ("as",), "call": ("",),
    "caricature": ("as",), "cast": ("as",), "castigate": ("for",), "celebrate": ("as",), "censure": ("for",),
    "characterise": ("as",), "characterize": ("as",), "charge": ("with",), "chide": ("for",), "cite": ("as",),
    "class": ("as",), "compare": ("to", "with"), "condemn": ("as",), "consider": ("as", ""), "construe": ("as",),
    "count": ("as", "among"), "credit": ("with",), "criticise": ("as", "for"), "criticize": ("as", "for"),
    "damn": ("as", "for"), "declare": ("",), "decry": ("as",), "deem": ("",), "define": ("as",), "denigrate": ("as",),
    "denounce": ("as",), "depict": ("as",), "deprecate": ("as",), "deride": ("as",), "describe": ("as",),
    "dismiss": ("as",), "disparage": ("as",), "dub": ("",), "equate": ("with", "to"), "excoriate": ("as", "for"),
    "explain away": ("as",), "extol": ("as", "for"), "fault": ("for",), "find": ("",), "frame": ("as",),
    "hail": ("as",), "herald": ("as",), "hold": ("",), "hold up": ("as",), "interpret": ("as",), "judge": ("",),
    "label": ("as", ""), "lambast": ("as", "for"), "lambaste": ("as", "for"), "lampoon": ("as",),
    "laud": ("as", "for"), "laugh off": ("as",), "liken": ("to",), "list": ("as",), "malign": ("as",),
    "mistake": ("for",), "mock": ("as", "for"), "paint": ("as",), "pass off": ("as",), "peddle": ("as",),
    "perceive": ("as",), "picture": ("as",), "pillory": ("as", "for"), "pitch": ("as",), "play down": ("as",),
    "portray": ("as",), "praise": ("for", "as"), "present": ("as",), "proclaim": ("",), "pronounce": ("",),
    "rate": ("as",), "read": ("as",), "rebuke": ("for",), "refer": ("as",), "regard": ("as",), "reject": ("as",),
    "reprimand": ("for",), "reproach": ("for", "with"), "revile": ("as",), "ridicule": ("as", "for"),
    "salute": ("as",), "savage": ("as", "for"), "scold": ("for",), "scorn": ("as",), "see": ("as",),
    "sell": ("as",), "shrug off": ("as",), "slam": ("as", "for"), "speak": ("as",), "style": ("",),
    "suspect": ("of",), "talk": ("as",), "talk up": ("as",), "taunt": ("with", "as"), "term": ("",), "think": ("as",),
    "threaten": ("with",), "tout": ("as",), "treat": ("as",), "trumpet": ("as",), "upbraid": ("for",),
    "view": ("as",), "vilify": ("as",), "wave away": ("as",), "wave off": ("as",), "welcome": ("as",),
    "write off": ("as",),
}  # fmt: skip
#: Of these, verbs that trace one thing to another: “attributed the silence to a fault”.
ASCRIBING = frozenset("ascribe attribute compare equate liken".split())
#: Verbs whose matter follows a preposition: “warned of”.
MATTERS = {
    "accuse": ("of",), "admit": ("to",), "advise": ("against",), "allude": ("to",), "argue": ("against", "for"),
    "assure": ("of",), "boast": ("of", "about"), "brag": ("of", "about"), "caution": ("against", "about"),
    "carp": ("about",), "complain": ("of", "about"), "confess": ("to",), "convince": ("of",), "counsel": ("against",),
    "despair": ("of",), "dream": ("of",), "fantasize": ("about",), "gripe": ("about",), "grouse": ("about",),
    "grumble": ("of", "about"), "hint": ("at",), "lament": ("over",),
    "lie": ("about",), "moan": ("about",), "mumble": ("of", "about"), "murmur": ("of", "about"),
    "mutter": ("of", "about"), "predict": ("of",), "rave": ("about",), "remind": ("of",), "speak": ("of", "about"),
    "talk": ("of", "about"), "testify": ("to",), "whisper": ("of", "about"), "warn": ("of", "about", "against"),
}  # fmt: skip
#: Verbs of mere talk, whose matter is said only where it is a figure or quoted: “has spoken of 30,000 troops”.
TALKING = frozenset("speak talk".split())
#: Verbs of complaint and of low speech (VerbNet manner_speaking-37.3, complain-37.8): “mutter about sabotage”.
MUTTERING = frozenset("carp gripe grouse grumble moan mumble murmur mutter whisper".split())
#: Verbs whose object stands for what is said or thought: “rejects the claim”, “voiced alarm”, “predicted a war”.
WITH_OBJECT = frozenset(
    """acknowledge admit affirm allege anticipate applaud assert assume believe bemoan blame cite claim concede condemn
    confess confirm contest criticise criticize decry denounce deny deplore disclaim dismiss dispute doubt echo
    emphasise emphasize envisage express forecast foresee insinuate lament mock pledge predict promise propose
    question reaffirm reassert rebut refute reiterate reject repeat restate ridicule stress suggest suspect
    underline underscore voice welcome""".split()
) | {"rule out"}
#: What is said of oneself: “signalled its readiness”, “reiterated their support”.
COMMITMENTS = frozenset(
    """alarm commitment concern determination disapproval dismay intention interest objection opposition preference
    readiness refusal regret reluctance resolve solidarity support sympathy willingness""".split()
)
#: Verbs of which these are objects.
COMMITTED_BY = frozenset(
    """announce confirm convey declare express indicate proclaim profess reaffirm reassert reiterate repeat restate
    signal stress underline underscore voice""".split()
)
#: Verbs that turn away what was said, with the clause that holds it: “ridiculed the idea that”.
TURNING_AWAY = frozenset(
    """contest deny dismiss dispute doubt mock question rebut refute reject ridicule scorn""".split()
) | {"brush aside", "explain away", "laugh off", "play down", "rule out", "shrug off", "wave aside", "wave away"}
#: Of these, the object counts where it is something said or stands for it: “rejects the claim”, “disputes that”.
OF_WORDS = frozenset(
    """believe confirm contest dismiss dispute doubt echo mock question rebut refute reiterate reject repeat restate
    ridicule""".split()
)
#: Nouns beside those of speech and thought that stand for what was said.
OF_WHAT_WAS_SAID = frozenset(
    """analogy characterisation characterization comparison description figure interpretation label logic number
    reading story term""".split()
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
#: Verbs of perceiving: what one sees is there, whoever says so.
PERCEIVING = frozenset("feel hear read see".split())
#: Verbs that may stand beside the words they report: “The war, he says, is over.”
BESIDE = frozenset(
    """acknowledge add admit agree allege announce answer argue ask assert assure aver bark believe bellow bluster
    boast boom caution chirp chorus claim clarify complain concede conclude confess contend continue coo counter
    croak crow cry declare demur describe drawl drone emphasise emphasize enquire enthuse estimate exclaim explain
    fear feel figure forecast fret fume gloat gripe groan grouse growl guess gush have hear hint hiss hope howl
    imagine inquire insist intone jest joke know lament maintain marvel moan mumble murmur muse mutter note object
    observe opine pontificate predict promise purr put query quibble quip quote rage rasp read recall reckon reflect
    rejoin remark remind repeat reply report respond retort roar rumble say scoff see shout sigh snap snarl sneer
    sniff snort speculate splutter squeal stammer state stress suggest suppose surmise suspect swear tell testify
    think thunder volunteer vow wail warn whimper whine whisper wonder write yell""".split()
)
#: Verbs that go on reporting after another that does: “has said that it is over, and warned the press”.
SPEAKING = BESIDE | BIDDING | frozenset(CHARACTERIZING)
#: What somebody would have others do who says a thing: “would have us believe that”.
HAVING_US = frozenset("accept believe conclude imagine see suppose think understand".split())
#: Verbs that bring up an idea, and what they bring up: “floated the idea of a vote”.
FLOATING = frozenset("broach float moot".split())
FLOATED = frozenset("idea notion possibility prospect scenario spectre specter suggestion".split())
#: How one speaks who says more than what he speaks of: “speaks darkly of sabotage”.
TELLINGLY = frozenset(
    """cheerfully constantly darkly earnestly endlessly freely gloomily grandly incessantly loftily loudly openly ominously
    piously proudly sadly solemnly vaguely""".split()
)
#: Verbs of saying and thinking, and pronouns and their like that stand for what is said: “says the opposite”.
SAYING = frozenset("argue claim say suggest think".split())
STANDING_FOR_WORDS = frozenset("contrary likewise much opposite otherwise same that this".split())
#: “is said to be rich”: hearsay, with nobody named.
HEARSAY = frozenset(
    """allege assume believe claim estimate fear presume reckon report repute rumor rumour say suspect think
    understand""".split()
)
#: Of these, those that report in the passive alone: “is understood to”. Who understands something knows it.
ONLY_HEARD = frozenset("repute rumor rumour understand".split())
#: Verbs with a hearer before their matter: “warned their readers of tanks”.
TO_HEARERS = frozenset("accuse assure convince inform persuade reassure remind tell warn".split())
#: Verbs that may report with “so” alone: “some say so”.
SO = frozenset("believe expect fear hope say suppose tell think".split())
#: Verbs of “as the governor sees it”, “as she tells it”.
STANDPOINT = frozenset("have see tell understand".split())
#: Verbs by which the report itself travels: “word came that”.
ARRIVING = frozenset("arrive circulate come emerge go reach spread".split())
#: “declined to say that …” says nothing.
UNSAID = frozenset(
    """able afraid avoid cease dare decline difficult easy fail fair forget hard hesitate impossible intend need
    neglect omit ought possible prepare refuse reluctant resist stop tempt tempting try unable unwilling want wish""".split()
)
#: Verbs without an object (VerbNet appear-48.1.1, disappearance-48.2, escape-51.1, occurrence-48.3).
WITHOUT_OBJECT = frozenset(
    """arrive care collapse come decline depart die disappear emerge erupt exist expire fail fall go happen hesitate
    intervene lapse laugh lie linger listen live matter occur perish persist prevail recede resign retreat return
    rise sink sit sleep stand starve succeed surrender thrive vanish wait walk weep work""".split()
)
#: Who is so to say something says it: “was quick to call it a bluff”.
READY = frozenset("careful eager fond keen prompt quick swift".split())
#: Who does not do so says it all the same: “cannot resist adding that”, “never ceases to point out”.
RESISTING = frozenset("avoid cease fail forget help neglect omit resist stop tire".split())
#: What opens a clause between commas that is no “he says”: “, when he says so,”.
OPENING_CLAUSES = frozenset(
    """after although and because before but if or since that though unless until when whereas while""".split()
)
#: Parts of a whole, which count as numbers do: “put the loss at a tenth”.
FRACTIONS = frozenset("half third quarter fifth sixth seventh eighth ninth tenth dozen hundred thousand nil".split())

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
    """academy administration agency airline alliance analysis army article assessment association audit authority bank
    bloc board book brigade broadcaster bulletin cabinet cable camp capital chamber channel charter church club
    coalition commission committee communique communiqué company congress consortium constitution council court
    crown daily department directorate dispatch document draft editorial electorate embassy faction federation firm
    foundation fund government group guild headquarters hospital inquiry institute investigation junta kremlin law
    leadership leaflet league letter lobby magazine manual media memo memorandum ministry movement navy newspaper
    office opposition organisation organization outlet palace pamphlet paper parliament party petition police poll
    presidency press press-release radio regime regulator report resolution review ruling senate service side
    society state statement story study survey syndicate team television text transcript treaty tribunal tv union
    university verdict watchdog website""".split()
)
#: What may show something without being anybody’s words: “photographs show that”.
EVIDENCE = frozenset(
    """analysis archive census chart count data datum evidence experience experiment figure file film finding
    footage history image imagery index intelligence interview list log map measurement number photo photograph
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
