"""Who takes part in what is told, and who or what only stands beside it."""

import pytest

pytestmark = pytest.mark.model


def fillers(found, type_, role):
    return [
        r.filler.words for e in found.events if e.type == type_ for r in e.roles if r.name == role
    ]


def numbers(found, type_):
    return [c.low for e in found.events if e.type == type_ for c in e.counts]


@pytest.mark.parametrize(
    ("text", "type_", "victims"),
    [
        ("Two guards were killed and a third abducted near Mirsk.", "abducted", ["a third"]),
        ("Three clerks have died and a fourth was wounded.", "injured", ["a fourth"]),
        (
            "Two marines were killed and a junior officer, Captain Besim Rao, was wounded, the navy said.",
            "killed",
            ["Two marines"],
        ),
        ("The army said twelve had been hurt and a monk killed.", "injured", ["twelve"]),
    ],
)
def test_each_of_two_joined_fates_has_its_own_victims(text, type_, victims, annotated):
    assert fillers(annotated(text), type_, "victim") == victims


def test_a_list_of_people_whom_each_owns_the_next_is_one_list(annotated):
    text = "A judge, his clerk and their driver were found strangled in the guest house."
    assert fillers(annotated(text), "killed", "victim") == ["A judge", "his clerk", "their driver"]


@pytest.mark.parametrize(
    ("text", "victim"),
    [
        ("Relatives of 14 miners abducted on the Harb road blocked a bridge.", "14 miners"),
        ("The mother of a boy abducted by soldiers led the march.", "a boy"),
        ("Relatives abducted on the Harb road came home.", "Relatives"),
    ],
)
def test_it_befell_those_by_whom_relatives_stand(text, victim, annotated):
    assert fillers(annotated(text), "abducted", "victim") == [victim]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The village was shelled by nightfall.", "shelling"),
        ("Forty men were taken to the quarry by military lorry and executed.", "executed"),
        ("Nine men said they were tortured and hung by the wrists.", "tortured"),
        ("Deaths were put at 34 by the village chief.", "killed"),
        ("Monitors recorded 40 explosions around Kasanga.", "explosion"),
    ],
)
def test_how_it_was_done_and_who_counted_it_are_no_doers(text, type_, annotated):
    found = annotated(text)
    assert type_ in {e.type for e in found.events}
    assert fillers(found, type_, "actor") == []


def test_a_lorry_told_with_an_article_may_still_do_it(annotated):
    found = annotated("Two children were killed by a lorry and three by the security forces.")
    told = fillers(found, "killed", "means") + fillers(found, "killed", "actor")
    assert "a lorry" in told


@pytest.mark.parametrize(
    "text",
    [
        "The mayor put the losses at 300,000 shekels.",
        "One of the captives is a boy of 15 whose mother was killed in the raid.",
        "The inquest into the 1983 death of a student opened on Monday.",
        "Four described the death of a fellow inmate, Omar Rao.",
        "Two summers ago his brother was killed at sea.",
    ],
)
def test_money_ages_years_and_tellers_are_no_toll(text, annotated):
    found = annotated(text)
    assert numbers(found, "killed") + numbers(found, "died") == []


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("A shell killed a family of five in Karez.", 5),
        ("Nine men met their deaths at the ford.", 9),
        ("Two hundred villagers were killed in 1983.", 200),
    ],
)
def test_what_looks_like_an_age_or_a_teller_may_be_a_toll(text, low, annotated):
    assert numbers(annotated(text), "killed") == [low]


def test_a_day_before_a_name_is_no_piece_of_it(annotated):
    found = annotated("At dawn on Friday loyalist infantry entered Hawsh Tin.")
    assert fillers(found, "territory_control", "holder") == ["loyalist infantry"]


@pytest.mark.parametrize(
    ("text", "type_", "victims"),
    [
        ("All of the captives but five were freed on Friday.", "released", ["All of the captives"]),
        ("All but nine of the captives were freed on Friday.", "released", ["All"]),
        ("All the captives and five guards were freed.", "released", ["the captives", "five guards"]),
        ("At least 10 and perhaps 16 people were burnt to death.", "killed", ["perhaps 16 people"]),
    ],
)  # fmt: skip
def test_those_left_out_and_the_end_of_a_range_are_nobody_besides(text, type_, victims, annotated):
    told = fillers(annotated(text), type_, "victim")
    assert [v.removeprefix("All ") if v != "All of the captives" else v for v in told] == victims


def test_a_part_of_those_who_were_told_last_is_theirs(annotated):
    text = "Clans fought at the mill, leaving a foreman dead and 17 people injured, four of them critically."
    found = annotated(text)
    assert numbers(found, "injured") == [17, 4]
    assert numbers(found, "killed") == []


def test_whom_the_next_verb_befell_is_no_part_of_what_was_told_before(annotated):
    found = annotated("Rebels killed 12 guards; a court jailed three of them.")
    assert numbers(found, "killed") == [12]


@pytest.mark.parametrize(
    ("text", "type_", "role", "filler"),
    [
        ("Rebels answered air raids that they said had killed 23 people.", "killed", "means", "air raids"),
        ("He suspected a clan that has been blamed for similar raids.", "armed_clash", "actor", "a clan"),
    ],
)  # fmt: skip
def test_a_relative_pronoun_is_the_noun_before_it(text, type_, role, filler, annotated):
    assert filler in fillers(annotated(text), type_, role)
    assert "that" not in fillers(annotated(text), type_, "actor")


def test_whoever_beats_an_attack_back_did_not_make_it(annotated):
    text = "The army said its troops had beaten back every attack until dark."
    assert fillers(annotated(text), "armed_clash", "actor") == []


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("Eight people were killed in Karvian army shelling of Harb.", ["Karvian army"], ["Harb"]),
        ("Four boys were among nine people killed in rebel shelling on Tuesday.", ["rebel"], []),
        ("Harb held out under heavy army shelling for a week.", ["army"], []),
        ("Two clerks died in heavy shelling.", [], []),
    ],
)
def test_whose_shelling_it_was_stands_before_it(text, actor, target, annotated):
    found = annotated(text)
    assert fillers(found, "shelling", "actor") == actor
    assert fillers(found, "shelling", "target") == target
