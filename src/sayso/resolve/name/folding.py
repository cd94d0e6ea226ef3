"""Names in, the one form out under which all their spellings meet."""

import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart into a base letter and a mark.
_LETTERS = str.maketrans({
    "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h",
    "ŧ": "t", "ŋ": "n", "ı": "i", "ə": "e", "ǝ": "e", "ɓ": "b", "ɗ": "d", "ɣ": "g", "ƙ": "k",
})  # fmt: skip
_BLANKS = str.maketrans(
    dict.fromkeys("'\"`´′″ʹʺʻʼʽʾʿˈˊˋ‘’‚‛“”„‟«»‹›-‐‑‒–—―−_", " ")
)  # fmt: skip


@lru_cache(maxsize=20_000)  # a report asks for its few names again and again
def fold_name(text: str) -> str:
    """The name in lower case without accents; quotes and hyphens are blanks, blanks are single."""
    folded = text.casefold().translate(_BLANKS)
    if not folded.isascii():
        apart = unicodedata.normalize("NFKD", folded.translate(_LETTERS))
        # Mn: accents; Cf: soft hyphens, joiners and direction marks, which nobody sees.
        folded = "".join(c for c in apart if unicodedata.category(c) not in ("Mn", "Cf"))
    return " ".join(folded.split())


def fold_place(text: str) -> str:
    """The letters and digits of a folded name, without a leading "the"; may be empty.

    "Deir ez-Zor" and "Deir Ezzor", "Sana'a" and "Sanaa", "U.S." and "US" meet here.
    """
    return "".join(c for c in fold_name(text).removeprefix("the ") if c.isalnum())
