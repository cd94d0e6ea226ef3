"""What the encoder answers: heads, each known by a name, its labels, and whether it tags, sorts, measures or links."""

from dataclasses import dataclass
from typing import get_args

from sayso.event_types import load_event_types
from sayso.types import Basis, Modality, Naming, SourceKind, Stance

THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Tag:
    """Marks stretches of text: one B and one I class a label, class 0 outside.

    lean: added to class 0 at reading; below 0 finds more
    """

    name: str
    labels: tuple[str, ...]
    lean: float = 0.0

    @property
    def classes(self) -> int:
        return 1 + 2 * len(self.labels)


@dataclass(frozen=True, slots=True)
class Sort:
    """Sorts the first words of marked stretches into one of its labels.

    sees_words: it sees the word itself beside what the encoder makes of it in its company
    """

    name: str
    labels: tuple[str, ...]
    sees_words: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """Gives the first words of marked stretches a number from `low` to `high`."""

    name: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Link:
    """Says for each word of the stretches of one label which stretch of another it hangs on.

    tag:         the tag head whose labels these are
    may_be_none: whether it may hang on nothing; that is a link to the window's first mark
    """

    name: str
    tag: str
    from_label: str
    to_label: str
    may_be_none: bool


# The lean was chosen on the tuning articles of PolNeAR: F1 is level from -0.3 to -0.9.
ATTRIBUTION = Tag("attribution", ("source", "cue", "content"), lean=-0.6)
CONTENT_CUE = Link("content_cue", "attribution", "content", "cue", may_be_none=False)
CUE_SOURCE = Link("cue_source", "attribution", "cue", "source", may_be_none=True)
MENTION = Tag("mention", ("person", "group", "place", "role", "outlet", "crowd"))
# Entities as re3d draws their lines, pronouns and all: the widest, and the widest within those.
ENTITY = Tag("entity", ("Person", "Organisation", "Location"))
ENTITY_WITHIN = Tag("entity_within", ENTITY.labels)
HEDGE = Tag("hedge", ("hedge",))
STANCE = Sort("stance", get_args(Stance))
BASIS = Sort("basis", get_args(Basis))
KIND = Sort("kind", get_args(SourceKind))
NAMING = Sort("naming", get_args(Naming))
FACTUALITY = Scale("factuality", -3.0, 3.0)
INCIDENT = Tag("incident", ("perp_individual", "perp_org", "target", "victim", "weapon"))
# "again": a word that tells an event once more that has been told in the same voice.
EVENT = Tag("event", ("event", "again"))
EVENT_TYPE = Sort(
    "event_type", tuple(name for name in load_event_types() if name != "said"), sees_words=True
)
MODALITY = Sort("modality", get_args(Modality))

Head = Tag | Sort | Scale | Link

HEADS: tuple[Head, ...] = (
    ATTRIBUTION, CONTENT_CUE, CUE_SOURCE, MENTION, ENTITY, ENTITY_WITHIN, HEDGE, STANCE, BASIS, KIND, NAMING,
    FACTUALITY, INCIDENT, EVENT, EVENT_TYPE, MODALITY,
)  # fmt: skip


def number_of(head: Tag | Sort | Scale, label: str) -> int:
    """The label's place in the head's list; on a scale, the thousandths above its low end."""
    if isinstance(head, Scale):
        return round((float(label) - head.low) * THOUSAND)
    return head.labels.index(label)
