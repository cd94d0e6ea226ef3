"""A verb in, who does what it says out: its subject, or the one it shares with its governor."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from sayso.annotate.mentions import load_source_kinds
from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.number.counting_lists import load_counting_lists
from sayso.annotate.parses import child_of, is_passive, sentence_of, share_sentence, subject_of
from sayso.annotate.saying.cues import load_cues
from sayso.annotate.saying.saying_words import load_saying_words
from sayso.tables import read_shipped

if TYPE_CHECKING:
    from spacy.tokens import Token

RELATIVE = frozenset({"who", "which", "that", "whom"})


# What nouns of acts, states and things end in; "student" and "activist" do not.
_OF_THINGS = (
    "ion", "ing", "ment", "vent", "cident", "tent", "ity", "nce", "ure", "ism",
    "cost", "test", "quest", "cast", "past", "rest",
)  # fmt: skip


def can_act(noun: "Token") -> bool:
    """Questions, costs and moves plan and do nothing; people, bodies and pronouns do."""
    if noun.pos_ in {"PROPN", "PRON"} or noun.ent_type_:
        return True
    lemma = noun.lemma_.lower()
    is_thing = lemma in load_saying_words().things or lemma.endswith(_OF_THINGS)
    return _is_someone(noun) or not is_thing


def _is_someone(noun: "Token") -> bool:
    lemma = noun.lemma_.lower()
    return lemma in load_naming_words().groups or lemma in load_source_kinds()


def is_likely_speaker(noun: "Token") -> bool:
    """Whether a word is known to be one of somebody: no 'wound', and no document."""
    if noun.pos_ in {"PROPN", "PRON"} or noun.ent_type_:
        return True
    kind = load_source_kinds().get(noun.lemma_.lower())
    is_person = noun.lemma_.lower().endswith(("er", "or", "man", "ist", "ian"))
    return kind != "document" and (_is_someone(noun) or is_person)


def is_owner(pronoun: "Token", source: Sequence["Token"]) -> bool:
    """'Her lawyer said she told them': she whose lawyer it is, and not the lawyer."""
    return bool(source) and (source[0].lower_, pronoun.lower_) in _OWNERS


def is_of_other_sex(pronoun: "Token", speaker: "Token") -> bool:
    """'He told the guards, the widow said, that': he is somebody else; so is he of 'he asked them, they
    said, to go'."""
    if speaker.lower_ == "they" or speaker.tag_ in {"NNS", "NNPS"}:
        return pronoun.lower_ in {"he", "she"}
    sexes = _sexes()
    one, other = sexes.get(pronoun.lower_), sexes.get(speaker.lower_)
    return one is not None and other is not None and one != other


@cache
def _sexes() -> dict[str, str]:
    """What a pronoun, or the noun of a speaker, tells of sex."""
    table = read_shipped("references.toml")
    lists = (table["pronouns"], table["genders"])
    return {w: sex for words in lists for sex in ("male", "female") for w in words[sex]}


_OWNERS = frozenset({("her", "she"), ("his", "he"), ("their", "they")})


def speaker_of(verb: "Token") -> "Token | None":
    """Who does the saying: the verb's subject, or the one it shares with its governor."""
    words = load_saying_words()
    subject = subject_of(verb)
    if verb.dep_ == "acl" and verb.tag_ != "VBG" and verb.head.dep_ in {"nsubj", "nsubjpass"}:
        return verb.head  # "which the council alleged was led by ..."
    if subject is not None:
        if subject.lower_ in RELATIVE:
            return verb.head if verb.dep_ in {"relcl", "acl"} else None
        if _is_trailing(verb, subject):
            return _shared_speaker(verb, verb.head)
        return subject
    if _is_name_before(verb):
        return verb.nbor(-1)
    if verb.dep_ in {"acl", "relcl"} and verb.tag_ == "VBG":
        return verb.head if _is_recalled(verb) else _teller(verb.head)
    if (
        verb.dep_ == "pcomp"
        and verb.head.lower_ == "as"
        and verb.head.head.lemma_ in {"quote", "cite"}
    ):
        governor = verb.head.head
        return child_of(governor, "nsubjpass") or child_of(governor, "dobj")
    if verb.dep_ in {"conj", "xcomp", "advcl", "pcomp"} and verb.head != verb:
        governor = verb.head if verb.dep_ != "pcomp" else verb.head.head
        if verb.dep_ == "pcomp" and governor.lemma_ in words.accusing:
            return child_of(governor, "dobj", "nsubjpass")
        if (
            verb.dep_ == "pcomp"
            and governor.dep_ == "dobj"
            and governor.head.lemma_ in words.accusing
        ):
            return governor  # "accused the air force of bombing": the parse hangs it on the force
        if verb.dep_ == "xcomp" and governor.lemma_ in words.making:
            return child_of(governor, "dobj") or _shared_speaker(verb, governor)
        return _shared_speaker(verb, governor)
    return None


def _is_trailing(verb: "Token", subject: "Token") -> bool:
    """'condemned the offensive, saying ...': the parse may take the offensive for who says it."""
    is_bare = verb.tag_ == "VBG" and not any(c.dep_ == "aux" for c in verb.children)
    is_governed = verb.dep_ in {"ccomp", "advcl"} and verb.head.pos_ == "VERB"
    if is_governed and _is_recalled(verb):
        return False
    return is_bare and is_governed and subject.i < verb.i


