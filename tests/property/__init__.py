"""Properties that hold for any SOP the format allows, not only for the ones we know."""
