"""A reading in, its stance out: by the cue's words, then by what is said, then by the encoder.

The table of cues says what a verb does; its phrases overrule a single verb ("could not say",
"did not dispute"). A verb that can do one thing or another ("ordered", "wants", "asked") leaves
the choice to the encoder. Of plain telling the words told decide: "said it had no part in the
raid" denies. Else the encoder's label counts, where it is sure.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast

from sayso.annotate.event.modality_lists import load_modality_lists
from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.mentions import load_source_kinds
from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.parses import (
    child_of,
    is_negated,
    object_after,
    sentence_of,
    subject_of,
    words_of,
)
from sayso.annotate.saying.answerable import doers_named, leaves_open
from sayso.annotate.saying.cues import CueTable
from sayso.annotate.saying.falsehoods import (
    called_so,
    is_false_word,
    is_held_falsely,
    is_of_nothing,
    is_predicated_false,
)
from sayso.annotate.saying.habits import is_habit
from sayso.annotate.saying.saying_words import load_saying_words
from sayso.types import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

Shares = Mapping[str, float]  # how likely the encoder holds each stance; empty: it says nothing

# How likely the encoder must hold a stance of plain telling; of the others OTHER_SURE.
SURE = {"accuses": 0.65, "promises": 0.5, "admits": 0.65}
OTHER_SURE = 0.8
SURE_AGAINST = 0.9  # where the words leave little room for it
SURE_OF_DENIAL = 0.15  # where what is said is itself negated
NEGATIVE = frozenset({"denies", "no_knowledge"})
_HALVES = frozenset("north south east west regime side".split())  # of a country at war
BEINGS = frozenset({"PERSON", "ORG", "NORP", "GPE", "LOC"})


def settle_stance(
    cue: Sequence["Token"],
    source: Sequence["Token"],
    content: Sequence["Token"],
    ruled: Stance,
    shares: Shares,
    cues: CueTable,
) -> Stance:
    """The stance of one attribution.

    ruled: what the table of cues says of the single words of the cue
    """
    found = _settled(cue, source, content, ruled, shares, cues)
    # "it is not known whether": nobody is there who could say that he does not know
    return "unclear" if found == "no_knowledge" and not source else found


def _settled(
    cue: Sequence["Token"],
    source: Sequence["Token"],
    content: Sequence["Token"],
    ruled: Stance,
    shares: Shares,
    cues: CueTable,
) -> Stance:
    phrase = cues.stance_of_phrase(_phrase(cue, source))
    if phrase is not None:
        return phrase
    if not content:
        return ruled
    if not source and is_held_falsely(cue[-1], cues):
        return "denies"
    lemmas = {t.lemma_.lower() for t in cue}
    if lemmas & load_saying_words().showing and leaves_open(cue, content):
        return "unclear"  # "the footage does not show who fired"
    ways = _ways(lemmas, cue, source, content, ruled, cues)
    if len(ways) > 1 and shares:
        return max(ways, key=lambda way: shares.get(way, 0.0))
    if ways[0] == "asserts" != ruled:
        below = {c.lower_ for t in cue if t.lemma_ == "call" for c in t.children}
        is_name = "call" in lemmas and not below & {"for", "on", "upon"}
        others = {way: s for way, s in shares.items() if way != "calls_for" or not is_name}
        best = max(others, key=lambda way: others[way], default="asserts")
        return cast(Stance, best) if shares.get(best, 0.0) >= SURE_AGAINST else "asserts"
    return ways[0] if ways[0] != "asserts" else _of_telling(cue, source, content, shares, cues)


def _phrase(cue: Sequence["Token"], source: Sequence["Token"]) -> str:
    """The cue's words; before them 'nobody' where nobody is who does it."""
    words = words_of(cue).lower().replace("’", "'")
    is_nobody = bool(source) and source[0].lower_ in load_grammar_words().nobody
    return f"nobody {words}" if is_nobody else words


