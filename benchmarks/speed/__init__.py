"""How fast are summit records read? `runs` times, `report` writes down."""
