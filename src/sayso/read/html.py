"""In: an HTML page. Out: one `Report`: its main text, and what the page says of it."""

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from sayso.errors import UnreadableReport
from sayso.read.faults import refuse_faults
from sayso.read.metadata import read_metadata
from sayso.read.reports import Given, digest_of, make_report
from sayso.read.streams import UTF8_MARK, decode_utf8, read_whole
from sayso.types import Refusal, Report

if TYPE_CHECKING:
    from lxml.etree import _Element as Element  # type: ignore[import-untyped, unused-ignore]

# News pages have up to 3 MB and 20,000 elements; for 30,000 trafilatura takes about 3 seconds,
# and 20 where all are links in one paragraph.
MAX_PAGE_BYTES = 10_000_000
_MAX_ELEMENTS = 30_000
_MAX_ATTRIBUTES = 2_000
# libxml2 stops at 256 open elements and drops the rest without a word.
_MAX_DEPTH = 250

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE
)
_TAG = re.compile(r"<[A-Za-z][^<>]{10000,}")
_IN_QUOTES = re.compile(r"\"[^\"]*\"|'[^']*'")
# No page shows them, and trafilatura gives up on a page that has one.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
# Anything else is taken for UTF-8, and has to be it: Python knows codecs that are no charsets.
_KNOWN_CHARSET = re.compile(
    r"iso-8859-\d{1,2}|(?:windows-|cp)\d{3,4}|koi8-[ru]|gb2312|gbk|gb18030|big5"
    r"|shift_jis|euc-(?:jp|kr)|us-ascii|latin-?1"
)
# What browsers take these names to mean.
_MEANT = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252",
    "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932",
    "euc-kr": "cp949",
}  # fmt: skip
# Elements of HTML, and of trafilatura's tree, whose text stands in lines of its own.
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "dd", "div", "dl", "dt",
    "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr",
    "item", "li", "list", "main", "ol", "p", "pre", "quote", "row", "section", "table", "tr", "ul",
})  # fmt: skip
_LINE_BREAKS = frozenset({"br", "lb"})
_ITEMS = frozenset({"item", "li"})
_CELLS = frozenset({"cell", "td", "th"})
_UNPRINTED = frozenset({"script", "style"})
# Between blocks while a page becomes text; `parse_page` leaves no such character in it.
_BLOCK_END = "\0"


def read_html(stream: BinaryIO, origin: str, given: Given) -> Iterator[Report | Refusal]:
    """Read one page; paragraphs are separated by a blank line, captions stay in their place.

    raises: UnreadableReport if the page is empty, too big, too deep, of unknown encoding, or
            has no article in it
    """
    raw = read_whole(stream, limit_bytes=MAX_PAGE_BYTES)
    tree = parse_page(_decode(raw, given.charset))
    with refuse_faults("no article can be found in it", what_to_do="save its text as .txt"):
        about, text = read_metadata(tree), _main_text(tree)
    yield make_report(text, about, raw_digest=digest_of(raw), reader="html", given=given)


def parse_page(page: str) -> "Element":
    """The page as a tree.

    raises: UnreadableReport if it is built to choke a parser, or holds nothing
    """
    from lxml import html as lxml_html  # type: ignore[import-untyped, unused-ignore]

    page = _NOT_IN_XML.sub("", page)
    for tag in _TAG.finditer(page):
        if len(_IN_QUOTES.sub("", tag.group()).split()) > _MAX_ATTRIBUTES:
            raise UnreadableReport("a tag has thousands of attributes; save the page anew")
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    with refuse_faults("no HTML page", what_to_do="fetch it again"):
        tree = lxml_html.document_fromstring(page.encode("utf-8"), parser=parser)
    _check_size(tree)
    if "&#" in page:
        _drop_controls(tree)
    return tree


def fragment_text(markup: str) -> str:
    """A piece of HTML as text, its blocks separated by a blank line.

    raises: UnreadableReport as `parse_page`
    """
    if "<" not in markup:
        return html.unescape(markup).strip()
    return "\n\n".join(_paragraphs_of(parse_page(f"<div>{markup}</div>")))


