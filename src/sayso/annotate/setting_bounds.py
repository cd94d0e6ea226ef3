"""A place or time in, whether its words keep it from the events around it out.

The day of a bulletin is not that of the battle it tells of; and where a man served, in a clause
about him, is not where he died.
"""

from typing import TYPE_CHECKING

from sayso.annotate.setting_words import load_setting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_LINKS = frozenset(
    {"prep", "pobj", "dobj", "npadvmod", "appos", "nummod", "compound", "poss", "amod", "nmod"}
)


def is_of_paper(time: "Token") -> bool:
    """'Dated 9 May', 'the bulletin of 9 May', 'a list that the army published on Monday': the day of
    the paper, and of nothing that it tells."""
    word = time
    while word.head != word and word.dep_ in _LINKS and word.pos_ != "VERB":
        word = word.head
        if word.pos_ == "NOUN":
            return _is_paper(word)
    return (
        word.pos_ == "VERB" and word.lemma_ in load_setting_words().issuing and _is_of_a_paper(word)
    )


def _is_paper(noun: "Token") -> bool:
    return noun.lemma_.lower() in load_setting_words().papers


def _is_of_a_paper(verb: "Token") -> bool:
    """Whether what is issued, dated or printed is a paper; 'in a dispatch, dated 9 May' is parsed anyhow."""
    issued = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    if verb.dep_ in {"acl", "relcl"}:
        issued.append(verb.head)
    near = verb.doc[max(verb.i - 3, 0) : verb.i]
    return any(map(_is_paper, (*issued, *near)))


def is_of_career(setting: "Token", trigger: "Token") -> bool:
    """'The general, who led the left wing at Karez, died at home': where he led it."""
    for clause in setting.ancestors:
        if clause.dep_ != "relcl":
            continue
        is_apart = trigger != clause and not clause.is_ancestor(trigger)
        is_persons = any(c.lower_ in {"who", "whom"} for c in clause.children)
        return is_apart and is_persons and clause.lemma_ in load_setting_words().serving
    return False


def is_of_another(setting: "Token", trigger: "Token") -> bool:
    """'Was shot in the run-up to the 2019 vote', 'two days before the May raids': another event's.

    Not 'before Sunday', which bounds the day itself; 'after Friday's clashes' may be of that day.
    """
    words = load_setting_words()
    for noun in (setting, *setting.ancestors):
        if noun == trigger or noun.is_ancestor(trigger) or noun.pos_ == "VERB":
            return False
        prep = noun.head
        if noun == setting or noun.dep_ != "pobj":
            continue
        if prep.lower_ == "before" or (
            prep.lower_ in {"to", "of"} and prep.head.lemma_.lower() in words.leading_up
        ):
            return True
    return False


def is_apart(place: "Token", trigger: "Token") -> bool:
    """Whether a place is named for something else than where the event was."""
    others = (is_of_another, is_of_career)
    return any(is_others(place, trigger) for is_others in others) or is_on_the_way(place)


_TRAVELS = frozenset({"journey", "trip", "voyage"})


def is_on_the_way(place: "Token") -> bool:
    """'On the journey from Karez': no longer in that town."""
    prep = place.head
    is_from = place.dep_ == "pobj" and prep.lower_ == "from"
    return is_from and prep.head.lemma_.lower() in _TRAVELS


def is_long_before(clause: "Token") -> bool:
    """'Is at Karez, three weeks after it left the city': its day is not that of the leaving."""
    if clause.dep_ != "advcl" or not any(c.lower_ in {"after", "before"} for c in clause.children):
        return False
    return any(
        c.dep_ == "npadvmod" and c.lemma_.lower() in load_setting_words().long
        for c in clause.children
    )
