"""What every answer carries: a strict content policy, and no copy left on the way."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.utils.cache import patch_cache_control

CONTENT_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; manifest-src 'self';"
    " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

_POWERS = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"


def privacy_headers(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: nothing from another host, nothing kept by a cache, no address passed on."""

    def with_headers(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers["Content-Security-Policy"] = CONTENT_POLICY
        response.headers["Permissions-Policy"] = _POWERS
        if not response.has_header("Cache-Control"):
            patch_cache_control(response, no_store=True, private=True)
        return response

    return with_headers


def same_site_only(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: another site may lead a person to the first page, and ask for nothing else.

    Without this a page anywhere could embed ours, or learn that Tomarigi is running. Browsers send
    `Sec-Fetch-Site` themselves; pages cannot change it.
    """

    def guarded(request: HttpRequest) -> HttpResponse:
        foreign = request.headers.get("Sec-Fetch-Site") in {"cross-site", "same-site"}
        arrives = (
            request.method == "GET"
            and request.path == "/"
            and request.headers.get("Sec-Fetch-Dest", "document") == "document"
        )
        if foreign and not arrives:
            return HttpResponseForbidden(content_type="text/plain")
        return get_response(request)

    return guarded
