"""A text and its passages in, a spaCy parse out that breaks sentences where paragraphs do."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from sayso.annotate.datelines import find_datelines
from sayso.annotate.grammar_words import load_grammar_words
from sayso.types import Passage, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpacySpan

# What a parse keeps of itself once worked out.
_SENTENCES, _TEXT, _CHILDREN = "sayso sentences", "sayso text", "sayso children"
# Ranks and forms of address in short; no place or month is written so.
RANKS = frozenset(
    "Fr. Mgr. Msgr. Rev. Hon. Adm. Gen. Col. Maj. Capt. Cpt. Lt. Cdr. Cmdr. Sgt. Cpl. Pvt. Pte. Brig. Ens. Gov. Sen."
    " Rep. Pres. Insp. Supt. Det. Prof. Dr. Mr. Mrs. Ms. Mme. Mlle. Ing. Lic.".split()
)
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


def parse(text: str, passages: Sequence[Passage], nlp: "Language") -> "Doc":
    """Parse one report alone: nothing else shares the batch, so nothing else can change it."""
    doc = nlp.make_doc(text)
    starts = {passage.span.start for passage in passages}
    for head in find_datelines(text, passages):
        starts |= {head.start, head.stop}
    for token in doc:
        if token.i and (token.idx in starts or _follows_break(token)):
            token.is_sent_start = True
        elif token.i > 1 and follows_rank(token):
            token.is_sent_start = False
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    for clause in [t for t in doc if t.dep_ == "relcl"]:
        name = _name_told_of(clause)
        if name is not None:
            clause.head = name
    return doc


def _name_told_of(clause: "Token") -> "Token | None":
    """'Relatives of Karim Odas, who was last seen', 'Rao, brother of Karim Odas who was shot': Odas, where
    the parse has the relatives, or Rao."""
    noun, who = clause.head, clause.left_edge
    if who.lower_ not in {"who", "whom"} or who.i < 2:
        return None
    is_bare = who.nbor(-1).text != ","
    name = who.nbor(-1 if is_bare else -2)
    is_under = name.pos_ == "PROPN" and name.dep_ == "pobj" and name.head.head == noun
    is_one = _is_singular(clause) and noun.tag_ == "NNS"
    is_beside = is_bare and noun.dep_ == "appos" and noun.head.pos_ == "PROPN"
    return name if is_under and noun.pos_ == "NOUN" and (is_one or is_beside) else None


def _is_singular(clause: "Token") -> bool:
    words = (clause, *(c for c in clause.children if c.dep_ in {"aux", "auxpass"}))
    return any(t.tag_ == "VBZ" or t.lower_ == "was" for t in words)


def sentence_of(word: "Token") -> range:
    """Where the word's sentence stands in its parse; `word.sent` would walk to its edges each time."""
    kept: dict[Any, Any] = word.doc.user_data
    if _SENTENCES not in kept:
        kept[_SENTENCES] = tuple(range(s.start, s.end) for s in word.doc.sents for _ in s)
    found: range = kept[_SENTENCES][word.i]
    return found


def share_sentence(one: "Token", other: "Token") -> bool:
    return other.i in sentence_of(one)


def sentence_around(word: "Token") -> "SpacySpan":
    """The tokens of the word's sentence."""
    here = sentence_of(word)
    return word.doc[here.start : here.stop]


def children_of(word: "Token") -> list[tuple[int, str, str]]:
    """Where each child of the word stands, its dependency and its words in small letters, in text order;
    `word.children` would look for them anew each time."""
    doc = word.doc
    kept: dict[Any, Any] = doc.user_data
    if _CHILDREN not in kept:
        under: list[list[tuple[int, str, str]]] = [[] for _ in doc]
        for token in doc:
            if token.head.i != token.i:
                under[token.head.i].append((token.i, token.dep_, token.lower_))
        kept[_CHILDREN] = under
    found: list[tuple[int, str, str]] = kept[_CHILDREN][word.i]
    return found


