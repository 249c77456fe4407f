"""Forms of the entrance: signing in, the second factor's code, asking for a new password."""

from typing import Any

from allauth.account.forms import LoginForm
from allauth.account.models import Login
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from django import forms
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.accounts.hashing_queue import HashingQueueFullError, place_in_hashing_queue
from portal.accounts.models import SecurityEventKind, User
from portal.accounts.security_log import write_event
from portal.accounts.sign_in_limits import (
    account_has_signed_in,
    account_may_sign_in,
    code_may_be_tried,
    code_was_right,
)

LONGEST_NAME = 150
LONGEST_PASSWORD = 4096

REFUSED = _(
    "Не получилось войти. Проверьте имя и пароль. После пяти ошибок подряд вход закрывается "
    "на 10 минут, затем на большее время."
)
TOO_BUSY = _("Сейчас входит слишком много людей. Попробуйте ещё раз через несколько секунд.")
NO_ACCESS = _("У этой учётной записи нет доступа в редакцию. Обратитесь к администратору портала.")


class SignInForm(LoginForm):
    """Checks name and password; every limit is applied before the password is hashed.

    A wrong name, a wrong password, an account that is switched off and an account that is locked
    all get the same answer.
    """

    error_css_class = "error"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = forms.CharField(
            label=_("Имя пользователя"),
            max_length=LONGEST_NAME,
            widget=forms.TextInput(attrs={"autocomplete": "username", "autofocus": True, "autocapitalize": "none"}),
        )
        self.fields["password"] = forms.CharField(
            label=_("Пароль"),
            max_length=LONGEST_PASSWORD,
            strip=False,
            widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        )

    def _clean_with_password(self, credentials: dict[str, Any]) -> dict[str, Any]:
        name = credentials["username"]
        if not account_may_sign_in(self.request, name):
            write_event(SecurityEventKind.ACCOUNT_LOCKED, self.request, entered_name=name)
            raise ValidationError(REFUSED, code="refused")
        user = self.check_password(name, credentials["password"])
        if not user.has_perm("wagtailadmin.access_admin"):
            raise ValidationError(NO_ACCESS, code="no_access")
        account_has_signed_in(self.request, name)
        self._login = Login(user=user)
        self.user = user
        return self.cleaned_data

    def check_password(self, name: str, password: str) -> User:
        """Return the account that name and password belong to; raise ``ValidationError`` if none."""
        try:
            with place_in_hashing_queue():
                user = authenticate(self.request, username=name, password=password)
        except HashingQueueFullError as full:
            raise ValidationError(TOO_BUSY, code="busy") from full
        if not isinstance(user, User):
            write_event(SecurityEventKind.PASSWORD_REFUSED, self.request, entered_name=name)
            raise ValidationError(REFUSED, code="refused")
        return user


class LimitedCodeMixin:
    """Asks for the code of the authenticator application, or for a recovery code, a few times only."""

    user: User

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = forms.CharField(  # type: ignore[attr-defined]
            label=_("Код"),
            max_length=32,
            widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True}),
        )

    def clean_code(self) -> str:
        """Check the code; raise ``ValidationError`` when it is wrong or there were too many."""
        if not code_may_be_tried(self.user):
            raise ValidationError(_("Слишком много неверных кодов. Подождите 10 минут."), code="locked")
        code: str = super().clean_code()  # type: ignore[misc]
        code_was_right(self.user)
        return code


class SecondFactorForm(LimitedCodeMixin, AuthenticateForm):
    """The second step of the sign-in."""


class ConfirmByCodeForm(LimitedCodeMixin, ReauthenticateForm):
    """Proves once more, before something important, that it is still the same person."""


class PasswordResetRequestForm(forms.Form):
    """Asks where to send the letter with the link to a new password."""

    email = forms.EmailField(
        label=_("Адрес электронной почты"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "autofocus": True}),
    )
