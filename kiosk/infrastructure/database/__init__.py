"""The database behind the ports: SQLite now, in SQL that PostgreSQL reads as well.

sqlite.py chooses a safe SQLite; readiness.py tells cheaply whether a file can be used; first_use.py makes and migrates one; engine.py opens it;
schema.py names the tables; one repository per subject; unit_of_work.py ties them to a transaction; change_feed.py tells of other processes' work.
sqlite.py, readiness.py and writer_lock.py load neither SQLAlchemy nor Alembic.
"""
