"""What PolNeAR's form asks of the bench's lines."""

from bench.attribution import _joined


def test_several_who_say_the_same_words_by_one_cue_are_one_source():
    mayor = {"source": [[0, 9]], "cue": [[22, 26]], "content": [[27, 50]]}
    medic = {"source": [[14, 21]], "cue": [[22, 26]], "content": [[27, 50]]}
    other = {"source": [[60, 65]], "cue": [[66, 70]], "content": [[71, 90]]}
    assert _joined([mayor, medic, other]) == [{**mayor, "source": [[0, 21]]}, other]


def test_who_is_named_alone_stays_as_he_is():
    alone = {"source": [[0, 4], [9, 12]], "cue": [[13, 17]], "content": [[18, 30]]}
    assert _joined([alone]) == [alone]
