"""Becoming one of a few invented people with one click. Only in the demo."""

import json

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_GET, require_POST

from backend.accounts.viewer import language_from, second_factor_shown
from backend.core.messages import Message, MessageId
from backend.demo.choices import account, choices

LARGEST_BODY = 1_000


class DemoMessage(MessageId):
    """Why nobody was signed in, in both languages."""

    NAME_A_PERSON = (
        'Send JSON that names a person: {{"id": "…"}}.',
        'Envíe JSON que nombre a una persona: {{"id": "…"}}.',
    )
    NOBODY = (
        "Nobody with this id can be chosen; reload the page.",
        "No se puede elegir a nadie con este id; vuelva a cargar la página.",
    )


@require_GET
def people(request: HttpRequest) -> JsonResponse:  # noqa: ARG001 - every view takes one
    """List who can be chosen."""
    return JsonResponse({"people": choices()})


@require_POST
@csrf_protect
def sign_in(request: HttpRequest) -> HttpResponse:
    """Become the person whose id the JSON body names, in a new session."""
    try:
        body = json.loads(request.body if len(request.body) <= LARGEST_BODY else b"")
    except (ValueError, RecursionError):
        body = None
    key = body.get("id") if isinstance(body, dict) else None
    if not isinstance(key, str):
        return _refused(request, 400, "BAD_INPUT", DemoMessage.NAME_A_PERSON)
    user = account(key)
    if user is None:
        return _refused(request, 404, "NOT_FOUND", DemoMessage.NOBODY)
    # Takes a new session key, so that one planted before signing in is worth nothing after it.
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    # The demo alone: nobody has a second factor to show here.
    second_factor_shown(request.session)
    return HttpResponse(status=204)


def _refused(request: HttpRequest, status: int, code: str, message: DemoMessage) -> JsonResponse:
    text = Message(message).text(language_from(request))
    error = {"message": text, "extensions": {"code": code}}
    return JsonResponse({"errors": [error]}, status=status)
