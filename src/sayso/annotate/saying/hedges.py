"""A parsed report in, the words that hold something back ('reportedly', 'may have') out."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.annotate.event.modality import load_denial_words
from sayso.annotate.event.modality_lists import load_modality_lists
from sayso.annotate.parses import is_negated, sentence_around, text_of
from sayso.types import Span, When

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PHRASES = re.compile(
    r"\b(?:reportedly|allegedly|apparently|purportedly|supposedly|presumably|seemingly|possibly"
    r"|probably|likely|perhaps|unconfirmed|alleged|suspected|purported|so-called|rumou?red|rumou?rs?"
    r"|(?:amid|according to|unconfirmed) reports|(?:is|are|was|were) (?:also )?(?:reported|believed|said|thought"
    r"|understood|alleged|rumou?red|feared|presumed) to"
    r"|it (?:is|was|ha[sd] been) (?:\w+ )?(?:said|reported|believed|thought|understood|alleged|rumou?red|feared)"
    r"|(?:feared|presumed|believed|thought)"
    r"(?= (?:dead|killed|drowned|lost|captured|kidnapped|abducted|injured|wounded)\b)"
    r"|(?:is|are|was|were|remains?) (?:still )?(?:unclear|uncertain|unknown|not clear|not known)"
    r"|(?:could|can) ?not (?:immediately )?be (?:independently )?(?:verified|confirmed)"
    r"|(?:nobody|no one|none of \w+) (?:can |could |will |would )?(?:say|says|said|tell|knows?|knew|sure)"
    r"(?: for (?:certain|sure))? (?:whether|if)"
    r"|no (?:immediate |independent )?confirmation|appear(?:s|ed)? to|seem(?:s|ed)? to|is thought that)\b",
    re.IGNORECASE,
)
_MODALS = frozenset({"may", "might", "could"})


def find_hedges(doc: "Doc") -> tuple[Span, ...]:
    """Hedging words and phrases anywhere in the text, in order, none inside another."""
    spans = [Span(*match.span()) for match in _PHRASES.finditer(text_of(doc))]
    doubtful = (t for t in doc if _is_doubtful_modal(t) or _is_nobodys_report(t))
    spans += [Span(t.idx, t.idx + len(t)) for t in doubtful]
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s.start, -s.stop)):
        if not kept or span.start >= kept[-1].stop:
            kept.append(span)
    return tuple(kept)


def _is_doubtful_modal(token: "Token") -> bool:
    """'may have gone', 'might be held'; 'could not be reached' is no hedge of a fact."""
    if token.tag_ != "MD" or token.lower_ not in _MODALS:
        return False
    return not any(child.dep_ == "neg" for child in token.head.children)


def _is_nobodys_report(noun: "Token") -> bool:
    """'There were reports that', 'is looking into claims of': by nobody named, and told as no more."""
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in load_denial_words()["reports"]:
        return False
    under = list(noun.children)
    is_told = _next_word(noun) == "that" or any(
        _is_that_clause(c) or c.lower_ in {"of", "about"} for c in under
    )
    is_somebodys = any(c.dep_ == "poss" or c.lower_ in {"by", "from", "in"} for c in under)
    if not is_told or is_somebodys or any(c.lower_ == "no" for c in under):
        return False
    over = noun.head
    while over.dep_ in {"prep", "agent"}:
        over = over.head
    if over.lemma_ == "be" and any(c.dep_ == "expl" for c in over.children):
        return not is_negated(over)
    return over.lemma_.lower() in load_modality_lists().looking_into and noun.dep_ != "nsubj"


def _next_word(word: "Token") -> str:
    return word.nbor(1).lower_ if word.i + 1 < len(word.doc) else ""


def _is_that_clause(clause: "Token") -> bool:
    return clause.dep_ in {"acl", "ccomp", "relcl"} and any(
        c.dep_ == "mark" and c.lower_ == "that" for c in clause.children
    )


def hedges_over(word: "Token", hedges: tuple[Span, ...]) -> tuple[Span, ...]:
    """The hedges whose scope takes in the word: those of its clause and of clauses above it.

    A hedge that stands in another clause of the sentence (a relative clause, a second
    statement joined by 'and') says nothing of this one.
    """
    clause = _clause_of(word)
    return tuple(h for h in hedges if _governs(h, clause, word))


def _clause_of(word: "Token") -> "Token":
    heads = {"ROOT", "ccomp", "advcl", "relcl", "conj", "parataxis", "acl"}
    while word.dep_ not in heads or (word.dep_ == "conj" and word.pos_ not in {"VERB", "AUX"}):
        if word.head == word:
            break
        word = word.head
    return word


def _governs(hedge: Span, clause: "Token", word: "Token") -> bool:
    tokens = [t for t in sentence_around(word) if hedge.start <= t.idx < hedge.stop]
    if not tokens:
        return False
    if _is_nobodys_report(tokens[0]):  # and what is done about it is as sure as before
        marks = {c.i for c in clause.children if c.dep_ == "mark"}
        return tokens[0] in word.ancestors or tokens[0].i + 1 in marks
    heads = {_clause_of(t) for t in tokens}
    if clause in heads:
        return True
    if all(t.tag_ == "MD" for t in tokens):
        return False
    above = set(word.ancestors)
    return bool(heads & above) and _is_said_under(clause, heads)


def _is_said_under(clause: "Token", heads: set["Token"]) -> bool:
    """'is believed to have fled', 'amid reports that': the clause hangs in the hedge itself."""
    return clause.dep_ in {"ccomp", "acl", "xcomp"} and bool(set(clause.ancestors) & heads)


def join_hedges(
    ruled: Sequence[Span], marked: Sequence[tuple[Span, str]], times: Sequence[When]
) -> tuple[Span, ...]:
    """The hedges by the rules and those that the encoder marks beside them; no month of May."""
    taken = [*ruled, *(when.span for when in times)]
    new = (span for span, _ in marked if not any(span.meets(other) for other in taken))
    return tuple(sorted((*ruled, *new)))
