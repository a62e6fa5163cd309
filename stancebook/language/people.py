"""Common nouns for people: by role, by trade, by what they watch or want; whoever is called so is not named."""

from __future__ import annotations

from stancebook.tokens import Token

#: Who speaks without a name. Lemmas, and plurals that have no singular of their own.
PEOPLE = frozenset(
    """academic activist adviser advisor advocate agent aide ally ambassador analyst anchor architect attorney author
    authority banker blogger boss broker businessman businesswoman campaigner candidate captain carer caretaker
    chairman chairwoman chancellor chief child citizen civilian clerk coach colleague colonel columnist commander
    commentator commissioner conductor congressman consultant correspondent counterpart counsel critic cynic deacon
    dealer defector defender delegate demonstrator deputy detainee detractor developer dictator diplomat director
    dissident docker doctor driver economist editor employee employer engineer envoy executive exile expert eyewitness
    farmer father figure fighter fisherman forecaster foreigner foreman founder friend general governor guard
    guerrilla head historian host hunter industrialist inhabitant insider inspector instructor insurer intellectual
    interpreter investigator investor islander journalist judge king lawmaker lawyer leader lecturer legislator
    librarian lieutenant lobbyist local magistrate major manager marshal mayor mediator member merchant midwife migrant
    minister miner mother MP mp mps negotiator neighbour neighbor nurse observer officer official onlooker operator
    opponent oppositionist organiser organizer owner painter parent parliamentarian participant passenger patient
    pensioner people pessimist physician physicist pilot pedestrian planner poet police policeman policymaker
    politician pollster premier president priest prince princess principal prisoner professor prosecutor protester
    protestor publisher pundit queen rebel recruit refugee relative reporter representative researcher resident
    reservist retiree rival ruler sailor sceptic scholar scientist secretary senator sergeant servant shopkeeper sister
    skeptic soldier source speaker specialist spokesman spokesperson spokeswoman staffer stallholder statesman
    strategist student supporter surgeon survivor sympathiser sympathizer teacher technocrat theorist thinker trader
    trucker tutor veteran victim villager visitor volunteer voter warden watcher witness woman man women men worker
    writer youngster youth brother daughter son wife husband cousin uncle aunt grandmother grandfather girl boy
    elder monk nun bishop rabbi imam vendor cashier barber waiter waitress guest host baker butcher carpenter
    electrician mechanic plumber welder cook chef tailor nobleman diplomat optimist mediator monitor insurgent
    militant commander hawk dove liberal conservative nationalist separatist opposition
    contact interlocutor attaché partner alarmist crew scout sentry courier whistleblower informant villager bystander
    neighbour comrade rival clergyman sailor pundit blogger reader viewer listener voter taxpayer""".split()
)
#: With “this”, whoever writes: “this newspaper holds that”, self-mention in the third person after Hyland (2001).
WRITERS = frozenset(
    "newspaper paper magazine journal column publication blog columnist correspondent reporter writer author".split()
)
#: Words that say outright that the source is not named.
UNNAMED = frozenset("anonymous unnamed unidentified undisclosed".split())
#: Words that stand for people who are not named.
SOMEBODY = frozenset("some many others other several few most both one those everybody everyone somebody someone anyone".split())
FEMALE = frozenset("she her woman women mother girl queen princess spokeswoman actress grandmother sister aunt wife nun".split())
MALE = frozenset("he him man men father boy king prince spokesman grandfather brother uncle husband monk foreman".split())
#: Who, with the name of a state or a body beside it, speaks for that: “officials in Kyiv”, “a Kremlin spokesman”.
OFFICIALS = frozenset(
    "official diplomat spokesman spokeswoman spokesperson authority government ministry administration embassy delegation "
    "negotiator envoy military army police intelligence command leadership side representative officials diplomats "
    "authorities spokespeople aide negotiators ambassador".split()
)
#: What a source is without: “two officials”, “some independent analysts”.
QUANTIFIERS = frozenset("some many several few most all both each any numerous various other one two three".split()) - {"other"}


def is_person(noun: Token) -> bool:
    """Whether a common noun names people, by its ending or because it is one of the usual ones."""
    ending = noun.lemma.endswith(("ist", "ian", "man", "men", "woman", "women", "person", "eer", "ologist"))
    return noun.lemma in PEOPLE or noun.form in PEOPLE or ending and len(noun.lemma) > 4
