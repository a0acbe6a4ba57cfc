"""Importing municipal officials from Open States `people` files, as records that only staff see."""

import os
from pathlib import Path

from backend.imports import services
from backend.imports.comparison import Comparison
from backend.imports.messages import ImportMessage
from backend.imports.people import Person, read_person
from backend.imports.reading import WrongPathError, shown
from backend.imports.report import Progress, Rejection, Report

SUFFIXES = (".yml", ".yaml")


def run(path: Path, *, apply: bool, strict: bool = False, progress: Progress) -> Report:
    """Compare a folder of files (or one file) with the stored officials; with `apply`, write.

    `strict` writes nothing when anybody is rejected. Whoever has become more than a record keeps
    their name and contact ways: only terms are added. Raises WrongPathError when nothing is there,
    DomainError when somebody else changed the same rows meanwhile.
    """
    report = Report("people")
    people = _read(path, report, progress)
    with services.one_transaction(apply=apply):
        plan = Comparison(people, report).plan()
        if apply and not (strict and report.rejected):
            services.people_write(plan=plan)
            report.applied = True
    return report


def _read(path: Path, report: Report, progress: Progress) -> list[Person]:
    """Read every file in the order of their paths, rejecting what is wrong in one or doubled."""
    files = _files(path)
    people: dict[str, Person] = {}
    other_roles = 0
    for number, (file, name) in enumerate(files, start=1):
        person = read_person(file, name)
        if isinstance(person, list):
            report.reject(person)
        elif person.source_key in people:
            reason = f"{people[person.source_key].file} has the same id."
            report.reject([Rejection(name, 1, "id", reason)])
        else:
            people[person.source_key] = person
            other_roles += person.other_roles
        progress(number, len(files))
    if other_roles:
        report.notes.append(
            f"Left aside: {other_roles} past roles in a state's government, not municipal ones."
        )
    return list(people.values())


def _files(path: Path) -> list[tuple[Path, str]]:
    """Return the files with how to call them: by their path within the folder."""
    # Path.is_file raises for a name that is too long.
    if os.path.isfile(path):  # noqa: PTH113
        return [(path, shown(Path(path.name)))]
    if not os.path.isdir(path):  # noqa: PTH112
        raise WrongPathError(ImportMessage.NO_FILE_OR_FOLDER, path)
    found = sorted(file for file in path.rglob("*") if file.suffix in SUFFIXES and file.is_file())
    if not found:
        raise WrongPathError(ImportMessage.NO_FILE_OF_PEOPLE, path)
    return [(file, shown(file.relative_to(path))) for file in found]
