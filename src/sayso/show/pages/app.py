"""A desk in; the web site on it out: routes, templates, strict headers."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import partial
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING

from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.exceptions import HTTPException

from sayso.errors import NotInLedger
from sayso.show.guarding import guard, utc_now
from sayso.show.pages.asking import Ask, Page
from sayso.show.pages.event_page import show_event
from sayso.show.pages.group_page import show_group
from sayso.show.pages.lit_text import make_visible
from sayso.show.pages.moments import CLOCKS, Moment, read_moment
from sayso.show.pages.overview import show_overview, show_statements
from sayso.show.pages.person_page import show_people, show_person
from sayso.show.pages.place_page import show_place, show_places
from sayso.show.pages.report_page import show_report
from sayso.show.pages.search_page import show_search
from sayso.show.wording import describe_time
from sayso.weigh.privacy import Reader

if TYPE_CHECKING:  # the desk brings the database with it; pages need its types only
    from sayso.desk import Clock, Desk

View = Callable[[Ask], Page]
ROOM = Path(__file__).parents[1]
VIEWS: Mapping[str, View] = {
    "/": show_overview,
    "/statements": show_statements,
    "/people": show_people,
    "/search": show_search,
    "/claim/{claim_id}": show_event,
    "/report/{report_id}": show_report,
    "/person/{entity:path}": show_person,
    "/group/{entity:path}": show_group,
    "/places": show_places,
    "/place/{words:path}": show_place,
}
HANDED_ON = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def make_app(
    desk: "Desk",
    *,
    title: str = "sayso",
    as_of: str | None = None,
    clock: "Clock" = "published",
    reader: Reader = "owner",
    now: Callable[[], str] = utc_now,
) -> FastAPI:
    """The site; it listens nowhere by itself.

    as_of, clock: of addresses that name none
    reader: who reads it; an owner is one on loopback only, and whoever else asks is not
    """
    app = FastAPI(title=title, docs_url=None, redoc_url=None, openapi_url=None)
    others = guard(desk, "others" if reader == "owner" else reader, now)
    desks = (desk if reader == "owner" else others, others)
    site = Site(*desks, title, Moment(as_of, clock, (as_of, clock)), make_environment())
    for path, view in VIEWS.items():
        app.add_route(path, partial(serve, site, view), include_in_schema=False)
    app.mount("/static", StaticFiles(directory=ROOM / "static"), name="static")
    app.middleware("http")(add_headers)
    app.add_exception_handler(HTTPException, partial(refuse, site))
    app.add_exception_handler(Exception, partial(fail, site))
    return app


@dataclass(frozen=True, slots=True)
class Site:
    """What every page needs; `home` is the time of addresses that name none.

    desk, others: for the one whose ledger it is, and for everybody else
    """

    desk: "Desk"
    others: "Desk"
    title: str
    home: Moment
    environment: Environment

    def desk_for(self, request: Request) -> "Desk":
        return self.desk if is_at_home(request) else self.others


def make_environment() -> Environment:
    """Templates that escape all they are given, and show no character that could mislead."""
    environment = Environment(
        loader=FileSystemLoader(ROOM / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: make_visible(value) if type(value) is str else value,
    )
    environment.globals["clocks"] = CLOCKS
    return environment


def serve(site: Site, view: View, request: Request) -> Response:
    moment = read_moment(request.query_params, site.home)
    if moment is None:
        return explain(site, request, 400, "That is no time. Write it as 2031-03-05 12:00, in UTC.")
    ask = Ask(site.desk_for(request), moment, request.path_params, request.query_params)
    try:
        page = view(ask)
    except NotInLedger as missing:
        by_then = f" as of {moment.words}" if moment.as_of else ""
        return explain(site, request, 404, f"Not in this ledger{by_then}: {missing}", moment)
    return HTMLResponse(render(site, page, moment, request))


def is_at_home(request: Request) -> bool:
    """Whether the one who asks sits at this machine.

    What a proxy hands on comes from this machine too, but says so, or is asked for by another name;
    so is what a page of another site makes a browser ask for.
    """
    client = request.client.host if request.client else ""
    is_handed_on = any(name in request.headers for name in HANDED_ON)
    return is_loopback(client) and is_loopback(request.url.hostname or "") and not is_handed_on


def is_loopback(host: str) -> bool:
    """Whether an address is of this machine alone."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def render(site: Site, page: Page, moment: Moment, request: Request) -> str:
    template = site.environment.get_template(page.template)
    return template.render(
        **page.values,
        site_title=site.title,
        page_title=page.title,
        moment=moment,
        kept=page.kept,
        here=request.url.path,
        is_guarded=site.desk_for(request) is site.others,
        asked_words=page.kept.get("q", ""),
        as_of_words=describe_time(moment.as_of) if moment.as_of else None,
    )


def explain(
    site: Site, request: Request, status: int, line: str, moment: Moment | None = None
) -> Response:
    """A page of one clear line."""
    page = Page("problem.html", str(status), {"line": line})
    return HTMLResponse(render(site, page, moment or site.home, request), status)


def refuse(site: Site, request: Request, error: Exception) -> Response:
    """What the router itself turns away: an address that leads nowhere, a method not offered."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    line = (
        "There is no page at this address."
        if status == 404
        else f"Not offered here: {request.method}."
    )
    return explain(site, request, status, line, read_moment(request.query_params, site.home))


def fail(site: Site, request: Request, error: Exception) -> Response:
    """A page for what went wrong here; the server logs the error itself."""
    answer = explain(
        site, request, 500, "This page could not be made. The log of the server says why."
    )
    answer.headers.update(HEADERS)  # no middleware sees this answer
    return answer


async def add_headers(
    request: Request, call_next: Callable[[Request], Awaitable[Response]]
) -> Response:
    answer = await call_next(request)
    answer.headers.update(HEADERS)
    return answer
