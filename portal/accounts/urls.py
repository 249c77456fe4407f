"""Addresses of the entrance; included before the admin's own, which they replace where they are equal."""

from allauth.account.views import reauthenticate
from django.urls import include, path
from wagtail.admin.views.account import LogoutView

from portal.accounts.views.absent import absent
from portal.accounts.views.password_reset import PasswordResetRequestView
from portal.accounts.views.session import end_own_sessions, prolong_session, session_state
from portal.accounts.views.sign_in import SignInView

urlpatterns = [
    path("login/", SignInView.as_view(), name="account_login"),
    path("logout/", LogoutView.as_view(), name="account_logout"),
    path("confirm/", reauthenticate, name="account_reauthenticate"),
    path("second-factor/", include("allauth.mfa.urls")),
    path("password_reset/", PasswordResetRequestView.as_view(), name="account_reset_password"),
    path("session/", session_state, name="session_state"),
    path("session/prolong/", prolong_session, name="session_prolong"),
    path("session/end-all/", end_own_sessions, name="session_end_all"),
    path("failwhale/", absent, name="absent_error_test"),
    path("test404/", absent, name="absent_404_test"),
]
