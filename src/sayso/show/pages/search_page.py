"""Words, a place and a time in; the persons and claims that match them out."""

from collections.abc import Iterable

from sayso.errors import SaysoError
from sayso.show.narrowing import describe_around, describe_left_out, read_around, read_between
from sayso.show.pages.asking import Ask, Page
from sayso.show.pages.cards import make_maker
from sayso.show.pages.person_page import Entry, name_type
from sayso.show.pages.spots import is_whereabouts
from sayso.types import Claim
from sayso.weigh.nearby import narrow

LONGEST_QUERY = 200
MOST_CLAIMS = 100
NARROWING = ("near", "within", "between")


def show_search(ask: Ask) -> Page:
    """`/search?q=&near=&within=&between=`: what was not out by the time asked for is left out."""
    words = ask.query.get("q", "").strip()[:LONGEST_QUERY]
    asked = {name: ask.query.get(name, "").strip()[:LONGEST_QUERY] for name in NARROWING}
    claims, notes, trouble = find_claims(ask, words, asked)
    return Page(
        "search.html",
        f"Search: {words}" if words else "Search",
        {
            "words": words,
            "asked": asked,
            "is_asked": bool(words or any(asked.values())),
            "people": find_people(ask, words) if not any(asked.values()) else [],
            "found": make_maker(ask).make_all(claims[:MOST_CLAIMS]),
            "total": len(claims),
            "notes": notes,
            "trouble": trouble,
        },
        {name: value for name, value in {"q": words, **asked}.items() if value},
    )


def find_claims(
    ask: Ask, words: str, asked: dict[str, str]
) -> tuple[list[Claim], list[str], str | None]:
    """Claims that match, lines on what was left out, and one where the query is not understood."""
    try:
        if not any(asked.values()):
            return (keep_known(ask, ask.desk.search(words)) if words else []), [], None
        return *narrow_claims(ask, words, asked), None
    except SaysoError as error:
        return [], [], str(error)


def narrow_claims(ask: Ask, words: str, asked: dict[str, str]) -> tuple[list[Claim], list[str]]:
    """Those of the place and time asked for. raises: UnclearQuestion

    Where a living person is, is no answer to what happened near a place (DESIGN.md section 5).
    """
    from sayso.resolve.place.gazetteer import open_gazetteer

    known = {claim.id: claim for one in ask.dossiers() for claim in one.claims}.values()
    between = read_between(asked["between"])
    around = read_around(asked["near"], asked["within"], known, open_gazetteer)
    matching = keep_known(ask, ask.desk.search(words, limit=100_000)) if words else list(known)
    shown = [one for one in matching if around is None or not is_whereabouts(one)]
    narrowed = narrow(shown, around=around, between=between)
    held = len(matching) - len(shown)
    notes = [
        f"Looked {describe_around(around)}." if around else "",
        describe_left_out(narrowed) or "",
        f"{held} more on where a person is: not told by place." if held else "",
    ]
    return list(narrowed.claims), [note for note in notes if note]


def find_people(ask: Ask, words: str) -> list[Entry]:
    if not words:
        return []
    entries = []
    for person in ask.desk.people_named(words):
        told, spoke = keep_known(ask, person.told), keep_known(ask, person.spoke)
        if told or spoke:
            types = dict.fromkeys(name_type(claim.event.type) for claim in told)
            address = ask.moment.link(f"/person/{person.entity}")
            name = person.names[0] if person.names else person.entity
            entries.append(Entry(name, address, tuple(types), len(told), len(spoke)))
    return entries


def keep_known(ask: Ask, claims: Iterable[Claim]) -> list[Claim]:
    """Those whose reports were known by the time the page looks from."""
    if ask.moment.as_of is None:
        return list(claims)
    reports = ask.desk.reports(as_of=ask.moment.as_of, clock=ask.moment.clock)
    return [claim for claim in claims if claim.report in reports]
