"""From the bytes of a file to its text, whatever saved it.

Exports are UTF-8; what other tools saved again is not. The order is: byte order
mark, UTF-8, and then the Japanese and Thai code pages of Windows.
"""

import io
import lzma
import zipfile
import zlib

from tomarigi.talk.errors import NotATalk, TalkTooLarge, Why

MOST_BYTES = 512 * 1024 * 1024
"""Of a file, and of the chat that a zip unpacks to; a million messages are a tenth of it."""
_HEAD = 4096
_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be", b"\xef\xbb\xbf": "utf-8"}
_CODE_PAGES = ("cp932", "cp874")
_CHAT = "_chat.txt"
_ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    OSError,  # a damaged bzip2 stream
    EOFError,
    RuntimeError,  # locked with a password, or packed in a way that Python does not know
)


def utf8_of(data: bytes) -> bytes:
    r"""An exported history, or the one inside a zip, as UTF-8 whose lines end with ``\n``.

    Raises:
        NotATalk: empty, binary, or in an encoding that we do not know.
        TalkTooLarge: more than `MOST_BYTES`.
    """
    if data[:4] == b"PK\x03\x04":
        data = _unzipped(data)
    if len(data) > MOST_BYTES:
        raise TalkTooLarge(most_bytes=MOST_BYTES)
    if not data.strip():
        raise NotATalk(why=Why.EMPTY)
    data = _as_utf8(data)
    return data.replace(b"\r\n", b"\n") if b"\r" in data else data


def _unzipped(data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            chats = [one for one in packed.infolist() if one.filename.endswith(".txt")]
            if not chats:
                raise NotATalk(why=Why.ZIP_WITHOUT_CHAT)
            chat = max(chats, key=lambda one: (one.filename.endswith(_CHAT), one.file_size))
            with packed.open(chat) as file:
                # What the zip says of its sizes need not be true.
                inside = file.read(MOST_BYTES + 1)
    except _ZIP_ERRORS:
        # Not chained: those errors name the file, and so the other person.
        raise NotATalk(why=Why.ZIP_BROKEN) from None
    return inside


def _as_utf8(data: bytes) -> bytes:
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return _again(data[len(mark) :], encoding)
    if b"\x00" in data[:_HEAD]:
        raise NotATalk(why=Why.BINARY)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        # A file cut off inside a character is still UTF-8.
        if error.start >= len(data) - 3:
            return data[: error.start]
    else:
        return data
    for encoding in _CODE_PAGES:
        try:
            return data.decode(encoding).encode("utf-8")
        except UnicodeDecodeError:
            continue
    raise NotATalk(why=Why.ENCODING)


def _again(data: bytes, encoding: str) -> bytes:
    return data.decode(encoding, errors="replace").encode("utf-8", errors="replace")
