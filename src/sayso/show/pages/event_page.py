"""A claim's id in; the event page of the matter it belongs to out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sayso.show.pages.asking import Ask, Page
from sayso.show.pages.cards import Card, Link, Maker, make_maker
from sayso.show.pages.explaining import Why, explain_answer, explain_matter, list_steps
from sayso.show.pages.figures import Figures, list_figures
from sayso.show.pages.groups import (
    PARTS,
    claims_in_part,
    find_excluding,
    group_claims,
    list_groups,
)
from sayso.show.pages.overview import Row, describe_change, list_answer, name_family
from sayso.show.pages.pasting import paste_answers
from sayso.show.pages.spots import link_dossier_place
from sayso.show.wording import describe_date, write_may_be_one, write_no_party
from sayso.types import Claim
from sayso.weigh.dossiers import Answer, Dossier

QUESTIONS = {
    "happened": "Did it happen?",
    "who_did_it": "Who did it?",
    "who_broke_it": "Who broke it?",
    "who_holds": "Who holds it?",
    "who_won": "Who won?",
    "to_whom": "To whom?",
    "how_many": "How many?",
    "were_civilians": "Were they civilians?",
    "with_what": "With what?",
    "where": "Where?",
    "when": "When?",
    "why": "Why?",
    "whereabouts": "Where is the person?",
    "what_was_said": "What was said?",
    "called_for": "What is called for?",
    "planned": "What is announced or planned?",
    "attempted": "What was attempted?",
    "hypothetical": "What is supposed or feared?",
}


@dataclass(frozen=True, slots=True)
class Stand:
    """One group and its claims, under where it stands; excluding: they are of another answer."""

    name: str
    side: str | None
    cards: tuple[Card, ...]
    is_excluding: bool


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One answer, with everybody who stands anywhere on it, and why (None: it is not known)."""

    anchor: str
    row: Row
    reports: int
    parts: tuple[tuple[str, tuple[Stand, ...]], ...]
    no_party: str | None
    may_be_one: str | None
    figures: Figures | None
    is_asserted: bool
    is_beside: bool
    why: Why | None = None


def show_event(ask: Ask) -> Page:
    """`/claim/{claim_id}`. raises: NotInLedger"""
    chosen = ask.path["claim_id"]
    dossier = ask.desk.dossier_of(chosen, as_of=ask.moment.as_of, clock=ask.moment.clock)
    reasons = ask.desk.reasons(dossier, as_of=ask.moment.as_of, clock=ask.moment.clock)
    ties = ask.desk.matter_links(dossier, as_of=ask.moment.as_of, clock=ask.moment.clock)
    maker = make_maker(ask, chosen)
    seen: set[str] = set()
    answers = order_by_question(dossier)
    views = []
    for answer in answers:
        grounds = reasons.get(answer.proposition.id)
        why = explain_answer(answer, grounds, dossier, ask.desk.register) if grounds else None
        view = view_answer(ask, dossier, answer, maker=maker, seen=seen)
        views.append(replace(view, why=why))
    questions = list(dict.fromkeys(answer.proposition.question for answer in answers))
    by_question = [
        (
            name,
            describe_question(name),
            [v for a, v in zip(answers, views, strict=True) if a.proposition.question == name],
        )
        for name in questions
    ]
    unanswered = [claim for claim in dossier.claims if claim.id not in seen]
    return Page(
        "event.html",
        f"In question: {dossier.heading}",
        {
            "dossier": dossier,
            "family": name_family(dossier.family),
            "place": Link(describe_place(dossier), link_dossier_place(ask.moment, dossier)),
            "when": describe_date(dossier.when) if dossier.when else "no claim here dates it",
            "changed": describe_change(dossier.changed_at),
            "questions": by_question,
            "unanswered": maker.make_all(unanswered),
            "chosen": chosen,
            "outlets": len({claim.report for claim in dossier.claims}),
            "paste": paste_answers(dossier, answers, ask.desk.register, as_of=ask.moment.as_of),
            "ties": explain_matter(ties, dossier),
            "steps": list_steps(ask, dossier, chosen),
        },
    )


def order_by_question(dossier: Dossier) -> list[Answer]:
    """As a reader asks: whether, who, to whom, how many; within each, the last changed first."""
    known = list(QUESTIONS)
    return sorted(
        dossier.answers,
        key=lambda one: (
            known.index(one.proposition.question)
            if one.proposition.question in known
            else len(known)
        ),
    )


def describe_question(question: str) -> str:
    return QUESTIONS.get(question, question.replace("_", " ").capitalize())


def describe_place(dossier: Dossier) -> str:
    if dossier.place is None:
        return "no claim here places it"
    parts = (dossier.place.name or dossier.place.words, dossier.place.admin1, dossier.place.country)
    return ", ".join(dict.fromkeys(part for part in parts if part))


def view_answer(
    ask: Ask, dossier: Dossier, answer: Answer, *, maker: Maker, seen: set[str]
) -> AnswerView:
    """One answer; `seen` gathers the claims shown in full, for the answers below."""
    grouped = group_claims(answer, dossier, ask.desk.register)
    parts: dict[str, list[Stand]] = {}
    for part, group in list_groups(answer):
        claims = claims_in_part(part, group, answer, grouped)
        excluding = find_excluding(group, answer, dossier, ask.desk.register) if not claims else ()
        cards = make_cards(maker, claims or excluding, seen)
        stand = Stand(grouped.names[group], find_side(ask, group, answer), cards, bool(excluding))
        parts.setdefault(PARTS[part], []).append(stand)
    if grouped.loose:
        cards = make_cards(maker, grouped.loose, seen)
        parts.setdefault(PARTS["other"], []).append(Stand("", None, cards, False))
    standing = answer.standing
    return AnswerView(
        anchor=f"answer-{answer.proposition.id}",
        row=list_answer(ask, dossier, answer),
        reports=standing.reports,
        parts=tuple((words, tuple(stands)) for words, stands in parts.items()),
        no_party=write_no_party(standing, grouped.names, answer.otherwise),
        may_be_one=write_may_be_one(answer.may_be_one, grouped.names),
        figures=list_figures(answer, grouped, ask.desk.register),
        is_asserted=bool(standing.asserting)
        or any(side == "for" for side, _ in standing.positions),
        is_beside=standing.status == "none" and bool(standing.beside),
    )


def make_cards(maker: Maker, claims: Iterable[Claim], seen: set[str]) -> tuple[Card, ...]:
    cards = maker.make_all(claims, seen)
    seen |= {card.id for card in cards}
    return tuple(replace(card, is_chosen=card.is_chosen and not card.seen) for card in cards)


def find_side(ask: Ask, group: str, answer: Answer) -> str | None:
    """The side it had when it happened; None: it had none."""
    party = ask.desk.register.parties.get(group)
    return party.side if party and group not in answer.standing.no_party else None
