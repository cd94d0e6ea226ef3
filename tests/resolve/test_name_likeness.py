"""What two names tell of their bearers."""

import pytest

from sayso.resolve.name.keys import keys_held, keys_sought, name_keys_held, name_keys_sought
from sayso.resolve.name.likeness import compare_groups, compare_people, may_be_heard
from sayso.resolve.name.parts import read_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Karim Odas", "General Karim Odas"),
        ("Karim Odas", "KARIM ODAS'S"),
        ("Karim Odas", "K. Odas"),
        ("Karim Odas", "Kareem al-Odas"),
        ("Husayn Odas", "Hussein Odass"),
        ("Abd al-Rahman Odas", "Abdulrahman Odas"),
        ("Ursula von der Berg", "Ursula Berg"),
        ("Bill Odas", "William Odas"),
        ("Sasha Odasov", "Oleksandr Odasov"),
        ("R. Marit Sol", "Marit Sol"),
        ("Luis Karim (Jerry) Odas", "Jerry Odas"),
        ("Владимир Одасов", "Vladimir Odasov"),
        ("Sergey Odasov", "Serhii Odasov"),
        ("K.-M. Sol", "Karim-Marit Sol"),
        ("Hairullah Odaş", "Hairula Odash"),
        ("Karim Odas-Sol", "K. Odassol"),
        ("Karim Bouzoda", "Karim Abu Zoda"),
        ("Anatoly S. Odasov", "Anatoliy Odasov"),
        ("Marit J. Sol", "Mariet Sol"),
        ("Moussa ag Alhodasi", "Moussa Ag Al-Hodasi"),
    ],
)
def test_spellings_of_one_name_are_the_same_and_meet_under_a_key(one, other):
    told = compare_people(one, other)
    assert told is not None and told.verdict == "same"
    assert keys_sought(one) & keys_held(other) and keys_sought(other) & keys_held(one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Karim Odas Jr.", "Karim Odas Sr."),
        ("Karim Odas", "Ahmad Odas"),
        ("Hassan Odas", "Hussein Odas"),
        ("Mahmoud Odas", "Mohammed Odas"),
        ("Jamal Odas", "Jamil Odas"),
        ("Karim Ahmad Odas", "Karim Hassan Odas"),
        ("Ahmad bin Karim Odas", "Karim Odas"),
        ("Karim Odas", "Karima Odas"),
        ("Ben Odas", "Ivan Odas"),
    ],
)
def test_two_of_one_surname_are_different(one, other):
    told = compare_people(one, other)
    assert told is not None and told.verdict == "different"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Karim Odas", "Odas"),
        ("Odas", "Odas"),
        ("Karim Odas", "Karim"),
        ("Karim Odas", "Karim Odas Jr."),
        ("Ahmad Karim Odas", "Karim Odas"),
        ("Ahmad Karim Odas", "Ahmad Odas"),
        ('Karim "The Fox" Odas', "Fox"),
        ("Ahmad Khan", "Ahmad Khan"),
        ("Muhammad Hassan", "Mohamed Hasan"),
        ("Karim O.", "Karim Odas"),
        ("Karim Odas-Sol", "Karim Odas"),
        ("Karim Odas-Sol", "Karim Sol"),
        ("Mubarak bin Salim", "Mubarak al-Odas"),
        ("Mohammad Arif Odas", "Aref Odas"),
        ("Lobencio Odas", "Lobe Odas"),
        ("M. S. I. Odas", "Odas Marit Sun-il"),
    ],
)
def test_a_surname_alone_a_fathers_name_or_one_that_many_bear_leaves_it_open(one, other):
    told = compare_people(one, other)
    assert told is not None and told.verdict == "unsure"


def test_one_rare_word_makes_a_name_one_persons():
    told = compare_people("Ahmad Odas", "Ahmed Odas")
    assert told is not None and told.verdict == "same"


def test_other_surnames_have_nothing_in_common():
    assert compare_people("Karim Odas", "Karim Sol") is None


