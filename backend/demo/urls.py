"""The demo's own addresses, below /demo/; they are in no other mode."""

from django.urls import path

from backend.demo import views

urlpatterns = [
    path("people", views.people, name="demo-people"),
    path("sign-in", views.sign_in, name="demo-sign-in"),
]
