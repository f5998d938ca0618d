"""The only place that imports Airflow: the feed trigger, the tasks' wiring, what is imported ahead of them."""
