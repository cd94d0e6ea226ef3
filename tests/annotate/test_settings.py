"""One event, a sum over a period, or none in particular; the trigger stands in brackets."""

import pytest

from sayso.annotate.event.settings import scope_of
from tests.annotate.marked_triggers import trigger_in


@pytest.mark.parametrize(
    ("marked", "type_", "scope"),
    [
        ("Nineteen herders have been [killed] since the dam broke.", "killed", "aggregate"),
        ("Ninety pickers have [died] since Easter.", "died", "aggregate"),
        ("Nine mills were [bombed] since the strikes began.", "bombing", "aggregate"),
        ("The war has [killed] 9,000 herders.", "killed", "aggregate"),
        ("The conflict, in which 9,000 have [died], goes on.", "died", "aggregate"),
        ("Some 900 herders were [killed] in the war.", "killed", "aggregate"),
        ("Besim Rao, a herder, was [killed] in the war.", "killed", "total"),
        ("Two herders [died] in the revolt on Monday.", "died", "total"),
        ("Nine people have been [killed] in three raids this week.", "killed", "aggregate"),
        ("Two raids have [killed] nine herders in four days.", "killed", "aggregate"),
        ("Nine herders were [killed] in two strikes on a mill on Monday.", "killed", "total"),
        ("Nine herders were [hurt] by two mines this week.", "injured", "total"),
        ("He left in the conflict that has [killed] 9,000 herders.", "killed", "aggregate"),
        ("Nine mills were [bombed] since Norlands conflict broke out.", "bombing", "aggregate"),
        ("The clinic counts nine [deaths] a day.", "died", "aggregate"),
        ("The mint was [raided] twice last week.", "armed_clash", "aggregate"),
        ("The garrison beat off seven [assaults].", "armed_clash", "aggregate"),
        ("Daily [raids] have emptied the mills.", "armed_clash", "aggregate"),
        ("Three nights of [raids] have emptied the mills.", "air_strike", "aggregate"),
        ("Any boat that crosses the line will be [sunk].", "property_damage", "generic"),
        ("Those who [shell] clinics will be tried.", "shelling", "generic"),
        ("We do not [shell] clinics.", "shelling", "generic"),
        ("Our gunners never [shelled] a clinic.", "shelling", "generic"),
        ("A guard was killed, and four were [injured] on Monday.", "injured", "total"),
        ("Those left behind were [beaten].", "tortured", "total"),
        ("Gunners have been [shelling] the port since dawn.", "shelling", "total"),
        ("The [truce] in force since Monday held.", "ceasefire", "total"),
        ("Two guards were [killed] earlier this year.", "killed", "total"),
        ("Within a week the rebels [attacked] the port.", "armed_clash", "total"),
    ],
)
def test_how_many_events_a_word_tells_of(marked, type_, scope, nlp):
    assert scope_of(trigger_in(marked, nlp, type_)) == scope
