"""The catalogues: Japanese is written in the code, English stands in `locale/en`.

    python scripts/catalogues.py collect          bring the .po up to date with the code
    python scripts/catalogues.py check            fail when it is not, or something is untranslated
    python scripts/catalogues.py compile FILE.po  write the .mo beside it

Babel reads the code and polib writes the files, so that no system package is needed.
"""

import os
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import polib

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "tomarigi"
CATALOGUE = SOURCE / "web" / "locale" / "en" / "LC_MESSAGES" / "django.po"
KEYWORDS: dict[str, tuple[int, ...] | tuple[tuple[int, str], int] | None] = {
    "_": None,
    "later": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}

Message = tuple[str | None, str, str | None]
"""Context, text, plural."""


def main() -> int:
    """Run one of the three commands."""
    if sys.argv[1] == "compile":
        catalogue = polib.pofile(sys.argv[2])
        catalogue.save_as_mofile(str(Path(sys.argv[2]).with_suffix(".mo")))
        return 0
    wanted = collected()
    if sys.argv[1] == "check":
        faults = faults_of(polib.pofile(str(CATALOGUE)), wanted)
        print("\n".join(faults) or "The catalogue is complete.")
        return 1 if faults else 0
    catalogue = merged(
        polib.pofile(str(CATALOGUE)) if CATALOGUE.exists() else polib.POFile(), wanted
    )
    catalogue.save(str(CATALOGUE))
    print(f"{len(catalogue)} messages, {len(catalogue.untranslated_entries())} to translate")
    return 0


def collected() -> dict[Message, list[str]]:
    """Every message of the code and the templates, with the files it stands in."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tomarigi.web.settings")
    found: dict[Message, list[str]] = {}
    for path in sorted([*SOURCE.rglob("*.py"), *SOURCE.rglob("*.html")]):
        place = str(path.relative_to(ROOT))
        for message in _messages(path):
            places = found.setdefault(message, [])
            if place not in places:
                places.append(place)
    return found


def _messages(path: Path) -> Iterator[Message]:
    from babel.messages.extract import extract
    from django.utils.translation.template import templatize

    code = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        code = templatize(code)
    rows = extract("python", BytesIO(code.encode()), KEYWORDS, options={"encoding": "utf-8"})
    for _, message, _, context in rows:
        text, plural = message if isinstance(message, tuple) else (message, None)
        if text:
            yield (context, text, plural)


def merged(old: polib.POFile, wanted: dict[Message, list[str]]) -> polib.POFile:
    """The wanted messages with the translations that were there."""
    known: dict[tuple[str | None, str], polib.POEntry]
    known = {(entry.msgctxt, entry.msgid): entry for entry in old}
    new = polib.POFile(wrapwidth=100)
    new.metadata = {
        "Language": "en",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    for (context, text, plural), places in wanted.items():
        entry = known.get((context, text)) or polib.POEntry(msgctxt=context, msgid=text)
        entry.msgid_plural = plural or ""
        if plural and not entry.msgstr_plural:
            entry.msgstr_plural = {0: "", 1: ""}
        entry.occurrences = [(place, "") for place in places]
        new.append(entry)
    return new


def faults_of(catalogue: polib.POFile, wanted: dict[Message, list[str]]) -> list[str]:
    """What keeps the catalogue from being complete; empty when nothing does."""
    known = {(entry.msgctxt, entry.msgid) for entry in catalogue}
    needed = {(context, text) for context, text, _ in wanted}
    missing = [f"not collected: {text}" for _, text in sorted(needed - known, key=str)]
    unused = [f"used nowhere: {text}" for _, text in sorted(known - needed, key=str)]
    return (
        missing
        + unused
        + [f"untranslated: {one.msgid}" for one in catalogue.untranslated_entries()]
    )


if __name__ == "__main__":
    sys.exit(main())
