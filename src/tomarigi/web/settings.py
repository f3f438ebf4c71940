"""One settings file, read from the environment.

TOMARIGI_HOME       where everything of the person lives (default: the user's data directory)
TOMARIGI_PORT       the port on 127.0.0.1 (default: 8765)
TOMARIGI_TIME_ZONE  where the person is (default: the machine's own zone)
"""

import os
from pathlib import Path

from platformdirs import user_data_path
from tzlocal import get_localzone_name

from tomarigi.common.secret import derive, machine_secret

TOMARIGI_HOME = Path(os.environ.get("TOMARIGI_HOME") or user_data_path("tomarigi"))
TOMARIGI_HOME.mkdir(mode=0o700, parents=True, exist_ok=True)
TOMARIGI_HOME.chmod(0o700)
# SQLite makes its journals with this.
os.umask(0o077)
TOMARIGI_PORT = int(os.environ.get("TOMARIGI_PORT", "8765"))

SECRET_KEY = derive(machine_secret(TOMARIGI_HOME), purpose="django").hex()
DEBUG = False
# Only this machine asks. A page on another host that points its name here gets 400.
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "tomarigi.common",
    "tomarigi.people",
    "tomarigi.holds",
    "tomarigi.web",
]
MIDDLEWARE = [
    "tomarigi.common.middleware.same_site_only",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "tomarigi.common.middleware.privacy_headers",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "tomarigi.web.middleware.SealedPage",
]
ROOT_URLCONF = "tomarigi.web.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": ["tomarigi.web.surroundings.surroundings"],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "tomarigi.common.templatetags.tomarigi",
            ],
        },
    }
]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": TOMARIGI_HOME / "tomarigi.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 10,
            # secure_delete: erased rows are overwritten. temp_store: nothing of a query on disk.
            "init_command": (
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
                " PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;"
            ),
        },
    }
}

LANGUAGE_CODE = "ja"
LANGUAGES = [("ja", "日本語"), ("en", "English")]
LOCALE_PATHS = [Path(__file__).parent / "locale"]
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_SAMESITE = "Strict"
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_AGE = 60 * 60 * 24 * 365
USE_TZ = True
TIME_ZONE = os.environ.get("TOMARIGI_TIME_ZONE") or get_localzone_name() or "UTC"

STATIC_URL = "static/"
# Served straight from the package: no collecting step on a person's machine.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
STATIC_ROOT = None

CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "tomarigi.web.views.form_expired"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# A form of 20,000 characters is under 200 kB when it is sent; a far longer one must still
# come back to the person with a kind word, not as a refused request.
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024
# Uploads never become temporary files.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"wordless": {"()": "tomarigi.common.logs.WordlessFormatter"}},
    "handlers": {"standard_error": {"class": "logging.StreamHandler", "formatter": "wordless"}},
    "root": {"handlers": ["standard_error"], "level": "INFO"},
    # Django's own handlers would mail or print requests with their data.
    "loggers": {
        "django": {"handlers": ["standard_error"], "level": "WARNING", "propagate": False},
        "waitress": {"level": "WARNING"},
    },
}
