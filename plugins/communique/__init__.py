"""Everything of Communiqué that touches the world: acquisition, warehouse, quality, local servers, CLI."""
