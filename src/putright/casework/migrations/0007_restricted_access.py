"""Whether a representation is seen by few. None has been restricted so far."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("casework", "0006_person_key_by_key")]
    operations = [
        migrations.AddField(
            "RepresentationRow", "access", models.CharField(default="open", max_length=80), preserve_default=False
        ),
        migrations.AddIndex(
            "RepresentationRow",
            models.Index(fields=["authority"], condition=models.Q(access="restricted"), name="rep_restricted"),
        ),
    ]
