"""The encoder's sayings and the rules' readings in, one list of readings out.

The encoder decides who is made to say what. The rules read what it was not taught: who says
what inside another's words, what a cue's verb means, and whom it was told to.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.parses import share_sentence, text_at, tokens_at
from sayso.annotate.saying.asides import mend_asides, with_whole_denials, without_meanwhile
from sayso.annotate.saying.bases import settle_basis
from sayso.annotate.saying.blames import with_blames
from sayso.annotate.saying.carriers import with_carriers
from sayso.annotate.saying.charges import with_charges, without_told_orders
from sayso.annotate.saying.contents import until_next_clause, with_rest
from sayso.annotate.saying.cues import Cue, CueTable
from sayso.annotate.saying.grounds import with_grounds
from sayso.annotate.saying.handed_on import (
    find_cited,
    find_relays,
    is_new,
    is_only_cited,
    pass_on,
    with_cited_beside,
    with_words_before,
    without_its_who,
)
from sayso.annotate.saying.heard_speaking import with_heard
from sayso.annotate.saying.idle_words import without_held
from sayso.annotate.saying.inserted import with_inserted
from sayso.annotate.saying.interrupted import with_interrupted
from sayso.annotate.saying.own_clauses import with_own_clause
from sayso.annotate.saying.own_words import with_own_words
from sayso.annotate.saying.passed_over import find_passed_over
from sayso.annotate.saying.phrased_tellers import (
    with_accounts,
    with_cited_sayings,
    with_what_was_said,
)
from sayso.annotate.saying.readings import Reading, is_telling_on, stance_of
from sayso.annotate.saying.saying_words import load_saying_words
from sayso.annotate.saying.sayings import Saying
from sayso.annotate.saying.sentence_parts import with_own_part
from sayso.annotate.saying.sights import with_sights
from sayso.annotate.saying.speakers import (
    RELATIVE,
    can_act,
    head_of,
    is_of_other_sex,
    is_owner,
    own_subject,
)
from sayso.annotate.saying.stances import main_verb, settle_stance
from sayso.annotate.saying.sureness import drop_unsure
from sayso.annotate.saying.tail_denials import with_tail_denials
from sayso.annotate.saying.told_by_several import with_next_tellers
from sayso.annotate.saying.unsaid import (
    drop_unsaid,
    with_gerund_doer,
    with_main_verb,
    with_own_speaker,
    with_whole_name,
    without_glue,
)
from sayso.annotate.saying.unsourced import with_unsourced
from sayso.annotate.saying.voices import (
    part_voices,
    with_antecedent,
    with_own_quotations,
    with_own_subject,
)
from sayso.types import Basis, Naming, SourceKind, Span, Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


QUOTED_SELVES = frozenset({"i", "we"})
HOLE = 2  # words that the encoder may leave out of the middle of what is said
SURE = {"kind": 0.5, "naming": 0.3}  # how likely the encoder must hold a label for it to count


def combine(
    doc: "Doc", sayings: Sequence[Saying], ruled: Sequence[Reading], cues: CueTable
) -> list[Reading]:
    """The encoder's readings; of the rules' those inside their contents; and what reporters saw."""
    sure, ruled = drop_unsure(doc, sayings, cues), [with_own_part(r) for r in ruled]
    ruled = with_interrupted(doc, ruled, cues, whole=False)
    read = [reading for s in sure if (reading := _reading(doc, s, ruled, cues)) is not None]
    read = [_of_relative(doc, r) for r in read if not is_only_cited(r)]
    read = [with_own_clause(with_antecedent(with_own_speaker(with_own_subject(r)))) for r in read]
    read = [without_held(with_gerund_doer(r)) for r in read]
    read = with_unsourced([with_own_part(r) for r in read if not _is_far_twin(r, read)])
    read = with_interrupted(doc, read, cues)
    read = with_words_before(with_cited_beside(with_cited_sayings(read)))
    read = with_own_quotations(read, ruled)
    read += list(find_passed_over(ruled, read))
    found = [r for r in read if r.source or not _is_idle(r, read, ruled, cues)]
    found += [r for told in found for r in find_relays(told, ruled) if is_new(r, found)]
    found = with_charges(found, doc)
    found = with_carriers(doc, [one for r in found for one in pass_on(r, ruled, found)], ruled)
    found = with_heard(doc, with_grounds(doc, found))
    inner = [_filled(r, found) for r in ruled if is_new(r, found) and _is_within(r, found)]
    seen = with_sights(doc, without_meanwhile([*found, *find_cited(doc, found), *inner]))
    parted = part_voices(with_next_tellers(with_own_words(mend_asides(seen, ruled))))
    parted = without_its_who(with_accounts(doc, with_what_was_said(parted)))
    said = with_inserted(drop_unsaid(_merge_selves(parted, cues)), doc, cues)
    whole = without_told_orders(with_whole_denials(with_blames(said, doc)))
    return with_tail_denials(whole, doc)


def _of_relative(doc: "Doc", reading: Reading) -> Reading:
    """'A raid which the council alleged was carried out by the north': the council, not the north."""
    cue = reading.cue[0]
    if not reading.source or reading.source[0].i < cue.i or cue.pos_ != "VERB" or not cue.i:
        return reading
    head = doc[cue.i - 1]
    first = min(t.i for t in head.subtree if t.i <= head.i)
    is_subject = head.pos_ in {"NOUN", "PROPN"} and first > 0
    is_giver = doc[reading.source[0].i - 1].lower_ == "from"  # "which a clerk had from a guard"
    if not is_subject or is_giver or doc[first - 1].lower_ not in RELATIVE:
        return reading
    stop = max(t.i for t in (*reading.source, *reading.content)) + 1
    rest = tuple(doc[cue.i + 1 : stop])
    return replace(
        reading, cue=(cue,), source=tuple(doc[first : cue.i]), speaker=head, content=rest
    )


def _filled(inner: Reading, found: Sequence[Reading]) -> Reading:
    """'"I was drunk," he quotes him as telling the judge': the quotation is what he told."""
    as_ = inner.cue[0].head
    if inner.content or as_.lower_ != "as":
        return inner
    outer = next((r for r in found if as_.head in r.cue), None)
    if outer is None:
        return inner
    gone = {t.i for t in (as_, *inner.source, *inner.cue[0].subtree)}
    return replace(inner, content=tuple(t for t in outer.content if t.i not in gone))


def _merge_selves(readings: Sequence[Reading], cues: CueTable) -> list[Reading]:
    """'Said he did not know', 'said it denied': one reading, with the stance of the inner cue."""
    merged = {id(r): r for r in readings}
    for inner in readings:
        outer = next((r for r in readings if _is_self(inner, r)), None)
        if outer is not None:
            del merged[id(inner)]
            kept = merged.get(id(outer), outer)
            stance = _by_rule(inner, cues) if kept.stance == "asserts" else kept.stance
            merged[id(outer)] = replace(kept, stance=stance, knows=inner.knows or kept.knows)
    return list(merged.values())


def _by_rule(reading: Reading, cues: CueTable) -> Stance:
    """The stance that the cue's own words give: the encoder sees it torn from what is around it."""
    ruled, _ = _meaning(reading.cue, reading.content, cues)
    return settle_stance(reading.cue, reading.source, reading.content, ruled, {}, cues)


