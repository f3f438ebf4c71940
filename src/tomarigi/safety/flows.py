"""Which of the four flows answers a message, and what is said.

S self-harm · O a threat to another · V the person is being harmed · L a refusal, the police or an
order stands. Where several flags stand together the life of the person comes first, then the
person's safety from another, then the other's safety.

A flow shows no method, strikes no bargain, promises no secrecy and no getting better.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Flow(StrEnum):
    """What kind of help comes first."""

    SELF_HARM = "S"
    VIOLENCE = "V"
    OTHERS = "O"
    LAW = "L"


DANGERS: dict[str, Flow] = {
    "self_harm": Flow.SELF_HARM,
    "abuse_received": Flow.VIOLENCE,
    "threat": Flow.OTHERS,
    "stalking": Flow.LAW,
}
"""The flow of each safety flag, in the order in which they are answered."""


@dataclass(frozen=True, slots=True)
class Guidance:
    """What a flow says and does.

    `said` is the one sentence, `note` what goes with it; both by language. `lines` are the ids
    of the two lines shown large. `reads_at_once`: whether the reading may stand on the same
    page. `may_word`: whether wording may be talked about. `may_wait`: whether waiting and quiet
    may be spoken of as good.
    """

    flow: Flow
    said: dict[str, str]
    note: dict[str, str]
    lines: tuple[str, str]
    reads_at_once: bool
    may_word: bool
    may_wait: bool


_GUIDANCE = {
    Flow.SELF_HARM: Guidance(
        flow=Flow.SELF_HARM,
        said={
            "ja": "いま、死にたいほど、つらいですか。",
            "en": "Does it hurt so much that you want to die?",
        },
        note={
            "ja": "そうなら、いま話せるところがあります。名前は言わなくてかまいません。"
            "体があぶないときは、119へ。",
            "en": "If so, there are people to talk to now. You need not give your name. "
            "If your body is in danger, call 119.",
        },
        lines=("yorisoi", "ibasho"),
        reads_at_once=False,
        may_word=True,
        may_wait=True,
    ),
    Flow.VIOLENCE: Guidance(
        flow=Flow.VIOLENCE,
        said={
            "ja": "こわい思いを、していませんか。",
            "en": "Is someone making you afraid?",
        },
        note={
            "ja": "あなたのせいではありません。証拠がなくても、相談できます。"
            "いまあぶないときは、110へ。",
            "en": "It is not your fault. You can ask for help without proof. "
            "If you are in danger now, call 110.",
        },
        lines=("dv_plus", "dv_navi"),
        reads_at_once=True,
        may_word=True,
        may_wait=False,
    ),
    Flow.OTHERS: Guidance(
        flow=Flow.OTHERS,
        said={
            "ja": "おさえきれないほどの、痛みですか。",
            "en": "Is the pain more than you can hold?",
        },
        note={
            "ja": "何かしてしまいそうなときも、話せる人がいます。"
            "いま、だれかがあぶないときは、110へ。平日の昼は、#9110でも話せます。",
            "en": "There are people to talk to when you are afraid of what you might do. "
            "If someone is in danger now, call 110. On weekdays #9110 listens, too.",
        },
        lines=("yorisoi", "ibasho"),
        reads_at_once=True,
        may_word=False,
        may_wait=True,
    ),
    Flow.LAW: Guidance(
        flow=Flow.LAW,
        said={
            "ja": "ここからは、ひとりで抱えなくてかまいません。",
            "en": "From here, you need not carry this alone.",
        },
        note={
            "ja": "やめてと言われた後に、何度も送ること・会いに行くこと・復縁を求め続けることは、"
            "法律で禁じられた行為になりえます。話を聞いてくれる人がいます。",
            "en": "After someone has said stop, writing again and again, going to see them, or "
            "asking over and over to get back together can be acts the law forbids in Japan. "
            "There are people who will listen to you.",
        },
        lines=("yorisoi", "ibasho"),
        reads_at_once=True,
        may_word=False,
        may_wait=True,
    ),
}


def flow_for(flags: Iterable[str]) -> Flow | None:
    """The flow that answers these safety flags first; `None` when there is none.

    Args:
        flags: values of `reading.Flag`; unknown ones are passed over.
    """
    raised = set(flags)
    return next((flow for flag, flow in DANGERS.items() if flag in raised), None)


def guidance(flow: Flow) -> Guidance:
    """What the flow says and does."""
    return _GUIDANCE[flow]
