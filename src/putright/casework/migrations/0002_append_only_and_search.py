"""The log and the register become append-only in the database itself; words become findable."""

from django.db import migrations

from putright.casework import search, triggers


def _install(_apps, schema_editor):
    triggers.install(schema_editor.connection)
    schema_editor.execute(search.CREATE[schema_editor.connection.vendor])


def _remove(_apps, schema_editor):
    triggers.remove(schema_editor.connection)
    schema_editor.execute(search.DROP)


class Migration(migrations.Migration):
    dependencies = [("casework", "0001_initial")]
    operations = [migrations.RunPython(_install, _remove)]
