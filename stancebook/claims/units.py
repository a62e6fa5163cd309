"""Units of measure by the nouns that name them, and nouns that count the same thing."""

from __future__ import annotations

_UNITS = {
    "dollar": "dollar buck", "euro": "euro", "pound": "pound quid", "rouble": "rouble ruble", "hryvnia": "hryvnia",
    "yuan": "yuan renminbi", "yen": "yen", "zloty": "zloty", "franc": "franc", "rupee": "rupee", "cent": "cent",
    "peso": "peso", "lira": "lira", "krona": "krona krone kronor", "shekel": "shekel", "dinar": "dinar",
    "shilling": "shilling", "rand": "rand", "naira": "naira", "cedi": "cedi", "birr": "birr", "kwacha": "kwacha",
    "dirham": "dirham", "riyal": "riyal rial", "baht": "baht", "ringgit": "ringgit", "rupiah": "rupiah", "dong": "dong",
    "taka": "taka", "tenge": "tenge", "lari": "lari", "manat": "manat", "forint": "forint", "koruna": "koruna",
    "second": "second", "minute": "minute", "hour": "hour hr", "day": "day", "week": "week", "month": "month",
    "year": "year yr", "decade": "decade", "century": "century", "night": "night",
    "kilometre": "kilometre kilometer km kms", "metre": "metre meter", "centimetre": "centimetre centimeter cm",
    "millimetre": "millimetre millimeter mm", "mile": "mile", "foot": "foot feet ft", "inch": "inch", "yard": "yard",
    "hectare": "hectare ha", "acre": "acre",
    "tonne": "tonne", "ton": "ton", "kilogram": "kilogram kilo kg", "gram": "gram", "ounce": "ounce",
    "barrel": "barrel",
    "litre": "litre liter", "gallon": "gallon", "bushel": "bushel",
    "megawatt": "megawatt mw", "gigawatt": "gigawatt gw", "kilowatt": "kilowatt kw", "kiloton": "kiloton kilotonne",
    "megaton": "megaton", "kilowatt hour": "kwh", "megawatt hour": "mwh", "terawatt hour": "twh",
    "degree": "degree", "mph": "mph", "km/h": "km/h kph", "percentage point": "pp", "basis point": "bp",
}  # fmt: skip
#: The unit that each word form names.
UNITS = {form: unit for unit, forms in _UNITS.items() for form in forms.split()}
TIME = frozenset("second minute hour day week month year decade century night".split())
MONEY = frozenset(
    """dollar euro pound rouble hryvnia yuan yen zloty franc rupee cent peso lira krona shekel dinar shilling rand naira
    cedi birr kwacha dirham riyal baht ringgit rupiah dong taka tenge lari manat forint koruna""".split()
)
CURRENCIES = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₽": "rouble", "₴": "hryvnia", "₹": "rupee"}
CURRENCY_CODES = {
    "usd": "dollar", "eur": "euro", "gbp": "pound", "jpy": "yen", "rub": "rouble", "uah": "hryvnia", "byn": "rouble",
    "cny": "yuan", "rmb": "yuan", "pln": "zloty", "chf": "franc",
}  # fmt: skip
#: Abbreviations are units wherever they stand after a number, whatever part of speech a tagger sees in them.
ABBREVIATIONS = frozenset("km kms cm mm kg mw gw kw kwh mwh twh mph kph ha ft hr yr".split())
QUALIFIERS = frozenset("square cubic nautical metric light-year us u.s. american canadian australian".split())
#: Prepositions that say where those are who are counted.
PLACING = frozenset("in on near at around along inside across outside".split())
#: Nouns that count the same thing in news reports; the first stands for all.
_SAME = (
    "soldier troop troops serviceman servicewoman trooper personnel",
    "person people",
    "protester protestor demonstrator",
    "death fatality",
    "ruble rouble",
    "plane aeroplane airplane",
    "policeman policewoman",
    "lawmaker legislator",
    "voter elector",
)
SAME = {noun: group.split()[0] for group in _SAME for noun in group.split()}
#: What befell those who are counted: twenty soldiers killed are not the same thing as twenty soldiers.
FATES = {
    "kill": "killed", "die": "killed", "dead": "killed", "perish": "killed", "wound": "wounded", "wounded": "wounded",
    "injure": "wounded", "injured": "wounded", "hurt": "wounded", "capture": "captured", "arrest": "arrested",
    "detain": "arrested", "jail": "arrested", "imprison": "arrested", "displace": "displaced", "flee": "displaced",
    "missing": "missing",
}  # fmt: skip


def unit_of(noun: str, lemma: str = "") -> str:
    """The unit that a noun names, “” where it names none: ``unit_of("kilometers")`` is “kilometre”."""
    form = noun.lower()
    for name in (form, lemma.lower(), form.removesuffix("s"), form.removesuffix("es")):
        if name in UNITS:
            return UNITS[name]
    return {"centuries": "century", "feet": "foot"}.get(form, "")


def same_thing(lemma: str) -> str:
    """The noun that stands for all that count the same thing as ``lemma``."""
    return SAME.get(lemma.lower(), lemma.lower())
