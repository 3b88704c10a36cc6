"""What the council itself had found, and whether it had put it right, beside what the Ombudsman decided."""

from django.db import migrations, models


def _term(name, before):
    field = models.CharField(default=before, max_length=80)
    return migrations.AddField("OmbudsmanRow", name, field, preserve_default=False)


class Migration(migrations.Migration):
    # `putright rebuild` fills both of what was recorded before.
    dependencies = [("casework", "0009_clocks_by_month_of_receipt")]
    operations = [_term("own_finding", "not_recorded"), _term("remedied_before", "no")]
