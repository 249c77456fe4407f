from django.apps import AppConfig, apps
from django.contrib.auth import get_user_model
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.db.models.signals import m2m_changed, post_migrate, post_save, pre_save
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "portal.accounts"
    label = "accounts"
    verbose_name = _("Вход и учётные записи")

    def ready(self) -> None:
        from allauth.mfa import signals as second_factor  # noqa: PLC0415 - models exist only now

        from portal.accounts import checks, receivers  # noqa: F401, PLC0415

        user_model = get_user_model()
        user_logged_in.connect(receivers.signed_in)
        user_logged_out.connect(receivers.signed_out)
        pre_save.connect(receivers.remember_what_is_stored, sender=user_model)
        post_save.connect(receivers.compare_with_what_was_stored, sender=user_model)
        m2m_changed.connect(receivers.membership_changed, sender=user_model.groups.through)
        second_factor.authentication_failed.connect(receivers.code_refused)
        for changed in (second_factor.authenticator_added, second_factor.authenticator_removed):
            changed.connect(receivers.second_factor_changed)
        second_factor.authenticator_reset.connect(receivers.second_factor_changed)
        last_with_models = [config for config in apps.get_app_configs() if config.models_module][-1]
        post_migrate.connect(receivers.rights_defined, sender=last_with_models)
