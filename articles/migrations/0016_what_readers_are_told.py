from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("articles", "0015_redactions"),
    ]

    operations = [
        migrations.AddField(
            model_name="languageservice",
            name="exit_url",
            field=models.URLField(
                blank=True,
                help_text="A harmless page, such as the weather: with it a way out stands on every page of the service, for readers who must not be seen with it.",
                verbose_name="quick exit",
            ),
        ),
        migrations.AlterField(
            model_name="correction",
            name="kind",
            field=models.CharField(
                choices=[
                    ("correction", "Correction"),
                    ("clarification", "Clarification"),
                    ("update", "Update"),
                ],
                default="correction",
                max_length=20,
            ),
        ),
    ]