def _is_name_before(verb: "Token") -> bool:
    """'While asking for calm Karim Odas said': a name just before a finite verb of saying."""
    if (
        verb.i == sentence_of(verb).start
        or verb.tag_ not in {"VBD", "VBZ", "VBP"}
        or verb.dep_ == "conj"
    ):
        return False
    before = verb.nbor(-1)
    if before.ent_type_ in {"PERSON", "ORG"} and before.pos_ == "PROPN":
        return True
    # "... near Karez, a northern officer said": the officer may hang on the town.
    edge = before.left_edge
    is_apart = edge.i > sentence_of(verb).start and edge.nbor(-1).text == ","
    return before.pos_ == "NOUN" and is_apart and child_of(verb, "ccomp") is not None


def _is_recalled(verb: "Token") -> bool:
    """'A neighbour recalled the old woman saying that': the woman said it."""
    over = verb.head if verb.head.pos_ == "VERB" else verb.head.head
    is_beside = verb.i > 0 and not verb.nbor(-1).is_punct and verb.head.dep_ != "pobj"
    return is_beside and over.lemma_.lower() in load_saying_words().recalling - _AND_SAYING


_AND_SAYING = frozenset({"report", "show", "have"})  # "reported the attack saying that"


def _teller(noun: "Token") -> "Token | None":
    """Who speaks in 'a man saying', 'sent messages saying', 'told the radio, condemning the raid'."""
    is_told = noun.dep_ in {"dobj", "dative"} and noun.head.lemma_ in {"tell", "inform"}
    if is_told:
        return speaker_of(noun.head) or noun
    if noun.dep_ == "pobj" and noun.head.lower_ == "to" and noun.head.head.pos_ == "VERB":
        return speaker_of(noun.head.head) or noun  # "sent a letter to the clans saying that"
    is_teller = noun.ent_type_ in {"PERSON", "ORG", "NORP"} or _is_kind_of_source(noun)
    if is_teller or noun.dep_ != "dobj" or noun.head.pos_ != "VERB":
        return noun
    return speaker_of(noun.head) or noun


def _is_kind_of_source(noun: "Token") -> bool:
    return load_source_kinds().get(noun.lemma_.lower(), "document") != "document"


def _shared_speaker(verb: "Token", governor: "Token") -> "Token | None":
    if governor.pos_ not in {"VERB", "AUX"} or governor == verb:
        return None
    is_cue = verb.lemma_.lower() in load_cues().verbs
    if not is_cue and verb.dep_ == "advcl" and governor.i > verb.i:
        said = next((c for c in governor.children if c.dep_ == "ccomp" and c.i < verb.i), None)
        return subject_of(said) if said is not None else speaker_of(governor)
    # A trailing "saying ..." often hangs in the parse on the clause that was said.
    while is_cue and verb.dep_ == "advcl" and governor.dep_ == "ccomp" and governor.i < verb.i:
        governor = governor.head
    return speaker_of(governor)


def gerund_doer(verb: "Token") -> "Token | None":
    """'The costs borne by the army, as well as its men, in deciding to hold it': the army decides."""
    preposition = verb.head
    is_hung = verb.tag_ == "VBG" and verb.dep_ == "pcomp" and preposition.lower_ in {"in", "by"}
    if not is_hung:
        return None
    before = verb.doc[sentence_of(verb).start : preposition.i]
    agents = (child_of(t, "pobj") for t in before if t.dep_ == "agent")
    return next((a for a in reversed(list(agents)) if a is not None), None)


def own_subject(cue: Sequence["Token"], source: Sequence["Token"]) -> tuple["Token", ...]:
    """'The ministry denied it. The paper could not check the count': the paper, beside its verb;
    'the rebels said they had won, a claim the army denied': the rebels."""
    verb = next((t for t in cue if t.pos_ == "VERB"), None)
    subject = child_of(verb, "nsubj") if verb is not None else None
    if verb is None or subject is None or not source:
        return tuple(source)
    if share_sentence(source[0], verb) and not _is_of_later(verb, source):
        return tuple(source)
    is_own = subject.pos_ in {"NOUN", "PROPN"} and subject.i < verb.i and can_act(subject)
    return tuple(subject.subtree) if is_own and not is_passive(verb) else tuple(source)


def _is_of_later(verb: "Token", source: Sequence["Token"]) -> bool:
    """Whether who is made to say it is the subject of another verb further on, in a relative clause."""
    later = next((t.head for t in source if t.dep_ == "nsubj" and t.i > verb.i), None)
    return later is not None and later != verb and later.dep_ == "relcl"


def head_of(root: "Token", source: Sequence["Token"]) -> "Token":
    """'Recently activists': the activists; 'a new toll from the Observatory': who counted."""
    if root.pos_ in {"ADV", "ADP", "PUNCT", "SCONJ", "DET"}:
        nouns = [t for t in source if t.pos_ in {"NOUN", "PROPN", "PRON"} and t.head not in source]
        root = nouns[-1] if nouns else root
    if root.pos_ == "VERB" and subject_of(root) in source:
        root = subject_of(root) or root  # "videos shared online", where the parse has them share
    if root.lemma_ in load_counting_lists().tallies:
        giver = next((c for c in root.children if c.lower_ in {"from", "by"} and c in source), None)
        body = child_of(giver, "pobj") if giver is not None else None
        return body if body is not None and body.ent_type_ in {"ORG", "GPE", "PERSON"} else root
    return root
