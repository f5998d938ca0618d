"""Bytes and text in, values out: feeds, pages, summit records. No network, no database, no Airflow."""
