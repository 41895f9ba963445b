"""Who wrote a notice: until now the best that is known is who saved it last.

Apart from the field's own migration: PostgreSQL makes no index beside rows just changed.
"""

from django.db import migrations
from django.db.models import F


def copy_from_who_saved(apps, _editor):
    apps.get_model("articles", "LegalNotice").objects.update(written_by=F("changed_by"))


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_who_wrote_a_notice")]

    operations = [migrations.RunPython(copy_from_who_saved, migrations.RunPython.noop)]
