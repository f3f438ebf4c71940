"""Reading an exported chat history: `load` a file into a `Talk`.

`decoding` makes UTF-8 of bytes, `loading` sees which app printed it, `line_phone`, `line_desktop`
and `whatsapp` read it with `lines`, `clocks`, `dates`, `quotes`, `names` and `kinds`. The other
person's words never leave this package.
"""

from tomarigi.talk.errors import NotATalk, TalkError, TalkTooLarge, Why
from tomarigi.talk.kinds import Kind
from tomarigi.talk.loading import load
from tomarigi.talk.values import Family, Talk

__all__ = ["Family", "Kind", "NotATalk", "Talk", "TalkError", "TalkTooLarge", "Why", "load"]
