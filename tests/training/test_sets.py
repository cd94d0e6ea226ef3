"""Rows of the training sets as examples."""

from bench.passages import read_passage
from training.heads import HEADS, Link, Tag
from training.sets import attribution_example, gold_examples, re3d_example, silver_example


def words_of(example, head, label):
    found = [m for m in example.marks[head] if m.label == label]
    return ["".join(example.text[a:b] for a, b in m.pieces) for m in found]


def test_a_row_of_polnear_links_content_to_cue_and_cue_to_source():
    row = {
        "id": "1", "text": "He said it fell. It is said to burn.",
        "attributions": [
            {"source": [[0, 2]], "cue": [[3, 7]], "content": [[8, 15]]},
            {"source": [], "cue": [[20, 27]], "content": [[17, 19], [28, 35]]},
        ],
    }  # fmt: skip
    example = attribution_example(row)

    assert words_of(example, "attribution", "cue") == ["said", "is said"]
    assert example.links["cue_source"] == ((((3, 7),), ((0, 2),)), (((20, 27),), None))


def chain(**changes):
    blank = {
        "stance": "asserts", "basis": "told_by", "kind": "outlet", "naming": "named", "inside": None,
        "who": None, "reacts_to": [], "said_at": None, "insertions": [],
    }  # fmt: skip
    return blank | changes


def passage_of(text, *attributions, mentions=(), hedges=()):
    row = {"id": "p", "text": text, "attributions": list(attributions), "mentions": mentions}
    return read_passage(row | {"hedges": hedges})


def test_what_stands_inside_a_content_is_taught_on_that_content_alone():
    passage = passage_of(
        "State radio said a medic saw smoke.",
        chain(source="State radio", cue="said", content=["a medic saw smoke"]),
        chain(source="a medic", cue="saw", content=["smoke"], inside=0, basis="saw"),
    )
    whole, inner = gold_examples(passage)

    assert words_of(whole, "attribution", "cue") == ["said"]
    assert inner.text == "a medic saw smoke"
    assert words_of(inner, "attribution", "source") == ["a medic"]


def test_who_is_cited_has_a_cue_and_a_source_but_the_words_stay_the_first_ones():
    words = "the bridge was down"
    passage = passage_of(
        "Radio said, citing a medic, the bridge was down.",
        chain(source="Radio", cue="said", content=[words]),
        chain(source="a medic", cue="citing", content=[words], inside=0),
    )
    (whole,) = gold_examples(passage)

    assert words_of(whole, "attribution", "cue") == ["said", "citing"]
    assert len(whole.links["content_cue"]) == 1


def test_a_title_before_a_name_is_a_role_and_the_name_a_person():
    text = "Lt Gen Karim Odas left."
    entity = {"type": "Person", "start": 0, "end": 17, "text": "Lt Gen Karim Odas"}
    example = re3d_example({"id": "1", "text": text, "entities": [entity]})

    assert words_of(example, "mention", "role") == ["Lt Gen"]
    assert words_of(example, "mention", "person") == ["Karim Odas"]


def test_silver_takes_the_article_into_a_group():
    text = "It was the Karez Council."
    empty: dict[str, list[int]] = {"silent": [], "hedges": [], "stances": []}
    row = {"id": "1", "text": text, "mentions": [[11, 24, "group"]], **empty}
    assert words_of(silver_example(row), "mention", "group") == ["the Karez Council"]


def test_every_head_has_a_name_of_its_own():
    names = [head.name for head in HEADS]
    assert len(set(names)) == len(names)
    links = [head for head in HEADS if isinstance(head, Link)]
    tags = {h.name: h.labels for h in HEADS if isinstance(h, Tag)}
    assert all({link.from_label, link.to_label} <= set(tags[link.tag]) for link in links)


def test_entities_within_others_have_a_head_of_their_own():
    text = "The governor of Karez fled."
    entities = [
        {"type": type_, "start": at, "end": at + len(words), "text": words}
        for type_, words in (("Person", "The governor of Karez"), ("Location", "Karez"))
        for at in (text.index(words),)
    ]
    marks = re3d_example({"id": "1", "text": text, "entities": entities}).marks

    assert [(m.pieces, m.label) for m in marks["entity"]] == [(((0, 21),), "Person")]
    assert [(m.pieces, m.label) for m in marks["entity_within"]] == [(((16, 21),), "Location")]
