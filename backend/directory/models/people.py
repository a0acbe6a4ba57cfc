"""Officials, how to reach them, and who is connected with whom."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from backend.accounts.models import User
from backend.directory.models.search import FoldedField, search_vector


class Membership(models.TextChoices):
    """How far somebody belongs to the network."""

    RECORD = "record"
    INVITED = "invited"
    MEMBER = "member"
    LEFT = "left"


class Visibility(models.TextChoices):
    """Who may see a contact way or a profile."""

    NETWORK = "network"
    CONNECTIONS = "connections"
    STAFF = "staff"


class Official(models.Model):
    """A person who holds, held or will hold an office. A record has never agreed to anything."""

    user = models.OneToOneField(
        User, null=True, blank=True, on_delete=models.SET_NULL, related_name="official"
    )
    name = models.CharField(max_length=200)
    name_folded = FoldedField(max_length=200, of=("name",))
    search = search_vector("name_folded")
    pronouns = models.CharField(max_length=40, blank=True)
    biography = models.CharField(max_length=2_000, blank=True)
    languages = ArrayField(models.CharField(max_length=2), default=list, blank=True, size=10)
    membership = models.CharField(max_length=10, choices=Membership, default=Membership.RECORD)
    paused = models.BooleanField(default=False, help_text="Wants no suggestions or asks for now.")
    hidden = models.BooleanField(default=False, help_text="The safety switch.")
    profile_visibility = models.CharField(
        max_length=12,
        choices=Visibility,
        default=Visibility.NETWORK,
        help_text="Of pronouns, biography and languages; name and place are apart.",
    )
    invented = models.BooleanField(default=False, help_text="Made up for the demo network.")
    source = models.CharField(max_length=120, blank=True, help_text="Which roster they came from.")
    source_key = models.CharField(
        max_length=200, null=True, blank=True, unique=True, help_text="Their id in that roster."
    )
    joined_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(
        default=1, help_text="Of what they say of themselves: one more at each change of theirs."
    )

    class Meta:
        ordering = ("name_folded", "id")
        indexes = (
            GinIndex(fields=("search",), name="official_search"),
            models.Index(
                fields=("name_folded", "id"),
                condition=Q(membership="member", hidden=False),
                name="official_directory",
            ),
        )
        constraints = (
            models.CheckConstraint(condition=~Q(name=""), name="official_has_a_name"),
            models.CheckConstraint(
                condition=Q(membership__in=Membership.values), name="official_membership_known"
            ),
            models.CheckConstraint(
                condition=Q(profile_visibility__in=Visibility.values),
                name="official_visibility_known",
            ),
            models.CheckConstraint(
                condition=Q(user__isnull=True) | ~Q(membership=Membership.RECORD),
                name="official_record_has_no_user",
            ),
        )

    def __str__(self) -> str:
        """Name the person by id: a name has no place in a log."""
        return f"official {self.pk}"


class ContactKind(models.TextChoices):
    """Ways to reach somebody."""

    EMAIL = "email"
    PHONE = "phone"
    WEBSITE = "website"


class ContactWay(models.Model):
    """One way to reach an official, with its own visibility."""

    official = models.ForeignKey(Official, on_delete=models.CASCADE, related_name="contact_ways")
    kind = models.CharField(max_length=10, choices=ContactKind)
    value = models.CharField(max_length=254)
    visibility = models.CharField(max_length=12, choices=Visibility, default=Visibility.CONNECTIONS)

    class Meta:
        ordering = ("official_id", "kind", "id")
        constraints = (
            models.UniqueConstraint(fields=("official", "kind", "value"), name="contact_way_once"),
            models.CheckConstraint(
                condition=Q(kind__in=ContactKind.values), name="contact_way_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(visibility__in=Visibility.values), name="contact_way_visibility_known"
            ),
        )

    def __str__(self) -> str:
        """Name the way by its kind: the value has no place in a log."""
        return f"{self.kind} of official {self.official_id}"


class Connection(models.Model):
    """Two officials who both said yes. The one with the smaller id stands first."""

    first = models.ForeignKey(Official, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Official, on_delete=models.CASCADE, related_name="+")
    connected_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=("second", "first"), name="connection_other_way"),)
        constraints = (
            models.UniqueConstraint(fields=("first", "second"), name="connection_once"),
            models.CheckConstraint(
                condition=Q(first__lt=F("second")), name="connection_smaller_id_first"
            ),
        )

    def __str__(self) -> str:
        """Name the connection by its two ends."""
        return f"{self.first_id} and {self.second_id}"
