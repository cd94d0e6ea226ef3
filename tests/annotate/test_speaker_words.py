"""Words that only tell who speaks, and are no part of what is said."""

from types import SimpleNamespace

from sayso.annotate.saying.readings import Reading
from sayso.annotate.saying.speaker_words import leave_out_speakers


class Word(SimpleNamespace):
    __hash__ = object.__hash__


def words(text):
    return [
        Word(i=i, text=word, is_punct=word in {",", "."}, is_space=False, dep_="dep", head=None)
        for i, word in enumerate(text.split())
    ]


def reading(cue, source, content, speaker=None):
    return Reading(tuple(cue), tuple(source), speaker, tuple(content), "asserts")


def told(one):
    return " ".join(t.text for t in one.content)


def test_who_speaks_for_another_is_no_part_of_what_that_one_was_told():
    text = words("Two men had told Odas that the mill burned , said his clerk , Mira Tal .")
    men = reading(text[2:4], text[:2], [*text[5:9], *text[11:15]])
    clerk = reading(text[10:11], text[11:15], text[5:9])
    first, second = leave_out_speakers([men, clerk])
    assert told(first) == told(second) == "that the mill burned"


def test_where_a_reporter_was_is_no_part_of_the_report():
    text = words("Many came to the square , a reporter who was there said .")
    speaker = text[7]
    text[9].head, text[9].dep_ = speaker, "relcl"
    speaker.subtree = text[6:11]
    one = reading(text[11:12], text[6:8], [*text[:5], *text[8:11]], speaker)
    assert told(leave_out_speakers([one])[0]) == "Many came to the square"


def test_words_of_another_speaker_inside_what_is_said_stay():
    text = words("Odas said the clerk had seen the fire .")
    odas = reading(text[1:2], text[:1], text[2:8])
    clerk = reading(text[4:6], text[2:4], text[6:8])
    assert [told(one) for one in leave_out_speakers([odas, clerk])] == [
        "the clerk had seen the fire", "the fire"
    ]  # fmt: skip


def test_who_acts_within_what_is_told_without_a_source_stays():
    text = words("The envoys are expected to endorse a note .")
    none = reading(text[2:4], [], [*text[:2], *text[4:8]])
    envoys = reading(text[4:6], text[:2], text[6:8])
    assert told(leave_out_speakers([none, envoys])[0]) == "The envoys to endorse a note"


def test_who_did_it_stays_though_he_tells_it_too():
    text = words("The Post said the men whom it quoted had seen the fire .")
    text[4].dep_, text[4].head = "nsubj", text[9]
    post = reading(text[2:3], text[:2], [*text[3:5], *text[8:12]])
    men = reading(text[8:10], text[3:5], text[10:12])
    assert told(leave_out_speakers([post, men])[0]) == "the men had seen the fire"
