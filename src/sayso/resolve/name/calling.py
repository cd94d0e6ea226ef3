"""Resolved mentions in, the words by which one calls another to his face out: 'called him “a coward”'."""

import re
from collections.abc import Iterator, Sequence

from sayso.resolve.labels import is_label
from sayso.resolve.name.callings import is_body, is_calling
from sayso.resolve.name.references import head_noun
from sayso.types import Attribution, Label, Mention, Span

_CALLING = re.compile(
    r"\b(?:call|brand|label|dub|describe|denounce|dismiss|deride|mock|condemn)(?:s|d|ed|led|bed|ing)?\s+",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"\s+(?:as\s+)?[\"“‘'](?P<words>[^\"“”\n]{2,60}?)[,.]?[\"”’'](?!\w)")
_PLAIN = re.compile(r"\s+(?:as\s+)?(?P<words>(?:an?\s+|the\s+)?\w+)(?=[.,;]|\s+and\b)")
_PHRASE = r"[\"“](?P<words>(?:an?|the)\s[^\"“”\n.,;]{2,50}?)[,.]?[\"”]"
_IS = re.compile(rf"(?:, \d+,)?\s+(?:is|was|are|were)\s+{_PHRASE}")
_MEANING = re.compile(rf"{_PHRASE},? meaning $")
_WHICH = re.compile(r"the (?:elder|younger|older|late|former|dead) ")
_DOES = re.compile(
    r",?(?: who)?(?: (?:has|had|also|later|then|once|publicly|repeatedly|again|who)){0,2} "
)
_NEXT = re.compile(r"\s+and\s+(?=(?:an?|the)\s)")
_BASE = re.compile(r"\s+(?:who|which|that|of|with|in|from|for|on)\b")


def find_name_calling(
    text: str, mentions: Sequence[Mention], attributions: Sequence[Attribution]
) -> tuple[Label, ...]:
    """What persons and groups are called in quotation marks, or by a word that blames; in text order.

    The words are short of what hangs on them: 'the butler' of 'the butler of the landlords'.
    """
    by_span = {m.span: m for m in mentions}
    found = list(_predicated(text, mentions, attributions))
    for verb in _CALLING.finditer(text):
        whom = max(
            (m for m in mentions if m.span.start == verb.end() or _is_behind(m, text, verb.end())),
            key=lambda m: m.span.stop,
            default=None,
        )
        if whom is None or not _may_be_called(whom):
            continue
        entity = _entity_of(whom, by_span)
        for span in _words_after(text, _end_of(whom, entity, mentions)):
            subject = _subject(verb.start(), mentions, by_span, text)
            by, who = subject or _caller(span, attributions)
            found.append(Label(span, span.of(text), entity, by, who))
    return tuple(found)


def _end_of(whom: Mention, entity: str | None, mentions: Sequence[Mention]) -> int:
    """Where the words for one end: 'River Guard commander' and then his name are one's."""
    stop = whom.span.stop
    more = (
        m.span.stop
        for m in mentions
        if m.kind == "person" and entity and m.entity == entity and m.span.start == stop + 1
    )
    return max(more, default=stop)


def _subject(
    verb: int, mentions: Sequence[Mention], by_span: dict[Span, Mention], text: str
) -> tuple[str, str | None] | None:
    """Who does the calling: whom the words right before the verb name; None: nobody."""
    before = [
        m
        for m in mentions
        if m.kind in {"person", "group", "role"}
        and m.span.stop <= verb
        and _DOES.fullmatch(text, m.span.stop, verb)
    ]
    found = max(before, key=lambda m: (m.span.stop, m.span.stop - m.span.start), default=None)
    return (found.name or found.words, _entity_of(found, by_span)) if found is not None else None


def _is_behind(mention: Mention, text: str, start: int) -> bool:
    """'Called the elder Odas “...”': the name behind the words that tell which."""
    at = mention.span.start
    return mention.kind == "person" and start < at and _WHICH.fullmatch(text, start, at) is not None


def _may_be_called(mention: Mention) -> bool:
    """People and bodies are; 'the claim', 'her words' are no one."""
    if mention.kind != "role" or mention.entity is not None or mention.means is not None:
        return True
    noun = head_noun(mention.words)
    return is_calling(noun) or is_body(noun)


def _predicated(
    text: str, mentions: Sequence[Mention], attributions: Sequence[Attribution]
) -> Iterator[Label]:
    """'Said Odas was “the butcher of the road”', 'killed “the ghost”, meaning Odas'."""
    by_span = {m.span: m for m in mentions}
    for mention in mentions:
        said = _IS.match(text, mention.span.stop)
        said = said or _MEANING.search(text, max(0, mention.span.start - 80), mention.span.start)
        if said is None or mention.kind not in {"person", "role", "group"}:
            continue
        start = said.start("words")
        span = Span(start, start + len(_BASE.split(said["words"])[0]))
        caller = _caller(span, attributions)
        if caller[0] is not None:
            yield Label(span, span.of(text), _entity_of(mention, by_span), *caller)


def _words_after(text: str, at: int) -> Iterator[Span]:
    quoted = _QUOTED.match(text, at)
    plain = _PLAIN.match(text, at) if quoted is None else None
    if plain is not None and is_label(re.sub(r"^an? ", "", plain["words"])):
        yield Span(*plain.span("words"))
    if quoted is None:
        return
    start = quoted.start("words")
    for words in _NEXT.split(quoted["words"]):
        first = text.index(words, start)
        base = _BASE.split(words)[0]
        yield Span(first, first + len(base))
        start = first + len(words)


def _entity_of(mention: Mention, by_span: dict[Span, Mention]) -> str | None:
    seen = {mention.span}
    while mention.entity is None and mention.means is not None and mention.means not in seen:
        seen.add(mention.means)
        known = by_span.get(mention.means)
        if known is None:
            return None
        mention = known
    return mention.entity


def _caller(span: Span, attributions: Sequence[Attribution]) -> tuple[str | None, str | None]:
    """What the one is called in whose words it stands, and who that is."""
    around = [a for a in attributions if any(s.covers(span) for s in a.content)]
    said = min(around, key=lambda a: sum(s.stop - s.start for s in a.content), default=None)
    step = said.said_by if said is not None else None
    return (step.label, step.entity) if step is not None else (None, None)