def test_arabic_letters_fit_the_vowels_they_write_and_no_others():
    assert compare_people("كريم حسين", "Karim Hussein") is not None
    assert compare_people("كريم حسين", "Karim Hassan") is None


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("the Rivers Relief Fund", "Rivers Relief Fund", "same"),
        ("Odas Steel", "Odas Steel Corp.", "same"),
        ("Hizb al-Odas", "Hezb Al Odas", "same"),
        ("Rivers Relief Fund", "RRF", "unsure"),
        ("Upland Rovers", "Rovers", "unsure"),
        ("Cartel del Odas", "the Odas cartel", "same"),
        ("57th Front", "Front 57", "same"),
        ("Frente Sur", "South Front", "same"),
        ("the Odas group", "the Odas network", "unsure"),
        ("the Odas brigades", "the Odas", "unsure"),
        ("the Lord's Rivers Army", "LRA", "unsure"),
        ("Odas Policía Federal", "federal police", "unsure"),
    ],
)
def test_groups_are_one_under_a_full_name_and_may_be_under_a_part(one, other, verdict):
    told = compare_groups(one, other)
    assert told is not None and told.verdict == verdict


def test_groups_of_one_kind_are_not_one():
    assert compare_groups("Northern Alliance", "Southern Alliance") is None
    assert compare_groups("Rivers Army", "Rivers Liberation Army") is None
    assert compare_groups("Odas police", "Odas army") is None


def test_a_name_is_read_into_its_parts():
    read = read_name("General Khalid bin Walid al-Odas Jr.")
    assert read.titles == {"general"}
    assert (read.given, read.surname, read.suffix) == (("khalid", "walid"), "odas", "junior")
    assert read.son_of == ("walid", "odas")


def test_the_beginning_of_a_name_may_be_it_and_so_may_its_words_turned():
    for one, other in (("Itzel Rama", "Itzel Rama Kanche"), ("Ok Jae-hwan", "Jae-hwan Ok")):
        told = compare_people(one, other)
        assert told is not None and told.verdict == "unsure"


def test_who_is_called_after_his_father_may_be_the_son():
    told = compare_people("Anatoliy Vesk", "Anatoliy Anatoliyovych Vesk")
    assert told is not None and (told.verdict, told.score) == ("unsure", 0.4)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("K. Odas S.", "Karim Odas Sol"),
        ("Bautista", "Juan Bautista Odas"),
        ("Ben Odas", "Benhur Odas"),
        ("Rosa Marit Poot Kanche", "Rosa Poot"),
        ("Mirza Abdul Qader", "Qadir"),
        ("Karim Odas-Sol", "Odas-Sol"),
        ("Karim-Marit Odas", "Karim-Marit"),
    ],
)
def test_letters_a_second_given_name_and_a_short_one_may_be_the_same(one, other):
    told = compare_people(one, other)
    assert told is not None and told.verdict == "unsure" and told.score >= 0.45


def test_an_honour_behind_a_name_is_no_surname():
    assert (told := compare_people("Reshid Bey", "Rechid")) and told.verdict == "unsure"
    assert (told := compare_people("Karim Bey", "Kareem Bey")) and told.verdict == "unsure"
    assert compare_people("Karim Bey", "Hasan Bey") is None


def test_a_word_that_comes_and_goes_leaves_a_groups_name_open():
    told = compare_groups("South-West Command", "South-Western Military Command")
    assert told is not None and (told.verdict, told.why) == ("unsure", "a part of the name")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("72nd Mechanised Brigade", "72nd Brigade"),
        ("Second Reed Rifle Battalion", "2nd Battalion"),
    ],
)
def test_the_number_of_a_unit_is_enough_within_a_story(one, other):
    told = compare_groups(one, other)
    assert told is not None and told.verdict == "unsure" and told.score >= 0.45
    assert name_keys_sought(one) & name_keys_held(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("72nd Mechanised Brigade", "73rd Brigade"),
        ("72nd Mechanised Brigade", "72nd Air Assault Brigade"),
        ("72nd Mechanised Brigade", "72nd Battalion"),
    ],
)
def test_units_of_another_number_arm_or_size_have_nothing_in_common(one, other):
    assert compare_groups(one, other) is None


