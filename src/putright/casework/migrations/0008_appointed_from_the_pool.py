"""Whether somebody was appointed from the council's pool. Nobody has been so far."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("casework", "0007_restricted_access")]
    operations = [
        migrations.AddField("AppointmentRow", "member", models.IntegerField(default=0), preserve_default=False),
    ]
