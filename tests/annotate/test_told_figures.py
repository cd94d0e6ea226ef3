"""How figures are summed, shared out, shown in lists and told for no one event."""

import pytest


@pytest.fixture
def figures(annotated):
    """Of each count of a text: event type, words, low, scope of the count."""
    return lambda text: {
        (e.type, c.words, c.low, c.scope) for e in annotated(text).events for c in e.counts
    }


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "low", "group"),
    [
        ("A couple and their three children were killed in Dalan.", 5, "people"),
        ("A family of five was killed when a shell hit their home.", 5, "people"),
        ("A crew of nine was killed in the strike.", 9, "people"),
        ("Anton Vesk, his wife and their four children died in the raid.", 6, "people"),
        ("A woman, her two daughters and a neighbour were killed.", 4, "people"),
        ("Two soldiers and a policeman were killed by a mine.", 3, "soldiers"),
        ("A teacher and four pupils were killed in Omra.", 5, "people"),
        ("A doctor, two teachers and a baker were killed in Omra.", 4, "people"),
        ("Two nurses, a driver and three children were killed in Omra.", 6, "people"),
    ],
)
def test_those_told_one_by_one_are_added_up(text, low, group, annotated):
    events = [e for e in annotated(text).events if e.type in {"killed", "died"}]
    (total,) = (c for e in events for c in e.counts if c.scope == "total")

    assert (total.low, total.group) == (low, group)


@pytest.mark.model
def test_soldiers_and_civilians_are_not_added_up(figures):
    told = figures("The blast killed two soldiers and three civilians.")
    assert {(low, scope) for type_, _, low, scope in told if type_ == "killed"} == {
        (2, "total"),
        (3, "total"),
    }


@pytest.mark.model
def test_deaths_and_injuries_are_not_added_up(figures):
    told = figures("The hospital reported nine deaths and 14 injuries.")
    assert {(words, low, scope) for _, words, low, scope in told} == {
        ("nine deaths", 9, "total"),
        ("14 injuries", 14, "total"),
    }
    assert ("injured", "14 injuries", 14, "total") in told


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "lows"),
    [
        ("The north lost 1,200 men and the south 900.", {1200, 900}),
        ("The rebels captured 35 soldiers and three tanks.", {35}),
        ("The rebels captured 400 men and 60 guns.", {400}),
    ],
)
def test_two_sides_losses_and_men_and_guns_are_not_added_up(text, lows, figures):
    assert {low for _, _, low, _ in figures(text)} == lows


@pytest.mark.model
def test_killed_and_wounded_before_one_number_are_either(annotated):
    (count,) = (c for e in annotated("Killed and wounded: 120.").events for c in e.counts)
    assert (count.low, count.categories) == (120, ("killed", "injured"))


