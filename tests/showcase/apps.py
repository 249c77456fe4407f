from django.apps import AppConfig


class ShowcaseConfig(AppConfig):
    name = "tests.showcase"
    label = "showcase"
