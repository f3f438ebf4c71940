"""Who speaks in a line of WhatsApp, and what its body stands for."""

import re
from collections.abc import Mapping

import polars as pl

from tomarigi.talk import lines
from tomarigi.talk.kinds import Body, Kind

_OMITTED = {
    "image omitted": Kind.PHOTO,
    "video omitted": Kind.VIDEO,
    "GIF omitted": Kind.VIDEO,
    "audio omitted": Kind.VOICE,
    "sticker omitted": Kind.STICKER,
    "document omitted": Kind.FILE,
    "Contact card omitted": Kind.CONTACT,
    "<Media omitted>": Kind.OTHER,
    "<メディアは含まれていません>": Kind.OTHER,
    "<Medien ausgeschlossen>": Kind.OTHER,
    "<省略多媒體檔>": Kind.OTHER,
    "<省略影音内容>": Kind.OTHER,
}
_DOCUMENT = re.compile(r".+ document omitted")
_ATTACHED = re.compile(
    r"(?:<(?:attached|添付|附件)[:：] ?(?P<ios>[^>\n]+)>"
    r"|(?P<android>[^\n]+?) \((?:file attached|ファイル添付|添付ファイル)\))"
    r"(?:\n.*)?",
    re.DOTALL,
)
_BY_NAME = (
    (re.compile(r"(?:IMG|.*-PHOTO)-", re.IGNORECASE), Kind.PHOTO),
    (re.compile(r"(?:VID|.*-VIDEO|.*-GIF)-", re.IGNORECASE), Kind.VIDEO),
    (re.compile(r"(?:PTT|AUD|.*-AUDIO)-", re.IGNORECASE), Kind.VOICE),
    (re.compile(r"(?:STK|.*-STICKER)-", re.IGNORECASE), Kind.STICKER),
    (re.compile(r".*\.vcf$", re.IGNORECASE), Kind.CONTACT),
    (re.compile(r".*\.webp$", re.IGNORECASE), Kind.STICKER),
)
_DELETED = re.compile(r"(?:This message was deleted|You deleted this message)\.?")
_MISSED = re.compile(r"<?Missed (?:group )?(?:voice|video) call>?\.?")
_PLACE = re.compile(r"(?:location|位置情報)[:：] https?://\S+", re.IGNORECASE)
_POLL = re.compile(r"POLL:\n.*", re.DOTALL)
_EDITED = r"\s*\x{200e}?<This message was edited>$"
COULD_BE_ONE = r"omitted|attached|添付|附件|deleted|Missed|https?://|^POLL|^<|ファイル"
_NOTICE = re.compile(
    r"(?:.* )?(?:changed the (?:subject|group|description)|created (?:the |this )?group"
    r"|changed this group|added|removed|left|joined|changed their phone number|security code"
    r"|Messages (?:and calls|to this)|メッセージと通話)"
)
_SENT_BY_APP = "\u200e"
"""What iOS puts before words that nobody typed."""
_SELDOM = 1


def by_sender(rests: pl.Series) -> pl.DataFrame:
    """Part what stands after the clock into `sender` and `body`; notices have the sender ""."""
    parts = rests.str.splitn(": ", 2).struct.unnest()
    names = parts["field_0"].filter(parts["field_1"].is_not_null())
    times: Mapping[str, int] = dict(names.value_counts().rows())
    speaks = lines.mapped(parts["field_0"], lambda name: _is_name(name, times), pl.Boolean())
    # A notice of iOS stands after the name of the chat or of a person.
    by_app = parts["field_1"].str.starts_with(_SENT_BY_APP).fill_null(value=False)
    about = by_app & lines.mapped(
        parts["field_1"].set(~by_app, None),
        lambda body: bool(_NOTICE.match(body[1:])),
        pl.Boolean(),
    ).fill_null(value=False)
    says = speaks & parts["field_1"].is_not_null() & ~about
    ends = rests.str.strip_suffix(":").alias("name")
    empty = rests.str.ends_with(":") & ends.is_in(list(times))
    return parts.select(
        sender=pl.when(says).then("field_0").when(empty).then(ends).otherwise(pl.lit("")),
        body=pl.when(says | about).then("field_1").when(empty).then(pl.lit("")).otherwise(rests),
    )


def _is_name(words: str, times: Mapping[str, int]) -> bool:
    if words not in times:
        return False
    return times[words] > _SELDOM or _NOTICE.match(words) is None


def with_kinds(frame: pl.DataFrame) -> pl.DataFrame:
    """Give each message the kind that its body stands for, and take the app's marks out."""
    text = lines.without(_EDITED, frame["text"])
    frame = frame.with_columns(lines.without(lines.LEFT_TO_RIGHT, text))
    notice = frame["sender"] == ""
    frame = lines.with_kinds(frame, notice, lambda _: Body(Kind.SYSTEM))
    could = ~notice & frame["text"].str.contains(COULD_BE_ONE)
    return lines.with_kinds(frame, could, kind_of)


def kind_of(body: str) -> Body:
    """What a body stands for, without marks of direction."""
    if (kind := _OMITTED.get(body)) is not None:
        return Body(kind)
    if (attached := _ATTACHED.fullmatch(body)) is not None:
        name = attached["ios"] or attached["android"]
        found = (kind for pattern, kind in _BY_NAME if pattern.match(name))
        return Body(next(found, Kind.FILE))
    for pattern, kind in (
        (_DOCUMENT, Kind.FILE),
        (_DELETED, Kind.UNSENT),
        (_MISSED, Kind.MISSED_CALL),
        (_PLACE, Kind.LOCATION),
        (_POLL, Kind.OTHER),
    ):
        if pattern.fullmatch(body):
            return Body(kind)
    return Body(Kind.TEXT)
