"""Text as it is searched: without accents, case or doubled spaces."""

import re
import unicodedata

# Letters that Unicode does not decompose into a base letter and an accent.
_WHOLE_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"})
_NOT_PRINTED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def fold(text: str) -> str:
    """Fold accents and case away and collapse white space: "  Peñalosa" becomes "penalosa"."""
    lowered = text.casefold().translate(_WHOLE_LETTERS)
    decomposed = unicodedata.normalize("NFKD", lowered)
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(bare.split())


def clean(text: str) -> str:
    """Trim, compose (NFC) and drop control characters, which PostgreSQL or a page can't hold."""
    return unicodedata.normalize("NFC", _NOT_PRINTED.sub("", text)).strip()


def prefix_query(text: str) -> str:
    """Turn what someone typed into a tsquery in which every word may be a beginning.

    Returns an empty string when no letter or digit is left, which matches nothing.
    """
    words = re.findall(r"[^\W_]+", fold(text))[:8]
    return " & ".join(f"{word}:*" for word in words)
