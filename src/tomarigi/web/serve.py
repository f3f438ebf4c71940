"""Open the house on this machine: migrate, tidy, listen on 127.0.0.1."""

import logging
import os
import socket
import threading
from datetime import timedelta

import django
import waitress
from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import DatabaseError

logger = logging.getLogger(__name__)

HOST = "127.0.0.1"
MOST_OF_A_BODY = 8 * 1024 * 1024
"""Bytes. As `DATA_UPLOAD_MAX_MEMORY_SIZE`."""
NEVER_ON_DISK = 1024 * 1024 * 1024
"""Bytes. Waitress writes larger bodies and answers to temporary files, in clear; ours never are."""
TIDY_EVERY = timedelta(minutes=10)


class PortTaken(RuntimeError):
    """Something else listens on the port."""

    def __init__(self, *, port: int) -> None:
        super().__init__(f"port {port} is taken")
        self.port = port


def serve() -> None:
    """Run until interrupted.

    Raises:
        PortTaken: the port is in use, perhaps by Tomarigi itself.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tomarigi.web.settings")
    django.setup()
    _refuse_a_taken_port(settings.TOMARIGI_PORT)
    call_command("migrate", verbosity=0, interactive=False)
    (settings.TOMARIGI_HOME / "tomarigi.sqlite3").chmod(0o600)
    _keep_tidy()
    server = waitress.create_server(
        get_wsgi_application(),
        host=HOST,
        port=settings.TOMARIGI_PORT,
        threads=4,
        ident=None,
        max_request_body_size=MOST_OF_A_BODY,
        inbuf_overflow=NEVER_ON_DISK,
        outbuf_overflow=NEVER_ON_DISK,
    )
    print(f"とまりぎ: http://{HOST}:{settings.TOMARIGI_PORT}  (Ctrl+C: close)", flush=True)  # noqa: T201
    server.run()


def _refuse_a_taken_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise PortTaken(port=port) from error


def _keep_tidy() -> None:
    """Erase what was let go a day ago: now, and every ten minutes while the house is open."""
    from django.utils.timezone import now  # noqa: PLC0415 needs set-up

    from tomarigi.holds.services import erase_let_go  # noqa: PLC0415 needs set-up
    from tomarigi.people.privacy import scrub_if_owed  # noqa: PLC0415 needs set-up

    def tidy() -> None:
        pause = threading.Event()
        while True:
            try:
                erase_let_go(at=now())
                scrub_if_owed()
            except DatabaseError:
                # Busy or full: the words are out of sight already, and the next round tries again.
                logger.warning("tidying failed")
            pause.wait(TIDY_EVERY.total_seconds())

    threading.Thread(target=tidy, name="tidy", daemon=True).start()
