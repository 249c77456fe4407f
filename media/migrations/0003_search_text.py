"""Fills the searchable column of what is there already."""

from django.db import migrations


def fill(apps, schema_editor):
    """Write a plain form; every later save refines it."""
    photo_model, holder_model = apps.get_model("media", "Photo"), apps.get_model("media", "RightsHolder")
    for photo in photo_model.objects.all().iterator():
        text = " ".join([photo.title, photo.creator, photo.own_credit_line, photo.copyright_notice, photo.place])
        photo_model.objects.filter(pk=photo.pk).update(search_text=text.casefold().replace("ё", "е"))
    for holder in holder_model.objects.all().iterator():
        text = " ".join([holder.name, *holder.aliases.split(), holder.credit_line])
        holder_model.objects.filter(pk=holder.pk).update(search_text=text.casefold().replace("ё", "е"))


class Migration(migrations.Migration):
    dependencies = [("media", "0002_desk")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
