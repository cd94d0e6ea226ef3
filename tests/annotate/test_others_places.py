"""A place that is named for who did it, or for a comparison, is not where it befell anybody."""

import pytest

pytestmark = pytest.mark.model


@pytest.fixture
def place_of(claims_in):
    """The place of the last event of a type in a text."""

    def find(text, type_):
        found = claims_in(text, published_at="7 May 2031", outlet="Harbour Post")
        placed = [c.place.name for c in found if c.event.type == type_ and c.place is not None]
        return placed[-1] if placed else None

    return find


@pytest.mark.parametrize(
    ("text", "type_", "place"),
    [
        (
            "Gunmen who were positioned in Dalan fired rockets at villages on Monday, killing nine. Talks in"
            " Karez go on.",
            "killed",
            None,
        ),
        ("Gunmen based in Dalan shelled the town of Karez on Monday.", "shelling", "Karez"),
        ("The army shelled militants positioned in Dalan, killing ten.", "killed", "Dalan"),
        ("Like Dalan, Karez was shelled for months.", "shelling", "Karez"),
        ("More people were killed in Karez on Monday than in Dalan.", "killed", "Karez"),
        ("A lorry driver from Dalan was killed in Karez.", "killed", "Karez"),
        ("The envoy condemned the shelling of Dalan.", "condemnation", None),
        ("The envoy condemned the shelling of Dalan.", "shelling", "Dalan"),
        ("The council imposed sanctions on Dalan.", "sanction", None),
        ("Most of them fled to Dalan.", "fled", None),
        ("The US pullout from the valley was announced on Monday.", "withdrawal", None),
        ("In towns like Dalan dozens were killed on Monday.", "killed", "Dalan"),
    ],
)
def test_it_happened_where_it_befell_them(text, type_, place, place_of):
    assert place_of(text, type_) == place


@pytest.mark.parametrize("name", ["al-Fouaa", "al-Midan"])
def test_a_name_with_a_small_article_bound_to_it_is_a_place(name, claims_in):
    text = f"Rebels shelled the town of {name} on Monday, killing nine. Talks in Karez go on."
    found = claims_in(text, published_at="7 May 2031", outlet="Harbour Post")
    assert {c.place.words for c in found if c.event.type == "killed"} == {name}
