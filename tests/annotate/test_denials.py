"""What the clause of an event says was not so, or is so no longer; the trigger stands in brackets."""

import pytest

from sayso.annotate.event.denials import is_denied
from tests.annotate.marked_triggers import trigger_in


@pytest.mark.parametrize(
    ("marked", "type_"),
    [
        ("The council called for an end to the [siege] of Dalan.", "siege"),
        ("The army lifted the [blockade] of the port.", "siege"),
        ("The [riot] ended at dawn.", "riot"),
        ("The [swap] was called off.", "exchanged"),
        ("Mortar crews broke the [truce] within an hour.", "ceasefire"),
        ("The town fell without a [fight].", "armed_clash"),
        ("Guards kept the families from [burying] their dead.", "buried"),
        ("An attempt to [storm] the mint failed.", "armed_clash"),
        ("The column tried in vain to [reach] the fort.", "advance"),
        ("The rebels have yet to [withdraw].", "withdrawal"),
        ("The army did not shell the town or [burn] its mills.", "property_damage"),
        ("The colonel was unable to [retake] the bridge.", "territory_control"),
    ],
)
def test_what_ended_failed_or_was_never_done_is_denied(marked, type_, nlp):
    assert is_denied(trigger_in(marked, nlp, type_))


@pytest.mark.parametrize(
    ("marked", "type_"),
    [
        ("Two of the nurses have not been [found].", "missing"),
        ("Three of the infants did not [survive].", "died"),
        ("No one was killed in the [shelling].", "shelling"),
        ("The [riot] did not end until dawn.", "riot"),
        ("The [raid] did not kill anyone.", "armed_clash"),
        ("Two [bombs] were dropped on the mill.", "bombing"),
        ("No one claimed the [raid].", "armed_clash"),
        ("The [truce] did not collapse.", "ceasefire"),
        ("The army did not [break] the truce.", "ceasefire"),
        ("The army attacked the port but did not stay, and [burned] its mills.", "property_damage"),
        ("The rebels [killed] not only soldiers but villagers.", "killed"),
        ("They did not just [shell] the town, they burned it.", "shelling"),
        ("Not only soldiers but villagers were [killed] in Karez.", "killed"),
    ],
)
def test_a_not_beside_the_event_leaves_it_told(marked, type_, nlp):
    assert not is_denied(trigger_in(marked, nlp, type_))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The army said the rebels, not its troops, shelled the hospital.", "the rebels"),
        ("Rebels, not soldiers, shelled the hospital.", "Rebels"),
        ("The militia and not the army shelled the hospital.", "The militia"),
    ],
)
def test_who_did_it_and_not_another_did_it(text, who, annotated):
    (event,) = annotated(text).events

    assert not event.negated
    assert [r.filler.words for r in event.roles if r.name == "actor"] == [who]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The army did not shell the hospital.",
        "Not a single gun shelled the hospital.",
        "The hospital was hit, not shelled.",
    ],
)
def test_what_was_not_done_is_denied(text, annotated):
    assert [e.negated for e in annotated(text).events if e.type == "shelling"] == [True]
