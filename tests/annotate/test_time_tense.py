"""Whether the words around a time speak of what is behind or ahead."""

import pytest

from sayso.annotate.time.times import find_times
from sayso.read.dates import parse_published

FRIDAY = parse_published("2031-05-09")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The clans agreed to meet on Monday.", "2031-05-12"),
        ("The envoy arrives on Monday for talks.", "2031-05-12"),
        ("The new toll takes effect on Monday.", "2031-05-12"),
        ("Monday's ballot will settle the matter.", "2031-05-12"),
        ("The guild is supposed to reply by Monday.", "2031-05-12"),
        ("They would seek a way round it; Monday's ruling was final.", "2031-05-05"),
        ("The ballot is on 3 December.", "2031-12-03"),
        ("Not until Monday did they call.", "2031-05-05"),
        ("The permit had been due to expire on Monday.", "2031-05-05"),
        ("The bridge opened as planned on Monday.", "2031-05-05"),
        ("The fee would be paid on an undisclosed day in November.", "2031-11"),
        ("She will be named head of the mission in December.", "2031-12"),
        ("In January, by all accounts, the mint was short of copper.", "2031-01"),
        ("The May ballot was void.", "2031-05"),
        ("In December, the mint took on a new master.", "2030-12"),
        ("The clans meet again on Monday in Karez.", "2031-05-12"),
        ("The two clans are meeting on Monday in Karez.", "2031-05-12"),
        ("Voters go to the polls on Monday.", "2031-05-12"),
        ("The elder asked for calm ahead of Monday's ballot.", "2031-05-12"),
        ("The town awaits Monday's ballot.", "2031-05-12"),
        ("They would seek a way round Monday's ruling.", "2031-05-05"),
        ("They will vote in Monday's ballot.", "2031-05-12"),
        ("Until Monday, they had not named him.", "2031-05-05"),
        ("Until Monday, the gate will be shut.", "2031-05-12"),
        ("Rain is likely Monday.", "2031-05-12"),
        ("The side that beat Karez on Monday plays again.", "2031-05-05"),
        ("The side hopes to beat Karez on Monday.", "2031-05-12"),
        ("The toll ended on 30 June.", "2030-06-30"),
        ("The toll was extended to 30 June.", "2031-06-30"),
        ("It rained over the summer.", "2030-SU"),
        ("It is to be shelled again after a mortar on Monday badly wounded two.", "2031-05-05"),
        ("A ballot planned for Monday was close.", "2031-05-12"),
        ("It is likely that they had a hand in Monday's raid.", "2031-05-05"),
        ("The fair is to be held on 3 December.", "2031-12-03"),
        ("They rode out to meet him on Monday.", "2031-05-05"),
        ("The envoy leaves Monday for Karez.", "2031-05-12"),
        ("Parliament reconvenes Monday.", "2031-05-12"),
        ("The ultimatum runs out on Monday.", "2031-05-12"),
        ("The truce ends on Monday.", "2031-05-12"),
        ("Shells hit the leaves on Monday.", "2031-05-05"),
        ("It was of returns in all its funds abroad as of 30 September.", "2030-09-30"),
        ("It got 60 votes on Monday.", "2031-05-05"),
        ("Rain might delay the parade on Monday.", "2031-05-12"),
        ("They might have met on Monday.", "2031-05-05"),
        ("The storm could reach the coast by Monday.", "2031-05-12"),
        ("The minister could not be reached by Monday.", "2031-05-05"),
        ("Gunfire could be heard on Monday.", "2031-05-05"),
        ("If no pact is reached by Monday, the men walk out.", "2031-05-12"),
        ("They are preparing for Monday's vote.", "2031-05-12"),
        ("Tickets for Monday's concert are sold out.", "2031-05-12"),
        ("He was blamed for Monday's fire.", "2031-05-05"),
        ("They may appeal Monday's ruling.", "2031-05-05"),
        ("The ballot was put off to October.", "2031-10"),
        ("The talks were pushed back until Monday.", "2031-05-12"),
        ("The guns were moved to the hill on Monday.", "2031-05-05"),
        ("They want to finish by June.", "2031-06"),
        ("They hope to meet on Monday.", "2031-05-12"),
        ("The court hears the case Monday.", "2031-05-12"),
        ("The envoy, who gives a speech in Karez on Monday, is ill.", "2031-05-12"),
        ("Marsh holds a lead after the count on Monday.", "2031-05-05"),
        ("The clans vote on Monday.", "2031-05-12"),
        ("He counted their votes on Monday.", "2031-05-05"),
        ("His visits on Monday drew crowds.", "2031-05-05"),
        ("The gate was open on Monday.", "2031-05-05"),
        ("On Monday, the clans vote.", "2031-05-12"),
        ("It follows Monday's plea by the guild, which holds a third of the mill.", "2031-05-05"),
        ("On Monday, the clans agreed to meet again.", "2031-05-05"),
        ("On Monday the guards were ordered to leave.", "2031-05-05"),
        ("He was ordered to pay a fine on Monday.", "2031-05-05"),
        ("Meeting Monday in Karez, the elders vowed to act.", "2031-05-05"),
        ("On Monday, the moon is full.", "2031-05-12"),
        ("If no pact is struck by Monday, the men walk out.", "2031-05-12"),
        ("The boy goes home when the case is heard in October.", "2031-10"),
        ("She was heard in October.", "2030-10"),
        ("The road can be opened on Monday.", "2031-05-12"),
        ("She is the one who can win in November.", "2031-11"),
        ("He can say what he saw on Monday.", "2031-05-05"),
        ("On Monday, he says, it is clear that they can win.", "2031-05-05"),
        ("They have bread to stay in the hall until Monday.", "2031-05-12"),
        ("They drive toward the November ballot.", "2031-11"),
        ("They will need the clans come November.", "2031-11"),
        ("Earlier Monday, the guild will have met.", "2031-05-05"),
        ("They will meet next Saturday.", "2031-05-17"),
        ("They will meet next Sunday.", "2031-05-11"),
    ],
)
def test_the_verb_tells_on_which_side_of_publication_it_lies(text, value):
    (found,) = find_times(text, FRIDAY)
    assert found.value == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The mill ran between May and December.", ["2031-05", "2030-12"]),
        ("Will Marsh fled in December.", ["2030-12"]),
    ],
)
def test_may_and_will_are_no_verbs_where_they_are_names(text, values):
    assert [found.value for found in find_times(text, FRIDAY)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The bank meets Thursday and Friday.", ["2031-05-15", "2031-05-16"]),
        ("It opens on Monday and will shut on Friday.", ["2031-05-12", "2031-05-16"]),
        ("The ballot on Monday will be counted by Tuesday.", ["2031-05-12", "2031-05-13"]),
        ("Rain fell Thursday and Friday.", ["2031-05-08", "2031-05-09"]),
        ("It will open on Friday.", ["2031-05-09"]),
    ],
)
def test_the_second_of_two_weekdays_comes_after_the_first(text, values):
    assert [found.value for found in find_times(text, FRIDAY)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The gates will soon open.", ["FUTURE_REF"]),
        ("The gates soon gave way.", []),
        ("It will show how soon they open.", []),
    ],
)
def test_soon_is_a_time_only_where_it_is_ahead(text, values):
    assert [found.value for found in find_times(text, FRIDAY)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The clans agreed in April to hold a ballot by June.", ["2031-04", "2031-06"]),
        ("The council decided on Thursday to shut it on Monday.", ["2031-05-08", "2031-05-12"]),
        ("He decided on Thursday, and on Monday it was shut.", ["2031-05-08", "2031-05-05"]),
    ],
)
def test_what_is_agreed_on_one_day_is_ahead_of_it(text, values):
    assert [found.value for found in find_times(text, FRIDAY)] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The search will resume at dawn.", "2031-05-10TMO"),
        ("They will march in the morning.", "2031-05-10TMO"),
        ("The raid began at dawn.", "2031-05-09TMO"),
        ("They worked through the night.", "2031-05-08TNI"),
        ("They will rest in the night.", "2031-05-09TNI"),
        ("By evening the square was full.", "2031-05-09TEV"),
        ("The port was shut, but by evening guns were heard.", "2031-05-09TEV"),
    ],
)
def test_a_dawn_ahead_is_the_next_and_a_night_behind_the_last(text, value):
    (found,) = find_times(text, FRIDAY)
    assert found.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The guild would split if she lost the vote in November.", "2031-11"),
        ("If the talks failed on Monday, he could leave.", "2031-05-12"),
        ("He would leave unless the talks went on by Monday.", "2031-05-12"),
        ("Marsh might, if he wins in November, raise the tax.", "2031-11"),
        ("He asked if they met on Monday and would not say more.", "2031-05-05"),
        ("If he had won in November, he would have left.", "2030-11"),
        ("If they lost on Monday, nobody saw it.", "2031-05-05"),
    ],
)
def test_what_is_supposed_is_ahead(text, value):
    assert [found.value for found in find_times(text, FRIDAY)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They agreed in the wake of Monday's ruling: it will be harder.", "2031-05-05"),
        ("It will be harder after Monday's ruling.", "2031-05-12"),
        ("After Monday's debate, Marsh must go to Karez.", "2031-05-12"),
        ("He tore a muscle in Sunday's loss and will be out for long.", "2031-05-04"),
        ("Marsh had been told before Monday's vote that he would lose.", "2031-05-05"),
        ("Marsh will vote in Sunday's ballot, as he did before.", "2031-05-11"),
    ],
)
def test_the_verb_before_a_day_that_is_no_doer_tells_its_side(text, value):
    assert [found.value for found in find_times(text, FRIDAY)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In an interview Monday, Marsh would not say why.", "2031-05-05"),
        ("Marsh wouldn't comment Monday on the raid.", "2031-05-05"),
        ("Marsh would not come on Monday, he said.", "2031-05-12"),
        ("He said on Meet the Clans on Sunday that he fled.", "2031-05-04"),
    ],
)
def test_who_would_not_say_did_so_and_a_programme_is_no_meeting(text, value):
    assert [found.value for found in find_times(text, FRIDAY)] == [value]
