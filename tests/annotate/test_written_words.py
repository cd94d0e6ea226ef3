"""What headlines credit behind a dash, and what leaflets, banners and signs read."""

import pytest

pytestmark = pytest.mark.model


def said(annotated, text):
    """Source -> what it says, of each attribution."""
    return {
        text[a.source_words[0].start : a.source_words[-1].stop] if a.source_words else None: (
            a.cue.of(text),
            " / ".join(c.of(text) for c in a.content),
        )
        for a in annotated(text).attributions
    }


@pytest.mark.parametrize(
    ("text", "source", "cue", "words"),
    [
        ("“Leave now”, read leaflets dropped over Selm.", "leaflets", "read", "“Leave now”"),
        ("“No more war”, said a sign at the gate.", "a sign at the gate", "said", "“No more war”"),
        (
            '"Deserters will be shot", warned posters in the market.',
            "posters in the market", "warned", '"Deserters will be shot"',
        ),
        (
            "“Go home”, read banners held by women in Oskel, Karpress reported.",
            "banners held by women in Oskel", "read", "“Go home”",
        ),
    ],
)  # fmt: skip
def test_what_is_written_on_it_is_said_by_the_paper(text, source, cue, words, annotated):
    found = {
        k: v for k, v in said(annotated, text).items() if k is not None and k.startswith(source)
    }
    assert list(found.values()) == [(cue, words)]


def test_who_reads_papers_is_none_of_them(annotated):
    text = "He read the letter “aloud”, read notes and slept."
    assert "notes" not in said(annotated, text)


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_who_stands_behind_the_dash_of_a_headline_says_it(dash, annotated):
    text = f"Rebels seize Oskel {dash} army\n\nThe fighters entered the town on Monday."
    assert said(annotated, text)["army"] == (dash, "Rebels seize Oskel")


def test_a_line_alone_without_a_stop_is_a_headline(annotated):
    text = "Rebels seize Oskel - army"
    found = annotated(text)
    assert said(annotated, text)["army"] == ("-", "Rebels seize Oskel")
    assert found.attributions[0].source.words == "army"


def test_who_speaks_behind_the_dash_speaks_for_himself(annotated):
    text = "Medic: 12 hurt in Selm - army blames rebels\n\nA strike hit the town."
    found = said(annotated, text)
    assert found["Medic"] == (":", "12 hurt in Selm")
    assert found["army"][0] == "blames"
    assert all(a.inside is None for a in annotated(text).attributions)


@pytest.mark.parametrize(
    "text",
    [
        "Strike kills 12 in Selm - live updates\n\nA strike hit the town.",
        "Truce holds in Selm - but for how long?\n\nThe truce held.",
        "Selm strike - in pictures\n\nThe strike hit a mill.",
        "Karvia - Dalan border reopens\n\nThe border was opened.",
    ],
)
def test_not_all_behind_a_dash_speaks(text, annotated):
    assert not annotated(text).attributions