def test_the_first_of_two_surnames_may_stand_for_the_name():
    told = compare_people("Edgar Odas Lima", "Odas")
    assert told is not None and told.verdict == "unsure" and told.score >= 0.45


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Oh Min-jun", "Min-jun Oh"),
        ("Hamad bin Saif al-Odas", "Hamad al-Odas"),
    ],
)
def test_a_bound_syllable_is_no_suffix_and_saif_no_part_of_a_surname(one, other):
    told = compare_people(one, other)
    assert told is not None and told.verdict == "unsure" and told.score >= 0.45


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ri Chol-o", "Lee Chol O"),
        ("Thura Win Odas", "Win Odas"),
        ("Nur al-Din Odas", "Nur ad-Deen Odas"),
    ],
)
def test_titles_of_other_tongues_and_words_written_apart_are_no_other_name(one, other):
    told = compare_people(one, other)
    assert told is not None and told.verdict == "same"


def test_the_initial_a_is_no_article():
    assert name_keys_sought("A. Odassol") & name_keys_held("Anton Odas-Sol")


def test_one_of_four_names_that_stands_last_is_not_the_first_surname():
    assert compare_people("Rosa Marit Poot Kanche", "Rosa Marit") is not None
    assert compare_people("Rosa Marit Poot Kanche", "Marit Poot") is None


def test_two_words_bound_by_a_hyphen_are_no_full_name():
    assert (told := compare_people("Odas-Sol", "Odas-Sol")) and told.verdict == "unsure"
    assert not keys_held("Odas-Sol")
    assert compare_people("Odas-Sol", "Karim Sol") is None


def test_a_name_that_only_begins_like_the_article_has_none():
    assert compare_people("Alexander Sol", "Exander Sol").verdict == "different"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chema", "José María Odas"),
        ("Padre Toño", "Antonio Odas SJ"),
        ("Abdul Wasi", "Wasi Odas"),
        ("Old Karim", "Karim Odas"),
    ],
)
def test_a_pet_name_alone_or_half_a_given_name_leaves_it_open(one, other):
    told = compare_people(one, other)
    assert told is not None and told.verdict == "unsure"


def test_three_names_turned_may_be_a_son_with_his_forefathers_names():
    told = compare_people("Karim Odas Sol", "Sol Karim Odas")
    korean = compare_people("Odas Karim-sol", "Karim-sol Odas")
    assert told is not None and korean is not None
    assert told.score < 0.45 < korean.score < 0.7


@pytest.mark.parametrize(
    ("one", "other", "is_near"),
    [
        ("Nino Odas", "Nina", True),
        ("Zura", "Zurab Odas", True),
        ("Lina Sol", "Lina Odas", True),
        ("Karim Odas", "Besim Odas", False),
        ("Li Odas", "La Odas", False),
    ],
)
def test_given_names_are_near_for_those_whom_more_than_names_ties(one, other, is_near):
    assert may_be_heard(one, other) is is_near


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("S. Arul", "Arul Sivam"),
        ("Karimul Islam Odas", "Karim Odas"),
        ("Habibur Rahman Odas", "Habib Odas"),
        ("Ti-Jean Odas", "Jean Odas"),
        ("Ok Jae-hwan", "Jae-hwan Ok"),
    ],
)
def test_a_fathers_letter_an_article_or_a_turned_order_makes_one_in_a_story(one, other):
    told = compare_people(one, other)
    assert told is not None and told.verdict == "unsure" and told.score >= 0.45


@pytest.mark.parametrize(
    ("one", "other"), [("Ok Jae", "Ok Jae-hwan"), ("T. Arul", "Arul Sivam")]
)  # fmt: skip
def test_half_a_given_name_or_another_letter_makes_nobody_one(one, other):
    told = compare_people(one, other)
    assert told is None or told.score < 0.45 or told.verdict == "different"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Mehmet Ali Odas", "Mohammed Ali Odas"), ("Paddy Sol", "Patrick Sol"), ("Peadar Sol", "Peter Sol")],
)  # fmt: skip
def test_a_name_in_another_tongue_or_for_short_is_the_same(one, other):
    told = compare_people(one, other)
    assert told is not None and told.verdict == "same"
