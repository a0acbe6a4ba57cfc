"""The web application, as gunicorn loads it."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from backend.servers import preflight

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.config.settings")
# Only here: commands use one connection, and would rather hear at once that there is no server.
settings.DATABASES["default"]["OPTIONS"]["pool"] = {"min_size": 0, "max_size": 12, "timeout": 5}
application = get_wsgi_application()
preflight.refuse_invented_people()
