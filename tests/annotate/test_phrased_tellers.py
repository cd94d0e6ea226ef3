"""Who tells it, where a phrase, an aside or a clause beside names him."""

import pytest

pytestmark = pytest.mark.model


def chains(annotated, text, word):
    """The sources, outermost first, of each innermost attribution that holds the word."""
    found = annotated(text).attributions
    at = text.index(word)
    holding = [i for i, a in enumerate(found) if any(s.start <= at < s.stop for s in a.content)]
    outer = {found[i].inside for i in holding}
    told = []
    for index in (i for i in holding if i not in outer):
        steps, here = [], index
        while here is not None:
            steps.append(" ".join(s.of(text) for s in found[here].source_words))
            here = found[here].inside
        told.append(steps[::-1])
    return told


@pytest.mark.parametrize(
    ("text", "word", "chain"),
    [
        ("By the colonel's account, the minister replied that the men could wait.",
         "could wait", ["the colonel", "the minister"]),
        ("In the army's version, the rebels said they would leave.",
         "would leave", ["the army", "the rebels"]),
        ("The agency cited a doctor at the hospital, who spoke on condition of anonymity, as saying"
         " nine people had died.", "nine", ["The agency", "a doctor at the hospital, who spoke on"
         " condition of anonymity"]),
        ("Forty people are trapped in the mine, an engineer said, repeating what a survivor had told him.",
         "trapped", ["an engineer", "a survivor"]),
        ("A blogger relayed what a medic had written to him: that the general had told his men to burn"
         " the flags.", "burn", ["A blogger", "a medic", "the general"]),
        ("The commander, so his driver told a reporter, said that the convoy had turned back.",
         "turned", ["his driver", "The commander"]),
        ("The prisoner, his lawyer said, would not name the guards and said only that one of them was"
         " drunk.", "drunk", ["his lawyer", "The prisoner"]),
        ("The monitors, basing their account on interviews with nurses, said the army had shelled a clinic.",
         "clinic", ["The monitors", "nurses"]),
        ("The foreign minister said he had spoken to his counterpart, who told him that the ship was safe.",
         "safe", ["The foreign minister", "his counterpart"]),
        ("The claim that the airstrip was mined came from a pilot.", "was mined", ["a pilot"]),
        ("The ambassador cited testimony from two defectors who said the arms were shipped at night.",
         "shipped", ["The ambassador", "two defectors"]),
        ("A woman who fled Dravik said neighbours who stayed behind told her by phone that soldiers were"
         " looting houses.", "looting", ["A woman who fled Dravik", "neighbours who stayed behind"]),
        ("Reports that the mayor had fled came from two shepherds.", "fled", ["two shepherds"]),
    ],
)  # fmt: skip
def test_who_is_named_beside_is_a_teller(text, word, chain, annotated):
    assert chains(annotated, text, word) == [chain]


@pytest.mark.parametrize(
    ("text", "word", "chain"),
    [
        ("Witnesses said they saw the mayor, who was arrested on Friday.", "saw", ["Witnesses"]),
        ("The claim that the airstrip was mined came from nowhere.", "was mined", [""]),
    ],
)  # fmt: skip
def test_what_only_looks_so_adds_no_teller(text, word, chain, annotated):
    assert chains(annotated, text, word) == [chain]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A statement by the army said nine men had died.", "A statement by the army"),
        ("A post on social media by the mayor said the bridge was gone.",
         "A post on social media by the mayor"),
        ("A letter from the prisoners said nine men had died.", "A letter from the prisoners"),
        ("A guard from the prison said nine men had died.", "A guard"),
    ],
)  # fmt: skip
def test_a_paper_is_called_with_whoever_wrote_it(text, words, annotated):
    (said,) = annotated(text).attributions

    assert said.source is not None and said.source.words == words
