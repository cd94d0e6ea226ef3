"""Named evidence in; who made and showed it, whether the outlet saw it, what it shows and what it does not, out.

By the words around it: 'photos taken by villagers and posted by the Front', 'footage seen by the
Post', 'the Post could not verify it', 'the video dates from 2015'. A second 'the footage' close by is
the same again.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from sayso.annotate.naming_words import load_naming_words
from sayso.tables import read_shipped
from sayso.types import Evidence, Excerpt, Mention, Span


def _any(*lists: str) -> str:
    """A pattern of the words in the lists of `data/evidence_words.toml`, the longest first."""
    table = read_shipped("evidence_words.toml")
    words = (word for name in lists for word in table[name])
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


@cache
def _form(name: str) -> re.Pattern[str]:
    """One of the forms below, with its words; compiled once a process."""
    words = {match: _any(*match.split("+")) for match in re.findall(r"<<([a-z+]+)>>", _FORMS[name])}
    form = re.sub(r"<<([a-z+]+)>>", lambda found: words[found[1]], _FORMS[name])
    return re.compile(form, re.IGNORECASE | re.DOTALL)


_FORMS = {
    "by": r"\b(?P<how><<made+shown+seen>>)(?: (?:on|to|in|online|over|via|at|from)\b[^,.;]{0,30}?)?"
    r" (?P<joint>by|from) (?P<who>)",
    "plain": r" (?P<joint>by|from) (?P<who>)",
    "made": r"<<made>>",
    "seen": r"<<seen>>",
    "checked": r"<<checked>>",
    "turned": r"^(?:\s+\w+){0,3}?\s+(?:was|were|has been|have been|had been|is|are)\s+(?:\w+ly\s)?"
    r"(?=<<made+shown+seen>>)",
    "active": r"\s(?:(?:has|have|had)\s)?(?:\w+ly\s)?(?P<how><<shown+seen>>)\s(?:(?:what it called|\w+)\s){0,3}$",
    "main": r"\b(?:(?:appear|seem|purport)(?:s|ed|ing)? to )?<<shows>>\b",
    "unshown": r"\b(?:do(?:es)?|did|could|can|would)(?: not|n[’']t|not) (?:clearly |itself |themselves |in itself )?"
    r"<<unshown>>\s(?P<what>[^.;]+)",
    "elsewhere": r"(?=(?P<what>\b(?:dat(?:es?|ed|ing) (?:from|back to)"
    r"|(?:is|are|was|were|had been|has been|have been) (?:in fact |actually |really )?<<been>>"
    r"|(?:first |earlier |previously )?appeared|shows?|showed|comes? from|came from|of)\b[^.;]*))",
    "what_shown": r"(?:shows?|showed|of)\b",
    "of_other": r"(?:shows?|showed|of) (?:(?:an?|the) )?(?:\w+ly )?<<other>>\b",
    "amiss": r"\b<<other+amiss>>\b",
    "tail": r",\s(?:but|although|though|while|which|and (?:it|they|the))\b.*|,\s[^,]*\b(?:said|says|added)$",
    "unchecked": r"\b<<unable>>\s(?:\w+\s)?<<checking>>\w*(?P<what>[^.;]*)",
    "ours": r"(?:(?:the|this|our) <<ourselves>>|us|we)\b",
    "again": r"\b(?:the|that|this|these|those|its|both)\s(?:\w+\s)?$",
    "it": r"\s*(?:it|its|them|their|(?:the|its|their) <<matter>>)\b",
}
_OWNER = re.compile(r"((?:[Tt]he |[Aa]n? )?(?:[\w-]+ )?[\w-]+)['’]s? (?:own )?$")
_TIMES = re.compile(r"(?:day|week|month|year|night|morning|yesterday|today|tomorrow)s?$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WHO = re.compile(
    r"(?:the |an? |its |their |his |her |one )?(?:[a-z]+ ){0,2}?"
    r"(?:[A-Z][\w’'-]*(?: (?:of |for |the )?[A-Z][\w’'-]*)*|[a-z]+s\b|[a-z]+)"
)
_OF_WHAT = re.compile(r" of (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*")
_BODIES = frozenset({"person", "group", "outlet", "role", "crowd"})
_ANY_YEAR = 9999  # of an undated report, "dates from 2015" alone tells another time
_NEAR = 3  # sentences after which "the footage" may be another


def with_facts(
    evidence: Sequence[Evidence],
    text: str,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    *,
    outlet: str | None,
    year: int | None,
) -> tuple[Evidence, ...]:
    """outlet: the report's own; year: in which it came out; None: not known"""
    around = _Around(text, sentences, [m for m in mentions if m.kind in _BODIES], outlet, year)
    found = [_told(e, around) for e in evidence]
    return tuple(_shared(found, around))


