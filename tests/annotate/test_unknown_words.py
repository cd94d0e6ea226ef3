"""In a whole report only words that a table has for a type tell its events."""

import pytest

pytestmark = pytest.mark.model

FILLING = "The council of Harb met in the old hall and spoke of the harvest for an hour. "


@pytest.fixture
def triggers_in(claims_in):
    """The words that tell the events of a text."""

    def find(text):
        found = claims_in(text, published_at="7 May 2031", outlet="Harbour Post")
        return {text[c.event.trigger.start : c.event.trigger.stop] for c in found}

    return find


RAIDS = "Rebels attacked Harb on Monday and killed nine soldiers. Shells hit the market. "
UNKNOWN = "Soldiers in Harb now operate under the banner of the rebels."


def test_a_word_that_no_table_has_tells_nothing_in_a_whole_report(triggers_in):
    told = triggers_in(RAIDS * 4 + FILLING * 15 + UNKNOWN)
    assert {"attacked", "killed"} <= told
    assert "operate" not in told


def test_words_of_the_tables_tell_their_events_however_long_the_report(triggers_in):
    end = "Gunmen ambushed a patrol near Karez, and shellfire wounded two nurses."
    assert {"ambushed", "wounded"} <= triggers_in(RAIDS * 4 + FILLING * 15 + end)
