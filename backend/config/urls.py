"""Every address of the server; the web app shows the rest."""

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.urls import include, path, re_path
from django.views.decorators.http import require_POST

from backend.api.member import views as member_api
from backend.api.staff import views as staff_api
from backend.config.responses import healthy, page


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    logout(request)
    return HttpResponse(status=204)


urlpatterns = [
    path("graphql", member_api.view, name="member_api"),
    path("staff/graphql", staff_api.view, name="staff_api"),
    path("sign-out", sign_out, name="sign_out"),
    path("healthz", healthy, name="healthy"),
    *([path("demo/", include("backend.demo.urls"))] if settings.DEMO else []),
    re_path(r"^(?!static/|demo/).*$", page, name="page"),
]
