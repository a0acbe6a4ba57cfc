"""What is left of each user's budget at each endpoint."""

from django.db import models

from backend.accounts.models import User


class Budget(models.Model):
    """A token bucket. The table is unlogged: a crash of the server only fills the buckets."""

    pk = models.CompositePrimaryKey("user_id", "endpoint")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    endpoint = models.CharField(max_length=20)
    remaining = models.FloatField(help_text="Points that were left at that time.")
    at = models.DateTimeField()

    def __str__(self) -> str:
        """Name the bucket by its user and endpoint."""
        return f"budget of user {self.user_id} at {self.endpoint}"
