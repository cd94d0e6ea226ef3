"""One man of a body, and words that only say whose something is."""

from sayso.resolve.name.figures import new_figure
from sayso.resolve.name.one_of_a_body import are_of_a_kind, only_describes
from sayso.types import Mention, Span


def mention(words, kind, entity=None, text=None):
    start = (text or words).index(words)
    return Mention(Span(start, start + len(words)), kind, words, entity)


def test_an_officer_of_an_army_is_not_the_army():
    army = new_figure(mention("Headquarters", "group", "group/northern-army"))
    officer = mention("an officer of the guard", "role", "group/northern-army")
    bulletin = mention("the bulletin", "role", "group/northern-army")

    assert not are_of_a_kind(officer, army)
    assert are_of_a_kind(bulletin, army)


def test_a_person_with_a_name_is_one_figure_whatever_he_is_called():
    odas = new_figure(mention("Karim Odas", "person", "person/karim-odas"))

    assert are_of_a_kind(mention("the officer", "role", "person/karim-odas"), odas)


def test_a_calendar_is_no_people():
    text = "It fell by the Solvian calendar. The Solvian said so."

    assert only_describes(mention("the Solvian", "group", text=text), text)
    assert not only_describes(mention("The Solvian", "group", text=text), text)
