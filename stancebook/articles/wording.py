"""What newsrooms write around an article, told from its wording: related links, credits, bylines, notices.

Each rule is about a whole paragraph or line, never about a part of a sentence, and holds wherever it stands unless
its name says otherwise. The wordings are those of English-language news sites at large.
"""

from __future__ import annotations

import re

from stancebook.articles.dates import DATE, is_date

_LONGEST_LINE = 1000  # characters; nothing longer is a heading, a credit or their kind

_SENTENCE_END = re.compile(r"[.!?…][)\"'”’\]»*_]*$")
_UNFINISHED_END = re.compile(r"[,;:–—-]$")
_INITIALISM_END = re.compile(r"\b(?:[A-Z]\.){2,}$|\b(?:Inc|Ltd|Co|Corp|Jr|Sr)\.$")

_RELATED = re.compile(
    r"(?:related(?: (?:articles?|stor(?:y|ies)|coverage|reading|content|links?|posts?|news))?"
    r"|read (?:more|also|next|too|this)|also read|see also|more (?:on|from) [^.:]{2,40}|recommended|further reading"
    r"|(?:you (?:may|might) )?also like|don[’']t miss|editors?[’']? (?:picks?|choice)|most read|in case you missed it)"
    r"(?: here)?\s*(?::|[|»→–—-]\s)\s*\S",
    re.IGNORECASE,
)
_RELATED_LOOSE = re.compile(
    r"(?:read (?:more|also|next)|also read|see also|watch(?: now)?:|listen:)(?: |$)(?!.*[.?!;…]$)", re.IGNORECASE
)
_RELATED_LABEL = re.compile(
    r"(?:related(?: (?:articles?|stor(?:y|ies)|coverage|reading|content|links?|posts?|news))?|read (?:more|also|next)|also read"
    r"|see also|recommended|further reading|most read)\s*:?",
    re.IGNORECASE,
)
_NEWSPAPER = re.compile(
    r"(?:The )?(?:[A-Z][\w&’'-]*\.? ){0,3}(?:Times|Post|News|Journal|Review|Herald|Guardian|Tribune|Gazette|Chronicle|Observer|Economist"
    r"|Independent|Telegraph|Magazine|Monitor|Standard|Daily|Weekly|Bulletin|Courier|Dispatch|Register|Examiner|Mirror)"
)
_FURNITURE = re.compile(
    r"(?:advertisement|ad|sponsored(?: content)?|(?:article|story) continues below(?: advertisement)?"
    r"|continue reading(?: the main story)?|share(?: (?:this|on|via) .{0,30})?|print|e-?mail|save|tweet|comments?(?: \(\d+\))?"
    r"|\d+ comments?|skip to (?:main )?content|loading\W*|listen to (?:this )?article|(?:reading time:? )?\d+[- ]min(?:ute)?s?(?: read)?"
    r"|subscribe(?: (?:now|today|here|to our newsletter))?|sign up (?:for|to) (?:our|the) .{0,40}newsletters?"
    r"|for immediate release|(?:press|news|media) release|under embargo|embargoed until .{0,40}"
    r"|click here(?: to .{0,40})?|follow us on .{0,40}|back to top|(?:previous|next) (?:article|story|page)|opinion|op-ed|analysis|commentary)[.!]?",
    re.IGNORECASE,
)
_LINK = re.compile(r"<?(?:https?://|www\.)\S+>?", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"[\[(–—-]?\s*(?:(?:page|p\.)\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\s*[\])–—-]?", re.IGNORECASE)
_NUMBERED_PAGE = re.compile(r"(?:page|p\.)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|\d{1,4}\s*(?:of|/)\s*\d{1,4}", re.IGNORECASE)

