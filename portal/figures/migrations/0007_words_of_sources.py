from django.db import migrations, models

from portal.core.search_words import indexed_words


def fill_search_words(apps, schema_editor):
    """Let sources stored before be found."""
    sources = apps.get_model("figures", "Source")
    for source in sources.objects.all():
        words = indexed_words([source.url], names=[source.publisher, source.title])
        sources.objects.filter(pk=source.pk).update(search_words=words)


class Migration(migrations.Migration):

    dependencies = [
        ('figures', '0006_overrides_of_records'),
    ]

    operations = [
        migrations.AddField(
            model_name='source',
            name='search_words',
            field=models.TextField(blank=True, editable=False),
        ),
        migrations.RunPython(fill_search_words, migrations.RunPython.noop),
    ]
