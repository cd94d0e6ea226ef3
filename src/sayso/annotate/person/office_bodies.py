"""An office in a parse in, of what body or place it is out: 'its', 'Karez police chief', 'a spokesman for it'."""

from typing import TYPE_CHECKING

from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.parses import child_of, ends_quotation, sentence_around, subject_of
from sayso.annotate.person.described import People
from sayso.annotate.role.words import load_role_words
from sayso.event_types import load_event_types

if TYPE_CHECKING:
    from spacy.tokens import Token

_TITLES_OF = frozenset({"state", "staff"})  # "Secretary of State", "Chief of Staff"


def body_of(noun: "Token", people: People) -> "Token | None":
    """Of what body or place: 'its', 'Karez police chief', 'a spokesman for the council'."""
    words = load_naming_words()
    owner = child_of(noun, "poss")
    if owner is not None:
        return whose_body(owner)
    if (
        noun.lemma_.lower() in load_event_types()["office"].nouns
        or noun.lemma_.lower() in words.members
    ):
        beside = (c for c in noun.children if c.dep_ in {"compound", "nmod"})
        before = [c for c in beside if _is_body(c) and not ends_quotation(c, noun)]
        # "Dalan River Command commander": the command and not Dalan.
        named = [c for c in before if c.tag_ == "NNP" and c.lemma_.lower() in words.groups]
        if before:
            return (named or before)[0]
        return body_after(noun) or _set_after(noun, people)
    return body_after(noun)


def _set_after(noun: "Token", people: People) -> "Token | None":
    """'Odas, commander, Hask Joint Command': the body that is set beside the office."""
    beside = (c for c in noun.children if c.dep_ == "appos" and c.i > noun.i)
    return next((c for c in beside if not people.is_named(c) and is_led(c, people)), None)


def body_after(noun: "Token") -> "Token | None":
    """'A spokesman for the council', 'a gunner in the 9th Brigade': the council, the brigade."""
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ in load_grammar_words().bodies and prep.i > noun.i:
            body = child_of(prep, "pobj")
            return None if body is not None and _is_purpose(body) else body
    return None


def _is_purpose(body: "Token") -> bool:
    """'Secretary of State', 'minister for health': no body so called."""
    portfolios = load_naming_words().portfolios
    is_portfolio = body.lemma_.lower() in portfolios and child_of(body, "det") is None
    return body.lower_ in _TITLES_OF or (is_portfolio and not body.ent_type_)


def whose_body(owner: "Token") -> "Token":
    """'Amra Leguizal, whose aide Dario': her; 'the union said its secretary': the union."""
    if owner.lower_ == "whose":
        clause = next((t for t in owner.ancestors if t.dep_ == "relcl"), None)
        return clause.head if clause is not None else owner
    if owner.lower_ in {"its", "their"}:
        over = next((t for t in owner.ancestors if subject_of(t) is not None), None)
        subject = subject_of(over) if over is not None else None
        if subject is not None and subject.lemma_.lower() in load_role_words().weapons:
            return _body_before(owner)
        is_fit = subject is not None and subject.i < owner.i and subject.pos_ in {"NOUN", "PROPN"}
        return subject if subject is not None and is_fit else owner
    return owner


def _body_before(owner: "Token") -> "Token":
    """'A bomb hit a convoy of the army, killing its commander': the army's."""
    before = owner.doc[sentence_around(owner).start : owner.i]
    return next(
        (t for t in reversed(before) if t.lemma_.lower() in load_naming_words().groups), owner
    )


def _is_body(word: "Token") -> bool:
    """'Army spokesman', 'garrison commander': whose, where it is no rank."""
    words = load_naming_words()
    lemma = word.lemma_.lower()
    if lemma in words.groups:
        return True
    is_rank = lemma in load_role_words().no_groups | words.ranks | words.portfolios
    return not is_rank and word.ent_type_ not in {"PERSON", "DATE"} and word.pos_ != "ADJ"


def is_led(body: "Token", people: People) -> bool:
    """Whether one may lead it: a body by name or noun, or what one has the running of."""
    return body.lemma_.lower() in load_naming_words().run or is_joined(body, people)


def is_joined(body: "Token", people: People) -> bool:
    """Whether one may belong to it: 'left the navy', not 'left the bakery'."""
    words = load_naming_words()
    if body.pos_ == "PROPN" and not people.is_named(body) and body.ent_type_ not in {"GPE", "DATE"}:
        return True
    is_band = body.lemma_.lower() in words.groups | words.bands
    return body.ent_type_ in {"ORG", "NORP"} or is_band or any(
        m.span.start <= body.idx < m.span.stop for m in people.bodies()
    )  # fmt: skip


def is_body_of(body: "Token", people: People) -> bool:
    """Whether somebody is of it: no person, unless only a mark takes 'the Lake Company' for one."""
    is_set = body.pos_ == "PROPN" and any(c.lower_ == "the" for c in body.children)
    if people.is_named(body) or body.ent_type_ == "GPE":
        return is_set
    return is_joined(body, people)