_AGENCY = (
    r"(?:Reuters|AP|AFP|A(?:ssociated )?P(?:ress)?(?: Photo)?|AP Photo|Getty Images|Getty|TASS|RIA Novosti|Sputnik|EPA(?:-EFE)?"
    r"|Xinhua|Shutterstock|iStock|Alamy|Unsplash|Flickr|Wikimedia(?: Commons)?|Wikipedia|Bloomberg|DPA|dpa|Anadolu"
    r"|Press Service|Press Office|Press Agency|News Agency|Ministry of Defen[cs]e|Defen[cs]e Ministry|Kremlin\.ru|kremlin\.ru|NASA"
    r"|Handout|handout|Archives?|CC BY(?:-SA)?(?: \d\.\d)?)"
)
_CREDIT_LABEL = re.compile(
    r"\(?(?:(?:photo(?:graph)?|image|picture|video|illustration|graphic|map)s?\s*(?:credit|source|courtesy)?s?\s*(?::|©|\bby\b|courtesy of)"
    r"|credits?\s*:|©(?!\s*\d{4})|courtesy of|source:)\s*\S.*",
    re.IGNORECASE,
)
_CREDIT_AGENCY = re.compile(rf"\(?(?:[^.?!]*(?:[/|©]|\bvia\b)\s*|[^.?!]*,\s+)?{_AGENCY}(?:\s*/\s*[\w .’'-]+)?\)?")
_INLINE_CREDIT = re.compile(
    r"(?<=[.!?”\"’)])\s+(\(?(?:(?i:photo|image|picture|credit)(?:s| credit)?\s*(?::|(?i:by|courtesy of)\b)\s*[^.]{2,80}"
    rf"|(?:[\w’'-]+ ){{0,4}}(?:/ ?)?{_AGENCY}(?:\s*/\s*[\w .’'-]{{2,60}})?)\)?\.?)$"
)
_CAPTION_LABEL = re.compile(
    r"(?:caption|(?:file )?(?:photo|picture|image)|pictured(?: above| here)?|fig(?:ure|\.)? \d+|illustration)(?::|\.\s|\s[–—-]\s)\s*\S",
    re.IGNORECASE,
)

