"""In: addresses, most of them not to be fetched. Out: a page, or a refusal before any byte."""

import gzip
import socket

import httpx
import pytest

from sayso.errors import FetchRefused, UnreadableReport
from sayso.read import fetch, paths

PUBLIC = "93.184.215.14"


@pytest.fixture
def names(monkeypatch):
    """What names resolve to; every other name has no address."""
    table = {"courier.example": [PUBLIC], "cdn.example": ["2606:2800:21f:cb07::1"]}

    def look_up(host, port, **_):
        if host[0].isdigit() or ":" in host:
            return [(0, 0, 0, "", (host, port))]
        if host not in table:
            raise socket.gaierror(-2, "unknown")
        return [(0, 0, 0, "", (address, port)) for address in table[host]]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return table


def serving(answer):
    asked = []

    def handle(request):
        asked.append(request)
        return answer(request)

    return httpx.MockTransport(handle), asked


def never():
    return serving(lambda request: pytest.fail(f"asked {request.url}"))[0]


def test_a_page_is_fetched_from_the_address_that_was_looked_at(names):
    transport, asked = serving(
        lambda _: httpx.Response(
            200, content=b"<p>x", headers={"content-type": "text/html; charset=koi8-r"}
        )
    )
    page = fetch.fetch_page("https://courier.example/a?b=c", transport=transport)
    assert (page.url, page.content, page.charset) == (
        "https://courier.example/a?b=c", b"<p>x", "koi8-r",
    )  # fmt: skip
    assert asked[0].url.host == PUBLIC
    assert asked[0].headers["host"] == "courier.example"
    assert asked[0].extensions["sni_hostname"] == "courier.example"


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.0.0.8", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
     "224.0.0.1", "::1", "fe80::1", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1",
     "2002:7f00:1::"],
)  # fmt: skip
def test_addresses_inside_are_refused(names, address):
    names["inside.example"] = [PUBLIC, address]
    literal = f"[{address}]" if ":" in address else address
    for host in ("inside.example", literal):
        with pytest.raises(FetchRefused, match="not on the public internet"):
            fetch.fetch_page(f"http://{host}/", transport=never())


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://courier.example/", "courier", ""])
def test_only_http_is_fetched(names, url):
    with pytest.raises(FetchRefused):
        fetch.fetch_page(url, transport=never())


def test_every_redirect_is_looked_at(names):
    names["inside.example"] = ["10.0.0.8"]
    transport, asked = serving(
        lambda _: httpx.Response(302, headers={"location": "http://inside.example/"})
    )
    with pytest.raises(FetchRefused, match=r"10\.0\.0\.8"):
        fetch.fetch_page("https://courier.example/", transport=transport)
    assert len(asked) == 1


def test_a_redirect_to_another_host_is_followed(names):
    def answer(request):
        if request.headers["host"] == "courier.example":
            return httpx.Response(301, headers={"location": "//cdn.example/b"})
        return httpx.Response(200, content=b"x")

    assert fetch.fetch_page("https://courier.example/", transport=serving(answer)[0]).url == (
        "https://cdn.example/b"
    )


def test_redirects_without_end_are_given_up(names):
    transport, asked = serving(lambda _: httpx.Response(302, headers={"location": "/again"}))
    with pytest.raises(UnreadableReport, match="redirects"):
        fetch.fetch_page("https://courier.example/", transport=transport)
    assert len(asked) == 6


@pytest.mark.parametrize(
    ("status", "error"), [(403, FetchRefused), (404, UnreadableReport), (500, UnreadableReport)]
)
def test_a_site_may_forbid_or_fail(names, status, error):
    with pytest.raises(error, match=str(status)):
        fetch.fetch_page(
            "https://courier.example/", transport=serving(lambda _: httpx.Response(status))[0]
        )


def test_a_page_that_unpacks_without_end_is_given_up(names):
    packed = gzip.compress(b"a" * (fetch.MAX_BYTES + 1))
    transport, _ = serving(
        lambda _: httpx.Response(200, content=packed, headers={"content-encoding": "gzip"})
    )
    with pytest.raises(UnreadableReport, match="more than"):
        fetch.fetch_page("https://courier.example/", transport=transport)


def test_a_page_that_takes_too_long_is_given_up(names, monkeypatch):
    monkeypatch.setattr(fetch, "MAX_SECONDS", -1.0)
    transport, _ = serving(lambda _: httpx.Response(200, content=b"x"))
    with pytest.raises(UnreadableReport, match="seconds"):
        fetch.fetch_page("https://courier.example/", transport=transport)


def test_a_broken_connection_and_an_unknown_name_are_unreadable(names):
    def breaks(request):
        raise httpx.ReadError("reset")

    for url in ("https://courier.example/", "https://nowhere.example/"):
        with pytest.raises(UnreadableReport):
            fetch.fetch_page(url, transport=serving(breaks)[0])


def test_a_fetched_page_is_read_by_what_it_is(monkeypatch):
    page = fetch.Page(
        "https://courier.example/1", b"The bridge fell.", None, "2031-05-05T00:00:00Z"
    )
    monkeypatch.setattr(paths, "fetch_page", lambda url: page)
    (report,) = paths.read_url("https://courier.example/1")
    assert (report.url, report.fetched_at) == (page.url, page.fetched_at)
    assert (report.published_at, report.text) == (None, "The bridge fell.")
