"""A word beside an event in, whether it tells how, when or where, or whom it befell, and no doer, out."""

from typing import TYPE_CHECKING

from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.number.counting_lists import load_counting_lists
from sayso.annotate.role.words import load_role_words

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_manner(word: "Token") -> bool:
    """'Warned by radio', 'taken by lorry', 'hung by the wrists', 'gone by nightfall': how or when, and
    not by whom."""
    table, lemma = load_role_words(), word.lemma_.lower()
    if word.dep_ != "pobj" or word.head.lower_ != "by" or word.ent_type_ in _NAMED:
        return False
    is_bare = word.tag_ == "NN" and not any(c.dep_ in _SAYS_WHICH for c in word.children)
    is_of = any(c.lower_ == "of" for c in word.children)
    if lemma in load_counting_lists().amounts and word.pos_ == "NOUN" and not is_of:
        return True  # "killed them by the dozen"
    is_limb = lemma in table.by_limb and word.pos_ == "NOUN"
    return lemma in table.by_when or is_limb or (is_bare and lemma in table.by_how)


def is_by_force(word: "Token") -> bool:
    """'Broken up with force': no force of men, and nothing that was used."""
    is_how = word.dep_ == "pobj" and word.head.lower_ in {"by", "with"} and word.tag_ == "NN"
    is_bare = not any(c.dep_ in _SAYS_WHICH for c in word.children)
    return is_how and is_bare and word.lemma_.lower() in {"force", "violence"}


_NAMED = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_SAYS_WHICH = frozenset({"det", "poss", "nummod", "relcl", "acl", "compound"})


def is_where(word: "Token") -> bool:
    """'Killed in Mirsk', 'in Mirsk province': where, and not by what."""
    return (
        word.pos_ == "PROPN"
        or word.lemma_.lower() in load_naming_words().places | load_role_words().like_places
    )


def is_all_round(head: "Token") -> bool:
    """'Besieged on all sides', 'came under fire from every side'."""
    is_side = head.lemma_.lower() == "side" and head.dep_ == "pobj"
    marks = {c.lower_ for c in head.children}
    return is_side and head.head.lower_ in {"on", "from"} and bool(marks & {"all", "every", "both"})


def suffers(head: "Token") -> bool:
    """'In which rebels sustained a number of deaths', 'the army suffered losses': those are theirs."""
    verb = head.head
    return head.dep_ == "nsubj" and verb.lemma_ in load_role_words().suffering
