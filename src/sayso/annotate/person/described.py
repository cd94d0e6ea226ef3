"""A noun that tells what somebody is in, the person it is told of out; the words for both as mentions."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.mentions import name_phrase
from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.parses import (
    object_after,
    sentence_of,
    share_sentence,
    span_of,
    subject_of,
    words_of,
)
from sayso.event_types import load_event_types
from sayso.types import Mention, MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BEING = frozenset({"be", "become", "remain"})
HE = frozenset({"he", "she"})
_CLOSING = frozenset({",", ".", ";", ")", ":"})
_CALLED = frozenset({"name", "call", "identify", "know"})
_BASE = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod", "advmod"})


@dataclass(frozen=True)
class People:
    """The persons that a parsed text names, by the characters where their names begin."""

    doc: "Doc"
    mentions: Sequence[Mention]

    @cached_property
    def _named(self) -> dict[int, Mention]:
        """By each character that a person's name stands on."""
        return {
            at: m for m in self.mentions if m.kind == "person"
            for at in range(m.span.start, m.span.stop)
        }  # fmt: skip

    def is_named(self, token: "Token") -> bool:
        return token.idx in self._named and token.lower_ not in load_grammar_words().single_persons

    def name_at(self, token: "Token") -> Mention | None:
        return self._named.get(token.idx)

    def head_of(self, token: "Token") -> "Token":
        """The word of the name that the rest of it hangs on; any other word itself."""
        named = self.name_at(token)
        if named is None:
            return token
        found = self.doc.char_span(named.span.start, named.span.stop, alignment_mode="expand")
        return found.root if found is not None else token

    def name_after(self, noun: "Token", *, through_comma: bool = True) -> "Token | None":
        """'His brother Karim', 'his brother, Karim,', 'his brother, also Karim,'."""
        rest = self.doc[noun.i + 1 : min(noun.i + 4, sentence_of(noun).stop)]
        words = [t for t in rest if t.text not in {"(", '"', "“"} and t.lower_ != "also"]
        if words and self.is_named(words[0]):
            return self.head_of(words[0])
        is_next = len(words) > 1 and words[0].text == "," and self.is_named(words[1])
        return self.head_of(words[1]) if is_next and through_comma else None

    def name_set_after(self, noun: "Token") -> "Token | None":
        """'The miller, Karim Odas, said': a name beside the noun, closed by a comma or a stop."""
        after = self.name_after(noun)
        if after is None:
            return None
        if noun.nbor().text != "," or after.dep_ == "appos":
            return after
        last = self.name_at(after)
        rest = (
            self.doc.char_span(last.span.start, last.span.stop, alignment_mode="expand")
            if last is not None
            else None
        )
        is_closed = rest is not None and rest.end < len(self.doc)
        return (
            after
            if is_closed and rest is not None and self.doc[rest.end].text in _CLOSING
            else None
        )

    def name_before(self, noun: "Token") -> "Token | None":
        """'Karim, the brother', 'Karim (41), a medic', 'Karim, 41, a medic'."""
        at = noun.left_edge.i - 1 if share_sentence(noun.left_edge, noun) else -1
        if at < sentence_of(noun).start or self.doc[at].text not in {",", "(", "–", "—", "-"}:
            return None
        at -= 1
        is_years = self.doc[at].like_num and self.doc[at - 1].text in {",", "("}
        if at > sentence_of(noun).start + 1 and (is_years or self.doc[at].text == ")"):
            while at > sentence_of(noun).start and not self.doc[at].text.isalpha():
                at -= 1
        token = self.doc[at]
        return self.head_of(token) if self.is_named(token) else None

    def mention(self, token: "Token", *without: "Token") -> Mention:
        """The words that name or describe who the token stands for, short of what hangs on them."""
        named = self.name_at(token)
        if named is not None and not any(named.span.covers(span_of([w])) for w in without):
            return named
        held = (m for m in self.mentions if m.span.start <= token.idx < m.span.stop)
        own = next((m for m in held if not any(m.span.covers(span_of([w])) for w in without)), None)
        return own or name_phrase(list(token.subtree), token)

    def bodies(self) -> Sequence[Mention]:
        return [m for m in self.mentions if m.kind in {"group", "outlet"}]


_TRADES = (
    "er", "or", "ist", "ian", "eer", "ant", "man", "woman", "smith", "herd", "wright", "nurse", "monger",
)  # fmt: skip


def ends_as_trade(noun: "Token") -> bool:
    """'Boxer', 'botanist', 'potter': as words for who does something end."""
    return noun.lemma_.lower().endswith(_TRADES)


def is_of_people(noun: "Token") -> bool:
    """Whether a noun calls one person what he is: 'boy', 'councillor', 'captive', 'miller'."""
    words, types, lemma = load_naming_words(), load_event_types(), noun.lemma_.lower()
    known = (types[name].nouns for name in ("office", "occupation", "kinship"))
    return lemma in words.people | words.members | words.aged_of or any(lemma in n for n in known)


def base_phrase(noun: "Token", words: Sequence["Token"] = ()) -> Mention:
    """The noun with what stands before it: 'her elder brother', 'the widow' of 'the widow of X'.

    words: all tokens of the noun, where it is written in several ('brother-in-law')
    """
    parts = [noun, *words]
    for child in noun.children:
        if child.dep_ in _BASE and child.i < noun.i:
            parts += [t for t in child.subtree if t.i < noun.i]
    first, last = min(t.i for t in parts), max(t.i for t in parts)
    whole = [t for t in noun.doc[first : last + 1] if not t.is_space]
    while len(whole) > 1 and (whole[0].is_punct or whole[0].tag_ == "POS"):
        whole = whole[1:]
    kind: MentionKind = "crowd" if noun.tag_ in {"NNS", "NNPS"} else "role"
    return Mention(span_of(whole), kind, words_of(whole))


