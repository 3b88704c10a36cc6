"""What a person is known again by, the post that wrote a representation down, and when it was triaged."""

import django.db.models.deletion
from django.db import migrations, models

# Said plainly, since Django would make SQLite's table anew and lose the triggers that keep it append-only.
ADD_RECORDED_BY = "ALTER TABLE casework_register ADD COLUMN recorded_by varchar(120) DEFAULT '' NOT NULL"
DROP_RECORDED_BY = "ALTER TABLE casework_register DROP COLUMN recorded_by"
TRIAGED_SO_FAR = """
    UPDATE facts_representation SET triaged_on = (
        SELECT MAX(happened_on) FROM casework_log
        WHERE casework_log.representation_id = facts_representation.id AND kind = 'Triaged'
    )
"""


class Migration(migrations.Migration):
    dependencies = [("casework", "0002_append_only_and_search")]
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(ADD_RECORDED_BY, DROP_RECORDED_BY)],
            state_operations=[
                migrations.AddField(
                    "Register", "recorded_by", models.CharField(db_default="", default="", max_length=120)
                )
            ],
        ),
        migrations.AddIndex(
            "Register", models.Index(fields=["authority", "recorded_by"], name="register_recorded_by")
        ),
        migrations.AddField("RepresentationRow", "triaged_on", models.DateField(null=True)),
        migrations.RunSQL(TRIAGED_SO_FAR, migrations.RunSQL.noop),
        migrations.AddIndex(
            "RepresentationRow",
            models.Index(fields=["authority", "status", "triaged_on", "received_on", "id"], name="rep_to_triage"),
        ),
        migrations.CreateModel(
            "PersonKey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("authority", models.CharField(max_length=50)),
                ("party", models.IntegerField()),
                ("kind", models.CharField(max_length=20)),
                ("key", models.CharField(max_length=200)),
                (
                    "representation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="person_keys",
                        to="casework.register",
                    ),
                ),
            ],
            options={
                "db_table": "casework_person_key",
                "indexes": [
                    models.Index(
                        fields=["authority", "kind", "key", "representation"], name="person_key_found_by"
                    )
                ],
            },
        ),
    ]