def _ways(
    lemmas: set[str],
    cue: Sequence["Token"],
    source: Sequence["Token"],
    content: Sequence["Token"],
    ruled: Stance,
    cues: CueTable,
) -> tuple[Stance, ...]:
    """What the cue may do with such a content, the first where the encoder says nothing."""
    if "ask" in lemmas and ruled == "asks":
        return ("asks",) if _is_question(content) or _is_of_questions(cue) else ("calls_for",)
    if _is_wish_to_tell(cue, cues):
        return ("asserts",)
    if lemmas & {"call", "brand", "label", "describe"} and _is_naming(cue, content):
        is_false = is_false_word(content, cues) or is_false_word(called_so(cue), cues)
        return ("denies",) if is_false else ("asserts",)
    if "order" in lemmas:
        return ("calls_for", "promises")
    if "want" in lemmas:
        return ("hopes",) if _is_own_wish(content) else ("calls_for", "hopes")
    if "blame" in lemmas and ruled == "accuses":
        return ("accuses",) if _names_somebody(content) else ("asserts",)
    if "warn" in lemmas and _is_deed(content):
        return ("calls_for",)
    if "wonder" in lemmas:
        return ("asks", "doubts")
    guilt = _guilt_pleaded(cue) if "plead" in lemmas else None
    if guilt is not None:
        return ("denies",) if guilt.nbor(-1).lower_ == "not" else ("admits",)
    if ruled == "denies" and any(t.lower_ == "knowledge" for t in content[:3]):
        return ("no_knowledge",)
    if lemmas & {"allegation", "allege"} and _is_by_somebody(content):
        return ("accuses",)
    if lemmas & {"suspect", "allegation", "allege"}:
        return (ruled, "asserts" if ruled == "accuses" else "accuses")
    return (ruled,)


def _is_by_somebody(content: Sequence["Token"]) -> bool:
    return any(_can_do_wrong(who) for who in doers_named(content))


def _guilt_pleaded(cue: Sequence["Token"]) -> "Token | None":
    """The 'guilty' of 'pleaded guilty to the murder', 'pleaded not guilty'."""
    verb = next(t for t in cue if t.lemma_.lower() == "plead")
    return next((t for t in verb.doc[verb.i + 1 : verb.i + 4] if t.lower_ == "guilty"), None)


def _is_question(content: Sequence["Token"]) -> bool:
    grammar_words = load_grammar_words()
    words = [t for t in content if not t.is_punct][:2]
    return (
        any(t.text == "?" for t in content)
        or not words
        or words[0].lower_ in grammar_words.questions
        or (
            words[0].tag_ == "IN" and words[-1].lower_ in grammar_words.questions
        )  # "by whom", "in which town"
    )


def _is_of_questions(cue: Sequence["Token"]) -> bool:
    """'Questions are being asked about the cost': nothing is called for."""
    asked = (child_of(verb, "nsubjpass", "dobj") for verb in cue if verb.lemma_ == "ask")
    return any(thing is not None and thing.lemma_ == "question" for thing in asked)


def _is_wish_to_tell(cue: Sequence["Token"], cues: CueTable) -> bool:
    """'Wanted to stress that', 'was keen to make clear': whoever wants to tell it tells it."""
    lemmas = [t.lemma_.lower() for t in cue]
    at = next((n for n, t in enumerate(cue) if n and t.tag_ == "TO"), None)
    if at is None or at + 1 >= len(cue) or not set(lemmas[:at]) & load_saying_words().wishing:
        return False
    said = " ".join(lemmas[at + 1 :])
    rows = cues.verbs.get(said) or cues.verbs.get(lemmas[at + 1], ())
    return bool(rows) and rows[0].stance == "asserts"


def _is_naming(cue: Sequence["Token"], content: Sequence["Token"]) -> bool:
    """'Called it a lie', and not 'called for calm' nor 'called on them to leave'."""
    after = {"for", "on", "upon", "to"}
    return cue[-1].lower_ not in after and content[0].lower_ not in after


def _is_own_wish(content: Sequence["Token"]) -> bool:
    return len(content) > 1 and content[0].lower_ == "to"


def _is_deed(content: Sequence["Token"]) -> bool:
    """'Warned them to stay away', 'not to return', 'against marching': what others are to do or to leave."""
    words = [t for t in content if not t.is_punct][:2]
    is_not = len(words) > 1 and words[0].lower_ in {"not", "never"} and words[1].tag_ == "TO"
    return is_not or any(t.tag_ == "TO" or t.lower_ == "against" for t in words[:1])


