"""What the encoder doubts itself counts only where its cue is a word of saying."""

import pytest

from sayso.annotate.parses import parse
from sayso.annotate.saying.cues import load_cues
from sayso.annotate.saying.sayings import Saying
from sayso.annotate.saying.sureness import SURE, drop_unsure
from sayso.types import Span

pytestmark = pytest.mark.model


def kept(nlp, text, source, cue, content, share, *, cites=False):
    def span(words):
        return Span(text.index(words), text.index(words) + len(words))

    who = span(source) if source else None
    saying = Saying(who, span(cue), (span(content),), share=share, cites=cites)
    return list(drop_unsure(parse(text, (), nlp), [saying], load_cues())) == [saying]


DEEDS = [
    ("The rebels exploited the truce near Harb.", "The rebels", "exploited", "the truce near Harb"),
    ("Karez brokered a deal over two villages.", "Karez", "brokered", "a deal over two villages"),
    ("The accord excludes the northern groups.", "The accord", "excludes", "the northern groups"),
]
SAYINGS = [
    ("The mayor condemned the raid.", "The mayor", "condemned", "the raid"),
    ("The clan's claim of a raid fell flat.", "The clan", "claim", "a raid"),
    ("Local reports of sleeper cells abound.", "Local reports", "of", "sleeper cells"),
    ("Their fate is unknown.", None, "is unknown", "Their fate"),
    ("Militia: we hold the mill.", "Militia", ":", "we hold the mill"),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), DEEDS)
def test_what_the_encoder_doubts_is_no_saying_where_its_cue_is_a_deed(
    text, source, cue, content, nlp
):
    assert not kept(nlp, text, source, cue, content, SURE - 0.1)
    assert kept(nlp, text, source, cue, content, SURE + 0.1)


@pytest.mark.parametrize(("text", "source", "cue", "content"), SAYINGS)
def test_a_known_word_of_saying_counts_however_much_the_encoder_doubts_it(
    text, source, cue, content, nlp
):
    assert kept(nlp, text, source, cue, content, SURE - 0.3)


def test_who_is_cited_counts_though_nothing_is_known_of_how_sure_the_encoder_was(nlp):
    text = "The bridge fell, the Post wrote, after a guard."
    assert kept(nlp, text, "a guard", "after", "The bridge fell", 0.0, cites=True)


def test_every_saying_has_a_share(encoder):
    from sayso.annotate.saying.sayings import find_sayings

    text = "The mayor said the bridge was down. Villagers fear a raid."
    found = find_sayings(text, encoder.read(text), encoder)
    assert found and all(0 < s.share <= 1 for s in found)
    assert found[0].share > 0.9
