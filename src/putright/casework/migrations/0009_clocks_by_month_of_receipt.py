"""The month of receipt beside each clock, so that a report can count by year what was done in time."""

from django.db import migrations, models

RECEIVED_SO_FAR = """
    UPDATE facts_clock SET received_month = (
        SELECT received_month FROM facts_representation WHERE facts_representation.id = facts_clock.representation_id
    )
"""


class Migration(migrations.Migration):
    dependencies = [("casework", "0008_appointed_from_the_pool")]
    operations = [
        migrations.AddField("ClockRow", "received_month", models.IntegerField(default=0), preserve_default=False),
        migrations.RunSQL(RECEIVED_SO_FAR, migrations.RunSQL.noop),
    ]
