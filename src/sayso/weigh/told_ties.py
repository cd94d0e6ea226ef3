"""The figures of one report, placed by their names, in; who of them is one by what is told besides, out.

Kin of one person, an office that one holds, a trade and a fate: within a story, and where it fits one alone.
"""

from collections.abc import Iterator, Sequence

from sayso.weigh.cluster_checks import bars, is_other_gender, is_voice, may_be_one_sex
from sayso.weigh.clusters import Cluster
from sayso.weigh.described_people import are_two, head_of, may_be_one
from sayso.weigh.known_people import Known
from sayso.weigh.linked_figures import Figure, KinTie, PeopleLink
from sayso.weigh.told_alike import LEAST_POINTS, MARGIN, tell_alike

KIN_ALONE, KIN = 0.8, 0.7  # the one mother of one person; in one story the one son told of
TOLD_ALIKE = 0.72  # of an office or body of which one story tells of one alone; likewise
TOLD = 0.7  # one trade and one fate in one story; likewise
MOST = 64  # of a story with one trade, or one kind of kin, that are looked at one by one
SAID_AGAIN = 0.8  # "the mayor ... the mayor" of one report
_ONLY, _ONLY_OF_SEX = frozenset({"spouse", "betrothed"}), frozenset({"parent"})


class ToldTies(Known):
    """What ties people besides their names."""

    told: Sequence[Figure] = ()  # all figures of the report

    def tie(self, in_story: Sequence[Figure], kindred: Sequence[Figure]) -> None:
        """All ties of one report's figures; who is one by one of them may make his kin one with theirs.

        in_story: those of whom it is known which story their report is of
        """
        self.tie_kin(kindred)
        self.tie_called([figure for figure in in_story if figure.called])
        self.tie_told([figure for figure in in_story if figure.trades])
        self.tie_pairs([figure for figure in kindred if figure.story])
        while self.tie_kin(kindred):
            pass
        self.hold_kin(kindred)

    def tie_kin(self, told: Sequence[Figure]) -> bool:
        """Make one those who are the one mother, or in one story the one son, of one person.

        told:    the figures of one report that are somebody's kin, all placed
        returns: whether any were, so that their kin may be looked at again
        """
        ties = [(f, tie) for f in told for tie in f.kin if tie.of in self.number_of]
        links = len(self.links)
        for figure, tie in ties:
            beside = [
                f.id for f, t in ties
                if f.id != figure.id and t.kind == tie.kind and may_be_one_sex(t, tie)
                and self.of(t.of) == self.of(tie.of) and self.of(f.id) != self.of(figure.id)
            ]  # fmt: skip
            link = self._as_kin(figure, tie, beside)
            if link is not None and link.score >= self.least:
                self.links.append(link)
                self.merge(self.of(figure.id), self.of(link.other))
        return len(self.links) > links

    def tie_pairs(self, kindred: Sequence[Figure]) -> None:
        """Make two of one report those two of another who are the same to each other, by names near enough.

        'Nino Odas and her husband Zura' are 'Zurab Odas' and 'his wife, Nina', where names alone say too little.
        """
        by_id = {figure.id: figure for figure in self.told}
        ties = [(f, tie, by_id[tie.of]) for f in kindred for tie in f.kin if tie.of in by_id]
        for figure, tie, owner in ties:
            pairs = {
                frozenset((self.of(f.id), self.of(o.id))): (f, o)
                for t, f, o in self.pairs[figure.story or "", tie.kind][-MOST:]
                if may_be_one_sex(t, tie) and self._are_pair((figure, owner), (f, o), tie.kind)
            }  # fmt: skip
            if len(pairs) != 1:
                continue
            (others,) = pairs.values()
            why = f"told with one that is the other's {tie.kind} in both"
            for one, other in zip((figure, owner), others, strict=True):
                if self.of(one.id) != self.of(other.id):
                    self.links.append(PeopleLink(one.id, other.id, "same", KIN, why))
                    self.merge(self.of(one.id), self.of(other.id))

    def _are_pair(
        self, ones: tuple[Figure, Figure], others: tuple[Figure, Figure], kind: str
    ) -> bool:
        """Whether both may be one with their likes by their names, and one of the two pairs is alike.

        Of man and wife near is enough; two brothers' names may be as near.
        """
        fits = set()
        for one, other in zip(ones, others, strict=True):
            mine, theirs = self.of(one.id), self.of(other.id)
            if mine != theirs and (
                is_voice(one) or is_voice(other) or self._is_parted(one, theirs)
            ):
                return False
            fit = "alike" if mine == theirs else self.fit_of_names(mine, theirs)
            fits.add("alike" if fit == "unnamed" and one.trades & other.trades else fit)
        if kind in _ONLY:
            return "none" not in fits and fits != {"unnamed"} and fits != {"unnamed", "near"}
        return "alike" in fits and fits <= {"alike", "near"}

    def _is_parted(self, figure: Figure, number: int) -> bool:
        cluster, mine = self.clusters[number], self.clusters[self.of(figure.id)]
        is_apart = bool(cluster.named_in & mine.named_in)
        return is_apart or bars(figure, cluster) or is_other_gender(figure, cluster)

    def hold_kin(self, told: Sequence[Figure]) -> None:
        """Keep whose kin the figures of one report are, for the reports that follow."""
        for figure in told:
            for tie in figure.kin:
                if tie.of in self.number_of:
                    self.clusters[self.of(tie.of)].kin.append((tie, figure))
                    owner = next((f for f in self.told if f.id == tie.of), None)
                    if owner is not None and figure.story:
                        self.pairs[figure.story, tie.kind].append((tie, figure, owner))

    def tie_called(self, told: Sequence[Figure]) -> None:
        """Make one those whom reports of one story call alike, where each tells of one such alone.

        told: the figures of one report with a calling; two with names are left to their names, and
              who speaks without one is nobody else
        """
        first: dict[tuple[str, ...], Figure] = {}
        for figure in (one for one in told if not is_voice(one)):
            known = first.setdefault((figure.kind, *figure.called), figure)
            if known is not figure and not (figure.names or known.names):
                self.links.append(
                    PeopleLink(figure.id, known.id, "same", SAID_AGAIN, "called so again")
                )
                self.merge(self.of(figure.id), self.of(known.id))
        for figure in told:
            link = self._as_called(figure, told)
            if link is not None and link.score >= self.least:
                self.links.append(link)
                self.merge(self.of(figure.id), self.of(link.other))
        for figure in told:
            for calling in figure.called:
                key = "told", figure.story or "", head_of(calling, self.sense)
                self.by_key[key][self.of(figure.id)] = None

    def tie_told(self, told: Sequence[Figure]) -> None:
        """Make one those of whom two reports of one story tell the same, where it fits no other so well.

        told: the figures of one report of whom a trade is told; who speaks without a name is nobody else
        """
        found = [fit for figure in told if not is_voice(figure) for fit in self._told_as(figure)]
        for points, why, figure, other, number in sorted(
            found, key=lambda fit: (-fit[0], fit[2].id, fit[4])
        ):
            rivals = [
                fit for fit in found
                if (fit[2] is figure) != (fit[4] == number) and fit[0] > points - MARGIN
            ]  # fmt: skip
            if points < LEAST_POINTS or rivals or not self._may_be_told(figure, self.now(number)):
                continue
            self.links.append(PeopleLink(figure.id, other.id, "same", TOLD, why))
            self.merge(self.of(figure.id), self.now(number))
        for figure in told:
            for trade in figure.trades:
                self.by_key["trade", figure.story or "", trade][self.of(figure.id)] = None

    def _told_as(self, figure: Figure) -> Iterator[tuple[float, str, Figure, Figure, int]]:
        """Of each cluster of its story with a trade of it: how much else is told of both, why, and of whom."""
        keys = [("trade", figure.story or "", trade) for trade in sorted(figure.trades)]
        near = {n for key in keys for n in self.under(*key)} - {self.of(figure.id)}
        for number in sorted(near if len(near) <= MOST else ()):
            if not self._may_be_told(figure, number):
                continue
            likes = [
                (*tell_alike(figure, other, self.sense), other)
                for other in self.clusters[number].told
                if other.story == figure.story and other.trades & figure.trades
            ]
            if likes:
                points, why, other = max(likes, key=lambda like: like[0])
                yield points, why, figure, other, number

    def _may_be_told(self, figure: Figure, number: int) -> bool:
        """Whether one of them has no name, and nothing speaks against their being one."""
        mine, cluster = self.clusters[self.of(figure.id)], self.clusters[number]
        return not (
            (mine.names and cluster.names) or mine is cluster
            or mine.reports & cluster.reports
            or bars(figure, cluster) or is_other_gender(figure, cluster)
            or any(are_two(figure.called, other.called, self.sense) for other in cluster.called)
            or any(is_voice(other) for other in cluster.told)
        )  # fmt: skip

    def _as_called(self, figure: Figure, told: Sequence[Figure]) -> PeopleLink | None:
        """The one earlier figure that is called the same; None: nobody, or two."""
        if is_voice(figure):
            return None
        mine = self.of(figure.id)
        keys = {head_of(calling, self.sense) for calling in figure.called}
        near = {n for key in keys for n in self.under("told", figure.story or "", key)} - {mine}
        fits = {n: other for n in near for other in self._called_alike(figure, n)}
        if len(fits) != 1:
            return None
        ((number, other),) = fits.items()
        cluster = self.clusters[number]
        rivals = [f for f in told if self.of(f.id) != mine and self._are_alike(f, other)]
        if rivals or cluster.reports & self.clusters[mine].reports or bars(figure, cluster):
            return None
        why = "the only one called so in each report of one story"
        return PeopleLink(figure.id, other.id, "same", TOLD_ALIKE, why)

    def _called_alike(self, figure: Figure, number: int) -> Iterator[Figure]:
        told = [f for f in self.clusters[number].called if f.story == figure.story]
        if any(are_two(figure.called, other.called, self.sense) for other in told):
            return
        for other in told:
            is_open = not (figure.names and other.names) and not is_voice(other)
            if is_open and self._are_alike(figure, other):
                yield other
                return

    def _are_alike(self, one: Figure, other: Figure) -> bool:
        return one.kind == other.kind and may_be_one(one.called, other.called, self.sense)

    def _as_kin(self, figure: Figure, tie: KinTie, beside: Sequence[str]) -> PeopleLink | None:
        """The one earlier figure that is the same to the same person; None: nobody, or two.

        beside: the others of its report who are the same to that person
        """
        mine, owner = self.of(figure.id), self.clusters[self.of(tie.of)]
        known = [(t, f) for t, f in owner.kin if t.kind == tie.kind and may_be_one_sex(t, tie)]
        others = {self.of(f.id): (t, f) for t, f in known}
        if mine in others or self.clusters[mine] is owner:
            return None
        mates = {self.of(one) for one in beside}
        free = [n for n in others if n not in mates and not self._is_barred(figure, n, owner)]
        open_mates = [n for n in mates if n not in others]
        fits = {n: self.fit_of_names(mine, n) for n in free}
        best = [n for n in free if fits[n] == "alike"]
        if best and any(self.fit_of_names(mate, best[0]) == "alike" for mate in open_mates):
            return None
        if not best and not open_mates:
            best = [n for n in free if fits[n] != "none"] if len(free) == 1 else []
        if len(best) != 1:
            return None
        told, other = others[best[0]]
        is_only = tie.kind in _ONLY or (
            tie.kind in _ONLY_OF_SEX and told.gender == tie.gender is not None
        )
        if not (is_only or self._is_of_story(figure, best[0])):
            return None
        why = f"told to be the same person's {tie.kind}"
        return PeopleLink(figure.id, other.id, "same", KIN_ALONE if is_only else KIN, why)

    def _is_barred(self, figure: Figure, number: int, owner: Cluster) -> bool:
        cluster = self.clusters[number]
        return cluster is owner or bars(figure, cluster) or is_other_gender(figure, cluster)

    def _is_of_story(self, figure: Figure, number: int) -> bool:
        return figure.story is not None and figure.story in self.clusters[number].stories