def text_of(doc: "Doc") -> str:
    """The text of a parse; `doc.text` would put it together anew each time."""
    kept: dict[Any, Any] = doc.user_data
    if _TEXT not in kept:
        kept[_TEXT] = doc.text
    found: str = kept[_TEXT]
    return found


def _follows_break(token: "Token") -> bool:
    before = token.nbor(-1)
    return before.is_space and "\n" in before.text and not token.is_space


def follows_rank(token: "Token") -> bool:
    """'Fr. Odas', 'Cpl. Rao': what stands before a name ends no sentence."""
    before = token.nbor(-1)
    rank = before.text if len(before) > 1 else f"{token.nbor(-2).text}{before.text}"
    return rank in RANKS and token.text[:1].isupper()


def sentence_spans(doc: "Doc") -> tuple[Span, ...]:
    """Sentences without the blanks at their edges."""
    found = []
    for sentence in doc.sents:
        words = [token for token in sentence if not token.is_space]
        if words:
            found.append(Span(words[0].idx, words[-1].idx + len(words[-1])))
    return tuple(found)


def span_of(tokens: Sequence["Token"]) -> Span:
    """From the first to the last of the tokens (given in text order)."""
    return Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))


def head_at(doc: "Doc", span: Span) -> "Token | None":
    """The word that the others of a span hang on; None where the span holds no token."""
    found = doc.char_span(span.start, span.stop, alignment_mode="expand")
    return found.root if found is not None else None


def words_of(tokens: Sequence["Token"]) -> str:
    """The text from the first to the last of the tokens; unlike `doc.text`, it costs what it is long."""
    words: str = tokens[0].doc[tokens[0].i : tokens[-1].i + 1].text
    return words


def text_at(doc: "Doc", span: Span) -> str:
    """The text of a span that begins and ends with tokens; see `words_of`."""
    found = doc.char_span(span.start, span.stop, alignment_mode="expand")
    return "" if found is None else str(found.text)


def entity_around(token: "Token") -> tuple[int, int]:
    """Where the entity that the token is in begins and ends; of no entity: the token alone."""
    first, stop = token.i, token.i + 1
    while token.doc[first].ent_iob_ == "I":
        first -= 1
    while token.ent_type_ and stop < len(token.doc) and token.doc[stop].ent_iob_ == "I":
        stop += 1
    return first, stop


def pieces_of(tokens: Iterable["Token"]) -> tuple[Span, ...]:
    """Maximal runs of the tokens, blanks bridged, commas and dashes at the edges dropped."""
    runs: list[list[Token]] = []
    for token in sorted(set(tokens), key=lambda t: t.i):
        if token.is_space:
            continue
        if runs and all(between.is_space for between in _between(runs[-1][-1], token)):
            runs[-1].append(token)
        else:
            runs.append([token])
    trimmed = (_trim(run) for run in runs)
    return tuple(span_of(run) for run in trimmed if any(not t.is_punct for t in run))


def _between(left: "Token", right: "Token") -> Iterable["Token"]:
    return left.doc[left.i + 1 : right.i]


def _trim(run: list["Token"]) -> list["Token"]:
    edge = {",", ";", ":", "-", "–", "—", "."}
    while run and run[0].text in edge:
        run = run[1:]
    while run and run[-1].text in edge:
        run = run[:-1]
    return run


def subtree_without(token: "Token", *cut: "Token") -> list["Token"]:
    """The subtree of `token` less the subtrees of `cut`."""
    gone = {t.i for c in cut for t in c.subtree}
    return [t for t in token.subtree if t.i not in gone]


def tokens_at(doc: "Doc", span: Span) -> list["Token"]:
    """The tokens that share a character with the span."""
    found = doc.char_span(span.start, span.stop, alignment_mode="expand")
    return list(found) if found is not None else []


def is_infinitive(verb: "Token") -> bool:
    """'To leave'."""
    return any(dep == "aux" and words == "to" for _, dep, words in children_of(verb))