def _is_self(inner: Reading, outer: Reading) -> bool:
    """Whether a pronoun that opens somebody's words, and so stands for him, says the inner ones."""
    if inner is outer or outer.speaker is None or len(inner.source) != 1:
        return False
    if is_owner(inner.source[0], outer.source) or is_of_other_sex(inner.source[0], outer.speaker):
        return False
    words = [t for t in outer.content if t.lower_ != "that" and not t.is_quote]
    if not words:
        return False
    is_first = words[0].i == inner.source[0].i
    is_today = outer.cue[-1].tag_ in {"VBZ", "VBP"} or outer.cue[0].lower_ == "according"
    is_told_today = outer.content[0].is_quote or is_today
    if _is_past_act(inner, is_told_today=is_told_today):
        return False
    selves = QUOTED_SELVES if outer.content[0].is_quote else load_grammar_words().selves
    if inner.source[0].lower_ == "it" and any(
        t.lemma_.lower() in load_saying_words().showing for t in inner.cue
    ):
        return False  # "the lawyer said it shows": the log does
    return (
        is_first
        and inner.source[0].lower_ in selves
        and main_verb(words) in inner.cue
        and outer.cue[0].i not in {t.i for t in inner.content}
    )


def _is_past_act(inner: Reading, *, is_told_today: bool) -> bool:
    """'Said he had told them', '"I shouted that," she said': words of an earlier day, not of this."""
    verb = inner.cue[-1]
    if verb.lemma_.lower() not in load_saying_words().speech:
        return False
    before = {t.lower_ for t in (*inner.cue, *verb.children)}
    is_before = verb.tag_ == "VBN" and "had" in before
    return is_before or (is_told_today and verb.tag_ == "VBD")


