"""The two endpoints at their addresses, and the example beside them."""

from django.urls import path

from backend.api.member import views as member_api
from backend.api.staff import views as staff_api
from tests.api import example

urlpatterns = [
    path("graphql", member_api.view),
    path("staff/graphql", staff_api.view),
    path("example", example.view),
]
