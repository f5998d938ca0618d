"""The whole stack on one machine: embedded PostgreSQL, Airflow's processes, the sample agencies, a supervisor."""
