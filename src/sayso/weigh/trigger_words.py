"""A claim in, the words that tell its event out, where the claim quotes them."""

from sayso.types import Claim

_BETWEEN = " … "  # what stands between two pieces of a quotation; `claims` writes it


def quoted_trigger(claim: Claim) -> str:
    """The words of the event's trigger; empty where no piece of the quotation holds them."""
    at, trigger = 0, claim.event.trigger
    for span in claim.quote:
        if span.covers(trigger):
            start = at + trigger.start - span.start
            return claim.words[start : start + trigger.stop - trigger.start]
        at += span.stop - span.start + len(_BETWEEN)
    return ""
