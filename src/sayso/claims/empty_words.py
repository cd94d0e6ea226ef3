"""An attribution in, whether it makes nobody say anything: then no claim is made of it alone.

'He made no statement', 'asked not to be named', 'neither side has published its losses', and, of
'lost more than it first said', the one word that is left over.
"""

import re

from sayso.types import Attribution

_NO_WORD = re.compile(
    r"(?:no|any|not an?)\s(?:\w+\s){0,2}"
    r"(?:statements?|comments?|words?|repl(?:y|ies)|answers?|response|remarks?|details?|explanation)\b"
    r"(?!\s(?:\w+\s)?(?:is|are|was|were|has|have|had|would|will|came|could)\b)",
    re.IGNORECASE,
)
_UNNAMED = re.compile(r"(?:not\s)?to\sbe\s(?:\w+\s)?(?:named|identified|quoted)\b", re.IGNORECASE)
_NEITHER = re.compile(r"(?:neither|none)\b", re.IGNORECASE)
_LITTLE = re.compile(
    r"(?:the|an?|this|that|them|him|her|us|you|these|those|such|more|less|it|so|much|many|first|also|to|of|be|been|had|was|were)\W*",
    re.IGNORECASE,
)
_MERE_WORDS = re.compile(  # "corrected an earlier statement", "repeated its claim"
    r"(?:an?|the|that|this|its|his|her|their|these|those)\s(?:(?:earlier|previous|first|last|latest|initial|original)\s)?"
    r"(?:statement|report|claim|account|story|remark|comment|list|figure|number|question|letter|version|denial)s?",
    re.IGNORECASE,
)
_SEEKING = re.compile(  # "they were looking for sugar"
    r"(?:\w+\s){0,3}(?:look|looked|looking|search|searched|searching|hunt|hunting|wait|waited|waiting)\sfor",
    re.IGNORECASE,
)
_UNANSWERED = re.compile(r"\bnot (?:\w+ )?(?:answer|reply|respond|comment)\b", re.IGNORECASE)
_PUBLISHING = re.compile(r"(?:publish|release|issue|give|disclose|report)", re.IGNORECASE)


_BROKEN_OFF = re.compile(
    r"(?:^|\s)(?:as|from|at|in|of|the|an?|to|and|or|with|by|for|that|on|into|about|which|who|their|its|his|her|is|was|were|has|had)$",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w[\w'’.-]*")
_CLAUSE = re.compile(
    r"(?:who|what|why|where|when|how|he|she|it|they|we|i|you|there)\s\w", re.IGNORECASE
)
_SHORT = frozenset(
    "denies accuses admits doubts unclear no_knowledge declines retracts calls_for promises hopes".split()
)


def says_nothing(said: Attribution, text: str) -> bool:
    """Whether there are no words of anybody's in it."""
    words = " ".join(span.of(text) for span in said.content).strip(" ,.;:\"'“”")
    if _NO_WORD.match(words) or _UNNAMED.match(words) or _LITTLE.fullmatch(words):
        return True
    if said.manner == "indirect" and _is_scrap(words, said):
        return True
    if words.lower().endswith(" than"):  # "lost more than it first said": no words of its
        return True
    if _SEEKING.fullmatch(said.cue.of(text)):
        return True
    if said.stance in {"asserts", "hopes"} and _MERE_WORDS.fullmatch(words):
        return True
    if said.stance == "asserts" and _UNANSWERED.search(said.cue.of(text)):
        return True
    if said.source is None:
        return _is_left_over(said, text, words)
    return bool(_NEITHER.match(said.source.words) and _PUBLISHING.search(said.cue.of(text)))


def _is_scrap(words: str, said: Attribution) -> bool:
    """'Their', 'like something', 'the Syrian', 'itself as': no one's words, and cut off at that.

    'Denied responsibility' and 'called for calm' are whole.
    """
    if _BROKEN_OFF.search(words):
        return True
    is_whole = said.stance in _SHORT or _CLAUSE.match(words) is not None
    return len(_WORD.findall(words)) < 3 and not is_whole and not any(q in words for q in '"“”')


def _is_left_over(said: Attribution, text: str, words: str) -> bool:
    """'There was no word from the south.', and one word of the next paragraph."""
    between = text[said.cue.stop : said.content[0].start]
    return " " not in words and "\n" in between