def holders_of(noun: "Token", people: People) -> list["Token"]:
    """Whom the noun describes: the names it stands beside, or is said of, or a pronoun for them."""
    if noun.i + 1 < len(noun.doc) and noun.nbor().tag_ == "POS":
        return []  # "Odas, the emir's brother": he is no emir
    found = _beside(noun, people) or _said_of(noun, people)
    if found is not None and not _owns(found, noun, people):
        return [found, *(t for t in _also(found) if people.is_named(t))]
    if noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"} and not people.is_named(noun):
        return holders_of(noun.head, people)
    return []


def _opens_clause(noun: "Token") -> bool:
    """'A night guard, Motal Odas, 55, died': the first words of a sentence, with no list behind."""
    first = noun.left_edge
    is_first = first.i == sentence_of(noun).start and first.lower_ in {"a", "an"}
    commas = [t.i for t in noun.doc[noun.i : sentence_of(noun).stop] if t.text == ","][:2]
    after = {t.lower_ for i in commas[1:] for t in noun.doc[i + 1 : i + 2]}
    return is_first and len(commas) > 1 and not after & {"and", "or", "another", "an", "a", "the"}


def _owns(named: "Token", noun: "Token", people: People) -> bool:
    """'Odas, whose son Imran': the son is not Odas."""
    whose = next((c for c in noun.children if c.dep_ == "poss" and c.lower_ == "whose"), None)
    return whose is not None and people.name_before(whose) == people.head_of(named)


def _called(noun: "Token", people: People) -> "Token | None":
    """'A baker named Odas', 'a student identified as Lena Hart'; who calls himself so hides his name."""
    for clause in noun.children:
        is_own = any(c.lower_ in load_grammar_words().no_party for c in clause.children)
        if clause.dep_ == "acl" and clause.lemma_.lower() in _CALLED and not is_own:
            told = [c for c in clause.children if c.dep_ in {"oprd", "dobj", "attr"}]
            told += [t for c in clause.children if c.lower_ == "as" for t in c.children]
            return next((people.head_of(t) for t in told if people.is_named(t)), None)
    return None


def told_through(noun: "Token", people: People) -> "Token | None":
    """'His brother, the lawyer Odas', 'her uncle, a colonel named Odas': by what he is besides."""
    for beside in noun.children:
        is_one = beside.dep_ == "appos" and beside.i > noun.i and beside.tag_ in {"NN", "NNP"}
        if is_one and not people.is_named(beside):
            named = [c for c in beside.children if c.dep_ == "appos" and people.is_named(c)]
            found = named[0] if named else _called(beside, people)
            found = found or people.name_after(beside, through_comma=False)
            if found is not None:
                return found
    return None


def _beside(noun: "Token", people: People) -> "Token | None":
    if noun.dep_ == "appos" and people.is_named(noun.head):
        return noun.head
    named = next((c for c in noun.children if c.dep_ == "appos" and people.is_named(c)), None)
    named = named or _called(noun, people) or told_through(noun, people)
    if named is not None:
        return named
    after = people.name_after(noun, through_comma=False)
    if after is not None:
        return after
    inner = object_after(noun, "of", "for")
    kin = load_event_types()["kinship"].nouns
    is_body = inner is not None and (
        noun.lemma_.lower() not in kin
        or inner.ent_type_
        or inner.lemma_.lower() in load_naming_words().groups
    )
    if inner is not None and is_body and not people.is_named(inner):  # "the governor of Hask, X"
        for child in inner.children:
            if child.dep_ == "appos" and people.is_named(child):
                return child
    is_definite = any(c.dep_ == "poss" or c.lower_ == "the" for c in noun.children)
    is_definite = is_definite or _opens_clause(noun)
    set_after = people.name_set_after(noun) if is_definite else None
    if set_after is not None:
        return set_after
    before = people.name_before(noun)
    if before is not None and noun.dep_ in {
        "appos",
        "conj",
        "attr",
        "dobj",
        "npadvmod",
        "dep",
        "ROOT",
    }:
        return before
    return None


def _said_of(noun: "Token", people: People) -> "Token | None":
    """'Karim is a medic', 'she became mayor'; 'Karim, who is a medic'."""
    if noun.dep_ != "attr" or noun.head.lemma_ not in BEING:
        return None
    subject = subject_of(noun.head)
    if subject is not None and subject.lower_ == "who" and noun.head.dep_ == "relcl":
        subject = noun.head.head
    if subject is None and noun.head.dep_ == "conj":
        subject = subject_of(noun.head.head)
    if subject is None:
        return None
    beside = next((c for c in subject.children if c.dep_ == "appos" and people.is_named(c)), None)
    if beside is not None and subject.pos_ == "NOUN":  # "its spokesman, Odas, is a former medic"
        return beside
    return subject if people.is_named(subject) or subject.lower_ in HE else None


def _also(head: "Token") -> list["Token"]:
    return [c for c in head.children if c.dep_ == "conj"]


def is_told_beside(noun: "Token") -> bool:
    """Whether the noun only identifies ('X, a medic'), and is not itself what is said ('X is a medic')."""
    return noun.dep_ != "attr"
