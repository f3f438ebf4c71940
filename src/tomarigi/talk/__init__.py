"""Reading an exported chat history: `load` a file into a `Talk`, `measure` it into a `TalkReport`.

`decoding` makes UTF-8 of bytes, `loading` sees which app printed it, `line_phone`, `line_desktop`
and `whatsapp` read it with `line`, `lines`, `clocks`, `dates`, `quotes`, `names` and `kinds`.
`measuring` takes the words away (`turns`) and counts what is left with `counts`, `waits`,
`survival` and `changes`; `acts` has one's own messages read by a reader that comes in from outside.
The other person's words never leave this package.
"""

from tomarigi.talk.acts import Acts, acts_by_week
from tomarigi.talk.errors import (
    NotATalk,
    NotOfTwo,
    TalkError,
    TalkTooLarge,
    UnknownSender,
    Why,
)
from tomarigi.talk.kinds import Kind
from tomarigi.talk.loading import load
from tomarigi.talk.measuring import TalkReport, measure
from tomarigi.talk.turns import me_in, people_in
from tomarigi.talk.values import Family, Talk

__all__ = [
    "Acts",
    "Family",
    "Kind",
    "NotATalk",
    "NotOfTwo",
    "Talk",
    "TalkError",
    "TalkReport",
    "TalkTooLarge",
    "UnknownSender",
    "Why",
    "acts_by_week",
    "load",
    "me_in",
    "measure",
    "people_in",
]
