"""The versions of letters, append-only in the database itself."""

from django.db import migrations, models

from putright.casework import triggers

APPEND_ONLY = ("correspondence_letter_version",)


def _install(_apps, schema_editor):
    triggers.install(schema_editor.connection, APPEND_ONLY)


def _remove(_apps, schema_editor):
    triggers.remove(schema_editor.connection, APPEND_ONLY)


class Migration(migrations.Migration):
    initial = True
    dependencies = [("casework", "0002_append_only_and_search")]
    operations = [
        migrations.CreateModel(
            name="LetterVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("authority", models.CharField(max_length=50)),
                ("code", models.CharField(max_length=80)),
                ("number", models.IntegerField()),
                ("title", models.CharField(max_length=200)),
                ("to_be_vetted", models.BooleanField()),
                ("body", models.TextField()),
                ("saved_at", models.DateTimeField()),
                ("by", models.CharField(max_length=120)),
            ],
            options={
                "db_table": "correspondence_letter_version",
                "constraints": [
                    models.UniqueConstraint(fields=("authority", "code", "number"), name="letter_version_once")
                ],
            },
        ),
        migrations.RunPython(_install, _remove),
    ]
