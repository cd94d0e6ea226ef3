"""How real the words make an event, by the parse alone; the trigger stands in brackets."""

import pytest

from sayso.annotate.event.modality import modality_of
from tests.annotate.marked_triggers import trigger_in


@pytest.mark.parametrize(
    ("marked", "modality"),
    [
        ("The envoy called for a [truce] in the valley.", "called_for"),
        ("Two elders demanded the [release] of the drivers.", "called_for"),
        ("The bishop called for an end to the [siege] of Dalan.", "called_for"),
        ("Residents demanded that the brigade [leave] the school.", "called_for"),
        ("The widows want the warders [tried].", "called_for"),
        ("The troops were ordered to [storm] the depot.", "called_for"),
        ("She urged both armies to halt their [shelling] and to withdraw.", "called_for"),
        ("She urged both armies to halt the shelling and to [withdraw].", "called_for"),
        ("The council called for plans to [withdraw] from the bridge.", "called_for"),
        ("More [marches] are planned for Friday.", "planned"),
        ("Monitors were sent to prevent [killings] in Dalan.", "planned"),
        ("Both sides agreed to [withdraw] from the bridge.", "planned"),
        ("The rebels would cross the river and [attack] the port, their chief said.", "planned"),
        ("The wounded are due to be [evacuated] on Sunday.", "planned"),
        ("Medics fear a [massacre] in Dalan.", "hypothetical"),
        ("Aid workers warned of an [attack] on the camp.", "hypothetical"),
        ("Medics fear that the rebels will [attack] the clinic.", "hypothetical"),
        ("Should the army [attack] the clinic, nobody will be left to treat them.", "hypothetical"),
        ("Will the army [attack] the port?", "hypothetical"),
        ("A verdict could set off [riots] in the port.", "hypothetical"),
        ("Guards foiled an [attack] on the mint.", "attempted"),
        ("An attempt to [storm] the mint was beaten off.", "attempted"),
        ("[Fighting] raged on in the old town.", "ongoing"),
        ("[Talks] are still under way in Dalan.", "ongoing"),
        ("Four drivers are being [held] by the brigade.", "ongoing"),
        ("Gunners have been [shelling] the port since dawn.", "ongoing"),
        ("Thirty miners remain [trapped] in the shaft.", "ongoing"),
        ("The brigade still [holds] the mill.", "ongoing"),
        ("Nine days into the [siege], bread ran out.", "ongoing"),
    ],
)
def test_what_governs_an_event_tells_how_real_it_is(marked, modality, nlp):
    assert modality_of(trigger_in(marked, nlp)) == modality


@pytest.mark.parametrize(
    "marked",
    [
        "The court will investigate the [massacre] in Dalan.",
        "The council may condemn the [raid].",
        "Villagers were forced to [flee] the valley.",
        "The rebels managed to [storm] the depot.",
        "The [raid] could derail the talks.",
        "The rebels are believed to have [attacked] the port.",
    ],
)
def test_what_is_done_about_an_event_leaves_it_as_it_was(marked, nlp):
    assert modality_of(trigger_in(marked, nlp)) == "happened"


def test_shots_fired_to_disperse_a_crowd_disperse_it(nlp):
    marked = "Police fired gas to [disperse] the crowd."
    assert modality_of(trigger_in(marked, nlp, "dispersal")) == "happened"


def test_deaths_to_come_are_only_feared(nlp):
    marked = "Many more will [die], a nurse said."
    assert modality_of(trigger_in(marked, nlp, "died")) == "hypothetical"


@pytest.mark.model
def test_what_somebody_came_to_prevent_is_no_news_that_it_did_not_come(annotated):
    text = "Monitors were sent to prevent the killing of villagers."
    (killed,) = (e for e in annotated(text).events if e.type == "killed")

    assert (killed.modality, killed.negated) == ("planned", True)
