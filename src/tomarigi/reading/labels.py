"""The words a reading is made of: labels, their sides, what may lie beneath, flags.

A label says what a sentence does towards the other person, never what the writer is.
The terms follow the literature on attachment and close relationships: protest behaviour,
excessive reassurance seeking, demand/withdraw, guilt induction (Joiner & Metalsky 2001;
Christensen & Heavey 1990; Overall et al. 2014).
"""

from enum import StrEnum


class Side(StrEnum):
    """Where a sentence leans."""

    PULL = "pull"
    """Holding on: it asks the other person to take a fear away."""
    OWN = "own"
    """A feeling, said as one's own."""
    TRUST = "trust"
    """Leaves the other, or oneself, free."""
    PLAIN = "plain"
    """Matters that need settling, and talk."""


class Label(StrEnum):
    """What a sentence does. The order is that of `docs/reading.md` and of the model's outputs."""

    PURSUIT = "pursuit"
    APOLOGY = "apology"
    ACCUSATION = "accusation"
    GUILT_INDUCTION = "guilt_induction"
    DEMAND = "demand"
    REASSURANCE_SEEKING = "reassurance_seeking"
    SELF_BLAME = "self_blame"
    SOLE_RELIANCE = "sole_reliance"
    BARGAINING = "bargaining"
    LONGING = "longing"
    OWN_FEELING = "own_feeling"
    RESPECT = "respect"
    GRATITUDE = "gratitude"
    BOUNDARY = "boundary"
    PRACTICAL = "practical"
    SMALL_TALK = "small_talk"

    @property
    def side(self) -> Side:
        """The side it belongs to."""
        return _SIDES.get(self, Side.PULL)

    @property
    def shown_as(self) -> str:
        """The Japanese name a person sees."""
        return _SHOWN_AS[self]


_SIDES = {
    Label.LONGING: Side.OWN,
    Label.OWN_FEELING: Side.OWN,
    Label.RESPECT: Side.TRUST,
    Label.GRATITUDE: Side.TRUST,
    Label.BOUNDARY: Side.TRUST,
    Label.PRACTICAL: Side.PLAIN,
    Label.SMALL_TALK: Side.PLAIN,
}

_SHOWN_AS = {
    Label.PURSUIT: "追いかけ",
    Label.APOLOGY: "謝罪",
    Label.ACCUSATION: "責める気持ち",
    Label.GUILT_INDUCTION: "被害者の位置",
    Label.DEMAND: "期待とコントロール",
    Label.REASSURANCE_SEEKING: "愛情の確認",
    Label.SELF_BLAME: "自分を責める気持ち",
    Label.SOLE_RELIANCE: "唯一の拠り所",
    Label.BARGAINING: "変わる約束",
    Label.LONGING: "恋しさ",
    Label.OWN_FEELING: "自分の気持ち",
    Label.RESPECT: "相手の自由を尊重",
    Label.GRATITUDE: "感謝",
    Label.BOUNDARY: "境界線",
    Label.PRACTICAL: "用件",
    Label.SMALL_TALK: "あいさつ・雑談",
}


class Flag(StrEnum):
    """Danger, read for the whole message and kept apart from the labels."""

    SELF_HARM = "self_harm"
    THREAT = "threat"
    STALKING = "stalking"
    ABUSE_RECEIVED = "abuse_received"


class Beneath(StrEnum):
    """What may lie beneath the words. A guess offered, never a finding about a person."""

    ABANDONMENT = "fear_of_being_abandoned"
    LOST_SECURITY = "lost_security"
    LONELINESS = "loneliness"
    ANGER = "anger"
    GUILT = "guilt"
    SHAME = "shame"
    HOPE = "hope"
    CARE = "care"


BENEATH: dict[Label, tuple[Beneath, ...]] = {
    Label.PURSUIT: (Beneath.ABANDONMENT, Beneath.LOST_SECURITY),
    Label.APOLOGY: (Beneath.GUILT,),
    Label.ACCUSATION: (Beneath.ANGER, Beneath.LOST_SECURITY),
    Label.GUILT_INDUCTION: (Beneath.LONELINESS, Beneath.ANGER),
    Label.DEMAND: (Beneath.ABANDONMENT, Beneath.HOPE),
    Label.REASSURANCE_SEEKING: (Beneath.ABANDONMENT, Beneath.LOST_SECURITY),
    Label.SELF_BLAME: (Beneath.SHAME, Beneath.GUILT),
    Label.SOLE_RELIANCE: (Beneath.LOST_SECURITY, Beneath.LONELINESS),
    Label.BARGAINING: (Beneath.HOPE, Beneath.ABANDONMENT),
    Label.LONGING: (Beneath.LONELINESS,),
    Label.OWN_FEELING: (),
    Label.RESPECT: (Beneath.CARE,),
    Label.GRATITUDE: (Beneath.CARE,),
    Label.BOUNDARY: (),
    Label.PRACTICAL: (),
    Label.SMALL_TALK: (),
}
"""What may lie beneath each label, the nearer first (an idea of this project, after
attachment theory: protest is fear, blame is hurt trust; no measured rule)."""