def subject_of(verb: "Token") -> "Token | None":
    """The verb's own subject, in its active or passive form, if it has one."""
    for at, dep, _ in children_of(verb):
        if dep in SUBJECTS:
            return verb.doc[at]
    return None


def child_of(token: "Token", *deps: str) -> "Token | None":
    """The first child with one of the dependencies, if any."""
    for at, dep, _ in children_of(token):
        if dep in deps:
            return token.doc[at]
    return None


def ends_quotation(left: "Token", right: "Token") -> bool:
    """Whether a quotation ends between two words: '... for rebels" army spokesman Odas said'."""
    text = text_of(left.doc)
    marks = (t for t in left.doc[left.i + 1 : right.i] if t.is_quote)
    return any(not text[t.idx - 1].isspace() and text[t.idx + 1].isspace() for t in marks)


def object_after(word: "Token", *prepositions: str) -> "Token | None":
    """What the first of the prepositions brings that stands under the word, if any does."""
    for at, dep, words in children_of(word):
        if dep == "prep" and words in prepositions:
            return child_of(word.doc[at], "pobj")
    return None


def is_passive(verb: "Token") -> bool:
    return any(dep in {"auxpass", "nsubjpass", "agent"} for _, dep, _ in children_of(verb))


def is_negated(verb: "Token") -> bool:
    """'Did not fight', 'never fought'; 'fought not only the army' is no denial."""
    doc = verb.doc
    return any(
        (dep == "neg" and not is_not_only(doc[at]) and not is_not_another(doc[at]))
        or words in {"never", "neither"}
        for at, dep, words in children_of(verb)
    )


def is_not_only(word: "Token") -> bool:
    """'Not only', 'not just': there is more."""
    after = word.doc[word.i + 1 : word.i + 2]
    return word.lower_ == "not" and any(t.lower_ in load_grammar_words().not_only for t in after)


def is_excepted(word: "Token") -> bool:
    """'The grain hall and not the bus station', 'the rebels, not its troops, did it', 'all but five'."""
    first = word.left_edge
    before = first.nbor(-1) if first.i else first
    if before.lower_ == "but" and _is_of_all(before):
        return True
    nots = [t for t in (first, before) if t.lower_ == "not" and not is_not_only(t)]
    return bool(nots) and (word.dep_ == "conj" or is_not_another(nots[0]))


def _is_of_all(but: "Token") -> bool:
    """'All but nine', 'all of the captives but five': those are left out."""
    return bool(
        {"all", "every", "everyone", "everybody"}
        & {t.lower_ for t in but.doc[max(0, but.i - 5) : but.i]}
    )


def is_not_another(word: "Token") -> bool:
    """Whether 'not' only says who or what else it is not: 'the rebels, not its troops, shelled it'."""
    if word.lower_ != "not" or not 0 < word.i < len(word.doc) - 1:
        return False
    after, doc = word.nbor(1), word.doc
    if word.nbor(-1).lower_ not in {",", "and", "–", "—", "("} or after.pos_ not in _OF_NAMES:
        return False
    ends = (t for t in doc[word.i + 1 : word.i + 6] if t.pos_ not in _OF_NAMES)
    end = next(ends, None)
    is_phrase = any(
        t.pos_ in _NAMED for t in doc[word.i + 1 : end.i if end is not None else len(doc)]
    )
    return is_phrase and (end is None or end.is_punct or end.pos_ in {"VERB", "AUX", "ADP"})


_NAMED = frozenset({"NOUN", "PROPN"})
_OF_NAMES = _NAMED | {"DET", "ADJ", "PRON", "NUM"}


def is_finite(verb: "Token") -> bool:
    """Whether it tells what is or was: 'held', 'is held', 'had held'; not 'to hold', 'would hold'."""
    tags = {c.tag_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    return "MD" not in tags and bool({verb.tag_, *tags} & {"VBD", "VBZ", "VBP"})
