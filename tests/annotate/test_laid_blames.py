"""Who did it is claimed by whoever says so: the deed is the outlet's, and the blame is not."""

import pytest

BLAST = "Five people were wounded in a bombing in Harb on Sunday. "
SHELLS = "Shells hit a school in Harb on Sunday. "


@pytest.fixture
def laid(claims_in):
    """Of each claim of harm: who makes it (None: the outlet), the type, the word and who did it."""

    def find(text):
        return [
            (c.chain[-1].label if c.chain else None, c.event.type, c.event.trigger.of(text), _actors(c))
            for c in claims_in(text)
            if c.event.type not in {"said", "occupation", "negotiation"}
        ]  # fmt: skip

    return find


def _actors(claim):
    return [r.filler.words for r in claim.event.roles if r.name == "actor"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "whose", "type_", "word", "actor"),
    [
        ("Mira Tal, a nurse, was killed on Monday in a drone attack which the council alleged was carried out by the"
         " southern army.", "the council", "drone_strike", "carried", "the southern army"),
        ("Omar Rell, a painter and the treasurer of the union was also killed, in a mortar attack which the rebels"
         " alleged was carried out by the northern army.", "the rebels", "shelling", "carried", "the northern army"),
        ("Mira Tal, a clerk at the mill, was also shot, in an ambush that elders claimed was laid by deserters.",
         "elders", "armed_clash", "laid", "deserters"),
        ("Mira Tal died on Friday in a mortar attack that the council claimed was launched by the rebels.",
         "the council", "shelling", "launched", "the rebels"),
        ("Two guards were shot dead on Tuesday in an ambush which police said was staged by the Red Front.",
         "police", "armed_clash", "staged", "the Red Front"),
        ("A strike on a clinic, which the rebels say was carried out by the army, killed nine.",
         "the rebels", "air_strike", "carried", "the army"),
        ("The shelling of Oskel, which officials allege was ordered by General Tolan, left six dead.",
         "officials", "shelling", "ordered", "General Tolan"),
        ("The strike on the market, which the rebels say the army carried out, killed nine.",
         "the rebels", "air_strike", "carried", "the army"),
        ("A strike on a clinic killed nine. The council said the north had carried it out.",
         "The council", "air_strike", "carried", "the north"),
        ("Nine people were killed, which the ministry alleged was the work of the rebels.",
         "the ministry", "killed", "work", "the rebels"),
        (BLAST + "The mayor said the Red Front was behind it.", "The mayor", "bombing", "behind", "the Red Front"),
        (BLAST + "The mayor accused the Red Front of being behind it.",
         "The mayor", "bombing", "behind", "the Red Front"),
        (BLAST + "The mayor blamed the Red Front.", "The mayor", "bombing", "blamed", "the Red Front"),
        (BLAST + "The mayor pointed the finger at the Red Front.",
         "The mayor", "bombing", "pointed", "the Red Front"),
        (BLAST + "The mayor laid the blame on the Red Front.", "The mayor", "bombing", "blame", "the Red Front"),
        (BLAST + "The mayor held the Red Front responsible.",
         "The mayor", "bombing", "responsible", "the Red Front"),
        ("Five people were wounded in a bombing that the mayor blamed on the Red Front.",
         "the mayor", "bombing", "blamed", "the Red Front"),
        ("Five people were wounded in a bombing attributed by the mayor to the Red Front.",
         "the mayor", "bombing", "attributed", "the Red Front"),
        (SHELLS + "It was not clear who had fired, but the council blamed the north.",
         "the council", "shelling", "blamed", "the north"),
    ],
)  # fmt: skip
def test_a_blame_is_a_claim_of_its_own_beside_the_outlets_deed(
    text, whose, type_, word, actor, laid
):
    found = laid(text)
    assert (whose, type_, word, [actor]) in found
    own = [actors for who, _, _, actors in found if who is None]
    assert own and not any(own)


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Five people were wounded in a bombing blamed on the Red Front.",
        "Five people were wounded in a bombing attributed to the Red Front.",
        BLAST + "Suspicion fell on the Red Front.",
    ],
)
def test_where_nobody_is_named_who_lays_it_the_outlet_holds_back(text, claims_in):
    found = [c for c in claims_in(text) if _actors(c)]
    assert [_actors(c) for c in found] == [["the Red Front"]]
    assert all(c.hedged for c in found)


@pytest.mark.model
def test_a_blame_names_the_place_and_the_day_but_counts_nobody(claims_in):
    text = "A bomb killed nine people in a market in Harb on Sunday. Police blamed the Red Front."
    (blame,) = (c for c in claims_in(text) if c.chain and _actors(c))

    assert (blame.event.type, blame.event.counts) == ("bombing", ())
    assert blame.place is not None and blame.place.words == "Harb"
    assert blame.when is not None


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The army launched a strike that the rebels say killed nine.",
        "A strike that the rebels say killed nine was carried out by the army.",
        "The raid, which the ministry said lasted an hour, was carried out by the army.",
    ],
)
def test_what_the_outlet_says_was_done_by_the_army_stays_so(text, annotated):
    actors = {r.filler.words.lower() for e in annotated(text).events for r in e.roles}
    assert "the army" in actors and not {"the rebels", "the ministry"} & actors


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The minister blamed the Red Front for the collapse of the talks.",
        "The bakery stands behind the school. The mayor said the council was behind the plan.",
        SHELLS + "The mayor blamed the drought for the price of bread.",
        SHELLS + "The mayor blamed nobody.",
        SHELLS + "The mayor did not blame the army.",
        SHELLS + "The mayor pointed to the figures for March.",
    ],
)
def test_other_blame_makes_nobody_the_doer_of_a_blow(text, laid):
    assert not any(actors for _, _, _, actors in laid(text))


@pytest.mark.model
def test_a_teacher_of_whom_police_speak_says_nothing(annotated):
    text = "A teacher, who police said was a member of the Red Front, was shot dead by soldiers."
    (said,) = annotated(text).attributions

    assert said.source.words == "police"
    assert [s.of(text) for s in said.content] == ["was a member of the Red Front"]
