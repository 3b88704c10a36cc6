"""Whether an advocate takes part in a representation, and which of its stages is the last that started."""

from django.db import migrations, models

NAMED_SO_FAR = """
    UPDATE facts_representation SET advocate = 'yes' WHERE id IN (
        SELECT representation_id FROM casework_log
        WHERE kind = 'PartyNamed' AND event LIKE '%"role":"advocate"%'
    )
"""
REACHED_SO_FAR = """
    UPDATE facts_stage SET furthest = 'yes' WHERE started_on IS NOT NULL AND stage = (
        SELECT stage FROM facts_representation WHERE facts_representation.id = facts_stage.representation_id
    )
"""


class Migration(migrations.Migration):
    dependencies = [("casework", "0003_people_and_triage")]
    operations = [
        migrations.AddField(
            "RepresentationRow", "advocate", models.CharField(default="no", max_length=80), preserve_default=False
        ),
        migrations.RunSQL(NAMED_SO_FAR, migrations.RunSQL.noop),
        migrations.AddField(
            "StageRow", "furthest", models.CharField(default="no", max_length=80), preserve_default=False
        ),
        migrations.RunSQL(REACHED_SO_FAR, migrations.RunSQL.noop),
    ]
