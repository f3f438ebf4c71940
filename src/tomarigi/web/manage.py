"""Django's commands for this project: `python -m tomarigi.web.manage <command>`."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tomarigi.web.settings")
    execute_from_command_line(sys.argv)
