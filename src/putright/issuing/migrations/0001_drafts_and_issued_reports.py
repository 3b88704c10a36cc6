"""Drafts and issued reports; entries and issued reports append-only in the database itself."""

import django.db.models.deletion
from django.db import migrations, models

from putright.casework import triggers

APPEND_ONLY = ("issuing_draft_entry", "issuing_report")


def _install(_apps, schema_editor):
    triggers.install(schema_editor.connection, APPEND_ONLY)


def _remove(_apps, schema_editor):
    triggers.remove(schema_editor.connection, APPEND_ONLY)


class Migration(migrations.Migration):

    initial = True

    dependencies = [("casework", "0002_append_only_and_search")]

    operations = [
        migrations.CreateModel(
            name='IssuedReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('authority', models.CharField(max_length=50)),
                ('report', models.CharField(max_length=80)),
                ('first', models.IntegerField()),
                ('last', models.IntegerField()),
                ('edition', models.IntegerField()),
                ('title', models.CharField(max_length=300)),
                ('seal', models.CharField(max_length=64)),
                ('approvals', models.JSONField()),
                ('issued_at', models.DateTimeField()),
                ('by', models.CharField(max_length=120)),
                ('supersedes', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_by', to='issuing.issuedreport')),
            ],
            options={
                'db_table': 'issuing_report',
            },
        ),
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('authority', models.CharField(max_length=50)),
                ('report', models.CharField(max_length=80)),
                ('first', models.IntegerField()),
                ('last', models.IntegerField()),
                ('status', models.CharField(max_length=20)),
                ('started_at', models.DateTimeField()),
                ('by', models.CharField(max_length=120)),
                ('supersedes', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='drafts', to='issuing.issuedreport')),
            ],
            options={
                'db_table': 'issuing_draft',
            },
        ),
        migrations.CreateModel(
            name='DraftEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.IntegerField()),
                ('kind', models.CharField(max_length=40)),
                ('event', models.TextField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=120)),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='issuing.draft')),
            ],
            options={
                'db_table': 'issuing_draft_entry',
                'constraints': [models.UniqueConstraint(fields=('draft', 'position'), name='draft_position_once')],
            },
        ),
        migrations.AddConstraint(
            model_name='issuedreport',
            constraint=models.UniqueConstraint(fields=('authority', 'report', 'first', 'last', 'edition'), name='issued_once'),
        ),
        migrations.AddIndex(
            model_name='draft',
            index=models.Index(fields=['authority', 'status'], name='draft_status'),
        ),
        migrations.RunPython(_install, _remove),
    ]
