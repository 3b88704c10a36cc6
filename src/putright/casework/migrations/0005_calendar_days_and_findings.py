"""Calendar days beside working days, what was found on the whole, and the month of closing for stages and concerns."""

from django.db import migrations, models

CLOSED_SO_FAR = """
    UPDATE {table} SET closed_month = (
        SELECT closed_month FROM facts_representation WHERE facts_representation.id = {table}.representation_id
    )
"""


def _month(model):
    return migrations.AddField(model, "closed_month", models.IntegerField(default=0), preserve_default=False)


class Migration(migrations.Migration):
    # `putright rebuild` fills the days and the finding of what was recorded before.
    dependencies = [("casework", "0004_advocate_and_furthest_stage")]
    operations = [
        migrations.AddField(
            "RepresentationRow",
            "finding",
            models.CharField(default="not_recorded", max_length=80),
            preserve_default=False,
        ),
        migrations.AddField("StageRow", "calendar_days", models.IntegerField(default=-1), preserve_default=False),
        _month("StageRow"),
        _month("ConcernRow"),
        migrations.RunSQL(CLOSED_SO_FAR.format(table="facts_stage"), migrations.RunSQL.noop),
        migrations.RunSQL(CLOSED_SO_FAR.format(table="facts_concern"), migrations.RunSQL.noop),
    ]
