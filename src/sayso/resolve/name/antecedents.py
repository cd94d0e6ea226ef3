"""The mentions of one report in, the words that each pronoun or description stands for out."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.resolve.kindred import kind_of_kin, other_way
from sayso.resolve.name.callings import is_accusing, is_anyone
from sayso.resolve.name.figures import (
    Figure,
    agrees,
    describes,
    find_phrases,
    head_span,
    is_apposed,
    may_be_class,
    new_figure,
    tells_more,
)
from sayso.resolve.name.kinsfolk import Kinship, genders_by_kin, pull_of_kin
from sayso.resolve.name.likely_speakers import (
    does_it,
    is_like_person,
    is_object,
    opening,
    opens_own_words,
    servants_of,
    told_of,
)
from sayso.resolve.name.one_of_a_body import are_of_a_kind, only_describes
from sayso.resolve.name.references import (
    gender_told,
    head_noun,
    other_pronouns,
    owner_gender,
    sort_of,
)
from sayso.resolve.name.salience import Trace, leave_owners_behind, rank, strongest
from sayso.resolve.name.scenes import Scene, Standing
from sayso.types import Mention, Span

REACH = 4  # sentences that a pronoun looks back; this and the order below: bench/readings.py
_TAIL = re.compile(r",?|(?: (?:of|in|at|from|for|on|with|near|to) [^,;:.()]{1,50})?,?")


def find_antecedents(mentions: Sequence[Mention], scene: Scene) -> Mapping[Span, Span]:
    """By the span of a pronoun or description, the words that name best who is meant.

    mentions: named already (`name_entities`), so that two with one entity are one
    returns:  only what is told: where two could be meant alike, the mention is left out
    """
    told = (*mentions, *other_pronouns(mentions, scene.text))
    standings = {m: scene.standing_of(m) for m in find_phrases(told, scene.text)}
    cast = _Cast(scene, standings)
    for phrase in sorted(standings, key=lambda m: standings[m].turn):
        cast.bring_on(phrase)
    found = cast.best_words()
    # 'The aide' in 'the aide to the governor' is the same again; 'army' in 'army spokesman' is not.
    return (
        found
        | {
            part.span: found[whole]
            for whole in found
            for part in mentions
            if part.span.start == whole.start
            and whole.covers(part.span)
            and not scene.text.startswith(("’s", "'s"), part.span.stop)  # "the emir's brother"
            and sort_of(part) in {None, "described"}  # "his" of "his father" is another
            and head_noun(part.words) == head_noun(scene.text[whole.start : whole.stop])
        }
    )


class _Cast:
    """Who the report has brought up so far; `seen` has for each mention the number of its figure."""

    def __init__(self, scene: Scene, standings: Mapping[Mention, Standing]) -> None:
        self.scene = scene
        self.standings = standings
        self.figures: list[Figure] = []
        self.seen: dict[Mention, int] = {}
        self.turns: list[tuple[int, Mention]] = []  # those seen, with the sentence of each
        self.firsts: dict[int, int] = {}  # where the first of a sentence begins, but for places
        self.exact = {m.span: m for m in reversed([*standings])}
        self.heads = [(head_span(m), m) for m in standings if m.kind != "place"]
        self.cues = [a.cue for a in scene.attributions]
        self.partners = self._pair(scene.same)
        self.apart = self._pair(scene.apart)
        self.kin = self._kin()
        self.kin_genders = genders_by_kin(self.kin)
        self.lost = self._pair(scene.lost)

    def _pair(self, pairs: Sequence[tuple[Span, Span]]) -> Mapping[Mention, tuple[Mention, ...]]:
        """The phrases that pairs of words stand in, each with its others."""
        found: dict[Mention, tuple[Mention, ...]] = defaultdict(tuple)
        for one, other in pairs:
            first, second = self._phrase_at(one), self._phrase_at(other)
            if first is not None and second is not None and first != second:
                found[first] += (second,)
                found[second] += (first,)
        return found

    def _kin(self) -> tuple[Kinship, ...]:
        found = []
        for told in self.scene.kin:
            person, of = self._phrase_at(told.person), self._phrase_at(told.of)
            kind = kind_of_kin(told.noun)
            if person is not None and of is not None and kind is not None:
                found.append(Kinship(person, kind, of, gender_told(told.noun)))
        return tuple(found)

    def _phrase_at(self, span: Span) -> Mention | None:
        """The phrase that the words are, or whose head stands in them."""
        if span in self.exact:
            return self.exact[span]
        heads = (m for head, m in self.heads if head.meets(span))
        return min(heads, key=lambda m: m.span.stop - m.span.start, default=None)

    def bring_on(self, mention: Mention) -> None:
        """Add a mention to the figure that it means, or a new figure."""
        self._learn_owner(mention)
        known = self._known(mention)
        if known is None:
            self.figures.append(new_figure(mention))
            known = len(self.figures) - 1
        elif sort_of(mention) != "part":
            self.figures[known] = self.figures[known].joined_by(mention)
        if self.figures[known].gender is None and mention in self.kin_genders:
            self.figures[known] = replace(self.figures[known], gender=self.kin_genders[mention])
        self._see(mention, known)

    def _see(self, mention: Mention, number: int) -> None:
        self.seen[mention] = number
        sentence, start = self.standings[mention].sentence, mention.span.start
        self.turns.append((sentence, mention))
        if mention.kind != "place":
            first = self.firsts.get(sentence, start)
            self.firsts[sentence] = opening(mention, first, self.scene.text)

    def best_words(self) -> dict[Span, Span]:
        """For each mention that points back, where its figure is named best."""
        best = {m: self.figures[number].best for m, number in self.seen.items()}
        return {
            m.span: best[m].span
            for m in self.seen
            if (sort_of(m) is not None or m.kind == "role") and tells_more(best[m], m)
        }

    def _learn_owner(self, mention: Mention) -> None:
        """'Her brother': the one whose brother he is is a woman."""
        gender = owner_gender(mention.words)
        if gender is None:
            return
        pronoun = replace(mention, words="he" if gender == "male" else "she")
        owner = self._salient(pronoun, self.standings[mention])
        if owner is not None and self.figures[owner].gender is None:
            self.figures[owner] = replace(self.figures[owner], gender=gender)

    def _known(self, mention: Mention) -> int | None:
        """The number of the figure that a mention means; None: someone new."""
        sort, standing = sort_of(mention), self.standings[mention]
        told = next((self.seen[m] for m in self.partners.get(mention, ()) if m in self.seen), None)
        if told is not None and sort in {None, "described"} and self._may_be(mention, told):
            return told
        missed = next((self.seen[m] for m in self.lost.get(mention, ()) if m in self.seen), None)
        if missed is not None and self.figures[missed].gender in {None, sort}:
            return missed
        kindred = self._kindred(mention) if mention.kind == "role" else None
        if kindred is not None:
            return kindred
        if sort is None:
            named = self._named(mention)
            return named if named is not None else self._apposed(mention)
        if sort == "first":
            return self._speaker(standing)
        if sort in {"relative", "relative_thing"}:
            return self._followed(mention)
        if sort == "described":
            apposed = self._apposed(mention)
            return apposed if apposed is not None else self._described(mention)
        return self._salient(mention, standing)

    def _kindred(self, mention: Mention) -> int | None:
        """'Her son', where she is somebody's mother; 'his wife' after 'his wife, Sol'."""
        for one in self.kin:
            if one.person != mention or self.seen.get(one.of) is None:
                continue
            owner = self.seen[one.of]
            for other in self.kin:
                ends = self.seen.get(other.person), self.seen.get(other.of)
                if None in ends or other.person == mention or ends[0] == ends[1]:
                    continue
                if ends[1] == owner and other.kind == one.kind and self._fits(mention, ends[0]):
                    return ends[0]
                is_turned = ends[0] == owner and other.kind == other_way(one.kind)
                if is_turned and self._fits(mention, ends[1]):
                    return ends[1]
        return None

    def _fits(self, mention: Mention, number: int | None) -> bool:
        """Whether the sex that a noun tells may be the figure's."""
        told = gender_told(mention.words)
        known = self.figures[number].gender if number is not None else None
        return told is None or known in {None, told}

    def _may_be(self, mention: Mention, number: int) -> bool:
        """Whether no other name speaks against it: 'Odas' beside 'Sol' is another."""
        figure = self.figures[number]
        others = {m.entity for m in figure.mentions if m.entity is not None}
        return mention.entity is None or not others or mention.entity in others

    def _named(self, mention: Mention) -> int | None:
        """The figure with the same entity; in a headline, the one that is called so further down."""
        if mention.entity is None and self.standings[mention].headline:
            return self._described(mention)
        same = (
            n
            for n, figure in enumerate(self.figures)
            if figure.has_entity(mention.entity) and are_of_a_kind(mention, figure)
        )
        return next(same, None)

    def _apposed(self, mention: Mention) -> int | None:
        """'the commander, Karim Odas,', 'Ibo, a captain,', 'her brother Nizar'."""
        before = (m for m in self.seen if m.span.stop <= mention.span.start)
        last = max(before, key=lambda m: m.span.stop, default=None)
        says = self.standings[mention].says  # "the dead man is Odas, a clerk said"
        if last is None or any(content.covers(last.span) for content in says):
            return None
        return self.seen[last] if is_apposed(last, mention, self.scene.text, self.cues) else None

    def _speaker(self, standing: Standing) -> int | None:
        """Who says the innermost of the quoted words that something stands in."""
        if standing.quotation is None or not standing.inside:
            return None
        source = self.scene.attributions[standing.inside[0]].source
        spoke = (n for m, n in self.seen.items() if source and m.span.covers(source.span))
        return next(spoke, None)

    def _followed(self, mention: Mention) -> int | None:
        """What 'who' or 'which' comes right after, be it with 'of Karez' or 'at the gate' between."""
        start, sentence = mention.span.start, self.standings[mention].sentence
        fits = [
            m for m in self.seen
            if m.span.stop <= start and self.standings[m].sentence == sentence
            and agrees(mention, self.figures[self.seen[m]])
        ]  # fmt: skip
        # "an inquiry seen by the daily, which": the words of a source go together.
        told = (a.source_words for a in self.scene.attributions)
        ended = {words[0].start for words in told if self._ends(words, start)}
        heads = [m for m in fits if m.span.start in ended]
        text = self.scene.text
        last = [m for m in fits if _TAIL.fullmatch(text[m.span.stop : start].rstrip(" "))]
        nearest = max(heads or last, key=lambda m: m.span.stop, default=None)
        return self.seen[nearest] if nearest is not None else None

    def _ends(self, source_words: Sequence[Span], start: int) -> bool:
        """Whether the words that tell who a source is go on, after a comma or none, at `start`."""
        is_before = bool(source_words) and source_words[0].stop <= start
        return is_before and self.scene.text[source_words[0].stop : start].strip() in {"", ","}

    def _salient(self, mention: Mention, standing: Standing) -> int | None:
        """Who a pronoun means, the likeliest of those that agree with it."""
        fits = [
            m for m in self._near(standing.sentence)
            if m.span.stop <= mention.span.start
            and self._is_open(m, mention, standing) and self._agrees(m, mention)
            and not self._is_left_behind(m, mention, standing)
            and not only_describes(m, self.scene.text)
        ]  # fmt: skip
        others = {self.seen[m] for m in self.apart.get(mention, ()) if m in self.seen}
        if sort_of(mention) in {"male", "female"}:
            spans = servants_of(mention, standing, self.scene)
            others |= {n for m, n in self.seen.items() if any(m.span.covers(s) for s in spans)}
            others |= told_of(mention, standing, self.figures, self.scene, self.standings)
        if is_object(mention, self.scene.text):
            others |= {self.seen[m] for m in fits if self._does(m, mention)}
        fits = [m for m in fits if self.seen[m] not in others]
        fits = self._likeliest(fits, mention, standing)
        if sort_of(mention) in {"male", "female"} and standing.depth is None:
            return self._on_the_mind(fits, mention, standing)
        opened, text = {m for m in fits if self._opens(m)}, self.scene.text
        ranks = {
            m: rank(m, self.standings[m], standing, opens=m in opened, text=text) for m in fits
        }
        return self.seen[min(fits, key=ranks.__getitem__)] if fits else None

    def _likeliest(
        self, fits: list[Mention], mention: Mention, standing: Standing
    ) -> list[Mention]:
        """No 'he' is a column of tanks where a man is at hand; who spoke before, spoke again."""
        if sort_of(mention) in {"male", "female"}:
            spoke = {n for m, n in self.seen.items() if self.standings[m].depth is not None}
            likely = [
                m for m in fits
                if self.seen[m] in spoke or is_like_person(self.figures[self.seen[m]].best)
            ]  # fmt: skip
            fits = likely or fits
        if standing.depth is None:
            return fits
        apart = [m for m in fits if not any(c.covers(m.span) for c in standing.says)]
        return apart if any(self.standings[m].depth is not None for m in apart) else fits

    def _is_left_behind(self, other: Mention, mention: Mention, standing: Standing) -> bool:
        """'They claim it' in a new paragraph: not those whom the one before only told of in passing."""
        is_told = sort_of(mention) == "plural" and standing.depth is not None
        is_past = "\n" in self.scene.text[other.span.stop : mention.span.start]
        return is_told and is_past and not self._opens(other)

    def _does(self, other: Mention, mention: Mention) -> bool:
        """'Odas buried him': whoever does it to him is another."""
        is_near = self.standings[other].sentence == self.standings[mention].sentence
        return is_near and does_it(other, mention, self.scene.text, opens=self._opens(other))

    def _on_the_mind(
        self, fits: Sequence[Mention], mention: Mention, standing: Standing
    ) -> int | None:
        """The one of several persons whom 'he' or 'her' means, by all that was said of each."""
        traces: dict[int, list[Trace]] = defaultdict(list)
        for other in fits:
            traces[self.seen[other]].append(self._trace(other, mention))
        genders = {number: self.figures[number].gender for number in traces}
        pulls = pull_of_kin(mention, self.kin, self.seen)
        return strongest(leave_owners_behind(traces), mention, standing, genders, pulls)

    def _trace(self, other: Mention, mention: Mention) -> Trace:
        return Trace(
            other,
            self.standings[other],
            is_named=other.entity is not None,
            is_pronoun=sort_of(other) in {"male", "female"},
            opens=self._opens(other),
            owns=self.scene.text.startswith(("’s", "'s"), other.span.stop),
            is_earlier="\n" in self.scene.text[other.span.stop : mention.span.start],
        )

    def _agrees(self, other: Mention, mention: Mention) -> bool:
        """As figures do; a country is 'it' once it has spoken."""
        speaks = other.kind == "place" and self.standings[other].depth is not None
        is_country = speaks and sort_of(mention) == "thing"
        return is_country or agrees(mention, self.figures[self.seen[other]])

    def _near(self, sentence: int) -> Iterator[Mention]:
        return (m for there, m in self.turns if 0 <= sentence - there <= REACH)

    def _is_open(self, other: Mention, mention: Mention, standing: Standing) -> bool:
        """Whether the place where a mention stands lets a pronoun mean it."""
        there = self.standings[other]
        if there.told_only or self.seen[other] == self._speaker(standing):
            return there.told_only and standing.depth is None  # of himself, he would say "I"
        if there.quotation is not None and there.quotation != standing.quotation:
            return bool({*there.inside} & {*standing.inside})
        is_own = any(content.covers(other.span) for content in standing.says)
        if not is_own or sort_of(mention) == "part":
            return True
        return self._opens(other) and opens_own_words(other, mention, standing, self.scene.text)

    def _opens(self, mention: Mention) -> bool:
        """Whether a mention speaks, or is the first of its sentence besides places."""
        standing = self.standings[mention]
        start = mention.span.start
        return standing.depth is not None or self.firsts.get(standing.sentence, start) >= start

    def _described(self, mention: Mention) -> int | None:
        """The one figure that a description fits; of several, the one that spoke last."""
        fits = [n for n, figure in enumerate(self.figures) if describes(mention, figure)]
        if not fits:
            fits = [n for n, figure in enumerate(self.figures) if may_be_class(mention, figure)]
        if not fits and mention.kind == "role" and is_anyone(head_noun(mention.words)):
            return self._anyone(mention)
        if len(fits) < 2:
            return fits[0] if fits else None
        spoke = [
            m for m in self.seen
            if m.span.stop <= mention.span.start and self.standings[m].depth is not None
        ]  # fmt: skip
        last = max(spoke, key=lambda m: m.span.start, default=None)
        return self.seen[last] if last is not None and self.seen[last] in fits else None

    def _anyone(self, mention: Mention) -> int | None:
        """'The youth', 'the dead man': the one person with a name who may be meant."""
        standing = self.standings[mention]
        others = {self.seen[m] for m in self.apart.get(mention, ()) if m in self.seen}
        said = (self.scene.attributions[n] for n in standing.inside[:1])
        spans = [a.source.span for a in said if a.source is not None]
        others |= {n for m, n in self.seen.items() if any(m.span.covers(span) for span in spans)}
        near = [
            m for m in self._near(standing.sentence)
            if m.span.stop <= mention.span.start and self._is_open(m, mention, standing)
            and self.figures[self.seen[m]].best.kind == "person"
            and self.seen[m] not in others and self._fits(mention, self.seen[m])
            and not (is_accusing(head_noun(mention.words)) and self._holds_office(self.seen[m]))
        ]  # fmt: skip
        is_one = len({self.seen[m] for m in near}) == 1  # of two, neither: bench/people.py
        return self._on_the_mind(near, mention, standing) if is_one else None

    def _holds_office(self, number: int) -> bool:
        return any(self.scene.is_titled(m) for m, seen in self.seen.items() if seen == number)
