"""Users: whoever can sign in, as a member or as staff."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from backend.core.languages import Language
from backend.core.text import fold

__all__ = ["Language", "Role", "User"]


class Role(models.TextChoices):
    """What a user may do, with a second factor; readers, brokers and admins are staff."""

    MEMBER = "member"
    READER = "reader"
    BROKER = "broker"
    ADMIN = "admin"


class UserManager(BaseUserManager["User"]):
    """Makes users whose address is unique without its case and accents."""

    def create_user(self, email: str, role: Role = Role.MEMBER, **fields: Any) -> "User":
        """Create a user without a password: nobody signs in with one."""
        user = self.model(email=email, email_folded=fold(email), role=role, **fields)
        user.set_unusable_password()
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """Somebody who can sign in. The person of a member is `user.official`."""

    email = models.EmailField(max_length=254)
    email_folded = models.CharField(max_length=254, unique=True)
    role = models.CharField(max_length=10, choices=Role, default=Role.MEMBER)
    display_name = models.CharField(max_length=200, blank=True, help_text="Of staff.")
    language = models.CharField(max_length=2, choices=Language, blank=True)
    is_active = models.BooleanField(default=True)
    invented = models.BooleanField(default=False)

    USERNAME_FIELD = "email_folded"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(role__in=Role.values), name="user_role_known"
            ),
        )

    def __str__(self) -> str:
        """Name the user by id: an address has no place in a log."""
        return f"user {self.pk}"
