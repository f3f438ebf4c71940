"""What the page around every page needs: light, language, where one is."""

from django.http import HttpRequest

from tomarigi.common.help import language

LOOK_COOKIE = "look"
LOOKS = ("device", "day", "night")
_ROOMS = {"past": "past", "delete": "past", "help": "help"}
_SETTINGS = {"settings", "erase", "look", "language", "take_away"}


def surroundings(request: HttpRequest) -> dict[str, str]:
    """Values for `base.html`; none of them comes from the database."""
    match = request.resolver_match
    name = match.url_name if match and match.url_name else ""
    look = request.COOKIES.get(LOOK_COOKIE, "")
    return {
        "language": language(),
        "look": look if look in LOOKS else LOOKS[0],
        "here": "settings" if name in _SETTINGS else _ROOMS.get(name, "lay"),
    }
