"""What every screen of the admin has."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks


@hooks.register("insert_global_admin_css")
def style_the_admin() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("core/admin/admin.css"))
