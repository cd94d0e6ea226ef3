"""Who says it, where a semicolon or a paper stands between."""

import pytest

pytestmark = pytest.mark.model


def told(annotated, text):
    """(source, cue, content, the cue it stands inside) of each attribution."""
    found = annotated(text).attributions
    return [
        (
            " ".join(s.of(text) for s in a.source_words),
            a.cue.of(text),
            " … ".join(s.of(text) for s in a.content),
            found[a.inside].cue.of(text) if a.inside is not None else None,
        )
        for a in found
    ]


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        (
            "The militia blamed the army for the fire, saying soldiers had thrown torches;"
            " the army blamed the wind.",
            "saying", "The militia",
        ),
        (
            "The mayor condemned the strike, adding that a school had been hit;"
            " the ministry declined to comment.",
            "adding", "The mayor",
        ),
        (
            "Relatives held a vigil, saying the dead were farmers; officials called them rebels.",
            "saying", "Relatives",
        ),
        (
            "The court jailed Odas for nine years after finding that he had sold the codes.",
            "finding", "The court",
        ),
        (
            "State television aired a statement by the junta saying that the president had resigned.",
            "saying", "the junta",
        ),
        (
            "The envoy shared a post by a blogger claiming that the guards had fled;"
            " his office later deleted it.",
            "claiming", "a blogger",
        ),
        (
            "The court jailed Odas, saying that he had sold the codes; his lawyer called it a farce.",
            "saying", "The court",
        ),
    ],
)  # fmt: skip
def test_the_speaker_is_of_the_same_part_of_the_sentence(text, cue, source, annotated):
    assert [who for who, by, _, _ in told(annotated, text) if by == cue] == [source]


def test_who_admits_it_before_he_is_jailed_is_he_who_admits_it(annotated):
    text = "Odas was jailed for nine years after admitting that he had sold the codes."

    assert [who for who, cue, _, _ in told(annotated, text) if cue == "admitting"] == ["Odas"]


def test_what_is_denied_behind_a_semicolon_is_not_what_stands_before_it(annotated):
    text = (
        "Shoppers said they saw a shell burst over the market; the army, in a statement carried by"
        " Norsa, denied owning such shells."
    )
    found = {cue: (who, content, around) for who, cue, content, around in told(annotated, text)}

    assert found["denied"] == ("the army", "owning such shells", "carried by")
    assert found["said"][2] is None


def test_an_outlet_carries_both_things_that_a_statement_says(annotated):
    text = (
        "In a statement carried by the site Tarig, the council called for talks and said the army"
        " had broken the truce."
    )
    found = {cue: around for _, cue, _, around in told(annotated, text)}

    assert found["called for"] == found["said"] == "carried by"


@pytest.mark.parametrize(
    ("text", "whom", "outer"),
    [
        ("The radio said the pass was closed. It had this from a shepherd.", "a shepherd", "said"),
        ("The paper said the pass was closed; it had the story from a deserter.", "a deserter", "said"),
        ("The Post, which cites the diary of a guard, reports that two men starved.",
         "the diary of a guard", "reports"),
        ("The Banner, which quotes two officials, says the minister has resigned.",
         "two officials", "says"),
        ("The report, which relied on the word of two drivers, says the road is mined.",
         "two drivers", "says"),
        ("She said the committee had told her, on the word of a policeman, that the gate would open.",
         "a policeman", "had told"),
        ("The agency said the envoy was dead, quoting a clerk to whom a guard had told the story.",
         "a guard", "quoting"),
    ],
)  # fmt: skip
def test_whom_somebody_has_it_from_is_inside_what_he_says(text, whom, outer, annotated):
    assert [around for who, _, _, around in told(annotated, text) if who == whom] == [outer]


def test_a_paper_that_quotes_somebody_is_named(annotated):
    text = "The lieutenant is quoted in a police report as saying that his orders came from the capital."
    found = {cue: who for who, cue, _, _ in told(annotated, text)}

    assert found["saying"] == "The lieutenant"
    assert "a police report" in found.values()
