"""What falls due while nobody edits anything: asks expire, weeks long over are forgotten.

What people may read depends on the day and waits for none of this.
"""

import logging
import threading

from django.db import Error, connection

from backend.introductions.services.answering import introduction_expire_due
from backend.matching.peers.retention import weeks_forget

log = logging.getLogger(__name__)

# Each costs next to nothing when nothing is due, so that nobody has to remember when it was done.
EVERY_S = 3600.0


def run(stop: threading.Event) -> None:
    """Do what is due, now and once an hour, until told to stop. Any number of workers may.

    If the database can not do it, it is left for the next hour.
    """
    while not stop.is_set():
        try:
            introduction_expire_due()
            weeks_forget()
        except Error as error:
            log.warning("What is due waits: %s", type(error).__name__)
        finally:
            connection.close()
        stop.wait(EVERY_S)
