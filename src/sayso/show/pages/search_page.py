"""Words in; the persons and claims that match them out."""

from sayso.errors import SaysoError
from sayso.show.pages.asking import Ask, Page
from sayso.show.pages.cards import make_maker
from sayso.show.pages.person_page import Entry, name_type
from sayso.types import Claim

LONGEST_QUERY = 200


def show_search(ask: Ask) -> Page:
    """`/search?q=`: what was not out by the time asked for is left out."""
    words = ask.query.get("q", "").strip()[:LONGEST_QUERY]
    claims, trouble = find_claims(ask, words)
    return Page(
        "search.html",
        f"Search: {words}" if words else "Search",
        {
            "words": words,
            "people": find_people(ask, words),
            "found": make_maker(ask).make_all(claims),
            "trouble": trouble,
        },
        {"q": words} if words else {},
    )


def find_claims(ask: Ask, words: str) -> tuple[list[Claim], str | None]:
    """Claims that match, and one line where the query could not be understood."""
    if not words:
        return [], None
    try:
        found = ask.desk.search(words)
    except SaysoError as error:
        return [], str(error)
    return keep_known(ask, found), None


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


def keep_known(ask: Ask, claims: tuple[Claim, ...]) -> list[Claim]:
    """Those whose reports were known by the time the page looks from."""
    if ask.moment.as_of is None:
        return list(claims)
    reports = ask.desk.reports(as_of=ask.moment.as_of, clock=ask.moment.clock)
    return [claim for claim in claims if claim.report in reports]
