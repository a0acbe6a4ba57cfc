"""The two endpoints at their addresses, and the example beside them."""

from django.urls import path

from backend.staff_api import views as staff_api
from tests.api import example

urlpatterns = [
    path("staff/graphql", staff_api.view),
    path("example", example.view),
]
