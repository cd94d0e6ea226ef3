"""In: the address of a page on the public web. Out: its bytes, from a global address only."""

import ipaddress
import socket
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sayso.errors import FetchRefused, UnreadableReport

if TYPE_CHECKING:
    import httpx

MAX_BYTES = 10_000_000
MAX_SECONDS = 30.0
_SECONDS_WITHOUT_A_BYTE = 10.0
_MAX_HOPS = 5
_FORBIDDEN = frozenset({401, 403, 407, 451})
# Addresses behind which a gateway reaches the IPv4 address in their last four bytes.
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Page:
    """What an address answered. `url` is the last hop's; `charset` None: none was sent."""

    url: str
    content: bytes
    charset: str | None
    fetched_at: str


def fetch_page(url: str, *, transport: "httpx.BaseTransport | None" = None) -> Page:
    """Fetch one page, looking at where every redirect leads before going there.

    Each host is resolved once and the connection goes to the address that was looked at, so a
    name cannot point elsewhere a moment later. Proxies of the environment are not used.

    transport: stands in for the network in tests
    raises:    FetchRefused for an address that is not http(s) or not global, or a site that
               forbids it; UnreadableReport when it fails, is too big or takes too long
    """
    import httpx

    until = time.monotonic() + MAX_SECONDS
    with httpx.Client(
        timeout=_SECONDS_WITHOUT_A_BYTE, trust_env=False, transport=transport
    ) as client:
        try:
            for _ in range(_MAX_HOPS + 1):
                answer = _get(client, httpx.URL(url), until)
                if isinstance(answer, Page):
                    return answer
                url = answer
        except httpx.InvalidURL as wrong:
            raise FetchRefused(f"{url}: no web address ({wrong}); check it") from wrong
        except httpx.HTTPError as failed:
            raise UnreadableReport(f"{url}: {failed or 'no answer'}; try again later") from failed
    raise UnreadableReport(f"{url}: more than {_MAX_HOPS} redirects; save the page to a file")


def _get(client: "httpx.Client", url: "httpx.URL", until: float) -> Page | str:
    """The page, or the address it redirects to."""
    address = _look_up(url)
    headers = {"Host": url.netloc.decode("ascii"), "User-Agent": "sayso", "Accept-Encoding": "gzip"}
    request = client.build_request(
        "GET",
        url.copy_with(host=address, userinfo=b"", fragment=None),
        headers=headers,
        extensions={"sni_hostname": url.raw_host.decode("ascii")},
    )
    response = client.send(request, stream=True)
    try:
        if response.is_redirect and "location" in response.headers:
            return str(url.join(response.headers["location"]))
        _check_status(url, response.status_code)
        content = _read_within(response, url, until)
        return Page(str(url), content, response.charset_encoding, _now())
    finally:
        response.close()


def _look_up(url: "httpx.URL") -> str:
    """An address of the host; refuses the host if any of its addresses is not global."""
    if url.scheme not in ("http", "https") or not url.host:
        raise FetchRefused(f"{url}: only http and https addresses are fetched; check it")
    try:
        found = socket.getaddrinfo(url.host, url.port or 0, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as unknown:
        why = f"{url.host}: the name has no address; check it, or the network"
        raise UnreadableReport(why) from unknown
    addresses = [str(info[4][0]) for info in found]
    for address in addresses:
        if not _is_global(address):
            why = f"{url.host} is at {address}, which is not on the public internet"
            raise FetchRefused(f"{why}; save the page to a file and read that")
    return addresses[0]


def _is_global(address: str) -> bool:
    ip = ipaddress.ip_address(address.partition("%")[0])
    inner: ipaddress.IPv4Address | None = None
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    if inner is not None:
        return _is_global(str(inner))
    return ip.is_global and not ip.is_multicast


def _check_status(url: "httpx.URL", status: int) -> None:
    if status in _FORBIDDEN:
        raise FetchRefused(f"{url}: the site forbids it ({status}); save the page by hand")
    if status != 200:
        raise UnreadableReport(f"{url}: the site answered {status}; check the address")


def _read_within(response: "httpx.Response", url: "httpx.URL", until: float) -> bytes:
    parts, size = [], 0
    for part in response.iter_bytes(1 << 16):
        size += len(part)
        parts.append(part)
        if size > MAX_BYTES:
            raise UnreadableReport(f"{url}: more than {MAX_BYTES:,} bytes; save only the report")
        if time.monotonic() > until:
            raise UnreadableReport(f"{url}: took over {MAX_SECONDS:.0f} seconds; try again later")
    return b"".join(parts)


def _now() -> str:
    return datetime.now(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"
