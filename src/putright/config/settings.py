"""Settings, from a few environment variables.

PUTRIGHT_DATA, DATABASE_URL, PUTRIGHT_COUNCILS, PUTRIGHT_SECRET_KEY, PUTRIGHT_HOSTS, PUTRIGHT_CLAMD,
PUTRIGHT_MAIL.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from putright.config.database import database_from
from putright.config.mail import mail_from

ROOT = Path(__file__).resolve().parents[3]
DATA = Path(os.environ.get("PUTRIGHT_DATA") or ROOT / ".data").resolve()


def _secret_key() -> str:
    """The key given, or one made once and kept in the data folder, readable by its owner alone."""
    if given := os.environ.get("PUTRIGHT_SECRET_KEY"):
        return given
    kept = DATA / "secret-key"
    if not kept.exists():
        DATA.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
    return kept.read_text()


SECRET_KEY = _secret_key()
DEBUG = False
HOSTS = [host for host in os.environ.get("PUTRIGHT_HOSTS", "").split(",") if host]
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", *HOSTS]
ROOT_URLCONF = "putright.config.urls"
WSGI_APPLICATION = "putright.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "putright.accounts",
    "putright.casework",
    "putright.intake",
    "putright.correspondence",
    "putright.oversight",
    "putright.issuing",
    "putright.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "putright.web.middleware.ContentSecurityPolicy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [ROOT / "src/putright/web/templates"],
        "OPTIONS": {
            "environment": "putright.web.jinja.environment",
            "context_processors": [
                "django.contrib.messages.context_processors.messages",
                "putright.web.context.everywhere",
            ],
        },
    }
]

DATABASES = {"default": database_from(os.environ.get("DATABASE_URL", ""), DATA)}

AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "/"
CSRF_FAILURE_VIEW = "putright.web.views.errors.stale_form"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = False

STATIC_URL = "/assets/"
STATICFILES_DIRS = [ROOT / "src/putright/web/static"]
WHITENOISE_USE_FINDERS = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
if HOSTS:
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in HOSTS]

COUNCILS = Path(os.environ.get("PUTRIGHT_COUNCILS") or ROOT / "councils").resolve()

MEDIA_ROOT = DATA / "documents"
FILE_UPLOAD_PERMISSIONS = 0o600
CLAMD = os.environ.get("PUTRIGHT_CLAMD", "")
"""Where the virus scanner listens: host:port, or the path of its socket; empty for none."""

ADDRESS = f"https://{HOSTS[0]}" if HOSTS else "http://127.0.0.1:8000"
"""Where the pages are, for the links of e-mails."""
MAIL = os.environ.get("PUTRIGHT_MAIL", "")
"""The mail server: smtp://user:password@host:port; empty for none, and then nothing is sent."""
globals().update(mail_from(MAIL) if MAIL else {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"})
