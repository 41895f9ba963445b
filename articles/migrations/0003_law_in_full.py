

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0002_regions'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AtlasEdition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content', models.JSONField()),
                ('content_hash', models.CharField(max_length=64, unique=True)),
            ],
            options={
                'default_permissions': ('view',),
            },
        ),
        migrations.CreateModel(
            name='NoticeManifest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveBigIntegerField(unique=True)),
                ('happened_at', models.DateTimeField()),
                ('cause', models.CharField(max_length=200)),
                ('content', models.JSONField()),
                ('previous_hash', models.CharField(max_length=64)),
                ('entry_hash', models.CharField(max_length=64)),
            ],
            options={
                'verbose_name_plural': 'notice manifest',
                'ordering': ['-number'],
                'default_permissions': ('view',),
            },
        ),
        migrations.RemoveConstraint(
            model_name='noticeversion',
            name='four_eyes',
        ),
        migrations.AddField(
            model_name='languageservice',
            name='contact_url',
            field=models.URLField(blank=True, help_text='Absent where a notice forbids contact.', verbose_name='contact page'),
        ),
        migrations.AddField(
            model_name='languageservice',
            name='donate_url',
            field=models.URLField(blank=True, help_text='Absent where a notice forbids donating.', verbose_name='donation page'),
        ),
        migrations.AddField(
            model_name='legalnotice',
            name='reaches_translations',
            field=models.BooleanField(default=True, verbose_name='also the other language versions of its stories'),
        ),
        migrations.AddField(
            model_name='legalnotice',
            name='when_pushed',
            field=models.CharField(choices=[('drop', 'Leave the story out'), ('carry', 'Carry it with the restriction stated')], default='drop', help_text='For orders that withhold: deliveries and mirrors know no reader’s place.', max_length=10, verbose_name='in deliveries to partners'),
        ),
        migrations.AddField(
            model_name='noticetext',
            name='translation_status',
            field=models.CharField(choices=[('original', 'Original'), ('translated', 'Translated, not yet reviewed'), ('reviewed', 'Translation reviewed')], default='original', max_length=10),
        ),
        migrations.AddField(
            model_name='noticeversion',
            name='emergency_reason',
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.AddField(
            model_name='noticeversion',
            name='reviewed_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='noticeversion',
            name='reviewed_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='region',
            name='note',
            field=models.CharField(blank=True, help_text='For the desk: source, and what is disputed.', max_length=300),
        ),
        migrations.AddField(
            model_name='region',
            name='parent',
            field=models.ForeignKey(blank=True, help_text='Of a subdivision: the country or the subdivision in which it lies.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='articles.region'),
        ),
        migrations.AddField(
            model_name='regionmembership',
            name='note',
            field=models.CharField(blank=True, help_text='Source of the dates.', max_length=300),
        ),
        migrations.AlterField(
            model_name='editoriallog',
            name='verb',
            field=models.CharField(choices=[('save', 'saved'), ('publish', 'published'), ('unpublish', 'took down'), ('kill', 'killed'), ('restore', 'restored a version of'), ('correct', 'corrected'), ('propose', 'proposed'), ('approve', 'approved'), ('approve_alone', 'approved in an emergency'), ('review', 'reviewed the emergency approval of'), ('retire', 'retired'), ('withhold', 'asked to withhold'), ('change', 'changed'), ('import', 'imported'), ('upload', 'uploaded')], max_length=20),
        ),
        migrations.AddConstraint(
            model_name='noticeversion',
            constraint=models.CheckConstraint(condition=models.Q(('approved_by__isnull', True), ('proposed_by__isnull', True), models.Q(('approved_by', models.F('proposed_by')), _negated=True), models.Q(('emergency_reason', ''), _negated=True), _connector='OR'), name='four_eyes'),
        ),
        migrations.AddConstraint(
            model_name='noticeversion',
            constraint=models.CheckConstraint(condition=models.Q(('reviewed_by__isnull', True), models.Q(('reviewed_by', models.F('approved_by')), _negated=True), _connector='OR'), name='reviewed_by_somebody_else'),
        ),
        migrations.AddField(
            model_name='noticemanifest',
            name='atlas',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.atlasedition'),
        ),
        migrations.AddIndex(
            model_name='noticemanifest',
            index=models.Index(fields=['-happened_at'], name='articles_no_happene_2dc0cb_idx'),
        ),
    ]