@pytest.mark.model
def test_bodies_and_wounded_are_not_added_up(figures):
    told = figures("The hospital received 23 bodies and 60 wounded.")
    assert {(type_, low) for type_, _, low, _ in told} == {("injured", 60)}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Killed: 12; wounded: 30.", {("killed", "12"), ("injured", "30")}),
        ("Dead - 7, injured - 15", {("killed", "7"), ("injured", "15")}),
        ("Dead: 12, among them 3 children", {("killed", "12"), ("killed", "3 children")}),
        ("The toll was not known: 12 shops burned.", set()),
    ],
)
def test_a_list_sets_its_word_before_the_number(text, want, figures):
    assert {(type_, words) for type_, words, _, _ in figures(text)} == want


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "scope"),
    [
        ("A teacher, two nurses and six pupils were among the 15 dead.", "the 15 dead", "total"),
        ("A teacher, two nurses and six pupils were among the 15 dead.", "two nurses", "part"),
        ("The raid killed nine, among them two boys.", "two boys", "part"),
        ("Six people died, two children among them, and 30 were injured.", "30", "total"),
        ("Six died, including two boys, and at least 30 were hurt.", "at least 30", "total"),
        ("The dead comprised eight soldiers and two drivers.", "eight soldiers", "part"),
        ("Of the 52 people killed, 31 were civilians.", "31", "part"),
        ("Of the 52 people killed, 31 were civilians.", "the 52 people", "total"),
        ("Of the 60 passengers, 22 died.", "22", "total"),
    ],
)
def test_who_was_among_the_dead_is_a_part_of_them(text, words, scope, figures):
    assert {s for _, w, _, s in figures(text) if w == words} == {scope}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "lows"),
    [
        ("Three quarters of the 400 dead were women.", {400}),
        ("Two thirds of the 90 wounded were conscripts.", {90}),
        ("One in five of those killed was a child.", set()),
        ("One out of every three killed was a child.", set()),
        ("Seven out of 10 of the wounded were women.", set()),
    ],
)
def test_a_share_is_no_number_of_people(text, lows, figures):
    assert {low for _, _, low, _ in figures(text)} == lows


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Monday's strike killed nine, bringing the death toll in two weeks to 120.", "aggregate"),
        ("The attack brings to 120 the number of people killed in Dalan this month.", "aggregate"),
        ("The bombing raised to 120 the number of medics killed since January.", "aggregate"),
        ("The death toll of the war has passed 120.", "aggregate"),
        ("Two more people died in hospital, bringing the death toll to 120.", "total"),
        ("The number of people killed in the strike rose to 120.", "total"),
        ("The death toll from Monday's strike rose to 120.", "total"),
    ],
)
def test_a_toll_over_weeks_is_no_one_events(text, scope, annotated):
    told = {e.scope for e in annotated(text).events for c in e.counts if c.low in {120, 121}}
    assert told == {scope}


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "A report said 20 had died, but the ministry said the figure was 12.",
        "Twenty died, a clerk said. The true number stands at 12.",
        "The army said 20 rebels were killed. The rebels put their losses at 12.",
    ],
)
def test_a_figure_counts_whom_the_words_before_it_told_of_and_is_no_age(text, annotated):
    events = annotated(text).events
    assert "age" not in {e.type for e in events}
    assert {c.low for e in events if e.type == "killed" for c in e.counts} == {20, 12}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "type_", "victims"),
    [
        ("8 killed, 21 injured in Omra market blast", "killed", ["8"]),
        (
            "Dozens of villagers were killed and hundreds displaced by the fighting.",
            "displacement",
            ["hundreds"],
        ),
        (
            "Police said four militants were shot dead and two policemen wounded.",
            "killed",
            ["four militants"],
        ),
        ("Twelve soldiers were killed and buried at Omra.", "buried", ["Twelve soldiers"]),
        ("Gunmen kidnapped 30 girls in Karez; 11 have since escaped.", "fled", ["11"]),
        ("Rebels captured 12 soldiers and killed 14.", "captured", ["12 soldiers"]),
        ("Villagers buried 12 people who were killed on Friday.", "killed", ["12 people"]),
    ],
)
def test_a_word_takes_its_own_figure_and_not_the_next_ones(text, type_, victims, annotated):
    (event,) = (e for e in annotated(text).events if e.type == type_)
    assert [r.filler.words for r in event.roles if r.name == "victim"] == victims


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The attack caused no deaths or injuries.", {"killed", "injured"}),
        ("No one was killed or wounded in the raid.", {"killed", "injured"}),
        ("The raid did not kill or injure anyone.", {"killed", "injured"}),
        ("There were no deaths but three injuries in the attack.", {"killed"}),
        ("No deaths and three injuries were reported.", {"killed"}),
        ("No one killed, 3 hurt in Omra raid", {"killed"}),
        ("Not one civilian was hurt.", {"injured"}),
        ("One civilian was hurt.", set()),
        ("No deaths or injuries, 3 homes hit in Omra", {"killed", "injured"}),
        ("There were not 12 dead, the mayor said.", {"killed"}),
    ],
)
def test_neither_of_two_harms_that_one_no_denies_is_told(text, denied, annotated):
    events = [e for e in annotated(text).events if e.type in {"killed", "injured"}]
    assert {e.type for e in events if e.negated} == denied


@pytest.mark.model
def test_who_lost_men_in_his_own_attack_did_not_kill_them(annotated):
    events = annotated("Rebels attacked a base. The rebels said they lost two men.").events
    (lost,) = (e for e in events if e.type == "killed")
    assert "actor" not in {role.name for role in lost.roles}


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "It was the deadliest attack since March, when 60 people were killed in Dalan.",
        "Monday's blast was the worst since a truck bomb killed 60 in Omra.",
        "It is the first such strike since rebels killed 60 soldiers in June.",
    ],
)
def test_what_came_before_the_worst_is_history_and_the_worst_is_one_event(text, annotated):
    events = annotated(text).events
    (killed,) = (e for e in events if e.type == "killed")
    assert killed.background and killed.counts[0].low == 60
    assert {e.scope for e in events} == {"total"}


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "At least 60 people have been killed since the army took Karez.",
        "The worst attack since dawn killed 60 people.",
    ],
)
def test_what_was_done_since_then_is_no_history(text, annotated):
    killed = [e for e in annotated(text).events if e.type == "killed"]
    assert [e.background for e in killed] == [False]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("The army lost 12 of its men near Karez.", {(12, "total")}),
        ("The rebels killed nine of their captives.", {(9, "total")}),
        ("Nine of them died.", {(9, "part")}),
        ("The shelling killed no one.", set()),
        ("All but two of the 14 men were killed.", set()),
        ("Of 300 prisoners, only 40 survived.", {(40, "total")}),
        ("Rescuers pulled 14 survivors and nine bodies from the rubble.", {(9, "total")}),
        ("Not fewer than 30 people died.", {(30, "total")}),
        ("The ministry revised its toll down to 18 from 25.", {(18, "total")}),
    ],
)
def test_a_figure_is_of_all_its_owner_lost_and_of_nobody_left(text, want, figures):
    assert {(low, scope) for _, _, low, scope in figures(text)} == want


@pytest.mark.model
def test_many_more_are_others_than_those_told_of(annotated):
    events = annotated("At least three people were killed and many more injured.").events
    (hurt,) = (e for e in events if e.type == "injured")
    assert not hurt.roles


@pytest.mark.model
@pytest.mark.parametrize(
    "text", ["Officials gave a toll of 31.", "A crew of 31, he said, drowned."]
)
def test_a_toll_has_no_age(text, annotated):
    assert "age" not in {e.type for e in annotated(text).events}
