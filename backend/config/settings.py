"""Django's settings, made from the validated environment and nothing else."""

import secrets
from typing import Any

from csp.constants import NONE, SELF

from backend.config import environment, logs
from backend.config.environment import PROJECT, Mode
from backend.servers import facts, postgres
from graph import embedded

ENVIRONMENT = environment.read()
PRODUCTION = ENVIRONMENT.mode is Mode.PRODUCTION
DEMO = ENVIRONMENT.mode is Mode.DEMO
DEBUG = False

# Where the embedded servers live. Reading settings never starts or writes anything.
DATA = ENVIRONMENT.data
_facts = facts.read(DATA)

# Outside production the key lives in the data folder, so that sessions outlive a restart.
SECRET_KEY = ENVIRONMENT.secret_key or (_facts.secret_key if _facts else secrets.token_urlsafe(48))
ALLOWED_HOSTS = list(ENVIRONMENT.hosts)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "csp",
    "procrastinate.contrib.django",
    "backend.audit",
    "backend.outbox",
    "backend.accounts",
    "backend.directory",
    "backend.playbook",
    "backend.introductions",
    "backend.api.guard",
    "backend.projection",
    "backend.matching",
    *(["backend.demo"] if DEMO else []),
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "backend.config.responses.not_indexed",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "backend.config.logs.request_logged",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "backend.config.urls"
WSGI_APPLICATION = "backend.config.wsgi.application"
AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SESSION_ENGINE = "django.contrib.sessions.backends.db"


def _database() -> dict[str, Any]:
    """Return Django's description of the named database, or of the embedded one."""
    named = dict(ENVIRONMENT.database or {})
    if not named:
        named = {
            "host": str(postgres.socket_folder(DATA)),
            "user": postgres.USER,
            "dbname": postgres.DATABASE,
        }
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": named.pop("dbname"),
        "USER": named.pop("user", ""),
        "PASSWORD": named.pop("password", ""),
        "HOST": named.pop("host", ""),
        "PORT": named.pop("port", ""),
        # A pooled connection is tried before it is handed out: the server may have been restarted.
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "connect_timeout": 5,
            **named,
        },
    }


DATABASES = {"default": _database()}

# The graph. Empty while the bundled engine has never run; the command that starts it fills this in.
if ENVIRONMENT.graph:
    NEO4J_URI = ENVIRONMENT.graph.uri
    NEO4J_USER = ENVIRONMENT.graph.user
    NEO4J_PASSWORD = ENVIRONMENT.graph.password
else:
    NEO4J_URI = _facts.graph_uri if _facts else ""
    NEO4J_USER = embedded.USER
    NEO4J_PASSWORD = _facts.graph_password if _facts else ""

# The rules of introductions. How long an ask is open and its pair apart is fixed when it is asked;
# after another number of asks received, rebuild the graph, which knows who is at the cap.
MOST_ASKS_SENT = 3
MOST_ASKS_RECEIVED = 3
DAYS_AN_ASK_IS_OPEN = 14
COOL_OFF_DAYS = 180
# To how many members one person may be suggested in a week. The same holds: rebuild afterwards.
MOST_LISTS_A_WEEK = 12

# Jobs. Tasks are read in when somebody queues or works, not wherever Django is set up.
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = ""
PROCRASTINATE_IMPORT_PATHS = ["backend.jobs.tasks"]
# A worker that starts does at once what fell due in the last hour while none ran.
PROCRASTINATE_PERIODIC_DEFAULTS = {"max_delay": 3600}

LOGGING = logs.LOGGING

LANGUAGE_CODE = "en"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# The web app: Vite writes hashed names below assets/, so those may be kept for ever.
WEB_APP = PROJECT / "frontend" / "dist"
STATIC_URL = "/static/"
STATICFILES_DIRS = [("app", str(WEB_APP))] if WEB_APP.is_dir() else []
WHITENOISE_USE_FINDERS = True
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/static/app/assets/"
WHITENOISE_ALLOW_ALL_ORIGINS = False

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "backend.config.responses.csrf_failed"

if PRODUCTION:
    SESSION_COOKIE_NAME = "__Host-sessionid"
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    # The proxy that ends TLS says so in this header, and must drop it from what it is sent.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
