"""Logs for machines: one JSON object a line, with ids and counts and nobody's name."""

import sys
import time
import traceback
from collections.abc import Callable
from typing import Any

import structlog
from django.http import HttpRequest, HttpResponse
from structlog.typing import EventDict

_SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def only_where_it_failed(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """Log the kind of an exception and where it came from; its message may quote somebody."""
    given = event.pop("exc_info", None)
    error = sys.exc_info()[1] if given is True else given[1] if isinstance(given, tuple) else given
    if isinstance(error, BaseException):
        frames = traceback.extract_tb(error.__traceback__)
        event["exception"] = type(error).__qualname__
        event["at"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return event


LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {
            "()": structlog.stdlib.ProcessorFormatter,
            "foreign_pre_chain": _SHARED,
            "processors": [
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                only_where_it_failed,
                structlog.processors.JSONRenderer(),
            ],
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        # Its messages carry whole paths and queries; the line of `request_logged` does not.
        "django.request": {"level": "ERROR"},
        "django.server": {"level": "WARNING"},
        "gunicorn.error": {"level": "INFO", "handlers": ["stderr"], "propagate": False},
        "neo4j": {"level": "ERROR"},
        "procrastinate": {"level": "WARNING"},
        "psycopg.pool": {"level": "ERROR"},
    },
}

structlog.configure(
    processors=[
        structlog.stdlib.filter_by_level,
        *_SHARED,
        structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
    ],
    logger_factory=structlog.stdlib.LoggerFactory(),
    wrapper_class=structlog.stdlib.BoundLogger,
    cache_logger_on_first_use=True,
)

_log = structlog.get_logger("counterpart.requests")
Respond = Callable[[HttpRequest], HttpResponse]


def request_logged(respond: Respond) -> Respond:
    """Log each answer: method, name of the route (never the address), status, time, user id."""

    def middleware(request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        response = respond(request)
        match = request.resolver_match
        # Who it was, if anything asked; to ask here would cost each page two statements.
        user = getattr(request, "_cached_user", None)
        _log.info(
            "request",
            method=request.method,
            route=match.view_name if match else None,
            status=response.status_code,
            milliseconds=round((time.perf_counter() - began) * 1000, 1),
            user=user.pk if user else None,
        )
        return response

    return middleware
