"""Periodic and queued work, kept in PostgreSQL and done by workers.

Whoever has something to do later queues it in the transaction that causes it, by the name of its
task, so that nobody has to import this package:

    app.configure_task("introductions_expire").defer()     # app: procrastinate.contrib.django.app

A job is done at least once: again when its worker was killed in the middle. So every task must be
harmless when it is done twice.
"""
