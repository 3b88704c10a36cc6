"""People are looked for by several keys at once: the key goes before its kind in the index."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("casework", "0005_calendar_days_and_findings")]
    operations = [
        migrations.RemoveIndex("PersonKey", "person_key_found_by"),
        migrations.AddIndex(
            "PersonKey",
            models.Index(fields=["authority", "key", "kind", "representation"], name="person_key_by_key"),
        ),
    ]
