"""Users for each role, so that everybody can be tried."""

from __future__ import annotations

from django.contrib.auth.models import User

from articles.demo.building import House
from articles.demo.content_files import house
from articles.models import StaffRole


def hire_staff(built: House, password: str) -> dict[str, User]:
    """The demonstration's users by user name."""
    hired = {}
    for row in house()["staff"]:
        first, _space, last = row["name"].partition(" ")
        user = User.objects.create_user(
            row["user"], password=password, first_name=first, last_name=last, is_staff=True
        )
        service = built.services.get(row.get("service", ""))
        StaffRole.objects.create(
            user=user, newsroom=service.newsroom if service else None, role=row["role"]
        )
        if row.get("contributor"):
            _own_byline(user, row["name"], built)
        hired[row["user"]] = user
    return hired


def login_lines(password: str) -> list[str]:
    return [f"login {row['role']} {row['user']} {password}" for row in house()["staff"]]


def _own_byline(user: User, name: str, built: House) -> None:
    person = next((one for one in built.people.values() if one.name == name), None)
    if person:
        person.user = user
        person.save()
