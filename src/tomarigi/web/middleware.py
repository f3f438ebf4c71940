"""What is answered when words cannot be opened."""

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from tomarigi.common.sealing import SealBroken
from tomarigi.web.views import sealed

logger = logging.getLogger(__name__)


class SealedPage:
    """A broken seal becomes a page that says what to do, not a broken page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer a broken seal; leave every other error to Django."""
        if not isinstance(error, SealBroken):
            return None
        logger.error("a seal could not be opened: the secret is not the one it was made with")
        return sealed(request)