def _decode(raw: bytes, charset: str | None) -> str:
    """The page by its byte order mark, the header's charset, its own, or UTF-8."""
    declared = _CHARSET.search(raw[:4096])
    name = (charset or (declared[1].decode("ascii") if declared else "utf-8")).lower()
    if raw.startswith(_UTF16_MARKS):
        name = "utf-16"
    elif raw.startswith(UTF8_MARK) or not _KNOWN_CHARSET.fullmatch(name):
        return decode_utf8(raw)
    try:
        return raw.decode(_MEANT.get(name, name))
    except (UnicodeDecodeError, LookupError) as broken:
        why = f"says it is {name} and is not; save the page as UTF-8"
        raise UnreadableReport(why) from broken


def _check_size(tree: "Element") -> None:
    from lxml import etree

    depth = elements = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        if depth > _MAX_DEPTH:
            why = f"tags open inside each other more than {_MAX_DEPTH} deep; save its text as .txt"
            raise UnreadableReport(why)
    if elements > _MAX_ELEMENTS:
        why = f"has {elements:,} elements, the limit is {_MAX_ELEMENTS:,}; save its text as .txt"
        raise UnreadableReport(why)


def _drop_controls(tree: "Element") -> None:
    """Drop control characters that the page spells as character references."""
    for element in tree.iter():
        for part in ("text", "tail"):
            words = getattr(element, part)
            if words and _NOT_IN_XML.search(words):
                setattr(element, part, _NOT_IN_XML.sub("", words))


def _main_text(tree: "Element") -> str:
    from trafilatura import bare_extraction

    captions = _free_captions(tree)
    found = bare_extraction(tree, include_comments=False, include_tables=True)
    body = getattr(found, "body", None)
    if body is None:
        raise UnreadableReport("no article text found in the page; save its text as .txt")
    paragraphs = _paragraphs_of(body)
    lost = [caption for caption in captions if caption not in paragraphs]
    return "\n\n".join(lost + paragraphs)


def _free_captions(tree: "Element") -> list[str]:
    """Turn each figure with a caption into a paragraph of it, in place, so that it is kept.

    returns: captions of figures inside the article, in the page's order
    """
    from lxml import etree

    captions = []
    for figure in list(tree.iter("figure")):
        caption = figure.find(".//figcaption")
        words = _tidy("".join(caption.itertext())) if caption is not None else ""
        parent = figure.getparent()
        if not words or parent is None or next(figure.iterancestors("figure"), None) is not None:
            continue
        paragraph = etree.Element("p")
        paragraph.text, paragraph.tail = words, figure.tail
        parent.replace(figure, paragraph)
        around = {above.tag for above in paragraph.iterancestors()}
        if around & {"article", "main"} and not around & {"aside", "nav", "footer", "a"}:
            captions.append(words)
    return captions


def _paragraphs_of(tree: "Element") -> list[str]:
    """The text of a tree block by block, without those that hold nothing but our marks."""
    blocks = "".join(_pieces_of(tree)).split(_BLOCK_END)
    paragraphs = (_tidy(block) for block in blocks)
    return [words for words in paragraphs if words not in ("", "-", "|")]


def _pieces_of(tree: "Element") -> Iterator[str]:
    """A tree's text with marks for blocks, bullets and cells; the source's line ends are spaces."""
    from lxml import etree

    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag
        if tag in _BLOCKS:
            yield _BLOCK_END
        if event == "end":
            yield (element.tail or "").replace("\n", " ") if element is not tree else ""
            continue
        if tag in _LINE_BREAKS:
            yield "\n"
        elif tag in _ITEMS:
            yield "- "
        elif tag in _CELLS and element.getprevious() is not None:
            yield " | "
        if tag not in _UNPRINTED:
            yield (element.text or "").replace("\n", " ")


def _tidy(words: str) -> str:
    lines = (" ".join(line.split()) for line in words.split("\n"))
    return "\n".join(line for line in lines if line)
