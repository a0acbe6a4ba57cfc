"""Which language somebody reads."""

import pytest

from backend.core.languages import language_of


@pytest.mark.parametrize(
    ("setting", "header", "language"),
    [
        ("", "", "en"),
        ("", "es", "es"),
        ("", "es-MX,es;q=0.9,en;q=0.8", "es"),
        ("", "fr-CA, es", "es"),
        ("", "es-MX,en", "es"),
        ("", "en,es", "en"),
        ("", "fr-CA,fr;q=0.9,es;q=0.7,en;q=0.6", "es"),
        ("", "en-US,en;q=0.9,es;q=0.8", "en"),
        ("", "en;q=0.2, es;q=0.3", "es"),
        ("", "de", "en"),
        ("", "*", "en"),
        ("", "es;q=0, en;q=0.1", "en"),
        ("", "es;q=nonsense", "en"),
        ("", "ES_mx;;,,q=1", "en"),
        ("en", "es", "en"),
        ("es", "en", "es"),
        ("tlh", "es", "es"),
    ],
)
def test_ones_own_language_else_what_the_browser_likes_best(setting, header, language):
    assert language_of(setting, header) == language
