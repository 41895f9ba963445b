"""After a test that may not be rolled back, what the migrations wrote is written again: some 6,500
rows, most of them regions. Django saves them one by one, which took longer than most of the tests.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import pytest
from django.core import serializers
from django.core.serializers.base import DeserializedObject
from django.db import models, transaction
from django.db.backends.base.creation import BaseDatabaseCreation


@pytest.fixture(scope="session", autouse=True)
def _restored_at_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseCreation, "deserialize_db_from_string", restore)
        yield


def restore(creation: BaseDatabaseCreation, data: str) -> None:
    """Rows may refer to later ones: the constraints wait until all are there."""
    connection = creation.connection
    rows = _rows_of(data)
    with transaction.atomic(using=connection.alias), connection.constraint_checks_disabled():
        for model, found in rows.items():
            table = model._base_manager.using(connection.alias)
            table._raw_delete(connection.alias)  # before the first of these tests they are there
            table.bulk_create([row.object for row in found])
            for row in found:
                if row.m2m_data:
                    row.save(using=connection.alias)
    connection.check_constraints(table_names={model._meta.db_table for model in rows})


@cache
def _rows_of(data: str) -> dict[type[models.Model], list[DeserializedObject]]:
    rows = defaultdict(list)
    for row in serializers.deserialize("json", data):
        rows[type(row.object)].append(row)
    return rows