def _names_somebody(content: Sequence["Token"]) -> bool:
    """Whether who is blamed is one who can do wrong, not the weather or a fuse."""
    first = next((t for t in content if t.dep_ in {"dobj", "pobj"}), content[0])
    on = (t for t in content if t.dep_ == "pobj" and t.head.lower_ == "on")
    return any(_can_do_wrong(thing) for thing in (first, *on))


def _can_do_wrong(thing: "Token") -> bool:
    lemma = thing.lemma_.lower()
    return bool(
        thing.pos_ in {"PROPN", "PRON"}
        or thing.ent_type_ in BEINGS
        or load_source_kinds().get(lemma, "document") != "document"
        or lemma in load_naming_words().groups
        or lemma in _HALVES
        or lemma.endswith(("er", "or", "man", "ist", "ian", "ant"))
    )


def _of_telling(
    cue: Sequence["Token"],
    source: Sequence["Token"],
    content: Sequence["Token"],
    shares: Shares,
    cues: CueTable,
) -> Stance:
    verb = main_verb(content)
    own = _of_ignorance(verb) if verb is not None else None
    if own is not None and source:
        return own
    denial = shares.get("denies", 0.0)
    if verb is not None and source:
        if is_predicated_false(verb, cues):
            is_passive = child_of(verb, "auxpass") is not None
            is_thing = child_of(verb, "attr") is not None  # "his wife said it was a lie"
            return "admits" if is_self(verb) and not (is_passive or is_thing) else "denies"
        if is_of_nothing(verb):
            return "denies"
        if _is_denied(verb) and denial >= SURE_OF_DENIAL:
            return "denies"
        if is_self(verb) and _is_future(verb) and not is_habit(verb, content):
            return "promises"
    best = max(shares, key=lambda s: shares[s], default="asserts")
    if shares.get(best, 0.0) < SURE.get(best, OTHER_SURE):
        return "asserts"
    if best in NEGATIVE and not _is_negative((*cue, *content), cues):
        return "asserts"  # the encoder may have it from the sentence beside
    if verb is not None and best in {"accuses", "promises"} and _is_own_past(verb):
        return "asserts"
    if (
        best == "promises"
        and verb is not None
        and (_is_past(verb, content) or is_habit(verb, content))
    ):
        return "asserts"
    if best == "promises" and verb is not None and _warns_of_others(cue, verb):
        return "asserts"
    if best == "promises" and verb is None and not _promises_things(cue, cues):
        return "asserts"  # "senses victory", "had given answers at the talks", "warned of raids"
    return cast(Stance, best)


def _is_own_past(verb: "Token") -> bool:
    """'We shelled the hill': nobody else is accused, and nothing is to come."""
    subject = subject_of(verb)
    return subject is not None and subject.lower_ in {"i", "we"} and verb.tag_ == "VBD"


def _is_past(verb: "Token", content: Sequence["Token"]) -> bool:
    """'The road was open', 'it took the hill': nothing in it is to come."""
    verbs = {c.tag_ for c in verb.children if c.dep_ in {"aux", "auxpass"}} | {verb.tag_}
    is_to_come = any(t.tag_ in {"TO", "MD", "VBG"} for t in content)
    return bool(verbs & {"VBD"}) and not is_to_come


def _warns_of_others(cue: Sequence["Token"], verb: "Token") -> bool:
    """'Warned that the road was mined'; who warns that 'its guns' will fire does promise it."""
    if not any(t.lemma_.lower() in _WARNING for t in cue) or is_self(verb):
        return False
    subject = subject_of(verb)
    selves = load_grammar_words().selves
    if verb.lemma_ == "be" and subject is not None and child_of(verb, "auxpass") is None:
        return True  # "warned that their return would be hard": nobody does it
    return subject is not None and not any(
        c.dep_ == "poss" and (c.lower_ in _OWN or c.lower_ in selves) for c in subject.children
    )


_WARNING = frozenset({"warn", "caution", "warning"})
_OWN = frozenset("its his her their our my".split())


