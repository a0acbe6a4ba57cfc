"""What comes over HTTP: one JSON object in one POST, and nothing else."""

import json
from dataclasses import dataclass
from typing import Any, NoReturn

from django.http import HttpRequest, HttpResponse
from django.http.request import UnreadablePostError
from django.middleware.csrf import CsrfViewMiddleware

from backend.api.guard.errors import Code, Refusal
from backend.api.guard.messages import ApiMessage
from backend.core.messages import CoreMessage

MOST_NESTED = 32  # objects and lists within one another
FIELDS = {"query", "operationName", "variables", "extensions"}


@dataclass(frozen=True)
class Submission:
    """A document with the name of the operation to run and its variables, not yet looked at."""

    query: str
    operation_name: str | None
    variables: dict[str, Any]


class _TokenCheck(CsrfViewMiddleware):
    """Django's own check of the page's token, with the reason returned and not rendered."""

    def _reject(self, request: HttpRequest, reason: str) -> HttpResponse:  # noqa: ARG002
        return HttpResponse(reason, status=403)


def _unanswered(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    return HttpResponse()


_token_check = _TokenCheck(_unanswered)


def check_kind(request: HttpRequest) -> None:
    """Refuse all but a POST of JSON."""
    if request.method != "POST":
        raise Refusal(405, Code.BAD_INPUT, ApiMessage.ONLY_POST)
    if request.content_type != "application/json":
        raise Refusal(415, Code.BAD_INPUT, ApiMessage.ONLY_JSON)


def check_token(request: HttpRequest) -> None:
    """Refuse a request without the page's token.

    This comes after the content type, because Django's check reads forms to find the token.
    """
    _token_check.process_request(request)
    if _token_check.process_view(request, _unanswered, (), {}) is not None:
        raise Refusal(403, Code.FORBIDDEN, CoreMessage.PAGE_TOO_OLD)


def read(request: HttpRequest, most_bytes: int) -> Submission:
    """Return what the body asks. Raises a Refusal with status 413 or 400."""
    try:
        if int(request.META.get("CONTENT_LENGTH") or 0) > most_bytes:
            kibibytes = most_bytes // 1024
            raise Refusal(413, Code.BAD_INPUT, ApiMessage.BODY_TOO_LARGE, most=kibibytes)
        body = request.body
        content = json.loads(body.decode(), parse_constant=_no_such_number)
        if _is_nested_too_deeply(content):
            raise _nested_too_deeply()
        if b"\\u" in body:
            # Half a surrogate pair is valid in JSON but can't be stored or printed.
            json.dumps(content, ensure_ascii=False).encode()
    except UnreadablePostError as error:
        raise Refusal(400, Code.BAD_INPUT, ApiMessage.ENDED_EARLY) from error
    except RecursionError as error:
        raise _nested_too_deeply() from error
    except ValueError as error:
        raise Refusal(400, Code.BAD_INPUT, ApiMessage.NO_JSON) from error
    return _submission(content)


def _nested_too_deeply() -> Refusal:
    return Refusal(400, Code.BAD_INPUT, ApiMessage.JSON_NESTED)


def _is_nested_too_deeply(content: Any) -> bool:
    """Tell whether there are too many levels, wherever this Python's own limit is."""
    level = [content]
    for _ in range(MOST_NESTED):
        level = [
            inner
            for outer in level
            if isinstance(outer, dict | list)
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
    return bool(level)


def _no_such_number(name: str) -> NoReturn:
    raise ValueError(name)


def _submission(content: Any) -> Submission:
    if isinstance(content, list):
        raise Refusal(400, Code.BAD_INPUT, ApiMessage.NO_BATCHES)
    if not isinstance(content, dict):
        raise Refusal(400, Code.BAD_INPUT, ApiMessage.NO_OBJECT)
    if content.keys() - FIELDS:
        raise Refusal(400, Code.BAD_INPUT, ApiMessage.OTHER_FIELD)
    query = content.get("query")
    name = content.get("operationName")
    variables = content.get("variables")
    if not isinstance(query, str) or not query.strip():
        raise Refusal(400, Code.BAD_INPUT, ApiMessage.QUERY_IS_A_DOCUMENT)
    if not isinstance(name, str | None):
        raise Refusal(400, Code.BAD_INPUT, ApiMessage.OPERATION_NAME_IS_A_TEXT)
    if not isinstance(variables, dict | None):
        raise Refusal(400, Code.BAD_INPUT, ApiMessage.VARIABLES_ARE_AN_OBJECT)
    return Submission(query, name or None, variables or {})
