"""Rulings on persons in; claims, reports and dossiers as a reader may see them out."""

import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.show.masking import (
    PLACE,
    RELATIVE,
    WHEREABOUTS,
    Cut,
    Mask,
    MaskedText,
    NameBook,
    find_names,
    find_titled,
    join_books,
    make_book,
    mask_record,
    mask_text,
    parts_of_name,
    split_name,
)
from sayso.show.names_told import names_in, names_seen, place_names
from sayso.show.where_told import WhereTold, put_where
from sayso.types import Claim, Mention, Place, Report, Sighting, Source
from sayso.weigh.dossiers import Answer, Dossier
from sayso.weigh.privacy import (
    PERSON,
    Reader,
    Ruling,
    is_about_person,
    tells_kin,
)
from sayso.weigh.privacy_words import load_privacy_words
from sayso.weigh.whereabouts import coarsen, find_hideouts, next_change


class Withheld:
    """What is withheld from one reader; keeps what it found for each report.

    until:     when the next of what waits may be told; None: nothing waits
    claims:    all of the ledger, as they stand now, by report
    seen:      whom the reports bring up besides: withheld like all whom no ruling shows
    find_text, find_title: the text and title of a report by its id
    """

    def __init__(
        self,
        rulings: Mapping[str, Ruling],
        claims: Iterable[Claim],
        *,
        reader: Reader,
        now: str,
        find_text: Callable[[str], str],
        find_title: Callable[[str], str],
        seen: Iterable[Sighting] = (),
    ) -> None:
        self.rulings = rulings
        self.reader: Reader = reader
        self.now = now
        self._find_text = find_text
        self._find_title = find_title
        self.until = next_change((known := list(claims)), rulings.values(), now)
        self._by_report: dict[str, list[Claim]] = defaultdict(list)
        self._named: dict[str, list[tuple[Claim, str]]] = defaultdict(list)
        shown: set[str] = set()
        private: set[str] = set()
        for claim in known:
            self._by_report[claim.report].append(claim)
            for entity, name in names_in(claim):
                (shown if self.shows(entity) else private).add(name)
                self._named[entity].append((claim, name))
        self._seen: dict[str, list[Sighting]] = defaultdict(list)
        for one in seen:
            self._seen[one.report].append(one)
            (shown if self._shows_seen(one) else private).update(names_seen(one))
        self._shown: dict[str, list[set[str]]] = defaultdict(list)
        for words in (set(split_name(name)) for name in shown):
            for word in words:
                self._shown[word].append(words)
        everywhere = (name for name in private - shown if len(split_name(name)) > 1)
        self._everywhere = make_book(everywhere)
        self._where = WhereTold(
            rulings, self._by_report, self._seen, reader=reader, now=now, find_text=find_text
        )
        self._texts: dict[str, MaskedText] = {}
        self._books: dict[str, NameBook] = {}

    def shows(self, entity: str) -> bool:
        """Whether the reader is shown a person; what is no person is shown."""
        ruling = self.rulings.get(entity)
        return not entity.startswith(PERSON) or (ruling is not None and ruling.is_shown)

    def _shows_seen(self, one: Sighting) -> bool:
        """Whoever is no resolved person is no one that a ruling shows."""
        return one.entity.startswith(PERSON) and self.shows(one.entity)

    def keeps(self, claim: Claim) -> bool:
        """Whether the reader is shown a claim at all; what it tells of the withheld is masked."""
        return self._where.sight(claim) != "withheld" and not self._is_of_private(claim)

    def names_given(self, entity: str) -> frozenset[str]:
        """What the claims that are kept name a person; what only a report calls her is left out."""
        return frozenset(name for claim, name in self._named.get(entity, ()) if self.keeps(claim))

    def mask_claims(self, claims: Sequence[Claim]) -> tuple[Claim, ...]:
        """Those that are kept; persons withheld from them are told apart, under no name."""
        scope = self._scope(claims)
        return tuple(self._mask_claim(claim, scope) for claim in claims if self.keeps(claim))

    def mask_each(self, claims: Iterable[Claim]) -> tuple[Claim, ...]:
        """Those that are kept; that two of them are one withheld person's is not told."""
        return tuple(masked for claim in claims for masked in self.mask_claims([claim]))

    def find_hits(self, claim: Claim, words: str) -> tuple[Claim, ...]:
        """The claim as it is shown, if what is shown of it and its title holds all the words."""
        for masked in self.mask_claims([claim]):
            title = self._find_title(claim.report)
            told = f"{masked.words} {self._mask_title(claim.report, title)}"
            is_whole = told == f"{claim.words} {title}"
            if is_whole or set(split_name(told)) >= set(split_name(words)):
                return (masked,)
        return ()

    def mask_report(self, report: Report) -> Report:
        """The report with blocks in its text, title and passages; its address, if that names nobody."""
        text = self._text_of(report.id, report.text)
        mask = Mask(self._book_of(report.id), text=text)
        places = self._where.places_of_living(self._by_report.get(report.id, ()))

        def link(words: str | None) -> str | None:
            spaced = re.sub(r"[\W_]+", " ", words or "").title()
            names = any(find_names(spaced, mask.book)) or any(
                name.title() in spaced for name in places
            )
            return None if names else words

        return replace(
            report,
            text=text.shown,
            title=None if report.title is None else self._mask_title(report.id, report.title),
            passages=mask_record(report.passages, mask),
            url=link(report.url),
            given_id=link(report.given_id),
        )

    def mask_dossier(self, dossier: Dossier) -> Dossier | None:
        """The matter without what is withheld; None: nothing of it is left."""
        kept = self.mask_claims(dossier.claims)
        if not kept:
            return None
        scope = self._scope(dossier.claims)
        mask = replace(scope, exact={**scope.exact, **self._where.places(dossier.claims)})
        ids = {claim.id for claim in kept}
        answers = (self._mask_answer(one, dossier, ids, mask) for one in dossier.answers)
        return Dossier(
            id=dossier.id if dossier.id in ids else kept[0].id,
            family=dossier.family,
            heading=mask.hide(dossier.heading),
            place=self._mask_place(dossier.place, mask),
            when=dossier.when,
            answers=tuple(one for one in answers if one is not None),
            claims=kept,
            changed_at=dossier.changed_at,
        )

    def mask_beside(self, claims: Sequence[Claim], told: Iterable[Claim] = ()) -> Mask:
        """The mask for what else is said of a matter, whose claims these are; told: by those."""
        scope = self._scope(claims)
        places = {**self._where.places(claims), **self._where.places_of_living(told)}
        return replace(scope, exact={**scope.exact, **places})

    def mask_words(self, words: str) -> str:
        """Free words of no report: the full names of the withheld are blocked."""
        return Mask(self._everywhere).hide(words)

    # --- what is withheld ---

    def _is_of_private(self, claim: Claim) -> bool:
        """Of a person withheld and of nothing else, such as an age or an occupation."""
        if not is_about_person(claim):
            return False
        roles = ("person", "holder", "victim")
        subjects = [r.filler for r in claim.event.roles if r.name in roles]
        if claim.event.type == "kinship" and any(one.entity is None for one in subjects):
            return True  # "the widow", whose kin it names
        return any(self._is_hidden(filler) for filler in subjects)

    def _is_hidden(self, filler: Mention) -> bool:
        if filler.entity is not None and filler.entity.startswith(PERSON):
            return not self.shows(filler.entity)
        return filler.kind != "group" and tells_kin(filler.words)

    def _scope(self, claims: Sequence[Claim]) -> Mask:
        """What is withheld from some claims: ids by number, in the claims' order."""
        found = dict.fromkeys(
            entity for claim in claims for entity in _ids_in(claim) if not self.shows(entity)
        )
        tokens = {entity: f"withheld/{number}" for number, entity in enumerate(found, 1)}
        exact = {words: RELATIVE for claim in claims for words in self._relatives(claim)}
        reports = dict.fromkeys(claim.report for claim in claims)
        books = (self._book_of(report, claims) for report in reports)
        return Mask(join_books([self._everywhere, *books]), tokens, exact)

    def _relatives(self, claim: Claim) -> Iterator[str]:
        """How persons are told who are known by their kin alone, and by no name."""
        for role in claim.event.roles:
            if self._is_hidden(role.filler) and tells_kin(role.filler.words):
                yield role.filler.words
        for step in claim.chain:
            if step.naming != "named" and tells_kin(step.label):
                yield step.label

    # --- masking ---

    def _mask_claim(self, claim: Claim, scope: Mask) -> Claim:
        text = self._text_of(claim.report, extra=(claim,))
        exact = scope.exact
        roles = claim.event.roles
        place = claim.place
        if (sight := self._where.sight(claim)) != "whole":
            exact = {**exact, **self._where.places_of_living([claim])}
            roles = tuple(role for role in roles if role.filler.kind != "place")
            place = coarsen(place) if sight == "blurred" else None
        roles = tuple(replace(r, filler=replace(r.filler, candidates=())) for r in roles)
        plain = replace(
            claim,
            event=replace(claim.event, roles=roles),
            place=None,
            chain=tuple(map(_unlink, claim.chain)),
        )
        masked = mask_record(plain, replace(scope, text=text, exact=exact))
        moved = None if place is None else replace(place, span=text.move(place.span))
        return replace(masked, place=moved)

    def _mask_answer(
        self, answer: Answer, dossier: Dossier, kept: Container[str], mask: Mask
    ) -> Answer | None:
        """Its words tell where someone living is, even if an event of the matter was there too."""
        known, matter = {claim.id: claim for claim in dossier.claims}, dossier.place
        claims = tuple(one for one in answer.claims if one in kept)
        if not claims:
            return None
        told = [known[one] for one in answer.claims if one in known]
        places = self._where.places_of_living((*told, *put_where(matter, told)))
        own = replace(mask, exact={**mask.exact, **places})
        return replace(mask_record(answer, own), claims=claims)

    def _mask_place(self, place: Place | None, mask: Mask) -> Place | None:
        """A place that must not be told becomes its province, or nothing."""
        if place is None or not {place.name, place.words} & set(mask.exact):
            return place
        instead = {mask.exact.get(place.name or ""), mask.exact.get(place.words)}
        return None if PLACE in instead else coarsen(place)

    def _text_of(
        self, report: str, text: str | None = None, extra: Sequence[Claim] = ()
    ) -> MaskedText:
        """The text with its blocks; extra: claims of a reading that is no longer the newest."""
        known = {claim.id for claim in self._by_report.get(report, ())}
        is_known = all(claim.id in known for claim in extra)
        if is_known and report in self._texts:
            return self._texts[report]
        whole = self._find_text(report) if text is None else text
        cuts = [*self._where.cuts_of(report), *self._where.place_cuts(report)]
        cuts += [cut for one in extra for cut in self._where.whereabouts(one)]
        masked = mask_text(whole, find_names(whole, self._book_of(report, extra)), cuts)
        if is_known:
            self._texts[report] = masked
        return masked

    def _mask_title(self, report: str, title: str) -> str:
        """A title that tells where a living person is loses that too."""
        if self.reader == "owner":
            return title
        claims = self._by_report.get(report, ())
        cuts = [
            Cut(span, WHEREABOUTS) for span in find_hideouts(title, *self._where.living(report))
        ]
        book = self._book_of(report)
        masked = mask_text(title, find_names(title, book), cuts).shown
        return Mask(book, exact=self._where.places_of_living(claims)).hide(masked)

    def _book_of(self, report: str, extra: Sequence[Claim] = ()) -> NameBook:
        known = self._by_report.get(report, [])
        ids = {claim.id for claim in known}
        more = [claim for claim in extra if claim.report == report and claim.id not in ids]
        if more:
            return self._make_book(report, [*known, *more])
        if report not in self._books:
            self._books[report] = self._make_book(report, known)
        return self._books[report]

    def _make_book(self, report: str, claims: Sequence[Claim]) -> NameBook:
        """The names withheld in a report, and the words of each that stand for it alone there.

        Words that are also in a shown person's name, in a place's, or stand there in lower case
        (and so are common words) are left.
        """
        private: set[str] = set()
        shown: set[str] = set()
        for claim in claims:
            for entity, name in names_in(claim):
                (shown if self.shows(entity) else private).add(name)
        for one in self._seen.get(report, ()):
            (shown if self._shows_seen(one) else private).update(names_seen(one))
        text = self._find_text(report)
        places = (name for claim in claims for name in place_names(claim))
        free = {word for name in (*shown, *places) for word in split_name(name)}
        free |= set(split_name(_lower_words(text))) | load_privacy_words().nobodies
        # Nobody whom no claim names is shown; of those, the ones with a title can be told.
        titled = find_titled(f"{self._find_title(report)}\n{text}")
        private |= {name for name in titled if not self._is_of_shown(name)}
        if not private:
            return self._everywhere
        parts = frozenset().union(*map(parts_of_name, private)) - free
        whole = (n for n in private - shown if not free >= set(split_name(n)))
        return join_books([self._everywhere, make_book(whole, parts)])

    def _is_of_shown(self, name: str) -> bool:
        """Whether a name, or a part of one, is that of somebody who is shown anywhere."""
        words = set(split_name(name))
        return any(words <= whole for word in words for whole in self._shown.get(word, ()))


def _ids_in(claim: Claim) -> Iterator[str]:
    found = (*(r.filler.entity for r in claim.event.roles), *(s.entity for s in claim.chain))
    yield from (entity for entity in found if entity is not None)


def _unlink(step: Source) -> Source:
    """An unnamed source, or one under a pseudonym, is linked to nobody (section 5, number 12)."""
    return step if step.naming == "named" else replace(step, entity=None)


def _lower_words(text: str) -> str:
    return " ".join(word for word in text.split() if word[:1].islower())
