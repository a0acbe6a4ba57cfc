"""The member API's schema: the exported file, its descriptions, and its choices."""

from pathlib import Path

import pytest
from graphql import build_schema, is_introspection_type, is_specified_scalar_type

from backend.api.member import schema
from backend.directory.models import Issue

pytestmark = pytest.mark.django_db


def test_the_exported_schema_is_valid_described_and_the_file_in_the_project():
    text = schema.export()
    built = build_schema(text)
    file = Path(__file__).parents[3] / "schema.graphql"
    assert file.read_text(encoding="utf-8") == text, "Run “make schema” and look at the difference."
    for name, kind in built.type_map.items():
        if is_introspection_type(kind) or is_specified_scalar_type(kind):
            continue
        assert kind.description, name
        for field_name, field in getattr(kind, "fields", {}).items():
            assert field.description, f"{name}.{field_name}"
            for argument_name, argument in getattr(field, "args", {}).items():
                assert argument.description, f"{name}.{field_name}({argument_name})"
        for value_name, value in getattr(kind, "values", {}).items():
            assert value.description, f"{name}.{value_name}"


def test_choices_of_the_schema_are_those_of_the_tables():
    from backend.api.member.types import enums  # noqa: PLC0415
    from backend.directory import models, selectors  # noqa: F401, PLC0415
    from backend.playbook import models as playbook  # noqa: PLC0415

    for name in ("Stage", "Priority", "HelpKind", "OfficeKind", "Visibility", "ContactKind"):
        stored = getattr(models, name)
        assert {each.name: each.value for each in getattr(enums, name)} == {
            each.name: each.value for each in stored
        }
    assert {each.value for each in enums.OrganizationKind} == set(models.OrganizationKind.values)
    assert {each.value for each in enums.AdoptionStatus} == set(playbook.AdoptionStatus.values)
    assert {each.value for each in enums.DatePrecision} == set(playbook.DatePrecision.values)
    assert Issue.objects.count() == 0
