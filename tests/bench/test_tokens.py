"""The targets of a factuality set as places in a text one could print."""

from bench.tokens import join_tokens, read_targets


def test_tokens_are_joined_as_one_would_print_them():
    tokens = 'He said , " It did n\'t ( yet ) fall . "'.split(" ")
    text, spans = join_tokens(tokens)

    assert text == 'He said, "It didn\'t (yet) fall."'
    assert [s.of(text) for s in spans] == tokens


def test_a_target_is_found_again_in_the_joined_text():
    row = {"text": "It did n't burn down .", "targets": [{"start": 3, "end": 5, "label": -3.0}]}
    text, (target,) = read_targets(row)

    assert target.of(text) == "burn down"