def _promises_things(cue: Sequence["Token"], cues: CueTable) -> bool:
    """'Vowed revenge'; but a shop 'offers' things, and who warns of one is not who does it."""
    lemmas = {t.lemma_.lower() for t in cue}
    rows = [row for lemma in lemmas for row in cues.verbs.get(lemma, ())]
    is_noun = any(t.pos_ == "NOUN" and t.lemma_.lower() in cues.nouns for t in cue)
    is_to = bool(rows) and cue[-1].lower_ == "to"  # "have agreed to a truce"
    is_known = is_noun or is_to or any("noun" in row.takes for row in rows)
    return is_known and not lemmas & _WARNING


def _is_negative(words: Sequence["Token"], cues: CueTable) -> bool:
    return any(
        t.dep_ == "neg" or t.lower_ in load_grammar_words().negations for t in words
    ) or is_false_word(words, cues)


def main_verb(content: Sequence["Token"]) -> "Token | None":
    """The verb of the first clause that is said."""
    inside = {t.i for t in content}
    first = sentence_of(content[0])
    tops = [
        t for t in content
        if t.i in first and (t.head == t or t.head.i not in inside) and t.pos_ in {"VERB", "AUX"}
    ]  # fmt: skip
    return tops[0] if tops else None


def _of_ignorance(verb: "Token") -> Stance | None:
    """'He did not know', 'it had no information', 'they could not confirm it', 'she would not say'."""
    words = load_saying_words()
    if not is_self(verb):
        return None
    lemma = verb.lemma_.lower()
    thing = child_of(verb, "dobj", "attr")
    if thing is not None and _is_no(thing) and (lemma in {"know", "hear"} or _is_news(verb, thing)):
        return "no_knowledge"
    if lemma in {"know", "hear"} and _is_of_no(verb):
        return "no_knowledge"
    unable = _unable(verb)
    doing = unable or (verb if is_negated(verb) else None)
    if doing is None:
        return "no_knowledge" if _is_unaware(verb) else None
    done = doing.lemma_.lower()
    if done in words.knowing:
        return "no_knowledge"
    can = unable is not None or any(c.lower_ in {"can", "could", "ca"} for c in verb.children)
    if can:
        if done in words.verifying:
            return "unclear"
        return "no_knowledge" if done in {"say", "tell"} else None
    will = any(c.lower_ in {"will", "would", "wo"} for c in verb.children)
    return "declines" if will and done in words.declining else None


def _is_of_no(verb: "Token") -> bool:
    """'Knew of no arrest', 'had heard about none'."""
    of = (object_after(verb, "of"), object_after(verb, "about"))
    return any(thing is not None and _is_no(thing) for thing in of)


def _is_news(verb: "Token", thing: "Token") -> bool:
    return verb.lemma_.lower() == "have" and thing.lemma_.lower() in load_saying_words().knowledge


def is_self(verb: "Token") -> bool:
    """Whether the one who speaks is who does it: 'he', 'they', 'we'."""
    subject = subject_of(verb)
    return subject is not None and subject.lower_ in load_grammar_words().selves


def _is_future(verb: "Token") -> bool:
    """'Would hold its own inquiry', "we'll be back"; 'would like to know' says no more than a wish."""
    will = any(
        c.lower_ in {"will", "would", "'ll", "’ll"} for c in verb.children if c.dep_ == "aux"
    )
    return (
        will and not is_negated(verb) and verb.lemma_.lower() not in {"be", "have", "like", "know"}
    )


def _is_no(thing: "Token") -> bool:
    return thing.lower_ in load_grammar_words().nobody or any(
        c.lower_ == "no" for c in thing.children
    )


def _unable(verb: "Token") -> "Token | None":
    """What one is 'unable to' or 'not able to' do."""
    able = next((c for c in verb.children if c.lower_ in {"able", "unable"}), None)
    if able is None or (able.lower_ == "able" and not is_negated(verb)):
        return None
    return child_of(able, "xcomp")


def _is_unaware(verb: "Token") -> bool:
    aware = next((c for c in verb.children if c.lower_ in {"aware", "unaware"}), None)
    return aware is not None and (aware.lower_ == "unaware" or is_negated(verb))


def _is_denied(verb: "Token") -> bool:
    """'Fired no shot', 'was never held', 'nobody fired'; that one thing does not mean another denies
    only the other ('the loss of the fort did not mean the loss of the town')."""
    if verb.lemma_ in load_modality_lists().equating:
        return False
    things = (c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"})
    return is_negated(verb) or any(_is_no(thing) for thing in things)
