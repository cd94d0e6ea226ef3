"""One number that several fates share."""

import pytest

from sayso.annotate.number.joined_fates import join_fates

pytestmark = pytest.mark.model


@pytest.fixture
def tolls(annotated):
    """(type, words, categories) of each count of a text."""
    return lambda text: [
        (e.type, c.words, c.categories) for e in annotated(text).events for c in e.counts
    ]


BOTH = ("killed", "injured")


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "Forty rebel officers were killed, wounded or captured, the ministry said.",
            [("killed", "Forty rebel officers", ("killed", "injured", "captured"))],
        ),
        (
            "Gunmen killed and wounded dozens of people in Karez on Monday.",
            [("killed", "dozens of people", BOTH)],
        ),
        (
            "At least 60 people were killed and injured when shells hit Karez.",
            [("killed", "At least 60 people", BOTH)],
        ),
    ],
)
def test_a_number_of_several_fates_is_one_count_of_either(text, want, tolls):
    assert tolls(text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "Gunmen killed 12 people and wounded 30 in Karez on Monday.",
            [("killed", "12 people", ("killed",)), ("injured", "30", ("injured",))],
        ),
        (
            "Three men were captured and killed in Karez on Monday.",
            [("captured", "Three men", ("captured",))],
        ),
        (
            "The raid left 12 dead and wounded others in Karez.",
            [("killed", "12", ("killed",))],
        ),
    ],
)
def test_numbers_of_their_own_and_one_fate_after_another_are_not_joined(text, want, tolls):
    assert tolls(text) == want


def test_what_an_army_lost_by_the_thousand_is_its_dead_and_wounded(annotated):
    text = "The Northern Army met the rebels on 7 May and lost about 10,000 men."
    (event,) = (e for e in annotated(text).events if e.counts)

    assert event.counts[0].categories == BOTH
    assert ("group", "The Northern Army") in {(r.name, r.filler.words) for r in event.roles}


def test_a_few_men_lost_are_dead(tolls):
    assert tolls("The battalion has lost 14 soldiers at Karez.") == [
        ("killed", "14 soldiers", ("killed",))
    ]


def test_whose_losses_they_were_goes_with_the_number(annotated):
    text = "Solvian losses came close to 400 killed and wounded, a clerk said."
    (event,) = (e for e in annotated(text).events if e.type == "killed")

    assert [c.categories for c in event.counts] == [BOTH]
    assert [r.filler.words for r in event.roles if r.name == "group"] == ["Solvian"]


@pytest.mark.parametrize(
    "text",
    [
        "The firm lost 3,000 workers to the epidemic.",
        "The party lost 1,000 members.",
        "Tolvesh lost 2,000 people in ten years.",
        "The army lost 2,000 people in ten years.",
        "The firm lost 3,000 men to the epidemic.",
    ],
)
def test_only_the_men_that_a_force_lost_are_its_dead_and_wounded(text, tolls):
    assert all(categories != BOTH for _, _, categories in tolls(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The rebels lost 2,000 fighters at Karez.", "2,000 fighters"),
        ("The Russians lost 2,000 men at Karez.", "2,000 men"),
    ],
)
def test_the_fighters_and_men_that_a_side_lost_are_its_dead_and_wounded(text, words, tolls):
    assert tolls(text) == [("killed", words, BOTH)]


def test_a_long_run_of_fates_is_read_no_further_than_its_first_twenty(nlp, annotated, monkeypatch):
    text = "Forty men were " + "killed, wounded or " * 60 + "captured."
    doc, events, seen = nlp(text), annotated(text).events, []
    kept = "sayso.annotate.number.joined_fates.share_sentence"
    monkeypatch.setattr(kept, lambda later, word: seen.append(later) or True)
    join_fates(doc, events)

    assert 0 < len(seen) <= 20 * sum(bool(e.counts) for e in events)


@pytest.mark.parametrize(
    "text",
    [
        "The militia lost its leader, Besim Rao, in the fighting.",
        "The militia is reported to have lost Colonel Besim Rao, its commander.",
        "The militia is also said to have lost some senior men including Besim Rao, the chief of its council.",
    ],
)
def test_who_lost_its_men_is_whose_they_were_and_did_not_kill_them(text, annotated):
    killed = [e for e in annotated(text).events if e.type == "killed"]

    assert killed
    for event in killed:
        assert [r.filler.words for r in event.roles if r.name == "group"] == ["The militia"]
        assert not [r for r in event.roles if r.name == "actor"]
