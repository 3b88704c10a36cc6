"""The tables added to reports, append-only in the database itself."""

from django.db import migrations, models

from putright.casework import triggers

APPEND_ONLY = ("oversight_added_table",)


def _install(_apps, schema_editor):
    triggers.install(schema_editor.connection, APPEND_ONLY)


def _remove(_apps, schema_editor):
    triggers.remove(schema_editor.connection, APPEND_ONLY)


class Migration(migrations.Migration):
    dependencies = [("oversight", "0001_initial"), ("casework", "0002_append_only_and_search")]
    operations = [
        migrations.CreateModel(
            name="AddedTable",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("authority", models.CharField(max_length=50)),
                ("report", models.CharField(max_length=80)),
                ("table", models.CharField(max_length=80)),
                ("number", models.IntegerField()),
                ("name", models.CharField(max_length=100)),
                ("definition", models.TextField()),
                ("asked", models.TextField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("saved_at", models.DateTimeField()),
                ("by", models.CharField(max_length=120)),
            ],
            options={
                "db_table": "oversight_added_table",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("authority", "report", "table", "number"), name="added_table_version_once"
                    )
                ],
            },
        ),
        migrations.RunPython(_install, _remove),
    ]
