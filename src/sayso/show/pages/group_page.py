"""A group's entity in; its names, voices, people and units, and all that is told of it, out."""

from sayso.show.called import HEADING
from sayso.show.group_sheets import GROUP_PARTS, GroupSheet, make_group_sheet
from sayso.show.pages.asking import Ask, Page
from sayso.show.pages.cards import make_maker
from sayso.show.pages.person_page import ROWS, SAID, STATED, Drawer, Section, lead_to_reports


def show_group(ask: Ask) -> Page:
    """`/group/{entity}`: "group/red-front" or "red-front". raises: NotInLedger"""
    moment = ask.moment
    sheet = make_group_sheet(ask.desk, ask.path["entity"], as_of=moment.as_of, clock=moment.clock)
    drawer = Drawer(make_maker(ask), set())
    sections = _draw(sheet, drawer)
    says = drawer.lines(sheet.says)
    return Page(
        "group.html",
        sheet.name,
        {
            "name": sheet.name,
            "address": moment.link(f"/group/{sheet.entity}"),
            "names": sheet.names,
            "sides": sheet.sides,
            "sections": sections,
            "says": says[:SAID],
            "says_more": says[SAID:],
            "called_heading": HEADING,
            "called": lead_to_reports(sheet.called, moment.link),
        },
    )


def _draw(sheet: GroupSheet, drawer: Drawer) -> tuple[Section, ...]:
    found = []
    for part, heading in GROUP_PARTS.items():
        rows = sheet.parts[part]
        drawn = tuple((drawer.account(row, {}, STATED, tell_against=False),) for row in rows)
        if drawn:
            found.append(Section(part, heading, drawn[:ROWS], drawn[ROWS:]))
    return tuple(found)