def _reading(
    doc: "Doc", saying: Saying, ruled: Sequence[Reading], cues: CueTable
) -> Reading | None:
    cue = _words_at(doc, saying.cue)
    same = next((r for r in ruled if {t.i for t in r.cue} & {t.i for t in cue}), None)
    source = _words_at(doc, saying.source) if saying.source is not None else ()
    source, cue = with_main_verb(with_whole_name(source, cue), cue) if cue else (source, cue)
    if same is not None and _is_nearer(same, source, cue):
        source = same.source
    source = without_glue(own_subject(cue, source))
    if " ".join(t.lower_ for t in source) in load_grammar_words().no_source:
        source = ()
    taken = {t.i for t in (*cue, *source)}
    spans = [s for s in saying.content if len(saying.content) < 2 or not _is_apart(doc, s, cue)]
    content = tuple(t for span in spans for t in _words_at(doc, span) if t.i not in taken)
    if not cue or not content or _is_naming(cue):
        return None
    content = with_rest(cue, _without_holes(doc, content, taken), taken)
    speaker = head_of(doc[source[0].i : source[-1].i + 1].root, source) if source else None
    stance, knows = _meaning(cue, content, cues)
    if same is None:
        same = Reading(cue, source, speaker, content, stance, knows)
    elif same.stance == "asserts":
        same = replace(same, stance=stance)
    guessed = partial(_guessed, saying)
    guess = saying.guesses.get("stance")
    shares = guess.shares if guess is not None else {}
    stance = settle_stance(cue, source, content, same.stance, shares, cues)
    content = until_next_clause(content, cue, stance)
    return replace(
        same,
        cue=cue,
        source=source,
        speaker=speaker,
        content=content,
        stance=stance,
        knows=settle_basis(cue, source, content, stance, same.knows, saying.guesses),
        kind=cast(SourceKind | None, guessed("kind")),
        naming=cast(Naming | None, guessed("naming")),
        cites=saying.cites,
    )


def _is_naming(cue: Sequence["Token"]) -> bool:
    """'Forces known as the Northern Shield': what they are called, and nobody says it."""
    verb = next((t for t in cue if t.lemma_ == "know"), None)
    if verb is None or verb.tag_ != "VBN" or verb.dep_ not in {"acl", "amod"}:
        return False
    return verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ == "as"


def _is_apart(doc: "Doc", span: Span, cue: Sequence["Token"]) -> bool:
    """Words of another paragraph, outside quotation marks, beside others in the cue's own."""
    first, last = cue[0].idx, span.start
    between = text_at(doc, Span(min(first, last), max(first, last)))
    return "\n" in between and not any(t.is_quote for t in _words_at(doc, span))


def _without_holes(
    doc: "Doc", content: Sequence["Token"], taken: Collection[int]
) -> tuple["Token", ...]:
    """A word or two that the encoder left out of the middle of what is said, filled in."""
    kept = {t.i: t for t in content}
    for one, other in pairwise(sorted(kept)):
        hole = doc[one + 1 : other]
        is_slip = 0 < len(hole) <= HOLE and not any(t.i in taken or t.is_punct for t in hole)
        if is_slip and share_sentence(doc[one], doc[other]):
            kept |= {t.i: t for t in hole}
    return tuple(kept[at] for at in sorted(kept))


def _is_nearer(ruled: Reading, source: Sequence["Token"], cue: Sequence["Token"]) -> bool:
    """Whether the parse has a speaker in the cue's own sentence, and the encoder one elsewhere."""
    if not ruled.source or not cue:
        return False
    if any(is_telling_on(t) for t in cue):
        return ruled.speaker not in source  # "his cousin at the customs post, who told us"
    if cue[0].tag_ == "VBG" and ruled.cue[0].tag_ == "VBG":
        return True  # "condemned the raid, saying": the raid says nothing
    if _is_cited_beside(source, ruled) or _is_looked_past(ruled, source, cue):
        return True
    return not source or (
        not share_sentence(source[0], cue[0]) and share_sentence(ruled.source[0], cue[0])
    )


def _is_cited_beside(source: Sequence["Token"], ruled: Reading) -> bool:
    """'The widow, quoting a neighbour, says that': the neighbour is whom she quotes."""
    if not source or ruled.speaker is None or ruled.speaker in source:
        return False
    whom = source[0].doc[source[0].i : source[-1].i + 1].root
    is_quoted = whom.dep_ == "dobj" and whom.head.lemma_.lower() in {"cite", "quote"}
    return is_quoted and whom.head not in ruled.cue


