"""What every answer carries, and the page that the web app starts from."""

import re
from collections.abc import Callable

from django.conf import settings
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from backend.accounts.viewer import language_from
from backend.core.messages import CoreMessage, Message

Respond = Callable[[HttpRequest], HttpResponse]
# For whoever builds it, at a terminal: in English.
NOT_BUILT = (
    "The web app has not been built yet: run “make demo”, "
    "or “npm install” and “npm run build” in the folder frontend.\n"
)
_MODE = re.compile(r'<meta\s+name="counterpart-mode"[^>]*>')


def not_indexed(respond: Respond) -> Respond:
    """Keep every answer out of search engines: the network is for its members."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = respond(request)
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return middleware


@require_safe
@ensure_csrf_cookie
def page(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Return the web app's page for every address that it shows itself, with the mode filled in."""
    index = settings.WEB_APP / "index.html"
    if not index.is_file():
        return HttpResponse(NOT_BUILT, status=503, content_type="text/plain; charset=utf-8")
    mode = f'<meta name="counterpart-mode" content="{settings.ENVIRONMENT.mode}">'
    html = _MODE.sub("", index.read_text(encoding="utf-8"))
    response = HttpResponse(html.replace("</head>", f"{mode}</head>", 1))
    response.headers["Cache-Control"] = "no-store"
    return response


@require_safe
def healthy(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Tell a load balancer whether this process can answer: 200, or 503 without a database."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except OperationalError:
        return JsonResponse({"status": "no database"}, status=503)
    return JsonResponse({"status": "ok"})


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """Refuse a request without the page's token, in the shape that the web app reads."""
    message = Message(CoreMessage.PAGE_TOO_OLD).text(language_from(request))
    error = {"message": message, "extensions": {"code": "FORBIDDEN"}}
    return JsonResponse({"errors": [error]}, status=403)