class _Around:
    """What the words around evidence are read with."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Span],
        mentions: Sequence[Mention],
        outlet: str | None,
        year: int | None,
    ) -> None:
        self.text, self.sentences, self.mentions = text, sentences, mentions
        self.outlet, self.year = outlet, year

    def number_of(self, span: Span) -> int:
        """Which sentence a span begins in."""
        met = (n for n, s in enumerate(self.sentences) if s.start <= span.start < s.stop)
        return next(met, 0)

    def sentence(self, span: Span) -> Span:
        if not self.sentences:
            return Span(0, len(self.text))
        return self.sentences[self.number_of(span)]

    def named_at(self, at: int, *, is_sure: bool = False) -> str | None:
        """Whoever is named from here on; None: nobody. is_sure: not what may be a place: 'from Karez'"""
        starts = [m for m in self.mentions if at <= m.span.start <= at + 4]
        if is_sure and self.text[at : at + 1].isupper():
            return None
        if starts:
            stop = max(m.span.stop for m in starts)
            more = _OF_WHAT.match(self.text, stop)
            return self.text[at : more.end() if more is not None else stop]
        if is_sure:
            return None
        match = _WHO.match(self.text, at)
        return match[0] if match is not None and match[0][:1] and _is_body(match[0]) else None

    def named_before(self, at: int) -> str | None:
        """Whoever is named up to here."""
        ends = [m for m in self.mentions if 0 <= at - m.span.stop <= 1]
        return max(ends, key=lambda m: len(m.words)).words if ends else None

    def is_outlet(self, who: str) -> bool:
        if _form("ours").match(who):
            return True
        told = {w for w in re.findall(r"\w+", who) if w[0].isupper()} - {"The", "A", "An"}
        own = set(re.findall(r"\w+", self.outlet or "")) - {"The"}
        return bool(told) and told <= own

    def excerpt(self, start: int, stop: int) -> Excerpt:
        words = _form("tail").sub("", self.text[start:stop].rstrip(" ,.")).rstrip(" ,:;-–—”\"'")
        return Excerpt(Span(start, start + len(words)), words)


def _is_body(words: str) -> bool:
    """A name, or people in the plural: 'residents', and not 'drone' or 'above'."""
    last = words.split()[-1]
    return last[0].isupper() or (last.endswith("s") and not last.endswith("ss"))


def _told(evidence: Evidence, around: _Around) -> Evidence:
    text, sentence = around.text, around.sentence(evidence.span)
    after = text[evidence.span.stop : sentence.stop]
    found = _by_whom(evidence, after, around)
    found = _owned(found, around)
    found = _handled(found, text[sentence.start : evidence.span.start], sentence.start, around)
    found = _showing(found, sentence, around)
    return _limited(found, sentence, around)


def _by_whom(evidence: Evidence, after: str, around: _Around) -> Evidence:
    """'By the Front', 'taken by villagers and posted by the Front', 'was released by the army'."""
    main = _form("main").search(after)
    turned = _form("turned").match(after)
    stop = len(after) if turned is not None or main is None else main.start()
    start = evidence.span.stop
    plain = _form("plain").match(after)
    if plain is not None and plain.start() < stop:
        is_from = plain["joint"].lower() == "from"
        who = around.named_at(start + plain.end("who"), is_sure=is_from)
        if who is not None and not around.is_outlet(who):
            evidence = replace(evidence, made_by=who)
    for match in _form("by").finditer(after, 0, stop):
        who = around.named_at(start + match.end("who"))
        if who is not None:
            evidence = _with_hand(evidence, match["how"], match["joint"], who, around)
    return evidence


def _with_hand(evidence: Evidence, how: str, joint: str, who: str, around: _Around) -> Evidence:
    is_outlet = around.is_outlet(who) and joint.lower() == "by"
    if _form("seen").fullmatch(how) and joint.lower() == "by":
        if not is_outlet:
            return evidence
        checked = True if _form("checked").search(how) else evidence.checked
        return replace(evidence, seen_by_outlet=True, checked=checked)
    if _form("made").fullmatch(how):
        made = replace(evidence, made_by=evidence.made_by or who)
        return replace(made, seen_by_outlet=True) if is_outlet else made
    return replace(evidence, shown_by=evidence.shown_by or who)


def _owned(evidence: Evidence, around: _Around) -> Evidence:
    """'The Front's footage', 'police video'; not 'Monday's'."""
    if evidence.made_by is not None:
        return evidence
    before = around.text[max(0, evidence.span.start - 60) : evidence.span.start]
    owner = _OWNER.search(before)
    if owner is not None:
        who = around.named_before(evidence.span.start - len(before) + owner.end(1)) or owner[1]
        return evidence if _TIMES.search(who) else replace(evidence, made_by=who)
    last = re.search(r"(?:^|\s)(\w+) $", before)
    is_body = last is not None and last[1].lower() in load_naming_words().groups
    return replace(evidence, made_by=last[1]) if last is not None and is_body else evidence


def _handled(evidence: Evidence, before: str, start: int, around: _Around) -> Evidence:
    """'The Front shared a video', 'the Post has seen the list', 'could not verify the footage'."""
    match = _form("active").search(before)
    if match is not None and not re.search(
        r"\b(?:was|were|been|be|not)\s*$", before[: match.start("how")]
    ):
        who = around.named_before(start + match.start())
        if who is None:
            ours = re.search(r"(?:\b[Ww]e|[Tt]he \w+|[Tt]his \w+)$", before[: match.start()])
            who = ours[0] if ours is not None else None
        if who is not None and _form("seen").fullmatch(match["how"]):
            if around.is_outlet(who):
                checked = True if _form("checked").search(match["how"]) else evidence.checked
                evidence = replace(evidence, seen_by_outlet=True, checked=checked)
        elif who is not None:
            evidence = replace(evidence, shown_by=evidence.shown_by or who)
    unchecked = _form("unchecked").search(before)
    is_own = unchecked is not None and not re.search(r"\w", unchecked["what"].replace("the", ""))
    return replace(evidence, checked=False) if is_own else evidence


def _showing(evidence: Evidence, sentence: Span, around: _Around) -> Evidence:
    start = evidence.span.stop
    after = around.text[start : sentence.stop]
    match = _form("main").search(after)
    if (
        match is None
        or _form("unshown").search(after[: match.end() + 2])
        or "." in after[: match.start()]
    ):
        return evidence
    told = re.match(r"(?:\sthat)?\s*(?P<what>[^.;]+)", after[match.end() :])
    if told is None or not told["what"].strip(" ,"):
        return evidence
    at = start + match.end() + told.start("what")
    what = around.excerpt(at, start + match.end() + told.end("what"))
    if _form("of_other").match(f"of {what.words}"):
        return evidence
    return replace(evidence, shows=(what,))


def _limited(evidence: Evidence, sentence: Span, around: _Around) -> Evidence:
    """What it is no evidence of, and whether the outlet could check it, in its own sentence and the next."""
    found = list(evidence.not_for)
    start = evidence.span.stop
    after = around.text[start : sentence.stop]
    found += [*_unshown(start, after, around), *_from_elsewhere(start, after, around)]
    checked = evidence.checked
    if _form("unchecked").search(after):
        checked = False
    number = around.number_of(evidence.span)
    following = around.sentences[number + 1 : number + 2]
    for span in following:
        told = span.of(around.text)
        match = _form("unchecked").search(told)
        if match is not None and _form("it").match(match["what"]):
            checked = False
        if re.match(r"(?:It|They|But it|But they)\b", told):
            found += [
                *_unshown(span.start, told, around),
                *_from_elsewhere(span.start, told, around),
            ]
    return replace(evidence, not_for=tuple(found), checked=checked)


def _unshown(start: int, words: str, around: _Around) -> Iterator[Excerpt]:
    """'Does not show who fired'."""
    match = _form("unshown").search(words)
    if match is not None and not re.search(r"[;:]", words[: match.start()]):
        yield around.excerpt(start + match.start("what"), start + match.end("what"))


def _from_elsewhere(start: int, words: str, around: _Around) -> Iterator[Excerpt]:
    """'Dates from 2015', 'was filmed in another country', 'is from an earlier attack'."""
    for match in _form("elsewhere").finditer(words):
        if _is_amiss(match["what"], around):
            yield around.excerpt(start + match.start("what"), start + match.end("what"))
            return


def _is_amiss(words: str, around: _Around) -> bool:
    """Whether it tells of another time or place than that of which the report tells."""
    if _form("what_shown").match(words):
        return _form("of_other").match(words) is not None
    years = (int(year) for year in _YEAR.findall(words))
    now = around.year or (_ANY_YEAR if words.lower().startswith("dat") else 0)
    is_old = any(year < now for year in years)
    return is_old or _form("amiss").search(words) is not None


def _shared(found: Sequence[Evidence], around: _Around) -> Iterator[Evidence]:
    """What is told of one of them is told of the same again: 'the video', sentences later."""
    known: list[list[int]] = []
    for n, evidence in enumerate(found):
        before = around.text[max(0, evidence.span.start - 20) : evidence.span.start]
        here = around.number_of(evidence.span)
        same = [
            g for g in known
            if found[g[0]].kind == evidence.kind and here - around.number_of(found[g[-1]].span) <= _NEAR
        ]  # fmt: skip
        is_again = _form("again").search(before) is not None and evidence.made_by is None
        if same and is_again:
            same[-1].append(n)
        else:
            known.append([n])
    of = {n: group for group in known for n in group}
    for n, evidence in enumerate(found):
        group = [found[i] for i in of[n]]
        yield replace(
            evidence,
            made_by=next((e.made_by for e in group if e.made_by), None),
            shown_by=next((e.shown_by for e in group if e.shown_by), None),
            seen_by_outlet=any(e.seen_by_outlet for e in group),
            checked=next((e.checked for e in group if e.checked is not None), None),
            not_for=tuple(dict.fromkeys(x for e in group for x in e.not_for)),
        )
