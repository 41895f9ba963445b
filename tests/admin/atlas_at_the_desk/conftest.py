"""A group of regions, and an administrator of the whole house."""

import pytest

from articles.models import Region


@pytest.fixture
def nordic(db):
    return Region.objects.create(code="NORDIC", name="Nordic countries", kind="group")


@pytest.fixture
def administrator(cast, log_in):
    return log_in(cast.administrator)