def _is_looked_past(ruled: Reading, source: Sequence["Token"], cue: Sequence["Token"]) -> bool:
    """'The mayor told us that the guards said they': the guards, right before their verb."""
    speaker = ruled.speaker
    if not source or speaker is None or speaker.dep_ != "nsubj" or speaker.head not in cue:
        return False
    between = speaker.doc[source[-1].i + 1 : ruled.source[0].i]
    is_past = len(between) > 0 and any(t.pos_ in {"VERB", "AUX"} for t in between)
    is_beside = all(
        t.pos_ in {"AUX", "ADV", "PART"} for t in speaker.doc[ruled.source[-1].i + 1 : cue[0].i]
    )
    return is_past and is_beside and can_act(speaker)


def _guessed(saying: Saying, name: str) -> str | None:
    """What the encoder is sure of."""
    guess = saying.guesses.get(name)
    return guess.label if guess is not None and guess.share >= SURE[name] else None


def _words_at(doc: "Doc", span: Span) -> tuple["Token", ...]:
    """The tokens that share a character with the span, blanks left out."""
    return tuple(t for t in tokens_at(doc, span) if not t.is_space)


def _meaning(
    cue: Sequence["Token"], content: Sequence["Token"], cues: CueTable
) -> tuple[Stance, Basis | None]:
    """What the cue's words of saying do by the cue table: the first that does more than assert."""
    found = [meant for word in cue if (meant := _of_word(word, cue, content, cues)) is not None]
    telling = (meant for meant in found if meant[0] != "asserts")
    return next(telling, found[0] if found else ("asserts", None))


def _of_word(
    word: "Token", cue: Sequence["Token"], content: Sequence["Token"], cues: CueTable
) -> tuple[Stance, Basis | None] | None:
    lemma = word.lemma_.lower()
    particle = next((t.lower_ for t in cue if t.i == word.i + 1), "")
    rows = cues.verbs.get(f"{lemma} {particle}") or cues.verbs.get(lemma)
    if rows is not None and word.pos_ in {"VERB", "AUX", "ADJ"}:
        row = _row_for(content, rows)
        is_of_deeds = row.takes == {"infinitive"} and not _tells_deed(cue, content)
        return None if is_of_deeds else (stance_of(word, row), row.knows)
    if lemma in cues.nouns:
        return cues.nouns[lemma].stance, cues.nouns[lemma].knows
    return None


def _tells_deed(cue: Sequence["Token"], content: Sequence["Token"]) -> bool:
    """'Offered to go', 'agreed to a truce'; not 'offers three flights a day', 'offered insights into it'."""
    opening = (cue[-1], *content[:1])
    is_towards = any(t.pos_ in {"ADP", "PART", "SCONJ"} for t in opening)
    is_towards = is_towards and cue[-1].lower_ != "into"
    return is_towards or any(t.pos_ in {"VERB", "AUX"} for t in content)


def _row_for(content: Sequence["Token"], rows: Sequence[Cue]) -> Cue:
    """'Warned to leave' or 'warned that they left': the first row that takes such a content."""
    wanted = "infinitive" if content and content[0].lower_ == "to" else "clause"
    return next((row for row in rows if wanted in row.takes), rows[0])


def _is_idle(
    reading: Reading, found: Sequence[Reading], ruled: Sequence[Reading], cues: CueTable
) -> bool:
    """Whether what nobody is named for adds nothing: it only hands on the words of one who is
    ("the ministry's claim that ... was repeated"), or the encoder alone sees it inside another's."""
    content = {t.i for t in reading.content}
    claims = (r for r in found if r.source and r is not reading and r.cue[0].pos_ == "NOUN")
    if any({t.i for t in r.cue} <= content for r in claims):
        return True
    last, is_told = reading.cue[-1], reading.content[0].lower_ in {"that", "of"}
    if (last.pos_ == "NOUN" or is_told) and last.lemma_.lower() in cues.nouns:
        return False  # "was aware of reports of shooting"
    return is_new(reading, ruled) and _is_within(reading, found)


def _is_far_twin(reading: Reading, found: Sequence[Reading]) -> bool:
    """'The aide spoke on Monday. "We were told so," he said': the words hang on the cue beside them."""
    first = reading.content[0]
    twins = (r for r in found if r is not reading and r.content[0] == first and not r.cites)
    near = (share_sentence(r.cue[0], first) for r in twins)
    return not share_sentence(reading.cue[0], first) and any(near)


def _is_within(reading: Reading, found: Sequence[Reading]) -> bool:
    """Whether a cue stands inside words that somebody else is made to say."""
    cue = {t.i for t in reading.cue}
    return any(cue <= {t.i for t in r.content} for r in found if r is not reading)
