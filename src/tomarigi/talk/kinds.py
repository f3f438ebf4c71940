"""What a body stands for: text, or one of the words an app prints in place of something else.

LINE prints brackets on phones and bare words on desktops. A placeholder is the whole
body; people type 「さっきの[写真]」 and 「不在着信ごめん」 too.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a message is."""

    TEXT = "text"
    STICKER = "sticker"
    PHOTO = "photo"
    VIDEO = "video"
    VOICE = "voice"
    FILE = "file"
    CALL = "call"
    MISSED_CALL = "missed_call"
    UNSENT = "unsent"
    CONTACT = "contact"
    LOCATION = "location"
    ALBUM = "album"
    NOTE = "note"
    SYSTEM = "system"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Body:
    """A body's kind; `sender` where the body itself names who, `seconds` the length of a call."""

    kind: Kind
    seconds: int | None = None
    sender: str | None = None


_WHOLE: dict[Kind, str] = {
    Kind.STICKER: "[スタンプ] [Sticker] [貼圖] [贴图] [สติกเกอร์]",
    Kind.PHOTO: "[写真] [画像] [Photo] [照片] [รูป]",
    Kind.VIDEO: "[動画] [Video] [影片] [视频] [วิดีโอ]",
    Kind.VOICE: "[ボイスメッセージ] [音声メッセージ] [Voice_message] [語音訊息] [语音信息]",
    Kind.FILE: "[ファイル] [File] [檔案] [文件]",
    Kind.CONTACT: "[連絡先] [Contact]",
    Kind.LOCATION: "[位置情報] [Location] [位置]",
    Kind.ALBUM: "[アルバム] [Albums] [相簿] [相册]",
    Kind.NOTE: "[ノート] [Notes] [記事本] [记事本] [グループボード]",
    Kind.OTHER: "[投票] [プレゼント] [Poll] [Gift]",
}
_BARE: dict[Kind, str] = {
    Kind.STICKER: "スタンプ Stickers 貼圖 สติกเกอร์",
    Kind.PHOTO: "写真 Photos 圖片 รูป",
    Kind.VIDEO: "動画 Videos วิดีโอ",
    Kind.VOICE: "ボイスメッセージ Audio",
    Kind.FILE: "ファイル File",
}


def _table(words: dict[Kind, str]) -> dict[str, Kind]:
    return {one.replace("_", " "): kind for kind, all_of in words.items() for one in all_of.split()}


_ON_PHONES, _ON_DESKTOPS = _table(_WHOLE), _table(_BARE)
_WITH_MORE = {
    "アルバム": Kind.ALBUM,
    "Albums": Kind.ALBUM,
    "相簿": Kind.ALBUM,
    "相册": Kind.ALBUM,
    "ノート": Kind.NOTE,
    "Notes": Kind.NOTE,
    "記事本": Kind.NOTE,
    "记事本": Kind.NOTE,
    "位置情報": Kind.LOCATION,
    "Location": Kind.LOCATION,
    "位置": Kind.LOCATION,
    "投票": Kind.OTHER,
    "Poll": Kind.OTHER,
    "プレゼント": Kind.OTHER,
    "Gift": Kind.OTHER,
}
"""These may be followed by a name, a text or a place."""
_MORE = re.compile(r"\[(" + "|".join(_WITH_MORE) + r")\](?:[ ：]|$)")
_MAP = re.compile(r"(?:\[null\] ?.*)?https?://maps\.(?:google|app)\S*$", re.DOTALL)
_NOT_MOVED = re.compile(r"ⓘ.*移行されなかったため表示できません。?")

_TALKED = re.compile(r"(?:[☎?] ?)?(?:通話時間|Call time|通话时间) ?((?:\d{1,3}:)?\d{1,2}:\d{2})")
_MISSED = re.compile(
    r"(?:[☎?] ?)?(?:不在着信|通話に応答がありませんでした|通話をキャンセルしました"
    r"|Missed call|No answer|Canceled call|Cancelled call"
    r"|未接來電|無人接聽|您?已取消通話|未接来电|无人接听|您?已取消通话|ไม่ได้รับสาย)[。.]?"
)
_GROUP_CALL = re.compile(
    r"(?:[☎?] ?)?(?:グループ(?:ビデオ|音声)?通話が(?:開始|終了)(?:され|し)ました"
    r"|Group (?:video |voice )?call (?:started|ended)|chat\.message\.groupcall\.\S+)[。.]?"
)
_PRINTED = {
    _MISSED: Kind.MISSED_CALL,
    _GROUP_CALL: Kind.SYSTEM,
    _NOT_MOVED: Kind.OTHER,
    _MAP: Kind.LOCATION,
}
_UNSENT_OWN = re.compile(
    r"(?:メッセージの送信を取り消しました。?|You unsent a message\.?|Message unsent\.?"
    r"|您已收回訊息。?|您已收回消息。?|ยกเลิกข้อความแล้ว)"
)
_UNSENT_BY = re.compile(
    r"(?s:(.+?))(?:がメッセージの送信を取り消しました。?| unsent a message\.?"
    r"|已收回訊息。?|已收回消息。?)"
)
COULD_BE_ONE = r"^(\[|☎|\?|ⓘ)|通話|通话|着信|call|No answer|來電|来电|接聽|接听|maps\.|สาย"
"""What polars looks for before Python looks closer."""
COULD_BE_NOTICE = (
    r"取り消しました|unsent|收回|ยกเลิก|グループ|ました|退会|[Cc]all|chat\.|joined|left|群"
)
"""The same for notices without a sender."""
ON_DESKTOPS = tuple(_ON_DESKTOPS)


def kind_of(body: str, *, on_desktop: bool = False) -> Body:
    """What the body of a message with a sender stands for."""
    kind = _ON_PHONES.get(body) or (_ON_DESKTOPS.get(body) if on_desktop else None)
    if kind is not None:
        return Body(kind)
    if (talked := _TALKED.fullmatch(body)) is not None:
        return Body(Kind.CALL, seconds=_length(talked[1]))
    if (more := _MORE.match(body)) is not None:
        return Body(_WITH_MORE[more[1]])
    fits = (kind for pattern, kind in _PRINTED.items() if pattern.fullmatch(body))
    return Body(next(fits, Kind.TEXT))


def notice_of(body: str) -> Body:
    """What a line without a sender says: that something was unsent, or something of the app's."""
    if _UNSENT_OWN.fullmatch(body):
        return Body(Kind.UNSENT, sender="")
    # A name can hold が: the ending decides, not the first が.
    if (by := _UNSENT_BY.fullmatch(body)) is not None:
        return Body(Kind.UNSENT, sender=by[1])
    called = kind_of(body)
    return called if called.kind in (Kind.CALL, Kind.MISSED_CALL) else Body(Kind.SYSTEM)


def is_notice(body: str) -> bool:
    """Whether a line that could also be text is worded like a notice."""
    return bool(
        _UNSENT_OWN.fullmatch(body)
        or _UNSENT_BY.fullmatch(body)
        or _GROUP_CALL.fullmatch(body)
        or _NOTICE.fullmatch(body)
    )


_NOTICE = re.compile(
    r".+(?:が(?:グループに)?参加しました|が退会しました|が退出しました|を招待しました"
    r"|を追加しました|退会させました"
    r"|グループ名を.+に変更しました|アナウンスしました| joined the group| left the group"
    r"|已加入群組|已退出群組|加入群組|退出群組|已加入群组|已退出群组)[。.]?"
)


def _length(clock: str) -> int:
    seconds = 0
    for part in clock.split(":"):
        seconds = seconds * 60 + int(part)
    return seconds
