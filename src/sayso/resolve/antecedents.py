"""The mentions of one report in, the words that each pronoun or description stands for out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.resolve.figures import (
    Figure,
    agrees,
    describes,
    find_phrases,
    is_apposed,
    may_be_class,
    new_figure,
)
from sayso.resolve.references import owner_gender, sort_of
from sayso.resolve.scenes import Scene, Standing
from sayso.types import Mention, Span

REACH = (
    4  # sentences that a pronoun looks back; chosen with bench/readings.py, as is the order below
)
_TAIL = re.compile(r",?|(?: (?:of|in|at|from|for|on|with|near|to) [^,;:.()]{1,50})?,?")


def find_antecedents(mentions: Sequence[Mention], scene: Scene) -> Mapping[Span, Span]:
    """By the span of a pronoun or description, the words that name best who is meant.

    mentions: named already (`name_entities`), so that two with one entity are one
    returns:  only what is told: where two could be meant alike, the mention is left out
    """
    standings = {m: scene.standing_of(m) for m in find_phrases(mentions, scene.text)}
    cast = _Cast(scene, standings)
    for phrase in sorted(standings, key=lambda m: _turn(standings[m])):
        cast.bring_on(phrase)
    found = cast.best_words()
    # 'The aide' in 'the aide to the governor': the same again.
    return found | {
        part.span: found[whole]
        for whole in found
        for part in mentions
        if part.span.start == whole.start and whole.covers(part.span)
    }


def _turn(standing: Standing) -> int:
    """When a mention is looked at: quoted words may point to what only the words after them name."""
    if standing.headline:
        return 2
    return 1 if standing.quotation is not None else 0


class _Cast:
    """Who the report has brought up so far; `seen` has for each mention the number of its figure."""

    def __init__(self, scene: Scene, standings: Mapping[Mention, Standing]) -> None:
        self.scene = scene
        self.standings = standings
        self.figures: list[Figure] = []
        self.seen: dict[Mention, int] = {}
        self.cues = [a.cue for a in scene.attributions]

    def bring_on(self, mention: Mention) -> None:
        """Add a mention to the figure that it means, or a new figure."""
        self._learn_owner(mention)
        known = self._known(mention)
        if known is None:
            self.figures.append(new_figure(mention))
            known = len(self.figures) - 1
        elif sort_of(mention) != "part":
            self.figures[known] = self.figures[known].joined_by(mention)
        self.seen[mention] = known

    def best_words(self) -> dict[Span, Span]:
        """For each mention that points back, where its figure is named best."""
        best = {m: self.figures[number].best for m, number in self.seen.items()}
        return {
            m.span: best[m].span
            for m in self.seen
            if (sort_of(m) is not None or m.kind == "role") and _tells_more(best[m], m)
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

    def _named(self, mention: Mention) -> int | None:
        """The figure with the same entity; in a headline, the one that is called so further down."""
        if mention.entity is None and self.standings[mention].headline:
            return self._described(mention)
        same = (n for n, figure in enumerate(self.figures) if figure.has_entity(mention.entity))
        return next(same, None)

    def _apposed(self, mention: Mention) -> int | None:
        """'the commander, Karim Odas,', 'Ibo, a captain,', 'her brother Nizar'."""
        before = [m for m in self.seen if m.span.stop <= mention.span.start]
        last = max(before, key=lambda m: m.span.stop, default=None)
        if last is None or not is_apposed(last, mention, self.scene.text, self.cues):
            return None
        return self.seen[last]

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
        ended = [
            a.source_words[0] for a in self.scene.attributions if self._ends(a.source_words, start)
        ]
        heads = [m for m in fits if any(m.span.start == words.start for words in ended)]
        text = self.scene.text
        last = [m for m in fits if _TAIL.fullmatch(text[m.span.stop : start].rstrip(" "))]
        nearest = max(heads or last, key=lambda m: m.span.stop, default=None)
        return self.seen[nearest] if nearest is not None else None

    def _ends(self, source_words: Sequence[Span], start: int) -> bool:
        """Whether the words that tell who a source is go on, after a comma or none, at `start`."""
        if not source_words or source_words[0].stop > start:
            return False
        return self.scene.text[source_words[0].stop : start].strip() in {"", ","}

    def _salient(self, mention: Mention, standing: Standing) -> int | None:
        """Who a pronoun means, the likeliest of those that agree with it."""
        fits = [
            m for m in self._near(standing.sentence)
            if m.span.stop <= mention.span.start
            and self._is_open(m, mention, standing) and self._agrees(m, mention)
        ]  # fmt: skip
        likeliest = min(fits, key=lambda m: self._rank(m, standing), default=None)
        return self.seen[likeliest] if likeliest is not None else None

    def _agrees(self, other: Mention, mention: Mention) -> bool:
        """As figures do; a country is 'it' once it has spoken."""
        speaks = other.kind == "place" and self.standings[other].depth is not None
        is_country = speaks and sort_of(mention) == "thing"
        return is_country or agrees(mention, self.figures[self.seen[other]])

    def _near(self, sentence: int) -> Iterator[Mention]:
        return (m for m in self.seen if 0 <= sentence - self.standings[m].sentence <= REACH)

    def _is_open(self, other: Mention, mention: Mention, standing: Standing) -> bool:
        """Whether the place where a mention stands lets a pronoun mean it."""
        there = self.standings[other]
        if there.told_only or self.seen[other] == self._speaker(standing):
            return False  # of himself, he would say "I"
        if there.quotation is not None and there.quotation != standing.quotation:
            return bool({*there.inside} & {*standing.inside})
        is_own = any(content.covers(other.span) for content in standing.says)
        return not is_own or sort_of(mention) == "part"

    def _rank(self, other: Mention, standing: Standing) -> tuple[int, ...]:
        """Who speaks has mostly spoken before, or opened a sentence of the report's own words.

        Then the nearest sentence; in it who speaks, the last one first; then the others in their
        order, owners ("Odas's men") last.
        """
        there = self.standings[other]
        back = standing.sentence - there.sentence
        speaks = standing.depth is not None
        is_told = speaks and not {*there.inside} <= {*standing.inside}
        is_object = speaks and back > 0 and not self._opens(other)
        if there.depth is not None:
            return is_told, is_object, back, there.depth, -other.span.start
        is_owner = self.scene.text.startswith(("’s", "'s"), other.span.stop)
        return is_told, is_object, back, 3 if is_owner else 2, other.span.start

    def _opens(self, mention: Mention) -> bool:
        """Whether a mention speaks, or is the first of its sentence besides places."""
        standing = self.standings[mention]
        return standing.depth is not None or not any(
            m.kind != "place" and m.span.start < mention.span.start
            for m in self.seen
            if self.standings[m].sentence == standing.sentence
        )

    def _described(self, mention: Mention) -> int | None:
        """The one figure that a description fits; of several, the one that spoke last."""
        fits = [n for n, figure in enumerate(self.figures) if describes(mention, figure)]
        if not fits:
            fits = [n for n, figure in enumerate(self.figures) if may_be_class(mention, figure)]
        if len(fits) < 2:
            return fits[0] if fits else None
        spoke = [
            m for m in self.seen
            if m.span.stop <= mention.span.start and self.standings[m].depth is not None
        ]  # fmt: skip
        last = max(spoke, key=lambda m: m.span.start, default=None)
        return self.seen[last] if last is not None and self.seen[last] in fits else None


def _tells_more(best: Mention, mention: Mention) -> bool:
    """'The militia' again tells no more than 'the militia' did, and a pronoun tells nothing."""
    is_telling = sort_of(best) in {None, "described"}
    words = [m.words.lower().removeprefix("the ") for m in (best, mention)]
    return is_telling and words[0] != words[1]