_THIS_TEXT = (
    r"(?:(?:an |a )?(?:earlier |longer |shorter |previous )?version of )?(?:this|the) "
    r"(?:article|piece|essay|op-ed|column|commentary|story|text|report|interview|post|analysis|opinion(?: piece)?|translation)"
)
_CLOSING_CREDIT = re.compile(
    rf"(?:{_THIS_TEXT} (?:(?:was|is|has been|had been|originally|first|also) ){{0,4}}"
    r"(?:published|appeared|adapted|republished|reprinted|reproduced|produced|translated|written|edited|excerpted)\b"
    r"|(?:first|originally|re)\s*(?:published|appeared|printed) (?:by|in|on|at|from|with)\b"
    r"|(?:all rights reserved|copyright\b|©|\(c\) ?\d{4}))",
    re.IGNORECASE,
)
_DISCLAIMER = re.compile(
    r"(?:the )?(?:views?|opinions?)(?: and (?:views?|opinions?))?,? (?:expressed|stated|in) .*"
    r"(?:author|writer|necessarily|reflect|represent|own)",
    re.IGNORECASE,
)
_AUTHOR_NOTE = re.compile(
    r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3} (?:is|was) (?:an?|the) (?:[\w’'-]+,? ){0,5}"
    r"(?:fellow|scholar|professor|journalist|editor|columnist|analyst|author|researcher|correspondent|reporter|commentator|lecturer)\b"
    r"(?: (?:at|for|with|in|of|on|and|based)\b|[.,])"
)
_OUTLET_IN_CREDIT = re.compile(
    r"(?:published|appeared|reprinted|adapted|reproduced)(?: (?:first|originally|with permission))? (?:by|in|on|at|from) (?:the )?"
    r"((?:[A-Z][\w.&’'-]*|\d+)(?: (?:of|the|for|and|on|&|in|[A-Z][\w.&’'-]*|\d+(?!\d*,? \d{4})))*)"
)
_BYLINE = re.compile(
    r"(?:(?:written )?by|words(?: by)?:?|author:|story by|opinion by|analysis by|text by)\s+"
    r"([^\W\d_][\w.’'-]*(?:,? [^\W\d_][\w.’'-]*){0,8})(?:\s*[|•·/–—,]\s*(.*))?",
    re.IGNORECASE,
)
_OUTLET_LABEL = re.compile(r"(?:outlet|publication|publisher|published (?:by|in)|newspaper|from):?\s+([A-Z][^.!?]{2,60})", re.IGNORECASE)
_DATE_LABEL = re.compile(r"(?:(?:first |originally )?(?:published|updated|posted|last updated|date|last modified)(?: on| at)?:?\s+)", re.IGNORECASE)
_PLACE = r"[A-Z][\w.’'-]*(?:[ -][A-Z][\w.’'-]*){0,3}"
_DATELINE = re.compile(
    rf"(?:{_PLACE}(?:, {_PLACE})?(?:, \w{{3,9}}\.? \d{{1,2}}(?:, \d{{4}})?)? ?\((?:[A-Z][\w/ .-]{{1,25}})\)"  # Kyiv, Ukraine (AP)
    r"|[A-Z][A-Z.’'-]{2,}(?: [A-Z.’'-]{2,}){0,3}, (?:[A-Z][\w .]{2,20}, )?\w{3,9}\.? \d{1,2}(?:, \d{4})?"  # MOSCOW, Feb. 10
    r"|[A-Z][A-Z.’'-]{2,}(?: [A-Z.’'-]{2,}){0,3}, (?:[A-Z][\w .]{2,20}, )?\d{1,2} [A-Z]\w{2,8}\.?(?: \d{4})?"  # TALLINN, 3 October
    r"|[A-Z][A-Z’'-]{5,}|[A-Z][A-Z.’'-]{2,} [A-Z’'-]{3,})"  # WASHINGTON; NEW YORK
    r"\s*(?:—|–|--?)\s+(?=\S)"
)


def word_count(text: str) -> int:
    """Words as a person counts them: what stands between spaces and has a letter or digit."""
    return sum(any(character.isalnum() for character in word) for word in text.split())


def ends_sentence(text: str) -> bool:
    """Whether ``text`` ends as a sentence does (an abbreviation's stop counts, for it may be both)."""
    return bool(_SENTENCE_END.search(text[-20:]))


def starts_upper(text: str) -> bool:
    """Whether the first letter or digit of ``text`` is a capital or a digit."""
    first = next((character for character in text if character.isalnum()), "")
    return bool(first) and not first.islower()


def is_heading_like(text: str, most_words: int = 25) -> bool:
    """A short line with a capital first and no stop; or a question in title case."""
    if len(text) > _LONGEST_LINE or not starts_upper(text) or not 0 < word_count(text) <= most_words or _UNFINISHED_END.search(text):
        return False
    if ends_sentence(text):
        return (text.endswith(("?", "!")) and is_title_case(text)) or bool(_INITIALISM_END.search(text))
    return text[-1] not in "”\"’"


def is_title_case(text: str) -> bool:
    """Whether all longer words of ``text`` begin with a capital."""
    longer = [word for word in re.findall(r"[^\W\d_][\w’'-]*", text) if len(word) > 3]
    return len(longer) > 1 and all(word[0].isupper() for word in longer)


def is_name_like(text: str) -> bool:
    """A short line without a stop whose longer words begin with capitals: a person, an organisation, an agency."""
    longer = [word for word in re.findall(r"[^\W\d_][\w’'-]*", text) if len(word) > 3]
    return bool(longer) and word_count(text) <= 8 and not ends_sentence(text) and all(word[0].isupper() for word in longer)


def is_page_number(text: str) -> bool:
    """A line that may be a page number: "3", "- 3 -", "Page 3 of 7"."""
    return bool(_PAGE_NUMBER.fullmatch(text.strip()))


def says_page(text: str) -> bool:
    """A line that can only be a page number: "Page 3", "3 of 7"."""
    return bool(_NUMBERED_PAGE.fullmatch(text.strip()))


def is_related_link(text: str) -> bool:
    """ "Related article: …", "Read more: …", "Also read …". """
    loose = word_count(text) <= 20 and _RELATED_LOOSE.match(text) and not text.endswith((",", "-"))
    return bool(starts_related_link(text) or (loose and text[0].isupper()))


def starts_related_link(text: str) -> bool:
    """A related link that says so by a label with a colon or a dash, even where it is only the link's first line."""
    return len(text) <= _LONGEST_LINE and text[0].isupper() and word_count(text) <= 40 and bool(_RELATED.match(text))


def is_related_label(text: str) -> bool:
    """ "Related:" or "Read more:" alone, over the links that follow."""
    return bool(_RELATED_LABEL.fullmatch(text))


def is_credit(text: str) -> bool:
    """Who made a picture: "Photo: …", "© …", "… / Reuters"; at most a line of ten words."""
    if word_count(text) > 12:
        return False
    bracketed = text.startswith("(") and text.endswith((")", ")."))
    if _CREDIT_LABEL.fullmatch(text):
        return not ends_sentence(text) or bracketed or word_count(text) <= 6
    return not ends_sentence(text) and bool(_CREDIT_AGENCY.fullmatch(text))


def is_credit_under_caption(text: str) -> bool:
    """A line that is a credit where a sentence stands above it: the name of an agency, ministry or archive too."""
    return len(text) <= _LONGEST_LINE and (is_credit(text) or is_name_like(text) and bool(re.search(rf"\b{_AGENCY}\b", text)))


def is_caption(text: str) -> bool:
    """A picture's caption that says so: "Pictured: …", "FILE PHOTO: …", "Figure 1. …"."""
    return word_count(text) <= 60 and bool(_CAPTION_LABEL.match(text))


def split_inline_credit(text: str) -> tuple[str, str] | None:
    """Caption and credit where a paragraph is a caption that ends in its credit."""
    match = _INLINE_CREDIT.search(text) if len(text) <= _LONGEST_LINE and word_count(text) <= 60 else None
    return (text[: match.start()].strip(), match[1]) if match else None


def kind_of_line(text: str) -> str:
    """The kind of a line or paragraph that its own wording settles, wherever it stands; '' for none."""
    if not any(character.isalnum() for character in text):
        return "ornament"
    if len(text) > _LONGEST_LINE:
        return ""
    if is_related_link(text) or is_related_label(text):
        return "related link"
    if says_page(text):
        return "page number"
    if _FURNITURE.fullmatch(text):
        return "site furniture"
    if _LINK.fullmatch(text):
        return "link"
    if is_credit(text):
        return "credit"
    if is_caption(text):
        return "caption"
    return ""


def kind_at_edge(text: str) -> str:
    """The kind of a paragraph at the very start or end of an article: where it was published first, whose views."""
    if len(text) > _LONGEST_LINE:
        return ""
    if word_count(text) <= 60 and (_CLOSING_CREDIT.match(text) or _CLOSING_CREDIT.match(text.lstrip("*_(["))):
        return "closing credit"
    if word_count(text) <= 60 and _DISCLAIMER.match(text):
        return "disclaimer"
    if word_count(text) <= 60 and _AUTHOR_NOTE.match(text):
        return "author note"
    return ""


def kind_in_head(text: str) -> str:
    """The kind of a line between an article's title and its first paragraph."""
    if len(text) > _LONGEST_LINE:
        return ""
    if is_date_line(text):
        return "date"
    if byline(text):
        return "byline"
    if _OUTLET_LABEL.fullmatch(text) and word_count(text) <= 10 and not ends_sentence(text):
        return "outlet"
    return ""


def byline(text: str) -> str:
    """The author that a byline names, '' where ``text`` is no byline."""
    match = _BYLINE.fullmatch(text) if len(text) <= 200 else None
    if not match or ends_sentence(match[1].strip()) and not _INITIALISM_END.search(match[1].strip()):
        return ""
    name = match[1].strip(" ,")
    if not is_name_like(name) and not name.isupper():
        return ""
    return name.split(",")[0].strip()


def outlet_in_head(text: str) -> str:
    """The outlet that a line such as "Published in The Times" or "The Times" names."""
    match = _OUTLET_LABEL.fullmatch(text)
    return match[1].strip() if match else text if is_newspaper(text) else ""


def outlet_in_byline(text: str) -> str:
    """The outlet that "By Jane Doe | The Times | 12 May 2021" names between its bars, '' for none."""
    parts = [part.strip() for part in text.split("|")[1:]]
    named = [part for part in parts if part[:1].isupper() and not re.search(r"\d", part)]
    return named[0] if named and is_name_like(named[0]) else ""


def is_newspaper(text: str) -> bool:
    """A name such as newspapers have: "The River Post"."""
    return bool(_NEWSPAPER.fullmatch(text))


def outlet_in_credit(text: str) -> str:
    """The outlet that "This article was first published by the …" names, '' for none."""
    match = _OUTLET_IN_CREDIT.search(text)
    name = re.split(rf"(?: on)?,? {DATE}", match[1])[0] if match else ""
    name = re.sub(r"(?: (?:of|the|for|and|on|&|in))+$", "", name)
    name = re.sub(r" on (?:[A-Z][a-z]{2,8}\.?)(?: \d+)?$", "", name)
    return name if name.endswith("Inc.") else name.rstrip(".")


def is_date_line(text: str) -> bool:
    """A line with a date alone, or labelled "Published" or "Updated"."""
    return is_date(_DATE_LABEL.sub("", text, count=1).strip())


def dateline(text: str) -> str:
    """The dateline that a first paragraph begins with, such as "KYIV, Ukraine (AP) — "; '' for none."""
    match = _DATELINE.match(text[:200])
    return match[0] if match else ""
